import type { DataSource, EntityManager } from 'typeorm';
import { evolveAll, type Calendar } from '@titian/domain';
import { fromEventBody } from '../record/event-row.ts';
import { models } from '../record/models.ts';
import { bringReadTablesUpToDate } from '../record/read-tables.ts';
import { custodyPeriodsOf, type CustodyPeriod } from './custody-periods.ts';

/**
 * Writes what people read of a case again, from its log: the log is hash-chained and wins. Repeatable; holds the case meanwhile,
 * so that no command comes in between. @returns false if the case has no log
 */
export async function rebuildCase(db: DataSource, calendar: Calendar, caseId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query(`select from case_file where case_id = $1 for update`, [caseId]);
    const log: { body: string; hash: string }[] = await tx.query(
      `select body, hash from case_event where case_id = $1 order by revision`,
      [caseId],
    );
    const events = log.map(({ body }) => fromEventBody(body));
    const last = log.at(-1);
    const state = evolveAll(null, events);
    if (state === null || last === undefined) return false;
    await bringReadTablesUpToDate(tx, calendar, {
      definition: models.ofHash(state.definition.hash).definition,
      before: null,
      after: state,
      stored: [],
      lastHash: last.hash,
    });
    await writePeriods(tx, caseId, custodyPeriodsOf(events));
    return true;
  });
}

async function writePeriods(tx: EntityManager, caseId: string, periods: readonly CustodyPeriod[]): Promise<void> {
  await tx.query(
    `insert into custody (case_id, since, until, role, office, revision)
     select $1, r.since, r.until, r.role, r.office, r.revision
     from jsonb_to_recordset($2::jsonb)
       as r(since timestamptz, until timestamptz, role text, office text, revision integer)
     on conflict (case_id, revision) do update set since = excluded.since, until = excluded.until, role = excluded.role,
       office = excluded.office`,
    [caseId, JSON.stringify(periods)],
  );
}
