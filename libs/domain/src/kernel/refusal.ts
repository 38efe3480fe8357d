import type { Text } from '../shared/text.ts';

/** A rule said no. `code` is stable API: it is the `type` of the problem document and is listed in docs/errors.md. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What is wrong, naming the rule. */
  readonly message: Text;
  /** JSON Pointer of the faulty member of the input, if one is to blame. */
  readonly field: string | null;
  /** What the caller can do now. */
  readonly remedy: Text;
}

/** Every refusal a caller may meet, with what it means; docs/errors.md is generated from it. */
export const REFUSALS = {
  'case/not-found': 'No case with this id is stored.',
  'case/already-opened': 'A case with this id exists already.',
  'case/stale-version': 'The case has moved on since the version the caller saw.',
  'case/suspended': 'The case waits for something; only some commands may pass meanwhile.',
  'command/unknown': 'The definition of the case has no such command.',
  'command/wrong-stage': 'The command is not allowed in the stage the case is in.',
  'command/wrong-role': 'The role of the actor may not do this command.',
  'command/outside-jurisdiction': 'The case lies outside the area the actor answers for.',
  'command/invalid-input': 'The input does not match the schema of the command.',
  'command/key-reused': 'The command id was used before with another content.',
  'command/guard': 'A guard of the command is not met.',
  'command/maker-is-checker': 'The second officer must be another person than the first.',
  'command/unknown-reason': 'The reason code is not one of those the definition allows here.',
  'command/conflict-of-interest': 'The actor keeps out of this case, or judges their own doing.',
  'task/not-found': 'The case has no such open task.',
  'task/not-yours': 'The task belongs to another office, role or officer.',
  'task/conflict-of-interest': 'The officer may not do this task: a relative, or the maker of what it checks.',
  'task/officer-absent': 'The officer is not there today.',
  'task/nobody-present': 'Nobody of the office who may do the task is there; it stays in the pool.',
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/** Builds a refusal; `field` names the faulty member when there is one. */
export function refuse(code: RefusalCode, message: Text, remedy: Text, field: string | null = null): Refusal {
  return { code, message, field, remedy };
}
