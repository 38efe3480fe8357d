import type { PlainDay } from '@titian/domain';

const DAY_MS = 86_400_000;
const dayOf = (ms: number): PlainDay => new Date(ms).toISOString().slice(0, 10);

/*
 * Plain UTC arithmetic: a pre-check asks for dozens of days, and facts were checked to be real days when they came in. The
 * kernel's calendar is the oracle of the tests.
 */

/** So many days later; negative: earlier. */
export const daysLater = (day: PlainDay, days: number): PlainDay => dayOf(Date.parse(day) + days * DAY_MS);

/** The day after. */
export const dayAfter = (day: PlainDay): PlainDay => daysLater(day, 1);

/** So many months later; a day that the month lacks becomes its last one. */
export function monthsLater(day: PlainDay, months: number): PlainDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** The earliest of days, at least one. */
export const earliest = (...days: readonly PlainDay[]): PlainDay => days.reduce((a, b) => (a < b ? a : b));
