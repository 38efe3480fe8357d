import type { DataSource, EntityManager } from 'typeorm';
import type { Calendar } from '@titian/domain';

/** The version in force now, as a scalar of any statement; null while none is published. Costs a statement nothing. */
export const IN_FORCE = `(select version from calendar where in_force_from <= now() order by in_force_from desc, version desc limit 1)`;

interface CalendarRow {
  readonly version: string;
  readonly restDays: string[];
  readonly knownUntilYear: number;
}

/** Calendars already read, by whose world they belong to: a version never changes, so it is read once by each process. */
const SHELVES = new WeakMap<object, Map<string, Calendar>>();

/**
 * The calendar of a version with every other version beside it. Which one is in force, and what is in it, both come from the
 * record: a worker of an older release decides by a decree that it was not built with.
 */
export async function calendarFor(
  via: EntityManager,
  world: { readonly calendar: Calendar },
  version: string | null,
): Promise<Calendar> {
  if (version === null) return world.calendar;
  const shelf = SHELVES.get(world) ?? new Map<string, Calendar>();
  SHELVES.set(world, shelf);
  const kept = shelf.get(version);
  if (kept !== undefined) return kept;
  const calendar = await readCalendar(via, version);
  shelf.set(version, calendar);
  return calendar;
}

/** A published version with the others beside it. @throws RangeError if it is not published */
export async function readCalendar(via: EntityManager, version: string): Promise<Calendar> {
  const rows: CalendarRow[] = await via.query(
    `select version, rest_days as "restDays", known_until_year as "knownUntilYear" from calendar order by in_force_from, version`,
  );
  const all = rows.map(({ restDays, ...row }): Calendar => ({ ...row, restDays: new Set(restDays) }));
  const found = all.find((each) => each.version === version);
  if (found === undefined) throw new RangeError(`calendar ${version} is not published`);
  return { ...found, earlier: all.filter((each) => each !== found) };
}

/** The calendar in force, or the one given while none is published. */
export async function calendarInForce(db: DataSource, otherwise: Calendar): Promise<Calendar> {
  const [row]: { version: string | null }[] = await db.query(`select ${IN_FORCE} as version`);
  return row?.version == null ? otherwise : readCalendar(db.manager, row.version);
}
