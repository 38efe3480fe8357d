import type { Text } from '../shared/text.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Holder, OfficeDirectory } from './registry.ts';
import type { CaseState, Task } from './state.ts';
import type { Role } from './vocabulary.ts';

/** Why a person may not do a task; null if they may. */
export type Bar = 'conflict' | 'own-doing' | null;

export function barOf({ conflicts }: CaseState, { notBy }: Pick<Task, 'notBy'>, officerId: string): Bar {
  if (Object.hasOwn(conflicts, officerId)) return 'conflict';
  return notBy.includes(officerId) ? 'own-doing' : null;
}

/** An office is fit for a case unless everybody who works there keeps out of it. One that keeps no list is taken at its word. */
export const isFit =
  ({ conflicts }: Pick<CaseState, 'conflicts'>, { staff }: Pick<OfficeDirectory, 'staff'>) =>
  (office: string): boolean => {
    const people = staff(office);
    return people.length === 0 || people.some((id) => !Object.hasOwn(conflicts, id));
  };

/** The office that holds the case for a role: the one that took it over, else the one of the area, above whoever is excluded. */
export function holderOf(state: CaseState, offices: OfficeDirectory, role: Role): Holder {
  let taken = state.takenOver[role];
  for (let next = taken; next !== undefined; next = state.takenOver[next.role]) taken = next;
  const fit = isFit(state, offices);
  if (taken !== undefined && fit(taken.office)) return { ...taken, passed: [] };
  return offices.holderFor(state.area, role, fit);
}

/**
 * The person of the office who is there, may do the task and has the least open work; of equals the first by id, so that the
 * same case gives the same answer. Null: the task lies in the office's pool.
 */
export function leastLoaded(
  state: CaseState,
  task: Pick<Task, 'office' | 'notBy'>,
  { present }: Pick<OfficeDirectory, 'present'>,
  loadOf: (officerId: string) => number,
  not: string | null = null,
): string | null {
  const able = present(task.office).filter((id) => id !== not && barOf(state, task, id) === null);
  const [first = null, ...others] = able;
  if (first === null || others.length === 0) return first;
  const loads = new Map(able.map((id) => [id, loadOf(id)]));
  const load = (id: string): number => loads.get(id) ?? 0;
  return others.reduce((least, id) => (load(id) < load(least) ? id : least), first);
}

const text = (id: string, en: string): Text => ({ id, en });

/** A person who keeps out of a case does nothing on it. */
export const refuseConflict = (office: string): Refusal =>
  refuse(
    'command/conflict-of-interest',
    text(
      'Petugas ini dinyatakan berbenturan kepentingan dengan kasus ini.',
      'This officer has a declared conflict of interest in the case.',
    ),
    text(
      `Serahkan kepada petugas lain di ${office}, atau minta kantor di atasnya mencabut pernyataan itu.`,
      `Leave it to another officer of ${office}, or ask the office above to lift the declaration.`,
    ),
  );

/** Said at assigning and at taking alike, with who may do it instead. */
export function refuseBarred(bar: Exclude<Bar, null>, able: readonly string[], field: string): Refusal {
  const others =
    able.length === 0 ? text('kantor di atasnya', 'the office above') : text(able.join(', '), able.join(', '));
  const [id, en] =
    bar === 'conflict'
      ? ['Petugas itu dinyatakan berbenturan kepentingan.', 'That officer has a declared conflict of interest.']
      : [
          'Petugas itu yang membuat atau memutuskan hal yang diperiksa di sini.',
          'That officer made or decided what is checked here.',
        ];
  return refuse(
    'task/conflict-of-interest',
    text(id, en),
    text(`Yang dapat mengerjakannya: ${others.id}.`, `It can be done by ${others.en}.`),
    field,
  );
}
