import type { Clock, ClockEntry } from '../state.ts';
import type { Instant } from '../vocabulary.ts';
import {
  addMonths,
  calendarOfVersion,
  endOfDay,
  isWorkingDay,
  localDay,
  type Calendar,
  type DayNumber,
} from './calendar.ts';

const HOUR_MS = 3_600_000;
/** No clock of this field is longer; the bound keeps a broken calendar from looping for ever. */
const LONGEST_DAYS = 366 * 60;

/** A moment at which a running clock has something to say. */
export interface Threshold {
  /** `share:0.5`, `days:30` or `breach`. */
  readonly name: string;
  readonly at: Instant;
}

/** How much of a clock is used at a moment, in the clock's own unit; months and years count in calendar days. */
export interface ClockUsage {
  readonly running: boolean;
  readonly used: number;
  readonly target: number;
  readonly pausedMs: number;
  /** Null while paused (nobody can know) and after the stop. */
  readonly dueAt: Instant | null;
  /** The version of the calendar by which it counts at that moment. */
  readonly calendarVersion: string;
}

/** The lines that turn a clock: all but those that only change its calendar. */
const turnsOf = ({ entries }: Pick<Clock, 'entries'>): readonly ClockEntry[] =>
  entries.filter(({ action }) => action !== 'recalendared');
const turns = ({ action }: ClockEntry): boolean => action !== 'recalendared';

export function isRunning(clock: Clock): boolean {
  const last = clock.entries.findLast(turns)?.action;
  return last === 'started' || last === 'resumed';
}

export function isStopped(clock: Clock): boolean {
  return clock.entries.findLast(turns)?.action === 'stopped';
}

/** The version of the calendar by which a clock counts. @throws RangeError if it is not among those of `calendar` */
export function calendarOf(clock: Clock, calendar: Calendar): Calendar {
  return calendarOfVersion(calendar, clock.entries.at(-1)?.calendar);
}

/** The breach instant of a running clock, null if it is paused or stopped. */
export function dueInstant(clock: Clock, calendar: Calendar): Instant | null {
  return thresholds(clock, calendar).find(({ name }) => name === 'breach')?.at ?? null;
}

/**
 * Every moment at which the clock warns or breaches, if nothing else happens to it; in order. Empty unless it runs.
 * The day on which a clock starts does not count; a day counts when it ends while the clock runs.
 */
export function thresholds(given: Clock, calendar: Calendar): readonly Threshold[] {
  if (!isRunning(given)) return [];
  const clock: Clock = { ...given, entries: turnsOf(given) };
  const found =
    clock.unit === 'hours'
      ? ofHours(clock)
      : isDaily(clock)
        ? ofDays(clock, calendarOf(given, calendar))
        : ofMonths(clock);
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The ledger read at `at`; entries later than `at` are ignored, so any past moment can be shown. */
export function clockUsage(clock: Clock, calendar: Calendar, at: Instant): ClockUsage {
  const known: Clock = { ...clock, entries: clock.entries.filter((entry) => entry.at <= at) };
  if (known.entries.length === 0) return notStarted(clock, calendar);
  const past: Clock = { ...clock, entries: turnsOf(known) };
  const end = isStopped(past) ? (past.entries.at(-1)?.at ?? at) : at;
  const version = calendarOf(known, calendar);
  return {
    running: isRunning(past),
    used: clock.unit === 'hours' ? hoursUsed(past, end) : daysUsed(past, version, end),
    target: clock.target,
    pausedMs: pausedMs(past.entries, end),
    dueAt: dueInstant(known, calendar),
    calendarVersion: version.version,
  };
}

const notStarted = ({ target }: Clock, { version }: Calendar): ClockUsage => ({
  running: false,
  used: 0,
  target,
  pausedMs: 0,
  dueAt: null,
  calendarVersion: version,
});

const isDaily = (clock: Clock): boolean => clock.unit === 'working_days' || clock.unit === 'calendar_days';

/** Whether the clock ran up to a moment; what happens at that very moment does not undo the day that ends with it. */
function ranUntil(entries: readonly ClockEntry[], at: Instant): boolean {
  const last = entries.findLast((entry) => entry.at < at)?.action;
  return last === 'started' || last === 'resumed';
}

const startedAt = (clock: Clock): Instant => {
  const first = clock.entries[0];
  if (first === undefined) throw new RangeError(`clock ${clock.id} has no start`);
  return first.at;
};

function counts(clock: Clock, calendar: Calendar, day: DayNumber): boolean {
  const works = clock.unit !== 'working_days' || isWorkingDay(day, calendar);
  return works && ranUntil(clock.entries, endOfDay(day, clock.zone));
}

function ofDays(clock: Clock, calendar: Calendar): Threshold[] {
  const wanted = new Map<number, string>([[clock.target, 'breach']]);
  for (const share of [...clock.warnAtShare].sort((a, b) => a - b)) {
    const count = Math.max(1, Math.ceil(share * clock.target - 1e-9));
    if (count < clock.target && !wanted.has(count)) wanted.set(count, `share:${share}`);
  }
  for (const days of clock.unit === 'calendar_days' ? clock.warnDaysBefore : []) {
    const count = clock.target - days;
    if (count > 0 && !wanted.has(count)) wanted.set(count, `days:${days}`); // one that lies before the start is not told
  }
  const found: Threshold[] = [];
  const first = localDay(startedAt(clock), clock.zone) + 1;
  let counted = 0;
  for (let day = first; counted < clock.target; day += 1) {
    if (day - first > LONGEST_DAYS) throw new RangeError(`clock ${clock.id} never falls due`);
    if (!counts(clock, calendar, day)) continue;
    counted += 1;
    const name = wanted.get(counted);
    if (name !== undefined) found.push({ name, at: endOfDay(day, clock.zone) });
  }
  return found;
}

function ofHours(clock: Clock): Threshold[] {
  const after = (share: number): Instant => afterRunning(clock.entries, Math.round(clock.target * HOUR_MS * share));
  return [
    ...clock.warnAtShare.map((share) => ({ name: `share:${share}`, at: after(share) })),
    { name: 'breach', at: after(1) },
  ];
}

/** The moment at which a clock has run for so long; what happens to it later does not move that moment. */
function afterRunning(entries: readonly ClockEntry[], runningMs: number): Instant {
  let left = runningMs;
  let since: number | null = null;
  for (const entry of entries) {
    const at = Date.parse(entry.at);
    if (since !== null) {
      if (at - since >= left) break;
      left -= at - since;
    }
    since = entry.action === 'started' || entry.action === 'resumed' ? at : null;
  }
  return new Date((since ?? 0) + left).toISOString();
}

function ofMonths(clock: Clock): Threshold[] {
  const months = clock.unit === 'years' ? clock.target * 12 : clock.target;
  const dueDay = pausedDays(clock, addMonths(localDay(startedAt(clock), clock.zone), months));
  return [
    ...clock.warnDaysBefore.map((days) => ({ name: `days:${days}`, at: endOfDay(dueDay - days, clock.zone) })),
    { name: 'breach', at: endOfDay(dueDay, clock.zone) },
  ];
}

/** A due day moved by the whole days for which the clock stood still before it. */
function pausedDays({ entries, zone }: Clock, dueDay: DayNumber): DayNumber {
  let paused = 0;
  let since: Instant | null = null;
  const moved = (): DayNumber => dueDay + Math.floor(paused / (24 * HOUR_MS));
  for (const entry of entries) {
    if (entry.action === 'paused') since = entry.at;
    else if (since !== null) {
      if (since < endOfDay(moved(), zone)) paused += Date.parse(entry.at) - Date.parse(since);
      since = null;
    }
  }
  return moved();
}

/** Paused time up to `until`; an open pause counts as far as `until`. */
function pausedMs(entries: readonly ClockEntry[], until: Instant): number {
  let total = 0;
  let since: number | null = null;
  for (const entry of entries) {
    if (entry.action === 'paused') since = Date.parse(entry.at);
    else if (since !== null) {
      total += Date.parse(entry.at) - since;
      since = null;
    }
  }
  return since === null ? total : total + Math.max(0, Date.parse(until) - since);
}

function hoursUsed(clock: Clock, end: Instant): number {
  return Math.max(0, (Date.parse(end) - Date.parse(startedAt(clock)) - pausedMs(clock.entries, end)) / HOUR_MS);
}

function daysUsed(clock: Clock, calendar: Calendar, end: Instant): number {
  let used = 0;
  for (let day = localDay(startedAt(clock), clock.zone) + 1; endOfDay(day, clock.zone) <= end; day += 1) {
    if (counts(clock, calendar, day)) used += 1;
  }
  return used;
}
