import type { JsonObject, Text } from '../shared/text.ts';
import type { CaseEvent } from './event.ts';
import type { Refusal } from './refusal.ts';
import { OFFICERS, type Actor, type Role } from './vocabulary.ts';

/** What an actor asks of a case. */
export interface Command {
  readonly name: string;
  readonly actor: Actor;
  /** Codes, days, amounts and references only; free text is a statement and its digest. */
  readonly input: JsonObject;
  /** The revision the caller saw; absent = does not care (services), present = must be the current one. */
  readonly expectedRevision?: number;
  /** Number of the attempt that reports; absent from people and from callbacks, who answer whichever is open. */
  readonly attempt?: number;
}

/** The answer of `decide`: what happens, or why nothing may. */
export type Decision =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** Roles that have an office, so that a task can be theirs. */
const TASK_HOLDERS = [...OFFICERS, 'insurer', 'insurer_region', 'insurer_centre'] as const satisfies readonly Role[];

/** Commands every case understands, whatever its definition. */
export const KERNEL_COMMANDS = {
  /** Time itself: tells every threshold that is due. Sent by the workflow, repeatable, does nothing when early. */
  clockDue: { roles: ['system'], label: { id: 'Tenggat tercapai', en: 'A deadline is reached' } },
  /** The calendar has changed: what every command does first, and here nothing else. Repeatable. */
  recalendar: { roles: ['system'], label: { id: 'Kalender berubah', en: 'The calendar has changed' } },
  /** Gives an open case that nothing would wake a clock again. Sent by the guardian; repeatable, usually does nothing. */
  keepWatch: { roles: ['system'], label: { id: 'Pengawasan dipulihkan', en: 'The watch is kept again' } },
  takeTask: {
    roles: TASK_HOLDERS,
    label: { id: 'Ambil tugas', en: 'Take the task' },
  },
  assignTask: {
    roles: TASK_HOLDERS,
    label: { id: 'Serahkan tugas kepada petugas', en: 'Assign the task to an officer' },
  },
  releaseTask: {
    roles: TASK_HOLDERS,
    label: { id: 'Lepas tugas', en: 'Release the task' },
  },
  declareConflict: {
    roles: OFFICERS,
    label: { id: 'Nyatakan benturan kepentingan', en: 'Declare a conflict of interest' },
  },
  liftConflict: {
    roles: ['district_officer', 'bp3mi_officer', 'ministry_officer'],
    label: { id: 'Cabut pernyataan benturan kepentingan', en: 'Lift a conflict of interest' },
  },
} as const satisfies Record<string, { readonly roles: readonly Role[]; readonly label: Text }>;
export type KernelCommand = keyof typeof KERNEL_COMMANDS;

export function isKernelCommand(name: string): name is KernelCommand {
  return Object.hasOwn(KERNEL_COMMANDS, name);
}
