import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { topicOf } from '@titian/events';
import { createKafka } from '@titian/kafka';
import { startStack, type LocalStack } from '@titian/local';
import { commit, dataSource, models, type RecordWorld } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import type { Actor, JsonObject } from '@titian/domain';

jest.setTimeout(90_000);

const root = resolve(import.meta.dirname, '../../../..');
const world: RecordWorld = { models, calendar: currentCalendar, offices: officeDirectory() };
const VILLAGE: Actor = { id: 'kades', role: 'village_officer', office: 'desa:35.05.08.2003', area: '35.05.08.2003' };
const OFFICER: Actor = { id: 'disnaker-blitar-1', role: 'district_officer', office: 'disnaker:35.05', area: '35.05' };
const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };
const OPENING: JsonObject = {
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: '2025-12-20',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  subject: STATEMENT,
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
};

let stack: LocalStack;
let owner: pg.Client;

beforeAll(async () => {
  stack = await startStack({
    profile: `test-${String(process.pid)}-reporting`,
    ports: 'free',
    parts: ['postgres', 'kafka', 'event-relay', 'reporting'],
  });
  owner = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  await owner.connect();
  const db = await dataSource(stack.addresses.roleUrls.case_worker, 4, 'test').initialize();
  for (let n = 0; n < 20; n += 1) {
    const caseId = randomUUID();
    const send = (name: string, actor: Actor, input: JsonObject, now: string): Promise<unknown> => {
      const command = { name, actor, input };
      const request = { caseType: 'claim', caseId, knownRevision: 0, commandId: randomUUID(), command } as const;
      return commit(db, world, { ...request, now });
    };
    await send('reportAccident', VILLAGE, OPENING, '2026-01-05T02:00:00.000Z');
    if (n % 2 === 0) await send('addNote', OFFICER, { statement: STATEMENT }, '2026-01-06T02:00:00.000Z');
    if (n % 4 === 0) {
      await send(
        'recordAccidentOutcome',
        VILLAGE,
        { outcome: 'RECOVERED', day: '2026-01-02' },
        '2026-01-07T02:00:00.000Z',
      );
      const system: Actor = { id: 'system', role: 'system', office: 'titian', area: '' };
      await send('clockDue', system, {}, '2026-04-01T02:00:00.000Z');
    }
  }
  await db.destroy();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await stack.stop();
  await stack.forget();
}, 60_000);

/** The command line, as an operator runs it. */
async function titian(...args: string[]): Promise<{ code: number; out: string }> {
  const bin = join(root, 'infra/cli/bin/titian.mjs');
  const run = promisify(execFile)(process.execPath, [bin, ...args, '--database', stack.addresses.databaseUrl]);
  return run.then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: unknown) => {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, out: stdout };
    },
  );
}

const lines = async (): Promise<unknown> => {
  const url = `${stack.addresses.reportingUrl}/v1/reports/flow?level=regency&kind=subject`;
  const response = await fetch(url, { headers: { 'x-titian-identity': 'disnaker-blitar-1' } });
  const { lines: found } = (await response.json()) as { lines: { values: Record<string, unknown> }[] };
  return found.map(({ values: { openMedianDays: _median, openOldestDays: _oldest, ...values }, ...line }) => ({
    ...line,
    values,
  }));
};

async function untilRead(cases: number): Promise<void> {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline;) {
    const { rows } = await owner.query<{ same: string }>(
      `select count(*) as same from case_file f join reporting.reported_case r on r.case_id = f.case_id and r.version = f.revision`,
    );
    if (Number(rows[0]?.same) === cases) return;
    await pause(50);
  }
  throw new Error('reporting did not read the events within 40 s');
}

describe('reporting', () => {
  test('tells every case as the record does', async () => {
    await untilRead(20);
    expect(await titian('reporting', 'check')).toMatchObject({
      code: 0,
      out: expect.stringContaining('20 cases, 0 not read yet'),
    });
  });

  test('comes to the same figures from the first event again, over a kill -9, and past a message that is none', async () => {
    const before = await lines();
    expect(before).toContainEqual(
      expect.objectContaining({ place: '35/35.05', month: '2026-01', values: expect.objectContaining({ opened: 20 }) }),
    );
    const producer = createKafka({ brokers: stack.addresses.kafkaBrokers, clientId: 'test' }).producer();
    await producer.connect();
    await producer.send({ topic: topicOf('claim'), messages: [{ key: 'x', value: 'no event' }] });
    await producer.disconnect();
    await stack.kill('reporting');
    const rebuilding = titian('reporting', 'rebuild');
    await stack.start('reporting');
    expect(await rebuilding).toEqual({ code: 0, out: 'reporting is complete, 20 cases\n' });
    expect(await lines()).toEqual(before);
    expect((await titian('reporting', 'check')).code).toBe(0);
    const { rows } = await owner.query('select current from reporting.generation');
    expect(rows).toEqual([{ current: 2 }]);
  });

  test('is found out when it tells a case otherwise', async () => {
    await owner.query(`update reporting.reported_case set stage = 'closed', paid_idr = 1
      where case_id = (select min(case_id::text)::uuid from reporting.reported_case)`);
    const { code, out } = await titian('reporting', 'check');
    expect(code).toBe(1);
    expect(out).toMatch(/case [0-9a-f-]{36}: stage, paidIdr\n20 cases, 0 not read yet, 0 held back, 1 differ/);
  });
});
