import type { DataSource, EntityManager } from 'typeorm';
import { evolve, type CaseState } from '@titian/domain';
import { fromEventBody } from '../record/event-row.ts';
import { bringReadTablesUpToDate } from '../record/read-tables.ts';
import { world } from './record-world.ts';

export const READ_TABLES = ['case_file', 'clock', 'task', 'evidence', 'custody'] as const;

/** Rows of the read tables of a case, by table. */
export type ReadRows = Readonly<Record<string, readonly object[]>>;

/** What people read of a case now. */
export async function readRowsOf(via: DataSource | EntityManager, caseId: string): Promise<ReadRows> {
  const rows: Record<string, object[]> = {};
  for (const table of READ_TABLES) {
    const found: { row: object }[] = await via.query(
      `select to_jsonb(t) as row from ${table} t where case_id = $1 order by to_jsonb(t)::text`,
      [caseId],
    );
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

/**
 * The read tables of a case as its log alone makes them, one event after the other: within a transaction that is rolled
 * back, so that the live ones stay. Takes the owner's pool, since no service may delete a case.
 */
export async function rebuild(owner: DataSource, caseId: string): Promise<ReadRows> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    const tx = runner.manager;
    for (const table of READ_TABLES) await tx.query(`delete from ${table} where case_id = $1`, [caseId]);
    const log: { body: string; hash: string }[] = await tx.query(
      `select body, hash from case_event where case_id = $1 order by revision`,
      [caseId],
    );
    let before: CaseState | null = null;
    for (const { body, hash } of log) {
      const event = fromEventBody(body);
      const after = evolve(before, event);
      const { definition } = world.models.ofHash(after.definition.hash);
      await bringReadTablesUpToDate(tx, world.calendar, { definition, before, after, stored: [event], lastHash: hash });
      before = after;
    }
    return await readRowsOf(tx, caseId);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
