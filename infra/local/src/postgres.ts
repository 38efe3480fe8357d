import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { identify, isRunning } from '../boot/process-table.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { lastLines, runTool } from '../boot/run-tool.mjs';
import { toInheritedEnv } from './child-env.ts';
import { type Launch } from './child.ts';
import { type Profile } from './profile.ts';
import { getPostgresPrograms } from './postgres-part.ts';
import { databaseName } from './stack.ts';
import { choosePostgresUser, chooseReachableHome, type UserIds } from './unprivileged-user.ts';

/** Also the name of the superuser. */
const owner = 'titian';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  jit: 'off',
  io_method: 'sync', // three worker processes less
  shared_buffers: '64MB',
  max_connections: '200',
  max_wal_size: '512MB',
  log_min_messages: 'warning',
};

/** Where PostgreSQL's data lie and who owns them. */
export interface PostgresPlace {
  readonly data: string;
  readonly home: string;
  readonly user?: UserIds;
  /** The folder that sent the data elsewhere. */
  readonly barrier?: string;
}

/** Chooses the place without touching it. */
export function locatePostgres(profile: Profile): PostgresPlace {
  const user = choosePostgresUser();
  const reachable = chooseReachableHome(profile.home, user);
  return { ...reachable, ...(user && { user }), data: join(reachable.home, 'data', profile.name, 'postgres') };
}

/** The superuser's connection to the record. */
export const toOwnerUrl = (port: number, password: string, database = databaseName): string =>
  `postgresql://${owner}:${password}@127.0.0.1:${port}/${database}`;

/** Makes the cluster beside its place and moves it there when complete. */
async function initialise(bin: string, place: PostgresPlace, password: string): Promise<void> {
  const fresh = `${place.data}.new`;
  const passwordFile = `${place.data}.pw`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { user } = place;
  if (user) await Promise.all([fresh, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  const args = ['--pgdata', fresh, '--username', owner, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  const rest = ['--encoding', 'UTF8', '--locale', 'C', '--no-sync', '--no-instructions'];
  try {
    const result = await runTool(join(bin, 'initdb'), [...args, ...rest], { cwd: dirname(fresh), ...user });
    if (result.code !== 0) throw new Refusal(`PostgreSQL could not be set up: ${lastLines(result.output)}.`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, place.data);
}

/** A server of this very folder that no record knows, e.g. killed supervisors leave none in the first microseconds. */
async function endStray(bin: string, data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number((await readFile(file, 'utf8')).split('\n')[0]) : NaN;
  const stray = Number.isInteger(pid) ? identify(pid) : undefined;
  if (stray?.command === join(bin, 'postgres')) {
    process.kill(stray.pid, 'SIGINT');
    while (isRunning(stray)) await delay(25);
  } else if (stray && basename(stray.command) !== 'postgres') {
    await rm(file, { force: true }); // another program has that number since the machine was restarted
  }
}

/** Programs, cluster and user ready, and how to start the server on them. */
export async function preparePostgres(
  profile: Profile,
  port: number,
  password: string,
  env: NodeJS.ProcessEnv,
): Promise<Launch> {
  const place = locatePostgres(profile);
  await mkdir(dirname(place.data), { recursive: true, mode: 0o755 });
  const bin = await getPostgresPrograms(place.home);
  if (place.user) await chmod(dirname(place.data), 0o755);
  if (existsSync(place.data)) await endStray(bin, place.data);
  else await initialise(bin, place, password);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    command: join(bin, 'postgres'),
    args: ['-D', place.data, '-p', String(port), ...flags],
    env: toInheritedEnv(env),
    cwd: dirname(place.data),
    stopWith: ['SIGINT', 'SIGQUIT'],
    ...(place.user && { user: place.user }),
  };
}

/** Whether the server answers a query. */
export async function isPostgresReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // e.g. it stops while we ask: the query fails as well
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the database of the record on the first start. */
export async function createDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: toOwnerUrl(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
