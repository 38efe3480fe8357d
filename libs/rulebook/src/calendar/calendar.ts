import type { Calendar, PlainDay } from '@titian/domain';
import { HOLIDAY_DECREES } from './decrees.ts';

/** The calendar as it was known on a day: of each year the latest decree signed by then, and the versions before it. */
export function calendarKnownOn(day: PlainDay): Calendar {
  const days = new Set(HOLIDAY_DECREES.map(({ knownFrom }) => knownFrom).filter((from) => from <= day));
  const versions = [...days].sort().map(versionOf);
  const newest = versions.at(-1);
  if (newest === undefined) throw new RangeError(`no calendar was decreed by ${day}`);
  return { ...newest, earlier: versions.slice(0, -1) };
}

/** The newest calendar of this release. */
export const currentCalendar: Calendar = calendarKnownOn('9999-12-31');

function versionOf(day: PlainDay): Calendar {
  const known = HOLIDAY_DECREES.filter(({ knownFrom }) => knownFrom <= day).sort((a, b) =>
    a.knownFrom < b.knownFrom ? -1 : 1,
  );
  const latest = new Map(known.map((decree) => [decree.year, decree]));
  const decrees = [...latest.values()].sort((a, b) => a.year - b.year);
  return {
    version: decrees.map(({ version }) => version).join('+'),
    restDays: new Set(decrees.flatMap(({ year, restDays }) => restDays.map((rest) => `${year}-${rest}`))),
    knownUntilYear: Math.max(...decrees.map(({ year }) => year)),
  };
}
