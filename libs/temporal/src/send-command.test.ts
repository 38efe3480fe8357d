import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type WorkflowClient,
} from '@temporalio/client';
import { ApplicationFailure, TimeoutFailure } from '@temporalio/common';
import type { CommandAnswer } from '@titian/workflow-contracts';
import { sendCommand, type CaseClient, type CommandOnItsWay } from './index.ts';

const CASE = '0190a000-0000-7000-8000-000000000001';
const KEY = '0190a000-0000-7000-8000-00000000000a';
const sent: CommandOnItsWay = {
  caseType: 'claim',
  caseId: CASE,
  commandId: KEY,
  command: { name: 'addNote', actor: { id: 'a', role: 'village_officer', office: 'o', area: '' }, input: {} },
};
const done: CommandAnswer = { caseId: CASE, status: 'done', revision: 4, refusal: null };
const refusedByRecord: CommandAnswer = {
  caseId: CASE,
  status: 'refused',
  revision: 4,
  refusal: { code: 'command/guard', message: { id: '', en: '' }, remedy: { id: '', en: '' }, field: null },
};

const updateFailed = (cause: Error): Error => new WorkflowUpdateFailedError('Workflow Update failed', cause);
const FAULTS: readonly (readonly [string, () => Error, 'reached' | 'not reached'])[] = [
  ['a connection that is refused', () => new ServiceError('14 UNAVAILABLE: ECONNREFUSED'), 'not reached'],
  ['RESOURCE_EXHAUSTED', () => new ServiceError('8 RESOURCE_EXHAUSTED: too many updates'), 'not reached'],
  ['an unknown error', () => new Error('socket hang up'), 'not reached'],
  ['a try that waited too long', () => new WorkflowUpdateRPCTimeoutOrCancelledError('deadline'), 'reached'],
  [
    'a run that ended before it took the update',
    () => updateFailed(ApplicationFailure.create({ message: 'completed', type: 'AcceptedUpdateCompletedWorkflow' })),
    'reached',
  ],
  [
    'an update that was never processed',
    () => updateFailed(ApplicationFailure.nonRetryable('not processed', 'UnprocessedUpdate')),
    'reached',
  ],
  ['a failure without a type', () => updateFailed(ApplicationFailure.nonRetryable('bug')), 'reached'],
  ['a type that only looks like ours', () => updateFailed(ApplicationFailure.create({ type: 'titianX' })), 'reached'],
  ['a failure of another kind', () => updateFailed(new TimeoutFailure('late', undefined, 'START_TO_CLOSE')), 'reached'],
  ['our type on a failure that is no update', () => ApplicationFailure.nonRetryable('x', 'titian/x'), 'not reached'],
];

interface Try {
  readonly at: number;
  readonly deadline: number;
  readonly update: { readonly updateId?: string; readonly args?: readonly unknown[] };
  readonly start: Readonly<Record<string, unknown>>;
}

/** Plays Temporal: answers the nth try with the nth of `answers`, the last one for ever. */
function fakeClient(...answers: (CommandAnswer | (() => Error))[]): { client: CaseClient; tries: Try[] } {
  const tries: Try[] = [];
  let deadline = 0;
  const workflows = {
    withDeadline: (until: number, call: () => Promise<unknown>) => {
      deadline = until;
      return call();
    },
    executeUpdateWithStart: (
      _update: unknown,
      options: Try['update'] & {
        startWorkflowOperation: { workflowTypeOrFunc: unknown; options: Record<string, unknown> };
      },
    ) => {
      const { startWorkflowOperation: start, ...update } = options;
      const answer = answers[Math.min(tries.length, answers.length - 1)];
      tries.push({ at: Date.now(), deadline, update, start: { ...start.options, name: start.workflowTypeOrFunc } });
      return typeof answer === 'function' ? Promise.reject(answer()) : Promise.resolve(answer);
    },
  };
  const client: CaseClient = {
    workflows: workflows as unknown as WorkflowClient,
    reachable: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  return { client, tries };
}

describe('a command on its way to its case', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-01-05T02:00:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Sends, and lets time pass as fast as the sender waits for it. */
  async function send(client: CaseClient, patienceMs?: number) {
    const started = Date.now();
    const sending = sendCommand(client, sent, patienceMs).then((result) => ({ result, tookMs: Date.now() - started }));
    await jest.advanceTimersByTimeAsync(16_000);
    return sending;
  }

  test('starts or finds the run of the case and is known there by the id of its caller', async () => {
    const { client, tries } = fakeClient(done);
    await send(client);
    expect(tries).toHaveLength(1);
    expect(tries[0]?.update).toMatchObject({ updateId: KEY, args: [{ commandId: KEY, command: sent.command }] });
    expect(tries[0]?.start).toMatchObject({
      name: 'claimWorkflow',
      workflowId: `claim/${CASE}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      taskQueue: 'cases',
      args: [{ caseId: CASE }],
    });
  });

  test.each([
    ['a receipt', done],
    ['the refusal of the record', refusedByRecord],
  ])('brings %s back as it was given', async (_what, answer) => {
    const { caseId: _caseId, ...receipt } = answer;
    const { client, tries } = fakeClient(answer);
    expect((await send(client)).result).toEqual({ kind: 'answered', receipt });
    expect(tries).toHaveLength(1);
  });

  test.each(['titian/command-too-large', 'titian/malformed-command', 'titian/'])(
    'is malformed, and not tried again, when a validator of ours fails with %s',
    async (type) => {
      const { client, tries } = fakeClient(() => updateFailed(ApplicationFailure.nonRetryable('no', type)));
      expect((await send(client)).result).toEqual({ kind: 'malformed', code: type, message: 'no' });
      expect(tries).toHaveLength(1);
    },
  );

  test.each(FAULTS)('is tried again after %s, under the same id', async (_what, fault) => {
    const { client, tries } = fakeClient(fault, fault, done);
    expect((await send(client)).result).toMatchObject({ kind: 'answered', receipt: { revision: 4 } });
    expect(tries.map(({ update }) => update.updateId)).toEqual([KEY, KEY, KEY]);
    expect(new Set(tries.map(({ start }) => start['workflowId'])).size).toBe(1);
  });

  test.each(FAULTS)('is pending within 15 s if %s goes on; Temporal was %s', async (_what, fault, reached) => {
    const { client, tries } = fakeClient(fault);
    const { result, tookMs } = await send(client);
    expect(result).toEqual({ kind: 'pending', reached: reached === 'reached' });
    expect(tookMs).toBeLessThanOrEqual(15_000);
    expect(tookMs).toBeGreaterThan(13_000);
    expect(tries.length).toBeGreaterThan(10);
  });

  test('remembers that Temporal was reached once', async () => {
    const late = (): Error => new WorkflowUpdateRPCTimeoutOrCancelledError('deadline');
    const { client } = fakeClient(late, () => new ServiceError('14 UNAVAILABLE'));
    expect((await send(client)).result).toEqual({ kind: 'pending', reached: true });
  });

  test('pauses double up to one second, with a spread', async () => {
    const { client, tries } = fakeClient(() => new ServiceError('14 UNAVAILABLE'));
    await send(client);
    const pauses = tries.slice(1).map(({ at }, index) => at - (tries[index]?.at ?? 0));
    pauses.forEach((pause, index) => {
      const longest = Math.min(50 * 2 ** index, 1_000);
      expect(pause).toBeGreaterThanOrEqual(longest / 2 - 1);
      expect(pause).toBeLessThanOrEqual(longest + 1);
    });
  });

  test('one try waits 5 s at most, and the last no longer than patience lasts', async () => {
    const { client, tries } = fakeClient(() => new ServiceError('14 UNAVAILABLE'));
    const start = Date.now();
    await send(client);
    for (const { at, deadline } of tries) {
      expect(deadline).toBeLessThanOrEqual(Math.min(at + 5_000, start + 15_000));
      expect(deadline).toBeGreaterThan(at);
    }
  });

  test('a caller with less patience is answered earlier', async () => {
    const { client } = fakeClient(() => new ServiceError('14 UNAVAILABLE'));
    expect((await send(client, 300)).tookMs).toBeLessThanOrEqual(300);
  });
});
