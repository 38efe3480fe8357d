import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { calendar, steps, SYSTEM } from '@titian/domain/testing/claim-world';
import { commit } from '../record/commit.ts';
import { NOW, openRecord, requestOf, tellStory, world, type TestRecord } from '../testing/record-world.ts';
import { readRowsOf } from '../testing/rebuild.ts';
import { toEventRow } from '../record/event-row.ts';
import { rebuildCase } from './rebuild-case.ts';
import { FIRST_CASE, guardPage, type GuardedRuns, type GuardOptions } from './guard.ts';

jest.setTimeout(60_000);

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

/** Workflows that a test takes away or lets sleep. */
const lives = new Set<string>();
let timers = new Map<string, string | null>();
let started: string[] = [];
const runs: GuardedRuns = {
  isRunning: ({ caseId }) => Promise.resolve(lives.has(caseId)),
  startRun: ({ caseId }) => {
    started.push(caseId);
    lives.add(caseId);
    return Promise.resolve();
  },
  timerOf: ({ caseId }) =>
    timers.get(caseId) === 'stuck'
      ? Promise.reject(new Error('no worker can continue it'))
      : Promise.resolve(timers.has(caseId) ? (timers.get(caseId) ?? null) : undefined),
  keepWatch: async ({ caseId }, commandId) => {
    const command = { name: 'keepWatch', actor: SYSTEM, input: {} };
    return (
      (await commit(record.as.case_worker, world, requestOf(caseId, command, { commandId }))).receipt.status === 'done'
    );
  },
};
/** The cases of these tests are of January 2026 and overdue by now, which is no matter here. */
const OPTIONS: GuardOptions = { repair: true, timers: 200, lateMs: 100 * 365 * 86_400_000 };
const look = (options: Partial<GuardOptions> = {}) =>
  guardPage(record.as.case_worker, calendar, runs, FIRST_CASE, { ...OPTIONS, ...options });

let caseId: string;
beforeEach(async () => {
  await record.owner.query(`truncate case_file, clock, task, evidence, custody, command_receipt`);
  caseId = await tellStory(record.as.case_worker, steps.verified);
  lives.clear();
  lives.add(caseId);
  timers = new Map();
  started = [];
});

test('a case that is as it must be is no finding', async () => {
  expect(await look()).toEqual({ checked: 1, findings: [], next: null });
});

describe('what is wrong with an open case is found and mended', () => {
  test('its run is gone', async () => {
    lives.clear();
    expect((await look()).findings).toEqual([{ caseId, caseType: 'claim', fault: 'no-run', repaired: true }]);
    expect(started).toEqual([caseId]);
    expect((await look()).findings).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['nobody holds it', `update custody set until = since where case_id = $1`, 'no-custody'],
    ['another office holds it in the list', `update custody set office = 'x' where case_id = $1`, 'no-custody'],
    [
      'a period of custody began earlier than its log says',
      `update custody set since = since - interval '1 hour' where case_id = $1`,
      'custody-periods',
    ],
    [
      'its periods leave out a holder',
      `delete from custody where case_id = $1 and until is not null`,
      'custody-periods',
    ],
    [
      'its deadline in the worklist is another',
      `update case_file set due_at = now() where case_id = $1`,
      'read-tables',
    ],
    ['its deadline in the worklist is none', `update case_file set due_at = null where case_id = $1`, 'read-tables'],
    ['a clock row is another', `update clock set due_at = now() where case_id = $1`, 'read-tables'],
    ['a clock row is gone', `delete from clock where case_id = $1`, 'read-tables'],
    [
      'its state is not what its log says',
      `update case_file set state = jsonb_set(state, '{stage}', '"closed"') where case_id = $1`,
      'read-tables',
    ],
  ])('%s', async (_what, breakIt, fault) => {
    const before = await readRowsOf(record.owner, caseId);
    await record.owner.query(breakIt, [caseId]);
    expect((await look({ repair: false })).findings).toContainEqual({
      caseId,
      caseType: 'claim',
      fault,
      repaired: false,
    });
    expect((await look()).findings).toContainEqual({ caseId, caseType: 'claim', fault, repaired: true });
    expect((await look()).findings).toEqual([]);
    expect(await readRowsOf(record.owner, caseId)).toEqual(before);
  });

  test.each<[string, string | null]>([
    ['its timer is not armed', null],
    ['its timer is armed for a later moment', '2099-01-01T00:00:00.000Z'],
  ])('%s', async (_what, armed) => {
    timers.set(caseId, armed);
    expect((await look()).findings).toEqual([{ caseId, caseType: 'claim', fault: 'late', repaired: true }]);
    expect(started).toEqual([caseId]);
  });

  test('its run does not answer: told, woken, and the round goes on', async () => {
    timers.set(caseId, 'stuck');
    expect((await look()).findings).toEqual([{ caseId, caseType: 'claim', fault: 'no-answer', repaired: false }]);
    expect(started).toEqual([caseId]);
  });

  test('its deadline is over and nobody was told', async () => {
    expect((await look({ lateMs: 600_000 })).findings).toMatchObject([{ fault: 'late', repaired: true }]);
  });

  test('nothing would ever wake it: it gets a clock by a command', async () => {
    const [row]: { state: { clocks: Record<string, object> } }[] = await record.owner.query(
      `select state from case_file where case_id = $1`,
      [caseId],
    );
    // As if a definition had let every clock stop: the events that stop them, in its log.
    for (const clockId of Object.keys(row?.state.clocks ?? {})) await stopClock(caseId, clockId);
    expect((await look()).findings).toContainEqual({ caseId, caseType: 'claim', fault: 'no-deadline', repaired: true });
    expect((await look()).findings).toEqual([]);
    const clocks: { name: string }[] = await record.owner.query(
      `select name from clock where case_id = $1 and state = 'running'`,
      [caseId],
    );
    expect(clocks).toEqual([{ name: 'verifying' }]);
  });
});

/** Writes an event into the log as `commit` would, and what people read after it. */
async function stopClock(of: string, clockId: string): Promise<void> {
  const [file]: { revision: number; last_hash: string }[] = await record.owner.query(
    `select revision, last_hash from case_file where case_id = $1`,
    [of],
  );
  const event = {
    kind: 'clock.stopped',
    clockId,
    reason: 'test',
    actorId: 'test',
    calendar: calendar.version,
  } as const;
  const stored = { caseId: of, revision: (file?.revision ?? 0) + 1, at: NOW, event };
  const row = toEventRow('claim', stored, file?.last_hash ?? '');
  await record.owner.query(
    `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
     select $1, $2, $3, 'claim', $4, $5, 'test', $6, $7, $8, s.shard, s.next
     from (select shard, max(position) + 1 as next from case_event
           where shard = (select shard from case_event where case_id = $1 limit 1) group by shard) s`,
    [of, row.revision, row.eventId, row.type, row.at, row.body, row.prevHash, row.hash],
  );
  await rebuildCase(record.owner, calendar, of);
}
