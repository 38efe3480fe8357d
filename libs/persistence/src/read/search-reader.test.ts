import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { actor } from '@titian/domain/testing/claim-world';
import { eraseUnreferencedStatements } from '../statements/erase-unreferenced.ts';
import { Seal } from '../statements/seal.ts';
import { StatementStore, type StatementKind } from '../statements/statement.store.ts';
import { putCase } from '../testing/listed-cases.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { asActor, type Reader } from './as-actor.ts';
import { SearchReader, type SearchPage, type SearchPosition } from './search-reader.ts';

jest.setTimeout(60_000);

const BLITAR = '35.05.08.2003';
const MALANG = '35.07.01.2001';
let record: TestRecord;
let store: StatementStore;
const search = new SearchReader();
const idOf = new Map<string, string>();

const reader = (area: string): Reader => actor('district_officer', 'dinas', area);
const keep = (name: string, area: string, kind: StatementKind = 'person'): Promise<{ statementId: string }> =>
  asActor(record.as.case_api, reader(area), (tx) =>
    store.keep({ kind, area, content: { name }, createdBy: 'kades' }, tx),
  );
const belongsTo = (statementId: string, caseId: string): Promise<unknown> =>
  record.owner.query(`update statement set case_id = $1 where statement_id = $2`, [caseId, statementId]);

beforeAll(async () => {
  record = await openRecord();
  store = new StatementStore(record.as.case_api, new Seal('1f'.repeat(32)));
  for (const [name, area, person] of [
    ['siti', BLITAR, 'Siti Aminah'],
    ['another', BLITAR, 'Siti Rahayu'],
    ['malang', MALANG, 'Siti Aminah'],
  ] as const) {
    const caseId = await putCase(record.owner, { area, status: name === 'another' ? 'closed' : 'open' });
    idOf.set(name, caseId);
    const { statementId } = await keep(person, area);
    await belongsTo(statementId, caseId);
    const subject = JSON.stringify({ facts: { subject: { statementId } } });
    await record.owner.query(`update case_file set state = $2 where case_id = $1`, [caseId, subject]);
  }
  const reporter = await keep('Budi Santoso', BLITAR, 'contact');
  await belongsTo(reporter.statementId, idOf.get('siti') ?? '');
  const note = await keep('Rahasia', BLITAR, 'note');
  await belongsTo(note.statementId, idOf.get('siti') ?? '');
  await keep('Siti Tanpa Kasus', BLITAR);
});
afterAll(() => record.close());

const find = (asked: Omit<SearchPage, 'limit'>, area: string, limit = 50) =>
  asActor(record.as.case_api, reader(area), (tx) => search.page(tx, { ...asked, limit }));
const named = async (name: string, area: string, more: object = {}): Promise<readonly string[]> => {
  const rows = await find({ nameTokens: store.nameTokens(name), ...more }, area);
  return rows.map(({ caseId }) => [...idOf].find(([, id]) => id === caseId)?.[0] ?? 'unknown').sort();
};

describe('a search', () => {
  test.each([
    ['siti', '35.05', ['another', 'siti']],
    ['siti aminah', '35.05', ['siti']],
    ['AMI sit', '35.05', ['siti']],
    ['siti aminah', '35', ['malang', 'siti']],
    ['siti aminah', '', ['malang', 'siti']],
    ['siti', '35.07', ['malang']],
    ['siti', '31', []],
    ['budi', '35.05', ['siti']],
    ['aminah budi', '35.05', []], // two persons of one case
    ['rahasia', '35.05', []], // the words of a note are no name
    ['tanpa', '35.05', []], // of no case yet
  ])('for the name %s by a reader of “%s” finds %j', async (name, area, expected) => {
    expect(await named(name, area)).toEqual(expected);
  });

  test('for a name within a part of the area finds that part', async () => {
    expect(await named('siti', '', { area: '35.07' })).toEqual(['malang']);
    expect(await named('siti', '', { area: '35.05.08' })).toEqual(['another', 'siti']);
  });

  test('by number finds the one case, closed or not, and none of another area', async () => {
    const stored: { number: string }[] = await record.owner.query(`select number from case_file where case_id = $1`, [
      idOf.get('another'),
    ]);
    const number = stored[0]?.number ?? '';
    const [row] = await find({ number }, '35.05');
    expect(row).toMatchObject({ number, status: 'closed', area: BLITAR, subjectId: expect.any(String) });
    expect(await find({ number }, '35.07')).toEqual([]);
    expect(await find({ number: 'KLM-2026-999999' }, '')).toEqual([]);
  });

  test('by place comes in pages that neither lose nor repeat while cases are added', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1)
      ids.push(await putCase(record.owner, { area: `12.01.01.20${String(n % 3).padStart(2, '0')}` }));
    const found: string[] = [];
    for (let after: SearchPosition | undefined; ;) {
      const rows = await find({ area: '12.01', after }, '12', 5);
      found.push(...rows.map(({ caseId }) => caseId));
      after = rows.at(-1);
      if (after === undefined || rows.length < 5) break;
      await putCase(record.owner, { area: '12.01.01.1999' });
    }
    expect([...found].sort()).toEqual([...ids].sort());
    expect(new Set(found).size).toBe(12);
  });
});

describe('tokens of a name', () => {
  const tokens = async (statementId: string): Promise<number> => {
    const [row]: { n: number }[] = await record.owner.query(
      `select count(*)::int as n from person_token where statement_id = $1`,
      [statementId],
    );
    return row?.n ?? 0;
  };

  test('are kept once, however often the statement is sent', async () => {
    const { statementId } = await keep('Dewi', BLITAR);
    expect(await tokens(statementId)).toBe(2); // dew, dewi
    await store.keep({ id: statementId, kind: 'person', area: BLITAR, content: { name: 'Dewi' }, createdBy: 'kades' });
    expect(await tokens(statementId)).toBe(2);
  });

  test('hold no letter of the name', async () => {
    const rows: unknown = await record.owner.query(`select * from person_token where token !~ '^[0-9a-f]{64}$'`);
    expect(rows).toEqual([]);
  });

  test('go with their statement when it is erased', async () => {
    const { statementId } = await keep('Wahyu', BLITAR);
    await record.owner.query(`update statement set created_at = now() - interval '2 days' where statement_id = $1`, [
      statementId,
    ]);
    expect(await eraseUnreferencedStatements(record.as.case_worker)).toBe(1);
    expect(await tokens(statementId)).toBe(0);
  });

  test('are shown to those who may see the statement, and to nobody without an area', async () => {
    const seen = async (area: string): Promise<number> => {
      const rows: { n: number }[] = await asActor(record.as.case_api, reader(area), (tx) =>
        tx.query(`select count(distinct statement_id)::int as n from person_token`),
      );
      return rows[0]?.n ?? 0;
    };
    expect(await seen('35.07')).toBe(1);
    expect(await seen('31')).toBe(0);
    expect(await record.as.case_api.query(`select from person_token`)).toEqual([]);
    for (const role of ['case_worker', 'bpjs_gateway', 'event_relay'] as const)
      await expect(record.as[role].query(`select from person_token`)).rejects.toThrow('permission denied');
  });

  test('of a family that has no case yet are kept all the same', async () => {
    const family = { ...actor('family', 'family-1', ''), onlyCase: idOf.get('malang') };
    const content = { name: 'Keluarga Malang' };
    const { statementId } = await asActor(record.as.case_api, family, (tx) =>
      store.keep({ kind: 'contact', area: MALANG, content, createdBy: 'family-1' }, tx),
    );
    expect(await tokens(statementId)).toBeGreaterThan(0);
  });
});
