import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestDatabase } from '@titian/testing';
import { migrate } from '../migrate.ts';
import { recordBefore } from '../testing/earlier-record.ts';
import { Desk1732000000003 } from './0003-desk.ts';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await recordBefore(Desk1732000000003);
});
afterAll(() => database.drop());

test('cases of an earlier release get the columns that lists filter by', async () => {
  const put = (n: number, type: string, claimType: string | null, state: object): Promise<unknown> =>
    database.owner.query(
      `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
         claim_type, holder_role, holder_office, escalation_level, opened_at, last_hash, state)
       values ($1, $2, $3, 1, 'h', 1, 's', 'open', '35.05.08.2003', '35.05', $4, 'r', 'o', 0, now(), 'h', $5)`,
      [`00000000-0000-4000-8000-00000000000${n}`, type, `N-${n}`, claimType, JSON.stringify(state)],
    );
  await put(1, 'claim', 'JKM_SELAMA', { flags: [], facts: { claimType: 'JKM_SELAMA' } });
  await put(2, 'complaint', null, { flags: ['referred', 'urgent'], facts: { category: 'GAJI_TIDAK_DIBAYAR' } });
  for (const [n, status] of [
    [1, 'unassigned'],
    [2, 'completed'],
    [3, 'unassigned'],
  ] as const) {
    await database.owner.query(
      `insert into task (case_id, task_id, name, kind, role, office, status, opened_at)
       values ('00000000-0000-4000-8000-000000000001', 't#' || $1, 't', 'stage', 'r', 'o', $2, now())`,
      [n, status],
    );
  }
  await migrate(database.url);
  const { rows } = await database.owner.query(
    `select subject_code, province, flags, unassigned_tasks from case_file order by number`,
  );
  expect(rows).toEqual([
    { subject_code: 'JKM_SELAMA', province: '35', flags: [], unassigned_tasks: 2 },
    { subject_code: 'GAJI_TIDAK_DIBAYAR', province: '35', flags: ['referred', 'urgent'], unassigned_tasks: 0 },
  ]);
});
