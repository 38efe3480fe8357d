import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { actor } from '@titian/domain/testing/claim-world';
import { COMPLAINT, complaintSteps } from '@titian/domain/testing/complaint-world';
import { putCase, putTask, type Listed } from '../testing/listed-cases.ts';
import { commandsOf, openRecord, report, requestOf, tell, type TestRecord } from '../testing/record-world.ts';
import { asActor, type Reader } from './as-actor.ts';
import type { CaseFilter } from './case-filter.ts';
import { WorklistReader, type WorklistCounts, type WorklistPosition, type WorklistRow } from './worklist-reader.ts';

jest.setTimeout(60_000);

const NOW = '2026-02-01T04:00:00.000Z';
/** The first of February in Jakarta. */
const TODAY = { from: '2026-01-31T17:00:00.000Z', until: '2026-02-01T17:00:00.000Z' };

let record: TestRecord;
const worklist = new WorklistReader();
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

const reader = (area: string, onlyCase?: string): Reader => ({ ...actor('district_officer', 'dinas', area), onlyCase });
const page = (
  filter: CaseFilter,
  { area = '', limit = 50, after }: { area?: string; limit?: number; after?: WorklistPosition } = {},
): Promise<readonly WorklistRow[]> =>
  asActor(record.as.case_api, reader(area), (tx) => worklist.page(tx, { filter, limit, after }));
const counts = (filter: CaseFilter, area = ''): Promise<WorklistCounts> =>
  asActor(record.as.case_api, reader(area), (tx) => worklist.counts(tx, filter, NOW, TODAY));
const idsOf = (rows: readonly WorklistRow[]): readonly string[] => rows.map(({ caseId }) => caseId);
const dueIn = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
/** Every page after the first, by a hook between them. */
async function walk(filter: CaseFilter, limit: number, between: (turn: number) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  for (let after: WorklistPosition | undefined, turn = 0; ; turn += 1) {
    const rows = await page(filter, { limit, ...(after === undefined ? {} : { after }) });
    found.push(...idsOf(rows));
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return found;
    after = { dueAt: last.dueAt, caseId: last.caseId };
    await between(turn);
  }
}

describe('a filter of the worklist', () => {
  const office = 'disnaker:filters';
  const above = 'bp3mi:filters';
  const CASES: Readonly<Record<string, Listed>> = {
    plain: {},
    complaint: { type: 'complaint', subjectCode: 'GAJI_TIDAK_DIBAYAR', stage: 'handling' },
    review: { stage: 'review' },
    suspended: { status: 'suspended' },
    closed: { status: 'closed' },
    death: { subjectCode: 'JKM_SELAMA' },
    urgent: { flags: ['incomplete', 'urgent'] },
    escalated: { escalationLevel: 2 },
    higher: { escalationLevel: 3 },
    overdue: { dueAt: '2026-01-20T02:00:00.000Z' },
    undated: { dueAt: null },
    elsewhere: { area: '35.07.01.2001' },
    neighbour: { area: '35.05.09.2001' },
    mine: {},
    asked: { waitsFor: ['family'] },
    promised: { waitsFor: ['family', 'third_party'] },
    brought: { escalationLevel: 1 },
    released: { escalationLevel: 1 },
  };
  const idOf = new Map<string, string>();
  beforeAll(async () => {
    for (const [name, listed] of Object.entries(CASES))
      idOf.set(name, await putCase(record.owner, { office, ...listed }));
    await putTask(record.owner, idOf.get('mine') ?? '', { officerId: 'dinas-1' });
    await putTask(record.owner, idOf.get('plain') ?? '', { officerId: 'dinas-1', status: 'completed' });
    // The ladder asked twice, e.g. before and after a shift of posts; an office that has done its task is asked no more.
    for (const taskId of ['escalation#2', 'escalation#3'])
      await putTask(record.owner, idOf.get('brought') ?? '', {
        name: 'escalation',
        kind: 'breach',
        taskId,
        office: above,
      });
    await putTask(record.owner, idOf.get('released') ?? '', { name: 'escalation', office: above, status: 'completed' });
    await putTask(record.owner, idOf.get('mine') ?? '', { name: 'escalation', office: 'bp3mi:elsewhere' });
  });
  const open = Object.keys(CASES).filter((name) => name !== 'closed');
  const without = (...names: readonly string[]): readonly string[] => open.filter((name) => !names.includes(name));

  test.each<[string, CaseFilter, readonly string[]]>([
    ['none: open and suspended cases', {}, open],
    ['a type', { type: 'complaint' }, ['complaint']],
    ['the other type', { type: 'claim' }, without('complaint')],
    ['a stage', { stage: 'review' }, ['review']],
    ['suspended', { status: 'suspended' }, ['suspended']],
    ['open', { status: 'open' }, without('suspended')],
    ['a claim type', { claimType: 'JKM_SELAMA' }, ['death']],
    ['a category', { category: 'GAJI_TIDAK_DIBAYAR' }, ['complaint']],
    ['a category that is a claim type', { category: 'JKM_SELAMA' }, []],
    ['a flag', { flag: 'urgent' }, ['urgent']],
    ['a flag nobody has', { flag: 'referred' }, []],
    ['any rung', { escalationLevel: 1 }, ['escalated', 'higher', 'brought', 'released']],
    ['a rung or higher', { escalationLevel: 2 }, ['escalated', 'higher']],
    ['a rung', { escalationLevel: 3 }, ['higher']],
    ['overdue', { dueBefore: '2026-01-25T00:00:00.000Z' }, ['overdue']],
    ['due before its own moment', { dueBefore: '2026-01-20T02:00:00.000Z' }, []],
    ['a regency', { area: '35.05' }, without('elsewhere')],
    ['a district', { area: '35.05.09' }, ['neighbour']],
    ['a village', { area: '35.07.01.2001' }, ['elsewhere']],
    ['a province', { area: '35' }, open],
    ['a code that begins alike', { area: '35.0' }, []],
    ['an officer', { officerId: 'dinas-1' }, ['mine']],
    ['what the ladder brought to an office', { escalatedTo: above }, ['brought']],
    ['what it brought to nobody', { escalatedTo: 'bp3mi:nowhere' }, []],
    ['waiting for anybody', { waitsFor: 'anybody' }, ['asked', 'promised']],
    ['waiting for the family', { waitsFor: 'family' }, ['asked', 'promised']],
    ['waiting for a third party', { waitsFor: 'third_party' }, ['promised']],
    ['waiting for the insurer', { waitsFor: 'insurer' }, []],
    ['a flag and an area', { flag: 'urgent', area: '35.05.08' }, ['urgent']],
    ['a claim type and another type', { claimType: 'JKM_SELAMA', type: 'complaint' }, []],
  ])('%s', async (_what, filter, names) => {
    const expected = names.map((name) => idOf.get(name)).sort();
    expect([...idsOf(await page({ ...filter, office }))].sort()).toEqual(expected);
    expect((await counts({ ...filter, office })).total).toBe(expected.length);
  });

  test('another office: nothing', async () => {
    expect(await page({ office: 'disnaker:nowhere' })).toEqual([]);
    expect(await counts({ office: 'disnaker:nowhere' })).toEqual({
      total: 0,
      overdue: 0,
      dueToday: 0,
      byStage: [],
      unassignedTasks: 0,
    });
  });

  test.each([
    ['35.05', without('elsewhere')],
    ['35.07', ['elsewhere']],
    ['31', []],
  ])('shows a reader of %s that area only, and counts no more', async (area, names) => {
    const expected = names.map((name) => idOf.get(name)).sort();
    expect([...idsOf(await page({ office }, { area }))].sort()).toEqual(expected);
    expect((await counts({ office }, area)).total).toBe(expected.length);
  });

  test('shows a family its one case', async () => {
    const own = idOf.get('mine');
    const rows = await asActor(record.as.case_api, reader('', own), (tx) =>
      worklist.page(tx, { filter: { office }, limit: 50 }),
    );
    expect(idsOf(rows)).toEqual([own]);
  });
});

describe('pages', () => {
  test('follow one another by deadline and then by id; cases without a deadline come last', async () => {
    const office = 'disnaker:order';
    const put = (dueAt: string | null): Promise<string> => putCase(record.owner, { office, dueAt });
    const late = await put(dueIn(30));
    const soon = await put(dueIn(10));
    const equal = [await put(dueIn(20)), await put(dueIn(20)), await put(dueIn(20))].sort();
    const undated = [await put(null), await put(null), await put(null)].sort();
    const all = [soon, ...equal, late, ...undated];
    for (const limit of [1, 2, 3, 4, 5, 7, 8, 50]) {
      expect(await walk({ office }, limit, () => Promise.resolve())).toEqual(all);
    }
  });

  test('lose nothing and repeat nothing while cases are added before and behind', async () => {
    const office = 'disnaker:moving';
    const before: string[] = [];
    for (let n = 0; n < 25; n += 1) before.push(await putCase(record.owner, { office, dueAt: dueIn(10 * n) }));
    const behind: string[] = [];
    const found = await walk({ office }, 4, async (turn) => {
      await putCase(record.owner, { office, dueAt: dueIn(-100 - turn) });
      behind.push(await putCase(record.owner, { office, dueAt: dueIn(10_000 + turn) }));
      if (turn === 2)
        await record.owner.query(`update case_file set status = 'closed' where case_id = $1`, [before[0]]);
    });
    expect(found.slice(0, 25)).toEqual(before);
    expect(new Set(found).size).toBe(found.length);
    expect(found.slice(25).every((id) => behind.includes(id))).toBe(true);
    expect(found.slice(25)).toHaveLength(behind.length);
  });
});

describe('counts', () => {
  const office = 'disnaker:counts';
  beforeAll(async () => {
    for (let n = 0; n < 230; n += 1) {
      const caseId = await putCase(record.owner, {
        office,
        stage: n % 2 === 0 ? 'verification' : 'review',
        type: n % 10 === 0 ? 'complaint' : 'claim',
        dueAt: dueIn(60 * (n - 100)),
        status: n === 229 ? 'closed' : 'open',
      });
      if (n % 50 === 0) await putTask(record.owner, caseId);
      if (n % 50 === 1) await putTask(record.owner, caseId, { officerId: 'dinas-1' });
    }
  });

  test('are those of all rows, far beyond a page', async () => {
    const all = await page({ office }, { limit: 1_000 });
    const found = await counts({ office });
    expect(found.total).toBe(229);
    expect(found.total).toBe(all.length);
    expect(found.overdue).toBe(all.filter(({ dueAt }) => (dueAt ?? '') < NOW).length);
    expect(found.overdue).toBe(100);
    expect(found.dueToday).toBe(
      all.filter(({ dueAt }) => dueAt !== null && dueAt >= TODAY.from && dueAt < TODAY.until).length,
    );
    expect(found.dueToday).toBe(24);
    expect(found.unassignedTasks).toBe(5);
    expect(found.byStage.reduce((sum, { count }) => sum + count, 0)).toBe(229);
    expect(found.byStage).toEqual([
      { type: 'claim', stage: 'review', count: 114 },
      { type: 'claim', stage: 'verification', count: 92 },
      { type: 'complaint', stage: 'verification', count: 23 },
    ]);
  });
});

describe('what commit writes', () => {
  const stored = async (caseId: string): Promise<object | undefined> =>
    (await page({ area: '35.05.08.2003' }, { limit: 1_000 })).find((row) => row.caseId === caseId);

  test('of a claim is its type, and of a task that is taken one less', async () => {
    const caseId = randomUUID();
    await tell(record.as.case_worker, requestOf(caseId, report()));
    expect(await stored(caseId)).toMatchObject({ type: 'claim', subjectCode: 'JKK_RAWAT_LN', flags: [] });
    const row = async (): Promise<
      { unassigned_tasks: number; province: string; id: string; office: string } | undefined
    > =>
      (
        await record.owner.query<{ unassigned_tasks: number; province: string; id: string; office: string }[]>(
          `select unassigned_tasks, province, task_id as id, office from case_file join task using (case_id) where case_id = $1`,
          [caseId],
        )
      )[0];
    const before = await row();
    expect(before).toMatchObject({ unassigned_tasks: 1, province: '35' });
    const by = actor('village_officer', 'kades', '35.05.08.2003', before?.office);
    await tell(
      record.as.case_worker,
      requestOf(caseId, { name: 'takeTask', actor: by, input: { taskId: before?.id ?? '' } }),
    );
    expect((await row())?.unassigned_tasks).toBe(0);
  });

  test('of a complaint is its category and its flags', async () => {
    const caseId = randomUUID();
    const urgent = { ...COMPLAINT, urgentSigns: ['DETENTION'] };
    for (const { command, now } of commandsOf(() => complaintSteps.intake(urgent)))
      await tell(record.as.case_worker, requestOf(caseId, command, { now, caseType: 'complaint' }));
    expect(await stored(caseId)).toMatchObject({
      type: 'complaint',
      subjectCode: 'GAJI_TIDAK_DIBAYAR',
      flags: ['urgent'],
    });
  });
});
