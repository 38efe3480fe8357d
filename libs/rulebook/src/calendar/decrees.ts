import type { LegalBasis } from '@titian/domain';
import { ROWS } from '../rows/generated/index.ts';
import { refOf } from '../rows/rulebook.ts';

/** One decree on holidays and cuti bersama. An amendment is a decree of its own, so that a past count can be repeated. */
export interface HolidayDecree {
  readonly version: string;
  readonly year: number;
  readonly legalBasis: LegalBasis;
  /** First day on which the decree is known. */
  readonly knownFrom: string;
  /** Holidays and cuti bersama of the year, `MM-DD`; weekends may be among them. */
  readonly restDays: readonly string[];
  /** Those of them that a later decree may still move. */
  readonly provisional: readonly string[];
}

/** Every decree of the rows, in the order in which they became known. */
export const HOLIDAY_DECREES: readonly HolidayDecree[] = ROWS.holidays
  .map((row) => ({
    version: row.version,
    year: row.year,
    legalBasis: refOf('holidays', row),
    knownFrom: row.validFrom,
    restDays: [...row.holidays, ...row.jointLeave].sort(),
    provisional: row.provisional,
  }))
  .sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1));
