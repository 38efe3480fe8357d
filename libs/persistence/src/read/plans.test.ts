import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { actor } from '@titian/domain/testing/claim-world';
import { fillCountry } from '../testing/listed-cases.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { asActor, type Reader } from './as-actor.ts';
import type { CaseFilter } from './case-filter.ts';
import { SearchReader } from './search-reader.ts';
import { TaskReader } from './task-reader.ts';
import { WorklistReader } from './worklist-reader.ts';
import { WorkloadReader } from './workload-reader.ts';

jest.setTimeout(180_000);

const CASES = 100_000;
const NOW = '2026-03-01T02:00:00.000Z';
const LIMIT = 51;

/** Part of a plan as PostgreSQL tells it. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
  await fillCountry(record.owner, CASES);
});
afterAll(() => record.close());

const reader = (area: string): Reader => actor('district_officer', 'reader', area);
const worklist = new WorklistReader();
const tasks = new TaskReader();
const search = new SearchReader();
const workload = new WorkloadReader();

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Runs the reads as the API does, under its role and policies. @returns every node of the plan of each statement */
async function nodes(area: string, read: (tx: EntityManager) => Promise<unknown>): Promise<readonly PlanNode[]> {
  return asActor(record.as.case_api, reader(area), async (tx) => {
    const found: PlanNode[] = [];
    const explaining = {
      query: async (sql: string, values: unknown[]): Promise<unknown> => {
        const rows: { 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }[] = await tx.query(
          `explain (analyze, format json) ${sql}`,
          values,
        );
        found.push(...rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan))));
        return tx.query(sql, values);
      },
    };
    await read(explaining as unknown as EntityManager);
    return found;
  });
}
const scanned = (found: readonly PlanNode[]): readonly string[] =>
  found.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
/** Rows that were read to give the answer, whether they are in it or not. */
const rowsRead = (found: readonly PlanNode[]): number =>
  found
    .filter(({ Plans }) => Plans === undefined)
    .reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );

const ALL: CaseFilter = {};
const AREAS: readonly (readonly [string, string])[] = [
  ['a village', '35.05.08.2003'],
  ['a district', '35.05.08'],
  ['a regency', '35.05'],
  ['a province', '35'],
  ['the country', ''],
];
const FILTERS: readonly (readonly [string, CaseFilter])[] = [
  ['no other filter', ALL],
  ['a stage', { type: 'claim', stage: 'review' }],
  ['a stage of any type', { stage: 'review' }],
  ['a status', { status: 'suspended' }],
  ['a claim type', { claimType: 'JKM_SELAMA' }],
  ['a category', { category: 'JKK_RAWAT_LN' }],
  ['a flag', { flag: 'urgent' }],
  ['a rare flag', { flag: 'referred' }],
  ['a rung', { escalationLevel: 3 }],
  ['overdue', { dueBefore: NOW }],
  ['waiting for anybody', { waitsFor: 'anybody' }],
  ['waiting for the insurer', { waitsFor: 'insurer' }],
  ['waiting for a rare one', { waitsFor: 'office' }],
  ['an urgent overdue claim type', { claimType: 'JKM_SELAMA', flag: 'urgent', dueBefore: NOW }],
];
const combinations = AREAS.flatMap(([place, area]) =>
  FILTERS.map(([what, filter]) => [place, what, area, filter] as const),
);

describe(`among ${CASES} cases no list reads the table from end to end`, () => {
  test.each(combinations)('worklist of %s, %s', async (_place, _what, area, filter) => {
    const read = (after?: { dueAt: string; caseId: string }): Promise<readonly PlanNode[]> =>
      nodes(area, (tx) => worklist.page(tx, { filter: { ...filter, area }, limit: LIMIT, after }));
    const first = await read();
    const later = await read({ dueAt: '2026-02-10T02:00:00.000Z', caseId: '80000000-0000-4000-8000-000000000000' });
    for (const found of [first, later]) {
      expect(scanned(found)).toEqual([]);
      expect(rowsRead(found)).toBeLessThan(CASES / 10);
    }
  });

  test.each([['disnaker:35.05', '35.05'] as const, ['disnaker:35.05', ''] as const])(
    'worklist of the office %s, for a reader of “%s”',
    async (office, area) => {
      const found = await nodes(area, (tx) => worklist.page(tx, { filter: { office }, limit: LIMIT }));
      expect(scanned(found)).toEqual([]);
      expect(rowsRead(found)).toBeLessThan(2_000);
    },
  );

  test.each([
    ['kp2mi', '', 1_000],
    ['kp2mi', '35.05', CASES / 10],
    ['disnaker:35.05', '35.05', 1_000],
  ] as const)('worklist of what the ladder brought to %s, for a reader of “%s”', async (office, area, most) => {
    for (const after of [
      undefined,
      { dueAt: '2026-02-10T02:00:00.000Z', caseId: '80000000-0000-4000-8000-000000000000' },
    ]) {
      const filter = { escalatedTo: office };
      const found = await nodes(area, (tx) => worklist.page(tx, { filter, limit: LIMIT, after }));
      expect(scanned(found)).toEqual([]);
      expect(rowsRead(found)).toBeLessThan(most);
    }
  });

  test.each(AREAS)('workload of the offices of %s', async (_place, area) => {
    const page = { area: area === '' ? undefined : area, limit: LIMIT };
    const found = await nodes(area, (tx) => workload.offices(tx, page, NOW));
    expect(scanned(found)).toEqual([]);
  });

  test('workload of one office and its people', async () => {
    const found = await nodes('35.05', async (tx) => {
      await workload.offices(tx, { office: 'disnaker:35.05', limit: 1 }, NOW);
      await workload.people(tx, 'disnaker:35.05', NOW);
    });
    expect(scanned(found)).toEqual([]);
    expect(rowsRead(found)).toBeLessThan(2_000);
  });

  test.each(AREAS)('worklist of what an officer of %s has taken', async (_place, area) => {
    const filter = { officerId: 'officer-35.05' };
    const found = await nodes(area, (tx) => worklist.page(tx, { filter, limit: LIMIT }));
    expect(scanned(found)).toEqual([]);
    expect(rowsRead(found)).toBeLessThan(2_000);
  });

  test.each(combinations.filter(([, what]) => what !== 'a status'))(
    'counts of %s, %s',
    async (_place, _what, area, filter) => {
      const today = { from: '2026-02-28T17:00:00.000Z', until: '2026-03-01T17:00:00.000Z' };
      const found = await nodes(area, (tx) => worklist.counts(tx, { ...filter, area }, NOW, today));
      expect(scanned(found).filter((table) => table === 'case_file')).toEqual([]);
    },
  );

  test.each(AREAS)('tasks of %s', async (_place, area) => {
    const filter = { unassignedOf: 'disnaker:35.05', officerId: 'officer-35.05' };
    const after = { dueAt: NOW, caseId: '80000000-0000-4000-8000-000000000000', taskId: 'review#1' };
    for (const page of [
      { filter, limit: LIMIT },
      { filter: { ...filter, name: 'review' }, limit: LIMIT, after },
    ]) {
      const found = await nodes(area, (tx) => tasks.page(tx, page));
      expect(scanned(found)).toEqual([]);
      expect(rowsRead(found)).toBeLessThan(2_000);
    }
  });

  test.each(AREAS)('search in %s by number, place and name', async (_place, area) => {
    const criteria = [
      { number: 'KLM-2026-000035' },
      { area: area === '' ? '35' : area },
      { nameTokens: ['rare-KLM-2026-000035'] },
      { nameTokens: ['common-3', 'rare-KLM-2026-000038'] },
      { nameTokens: ['common-3'], area: '35.05' },
    ];
    for (const asked of criteria) {
      const found = await nodes(area, (tx) => search.page(tx, { ...asked, limit: LIMIT }));
      expect([asked, scanned(found)]).toEqual([asked, []]);
    }
  });
});
