import { expect, test } from '@jest/globals';
import { rulebook } from '../rows/rulebook.ts';
import { calendarKnownOn, currentCalendar } from './calendar.ts';

test('18 August 2025 rests from the day the amendment was signed, and not before', () => {
  expect(calendarKnownOn('2025-08-06').restDays.has('2025-08-18')).toBe(false);
  expect(calendarKnownOn('2025-08-07').restDays.has('2025-08-18')).toBe(true);
});

test('the presidential additions of 2024 come one after the other', () => {
  expect(calendarKnownOn('2024-01-31').restDays.has('2024-02-14')).toBe(false);
  expect(calendarKnownOn('2024-11-20').restDays.has('2024-02-14')).toBe(true);
  expect(calendarKnownOn('2024-11-20').restDays.has('2024-11-27')).toBe(false);
  expect(calendarKnownOn('2024-11-21').restDays.has('2024-11-27')).toBe(true);
});

test.each([
  [2024, 19, 10],
  [2025, 17, 11],
  [2026, 17, 8],
  [2027, 18, 8],
])('%i has %i holidays and %i days of joint leave in its last version', (year, holidays, jointLeave) => {
  const last = rulebook.rows.holidays.filter((row) => row.year === year).at(-1);
  expect([last?.holidays.length, last?.jointLeave.length]).toEqual([holidays, jointLeave]);
});

test('days of 2027 that a later decree may move are marked, and the year is not verified', () => {
  const row = rulebook.rows.holidays.find(({ year }) => year === 2027);
  expect(row).toMatchObject({ verified: false, provisional: ['03-10', '03-11', '05-17'] });
});

test('the newest calendar names the decree of each year', () => {
  expect(currentCalendar).toMatchObject({ version: '2024b+2025a+2026+2027', knownUntilYear: 2027 });
});
