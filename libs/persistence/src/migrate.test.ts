import { afterEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { migrate, SERVICE_ROLES } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

jest.setTimeout(60_000);

const ALL = MIGRATIONS.map(({ name }) => name);
let database: TestDatabase;
afterEach(() => database.drop());

const applied = async (): Promise<string[]> => {
  const { rows } = await database.owner.query<{ name: string }>('select name from schema_migration order by id');
  return rows.map(({ name }) => name);
};

describe('the migrator', () => {
  test('brings an empty database to this release, and a second time does nothing', async () => {
    const done: unknown[] = [];
    database = await createTestDatabase(async (url, passwords) => {
      done.push(await migrate(url, passwords), await migrate(url, passwords));
    });
    expect(done).toEqual([ALL, []]);
    expect(await applied()).toEqual(ALL);
  });

  test('waits for another at work: both end well and one has done it', async () => {
    let done: (readonly string[])[] = [];
    database = await createTestDatabase(async (url, passwords) => {
      done = await Promise.all([migrate(url, passwords), migrate(url, passwords), migrate(url, passwords)]);
    });
    expect(done.flat()).toEqual(ALL);
    expect(await applied()).toEqual(ALL);
  });

  test('lets each service log in with its own password only', async () => {
    database = await createTestDatabase(migrate);
    for (const role of SERVICE_ROLES) {
      const client = new pg.Client({ connectionString: database.urlOf(role) });
      await client.connect();
      expect((await client.query<{ name: string }>('select current_user as name')).rows).toEqual([{ name: role }]);
      await client.end();
      const stranger = new URL(database.urlOf(role));
      stranger.password = 'guess';
      const refused = new pg.Client({ connectionString: stranger.href });
      await expect(refused.connect()).rejects.toThrow('password authentication failed');
    }
  });

  test('keeps what is stored when it runs again', async () => {
    database = await createTestDatabase(migrate);
    await database.owner.query(`update relay_cursor set position = 7 where shard = 5`);
    await migrate(database.url);
    const { rows } = await database.owner.query(`select position from relay_cursor where shard = 5`);
    expect(rows).toEqual([{ position: '7' }]);
  });

  test('says what failed, not what failed after it', async () => {
    let fault: unknown;
    database = await createTestDatabase(async (url, passwords) => {
      const readOnly = new URL(url);
      readOnly.searchParams.set('options', '-c default_transaction_read_only=on');
      fault = await migrate(readOnly.href, passwords).catch((error: unknown) => error);
    });
    expect(String(fault)).toMatch(/CREATE TABLE/);
  });

  test('has no way back', async () => {
    database = await createTestDatabase(() => Promise.resolve());
    for (const Migration of MIGRATIONS) await expect(new Migration().down()).rejects.toThrow('restore a backup');
  });
});
