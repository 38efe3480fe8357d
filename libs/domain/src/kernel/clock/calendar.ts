import { Temporal } from 'temporal-polyfill';
import { ZONES, type Instant, type PlainDay, type Zone } from '../vocabulary.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Days since 1970-01-01, without zone: counting working days is counting integers. */
export type DayNumber = number;

/** One version of the list of days on which offices rest. A decree amended in mid-year is a new version. */
export interface Calendar {
  readonly version: string;
  /** Holidays and cuti bersama; weekends are not listed. */
  readonly restDays: ReadonlySet<PlainDay>;
  /** Last year with a decree; later years know weekends only, and due days in them are provisional. */
  readonly knownUntilYear: number;
  /** The versions that it took over from: a clock counts by the version that its ledger names. */
  readonly earlier?: readonly Calendar[];
}

/**
 * One version out of a calendar and those before it; without a name, the calendar itself.
 *
 * @throws RangeError if it is not among them: counting by another version would give another due day
 */
export function calendarOfVersion(calendar: Calendar, version?: string): Calendar {
  if (version === undefined || version === calendar.version) return calendar;
  const found = calendar.earlier?.find((each) => each.version === version);
  if (found === undefined) throw new RangeError(`calendar ${version} is not known beside ${calendar.version}`);
  return found;
}

/** Days that rest in one of two versions and not in the other, in order. */
export function daysThatDiffer(before: Calendar, after: Calendar): readonly PlainDay[] {
  const differ = [
    ...[...before.restDays].filter((day) => !after.restDays.has(day)),
    ...[...after.restDays].filter((day) => !before.restDays.has(day)),
  ];
  return differ.sort();
}

/** @throws RangeError unless `day` is a real calendar day in the form `YYYY-MM-DD` */
export function dayNumber(day: PlainDay): DayNumber {
  return Temporal.PlainDate.from(day, { overflow: 'reject' }).since('1970-01-01').days;
}

export function plainDay(day: DayNumber): PlainDay {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The local calendar day of a moment. */
export function localDay(at: Instant, zone: Zone): DayNumber {
  return Math.floor((Date.parse(at) + ZONES[zone] * HOUR_MS) / DAY_MS);
}

/** The moment a local day begins. */
export function startOfDay(day: DayNumber, zone: Zone): Instant {
  return endOfDay(day - 1, zone);
}

/** The moment a local day ends (midnight at its end): the due instant of everything due on that day. */
export function endOfDay(day: DayNumber, zone: Zone): Instant {
  return new Date((day + 1) * DAY_MS - ZONES[zone] * HOUR_MS).toISOString();
}

/** Adds months; a day that the target month lacks becomes its last day (31 January + 1 month = 28 February). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  return dayNumber(Temporal.PlainDate.from(plainDay(day)).add({ months }).toString());
}

/** Monday to Friday and not a rest day. 1970-01-01 was a Thursday. */
export function isWorkingDay(day: DayNumber, calendar: Calendar): boolean {
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5 && !calendar.restDays.has(plainDay(day));
}
