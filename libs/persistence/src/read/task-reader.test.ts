import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { actor } from '@titian/domain/testing/claim-world';
import { putCase, putTask, type ListedTask } from '../testing/listed-cases.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { asActor } from './as-actor.ts';
import { TaskReader, type TaskFilter, type TaskPosition, type TaskRow } from './task-reader.ts';

jest.setTimeout(60_000);

const OFFICE = 'disnaker:35.05';
let record: TestRecord;
let caseId = '';
const tasks = new TaskReader();

const at = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T02:00:00.000Z`;
const TASKS: readonly ListedTask[] = [
  { taskId: 'verification#1', openedAt: at(9) },
  { taskId: 'verification#2', openedAt: at(5), officerId: 'dinas-1' },
  { taskId: 'review#3', name: 'review', openedAt: at(7) },
  { taskId: 'lateReport#4', name: 'lateReport', kind: 'breach', openedAt: at(6) },
  { taskId: 'verification#5', openedAt: at(4), officerId: 'dinas-2' },
  { taskId: 'verification#6', openedAt: at(3), status: 'completed' },
  { taskId: 'verification#7', openedAt: at(3), officerId: 'dinas-1', status: 'cancelled' },
  { taskId: 'verification#8', openedAt: at(2), office: 'bp3mi:35' },
];

beforeAll(async () => {
  record = await openRecord();
  caseId = await putCase(record.owner, { flags: ['urgent'], stage: 'review' });
  for (const task of TASKS) await putTask(record.owner, caseId, task);
});
afterAll(() => record.close());

const page = (filter: TaskFilter, more: { limit?: number; after?: TaskPosition; area?: string } = {}) =>
  asActor(record.as.case_api, actor('district_officer', 'dinas-1', more.area ?? '35.05'), (tx) =>
    tasks.page(tx, { filter, limit: more.limit ?? 50, after: more.after }),
  );
const idsOf = (rows: readonly TaskRow[]): readonly string[] => rows.map(({ taskId }) => taskId);

describe('open tasks', () => {
  test.each<[string, TaskFilter, readonly string[]]>([
    ['nobody’s', { unassignedOf: OFFICE }, ['lateReport#4', 'review#3', 'verification#1']],
    ['an officer’s', { officerId: 'dinas-1' }, ['verification#2']],
    [
      'nobody’s and an officer’s',
      { unassignedOf: OFFICE, officerId: 'dinas-1' },
      ['verification#2', 'lateReport#4', 'review#3', 'verification#1'],
    ],
    ['everybody’s of the office', { assignedOf: OFFICE }, ['verification#5', 'verification#2']],
    ['of a breach', { unassignedOf: OFFICE, kind: 'breach' }, ['lateReport#4']],
    [
      'of a name',
      { unassignedOf: OFFICE, officerId: 'dinas-1', name: 'verification' },
      ['verification#2', 'verification#1'],
    ],
    ['of another office', { unassignedOf: 'bp3mi:35' }, ['verification#8']],
    ['of no office', { unassignedOf: 'disnaker:11.01' }, []],
  ])('%s, oldest first', async (_what, filter, expected) => {
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
      openedAt: at(5),
      caseId,
      number: expect.stringMatching(/^KLM-2026-/),
      type: 'claim',
      stage: 'review',
      area: '35.05.08.2003',
      flags: ['urgent'],
      dueAt: '2026-02-01T02:00:00.000Z',
    });
  });

  test('are not shown to another area', async () => {
    expect(await page({ unassignedOf: OFFICE, officerId: 'dinas-1' }, { area: '35.07' })).toEqual([]);
  });

  test.each([1, 2, 3, 50])(
    'come in pages of %s that neither lose nor repeat, though older and newer ones are added',
    async (limit) => {
      const filter = { unassignedOf: OFFICE, officerId: 'dinas-1' };
      const before = idsOf(await page(filter));
      const found: string[] = [];
      for (let after: TaskPosition | undefined; ;) {
        const rows = await page(filter, { limit, ...(after === undefined ? {} : { after }) });
        found.push(...idsOf(rows));
        after = rows.at(-1);
        if (after === undefined || rows.length < limit) break;
        await putTask(record.owner, caseId, {
          taskId: `old-${limit}#${found.length + 100}`,
          openedAt: `2025-12-${30 - limit}T02:00:00.000Z`,
        });
      }
      expect(found).toEqual(before);
    },
  );
});
