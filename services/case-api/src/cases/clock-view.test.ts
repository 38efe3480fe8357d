import { describe, expect, test } from '@jest/globals';
import { claimDefinition, type Calendar, type Clock, type ClockEntry, type ClockUnit } from '@titian/domain';
import { clockView } from './clock-view.ts';

const CALENDAR: Calendar = { version: 'test-1', restDays: new Set(['2026-01-07']), knownUntilYear: 2026 };
const at = (day: string, action: ClockEntry['action']): ClockEntry => ({
  action,
  at: `${day}T02:00:00.000Z`,
  reason: 'test',
  actorId: 'kades-1',
  calendar: 'test-1',
});
const clock = (unit: ClockUnit, target: number, ...entries: ClockEntry[]): Clock => ({
  id: 'expiry#1',
  name: 'expiry',
  unit,
  target,
  zone: 'WIB',
  warnAtShare: [],
  warnDaysBefore: [],
  entries,
  told: [],
});
const shown = (given: Clock, day: string) =>
  clockView(claimDefinition, given, CALENDAR, `${day}T02:00:00.000Z`) as Record<string, unknown>;
const monday = at('2026-01-05', 'started');

describe('a clock as a desk reads it', () => {
  test.each<[string, Clock, string, object]>([
    // Tuesday counts, Wednesday is a holiday, Thursday is not over yet.
    [
      'running',
      clock('working_days', 5, monday),
      '2026-01-08',
      { state: 'running', used: 1, remaining: 4, pausedMs: 0, dueAt: '2026-01-13T17:00:00.000Z' },
    ],
    [
      'paused: nobody knows when it falls due',
      clock('working_days', 5, monday, at('2026-01-07', 'paused')),
      '2026-01-09',
      { state: 'paused', used: 1, remaining: 4, pausedMs: 2 * 86_400_000, dueAt: null },
    ],
    [
      'stopped',
      clock('working_days', 5, monday, at('2026-01-08', 'stopped')),
      '2026-02-01',
      { state: 'stopped', used: 1, remaining: 4, dueAt: null },
    ],
    [
      'over its time',
      clock('calendar_days', 2, monday),
      '2026-01-20',
      { state: 'running', remaining: 0, dueAt: '2026-01-07T17:00:00.000Z' },
    ],
    [
      'of months, counted in days',
      clock('months', 1, monday),
      '2026-01-10',
      { unit: 'months', countedIn: 'calendar_days', target: 1, used: 4, remaining: 27 },
    ],
    [
      'of months, paused: what was left when it stood still',
      clock('months', 1, monday, at('2026-01-10', 'paused')),
      '2026-03-10',
      { state: 'paused', used: 4, remaining: 27, dueAt: null },
    ],
    [
      'of months, stopped while paused',
      clock('months', 1, monday, at('2026-01-10', 'paused'), at('2026-01-12', 'stopped')),
      '2026-06-01',
      { state: 'stopped', remaining: 27, dueAt: null },
    ],
  ])('%s', (_what, given, day, expected) => {
    expect(shown(given, day)).toMatchObject({ ...expected, calendarVersion: 'test-1' });
  });

  test('a day in a year without a decree is provisional', () => {
    expect(shown(clock('working_days', 300, monday), '2026-01-08')['provisional']).toBe(true);
    expect(shown(clock('working_days', 5, monday), '2026-01-08')['provisional']).toBe(false);
  });
});
