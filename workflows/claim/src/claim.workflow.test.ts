import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseModel, JsonObject } from '@titian/domain';
import {
  approval,
  CHECKER,
  INSURER,
  MAKER,
  model,
  OPENING,
  paper,
  payment,
  STATEMENT,
  VILLAGE,
} from '@titian/domain/testing/claim-world';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { bundleOf, keepHistory, MemoryRecord, timeSkippingServer } from '@titian/testing/workflows';
import {
  attemptWorkflowId,
  BPJS_TASK_QUEUE,
  CASE_TASK_QUEUE,
  caseWorkflowId,
  COMMANDS_PER_RUN,
  executeCommand,
  getState,
  wake,
  type CommandAnswer,
  type InsurerActivities,
} from '@titian/workflow-contracts';
import { claimWorkflow } from './claim.workflow.ts';

/** A claim over time: a real Temporal server whose time jumps, the record in memory with the real rules. */
let env: TestWorkflowEnvironment;
let bundle: WorkflowBundle;

beforeAll(async () => {
  bundle = await bundleOf(new URL('./index.ts', import.meta.url));
}, 60_000);

let record: MemoryRecord;
let insurer: { calls: string[]; fails: number };
let stopWorkers: () => Promise<void>;

beforeEach(async () => {
  record = new MemoryRecord(model, currentCalendar, officeDirectory());
  insurer = { calls: [], fails: 0 };
  env = await timeSkippingServer(); // one for each test: what another left open would move its time
  stopWorkers = await startWorkers();
});
afterEach(async () => {
  await stopWorkers();
  await env.teardown();
});

async function startWorkers(cached = 100): Promise<() => Promise<void>> {
  const common = { connection: env.nativeConnection, shutdownGraceTime: 100, maxCachedWorkflows: cached };
  const cases = await Worker.create({
    ...common,
    taskQueue: CASE_TASK_QUEUE,
    workflowBundle: bundle,
    activities: {
      load: record.load.bind(record),
      commit: record.commit.bind(record),
      report: ({
        caseId,
        commandId,
        command,
      }: {
        caseId: string;
        commandId: string;
        command: Parameters<typeof send>[1];
      }) => send(caseId, command, commandId),
    },
  });
  const gateway = await Worker.create({ ...common, taskQueue: BPJS_TASK_QUEUE, activities: insurerActivities() });
  const running = [cases.run(), gateway.run()];
  return async () => {
    for (const worker of [cases, gateway]) worker.shutdown();
    await Promise.all(running);
  };
}

function insurerActivities(): InsurerActivities {
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
    sendInformation: () => call('sendInformation', undefined),
    requestPayment: () => call('requestPayment', { paymentReference: 'PAY-1' }),
  };
}

function send(
  caseId: string,
  command: { name: string; actor: typeof VILLAGE; input: JsonObject },
  commandId: string = randomUUID(),
): Promise<CommandAnswer> {
  const startWorkflowOperation = new WithStartWorkflowOperation<typeof claimWorkflow>('claimWorkflow', {
    workflowId: caseWorkflowId('claim', caseId),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    taskQueue: CASE_TASK_QUEUE,
    args: [{ caseId }],
  });
  return env.client.workflow.executeUpdateWithStart(executeCommand, {
    updateId: commandId,
    args: [{ commandId, command }],
    startWorkflowOperation,
  });
}
async function act(caseId: string, name: string, actor = VILLAGE, input: JsonObject = {}): Promise<void> {
  const answer = await send(caseId, { name, actor, input });
  if (answer.status !== 'done') throw new Error(`${name}: ${answer.refusal?.message.en ?? ''}`);
}
const runOf = (caseId: string) => env.client.workflow.getHandle(caseWorkflowId('claim', caseId));
const keep = (workflowId: string, name: string): Promise<void> =>
  keepHistory(env.client.workflow.getHandle(workflowId), new URL('../histories/', import.meta.url), name);
const statusOf = async (caseId: string): Promise<string> => (await runOf(caseId).describe()).status.name;
/** Days relative to the server's own clock, which the test jumps. */
const day = async (offset: number): Promise<string> =>
  new Date((await env.currentTimeMs()) + offset * 86_400_000).toISOString().slice(0, 10);

async function reported(): Promise<string> {
  const caseId = randomUUID();
  await act(caseId, 'reportAccident', VILLAGE, { ...OPENING, riskDay: await day(-10) });
  return caseId;
}
async function ready(): Promise<string> {
  const caseId = await reported();
  await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await day(-1) });
  const papers = [
    ['form', 'FORMULIR_KLAIM'],
    ['memberCard', 'KPJ'],
    ['passport', 'PASPOR'],
    ['accidentLetter', 'SK_MAJIKAN'],
    ['medicalResume', 'RESUME_MEDIS'],
    ['paymentProof', 'BUKTI_BAYAR'],
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
/** Waits for the record, in real time: what a child does takes no time of the test server. */
async function until(caseId: string, stage: string): Promise<void> {
  for (let tries = 0; record.stateOf(caseId)?.stage !== stage; tries += 1) {
    if (tries === 200)
      throw new Error(`the case stayed in ${record.stateOf(caseId)?.stage ?? 'nothing'}, not ${stage}`);
    await sleep(25);
  }
}
const kindsOf = (caseId: string): string[] =>
  (record.events.get(caseId) ?? []).map(({ event }) => (event.kind === 'acted' ? event.name : event.kind));

describe('a claim over time', () => {
  test('ends when it is closed, with one submission and one payment asked of the insurer', async () => {
    const caseId = await ready();
    await act(caseId, 'submit', MAKER);
    await until(caseId, 'insurer_review');
    await act(caseId, 'approve', INSURER, approval('42500000'));
    await act(caseId, 'acceptDecision');
    await act(caseId, 'paid', INSURER, payment('42500000'));
    await act(caseId, 'confirmReceipt');
    await runOf(caseId).result();
    expect(record.stateOf(caseId)).toMatchObject({ status: 'closed', outcome: 'paid_full' });
    expect(insurer.calls.filter((name) => name === 'submitClaim')).toHaveLength(1);
    expect(insurer.calls.filter((name) => name === 'requestPayment')).toHaveLength(1);
    await keep(caseWorkflowId('claim', caseId), 'paid');
    await keep(attemptWorkflowId(caseId, 'submission', 1), 'submission');
    await keep(attemptWorkflowId(caseId, 'payment', 1), 'payment');
  }, 60_000);

  test('tells warnings and the breach when time comes, and climbs the ladder, without anybody asking', async () => {
    const caseId = await reported();
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await day(-1) });
    await env.sleep('60 days');
    const state = record.stateOf(caseId);
    expect(kindsOf(caseId).filter((kind) => kind === 'clock.warned').length).toBeGreaterThanOrEqual(2);
    expect(kindsOf(caseId).filter((kind) => kind === 'case.escalated')).toHaveLength(3);
    expect(state).toMatchObject({ stage: 'evidence', status: 'open', escalationLevel: 3 });
    expect(await runOf(caseId).query(getState)).toEqual(state);
    await keep(caseWorkflowId('claim', caseId), 'escalated-and-running');
  }, 60_000);

  test('never tells a deadline early, and tells each once', async () => {
    const caseId = await reported();
    await env.sleep('90 days');
    const told = (record.events.get(caseId) ?? []).filter(
      ({ event }) => event.kind === 'clock.warned' || event.kind === 'clock.breached',
    );
    expect(told.length).toBeGreaterThan(2);
    for (const { at, event } of told) {
      if (event.kind === 'clock.breached') expect(at >= event.dueAt).toBe(true);
    }
    const deadlines = record.commands.filter((id) => id.startsWith('clock:'));
    expect(new Set(deadlines).size).toBe(deadlines.length);
  }, 60_000);

  test('a wake signal changes nothing, and an earlier deadline replaces the armed timer', async () => {
    const caseId = await reported(); // follow-up in 30 days
    const before = record.stateOf(caseId);
    await runOf(caseId).signal(wake);
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await day(-1) }); // 14 working days
    await env.sleep('13 days');
    expect(before?.stage).toBe('reported');
    expect(kindsOf(caseId)).toContain('clock.warned');
  }, 60_000);

  test('an insurer that is away is asked again, with the same attempt, and the case keeps time meanwhile', async () => {
    const caseId = await ready();
    insurer.fails = 5;
    await act(caseId, 'submit', MAKER);
    await env.sleep('1 hour');
    await until(caseId, 'insurer_review');
    expect(insurer.calls.length).toBe(6);
    const child = env.client.workflow.getHandle(attemptWorkflowId(caseId, 'submission', 1));
    expect((await child.describe()).status.name).toBe('COMPLETED');
  }, 60_000);
});

describe('the door of a case', () => {
  test('a refused intake leaves no run and no event', async () => {
    const caseId = randomUUID();
    const answer = await send(caseId, {
      name: 'reportAccident',
      actor: VILLAGE,
      input: { ...OPENING, riskDay: '2999-01-01' },
    });
    expect(answer).toMatchObject({ status: 'refused', refusal: { field: '/riskDay' } });
    await runOf(caseId).result();
    expect(await statusOf(caseId)).toBe('COMPLETED');
    expect(record.events.has(caseId)).toBe(false);
    await keep(caseWorkflowId('claim', caseId), 'refused-intake');
  }, 30_000);

  test('the same command id gives the first answer: in the same run, after continue-as-new, and on a closed case', async () => {
    const caseId = await reported();
    const commandId = randomUUID();
    const note = { name: 'recordAccidentOutcome', actor: VILLAGE, input: { outcome: 'RECOVERED', day: await day(-1) } };
    const first = await send(caseId, note, commandId);
    const firstRun = (await runOf(caseId).describe()).runId;
    expect(await send(caseId, note, commandId)).toEqual(first);
    const clerk = { name: 'addNote', actor: MAKER, input: { statement: STATEMENT } };
    for (let sent = 0; sent < COMMANDS_PER_RUN; sent += 5)
      await Promise.all([1, 2, 3, 4, 5].map(() => send(caseId, clerk)));
    expect((await runOf(caseId).describe()).runId).not.toBe(firstRun);
    expect(await send(caseId, note, commandId)).toEqual(first);
    await keep(caseWorkflowId('claim', caseId), 'continued-as-new');
    const family = { ...VILLAGE, role: 'family' as const };
    await act(caseId, 'withdraw', family, { reasonCode: 'OWN_WISH' });
    await runOf(caseId).result();
    expect(await send(caseId, note, commandId)).toEqual(first);
    expect(await statusOf(caseId)).toBe('COMPLETED');
    expect(record.commands.filter((id) => id === commandId)).toHaveLength(1);
  }, 120_000);

  test('commands that come together are taken one by one: none is lost, none doubled', async () => {
    const caseId = await reported();
    const clerk = { name: 'addNote', actor: MAKER, input: { statement: STATEMENT } };
    const sent = Array.from({ length: 20 }, () => randomUUID());
    const answers = await Promise.all(sent.flatMap((id) => [send(caseId, clerk, id), send(caseId, clerk, id)]));
    expect(record.commands.filter((id) => sent.includes(id)).sort()).toEqual([...sent].sort());
    expect(new Set(answers.map(({ revision }) => revision)).size).toBe(sent.length);
    expect(await runOf(caseId).query(getState)).toEqual(record.stateOf(caseId));
    await keep(caseWorkflowId('claim', caseId), 'contended');
  }, 30_000);

  test('a closed case is reopened by a command, in a new run', async () => {
    const caseId = await reported();
    await act(caseId, 'withdraw', { ...VILLAGE, role: 'family' }, { reasonCode: 'OWN_WISH' });
    await runOf(caseId).result();
    await act(caseId, 'reopen', MAKER, { reasonCode: 'CLOSED_BY_MISTAKE' });
    expect(await statusOf(caseId)).toBe('RUNNING');
    expect(record.stateOf(caseId)).toMatchObject({ stage: 'evidence', status: 'open' });
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
      const handle = runOf(caseId);
      await expect(handle.executeUpdate(executeCommand, { args: [request as never] })).rejects.toThrow();
      expect(record.stateOf(caseId)?.stage).toBe('reported');
    },
    30_000,
  );
});

describe('a worker that dies', () => {
  test('between commit and answer: the command acts once, and workflow, record and caller agree', async () => {
    const caseId = await reported();
    let deaths = 3;
    record.knobs.afterCommit = () => {
      deaths -= 1;
      if (deaths >= 0) throw new Error('killed after the commit');
    };
    const answer = await send(caseId, {
      name: 'recordAccidentOutcome',
      actor: VILLAGE,
      input: { outcome: 'RECOVERED', day: await day(-1) },
    });
    const state = record.stateOf(caseId);
    expect(answer).toMatchObject({ status: 'done', revision: state?.revision });
    expect(await runOf(caseId).query(getState)).toEqual(state);
    expect(kindsOf(caseId).filter((kind) => kind === 'phase-two-recorded')).toHaveLength(1);
  }, 30_000);

  test('and comes back with another guard: the replay folds what was stored, and nothing else', async () => {
    await stopWorkers();
    stopWorkers = await startWorkers(0); // nothing is kept between tasks: each begins with a replay
    const caseId = await reported();
    await act(caseId, 'recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: await day(-1) });
    await stopWorkers();
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
    record.knobs.model = { ...model, code };
    stopWorkers = await startWorkers(0);
    const refused = await send(caseId, { name: 'attach', actor: VILLAGE, input: paper('passport', 'PASPOR') });
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'command/guard' } });
    expect(await runOf(caseId).query(getState)).toEqual(record.stateOf(caseId));
  }, 60_000);
});
