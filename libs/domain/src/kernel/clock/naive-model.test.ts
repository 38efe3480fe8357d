import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock, ClockEntry } from '../state.ts';
import type { Calendar } from './calendar.ts';
import { clockUsage, dueInstant, thresholds } from './ledger.ts';

/**
 * The same questions answered by walking a wall calendar, day by day and hour by hour, with `Date` alone: no code is shared
 * with the ledger. Slow and plain on purpose.
 */
const OFFSET_HOURS = { WIB: 7, WITA: 8, WIT: 9 } as const;
const MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

interface Walk {
  readonly zone: keyof typeof OFFSET_HOURS;
  readonly rests: readonly string[];
  readonly turns: readonly { readonly at: number; readonly runs: boolean }[];
}

const textOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Whether the clock ran just before a moment. */
function ranJustBefore({ turns }: Walk, moment: number): boolean {
  let runs = false;
  for (const turn of turns) if (turn.at < moment) runs = turn.runs;
  return runs;
}

/** Walks from the day after the start and counts days that end while the clock runs. */
function walkDays(walk: Walk, working: boolean, until: (counted: number, dayEnd: number) => boolean): number {
  const offset = OFFSET_HOURS[walk.zone] * MS.hour;
  const first = new Date((walk.turns[0]?.at ?? 0) + offset);
  let [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth() + 1, first.getUTCDate()];
  let counted = 0;
  for (let walked = 0; walked < 4_000; walked += 1) {
    const next = new Date(Date.UTC(year, month - 1, day + 1));
    [year, month, day] = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
    const dayEnd = Date.UTC(year, month - 1, day + 1) - offset;
    const weekday = next.getUTCDay();
    const rests = weekday === 0 || weekday === 6 || walk.rests.includes(textOf(year, month, day));
    const counts = (!working || !rests) && ranJustBefore(walk, dayEnd);
    if (until(counted + (counts ? 1 : 0), dayEnd)) return dayEnd;
    if (counts) counted += 1;
  }
  throw new Error('walked for eleven years');
}

const naiveDue = (walk: Walk, working: boolean, target: number): number =>
  walkDays(walk, working, (counted) => counted >= target);

function naiveUsed(walk: Walk, working: boolean, at: number): number {
  let used = 0;
  walkDays(walk, working, (counted, dayEnd) => {
    if (dayEnd <= at) used = counted;
    return dayEnd > at;
  });
  return used;
}

/** Adds calendar months by hand: the day of the month, or the last that the month has. */
function naiveMonths(walk: Walk, months: number): number {
  const offset = OFFSET_HOURS[walk.zone] * MS.hour;
  const start = new Date((walk.turns[0]?.at ?? 0) + offset);
  const index = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  const [year, month] = [Math.floor(index / 12), index % 12];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month] ?? 30;
  return Date.UTC(year, month, Math.min(start.getUTCDate(), longest) + 1) - offset;
}

const START = Date.parse('2023-12-30T00:00:00.000Z');
const aDay = fc.integer({ min: 0, max: 900 });
const restsOf = (days: readonly number[]): string[] =>
  days.map((day) => new Date(START + day * MS.day).toISOString().slice(0, 10));
const aCase = fc.record({
  zone: fc.constantFrom('WIB' as const, 'WITA' as const, 'WIT' as const),
  rests: fc.array(aDay, { maxLength: 60 }).map(restsOf),
  startMinute: fc.integer({ min: 0, max: 500 * 24 * 60 }),
  /** Pause and resume in turn; an odd number would leave it paused. */
  gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 * 24 * 20 }), fc.integer({ min: 1, max: 60 * 24 * 20 })), {
    maxLength: 3,
  }),
  target: fc.integer({ min: 1, max: 60 }),
  working: fc.boolean(),
  /** Somewhere in the ledger the calendar changes; before it, other days rested. */
  amendedAfter: fc.integer({ min: 0, max: 60 * 24 * 40 }),
  restsBefore: fc.array(aDay, { maxLength: 60 }).map(restsOf),
});

test('due, used and what was known before an amendment are what a walk over the wall calendar finds', () => {
  fc.assert(
    fc.property(aCase, fc.integer({ min: 0, max: 60 * 24 * 120 }), (given, lookMinutes) => {
      const turns = [{ at: START + given.startMinute * MS.minute, runs: true }];
      for (const [run, pause] of given.gaps) {
        const paused = (turns.at(-1)?.at ?? 0) + run * MS.minute;
        turns.push({ at: paused, runs: false }, { at: paused + pause * MS.minute, runs: true });
      }
      const amendedAt = (turns[0]?.at ?? 0) + given.amendedAfter * MS.minute;
      const calendar = versions(given.restsBefore, given.rests);
      const clock = clockOf(given, turns, amendedAt);
      const walk: Walk = { zone: given.zone, rests: given.rests, turns };
      expect(dueInstant(clock, calendar)).toBe(new Date(naiveDue(walk, given.working, given.target)).toISOString());

      const at = (turns[0]?.at ?? 0) + lookMinutes * MS.minute;
      const known = turns.filter((turn) => turn.at <= at);
      const then: Walk = { zone: given.zone, rests: amendedAt <= at ? given.rests : given.restsBefore, turns: known };
      const usage = clockUsage(clock, calendar, new Date(at).toISOString());
      expect(usage.used).toBe(naiveUsed(then, given.working, at));
      expect(usage.calendarVersion).toBe(amendedAt <= at ? 'after' : 'before');
      const runs = known.at(-1)?.runs === true;
      expect(usage.dueAt).toBe(runs ? new Date(naiveDue(then, given.working, given.target)).toISOString() : null);
    }),
    { numRuns: 400 },
  );
});

test('months and years end on the same day of the month, or on the last there is, leap years too', () => {
  fc.assert(
    fc.property(aCase, fc.integer({ min: 1, max: 72 }), ({ zone, startMinute }, months) => {
      const walk: Walk = { zone, rests: [], turns: [{ at: START + startMinute * MS.minute, runs: true }] };
      const clock = {
        ...clockOf({ zone, target: months, working: false }, walk.turns, Infinity),
        unit: 'months' as const,
      };
      expect(dueInstant(clock, versions([], []))).toBe(new Date(naiveMonths(walk, months)).toISOString());
    }),
    { numRuns: 400 },
  );
});

test('a warning comes on the day on which its share of the target is used', () => {
  fc.assert(
    fc.property(aCase, (given) => {
      const turns = [{ at: START + given.startMinute * MS.minute, runs: true }];
      const walk: Walk = { zone: given.zone, rests: given.rests, turns };
      const clock = { ...clockOf(given, turns, turns[0]?.at ?? 0), warnAtShare: [0.5, 0.8, 0.95] };
      for (const { name, at } of thresholds(clock, versions(given.restsBefore, given.rests))) {
        const share = name === 'breach' ? 1 : Number(name.slice('share:'.length));
        const used = naiveUsed(walk, given.working, Date.parse(at));
        expect(used).toBeGreaterThanOrEqual(share * given.target - 1e-9);
        expect(used - 1).toBeLessThan(Math.max(share * given.target, 1));
      }
    }),
    { numRuns: 200 },
  );
});

const versions = (before: readonly string[], after: readonly string[]): Calendar => ({
  version: 'after',
  restDays: new Set(after),
  knownUntilYear: 2030,
  earlier: [{ version: 'before', restDays: new Set(before), knownUntilYear: 2030 }],
});

function clockOf(
  { zone, target, working }: Pick<Walk, 'zone'> & { readonly target: number; readonly working: boolean },
  turns: Walk['turns'],
  amendedAt: number,
): Clock {
  const versionAt = (at: number): string => (at >= amendedAt ? 'after' : 'before');
  const lines = turns.map(({ at, runs }, n): ClockEntry => ({
    action: n === 0 ? 'started' : runs ? 'resumed' : 'paused',
    at: new Date(at).toISOString(),
    reason: 'test',
    actorId: 'a',
    calendar: versionAt(at),
  }));
  const amendment: ClockEntry[] = Number.isFinite(amendedAt)
    ? [
        {
          action: 'recalendared',
          at: new Date(amendedAt).toISOString(),
          reason: 'calendar',
          actorId: 'a',
          calendar: 'after',
        },
      ]
    : [];
  const entries = [...lines, ...amendment].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = Number.isFinite(amendedAt) ? 'after' : 'before';
  return {
    id: 'c#1',
    name: 'c',
    unit: working ? 'working_days' : 'calendar_days',
    target,
    zone,
    warnAtShare: [],
    warnDaysBefore: [],
    told: [],
    entries: entries.map((entry, n) => (n === entries.length - 1 ? { ...entry, calendar: last } : entry)),
  };
}
