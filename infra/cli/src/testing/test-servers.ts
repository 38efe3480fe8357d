import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A variable that the runner of the tests sets. @throws Error with one sentence that says how */
export function needed(name: 'TEST_DATABASE_URL' | 'TEST_KAFKA_BROKERS'): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new Error(
    `${name} is not set: run npm test, which starts PostgreSQL and Kafka, or name running servers yourself.`,
  );
}

/** An empty record of this release in a database of its own. */
export interface TestRecord {
  readonly owner: pg.Client;
  readonly url: string;
  drop(): Promise<void>;
}

/** Outside this workspace's sources, so it is reached by its file and not by the package's exports. */
const MIGRATE = new URL('../../../../libs/persistence/src/migrate.ts', import.meta.url).href;

/** Roles belong to the whole server, so migrations of two databases must not run at once. */
export async function createRecord(): Promise<TestRecord> {
  const server = needed('TEST_DATABASE_URL');
  const name = `cli_${randomBytes(6).toString('hex')}`;
  const address = new URL(server);
  address.pathname = `/${name}`;
  const url = address.href;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`select pg_advisory_lock(hashtext('titian.test.migrate'))`);
  await admin.query(`create database ${name}`);
  const { migrate } = (await import(MIGRATE)) as { migrate: (url: string) => Promise<unknown> };
  await migrate(url);
  await admin.query(`select pg_advisory_unlock(hashtext('titian.test.migrate'))`);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return {
    owner,
    url,
    async drop() {
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
