import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CaseState, JsonObject } from '@titian/domain';
import { actor, MAKER, SYSTEM } from '@titian/domain/testing/claim-world';
import { CANDIDATE, DESA } from '@titian/domain/testing/placement-world';
import { asActor, type Reader } from '../read/as-actor.ts';
import { load } from '../record/commit.ts';
import { Seal } from '../statements/seal.ts';
import { StatementStore } from '../statements/statement.store.ts';
import { openRecord, report, requestOf, tell, world, type TestRecord } from '../testing/record-world.ts';
import { findAlike } from './find-alike.ts';
import { PersonReader } from './person-reader.ts';

jest.setTimeout(60_000);

const TAMBAKREJO = '35.05.08.2003';
const SERANG = '35.05.13.2001';
const SITI = { name: 'Siti Aminah', nik: '3505086501900002' };
const reader = new PersonReader();
const seal = new Seal('1f'.repeat(32));

let record: TestRecord;
let store: StatementStore;
beforeAll(async () => {
  record = await openRecord();
  store = new StatementStore(record.as.case_api, seal);
});
beforeEach(async () => {
  await record.owner.query(
    `alter table case_event disable trigger user; truncate case_event, case_file, person cascade; truncate statement cascade`,
  );
});
afterAll(() => record.close());

interface Told {
  readonly area?: string;
  readonly input?: JsonObject;
  readonly caseId?: string;
}

const keep = (who: JsonObject, area = TAMBAKREJO): Promise<JsonObject> =>
  store
    .keep({
      kind: 'person',
      area,
      content: who,
      createdBy: 'kades',
      ...(typeof who['nik'] === 'string' ? { lookup: who['nik'] } : {}),
    })
    .then((kept) => ({ ...kept }));

/** A claim about that worker. @returns its id */
async function claimOf(
  who: JsonObject,
  { area = TAMBAKREJO, input = {}, caseId = randomUUID() }: Told = {},
): Promise<string> {
  const village = actor('village_officer', 'kades', area, `desa:${area}`);
  const subject = await keep(who, area);
  await tell(record.as.case_worker, requestOf(caseId, report({ areaCode: area, subject, ...input }, village)));
  return caseId;
}

async function placementOf(who: JsonObject, area = TAMBAKREJO): Promise<string> {
  const caseId = randomUUID();
  const by = { ...DESA, area, office: `desa:${area}` };
  const input = { ...CANDIDATE, areaCode: area, subject: await keep(who, area), registeredDay: '2026-01-02' };
  const command = { name: 'registerCandidate', actor: by, input };
  await tell(record.as.case_worker, requestOf(caseId, command, { caseType: 'placement' }));
  return caseId;
}

const stateOf = async (caseId: string): Promise<CaseState> => {
  const { state } = await load(record.as.case_worker, world, caseId);
  if (state === null) throw new Error('no such case');
  return state;
};
const alikeTo = async (caseId: string) => findAlike(record.as.case_worker, await stateOf(caseId));
const personsOf = async (...caseIds: string[]): Promise<(string | null)[]> => {
  const rows: { id: string; person: string | null }[] = await record.owner.query(
    `select f.case_id as id, s.person_id as person from case_file f join statement s on s.statement_id = f.subject_id`,
  );
  return caseIds.map((caseId) => rows.find(({ id }) => id === caseId)?.person ?? null);
};
const seenBy = (area: string, onlyCase?: string): Reader => ({
  ...actor('district_officer', 'reader', area),
  onlyCase,
});

describe('one worker', () => {
  test('with one number and name has one person, in a claim and in a placement, in any village', async () => {
    const cases = [
      await claimOf(SITI),
      await placementOf({ ...SITI, name: 'Hj. SITI AMINAH binti Sukiman' }),
      await claimOf(SITI, { area: SERANG }),
    ];
    const persons = await personsOf(...cases);
    expect(new Set(persons).size).toBe(1);
    expect(persons[0]).toMatch(/^[0-9a-f-]{36}$/);
    const shown = await asActor(record.as.case_api, seenBy('35.05'), (tx) => reader.casesOf(tx, [persons[0] ?? '']));
    expect(shown.map(({ caseId, type, as }) => [caseId, type, as])).toEqual(
      expect.arrayContaining([
        [cases[0], 'claim', 'worker'],
        [cases[1], 'placement', 'worker'],
        [cases[2], 'claim', 'worker'],
      ]),
    );
  });

  test('is never made one with somebody of another name under the same number', async () => {
    const [one, other] = await personsOf(await claimOf(SITI), await claimOf({ ...SITI, name: 'Budi Santoso' }));
    expect(one).not.toBe(other);
  });

  test('is never made one by name, day of birth and village', async () => {
    const born = { name: 'Siti Aminah', bornOn: '1990-01-25' };
    const [one, other] = await personsOf(await claimOf(born), await claimOf(born));
    expect(one).not.toBe(other);
  });

  test('has one person when two cases are told at the same moment', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => claimOf(SITI)));
    expect(new Set(await personsOf(...cases)).size).toBe(1);
  });

  test('keeps the person when a command is told again, and none is left over', async () => {
    const subject = await keep(SITI);
    const request = requestOf(randomUUID(), report({ subject }));
    await tell(record.as.case_worker, request);
    const [before] = await personsOf(request.caseId);
    await tell(record.as.case_worker, request);
    expect(await personsOf(request.caseId)).toEqual([before]);
    expect(await record.owner.query(`select person_id as id from person`)).toEqual([{ id: before }]);
  });

  test('stays one person when a case opens another about the same worker, even without a number', async () => {
    const subject = await keep({ name: 'Siti Aminah' });
    const [one, other] = [randomUUID(), randomUUID()];
    for (const caseId of [one, other]) {
      await tell(record.as.case_worker, requestOf(caseId, report({ subject })));
    }
    const [first, second] = await personsOf(one, other);
    expect(first).toBe(second);
    expect(await record.owner.query(`select count(*)::int as left from person`)).toEqual([{ left: 1 }]);
  });

  test('is nobody yet when the command is refused', async () => {
    const subject = await keep(SITI);
    const refused = tell(record.as.case_worker, requestOf(randomUUID(), report({ subject, riskDay: '2027-01-01' })));
    await expect(refused).rejects.toThrow('command/guard');
    expect(await record.owner.query(`select from person`)).toEqual([]);
  });

  test('is known as family where another case names them', async () => {
    const caseId = await claimOf({ name: 'Budi Santoso' });
    const heirs = [{ person: await keep(SITI), relation: 'SPOUSE' }];
    await tell(record.as.case_worker, requestOf(caseId, { name: 'recordHeirs', actor: MAKER, input: { heirs } }));
    await claimOf(SITI);
    const [{ id } = { id: '' }]: { id: string }[] = await record.owner.query(
      `select person_id as id from person where identity is not null`,
    );
    const shown = await asActor(record.as.case_api, seenBy('35'), (tx) => reader.casesOf(tx, [id]));
    expect(shown.map(({ as }) => as).sort()).toEqual(['family', 'worker']);
  });

  test('leaves no name, number or day of birth readable in the database', async () => {
    await claimOf({ ...SITI, bornOn: '1990-01-25' });
    const rows: { row: string }[] = await record.owner.query(
      `select s::text || encode(cipher, 'escape') as row from statement s
       union all select p::text from person p union all select f::text from case_file f union all select body from case_event`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/siti|aminah|3505086501900002|250190|1990-01-25/i);
  });
});

describe('whoever looks for a person', () => {
  const findSiti = (area: string, onlyCase?: string) =>
    asActor(record.as.case_api, seenBy(area, onlyCase), async (tx) => {
      const { lookup } = store.personKeys(SITI, TAMBAKREJO);
      const [found] = await reader.ofNumber(tx, lookup ?? '');
      const cases = found === undefined ? [] : await reader.casesOf(tx, [found.personId]);
      return { found: found !== undefined, areas: cases.map(({ area: at }) => at).sort() };
    });

  test.each([
    ['the village', TAMBAKREJO, [TAMBAKREJO]],
    ['the other village', SERANG, [SERANG]],
    ['the district', '35.05', [TAMBAKREJO, SERANG]],
    ['the ministry', '', [TAMBAKREJO, SERANG]],
  ])('%s sees the cases of its area', async (_who, area, areas) => {
    await claimOf(SITI);
    await placementOf(SITI, SERANG);
    expect(await findSiti(area)).toEqual({ found: true, areas });
  });

  test('a stranger sees nobody, and without an area nobody sees anybody', async () => {
    const [person] = await personsOf(await claimOf(SITI));
    expect(await findSiti('35.07')).toEqual({ found: false, areas: [] });
    expect(await record.as.case_api.query(`select from person`)).toEqual([]);
    const shown = await asActor(record.as.case_api, seenBy('35.07'), (tx) => reader.statementOf(tx, person ?? ''));
    expect(shown).toBeUndefined();
  });

  test('a family sees its own case and nobody else’s', async () => {
    const own = await claimOf(SITI);
    await claimOf(SITI);
    const caseIds = await asActor(record.as.case_api, seenBy('', own), async (tx) => {
      const [person] = await personsOf(own);
      return (await reader.casesOf(tx, [person ?? ''])).map(({ caseId }) => caseId);
    });
    expect(caseIds).toEqual([own]);
  });

  test('finds who was born on the day of the number by name, day and village too', async () => {
    await claimOf(SITI);
    const alike = (village: string) =>
      asActor(record.as.case_api, seenBy('35'), (tx) =>
        reader.alike(tx, store.personKeys({ name: 'siti aminah', bornOn: '1990-01-25' }, village).likeness ?? ''),
      );
    expect(await alike(TAMBAKREJO)).toHaveLength(1);
    expect(await alike(SERANG)).toEqual([]);
  });

  test.each(['person', 'person_link'])('writes nothing as the API: %s', async (table) => {
    await expect(record.as.case_api.query(`insert into ${table} default values`)).rejects.toThrow('permission denied');
    await expect(record.as.case_api.query(`delete from ${table}`)).rejects.toThrow('permission denied');
  });
});

describe('a search for cases alike', () => {
  test('finds the claim of another village for the same accident, by number and event', async () => {
    const [first, second] = [await claimOf(SITI), await claimOf(SITI, { area: SERANG })];
    expect(await alikeTo(first)).toEqual([{ caseId: second, rule: 'NIK_AND_EVENT' }]);
    expect(await alikeTo(second)).toEqual([{ caseId: first, rule: 'NIK_AND_EVENT' }]);
  });

  test('takes no other event of the same worker for the same claim', async () => {
    const first = await claimOf(SITI);
    await claimOf(SITI, { input: { riskDay: '2025-06-01' } });
    await placementOf(SITI);
    expect(await alikeTo(first)).toEqual([]);
  });

  test('proposes another name under the same number, whatever the event', async () => {
    const first = await claimOf(SITI);
    const other = await claimOf({ ...SITI, name: 'Budi Santoso' }, { input: { riskDay: '2025-06-01' } });
    expect(await alikeTo(first)).toEqual([{ caseId: other, rule: 'NIK' }]);
  });

  test('proposes a second placement of a worker whose first is open', async () => {
    const [first, second] = [await placementOf(SITI), await placementOf(SITI)];
    expect(await alikeTo(second)).toEqual([{ caseId: first, rule: 'NIK' }]);
    await record.owner.query(`update case_file set status = 'closed' where case_id = $1`, [first]);
    expect(await alikeTo(second)).toEqual([]);
  });

  test('proposes the same name, day of birth and village, in any spelling and with or without a number', async () => {
    const first = await claimOf(SITI);
    const alike = await claimOf({ name: 'SITTI  AMINA', bornOn: '1990-01-25' });
    await claimOf({ name: 'Siti Aminah', bornOn: '1990-01-26' });
    await claimOf({ name: 'Siti Aminah', bornOn: '1990-01-25' }, { area: SERANG });
    await claimOf({ name: 'Siti Aisyah', bornOn: '1990-01-25' });
    expect(await alikeTo(first)).toEqual([{ caseId: alike, rule: 'NAME_BIRTH_VILLAGE' }]);
  });

  test('finds nobody for a worker of whom only the name is known', async () => {
    await claimOf({ name: 'Siti Aminah' });
    expect(await alikeTo(await claimOf({ name: 'Siti Aminah' }))).toEqual([]);
  });

  test('leaves out what was voided and what is linked already', async () => {
    const [first, second] = [await claimOf(SITI), await claimOf(SITI)];
    await record.owner.query(
      `update case_file set state = jsonb_set(state, '{outcome}', '"void_duplicate"') where case_id = $1`,
      [second],
    );
    expect(await alikeTo(first)).toEqual([]);
    const third = await claimOf(SITI);
    const link = { name: 'linkCase', actor: MAKER, input: { caseId: third, relation: 'child' } };
    await tell(record.as.case_worker, requestOf(first, link));
    expect(await alikeTo(first)).toEqual([]);
  });
});

describe('two persons whom an officer has found to be the same', () => {
  const both = async () => {
    const cases = [
      await claimOf({ name: 'Siti Aminah' }),
      await claimOf({ name: 'Aminah' }, { area: SERANG }),
    ] as const;
    const decide = async (caseId: string, reasonCode: string): Promise<void> => {
      const found = { found: [{ caseId: cases[1], rule: 'NAME_BIRTH_VILLAGE' }] };
      const search = { name: 'recordDuplicateSearch', actor: SYSTEM, input: found };
      await tell(record.as.case_worker, requestOf(caseId, search));
      const name = reasonCode === 'ANOTHER_PERSON' ? 'clearDuplicate' : 'confirmSameWorker';
      const input = { caseId: cases[1], reasonCode };
      await tell(record.as.case_worker, requestOf(caseId, { name, actor: MAKER, input }));
    };
    const [one, other] = await personsOf(...cases);
    return { cases, decide, one: one ?? '', other: other ?? '' };
  };
  const same = (area: string, personId: string) =>
    asActor(record.as.case_api, seenBy(area), async (tx) => [...(await reader.sameAs(tx, personId))].sort());

  test('stay two, and each leads to the cases of both', async () => {
    const { cases, decide, one, other } = await both();
    await decide(cases[0], 'ANOTHER_MATTER');
    expect(await same('35', one)).toEqual([one, other].sort());
    expect(await same('35', other)).toEqual([one, other].sort());
    const shown = await asActor(record.as.case_api, seenBy('35'), (tx) => reader.casesOf(tx, [one, other]));
    expect(shown.map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
    expect(await record.owner.query(`select count(*)::int as left from person`)).toEqual([{ left: 2 }]);
  });

  test('are one only to who may see both', async () => {
    const { cases, decide, one, other } = await both();
    await decide(cases[0], 'SAME_MATTER');
    expect(await same(TAMBAKREJO, one)).toEqual([one]);
    expect(await same(SERANG, other)).toEqual([other]);
    expect(await record.as.case_api.query(`select from person_link`)).toEqual([]);
  });

  test('are not proposed to each other again', async () => {
    const born = { name: 'Siti Aminah', bornOn: '1990-01-25' };
    const [first, second, third] = [await claimOf(born), await claimOf(born), await placementOf(born)];
    const found = { found: [{ caseId: second, rule: 'NAME_BIRTH_VILLAGE' }] };
    await tell(record.as.case_worker, requestOf(first, { name: 'recordDuplicateSearch', actor: SYSTEM, input: found }));
    const input = { caseId: second, reasonCode: 'ANOTHER_MATTER' };
    await tell(record.as.case_worker, requestOf(first, { name: 'confirmSameWorker', actor: MAKER, input }));
    expect(await alikeTo(first)).toEqual([{ caseId: third, rule: 'NAME_BIRTH_VILLAGE' }]);
  });

  test('are not linked by a decision that they differ', async () => {
    const { cases, decide, one } = await both();
    await decide(cases[0], 'ANOTHER_PERSON');
    expect(await same('35', one)).toEqual([one]);
  });
});

describe('a person', () => {
  test('goes with the last statement that speaks of them, and not before', async () => {
    const cases = [await claimOf(SITI), await claimOf(SITI)];
    const erase = (caseId: string | undefined): Promise<unknown> =>
      record.owner.query(`delete from statement where case_id = $1`, [caseId]);
    await erase(cases[0]);
    expect(await record.owner.query(`select count(*)::int as left from person`)).toEqual([{ left: 1 }]);
    await erase(cases[1]);
    expect(await record.owner.query(`select count(*)::int as left from person`)).toEqual([{ left: 0 }]);
  });
});
