import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, WAITED_FOR } from '@titian/domain';
import { actor } from '@titian/domain/testing/claim-world';
import { putCase, putTask, type Listed, type ListedTask } from '../testing/listed-cases.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { asActor } from './as-actor.ts';
import type { CaseFilter } from './case-filter.ts';
import { WorklistReader, type WorklistPosition } from './worklist-reader.ts';
import { AGE_BANDS, WorkloadReader } from './workload-reader.ts';

jest.setTimeout(120_000);

const NOW = '2026-02-01T04:00:00.000Z';
const TODAY = { from: '2026-01-31T17:00:00.000Z', until: '2026-02-01T17:00:00.000Z' };
const DAY_MS = 86_400_000;
const CASES = 300;

const AREAS = ['35.05.08.2003', '35.05.08.2004', '35.05.09.2001', '35.07.01.2001', '36.05.08.2003', '35.051.01.2001'];
const OFFICES = ['disnaker:35.05', 'disnaker:35.07', 'bp3mi:35', 'kp2mi'];
const PEOPLE = ['disnaker-blitar-1', 'disnaker-blitar-2', 'bp3mi-jatim-1'];
const READERS = ['', '35', '36', '35.05', '35.07', '35.05.08', '35.05.08.2003', '99'];

type Task = Required<Pick<ListedTask, 'name' | 'office' | 'status' | 'openedAt'>> & {
  readonly officerId: string | null;
};
type Known = Required<Omit<Listed, 'caseId'>> & { readonly caseId: string; readonly tasks: readonly Task[] };

const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * DAY_MS).toISOString();
/** Ages that fall on the edges of the bands as often as between them. */
const ago = fc.oneof(fc.constantFrom(...AGE_BANDS), fc.double({ min: 0, max: 800, noNaN: true })).map(daysAgo);
const dueAt = fc.option(
  fc.integer({ min: -20, max: 20 }).map((halfDays) => daysAgo(halfDays / 2)),
  { freq: 9 },
);

const aTask: fc.Arbitrary<Task> = fc
  .record({
    name: fc.constantFrom('verification', 'escalation', 'review'),
    office: fc.constantFrom(...OFFICES),
    officerId: fc.option(fc.constantFrom(...PEOPLE)),
    ended: fc.option(fc.constantFrom('completed' as const, 'cancelled' as const), { freq: 3, nil: null }),
    openedAt: ago,
  })
  .map(({ ended, ...task }) => ({ ...task, status: ended ?? (task.officerId === null ? 'unassigned' : 'assigned') }));

const aCase = fc.record({
  type: fc.constantFrom('claim' as const, 'complaint' as const),
  subjectCode: fc.constantFrom('JKM_SELAMA', 'GAJI_TIDAK_DIBAYAR'),
  stage: fc.constantFrom('verification', 'review', 'handling'),
  status: fc.constantFrom('open' as const, 'open' as const, 'suspended' as const, 'closed' as const),
  area: fc.constantFrom(...AREAS),
  office: fc.constantFrom(...OFFICES),
  flags: fc.subarray(['urgent', 'incomplete', 'referred']),
  escalationLevel: fc.integer({ min: 0, max: 3 }),
  dueAt,
  waitsFor: fc.subarray([...WAITED_FOR], { maxLength: 2 }),
  openedAt: ago,
  heldSince: ago,
  tasks: fc.array(aTask, { maxLength: 4 }),
});

const aFilter: fc.Arbitrary<CaseFilter> = fc.record(
  {
    type: fc.constantFrom('claim' as const, 'complaint' as const),
    stage: fc.constantFrom('verification', 'review'),
    status: fc.constantFrom('open' as const, 'suspended' as const),
    claimType: fc.constant('JKM_SELAMA'),
    flag: fc.constantFrom('urgent', 'referred'),
    escalationLevel: fc.integer({ min: 1, max: 3 }),
    dueBefore: fc.constantFrom(NOW, daysAgo(3), daysAgo(-3)),
    office: fc.constantFrom(...OFFICES),
    officerId: fc.constantFrom(...PEOPLE),
    escalatedTo: fc.constantFrom(...OFFICES),
    waitsFor: fc.constantFrom('anybody' as const, ...WAITED_FOR),
    area: fc.constantFrom(...READERS.filter((area) => area !== '99')),
  },
  { requiredKeys: [] },
);

let record: TestRecord;
let known: readonly Known[] = [];
const worklist = new WorklistReader();
const workload = new WorkloadReader();

beforeAll(async () => {
  record = await openRecord();
  const drawn = fc.sample(aCase, { numRuns: CASES, seed: 20_260_201 });
  const put: Known[] = [];
  for (const each of drawn) {
    const caseId = await putCase(record.owner, each);
    const tasks = each.status === 'closed' ? [] : each.tasks;
    for (const [n, task] of tasks.entries())
      await putTask(record.owner, caseId, { ...task, taskId: `${task.name}#${n}` });
    put.push({ ...each, caseId, tasks });
  }
  known = put;
});
afterAll(() => record.close());

/** What the reader may see at all. */
const seen = (area: string): readonly Known[] => known.filter((each) => isWithin(each.area, area));
const isOpen = ({ status }: Task): boolean => status === 'assigned' || status === 'unassigned';

/** The filter once more, by one case after the other. */
function fits(filter: CaseFilter, each: Known): boolean {
  const { waitsFor, claimType, flag, dueBefore, officerId, escalatedTo, area } = filter;
  return (
    each.status !== 'closed' &&
    (filter.type === undefined || each.type === filter.type) &&
    (filter.stage === undefined || each.stage === filter.stage) &&
    (filter.status === undefined || each.status === filter.status) &&
    (claimType === undefined || (each.type === 'claim' && each.subjectCode === claimType)) &&
    (flag === undefined || each.flags.includes(flag)) &&
    (filter.escalationLevel === undefined || each.escalationLevel >= filter.escalationLevel) &&
    (dueBefore === undefined || (each.dueAt !== null && each.dueAt < dueBefore)) &&
    (filter.office === undefined || each.office === filter.office) &&
    (officerId === undefined || each.tasks.some((task) => isOpen(task) && task.officerId === officerId)) &&
    (escalatedTo === undefined ||
      each.tasks.some((task) => isOpen(task) && task.name === 'escalation' && task.office === escalatedTo)) &&
    (waitsFor === undefined ||
      (waitsFor === 'anybody' ? each.waitsFor.length > 0 : each.waitsFor.includes(waitsFor))) &&
    (area === undefined || isWithin(each.area, area))
  );
}
const byDeadline = (a: Known, b: Known): number =>
  (a.dueAt ?? '~') === (b.dueAt ?? '~') ? (a.caseId < b.caseId ? -1 : 1) : (a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1;

async function walk(area: string, filter: CaseFilter, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: WorklistPosition | undefined; ;) {
    const rows = await asActor(record.as.case_api, actor('district_officer', 'reader', area), (tx) =>
      worklist.page(tx, { filter, limit, after }),
    );
    ids.push(...rows.map(({ caseId }) => caseId));
    after = rows.at(-1);
    if (after === undefined || rows.length < limit) return ids;
  }
}

describe(`among ${CASES} cases of every kind, for readers of every area`, () => {
  test('a list holds each case that fits once, in order, whatever its pages are cut to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...READERS),
        aFilter,
        fc.constantFrom(1, 3, 10, 400),
        async (area, filter, limit) => {
          const expected = seen(area).filter((each) => fits(filter, each));
          expect(await walk(area, filter, limit)).toEqual([...expected].sort(byDeadline).map(({ caseId }) => caseId));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a count is the number of cases that fit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...READERS), aFilter, async (area, filter) => {
        const found = await asActor(record.as.case_api, actor('district_officer', 'reader', area), (tx) =>
          worklist.counts(tx, filter, NOW, TODAY),
        );
        const expected = seen(area).filter((each) => fits(filter, each));
        const count = (matches: (each: Known) => boolean): number => expected.filter(matches).length;
        expect(found).toMatchObject({
          total: expected.length,
          overdue: count(({ dueAt }) => dueAt !== null && dueAt < NOW),
          dueToday: count(({ dueAt }) => dueAt !== null && dueAt >= TODAY.from && dueAt < TODAY.until),
          unassignedTasks: expected.flatMap(({ tasks }) => tasks).filter(({ status }) => status === 'unassigned')
            .length,
        });
        for (const { type, stage, count: ofStage } of found.byStage)
          expect(ofStage).toBe(count((each) => each.type === type && each.stage === stage));
        expect(found.byStage.reduce((sum, row) => sum + row.count, 0)).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });

  test.each(READERS)('the workload of the offices that a reader of “%s” sees', async (area) => {
    const found = await asActor(record.as.case_api, actor('district_officer', 'reader', area), (tx) =>
      workload.offices(tx, { limit: 50 }, NOW),
    );
    const expected = OFFICES.flatMap((office) => {
      const held = seen(area).filter((each) => each.status !== 'closed' && each.office === office);
      return held.length === 0 ? [] : [workloadOf(office, held)];
    });
    expect(found).toEqual(expected.sort((a, b) => (a.office < b.office ? -1 : 1)));
  });

  test.each(READERS)('the open tasks of people that a reader of “%s” sees', async (area) => {
    for (const office of OFFICES) {
      const found = await asActor(record.as.case_api, actor('district_officer', 'reader', area), (tx) =>
        workload.people(tx, office, NOW),
      );
      const tasks = seen(area).flatMap(({ dueAt: due, tasks: all }) =>
        all.filter((task) => isOpen(task) && task.office === office).map((task) => ({ ...task, due })),
      );
      const people = [null, ...PEOPLE.toSorted()].flatMap((officerId) => {
        const own = tasks.filter((task) => (task.status === 'assigned' ? task.officerId : null) === officerId);
        if (own.length === 0) return [];
        return [
          {
            officerId,
            tasks: own.length,
            overdue: own.filter(({ due }) => due !== null && due < NOW).length,
            oldestOpenedAt: own.map(({ openedAt }) => openedAt).sort()[0],
          },
        ];
      });
      expect(found).toEqual(people);
    }
  });
});

function workloadOf(office: string, held: readonly Known[]) {
  const inBand = (since: string, n: number): boolean => {
    const days = (Date.parse(NOW) - Date.parse(since)) / DAY_MS;
    return days >= (AGE_BANDS[n] ?? 0) && days < (AGE_BANDS[n + 1] ?? Infinity);
  };
  return {
    office,
    cases: held.length,
    suspended: held.filter(({ status }) => status === 'suspended').length,
    breached: held.filter(({ dueAt: due }) => due !== null && due < NOW).length,
    waiting: held.filter(({ waitsFor }) => waitsFor.length > 0).length,
    unassignedTasks: held.flatMap(({ tasks }) => tasks).filter(({ status }) => status === 'unassigned').length,
    oldestOpenedAt: held.map(({ openedAt }) => openedAt).sort()[0],
    longestHeldSince: held.map(({ heldSince }) => heldSince).sort()[0],
    ages: AGE_BANDS.map((fromDays, n) => ({
      fromDays,
      untilDays: AGE_BANDS[n + 1] ?? null,
      cases: held.filter(({ openedAt }) => inBand(openedAt, n)).length,
      held: held.filter(({ heldSince }) => inBand(heldSince, n)).length,
    })),
  };
}
