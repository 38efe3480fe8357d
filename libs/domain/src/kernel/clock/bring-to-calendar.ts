import type { Clock, ClockEntry } from '../state.ts';
import type { Unfolding } from '../unfolding.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf, dueInstant, isRunning, thresholds, type Threshold } from './ledger.ts';

/**
 * Moves the running clocks of a case to the calendar in force, before anything else is decided: a day that became a holiday
 * is never held against anybody. Clocks for which it changes nothing are left as they are, and nothing is told of them.
 */
export function bringToCalendar(unfolding: Unfolding): void {
  const { calendar, now } = unfolding.context;
  for (const clock of unfolding.clocks(isRunning)) {
    const moved = movedBy(clock, calendar, now);
    if (moved === null) continue;
    unfolding.emit({
      kind: 'clock.recalendared',
      clockId: clock.id,
      calendar: calendar.version,
      calendarBefore: calendarOf(clock, calendar).version,
      ...moved,
      actorId: unfolding.actor.id,
    });
  }
}

/**
 * The due instants of a running clock before and under the calendar in force; null if no threshold that is still to come
 * moves.
 *
 * @throws RangeError if the version by which the clock counts is not among those of `calendar`
 */
export function movedBy(
  clock: Clock,
  calendar: Calendar,
  now: string,
): { readonly dueBefore: string; readonly dueAt: string } | null {
  if (clock.unit !== 'working_days' || !isRunning(clock)) return null;
  if (calendarOf(clock, calendar).version === calendar.version) return null;
  const under: ClockEntry = { action: 'recalendared', at: now, reason: '', actorId: '', calendar: calendar.version };
  const moved: Clock = { ...clock, entries: [...clock.entries, under] };
  const untold = (list: readonly Threshold[]): string =>
    list
      .filter(({ name }) => !clock.told.includes(name))
      .map(({ name, at }) => `${name} ${at}`)
      .join();
  if (untold(thresholds(clock, calendar)) === untold(thresholds(moved, calendar))) return null;
  return { dueBefore: dueInstant(clock, calendar) ?? now, dueAt: dueInstant(moved, calendar) ?? now };
}
