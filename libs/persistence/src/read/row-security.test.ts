import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import { actor, CASE, steps } from '@titian/domain/testing/claim-world';
import { dataSource } from '../data-source.ts';
import {
  commandsOf,
  keepStatement,
  openRecord,
  report,
  requestOf,
  tell,
  type TestRecord,
} from '../testing/record-world.ts';
import { asActor, type Reader } from './as-actor.ts';

jest.setTimeout(60_000);

const AREAS = ['35.05.08.2003', '35.05.09.2001', '35.07.01.2001', '31.71.01.1001'] as const;
const TABLES = [
  'case_file',
  'case_event',
  'command_receipt',
  'clock',
  'task',
  'evidence',
  'custody',
  'statement',
] as const;

let record: TestRecord;
/** One connection, so that every read gets the one that the read before has used. */
let api: DataSource;
const caseAt = new Map<string, string>();

beforeAll(async () => {
  record = await openRecord();
  api = await dataSource(record.database.urlOf('case_api'), 1).initialize();
  for (const area of AREAS) {
    const caseId = randomUUID();
    caseAt.set(area, caseId);
    const officer = actor('village_officer', 'kades', area, `village_officer:${area.slice(0, 5)}`);
    await tell(record.as.case_worker, requestOf(caseId, report({ areaCode: area }, officer)));
    for (const { command, now } of commandsOf(steps.complete).slice(1)) {
      await tell(record.as.case_worker, requestOf(caseId, { ...command, actor: officer }, { now }));
    }
    await keepStatement(record.owner, { area, caseId });
    await keepStatement(record.owner, { area });
  }
  // A code that begins with the same digits: it is no part of the regency 35.05.
  const stranger = randomUUID();
  caseAt.set('35.051', stranger);
  await record.owner.query(
    `insert into case_file select (jsonb_populate_record(f, jsonb_build_object('case_id', $1::text, 'number', 'KLM-0', 'area', '35.051.01.2001'))).*
     from case_file f limit 1`,
    [stranger],
  );
  for (const table of ['clock', 'task', 'evidence', 'custody']) {
    await record.owner.query(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('case_id', $1::text))).*
       from ${table} t where case_id = $2`,
      [stranger, caseAt.get(AREAS[0])],
    );
  }
  await keepStatement(record.owner, { area: '35.051.01.2001', caseId: stranger });
});
afterAll(async () => {
  await api.destroy();
  await record.close();
});

/** The areas of the cases that a table shows, and how many rows of no case. */
async function seen(via: EntityManager | DataSource, table: string): Promise<string[]> {
  const rows: { case_id: string | null }[] = await via.query(`select distinct case_id from ${table}`);
  const areaOf = (caseId: string | null): string =>
    [...caseAt.entries()].find(([, id]) => id === caseId)?.[0] ?? 'none';
  return rows.map(({ case_id }) => areaOf(case_id)).sort();
}
const reader = (area: string, onlyCase?: string): Reader => ({
  ...actor('district_officer', 'reader', area),
  onlyCase,
});
const withLog = (table: string, areas: readonly string[]): string[] =>
  areas.filter((area) => !['case_event', 'command_receipt'].includes(table) || area !== '35.051').sort(); // it has neither
const withWaiting = (table: string, areas: readonly string[]): string[] =>
  [...areas, ...(table === 'statement' ? ['none'] : [])].sort();

describe.each(TABLES)('%s shows the API', (table) => {
  test('nothing without a setting', async () => {
    expect(await seen(api, table)).toEqual([]);
  });

  test('nothing for an empty setting', async () => {
    await api.transaction(async (tx) => {
      await tx.query(`select set_config('titian.area', '', true), set_config('titian.only_case', '', true)`);
      expect(await seen(tx, table)).toEqual([]);
    });
  });

  test('nothing on a connection that a reader has used before, whether it ended well or not', async () => {
    const pid = (via: EntityManager | DataSource): Promise<unknown> => via.query('select pg_backend_pid() as pid');
    let used: unknown;
    await asActor(api, reader(''), async (tx) => {
      used = await pid(tx);
      expect(await seen(tx, table)).not.toEqual([]);
    });
    expect(await pid(api)).toEqual(used);
    expect(await seen(api, table)).toEqual([]);
    await expect(asActor(api, reader(''), () => Promise.reject(new Error('call off')))).rejects.toThrow('call off');
    expect(await seen(api, table)).toEqual([]);
    await expect(asActor(api, reader(''), (tx) => tx.query('select 1 / 0'))).rejects.toThrow('division by zero');
    expect(await seen(api, table)).toEqual([]);
  });

  test.each([
    ['35.05', ['35.05.08.2003', '35.05.09.2001']],
    ['35.05.08', ['35.05.08.2003']],
    ['35.05.08.2003', ['35.05.08.2003']],
    ['35.051', ['35.051']],
    ['35', ['35.05.08.2003', '35.05.09.2001', '35.051', '35.07.01.2001']],
    ['31', ['31.71.01.1001']],
    ['3', []],
    ['35.05.', []],
    ['35.06', []],
  ])('of %s its own area and no other', async (area, areas) => {
    const shown = await asActor(api, reader(area), (tx) => seen(tx, table));
    const waiting = areas.some((each) => each !== '35.051') ? withWaiting(table, areas) : areas;
    expect(shown).toEqual(withLog(table, waiting));
  });

  test('of the country everything', async () => {
    const shown = await asActor(api, reader(''), (tx) => seen(tx, table));
    expect(shown).toEqual(withLog(table, withWaiting(table, [...caseAt.keys()])));
  });

  test('of a family its one case, and nothing if it lies elsewhere', async () => {
    const own = caseAt.get('35.05.08.2003') ?? '';
    const read = (area: string, caseId: string): Promise<string[]> =>
      asActor(api, reader(area, caseId), (tx) => seen(tx, table));
    expect(await read('35.05.08.2003', own)).toEqual(['35.05.08.2003']);
    expect(await read('', own)).toEqual(['35.05.08.2003']);
    expect(await read('35.07', own)).toEqual([]);
    expect(await read('', CASE)).toEqual([]);
  });
});

describe('the API writes', () => {
  test('words that belong to no case, and no others', async () => {
    const keep = (caseId: string | null): Promise<string> => keepStatement(api, { caseId });
    await expect(keep(null)).resolves.toEqual(expect.any(String));
    await expect(keep(caseAt.get('35.07.01.2001') ?? '')).rejects.toThrow('row-level security');
  });

  test.each(
    ['case_file', 'case_event', 'command_receipt', 'clock', 'task', 'evidence', 'custody', 'case_definition'].flatMap(
      (table) => [
        [`insert into ${table} default values`],
        [`update ${table} set ${table === 'case_definition' ? 'type = type' : 'case_id = case_id'}`],
        [`delete from ${table}`],
      ],
    ),
  )('no case: %s', async (statement) => {
    await expect(api.query(statement)).rejects.toThrow('permission denied');
  });

  test.each([
    [`update statement set case_id = null`],
    [`delete from statement`],
    [`update person_token set token = token`],
    [`delete from person_token`],
  ])('nothing else: %s', async (statement) => {
    await expect(api.query(statement)).rejects.toThrow('permission denied');
  });
});
