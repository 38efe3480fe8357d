import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createLogger } from '@titian/observability';
import { dataSource } from '@titian/persistence';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { startErasure, type Erasure } from './erasure.ts';

jest.setTimeout(60_000);

let database: TestDatabase;
let db: DataSource;
let erasures: Erasure[];
let lines: Record<string, unknown>[];
beforeEach(async () => {
  database = await createTestDatabase(migrate);
  db = await dataSource(database.urlOf('case_worker')).initialize();
  erasures = [];
  lines = [];
});
afterEach(async () => {
  await Promise.all(erasures.map((erasure) => erasure.stop()));
  await db.destroy();
  await database.drop();
});

const start = (everyMs?: number): Erasure => {
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const erasure = startErasure(db, createLogger('test', 'info', { write }), everyMs);
  erasures.push(erasure);
  return erasure;
};
const keepOld = (): Promise<unknown> =>
  database.owner.query(
    `insert into statement (statement_id, kind, area, digest, cipher, created_by, created_at)
     values ($1, 'note', '35.05', 'digest', '\\x00', 'test', now() - interval '25 hours')`,
    [randomUUID()],
  );
const count = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>('select count(*)::int as n from statement');
  return rows[0]?.n ?? -1;
};
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come within 10 s');
}

describe('the worker’s erasure', () => {
  test('begins when the worker starts, and says how many and nothing of whom', async () => {
    await keepOld();
    await keepOld();
    await start().stop();
    expect(await count()).toBe(0);
    expect(lines).toEqual([expect.objectContaining({ erased: 2, msg: 'unreferenced statements erased' })]);
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['erased', 'level', 'msg', 'name', 'service', 'time']);
  });

  test('comes again', async () => {
    start(20);
    await until(() => lines.length > 1);
    await keepOld();
    await until(async () => (await count()) === 0);
  });

  test('tells a fault and tries again the next time', async () => {
    await keepOld();
    await database.owner.query('revoke delete on statement from case_worker');
    start(20);
    await until(() => lines.length > 1);
    expect(lines[0]).toMatchObject({ level: 50, msg: 'unreferenced statements not erased' });
    await database.owner.query('grant delete on statement to case_worker');
    await until(async () => (await count()) === 0);
  });

  test('leaves the work to the worker that is at it', async () => {
    await keepOld();
    await database.owner.query(`select pg_advisory_lock(hashtext('titian.erase'))`);
    await start().stop();
    expect([await count(), lines]).toEqual([1, []]);
  });

  test('begins nothing after it was stopped', async () => {
    const erasure = start(20);
    await until(() => lines.length > 1);
    await erasure.stop();
    await keepOld();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await count()).toBe(1);
  });

  test('does not keep the process alive', () => {
    const unref = jest.spyOn(globalThis, 'setInterval');
    start();
    expect((unref.mock.results[0]?.value as NodeJS.Timeout).hasRef()).toBe(false);
    unref.mockRestore();
  });
});
