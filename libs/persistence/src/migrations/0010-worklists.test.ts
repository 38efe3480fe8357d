import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestDatabase } from '@titian/testing';
import { migrate } from '../migrate.ts';
import { recordBefore } from '../testing/earlier-record.ts';
import { Worklists1732000000010 } from './0010-worklists.ts';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await recordBefore(Worklists1732000000010);
});
afterAll(() => database.drop());

const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const at = (day: number): string => `2026-01-0${day}T02:00:00.000Z`;

/** A case as an earlier release wrote it: `due_at` is the next warning. */
async function put(
  n: number,
  change: { stage?: string; status?: string; role?: string; flags?: string[]; state?: object },
) {
  const { stage = 'verification', status = 'open', role = 'district_officer', flags = [], state = {} } = change;
  await database.owner.query(
    `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
       province, holder_role, holder_office, escalation_level, due_at, due_clock, opened_at, last_hash, flags, state)
     values ($1, 'claim', $2, 1, 'h', 1, $3, $4, '35.05.08.2003', '35.05', '35', $5, 'o', 0, $6, 'verifying#1', $7, 'h', $8, $9)`,
    [idOf(n), `N-${n}`, stage, status, role, at(2), at(1), flags, JSON.stringify(state)],
  );
}
const clock = (n: number, id: string, state: string, dueAt: string | null): Promise<unknown> =>
  database.owner.query(
    `insert into clock (case_id, clock_id, name, state, started_at, due_at, calendar_version, ledger)
     values ($1, $2, 'c', $3, $4, $5, 'v', '{}')`,
    [idOf(n), id, state, at(1), dueAt],
  );
const task = (n: number, id: string, status: string): Promise<unknown> =>
  database.owner.query(
    `insert into task (case_id, task_id, name, kind, role, office, status, opened_at)
     values ($1, $2, 't', 'stage', 'r', 'o', $3, $4)`,
    [idOf(n), id, status, at(1)],
  );

test('cases of an earlier release are due when their first clock runs out, and wait for whom they waited', async () => {
  await put(1, { state: { custody: { since: at(3) } } });
  await clock(1, 'expiry#1', 'running', at(9));
  await clock(1, 'verifying#1', 'running', at(4));
  await clock(1, 'gathering#1', 'paused', null);
  await clock(1, 'followUp#1', 'stopped', null);
  await task(1, 't#1', 'unassigned');
  await task(1, 't#2', 'completed');
  await put(2, { status: 'suspended', state: { suspension: 'awaiting_applicant' }, flags: ['third_party_awaited'] });
  await put(3, { role: 'insurer', stage: 'insurer_review' });
  await put(4, { stage: 'decided' });
  await put(5, { status: 'suspended', state: { suspension: 'awaiting_external' } });
  await put(6, { status: 'suspended', state: { suspension: 'legal_hold' }, flags: ['transfer_offered'] });
  await put(7, { status: 'closed', stage: 'decided', role: 'insurer', flags: ['transfer_offered'] });
  await migrate(database.url);
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `select due_at, due_clock, wakes_at, held_since, waits_for from case_file order by number`,
  );
  expect(rows[0]).toEqual({
    due_at: new Date(at(4)),
    due_clock: 'verifying#1',
    wakes_at: new Date(at(2)),
    held_since: new Date(at(3)),
    waits_for: [],
  });
  expect(rows[1]).toMatchObject({ due_at: null, due_clock: null, held_since: new Date(at(1)) });
  expect(rows.map((row) => row['waits_for'])).toEqual([
    [],
    ['family', 'third_party'],
    ['insurer'],
    ['family'],
    ['third_party'],
    ['office', 'legal_process'],
    [],
  ]);
  const tasks = await database.owner.query(`select task_id, due_at::text from task order by task_id`);
  expect(tasks.rows).toEqual([
    { task_id: 't#1', due_at: expect.stringContaining('2026-01-04') },
    { task_id: 't#2', due_at: 'infinity' },
  ]);
});
