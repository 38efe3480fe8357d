import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Command, JsonObject } from '@titian/domain';
import { actor, MAKER, steps, VILLAGE } from '@titian/domain/testing/claim-world';
import { asActor } from '../read/as-actor.ts';
import { commit } from '../record/commit.ts';
import { canonicalText } from '../record/canonical-text.ts';
import {
  keepStatement,
  openRecord,
  report,
  requestOf,
  tell,
  tellStory,
  world,
  type TestRecord,
} from '../testing/record-world.ts';
import { Seal, statementDigest } from './seal.ts';
import { StatementStore, type StatementRef } from './statement.store.ts';

jest.setTimeout(60_000);

const seal = new Seal('1f'.repeat(32));
const AREA = '35.05.08.2003';
const PERSON: JsonObject = { nik: '3505086501900002', name: 'Siti Aminah', phones: ['+62 812', '+886 9'] };

let record: TestRecord;
let store: StatementStore;
beforeAll(async () => {
  record = await openRecord();
  store = new StatementStore(record.as.case_api, seal);
});
afterAll(() => record.close());

const keep = (id: string = randomUUID(), content: JsonObject = PERSON): Promise<StatementRef> =>
  store.keep({ id, kind: 'person', area: AREA, content, createdBy: 'kades', lookup: '3505086501900002' });
const find = (id: string, area = AREA): Promise<JsonObject | undefined> =>
  asActor(record.as.case_api, { ...VILLAGE, area }, (tx) => store.find(id, tx));
const caseOf = async (id: string): Promise<string | null | undefined> => {
  const rows: { case_id: string | null }[] = await record.owner.query(
    `select case_id from statement where statement_id = $1`,
    [id],
  );
  return rows[0]?.case_id;
};

describe('a statement', () => {
  test('comes back as it was kept, and its digest is that of its canonical text', async () => {
    const { statementId, digest } = await keep();
    expect(await find(statementId)).toEqual(PERSON);
    expect(digest).toBe(statementDigest(statementId, canonicalText(PERSON)));
  });

  test('is nowhere readable in the database', async () => {
    const { statementId } = await keep();
    const [found]: { row: string }[] = await record.owner.query(
      `select t::text || encode(cipher, 'escape') as row from statement t where statement_id = $1`,
      [statementId],
    );
    expect(found?.row).not.toMatch(/Siti|3505086501900002/);
    const kept: unknown = await record.owner.query(`select lookup from statement where statement_id = $1`, [
      statementId,
    ]);
    expect(kept).toEqual([{ lookup: seal.lookup('3505086501900002') }]);
  });

  test('of equal words has another digest and another cipher', async () => {
    const [first, second] = [await keep(), await keep()];
    expect(first.digest).not.toBe(second.digest);
    const rows: unknown = await record.owner.query(
      `select distinct cipher from statement where statement_id = any($1)`,
      [[first.statementId, second.statementId]],
    );
    expect(rows).toHaveLength(2);
  });

  test('kept twice under one id stays one, with its first cipher', async () => {
    const id = randomUUID();
    const first = await keep(id);
    expect(await keep(id)).toEqual(first);
    expect(await find(id)).toEqual(PERSON);
  });

  test('of a family can be kept before it belongs to a case, and read once it does', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const family = { ...actor('family', `family-${caseId}`, ''), onlyCase: caseId };
    const statement = { id: randomUUID(), kind: 'note', area: AREA, content: PERSON, createdBy: family.id } as const;
    const { statementId } = await asActor(record.as.case_api, family, (tx) => store.keep(statement, tx));
    const read = (): Promise<JsonObject | undefined> =>
      asActor(record.as.case_api, family, (tx) => store.find(statementId, tx));
    expect(await read()).toBeUndefined();
    const input = { statement: { statementId, digest: 'c'.repeat(64) } };
    await tell(record.as.case_worker, requestOf(caseId, { name: 'addNote', actor: VILLAGE, input }));
    expect(await read()).toEqual(PERSON);
  });

  test('is not shown to another area, nor if nobody has kept it', async () => {
    const { statementId } = await keep();
    expect(await find(statementId, '35.07')).toBeUndefined();
    expect(await find(randomUUID())).toBeUndefined();
  });

  test('put in the place of another is refused', async () => {
    const [first, second] = [await keep(), await keep()];
    await record.owner.query(
      `update statement s set cipher = o.cipher from statement o where s.statement_id = $1 and o.statement_id = $2`,
      [first.statementId, second.statementId],
    );
    await expect(find(first.statementId)).rejects.toThrow('unable to authenticate data');
    expect(await find(second.statementId)).toEqual(PERSON);
  });
});

describe('a statement that a command refers to', () => {
  const note = (statement: StatementRef): Command => ({
    name: 'addNote',
    actor: VILLAGE,
    input: { statement: { ...statement } },
  });

  test('belongs to the case once the command is stored', async () => {
    const [subject, account] = [await keep(), await keep()];
    const caseId = randomUUID();
    await tell(record.as.case_worker, requestOf(caseId, report({ subject: { ...subject }, account: { ...account } })));
    expect(await caseOf(subject.statementId)).toBe(caseId);
    expect(await caseOf(account.statementId)).toBe(caseId);
    expect(await find(subject.statementId)).toEqual(PERSON);
  });

  test('is found at any depth of the command', async () => {
    const [deep, deeper] = [await keep(), await keep()];
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const [task]: { id: string; office: string }[] = await record.owner.query(
      `select task_id as id, office from task where case_id = $1`,
      [caseId],
    );
    const by = { ...VILLAGE, office: task?.office ?? '' };
    const input = { taskId: task?.id ?? '', words: [{ ...deep }], about: { party: { account: { ...deeper } } } };
    await tell(record.as.case_worker, requestOf(caseId, { name: 'takeTask', actor: by, input }));
    expect(await caseOf(deep.statementId)).toBe(caseId);
    expect(await caseOf(deeper.statementId)).toBe(caseId);
  });

  test('stays without a case when the command is refused, new case or old', async () => {
    const subject = await keep();
    const intake = requestOf(randomUUID(), report({ subject: { ...subject }, riskDay: '2026-02-01' }));
    expect((await commit(record.as.case_worker, world, intake)).receipt.status).toBe('refused');
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const objection: Command = {
      name: 'fileObjection',
      actor: MAKER,
      input: { reasonCode: 'FACTS_DIFFER', statement: { ...subject } },
    };
    expect((await commit(record.as.case_worker, world, requestOf(caseId, objection))).receipt.status).toBe('refused');
    expect(await caseOf(subject.statementId)).toBeNull();
  });

  test('never leaves the case that had it first', async () => {
    const [first, second] = [
      await tellStory(record.as.case_worker, steps.reported),
      await tellStory(record.as.case_worker, steps.reported),
    ];
    const statement = await keep();
    await tell(record.as.case_worker, requestOf(first, note(statement)));
    await tell(record.as.case_worker, requestOf(second, note(statement)));
    expect(await caseOf(statement.statementId)).toBe(first);
  });

  test('leaves what the command does not name without a case', async () => {
    const caseId = await tellStory(record.as.case_worker, steps.reported);
    const waiting = await keepStatement(record.owner);
    await tell(record.as.case_worker, requestOf(caseId, note(await keep())));
    expect(await caseOf(waiting)).toBeNull();
  });
});
