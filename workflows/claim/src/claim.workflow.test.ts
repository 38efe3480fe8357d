import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import type { CaseModel, JsonObject } from '@titian/domain';
import {
  approval,
  CHECKER,
  INSURER,
  MAKER,
  model,
  OPENING,
  ORDER,
  paper,
  payment,
  SCHOLARSHIP,
  STATEMENT,
  VILLAGE,
} from '@titian/domain/testing/claim-world';
import { bundleOf, CaseWorld, keepHistory, type Outside } from '@titian/testing/workflows';
import {
  attemptWorkflowId,
  caseWorkflowId,
  COMMANDS_PER_RUN,
  executeCommand,
  getState,
  wake,
} from '@titian/workflow-contracts';

let bundle: WorkflowBundle;
let world: CaseWorld;
let insurer: { calls: string[]; fails: number };

beforeAll(async () => {
  bundle = await bundleOf(new URL('./testing/bundle.ts', import.meta.url));
}, 60_000);
beforeEach(async () => {
  insurer = { calls: [], fails: 0 };
  world = await CaseWorld.start(model, bundle, outside());
});
afterEach(() => world.end());

function outside(): Outside {
  const call = <T>(name: string, answer: T): Promise<T> => {
    insurer.calls.push(name);
    if (insurer.fails > 0) {
      insurer.fails -= 1;
      return Promise.reject(new Error('the insurer is away'));
    }
    return Promise.resolve(answer);
  };
  return {
    submitClaim: () =>
      call('submitClaim', { kind: 'received', reference: 'BPJS-1', receivedAt: new Date().toISOString() }),
    reportAccident: () =>
      call('reportAccident', { kind: 'received', reference: 'BPJS-I-1', receivedAt: new Date().toISOString() }),
    sendInformation: () => call('sendInformation', { kind: 'delivered' }),
    fileObjection: () => call('fileObjection', { kind: 'delivered' }),
    requestPayments: () =>
      call('requestPayments', {
        kind: 'sent',
        orders: [{ order: ORDER, kind: 'ordered', paymentReference: 'PAY-1' }], // a refused report is logged, no more
      }),
    withdrawClaim: () => call('withdrawClaim', { kind: 'accepted' }),
    openLinkedCase: () => Promise.reject(new Error('no claim here opens another case')),
  };
}

const act = (caseId: string, name: string, actor = VILLAGE, input: JsonObject = {}): Promise<void> =>
  world.act(caseId, name, actor, input);
const keep = (workflowId: string, name: string): Promise<void> =>
  keepHistory(world.env.client.workflow.getHandle(workflowId), new URL('../histories/', import.meta.url), name);

async function reported(): Promise<string> {
  const caseId = randomUUID();
  await act(caseId, 'reportAccident', VILLAGE, { ...OPENING, riskDay: await world.day(-10) });
  return caseId;
}
async function ready(): Promise<string> {
  const caseId = await reported();
  await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await world.day(-1) });
  const papers = [
    ['form', 'FORMULIR_KLAIM'],
    ['memberCard', 'KPJ'],
    ['passport', 'PASPOR'],
    ['accidentLetter', 'SK_MAJIKAN'],
    ['medicalResume', 'RESUME_MEDIS'],
    ['paymentProof', 'BUKTI_BAYAR'],
    ['account', 'REKENING_PESERTA'],
  ] as const;
  for (const [requirement, document] of papers) await act(caseId, 'attach', VILLAGE, paper(requirement, document));
  await act(caseId, 'recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: STATEMENT });
  await act(caseId, 'markComplete');
  for (const [requirement] of papers) await act(caseId, 'verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
  await act(caseId, 'recordMembership', MAKER, {
    from: '2020-01-01',
    until: '2040-01-01',
    active: true,
    source: 'SISKOP2MI',
  });
  await act(caseId, 'approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] });
  await act(caseId, 'checkFile', CHECKER);
  return caseId;
}
describe('a claim over time', () => {
  test('ends when it is closed, with one submission and one payment asked of the insurer', async () => {
    const caseId = await ready();
    await act(caseId, 'submit', MAKER);
    await world.until(caseId, 'insurer_review');
    await act(caseId, 'approve', INSURER, approval('42500000'));
    await act(caseId, 'acceptDecision');
    await act(caseId, 'paid', INSURER, payment('42500000'));
    await act(caseId, 'confirmReceipt', VILLAGE, { channel: 'VISIT' });
    await world.runOf(caseId).result();
    expect(world.record.stateOf(caseId)).toMatchObject({ status: 'closed', outcome: 'paid_full' });
    expect(insurer.calls.filter((name) => name === 'submitClaim')).toHaveLength(1);
    expect(insurer.calls.filter((name) => name === 'requestPayments')).toHaveLength(1);
    await keep(caseWorkflowId('claim', caseId), 'paid');
    await keep(attemptWorkflowId(caseId, 'submission', 1), 'submission');
    await keep(attemptWorkflowId(caseId, 'payment', 1), 'payment');
  }, 60_000);

  test('tells warnings and the breach when time comes, and climbs the ladder, without anybody asking', async () => {
    const caseId = await reported();
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await world.day(-1) });
    await world.env.sleep('60 days');
    const state = world.record.stateOf(caseId);
    expect(world.kindsOf(caseId).filter((kind) => kind === 'clock.warned').length).toBeGreaterThanOrEqual(2);
    expect(world.kindsOf(caseId).filter((kind) => kind === 'case.escalated')).toHaveLength(4);
    expect(state).toMatchObject({ stage: 'evidence', status: 'open', escalationLevel: 5 });
    expect(await world.runOf(caseId).query(getState)).toEqual(state);
    await keep(caseWorkflowId('claim', caseId), 'escalated-and-running');
  }, 60_000);

  test('never tells a deadline early, and tells each once', async () => {
    const caseId = await reported();
    await world.env.sleep('90 days');
    const told = (world.record.events.get(caseId) ?? []).filter(
      ({ event }) => event.kind === 'clock.warned' || event.kind === 'clock.breached',
    );
    expect(told.length).toBeGreaterThan(2);
    for (const { at, event } of told) {
      if (event.kind === 'clock.breached') expect(at >= event.dueAt).toBe(true);
    }
    const deadlines = world.record.commands.filter((id) => id.startsWith('clock:'));
    expect(new Set(deadlines).size).toBe(deadlines.length);
  }, 60_000);

  test('a wake signal changes nothing, and an earlier deadline replaces the armed timer', async () => {
    const caseId = await reported(); // follow-up in 30 days
    const before = world.record.stateOf(caseId);
    await world.runOf(caseId).signal(wake);
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await world.day(-1) }); // 14 working days
    await world.env.sleep('13 days');
    expect(before?.stage).toBe('reported');
    expect(world.kindsOf(caseId)).toContain('clock.warned');
  }, 60_000);

  test('an insurer that is away is asked again, with the same attempt, and the case keeps time meanwhile', async () => {
    const caseId = await ready();
    insurer.fails = 5;
    await act(caseId, 'submit', MAKER);
    await world.env.sleep('1 hour');
    await world.until(caseId, 'insurer_review');
    expect(insurer.calls.length).toBe(6);
    const child = world.env.client.workflow.getHandle(attemptWorkflowId(caseId, 'submission', 1));
    expect((await child.describe()).status.name).toBe('COMPLETED');
  }, 60_000);
});

describe('a scholarship', () => {
  /** One year, from the letter of the school to the confirmed money. */
  async function year(caseId: string, line: string, idr: string): Promise<void> {
    const state = world.record.stateOf(caseId);
    const papers = [
      ['form', 'FORMULIR_KLAIM'],
      ['schoolLetter', 'SK_SEKOLAH'],
      ['heirAccount', 'REKENING_AHLI_WARIS'],
    ] as const;
    const wanted = papers.filter(([requirement]) => state?.evidence[requirement]?.status !== 'verified');
    for (const [requirement, document] of wanted) await act(caseId, 'attach', VILLAGE, paper(requirement, document));
    await act(caseId, 'recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT });
    await act(caseId, 'markComplete');
    for (const [requirement] of wanted) await act(caseId, 'verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
    const membership = { from: '2020-01-01', until: '2040-01-01', active: true, source: 'SISKOP2MI' };
    await act(caseId, 'recordMembership', MAKER, membership);
    await act(caseId, 'approveFile', MAKER, { lines: [{ code: line, verifiedIdr: idr }] });
    await act(caseId, 'checkFile', CHECKER);
    await act(caseId, 'submit', MAKER);
    await world.until(caseId, 'insurer_review');
    const decision = { reference: 'BPJS-1', lines: [{ code: line, decision: 'approved', approvedIdr: idr }] };
    await act(caseId, 'approve', INSURER, decision);
    await act(caseId, 'acceptDecision');
    const order = `${line}.main.1`;
    const paidDay = await world.day(0);
    await act(caseId, 'paid', INSURER, { order, paymentReference: `PAY-${line}`, paidDay, amountIdr: idr });
  }

  test('waits a year between two years, over seven years and continue-as-new, to the last level’s last year', async () => {
    const caseId = randomUUID();
    await act(caseId, 'openClaim', VILLAGE, { ...SCHOLARSHIP, riskDay: await world.day(-10) });
    const years = ['SMA', 'SMA', 'SMA', 'PT', 'PT', 'PT', 'PT'];
    const firstRun = (await world.runOf(caseId).describe()).runId;
    for (const [n, level] of years.entries()) {
      const nth = years.slice(0, n + 1).filter((each) => each === level).length;
      if (n > 0) {
        await act(caseId, 'confirmSchoolYear', VILLAGE, { channel: 'VISIT' });
        await world.env.sleep('368 days');
        const told = world.record.stateOf(caseId)?.clocks[`schoolYear#${n}`]?.told;
        expect(told).toEqual(['days:30', 'breach']);
        expect(world.record.stateOf(caseId)).toMatchObject({ stage: 'schooling', status: 'open' }); // never by itself
        await act(caseId, 'beginSchoolYear', VILLAGE, { level });
      }
      await year(caseId, `BEASISWA_${level}${nth === 1 ? '' : `_${nth}`}`, level === 'SMA' ? '3000000' : '12000000');
      if (n !== 2) continue;
      const clerk = { name: 'addNote', actor: MAKER, input: { statement: STATEMENT } };
      for (let sent = 0; sent < COMMANDS_PER_RUN; sent += 10)
        await Promise.all(Array.from({ length: 10 }, () => world.send(caseId, clerk)));
    }
    expect((await world.runOf(caseId).describe()).runId).not.toBe(firstRun);
    await act(caseId, 'confirmReceipt', VILLAGE, { channel: 'VISIT' });
    await world.runOf(caseId).result();
    const state = world.record.stateOf(caseId);
    expect(state).toMatchObject({ status: 'closed', outcome: 'paid_full' });
    expect(Object.keys(state?.lines ?? {})).toHaveLength(years.length);
  }, 180_000);
});

describe('the door of a case', () => {
  test('a refused intake leaves no run and no event', async () => {
    const caseId = randomUUID();
    const answer = await world.send(caseId, {
      name: 'reportAccident',
      actor: VILLAGE,
      input: { ...OPENING, riskDay: '2999-01-01' },
    });
    expect(answer).toMatchObject({ status: 'refused', refusal: { field: '/riskDay' } });
    await world.runOf(caseId).result();
    expect(await world.statusOf(caseId)).toBe('COMPLETED');
    expect(world.record.events.has(caseId)).toBe(false);
    await keep(caseWorkflowId('claim', caseId), 'refused-intake');
  }, 30_000);

  test('the same command id gives the first answer: in the same run, after continue-as-new, and on a closed case', async () => {
    const caseId = await reported();
    const commandId = randomUUID();
    const note = {
      name: 'recordAccidentOutcome',
      actor: VILLAGE,
      input: { outcome: 'RECOVERED', day: await world.day(-1) },
    };
    const first = await world.send(caseId, note, commandId);
    const firstRun = (await world.runOf(caseId).describe()).runId;
    expect(await world.send(caseId, note, commandId)).toEqual(first);
    const clerk = { name: 'addNote', actor: MAKER, input: { statement: STATEMENT } };
    for (let sent = 0; sent < COMMANDS_PER_RUN; sent += 5)
      await Promise.all([1, 2, 3, 4, 5].map(() => world.send(caseId, clerk)));
    expect((await world.runOf(caseId).describe()).runId).not.toBe(firstRun);
    expect(await world.send(caseId, note, commandId)).toEqual(first);
    await keep(caseWorkflowId('claim', caseId), 'continued-as-new');
    const family = { ...VILLAGE, role: 'family' as const };
    await act(caseId, 'withdraw', family, { reasonCode: 'OWN_WISH' });
    await world.runOf(caseId).result();
    expect(await world.send(caseId, note, commandId)).toEqual(first);
    expect(await world.statusOf(caseId)).toBe('COMPLETED');
    expect(world.record.commands.filter((id) => id === commandId)).toHaveLength(1);
  }, 120_000);

  test('commands that come together are taken one by one: none is lost, none doubled', async () => {
    const caseId = await reported();
    const clerk = { name: 'addNote', actor: MAKER, input: { statement: STATEMENT } };
    const sent = Array.from({ length: 20 }, () => randomUUID());
    const answers = await Promise.all(
      sent.flatMap((id) => [world.send(caseId, clerk, id), world.send(caseId, clerk, id)]),
    );
    expect(world.record.commands.filter((id) => (sent as string[]).includes(id)).sort()).toEqual([...sent].sort());
    expect(new Set(answers.map(({ revision }) => revision)).size).toBe(sent.length);
    expect(await world.runOf(caseId).query(getState)).toEqual(world.record.stateOf(caseId));
    await keep(caseWorkflowId('claim', caseId), 'contended');
  }, 30_000);

  test('a closed case is reopened by a command, in a new run', async () => {
    const caseId = await reported();
    await act(caseId, 'withdraw', { ...VILLAGE, role: 'family' }, { reasonCode: 'OWN_WISH' });
    await world.runOf(caseId).result();
    await act(caseId, 'reopen', MAKER, { reasonCode: 'CLOSED_BY_MISTAKE' });
    expect(await world.statusOf(caseId)).toBe('RUNNING');
    expect(world.record.stateOf(caseId)).toMatchObject({ stage: 'evidence', status: 'open' });
  }, 30_000);

  test.each([
    ['without a name', { commandId: 'x', command: { actor: VILLAGE, input: {} } }],
    [
      'too large for a history',
      { commandId: 'x', command: { name: 'a', actor: VILLAGE, input: { a: 'x'.repeat(40_000) } } },
    ],
  ])(
    'a command %s is turned away before it enters the history',
    async (_what, request) => {
      const caseId = await reported();
      const handle = world.runOf(caseId);
      await expect(handle.executeUpdate(executeCommand, { args: [request as never] })).rejects.toThrow();
      expect(world.record.stateOf(caseId)?.stage).toBe('reported');
    },
    30_000,
  );
});

describe('a worker that dies', () => {
  test('between commit and answer: the command acts once, and workflow, record and caller agree', async () => {
    const caseId = await reported();
    let deaths = 3;
    world.record.knobs.afterCommit = () => {
      deaths -= 1;
      if (deaths >= 0) throw new Error('killed after the commit');
    };
    const answer = await world.send(caseId, {
      name: 'recordAccidentOutcome',
      actor: VILLAGE,
      input: { outcome: 'RECOVERED', day: await world.day(-1) },
    });
    const state = world.record.stateOf(caseId);
    expect(answer).toMatchObject({ status: 'done', revision: state?.revision });
    expect(await world.runOf(caseId).query(getState)).toEqual(state);
    expect(world.kindsOf(caseId).filter((kind) => kind === 'phase-two-recorded')).toHaveLength(1);
  }, 30_000);

  test('and comes back with another guard: the replay folds what was stored, and nothing else', async () => {
    await world.stopWorkers();
    await world.startWorkers(0); // nothing is kept between tasks: each begins with a replay
    const caseId = await reported();
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await world.day(-1) });
    await world.stopWorkers();
    const code: CaseModel['code'] = {
      ...model.code,
      guards: {
        ...model.code.guards,
        'requirementKnown@1': {
          readsInput: true,
          check: () => ({ message: { id: 'tidak', en: 'no' }, remedy: { id: '-', en: '-' } }),
        },
      },
    };
    world.record.knobs.model = { ...model, code };
    await world.startWorkers(0);
    const refused = await world.send(caseId, { name: 'attach', actor: VILLAGE, input: paper('passport', 'PASPOR') });
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'command/guard' } });
    expect(await world.runOf(caseId).query(getState)).toEqual(world.record.stateOf(caseId));
  }, 60_000);
});
