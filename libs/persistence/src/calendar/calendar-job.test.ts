import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Calendar, CaseState } from '@titian/domain';
import { offices, OPENING, SYSTEM, VILLAGE } from '@titian/domain/testing/claim-world';
import { commit, load, type RecordWorld } from '../record/commit.ts';
import { models } from '../record/models.ts';
import { openRecord, type TestRecord } from '../testing/record-world.ts';
import { runCalendarJob, type Recalendar } from './calendar-job.ts';
import { calendarInForce, readCalendar } from './calendar-in-force.ts';
import { publishCalendar, publishFirstCalendar } from './publish-calendar.ts';

jest.setTimeout(60_000);

/** Independence Day of 2025 and, by the amendment of 7 August, the Monday after it. */
const before: Calendar = { version: '2025', restDays: new Set(['2025-08-17', '2025-09-05']), knownUntilYear: 2025 };
const amended: Calendar = {
  version: '2025a',
  restDays: new Set([...before.restDays, '2025-08-18']),
  knownUntilYear: 2025,
};

let record: TestRecord;
/** A worker of the release before the amendment: it knows nothing of it but what the record says. */
const oldRelease: RecordWorld = { models, calendar: before, offices: offices() };

beforeAll(async () => {
  record = await openRecord();
  await publishFirstCalendar(record.as.case_worker, before);
});
afterAll(() => record.close());

async function opened(now: string): Promise<string> {
  const caseId = randomUUID();
  const lines = [{ code: 'JKK_GAGAL_BERANGKAT', askedIdr: '10000000' }];
  const command = { name: 'openClaim', actor: VILLAGE, input: { ...OPENING, claimType: 'JKK_GAGAL_BERANGKAT', lines } };
  const request = { caseType: 'claim', caseId, knownRevision: 0, commandId: 'open', command, now } as const;
  const input = { ...command.input, riskDay: '2025-01-10' };
  const { receipt } = await commit(record.as.case_worker, oldRelease, { ...request, command: { ...command, input } });
  if (receipt.refusal !== null) throw new Error(receipt.refusal.message.en);
  return caseId;
}
const stateOf = async (caseId: string): Promise<CaseState> => {
  const { state } = await load(record.as.case_worker, oldRelease, caseId);
  if (state === null) throw new Error('no such case');
  return state;
};
const NOW = '2025-08-11T02:00:00.000Z';
let told: string[] = [];
const tell: Recalendar = async (caseType, caseId, commandId) => {
  told.push(caseId);
  const command = { name: 'recalendar', actor: SYSTEM, input: {} };
  const request = { caseType, caseId, knownRevision: 0, commandId, command, now: NOW };
  return (await commit(record.as.case_worker, oldRelease, request)).receipt.status === 'done';
};
const run = (recalendar = tell, signal = new AbortController().signal) =>
  readCalendar(record.owner.manager, amended.version).then((calendar) =>
    runCalendarJob(record.owner, calendar, recalendar, { rate: 1_000, atOnce: 4, signal, onPage: () => undefined }),
  );
const dueOf = async (caseId: string): Promise<unknown[]> =>
  record.owner.query(
    `select c.due_at, f.due_at as case_due_at, c.calendar_version from clock c join case_file f using (case_id)
     where case_id = $1 and clock_id = 'gathering#1'`,
    [caseId],
  );

describe('18 August 2025 becomes a holiday while cases run', () => {
  let running: string[];
  let over: string;
  let later: string;

  beforeAll(async () => {
    running = await Promise.all(Array.from({ length: 6 }, () => opened('2025-08-04T02:00:00.000Z')));
    over = await opened('2025-07-14T02:00:00.000Z'); // due on 1 August
    expect(await publishCalendar(record.owner, amended)).toBe(true);
    expect(await publishCalendar(record.owner, amended)).toBe(false);
    later = await opened('2025-08-19T02:00:00.000Z'); // begun under the new calendar
  });

  test('a new clock counts by the calendar in force, in a worker that was built without it', async () => {
    expect((await stateOf(later)).clocks['gathering#1']?.entries[0]?.calendar).toBe('2025a');
    expect((await calendarInForce(record.as.case_worker, before)).version).toBe('2025a');
  });

  test('each running case is told once, and the event holds the due moment before and after', async () => {
    const report = await run();
    expect(report).toMatchObject({ changedDays: ['2025-08-18'], seen: 6, moved: 6, failed: 0, finished: true });
    expect([...told].sort()).toEqual([...running].sort());
    const [caseId = ''] = running;
    const rows: { data: object }[] = await record.owner.query(
      `select body::jsonb -> 'data' as data from case_event where case_id = $1 and type = 'titian.clock.recalendared.v1'`,
      [caseId],
    );
    expect(rows.map(({ data }) => data)).toEqual([
      {
        clockId: 'gathering#1',
        calendar: '2025a',
        calendarBefore: '2025',
        dueBefore: '2025-08-22T17:00:00.000Z',
        dueAt: '2025-08-25T17:00:00.000Z',
        actorId: 'system',
      },
    ]);
    expect(await dueOf(caseId)).toMatchObject([{ calendar_version: '2025a' }]);
    expect((await stateOf(over)).clocks['gathering#1']?.entries).toHaveLength(1);
  });

  test('told again, nobody hears it twice', async () => {
    told = [];
    const revision = (await stateOf(running[0] ?? '')).revision;
    expect(await run()).toMatchObject({ finished: true, failed: 0 });
    expect(told).toEqual([]); // they count by the new calendar now
    await tell('claim', running[0] ?? '', 'recalendar:2025a');
    expect((await stateOf(running[0] ?? '')).revision).toBe(revision);
  });

  test('cases that did not answer are counted, and told by the next run', async () => {
    const silent = await opened('2025-08-04T02:00:00.000Z');
    // Opened under the new calendar: let it count by the old one, as a case that was not reached.
    await record.owner.query(
      `update clock set calendar_version = '2025', ledger = jsonb_set(ledger, '{entries,0,calendar}', '"2025"')
       where case_id = $1`,
      [silent],
    );
    await record.owner.query(
      `update case_file set state = jsonb_set(state, '{clocks,gathering#1,entries,0,calendar}', '"2025"') where case_id = $1`,
      [silent],
    );
    expect(await run(() => Promise.resolve(false))).toMatchObject({ failed: 1, finished: true });
    told = [];
    expect(await run()).toMatchObject({ failed: 0, finished: true });
    expect(told).toEqual([silent]);
  });

  test('two jobs at once: the second is refused', async () => {
    const runner = record.owner.createQueryRunner();
    await runner.query(`select pg_advisory_lock(hashtext('titian.calendar-job'))`);
    await expect(run()).rejects.toThrow('runs already');
    await runner.query(`select pg_advisory_unlock_all()`);
    await runner.release();
  });
});
