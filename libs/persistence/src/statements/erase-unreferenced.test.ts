import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { steps, VILLAGE } from '@titian/domain/testing/claim-world';
import { keepStatement, openRecord, requestOf, tell, tellStory, type TestRecord } from '../testing/record-world.ts';
import { eraseUnreferencedStatements, UNREFERENCED_FOR_MS } from './erase-unreferenced.ts';

jest.setTimeout(60_000);

let record: TestRecord;
beforeEach(async () => {
  record = await openRecord();
});
afterEach(() => record.close());

const erase = (olderThanMs?: number, batch?: number): Promise<number | null> =>
  eraseUnreferencedStatements(record.as.case_worker, olderThanMs, batch);
const left = async (): Promise<string[]> => {
  const rows: { id: string }[] = await record.owner.query(`select statement_id as id from statement`);
  return rows.map(({ id }) => id).sort();
};

describe('erasing unreferenced statements', () => {
  test('takes those older than a day and leaves younger ones and those of a case', async () => {
    for (const hours of [24.01, 25, 24 * 400]) await keepStatement(record.owner, { hours });
    const kept = [
      await keepStatement(record.owner),
      await keepStatement(record.owner, { hours: 23.9 }),
      await keepStatement(record.owner, { hours: 24 * 400, caseId: randomUUID() }),
    ];
    // As the owner, whom no policy holds back: the statement itself must know what to leave.
    expect(await eraseUnreferencedStatements(record.owner)).toBe(3);
    expect(await left()).toEqual(kept.sort());
    expect(await erase()).toBe(0);
  });

  test('is the worker’s to do', async () => {
    await keepStatement(record.owner, { hours: 25 });
    expect(await erase()).toBe(1);
  });

  test('leaves what a stored command refers to, however old', async () => {
    const statementId = await keepStatement(record.owner, { hours: 30 });
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const input = { statement: { statementId, digest: 'c'.repeat(64) } };
    await tell(record.as.case_worker, requestOf(caseId, { name: 'addNote', actor: VILLAGE, input }));
    expect(await erase()).toBe(0);
    expect(await left()).toEqual([statementId]);
  });

  test('goes on until nothing is left, batch by batch', async () => {
    for (let n = 0; n < 25; n += 1) await keepStatement(record.owner, { hours: 25 + n });
    expect(await erase(UNREFERENCED_FOR_MS, 10)).toBe(25);
    expect(await left()).toEqual([]);
  });

  test('is done by one at a time: the second leaves at once, and the lock goes with the work', async () => {
    await keepStatement(record.owner, { hours: 25 });
    await record.database.owner.query(`select pg_advisory_lock(hashtext('titian.erase'))`);
    expect(await erase()).toBeNull();
    await record.database.owner.query(`select pg_advisory_unlock(hashtext('titian.erase'))`);
    const counts = await Promise.all(Array.from({ length: 5 }, () => erase()));
    expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(1);
    const locks: unknown = await record.owner.query(
      `select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(locks).toEqual([]);
  });

  test('passes by a statement that a commit is claiming at this moment', async () => {
    const statementId = await keepStatement(record.owner, { hours: 25 });
    const { owner } = record.database;
    await owner.query('begin');
    await owner.query(`update statement set case_id = $1 where statement_id = $2`, [randomUUID(), statementId]);
    expect(await erase()).toBe(0);
    await owner.query('commit');
    expect(await erase()).toBe(0);
    expect(await left()).toEqual([statementId]);
  });

  test('lets go of its lock and its connection when it fails', async () => {
    await record.owner.query(`revoke delete on statement from case_worker`);
    for (let n = 0; n < 12; n += 1) await expect(erase()).rejects.toThrow('permission denied');
    await record.owner.query(`grant delete on statement to case_worker`);
    expect(await erase()).toBe(0);
  });
});

describe('the policy', () => {
  test('keeps statements of cases from the worker, whatever it asks', async () => {
    const kept = await keepStatement(record.owner, { hours: 25, caseId: randomUUID() });
    await keepStatement(record.owner);
    await record.as.case_worker.query(`delete from statement`);
    expect(await left()).toEqual([kept]);
  });

  test.each(['case_api', 'bpjs_gateway', 'event_relay'] as const)('lets %s erase nothing', async (role) => {
    await expect(eraseUnreferencedStatements(record.as[role])).rejects.toThrow('permission denied');
  });
});
