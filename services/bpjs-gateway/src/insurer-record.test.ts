import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { CaseState } from '@titian/domain';
import { steps } from '@titian/domain/testing/claim-world';
import { dataSource } from '@titian/persistence';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { Callback } from './callback.ts';
import { ExchangeLog } from './exchange-log.ts';
import { findLikeClaim } from './like-claims.ts';
import { ParkedCallbacks } from './parked-callbacks.ts';

jest.setTimeout(60_000);

/** What the gateway keeps and looks up in a real PostgreSQL, logged in as itself. */
let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await createTestDatabase(migrate);
  db = await dataSource(database.urlOf('bpjs_gateway'), 2, 'test').initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const callback = (change: object = {}): Callback =>
  Callback.parse({
    callbackId: randomUUID(),
    type: 'claim.received',
    reference: 'BPJS-2026-000001',
    claimRef: randomUUID(),
    occurredAt: '2026-03-02T00:00:00.000Z',
    ...change,
  });

describe('a parked callback', () => {
  test('is one row however often it comes, in the order of coming, until it is released', async () => {
    const parking = new ParkedCallbacks(db);
    const [first, second] = [callback(), callback()];
    await parking.park(first, 'unknown-claim');
    await parking.park(second, 'amount-differs');
    await parking.park(first, 'unknown-claim');
    expect((await parking.list()).map(({ callbackId, reason, times }) => [callbackId, reason, times])).toEqual([
      [first.callbackId, 'unknown-claim', 2],
      [second.callbackId, 'amount-differs', 1],
    ]);
    expect(await parking.find(first.callbackId)).toEqual(first);
    await parking.release(first.callbackId, 'operator-1', 'done');
    expect(await parking.find(first.callbackId)).toBeUndefined();
    expect(await parking.list()).toHaveLength(1);
  });
});

describe('an exchange', () => {
  test('is kept with what was said, and without what leads to a person', async () => {
    const caseId = randomUUID();
    await new ExchangeLog(db).keep({
      direction: 'out',
      caseId,
      operation: 'POST /v1/claims',
      key: `${caseId}/submission/1`,
      request: { lines: [{ code: 'X', askedIdr: '5' }], payee: { kind: 'HEIR', accountToken: 'BRI/000100020003' } },
      status: 202,
      response: { reference: 'BPJS-2026-000001' },
      fault: null,
      tookMs: 12.7,
    });
    const { rows } = await database.owner.query(`select * from bpjs_exchange where case_id = $1`, [caseId]);
    expect(rows).toMatchObject([
      { status: 202, took_ms: 13, request: { lines: [{ askedIdr: '5' }], payee: { accountToken: '[cut]' } } },
    ]);
  });

  test('cannot be changed or removed by the gateway', async () => {
    await expect(db.query(`delete from bpjs_exchange`)).rejects.toThrow('permission denied');
    await expect(db.query(`update bpjs_exchange set status = 200`)).rejects.toThrow('permission denied');
  });
});

describe('a like claim', () => {
  const mine = steps.ready().open;
  const subject = (statementId: string) => ({ statementId, digest: 'a'.repeat(64) });
  let subjectId: string;
  beforeEach(async () => {
    subjectId = randomUUID();
    await statement(subjectId, randomUUID(), mine.caseId, 'nik-of-a-worker');
  });

  async function statement(id: string, digest: string, caseId: string, lookup: string | null): Promise<void> {
    await database.owner.query(
      `insert into statement (statement_id, kind, area, digest, cipher, lookup, created_by, case_id)
       values ($1, 'person', '35.05.08.2003', $2, '\\x00', $3, 'test', $4)`,
      [id, digest, lookup, caseId],
    );
  }
  async function other(change: {
    stage?: string;
    outcome?: string;
    facts?: object;
    lookup?: string | null;
  }): Promise<string> {
    const [caseId, statementId] = [randomUUID(), randomUUID()];
    const { lookup = 'nik-of-a-worker', stage = 'payment', outcome = null, facts = {} } = change;
    await statement(statementId, 'd', caseId, lookup);
    const state = {
      ...mine,
      caseId,
      stage,
      outcome,
      facts: { ...mine.facts, subject: subject(statementId), ...facts },
    };
    await database.owner.query(
      `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area,
         regency, province, holder_role, holder_office, escalation_level, opened_at, held_since, last_hash, state, subject_id)
       values ($1, 'claim', $2, 1, 'h', 1, $3, 'open', '35.05.08.2003', '35.05', '35', 'r', 'o', 0, now(), now(), 'h', $4, $5)`,
      [caseId, `KLM-${caseId}`, stage, JSON.stringify(state), statementId],
    );
    return caseId;
  }
  const find = (change: Partial<CaseState> = {}) =>
    findLikeClaim(db, { ...mine, ...change, facts: { ...mine.facts, subject: subject(subjectId), ...change.facts } });
  beforeEach(async () => {
    await database.owner.query('delete from case_file');
  });

  test('is one of the same worker, event and benefit that the insurer has', async () => {
    expect(await find()).toBeUndefined();
    const caseId = await other({});
    expect(await find()).toBe(caseId);
    expect(await find({ facts: { duplicatesCleared: [caseId] } })).toBeUndefined();
    expect(await find({ links: [{ caseId, relation: 'same_worker' }] })).toBeUndefined();
    expect(await find({ links: [{ caseId, relation: 'complaint' }] })).toBe(caseId);
  });

  test.each([
    ['another worker', { lookup: 'nik-of-another' }],
    ['a worker without a national id', { lookup: null }],
    ['another event', { facts: { riskDay: '2024-01-01' } }],
    ['a claim that is not submitted yet', { stage: 'evidence' }],
    ['a claim that was rejected', { stage: 'closed', outcome: 'rejected' }],
  ])('is not one of %s', async (_what, change) => {
    await other(change);
    expect(await find()).toBeUndefined();
  });
});
