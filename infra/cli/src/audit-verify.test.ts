import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Actor, JsonObject } from '@titian/domain';
import { commit, dataSource, models, type RecordWorld } from '@titian/persistence';
import { migrate } from '@titian/persistence/migrate';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { verifyAudit } from './audit-verify.ts';
import { main } from './main.ts';

jest.setTimeout(60_000);

const VILLAGE: Actor = { id: 'kades', role: 'village_officer', office: 'desa:35.05.08.2003', area: '35.05.08.2003' };
const OPENING: JsonObject = {
  claimType: 'JKK_RAWAT_LN',
  areaCode: '35.05.08.2003',
  riskDay: '2025-12-20',
  riskCountry: 'TW',
  reporter: { relation: 'FAMILY' },
  subject: { statementId: randomUUID(), digest: 'a'.repeat(64) },
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
};

let record: TestDatabase;
const cases: string[] = [];

beforeAll(async () => {
  record = await createTestDatabase(migrate);
  const db = await dataSource(record.url).initialize();
  const world: RecordWorld = { models, calendar: currentCalendar, offices: officeDirectory() };
  for (let n = 0; n < 3; n += 1) {
    const request = {
      caseType: 'claim',
      caseId: randomUUID(),
      knownRevision: 0,
      now: '2026-01-05T02:00:00.000Z',
    } as const;
    const command = { name: 'reportAccident', actor: VILLAGE, input: OPENING };
    await commit(db, world, { ...request, commandId: 'open', command });
    const outcome = {
      name: 'recordAccidentOutcome',
      actor: VILLAGE,
      input: { outcome: 'RECOVERED', day: '2026-01-02' },
    };
    await commit(db, world, { ...request, commandId: 'outcome', command: outcome });
    cases.push(request.caseId);
  }
  await db.destroy();
  await record.owner.query(`set session_replication_role = replica`); // the attacker owns the schema: no trigger stops them
});
afterAll(() => record.drop());

/** Does harm, audits, and undoes it. @returns the lines and the exit code */
async function auditAfter(
  harm: string,
  values: unknown[] = [],
  only?: string,
): Promise<{ lines: string[]; code: number }> {
  await record.owner.query('create table kept as select * from case_event');
  await record.owner.query('create table kept_file as select * from case_file');
  await record.owner.query('create table kept_custody as select * from custody');
  try {
    await record.owner.query(harm, values);
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
    const code = await verifyAudit(record.url, only, terminal, false);
    return { lines, code };
  } finally {
    for (const table of ['case_event', 'case_file', 'custody']) await record.owner.query(`delete from ${table}`);
    await record.owner.query('insert into case_event select * from kept');
    await record.owner.query('insert into case_file select * from kept_file');
    await record.owner.query('insert into custody select * from kept_custody');
    await record.owner.query('drop table kept, kept_file, kept_custody');
  }
}

describe('audit verify', () => {
  test('finds nothing in what commit has stored', async () => {
    const { lines, code } = await auditAfter('select 1');
    expect(lines).toEqual([expect.stringMatching(/^\d+ events of 3 cases, 0 findings$/)]);
    expect(code).toBe(0);
  });

  test.each([
    [
      'an edited text',
      `update case_event set body = replace(body, 'TW', 'HK') where case_id = $1`,
      /event \d+: edited: its text/,
    ],
    [
      'an edited column',
      `update case_event set at = at + interval '1 day' where case_id = $1 and revision = 2`,
      /event 2: edited: columns differ from its text: at/,
    ],
    [
      'a removed row',
      `delete from case_event where case_id = $1 and revision = 3`,
      /event 4: removed: events 3 to 3 before it/,
    ],
    [
      'rows cut off at the end',
      `delete from case_event where case_id = $1 and revision > 5`,
      /removed: events 6 to \d+ are missing/,
    ],
    ['a removed case file', `delete from case_file where case_id = $1`, /removed: the case file is missing/],
    ['a whole log that is gone', `delete from case_event where case_id = $1`, /removed: events 1 to \d+ are missing/],
    [
      'rows that changed places',
      `update case_event set body = case revision when 3 then b4.body else b3.body end, hash = case revision when 3 then b4.hash else b3.hash end
       from (select body, hash from case_event where case_id = $1 and revision = 3) b3, (select body, hash from case_event where case_id = $1 and revision = 4) b4
       where case_id = $1 and revision in (3, 4)`,
      /event 3: reordered: its text is event 4/,
    ],
    [
      'a time in which nobody held the case',
      `update custody set since = since + interval '1 minute' where case_id = $1`,
      /custody: its periods of custody add up to [\d.]+ s, it is [\d.]+ s old/,
    ],
    ['a case that nobody ever held', `delete from custody where case_id = $1`, /custody: .* add up to 0\.000 s/],
  ])('names %s', async (_what, harm, finding) => {
    const [caseId = ''] = cases;
    const { lines, code } = await auditAfter(harm, [caseId]);
    expect(lines.join('\n')).toMatch(finding);
    expect(lines.filter((line) => line.includes(caseId)).length).toBeGreaterThan(0);
    expect(cases.slice(1).some((other) => lines.join('\n').includes(`case ${other}`))).toBe(false);
    expect(code).toBe(1);
  });

  test('sees a case that was removed with every trace', async () => {
    const harm = `with gone as (delete from case_file where case_id = $1) delete from case_event where case_id = $1`;
    const [caseId] = cases;
    const rest = `update case_event set shard = 0, position = n from (select event_id as id, row_number() over () as n from case_event) e where id = event_id`;
    await record.owner.query(`alter table case_event drop constraint case_event_shard_position_key`);
    await record.owner.query(rest);
    const { lines, code } = await auditAfter(harm, [caseId]);
    expect(lines.join('\n')).toMatch(/log: removed: shard 0 has \d+ positions without an event/);
    expect(code).toBe(1);
  });

  test('looks at one case when it is named, and misses one that is not there', async () => {
    const { lines, code } = await auditAfter('delete from case_event where case_id = $1', [cases[0]], cases[1]);
    expect(lines).toEqual([expect.stringMatching(/ of 1 cases, 0 findings$/)]);
    expect(code).toBe(0);
    expect((await auditAfter('select 1', [], randomUUID())).code).toBe(1);
  });

  test('refuses a role that policies hide rows from, instead of praising an empty log', async () => {
    const said: string[] = [];
    const terminal = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
    expect(await main(['audit', 'verify', '--database', record.urlOf('case_api')], terminal, {})).toBe(2);
    expect(said.join('\n')).toContain('row-level security');
  });
});
