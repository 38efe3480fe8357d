import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Actor } from '@titian/domain';
import { startStack, type LocalStack } from '@titian/local';
import { commit, dataSource, models, shardOf, type RecordWorld } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { watchEvents, type EventWatch } from '../story/event-watch.ts';

/** How long a transaction is held open; five minutes with RELAY_HELD_MS=300000. */
const HELD_MS = Number(process.env['RELAY_HELD_MS'] ?? '3000');

jest.setTimeout(60_000 + 2 * HELD_MS);

const root = resolve(import.meta.dirname, '../../../..');

const OFFICER: Actor = { id: 'disnaker-blitar-1', role: 'district_officer', office: 'disnaker:35.05', area: '35.05' };
const VILLAGE: Actor = { id: 'kades', role: 'village_officer', office: 'desa:35.05.08.2003', area: '35.05.08.2003' };
const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };
const OPENING = {
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: '2025-12-20',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  subject: STATEMENT,
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
};
const world: RecordWorld = { models, calendar: currentCalendar, offices: officeDirectory() };

let stack: LocalStack;
let db: DataSource;
let owner: pg.Client;
let watch: EventWatch;

beforeAll(async () => {
  stack = await startStack({
    profile: `test-${String(process.pid)}-relay`,
    ports: 'free',
    parts: ['postgres', 'kafka', 'event-relay'],
  });
  db = await dataSource(stack.addresses.roleUrls.case_worker, 8, 'test').initialize();
  owner = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  await owner.connect();
  watch = await watchEvents(stack.addresses.kafkaBrokers);
}, 120_000);
afterEach(async () => {
  for (const part of ['kafka', 'event-relay'] as const) if (stack.pids()[part] === undefined) await stack.start(part);
}, 60_000);
afterAll(async () => {
  await watch.stop();
  await Promise.all([db.destroy(), owner.end()]);
  await stack.stop();
  await stack.forget();
}, 60_000);

/** What the case-worker does with a command. @returns the revision of the case */
async function send(caseId: string, name: string, actor: Actor, input: object): Promise<number> {
  const command = { name, actor, input: input as typeof OPENING };
  const request = { caseType: 'claim', caseId, knownRevision: 0, commandId: randomUUID(), command } as const;
  const { receipt } = await commit(db, world, { ...request, now: new Date().toISOString() });
  if (receipt.status !== 'done') throw new Error(`${name} was refused: ${receipt.refusal?.code ?? ''}`);
  return receipt.revision;
}
const open = (caseId: string): Promise<number> => send(caseId, 'reportAccident', VILLAGE, OPENING);
const note = (caseId: string): Promise<number> => send(caseId, 'addNote', OFFICER, { statement: STATEMENT });
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
/** Versions in the order in which they first arrived. */
const versionsOf = (caseId: string): number[] => [...new Set(watch.of(caseId).map(({ event }) => event.caseversion))];
const caseIn = (shard: number): string => `${randomUUID().slice(0, -4)}${shard.toString(16).padStart(4, '0')}`;

/** A page of the relay's own server. */
async function page(path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${stack.ports['event-relay']}${path}`);
  return response.text();
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error(`${what} did not come within 40 s`);
}

describe('the relay', () => {
  test('loses nothing and keeps every case in order while commits race', async () => {
    const cases = upTo(24).map(() => randomUUID());
    await Promise.all(cases.map(open));
    const last = new Map<string, number>();
    await Promise.all(
      cases.map(async (caseId) => {
        for (let n = 0; n < 8; n += 1) last.set(caseId, await note(caseId));
      }),
    );
    for (const caseId of cases) await watch.until(caseId, last.get(caseId) ?? 0);
    for (const caseId of cases) expect(versionsOf(caseId)).toEqual(upTo(last.get(caseId) ?? 0));
  });

  test('waits for no transaction that is merely open, however old', async () => {
    const idle = new pg.Client({ connectionString: stack.addresses.databaseUrl });
    await idle.connect();
    await idle.query('begin isolation level repeatable read');
    await idle.query('select pg_current_xact_id(), count(*) from case_event'); // holds back xmin, as a long report would
    await pause(HELD_MS);
    const caseId = randomUUID();
    const revision = await open(caseId);
    await watch.until(caseId, revision);
    await idle.query('rollback');
    await idle.end();
  });

  test('passes no position that is given and not committed yet, and holds up no other shard for it', async () => {
    const [slow, quick] = [caseIn(5), caseIn(6)];
    await open(slow);
    await open(quick);
    const held = new pg.Client({ connectionString: stack.addresses.databaseUrl });
    await held.connect();
    await held.query('begin'); // stands for a commit whose machine stops in its last step
    await held.query(`select pg_advisory_xact_lock(hashtext('titian.log'), $1)`, [shardOf(slow)]);
    await held.query(
      `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
       select case_id, revision + 1, $2, case_type, type, at, 'held', body, prev_hash, hash, shard, position + 1
       from case_event where case_id = $1 order by revision desc limit 1`,
      [slow, randomUUID()],
    );
    const blocked = note(caseIn(5)).catch((error: unknown) => error); // refused by its statement timeout, not lost
    const revision = await note(quick);
    await watch.until(quick, revision);
    await pause(HELD_MS);
    await held.query('rollback');
    await held.end();
    await blocked;
    const after = await note(slow);
    await watch.until(slow, after);
    expect(versionsOf(slow)).toEqual(upTo(after));
  });

  test('lets commands go on while Kafka is away, tells its lag, and brings everything when Kafka is back', async () => {
    const caseId = randomUUID();
    await open(caseId);
    await stack.kill('kafka');
    const revision = await note(caseId);
    for (let n = 0; n < 20; n += 1) await open(randomUUID());
    await until('the lag', async () => /degraded: out of reach, lag [1-9]/.test(await page('/readyz')));
    expect(await page('/metrics')).toMatch(/titian_relay_lag\{shard="\d+"\} [1-9]/);
    expect((await fetch(`http://127.0.0.1:${stack.ports['event-relay']}/readyz`)).status).toBe(200);
    await stack.start('kafka');
    await until('no lag', async () => (await page('/readyz')).includes('"detail":"lag 0"'));
    await watch.until(caseId, revision, 120_000); // the consumer of this test has to find its broker again as well
    expect(versionsOf(caseId)).toEqual(upTo(revision));
  }, 240_000);

  test('loses nothing over a kill -9 in the middle of a backlog', async () => {
    const cases = upTo(60).map(() => randomUUID());
    await stack.kill('event-relay');
    const last = new Map<string, number>();
    for (const caseId of cases) last.set(caseId, await open(caseId));
    await stack.start('event-relay', { RELAY_BATCH: '20', RELAY_PATIENCE_MS: '50' });
    await until('the first of them', () => cases.some((caseId) => watch.of(caseId).length > 0));
    await stack.kill('event-relay');
    expect(cases.every((caseId) => watch.of(caseId).length > 0)).toBe(false);
    await stack.start('event-relay', { RELAY_BATCH: '500', RELAY_PATIENCE_MS: '0' });
    for (const caseId of cases) await watch.until(caseId, last.get(caseId) ?? 0);
    for (const caseId of cases) expect(versionsOf(caseId)).toEqual(upTo(last.get(caseId) ?? 0));
  });

  test('is taken over by another when it is killed', async () => {
    const second = spawn(process.execPath, [join(root, 'services/event-relay/dist/main.js')], {
      env: {
        ...process.env,
        DATABASE_URL: stack.addresses.roleUrls.event_relay,
        KAFKA_BROKERS: stack.addresses.kafkaBrokers,
        HEALTH_PORT: '0',
      },
      stdio: 'ignore',
    });
    try {
      await until('half of the shards', async () => (await page('/readyz')).includes('leads 8'));
      const cases = upTo(16).map((shard) => caseIn(shard - 1));
      await stack.kill('event-relay');
      const last = await Promise.all(cases.map(open));
      for (const [n, caseId] of cases.entries()) await watch.until(caseId, last[n] ?? 0);
      await stack.start('event-relay');
    } finally {
      second.kill('SIGKILL');
    }
  });
});
