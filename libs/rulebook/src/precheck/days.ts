import { addMonths, dayNumber, plainDay, type PlainDay } from '@titian/domain';

/** The day after. */
export const dayAfter = (day: PlainDay): PlainDay => plainDay(dayNumber(day) + 1);

/** So many days later; negative: earlier. */
export const daysLater = (day: PlainDay, days: number): PlainDay => plainDay(dayNumber(day) + days);

/** So many months later; a day that the month lacks becomes its last one. */
export const monthsLater = (day: PlainDay, months: number): PlainDay => plainDay(addMonths(dayNumber(day), months));

/** The earliest of days, all given. */
export const earliest = (...days: readonly PlainDay[]): PlainDay => days.reduce((a, b) => (a < b ? a : b));
