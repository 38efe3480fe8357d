import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { dueInstant, nearestDue, nextDeadline, waitsFor, type CaseState, type Clock } from '@titian/domain';
import {
  actor,
  approval,
  CHECKER,
  failure,
  INSURER,
  MAKER,
  OPENING,
  paper,
  payment,
  rejection,
  steps,
  SYSTEM,
  TestCase,
  VILLAGE,
} from '@titian/domain/testing/claim-world';
import { openRecord, tellStory, world, type TestRecord } from '../testing/record-world.ts';
import { readRowsOf, rebuild, type ReadRows } from '../testing/rebuild.ts';

jest.setTimeout(60_000);

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

const FAMILY = actor('family', 'family-1');
const silence = (claim: TestCase, ...moments: string[]): TestCase => {
  for (const moment of moments) claim.at(moment).do('clockDue', SYSTEM);
  return claim;
};

/** Lives of a case, told so that every read table is written in every way. */
const STORIES: Readonly<Record<string, () => TestCase>> = {
  'a claim from the village to the money': () =>
    steps
      .review()
      .at('2026-01-08T03:00:00.000Z')
      .do('approve', INSURER, approval('42500000'))
      .at('2026-01-09T02:00:00.000Z')
      .do('acceptDecision', VILLAGE)
      .at('2026-01-12T02:00:00.000Z')
      .do('paid', INSURER, payment('42500000'))
      .at('2026-01-13T02:00:00.000Z')
      .do('confirmReceipt', VILLAGE, { channel: 'VISIT' }),
  'a report that lay on paper for two days': () =>
    new TestCase()
      .do('reportAccident', VILLAGE, { ...OPENING, receivedAt: '2026-01-03T02:00:00.000Z' })
      .at('2026-01-07T02:00:00.000Z')
      .do('withdraw', FAMILY, { reasonCode: 'OWN_WISH' }),
  'a claim withdrawn and opened again': () =>
    steps
      .verification()
      .at('2026-01-06T02:00:00.000Z')
      .do('withdraw', FAMILY, { reasonCode: 'OWN_WISH' })
      .at('2026-01-19T02:00:00.000Z')
      .do('reopen', FAMILY, { reasonCode: 'CLOSED_BY_MISTAKE' })
      .at('2026-01-20T02:00:00.000Z')
      .do('markComplete', VILLAGE),
  'a claim closed, opened again and closed again': () =>
    steps
      .review()
      .at('2026-01-07T02:00:00.000Z')
      .do('reject', INSURER, rejection())
      .at('2026-01-08T02:00:00.000Z')
      .do('acceptRejection', FAMILY)
      .at('2026-01-21T02:00:00.000Z')
      .do('reopen', MAKER, { reasonCode: 'NEW_EVIDENCE' })
      .at('2026-01-22T02:00:00.000Z')
      .do('withdraw', FAMILY, { reasonCode: 'FILED_ELSEWHERE' }),
  'an objection': () =>
    steps
      .review()
      .do('reject', INSURER, rejection())
      .at('2026-01-07T02:00:00.000Z')
      .do('fileObjection', VILLAGE, { reasonCode: 'FACTS_DIFFER' })
      .do('addNote', VILLAGE, { statement: OPENING['subject'] ?? null }),
  'papers that go back and come again': () =>
    steps
      .verified()
      .at('2026-01-06T02:00:00.000Z')
      .do('returnItem', MAKER, { requirement: 'passport', reasonCode: 'DATA_DIFFER' })
      .do('attach', VILLAGE, { ...paper('passport', 'PASPOR'), sha256: 'd'.repeat(64) })
      .do('markComplete', VILLAGE)
      .do('verifyItem', MAKER, { requirement: 'passport', against: 'ORIGINAL' }),
  'an insurer that asks and waits': () =>
    steps
      .review()
      .do('insurerRequestsInfo', INSURER, {
        reference: 'BPJS-1',
        documents: ['BUKTI_BAYAR'],
        reasonCode: 'COST_PROOF_INCOMPLETE',
      })
      .at('2026-01-07T02:00:00.000Z')
      .do('attach', VILLAGE, paper('paymentProof', 'BUKTI_BAYAR'))
      .do('answerInsurer', VILLAGE),
  'an insurer that still waits': () =>
    steps.review().do('insurerRequestsInfo', INSURER, {
      reference: 'BPJS-1',
      documents: ['BUKTI_BAYAR'],
      reasonCode: 'COST_PROOF_INCOMPLETE',
    }),
  'a payment that fails, and one that is disputed': () =>
    steps
      .payment()
      .do('paymentFailed', INSURER, failure())
      .do('recordPayee', MAKER, { kind: 'PARTICIPANT', account: OPENING['subject'] ?? null })
      .do('verifyAccount', CHECKER, { against: 'PASSBOOK' })
      .do('reorderPayment', CHECKER)
      .do('paid', INSURER, payment('42500000', 'JKK_RAWAT_LN.main.2'))
      .at('2026-01-09T02:00:00.000Z')
      .do('disputeReceipt', FAMILY),
  'a task taken, given and let go': () => {
    const claim = steps.reported();
    const [task] = Object.values(claim.open.tasks);
    const own = { ...VILLAGE, office: task?.office ?? '' };
    return claim
      .do('takeTask', own, { taskId: task?.id ?? '' })
      .do('releaseTask', own, { taskId: task?.id ?? '' })
      .do('assignTask', own, { taskId: task?.id ?? '', officerId: 'sekdes' });
  },
  'silence from the village up to the ministry': () =>
    silence(steps.reported(), '2026-01-12T02:00:00.000Z', '2026-02-02T02:00:00.000Z', '2026-05-04T02:00:00.000Z'),
  'silence at the insurer': () => silence(steps.review(), '2026-01-30T02:00:00.000Z', '2026-03-30T02:00:00.000Z'),
};

const told = new Map<string, { live: ReadRows; rebuilt: ReadRows; caseId: string }>();
async function live(name: string): Promise<{ live: ReadRows; rebuilt: ReadRows; caseId: string }> {
  const known = told.get(name);
  if (known !== undefined) return known;
  const caseId = await tellStory(record.as.case_worker, STORIES[name] ?? steps.closed);
  const made = { caseId, live: await readRowsOf(record.owner, caseId), rebuilt: await rebuild(record.owner, caseId) };
  told.set(name, made);
  return made;
}

interface FileRow {
  readonly state: CaseState;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly due_at: string | null;
  readonly due_clock: string | null;
  readonly wakes_at: string | null;
  readonly held_since: string;
  readonly waits_for: readonly string[];
}
interface CustodyRow {
  readonly since: string;
  readonly until: string | null;
  readonly revision: number;
  readonly role: string;
  readonly office: string;
}
const fileOf = (rows: ReadRows): FileRow => rows['case_file']?.[0] as FileRow;
const custodyOf = (rows: ReadRows): CustodyRow[] =>
  ((rows['custody'] ?? []) as CustodyRow[]).toSorted((a, b) => a.revision - b.revision);
const instant = (value: string | null): string | null => (value === null ? null : new Date(value).toISOString());

describe.each(Object.keys(STORIES))('%s', (name) => {
  test('is read as its log tells it, row by row', async () => {
    const { live: rows, rebuilt } = await live(name);
    expect(rebuilt).toEqual(rows);
    expect(rows['clock']?.length).toBeGreaterThan(0);
  });

  test('says in every table what its state says', async () => {
    const { live: rows } = await live(name);
    const { state, ...file } = fileOf(rows);
    expect(file).toMatchObject({
      revision: state.revision,
      stage: state.stage,
      status: state.status,
      area: state.area,
      regency: state.area.slice(0, 5),
      claim_type: state.facts['claimType'],
      holder_role: state.custody.role,
      holder_office: state.custody.office,
      escalation_level: Math.max(state.escalationLevel, state.sidewaysLevel),
    });
    expect([instant(file.opened_at), instant(file.closed_at)]).toEqual([state.openedAt, state.closedAt]);
    const tasks = (rows['task'] ?? []) as Record<string, string | null>[];
    expect(tasks.map((row) => [row['task_id'], row['status'], row['officer_id'], row['office']]).sort()).toEqual(
      Object.values(state.tasks)
        .map(({ id, status, officerId, office }) => [id, status, officerId, office])
        .sort(),
    );
    const papers = (rows['evidence'] ?? []) as Record<string, string | null>[];
    expect(papers.map((row) => [row['requirement'], row['status'], row['document'], row['sha256']]).sort()).toEqual(
      Object.values(state.evidence)
        .map(({ requirement, status, document, sha256 }) => [requirement, status, document, sha256])
        .sort(),
    );
    const clocks = (rows['clock'] ?? []) as { clock_id: string; state: string; due_at: string | null; ledger: Clock }[];
    expect(Object.fromEntries(clocks.map(({ clock_id, ledger }) => [clock_id, ledger]))).toEqual(state.clocks);
    const lastTurn = ({ entries }: Clock): keyof typeof LAST =>
      entries.flatMap(({ action }) => (action === 'recalendared' ? [] : [action])).at(-1) ?? 'stopped';
    const LAST = { started: 'running', resumed: 'running', paused: 'paused', stopped: 'stopped' } as const;
    for (const { ledger, ...row } of clocks) {
      expect(row.state).toBe(LAST[lastTurn(ledger)]);
      expect(instant(row.due_at)).toBe(dueInstant(ledger, world.calendar));
    }
  });

  test('is due and wakes when its ledger says, and its open tasks with it', async () => {
    const { live: rows } = await live(name);
    const file = fileOf(rows);
    const due = nearestDue(file.state, world.calendar);
    const deadline = nextDeadline(file.state, world.calendar);
    expect([instant(file.due_at), file.due_clock]).toEqual([due?.at ?? null, due?.clockId ?? null]);
    expect(instant(file.wakes_at)).toBe(deadline?.at ?? null);
    expect(file.state.status === 'closed' || deadline !== null).toBe(true);
    for (const task of (rows['task'] ?? []) as { status: string; due_at: string }[]) {
      const isOpen = task.status === 'unassigned' || task.status === 'assigned';
      expect(isOpen ? instant(task.due_at) : task.due_at).toBe(isOpen ? due?.at : 'infinity');
    }
  });

  test('waits for whom its definition says, and is held since it came to its office', async () => {
    const { live: rows } = await live(name);
    const file = fileOf(rows);
    const { definition } = world.models.ofHash(file.state.definition.hash);
    expect(file.waits_for).toEqual(waitsFor(definition, file.state));
    expect(instant(file.held_since)).toBe(file.state.custody.since);
  });

  test('was in somebody’s hands for every moment of its age, and in one hand at a time', async () => {
    const { live: rows, caseId } = await live(name);
    const { state } = fileOf(rows);
    const periods = custodyOf(rows);
    expect(instant(periods[0]?.since ?? null)).toBe(state.openedAt);
    const rests: { closed: Date; reopened: Date }[] = await record.owner.query(
      `select c.at as closed, r.at as reopened from case_event c
       join lateral (select at from case_event r where r.case_id = c.case_id and r.revision > c.revision
         and r.type = 'titian.case.reopened.v1' order by r.revision limit 1) r on true
       where c.case_id = $1 and c.type = 'titian.case.closed.v1'`,
      [caseId],
    );
    const now = '2026-12-31T00:00:00.000Z';
    const ms = (value: string | Date | null): number => new Date(value ?? now).getTime();
    const held = periods.reduce((sum, { since, until }) => sum + ms(until) - ms(since), 0);
    const closed = rests.reduce((sum, r) => sum + ms(r.reopened) - ms(r.closed), 0);
    expect(held).toBe(ms(state.closedAt) - ms(state.openedAt) - closed);
    for (const [index, { until }] of periods.entries()) {
      const next = periods[index + 1];
      if (next !== undefined) expect(ms(until)).toBeLessThanOrEqual(ms(next.since));
    }
    expect(periods.at(-1)?.until === null).toBe(state.status !== 'closed');
    if (state.status !== 'closed')
      expect(periods.at(-1)).toMatchObject({ role: state.custody.role, office: state.custody.office });
  });
});

test('the stories end in every status and close more than one way', async () => {
  const ends = await Promise.all(Object.keys(STORIES).map(async (name) => fileOf((await live(name)).live).state));
  expect(new Set(ends.map(({ status }) => status))).toEqual(new Set(['open', 'suspended', 'closed']));
  expect(new Set(ends.map(({ outcome }) => outcome)).size).toBeGreaterThan(2);
  expect(Math.max(...ends.map(({ sidewaysLevel }) => sidewaysLevel))).toBeGreaterThan(2);
});
