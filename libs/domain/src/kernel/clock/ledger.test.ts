import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock, ClockEntry } from '../state.ts';
import type { ClockUnit } from '../vocabulary.ts';
import { addMonths, dayNumber, endOfDay, isWorkingDay, localDay, plainDay, type Calendar } from './calendar.ts';
import { clockUsage, dueInstant, thresholds } from './ledger.ts';

/** January 2026 has a holiday on Thursday 1 and Friday 16; 18 to 24 March is the long one of Idul Fitri and Nyepi. */
const calendar: Calendar = {
  version: 'test',
  restDays: new Set(['2026-01-01', '2026-01-16', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']),
  knownUntilYear: 2026,
};

function clock(unit: ClockUnit, target: number, startedAt: string, more: Partial<Clock> = {}): Clock {
  return {
    id: 'c#1',
    name: 'c',
    unit,
    target,
    zone: 'WIB',
    warnAtShare: [],
    warnDaysBefore: [],
    told: [],
    entries: [{ action: 'started', at: startedAt, reason: 'test', actorId: 'a', calendar: 'test' }],
    ...more,
  };
}
const entry = (action: ClockEntry['action'], at: string): ClockEntry => ({
  action,
  at,
  reason: 'test',
  actorId: 'a',
  calendar: 'test',
});

describe('due instants', () => {
  test.each([
    [
      'three working days from a Monday',
      clock('working_days', 3, '2026-01-05T02:00:00.000Z'),
      '2026-01-08T17:00:00.000Z',
    ],
    ['over a weekend', clock('working_days', 3, '2026-01-08T02:00:00.000Z'), '2026-01-13T17:00:00.000Z'],
    ['over a holiday', clock('working_days', 1, '2026-01-15T02:00:00.000Z'), '2026-01-19T17:00:00.000Z'],
    ['over Idul Fitri', clock('working_days', 2, '2026-03-17T02:00:00.000Z'), '2026-03-26T17:00:00.000Z'],
    [
      'started in the local evening of the day before UTC',
      clock('working_days', 1, '2026-01-05T17:30:00.000Z'),
      '2026-01-07T17:00:00.000Z',
    ],
    [
      'in WIT two hours earlier',
      clock('working_days', 1, '2026-01-05T02:00:00.000Z', { zone: 'WIT' }),
      '2026-01-06T15:00:00.000Z',
    ],
    ['calendar days count weekends', clock('calendar_days', 3, '2026-01-08T02:00:00.000Z'), '2026-01-11T17:00:00.000Z'],
    [
      'a month from the 31st ends on the 28th',
      clock('months', 1, '2026-01-31T02:00:00.000Z'),
      '2026-02-28T17:00:00.000Z',
    ],
    ['five years from a leap day', clock('years', 5, '2024-02-29T02:00:00.000Z'), '2029-02-28T17:00:00.000Z'],
    ['hours run through the night', clock('hours', 48, '2026-01-09T20:00:00.000Z'), '2026-01-11T20:00:00.000Z'],
  ])('%s', (_name, given, due) => {
    expect(dueInstant(given, calendar)).toBe(due);
  });

  test('a day on which the clock stands still at its end does not count', () => {
    const paused = clock('working_days', 3, '2026-01-05T02:00:00.000Z', {
      entries: [
        entry('started', '2026-01-05T02:00:00.000Z'),
        entry('paused', '2026-01-06T04:00:00.000Z'),
        entry('resumed', '2026-01-12T04:00:00.000Z'),
      ],
    });
    expect(dueInstant(paused, calendar)).toBe('2026-01-14T17:00:00.000Z');
    expect(clockUsage(paused, calendar, '2026-01-12T20:00:00.000Z')).toMatchObject({ used: 1, running: true });
  });

  test('a pause at the very moment a clock falls due does not move that moment', () => {
    const due = '2026-01-08T17:00:00.000Z';
    const paused = clock('working_days', 3, '2026-01-05T02:00:00.000Z', {
      entries: [
        entry('started', '2026-01-05T02:00:00.000Z'),
        entry('paused', due),
        entry('resumed', '2026-01-12T04:00:00.000Z'),
      ],
    });
    expect(dueInstant(paused, calendar)).toBe(due);
  });

  test('nobody can know when a paused clock falls due', () => {
    const paused = clock('hours', 4, '2026-01-05T02:00:00.000Z', {
      entries: [entry('started', '2026-01-05T02:00:00.000Z'), entry('paused', '2026-01-05T03:00:00.000Z')],
    });
    expect(dueInstant(paused, calendar)).toBeNull();
    expect(clockUsage(paused, calendar, '2026-01-06T03:00:00.000Z')).toMatchObject({ used: 1, pausedMs: 86_400_000 });
  });
});

describe('warnings', () => {
  test('come at whole days that fit the share, never together with the breach', () => {
    const given = clock('working_days', 3, '2026-01-05T02:00:00.000Z', { warnAtShare: [0.5, 0.8, 0.95] });
    expect(thresholds(given, calendar).map(({ name }) => name)).toEqual(['share:0.5', 'breach']);
  });

  test('of an expiry come so many days before it', () => {
    const given = clock('years', 5, '2026-01-05T02:00:00.000Z', { warnDaysBefore: [180, 30, 7] });
    expect(thresholds(given, calendar).map(({ name, at }) => [name, at.slice(0, 10)])).toEqual([
      ['days:180', '2030-07-09'],
      ['days:30', '2030-12-06'],
      ['days:7', '2030-12-29'],
      ['breach', '2031-01-05'],
    ]);
  });

  test('of a clock that counts from a day to come say that nothing of it is used yet', () => {
    const next = clock('calendar_days', 30, '2026-02-01T17:00:00.000Z');
    expect(clockUsage(next, calendar, '2026-01-10T03:00:00.000Z')).toMatchObject({ used: 0 });
    const stopped = { ...next, entries: [...next.entries, entry('stopped', '2026-01-12T03:00:00.000Z')] };
    expect(clockUsage(stopped, calendar, '2026-01-13T03:00:00.000Z')).toMatchObject({
      running: false,
      used: 0,
      dueAt: null,
    });
  });

  test('of a count of days come before its last day, but never before its first', () => {
    const given = clock('calendar_days', 30, '2026-01-05T02:00:00.000Z', { warnDaysBefore: [60, 30, 7, 1] });
    expect(thresholds(given, calendar).map(({ name, at }) => [name, at.slice(0, 10)])).toEqual([
      ['days:7', '2026-01-28'],
      ['days:1', '2026-02-03'],
      ['breach', '2026-02-04'],
    ]);
  });
});

const START = Date.parse('2026-01-05T02:00:00.000Z');
const unit = fc.constantFrom<ClockUnit>('hours', 'working_days', 'calendar_days', 'months', 'years');
/** A ledger of alternating pauses and resumes, minutes after the start. */
const ledger = fc.array(fc.integer({ min: 1, max: 60 * 24 * 40 }), { maxLength: 6 }).map((gaps) => {
  let at = START;
  return gaps.map((gap, index) => {
    at += gap * 60_000;
    return entry(index % 2 === 0 ? 'paused' : 'resumed', new Date(at).toISOString());
  });
});
const aClock = fc
  .record({ unit, target: fc.integer({ min: 1, max: 60 }), entries: ledger })
  .map(({ unit: given, target, entries }) =>
    clock(given, target, new Date(START).toISOString(), {
      entries: [entry('started', new Date(START).toISOString()), ...entries],
    }),
  );

describe('properties of the ledger', () => {
  test('a clock that runs falls due after its start, and its warnings before it', () => {
    fc.assert(
      fc.property(aClock, (given) => {
        const due = dueInstant({ ...given, warnAtShare: [0.5, 0.8, 0.95], warnDaysBefore: [7] }, calendar);
        const running = ['started', 'resumed'].includes(given.entries.at(-1)?.action ?? '');
        expect(due === null).toBe(!running);
        if (due !== null) expect(due > new Date(START).toISOString()).toBe(true);
      }),
    );
  });

  test('a longer target never falls due earlier', () => {
    fc.assert(
      fc.property(aClock, fc.integer({ min: 1, max: 20 }), (given, more) => {
        const due = dueInstant(given, calendar);
        const later = dueInstant({ ...given, target: given.target + more }, calendar);
        if (due !== null && later !== null) expect(later > due).toBe(true);
      }),
    );
  });

  test('one holiday more never makes a clock fall due earlier', () => {
    fc.assert(
      fc.property(aClock, fc.integer({ min: 1, max: 100 }), (given, offset) => {
        const holiday = plainDay(dayNumber('2026-01-05') + offset);
        const due = dueInstant(given, calendar);
        const after = dueInstant(given, { ...calendar, restDays: new Set([...calendar.restDays, holiday]) });
        if (due !== null && after !== null) expect(after >= due).toBe(true);
      }),
    );
  });

  test('used time never shrinks, and reaches the target exactly when due', () => {
    fc.assert(
      fc.property(aClock, fc.integer({ min: 0, max: 60 * 24 * 90 }), (given, minutes) => {
        const at = new Date(START + minutes * 60_000).toISOString();
        const later = new Date(START + (minutes + 60) * 60_000).toISOString();
        const used = clockUsage(given, calendar, at).used;
        expect(clockUsage(given, calendar, later).used).toBeGreaterThanOrEqual(used);
        const due = dueInstant(given, calendar);
        if (due !== null && given.unit !== 'months' && given.unit !== 'years') {
          expect(clockUsage(given, calendar, due).used).toBeCloseTo(given.target, 6);
        }
      }),
    );
  });

  test('entries after a moment do not change what is shown for it', () => {
    fc.assert(
      fc.property(aClock, fc.integer({ min: 0, max: 60 * 24 * 60 }), (given, minutes) => {
        const at = new Date(START + minutes * 60_000).toISOString();
        const cut = { ...given, entries: given.entries.filter((each) => each.at <= at) };
        expect(clockUsage(given, calendar, at)).toEqual(clockUsage(cut, calendar, at));
      }),
    );
  });
});

describe('calendar', () => {
  test('days turn in the zone, not in UTC', () => {
    expect(plainDay(localDay('2026-01-05T16:59:59.999Z', 'WIB'))).toBe('2026-01-05');
    expect(plainDay(localDay('2026-01-05T17:00:00.000Z', 'WIB'))).toBe('2026-01-06');
    expect(endOfDay(dayNumber('2026-01-05'), 'WIB')).toBe('2026-01-05T17:00:00.000Z');
  });

  test.each([
    ['2026-01-03', false],
    ['2026-01-04', false],
    ['2026-01-05', true],
    ['2026-01-16', false],
  ])('%s works: %s', (day, works) => {
    expect(isWorkingDay(dayNumber(day), calendar)).toBe(works);
  });

  test('refuses days that do not exist', () => {
    expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
  });

  test('months keep the day of the month where they can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000, max: 25_000 }), fc.integer({ min: 1, max: 120 }), (day, months) => {
        const moved = plainDay(addMonths(day, months));
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(plainDay(day).slice(8)));
        expect(addMonths(day, months)).toBeGreaterThan(day);
      }),
    );
  });
});
