import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { actor } from '@titian/domain/testing/claim-world';
import { putCase, putTask, type ListedTask } from '../testing/listed-cases.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { asActor } from './as-actor.ts';
import { TaskReader, type TaskFilter, type TaskPosition, type TaskRow } from './task-reader.ts';

jest.setTimeout(60_000);

const OFFICE = 'disnaker:35.05';
let record: TestRecord;
/** The case of each task. */
const caseOf = new Map<string, string>();
const tasks = new TaskReader();

const at = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T02:00:00.000Z`;
/** Each with the deadline of its case; all were opened on one day. */
const TASKS: readonly (ListedTask & { readonly taskId: string; readonly dueAt: string | null })[] = [
  { taskId: 'verification#1', dueAt: at(9) },
  { taskId: 'verification#2', dueAt: at(5), officerId: 'dinas-1' },
  { taskId: 'review#3', name: 'review', dueAt: at(7) },
  { taskId: 'lateReport#4', name: 'lateReport', kind: 'breach', dueAt: at(6) },
  { taskId: 'verification#5', dueAt: at(4), officerId: 'dinas-2' },
  { taskId: 'verification#6', dueAt: at(3), status: 'completed' },
  { taskId: 'verification#7', dueAt: at(3), officerId: 'dinas-1', status: 'cancelled' },
  { taskId: 'verification#8', dueAt: at(2), office: 'bp3mi:35' },
  { taskId: 'verification#9', dueAt: null },
];

beforeAll(async () => {
  record = await openRecord();
  for (const task of TASKS) await put(task);
});
afterAll(() => record.close());

async function put({ dueAt, ...task }: (typeof TASKS)[number]): Promise<void> {
  const caseId = await putCase(record.owner, { flags: ['urgent'], stage: 'review', dueAt });
  await putTask(record.owner, caseId, task);
  caseOf.set(task.taskId, caseId);
}

const page = (filter: TaskFilter, more: { limit?: number; after?: TaskPosition; area?: string } = {}) =>
  asActor(record.as.case_api, actor('district_officer', 'dinas-1', more.area ?? '35.05'), (tx) =>
    tasks.page(tx, { filter, limit: more.limit ?? 50, after: more.after }),
  );
const idsOf = (rows: readonly TaskRow[]): readonly string[] => rows.map(({ taskId }) => taskId);

describe('open tasks', () => {
  test.each<[string, TaskFilter, readonly string[]]>([
    ['nobody’s', { unassignedOf: OFFICE }, ['lateReport#4', 'review#3', 'verification#1', 'verification#9']],
    ['an officer’s', { officerId: 'dinas-1' }, ['verification#2']],
    [
      'nobody’s and an officer’s',
      { unassignedOf: OFFICE, officerId: 'dinas-1' },
      ['verification#2', 'lateReport#4', 'review#3', 'verification#1', 'verification#9'],
    ],
    ['everybody’s of the office', { assignedOf: OFFICE }, ['verification#5', 'verification#2']],
    ['of a breach', { unassignedOf: OFFICE, kind: 'breach' }, ['lateReport#4']],
    [
      'of a name',
      { unassignedOf: OFFICE, officerId: 'dinas-1', name: 'verification' },
      ['verification#2', 'verification#1', 'verification#9'],
    ],
    ['of another office', { unassignedOf: 'bp3mi:35' }, ['verification#8']],
    ['of no office', { unassignedOf: 'disnaker:11.01' }, []],
  ])('%s, nearest deadline first', async (_what, filter, expected) => {
    expect(idsOf(await page(filter))).toEqual(expected);
  });

  test('tell of their case', async () => {
    const [first] = await page({ officerId: 'dinas-1' });
    expect(first).toEqual({
      taskId: 'verification#2',
      name: 'verification',
      kind: 'stage',
      status: 'assigned',
      officerId: 'dinas-1',
      openedAt: '2026-01-05T02:00:00.000Z',
      caseId: caseOf.get('verification#2'),
      number: expect.stringMatching(/^KLM-2026-/),
      type: 'claim',
      stage: 'review',
      area: '35.05.08.2003',
      flags: ['urgent'],
      dueAt: at(5),
    });
  });

  test('are not shown to another area', async () => {
    expect(await page({ unassignedOf: OFFICE, officerId: 'dinas-1' }, { area: '35.07' })).toEqual([]);
  });

  test.each([1, 2, 3, 50])(
    'come in pages of %s that neither lose nor repeat, though nearer ones are added',
    async (limit) => {
      const filter = { unassignedOf: OFFICE, officerId: 'dinas-1' };
      const before = idsOf(await page(filter));
      const found: string[] = [];
      for (let after: TaskPosition | undefined; ;) {
        const rows = await page(filter, { limit, ...(after === undefined ? {} : { after }) });
        found.push(...idsOf(rows));
        after = rows.at(-1);
        if (after === undefined || rows.length < limit) break;
        await put({ taskId: `near-${limit}#${found.length + 100}`, dueAt: `2025-12-${30 - limit}T02:00:00.000Z` });
      }
      expect(found).toEqual(before);
    },
  );
});
