import { isFit, barOf, holderOf, leastLoaded, refuseBarred, refuseConflict } from './people.ts';
import type { Command } from './command.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { CaseState, Task } from './state.ts';
import type { Unfolding } from './unfolding.ts';
import { CONFLICT_GROUNDS, type ConflictGround } from './vocabulary.ts';

/** A directory id, never a name or a number of a person: it enters the log. */
const isOfficerId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{1,59}$/.test(value) && !/\d{6}/.test(value);

const isOpen = ({ status }: Task): boolean => status === 'unassigned' || status === 'assigned';

/** Who does a task: taken, given to somebody (to the least loaded, if nobody is named) or released. */
export function turnTask(
  name: 'takeTask' | 'assignTask' | 'releaseTask',
  unfolding: Unfolding,
  state: CaseState,
  { actor, input }: Command,
): Refusal | null {
  const task = state.tasks[typeof input['taskId'] === 'string' ? input['taskId'] : ''];
  if (task === undefined || !isOpen(task)) return noSuchTask();
  const holds = task.role === actor.role && task.office === actor.office;
  const others = name !== 'assignTask' && task.officerId !== null && task.officerId !== actor.id;
  if (!holds || others) return notYours();
  if (name === 'releaseTask') return give(unfolding, task, null);
  if (Object.hasOwn(state.conflicts, actor.id)) return refuseConflict(actor.office);
  if (name === 'takeTask') return giveIfAble(unfolding, state, task, actor.id, '/taskId');
  const { officerId } = input;
  if (officerId === undefined) return giveToLeastLoaded(unfolding, state, task);
  if (!isOfficerId(officerId)) return noOfficerId();
  if (unfolding.context.offices.isAbsent(officerId)) return absent();
  return giveIfAble(unfolding, state, task, officerId, '/officerId');
}

function give(unfolding: Unfolding, { id, officerId }: Task, to: string | null): null {
  if (to !== officerId) unfolding.emit({ kind: 'task.assigned', taskId: id, officerId: to });
  return null;
}

function giveIfAble(unfolding: Unfolding, state: CaseState, task: Task, to: string, field: string): Refusal | null {
  const bar = barOf(state, task, to);
  if (bar === null) return give(unfolding, task, to);
  const able = unfolding.context.offices.present(task.office).filter((id) => barOf(state, task, id) === null);
  return refuseBarred(bar, able, field);
}

function giveToLeastLoaded(unfolding: Unfolding, state: CaseState, task: Task): Refusal | null {
  const { offices, loadOf = () => 0 } = unfolding.context;
  const found = leastLoaded(state, task, offices, loadOf, task.officerId);
  return found === null ? nobodyPresent() : give(unfolding, task, found);
}

/** Somebody keeps out of the case from now on: their tasks go to others, and so does the case if nobody else is there. */
export function declareConflict(unfolding: Unfolding, state: CaseState, { actor, input }: Command): Refusal | null {
  const { officerId = actor.id, ground } = input;
  if (!isOfficerId(officerId)) return noOfficerId();
  if (!CONFLICT_GROUNDS.some((known) => known === ground)) return noGround();
  if (Object.hasOwn(state.conflicts, officerId)) return null;
  const declared = { officerId, ground: ground as ConflictGround, declaredBy: actor.id };
  unfolding.emit({ kind: 'conflict.declared', ...declared });
  moveWorkOf(unfolding, officerId);
  return null;
}

function moveWorkOf(unfolding: Unfolding, officerId: string): void {
  const { offices, loadOf = () => 0 } = unfolding.context;
  if (!isFit(unfolding.state, offices)(unfolding.state.custody.office) && unfolding.state.status !== 'closed') {
    unfolding.moveCustody(holderOf(unfolding.state, offices, unfolding.state.custody.role), 'conflict');
  }
  for (const task of Object.values(unfolding.state.tasks)) {
    if (!isOpen(task) || task.officerId !== officerId) continue;
    give(unfolding, task, leastLoaded(unfolding.state, task, offices, loadOf));
  }
}

/** Nobody lifts what was said of themselves. */
export function liftConflict(unfolding: Unfolding, state: CaseState, { actor, input }: Command): Refusal | null {
  const { officerId } = input;
  if (!isOfficerId(officerId) || !Object.hasOwn(state.conflicts, officerId)) return noOfficerId();
  if (officerId === actor.id) return refuseConflict(actor.office);
  unfolding.emit({ kind: 'conflict.lifted', officerId, liftedBy: actor.id });
  return null;
}

const noSuchTask = (): Refusal =>
  refuse(
    'task/not-found',
    { id: 'Tugas itu tidak ada atau sudah selesai.', en: 'There is no such open task.' }, // the id may be anything
    { id: 'Muat ulang daftar kerja.', en: 'Load the worklist again.' },
    '/taskId',
  );

const notYours = (): Refusal =>
  refuse(
    'task/not-yours',
    { id: 'Tugas ini milik kantor atau petugas lain.', en: 'The task belongs to another office or officer.' },
    { id: 'Minta petugas itu melepas tugasnya.', en: 'Ask that officer to release it.' },
    '/taskId',
  );

const noOfficerId = (): Refusal =>
  refuse(
    'command/invalid-input',
    { id: 'Isian /officerId bukan nomor petugas.', en: '/officerId is not the directory id of an officer.' },
    { id: 'Pilih petugas dari kantor yang sama.', en: 'Choose an officer of the same office.' },
    '/officerId',
  );

const noGround = (): Refusal =>
  refuse(
    'command/invalid-input',
    { id: 'Isian /ground bukan dasar yang dikenal.', en: '/ground is not a known ground.' },
    { id: `Pilih salah satu: ${CONFLICT_GROUNDS.join(', ')}.`, en: `Choose one of ${CONFLICT_GROUNDS.join(', ')}.` },
    '/ground',
  );

const absent = (): Refusal =>
  refuse(
    'task/officer-absent',
    { id: 'Petugas itu sedang tidak masuk.', en: 'That officer is not there today.' },
    { id: 'Pilih petugas lain, atau kosongkan officerId.', en: 'Choose another, or leave out officerId.' },
    '/officerId',
  );

const nobodyPresent = (): Refusal =>
  refuse(
    'task/nobody-present',
    {
      id: 'Tidak ada petugas lain di kantor ini yang hadir dan boleh mengerjakannya.',
      en: 'No other officer of the office is there who may do it.',
    },
    {
      id: 'Biarkan di antrean kantor, atau sebut petugas dengan officerId.',
      en: 'Leave it in the pool of the office, or name an officer with officerId.',
    },
    '/officerId',
  );
