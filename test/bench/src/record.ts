import pg from 'pg';
import type { LocalStack } from '@titian/local';

/** The record as its owner. A stack that ends takes its connections along; the first fault is told. */
export async function openRecord(stack: LocalStack): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  db.on('error', () => undefined);
  await db.connect();
  return db;
}

/** Events stored and not published yet. */
export async function relayLag(db: pg.Client): Promise<number> {
  const { rows } = await db.query<{ lag: string }>(
    `select sum((select coalesce(max(position), 0) from case_event e where e.shard = c.shard) - c.position) as lag
     from relay_cursor c`,
  );
  return Number(rows[0]?.lag);
}
