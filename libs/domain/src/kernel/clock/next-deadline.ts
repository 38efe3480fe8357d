import type { CaseState } from '../state.ts';
import type { Instant } from '../vocabulary.ts';
import type { Calendar } from './calendar.ts';
import { dueInstant, thresholds } from './ledger.ts';

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

/** A clock that runs out, or has run out and still runs. */
export interface Due {
  readonly clockId: string;
  readonly at: Instant;
}

/**
 * The earliest due instant over all running clocks, ties by clock id: what people sort their work by. Warnings do not count,
 * and a breached clock stays the nearest until what it measures is done. Null only if no clock runs.
 */
export function nearestDue(state: CaseState, calendar: Calendar): Due | null {
  let nearest: Due | null = null;
  for (const clockId of Object.keys(state.clocks).sort()) {
    const clock = state.clocks[clockId];
    const at = clock === undefined ? null : dueInstant(clock, calendar);
    if (at !== null && (nearest === null || at < nearest.at)) nearest = { clockId, at };
  }
  return nearest;
}

/** Id of the command that a deadline sends: the same deadline twice is the same command, so it acts once. */
export function deadlineCommandId({ clockId, at }: Deadline): string {
  return `clock:${clockId}:${at}`;
}
