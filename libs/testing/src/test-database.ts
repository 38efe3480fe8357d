import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testVariable } from './test-server.ts';

/** Brings a database to this release and lets the service roles log in; given by the caller, who may depend on it. */
export type Migrate = (databaseUrl: string, passwords: Readonly<Record<string, string>>) => Promise<unknown>;

/** An empty record of this release in a database of its own. */
export interface TestDatabase {
  /** As the owner of the schema, whom neither grants nor policies hold back. */
  readonly url: string;
  readonly owner: pg.Client;
  /** As a service logs in: a missing grant fails in the test, not in production. */
  urlOf(role: string): string;
  drop(): Promise<void>;
}

/** Passwords of the service roles: roles belong to the whole server, so every database of a run shares them. */
const rolePasswords = (): Readonly<Record<string, string>> =>
  JSON.parse(testVariable('TITIAN_ROLE_PASSWORDS')) as Record<string, string>;

/** Creates a database on the test server and migrates it; migrations of two databases never run at once. */
export async function createTestDatabase(migrate: Migrate): Promise<TestDatabase> {
  const server = testVariable('TEST_DATABASE_URL');
  const passwords = rolePasswords();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urlOf = (role?: string): string => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    if (role === undefined) return url.href;
    const password = passwords[role];
    if (password === undefined) throw new Error(`TITIAN_ROLE_PASSWORDS has no password of ${role}`);
    url.username = role;
    url.password = password;
    return url.href;
  };
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`select pg_advisory_lock(hashtext('titian.test.migrate'))`);
    await admin.query(`create database ${name}`);
    await migrate(urlOf(), passwords);
    await admin.query(`select pg_advisory_unlock(hashtext('titian.test.migrate'))`);
    const owner = new pg.Client({ connectionString: urlOf() });
    await owner.connect();
    return { url: urlOf(), owner, urlOf, drop: () => drop(admin, owner, name) };
  } catch (error) {
    await admin.end(); // the lock goes with the session
    throw error;
  }
}

async function drop(admin: pg.Client, owner: pg.Client, name: string): Promise<void> {
  await owner.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
}
