import type { DataSource } from 'typeorm';
import type { Calendar } from '@titian/domain';

/**
 * Gives a new record the calendars of this release, the newest in force. A record that has one keeps it: a later decree comes
 * into force by `titian calendar apply` alone, which moves the running clocks as well. Repeatable.
 */
export async function publishFirstCalendar(db: DataSource, calendar: Calendar): Promise<void> {
  const versions = [...(calendar.earlier ?? []), calendar];
  await db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('titian.calendar'))`);
    const [known] = await tx.query<object[]>(`select from calendar limit 1`);
    if (known !== undefined) return;
    for (const [n, version] of versions.entries()) {
      // In the order of the decrees; all in force already, so that the newest is.
      await insert(tx, version, `now() - interval '${versions.length - n} seconds'`);
    }
  });
}

/** Puts a version into force, now. @returns false if it was published before: a version never changes */
export async function publishCalendar(db: DataSource, calendar: Calendar): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('titian.calendar'))`);
    return insert(tx, calendar, 'now()');
  });
}

async function insert(
  via: Pick<DataSource, 'query'>,
  { version, restDays, knownUntilYear }: Calendar,
  inForceFrom: string,
): Promise<boolean> {
  const rows: object[] = await via.query(
    `insert into calendar (version, in_force_from, rest_days, known_until_year) values ($1, ${inForceFrom}, $2, $3)
     on conflict (version) do nothing returning version`,
    [version, [...restDays].sort(), knownUntilYear],
  );
  return rows.length > 0;
}
