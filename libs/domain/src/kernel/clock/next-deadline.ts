import type { CaseState } from '../state.ts';
import type { Instant } from '../vocabulary.ts';
import type { Calendar } from './calendar.ts';
import { thresholds } from './ledger.ts';

/** The next thing that time will do to a case. */
export interface Deadline {
  readonly clockId: string;
  readonly threshold: string;
  readonly at: Instant;
}

/** The earliest threshold not told yet, over all running clocks; ties by clock id. Null only if no clock runs. */
export function nextDeadline(state: CaseState, calendar: Calendar): Deadline | null {
  let next: Deadline | null = null;
  for (const clockId of Object.keys(state.clocks).sort()) {
    const clock = state.clocks[clockId];
    if (clock === undefined) continue;
    for (const { name, at } of thresholds(clock, calendar)) {
      if (clock.told.includes(name)) continue;
      if (next === null || at < next.at) next = { clockId, threshold: name, at };
      break;
    }
  }
  return next;
}

/** Id of the command that a deadline sends: the same deadline twice is the same command, so it acts once. */
export function deadlineCommandId({ clockId, at }: Deadline): string {
  return `clock:${clockId}:${at}`;
}
