import type { Calendar, PlainDay } from '@titian/domain';
import { HOLIDAY_DECREES } from './decrees.ts';

/** The calendar as it was known on a day: of each year the latest decree signed by then. */
export function calendarKnownOn(day: PlainDay): Calendar {
  const known = HOLIDAY_DECREES.filter(({ knownFrom }) => knownFrom <= day);
  const latest = new Map(known.map((decree) => [decree.year, decree]));
  const decrees = [...latest.values()].sort((a, b) => a.year - b.year);
  return {
    version: decrees.map(({ version }) => version).join('+'),
    restDays: new Set(decrees.flatMap(({ year, restDays }) => restDays.map((rest) => `${year}-${rest}`))),
    knownUntilYear: Math.max(...decrees.map(({ year }) => year)),
  };
}

/** The newest calendar of this release. */
export const currentCalendar: Calendar = calendarKnownOn('9999-12-31');
