import { z } from 'zod';
import { onInput, onState, unmet } from '../claim/guard.ts';
import { code } from '../claim/words.ts';
import type { CaseEvent } from '../kernel/event.ts';
import type { Condition, Effect, Guard, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { JsonObject } from '../shared/text.ts';

/**
 * Cases that may be of one worker, or one matter told twice: proposed by the system or by hand, decided by an officer, case by
 * case, with a reason. Nothing is merged: "same" is a link. The same words in every case type.
 */

const caseId = z.uuid();
/** Why the system proposes a case. */
const FOUND_BY = ['NIK', 'NIK_AND_EVENT', 'NAME_BIRTH_VILLAGE'] as const;
/** `BY_HAND`: an officer's suspicion. `SAME_MATTER`: decided, and the case still has to be voided. */
export const DUPLICATE_RULES = [...FOUND_BY, 'BY_HAND', 'SAME_MATTER'] as const;

export interface PossibleDuplicate {
  readonly caseId: string;
  readonly rule: (typeof DUPLICATE_RULES)[number];
}

/** What nobody has decided, and what was found to be this very matter. */
export const possibleDuplicatesOf = ({ facts }: Pick<CaseState, 'facts'>): readonly PossibleDuplicate[] =>
  (facts['possibleDuplicates'] ?? []) as unknown as readonly PossibleDuplicate[];

/** Cases that were found to be another matter or another worker: they are not proposed again. */
export const clearedDuplicatesOf = ({ facts }: Pick<CaseState, 'facts'>): readonly string[] =>
  (facts['duplicatesCleared'] ?? []) as readonly string[];

export const duplicateInputs = {
  'duplicateSearch@1': z.strictObject({
    found: z
      .array(z.strictObject({ caseId, rule: z.enum(FOUND_BY) }))
      .max(20)
      .describe('Cases that may be of the same worker, or this very matter'),
  }),
  'sameWorker@1': z.strictObject({ caseId, reasonCode: code }),
  'otherWorker@1': z.strictObject({ caseId, reasonCode: code }),
} as const satisfies Record<string, z.ZodObject>;

const FLAG = 'duplicate_suspected';
const SEARCH = 'recordDuplicateSearch';
const named = ({ input }: Situation): string => String(input['caseId']);

/** The list as it is now, and what follows: the flag while anything is open, the officer's task done when nothing is. */
export function withPossibleDuplicates(state: CaseState, open: readonly PossibleDuplicate[]): CaseEvent[] {
  const isUp = state.flags.includes(FLAG);
  const asked = Object.values(state.tasks).filter(
    ({ name, status }) => name === SEARCH && (status === 'unassigned' || status === 'assigned'),
  );
  return [
    { kind: 'facts.recorded', facts: { possibleDuplicates: open as unknown as JsonObject[] } },
    ...(isUp === open.length > 0 ? [] : [{ kind: isUp ? 'flag.cleared' : 'flag.raised', flag: FLAG } as const]),
    ...(open.length > 0
      ? []
      : asked.map(({ id }): CaseEvent => ({ kind: 'task.completed', taskId: id, reason: 'duplicates-decided' }))),
  ];
}

const onCase =
  (change: (state: CaseState, situation: Situation) => CaseEvent[]): Effect =>
  (situation) =>
    situation.state === null ? [] : change(situation.state, situation);

/** Proposes a case, unless it is proposed already. */
export function propose(state: CaseState, { caseId: other, rule }: PossibleDuplicate): CaseEvent[] {
  const open = possibleDuplicatesOf(state);
  return withPossibleDuplicates(
    state,
    open.some((each) => each.caseId === other) ? open : [...open, { caseId: other, rule }],
  );
}

function recordSearch(state: CaseState, { input, definition }: Situation): CaseEvent[] {
  // e.g. the insurer has it already: nobody here could decide any more.
  if (definition.commands['confirmSameWorker']?.from.includes(state.stage) !== true) return [];
  const decided = new Set([...clearedDuplicatesOf(state), ...state.links.map((link) => link.caseId)]);
  const byPeople = possibleDuplicatesOf(state).filter(({ rule }) => rule === 'BY_HAND' || rule === 'SAME_MATTER');
  const found = (input['found'] ?? []) as unknown as readonly PossibleDuplicate[];
  const isNew = ({ caseId: other }: PossibleDuplicate): boolean =>
    !decided.has(other) && !byPeople.some((each) => each.caseId === other);
  return withPossibleDuplicates(state, [...byPeople, ...found.filter(isNew)]);
}

function linkSame(state: CaseState, situation: Situation): CaseEvent[] {
  const other = named(situation);
  const others = possibleDuplicatesOf(state).filter((each) => each.caseId !== other);
  const isSameMatter = situation.input['reasonCode'] === 'SAME_MATTER';
  const isLinked = state.links.some((link) => link.caseId === other && link.relation === 'same_worker');
  return [
    ...withPossibleDuplicates(state, isSameMatter ? [...others, { caseId: other, rule: 'SAME_MATTER' }] : others),
    ...(isLinked ? [] : [{ kind: 'case.linked', caseId: other, relation: 'same_worker' } as const]),
  ];
}

function dismiss(state: CaseState, situation: Situation): CaseEvent[] {
  const other = named(situation);
  return [
    { kind: 'facts.recorded', facts: { duplicatesCleared: [...new Set([...clearedDuplicatesOf(state), other])] } },
    ...withPossibleDuplicates(
      state,
      possibleDuplicatesOf(state).filter((each) => each.caseId !== other),
    ),
  ];
}

export const duplicateEffects = {
  'recordDuplicateSearch@1': onCase(recordSearch),
  'suspectDuplicate@1': onCase((state, situation) => propose(state, { caseId: named(situation), rule: 'BY_HAND' })),
  'linkSameWorker@1': onCase(linkSame),
  'dismissDuplicate@1': onCase(dismiss),
} as const satisfies Record<string, Effect>;

export const duplicateGuards = {
  'anotherCase@1': onInput(({ state, input }) =>
    state === null || state.caseId !== input['caseId']
      ? null
      : unmet(
          'Itu kasus ini sendiri.',
          'That is this very case.',
          'Sebut kasus yang lain.',
          'Name the other case.',
          '/caseId',
        ),
  ),
  'duplicateNamed@1': onInput(({ state, input }) =>
    state !== null && possibleDuplicatesOf(state).some((each) => each.caseId === input['caseId'])
      ? null
      : unmet(
          'Kasus itu tidak diusulkan sebagai kasus orang yang sama.',
          'That case is not proposed as one of the same worker.',
          'Pilih dari possibleDuplicates, atau usulkan dengan suspectDuplicate.',
          'Choose from possibleDuplicates, or propose it with suspectDuplicate.',
          '/caseId',
        ),
  ),
  'noOpenDuplicates@1': onState((state) =>
    possibleDuplicatesOf(state).length === 0
      ? null
      : unmet(
          `Masih ada ${possibleDuplicatesOf(state).length} kasus yang mungkin sama dan belum diputuskan.`,
          `${possibleDuplicatesOf(state).length} cases that may be the same are not decided yet.`,
          'Putuskan masing-masing: confirmSameWorker atau dismissDuplicate; perkara yang sama dibatalkan dengan proposeVoid.',
          'Decide each: confirmSameWorker or dismissDuplicate; the same matter is voided with proposeVoid.',
        ),
  ),
} as const satisfies Record<string, Guard>;

export const duplicateConditions = {
  'duplicatesOpen@1': (state) => possibleDuplicatesOf(state).length > 0,
} as const satisfies Record<string, Condition>;
