import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ServiceError, type WorkflowClient } from '@temporalio/client';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { CaseState } from '@titian/domain';
import { ORDER, steps } from '@titian/domain/testing/claim-world';
import { models } from '@titian/persistence';
import { currentCalendar } from '@titian/rulebook';
import type { CaseClient } from '@titian/temporal';
import { Callback } from './callback.ts';
import { CallbackDesk } from './callback-desk.ts';

Logger.overrideLogger(false);

const about = {
  callbackId: '0190a000-0000-4000-8000-00000000000c',
  reference: 'BPJS-1',
  claimRef: '3f6a1c52-0000-4000-8000-000000000001',
  occurredAt: '2026-01-06T02:00:00.000Z',
};
const COMMAND_ID = `bpjs:${about.callbackId}`;
const approved = Callback.parse({
  ...about,
  type: 'claim.decided',
  lines: [{ code: 'JKK_RAWAT_LN', decision: 'approved', approvedIdr: '42500000' }],
});

interface Receipt {
  readonly status: 'done' | 'refused';
  readonly revision: number;
  readonly refusal: object | null;
}

/** A record and a Temporal that keep what they are given in memory. */
class World {
  state: CaseState | undefined;
  readonly receipts = new Map<string, Receipt>();
  readonly sent: { id: string; name: string; actor: object; workflowId: string }[] = [];
  /** What the record says to the next commands. */
  verdict: Receipt | Error = { status: 'done', revision: 99, refusal: null };

  readonly db = {
    query: (sql: string, values: readonly string[] = []): Promise<unknown[]> => {
      if (sql.includes('calendar')) return Promise.resolve([]); // none is published: the release's own is in force
      if (sql.includes('case_file')) {
        const { state } = this;
        return Promise.resolve(state?.caseId === values[0] ? [{ state }] : []);
      }
      const id = values[1] ?? '';
      const tries = [...this.receipts].filter(([key]) => key === id || key.startsWith(`${id}:`));
      return Promise.resolve(tries.map(([, receipt]) => receipt));
    },
  } as unknown as DataSource;

  readonly client: CaseClient = {
    workflows: {
      withDeadline: (_until: number, call: () => Promise<unknown>) => call(),
      executeUpdateWithStart: (
        _update: unknown,
        options: {
          updateId: string;
          args: [{ command: { name: string; actor: object } }];
          startWorkflowOperation: { options: { workflowId: string } };
        },
      ) => {
        if (this.verdict instanceof Error) return Promise.reject(this.verdict);
        const { workflowId } = options.startWorkflowOperation.options;
        const [{ command }] = options.args;
        this.sent.push({ id: options.updateId, name: command.name, actor: command.actor, workflowId });
        this.receipts.set(options.updateId, this.verdict);
        return Promise.resolve({ caseId: about.claimRef, ...this.verdict });
      },
    } as unknown as WorkflowClient,
    reachable: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };

  readonly desk = new CallbackDesk(this.db, this.client);

  /** The case as the record of this release would have stored it. */
  at(state: CaseState): this {
    const { hash } = models.newestOf('claim');
    // The clocks of the test world count by a calendar of its own, which no release knows.
    const told = JSON.stringify(state).replaceAll('"calendar":"test"', `"calendar":"${currentCalendar.version}"`);
    this.state = { ...(JSON.parse(told) as CaseState), definition: { ...state.definition, hash } };
    return this;
  }
}

let world: World;
const kindOf = async (callback: Callback): Promise<string> => (await world.desk.take(callback)).kind;
beforeEach(() => {
  world = new World().at(steps.review().open);
});

describe('a callback', () => {
  test('becomes one command of the insurer, with an id made from its own', async () => {
    expect(await kindOf(approved)).toBe('done');
    expect(world.sent).toEqual([
      {
        id: COMMAND_ID,
        name: 'approve',
        actor: { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' },
        workflowId: `claim/${about.claimRef}`,
      },
    ]);
  });

  test('delivered twice before the first is stored is the same command', async () => {
    await Promise.all([world.desk.take(approved), world.desk.take(approved)]);
    expect(new Set(world.sent.map(({ id }) => id))).toEqual(new Set([COMMAND_ID]));
  });

  test('delivered again after it was stored is done, and nothing is sent, wherever the case is by now', async () => {
    await world.desk.take(approved);
    world.at(steps.closed().open);
    expect(await kindOf(approved)).toBe('done');
    expect(world.sent).toHaveLength(1);
  });

  test('about a claim that is not stored is unknown and leaves no trace', async () => {
    const other = '3f6a1c52-0000-4000-8000-0000000000ff';
    expect(await world.desk.take({ ...approved, claimRef: other })).toEqual({
      kind: 'parked',
      reason: 'unknown-claim',
    });
    expect(world.sent).toEqual([]);
  });

  test('that tells the case nothing new is taken and not sent on', async () => {
    expect(await kindOf(Callback.parse({ ...about, type: 'claim.received' }))).toBe('nothing-to-do');
    expect(world.sent).toEqual([]);
  });

  test.each<[string, CaseState]>([
    ['before the claim is submitted', steps.ready().open],
    [
      'before its receipt',
      steps.ready().do('submit', { id: 'm', role: 'district_officer', office: 'd', area: '35.05' }).open,
    ],
  ])('that comes %s must wait and leaves no trace', async (_when, state) => {
    world.at(state);
    expect(await kindOf(approved)).toBe('not-yet');
    expect(world.sent).toEqual([]);
    expect(world.receipts.size).toBe(0);
  });

  test('with another reference than the case has is parked', async () => {
    expect(await world.desk.take({ ...approved, reference: 'BPJS-2' })).toEqual({
      kind: 'parked',
      reason: 'other-reference',
    });
    expect(world.sent).toEqual([]);
  });

  test('that says again what was decided is nothing to do', async () => {
    world.at(steps.decided().open);
    expect(await kindOf(approved)).toBe('nothing-to-do');
  });

  test('of the last payment is `paid`, of one of several `paidPart`, whichever the case takes', async () => {
    world.at(steps.payment().open);
    const paid = Callback.parse({
      ...about,
      type: 'payment.paid',
      orderRef: ORDER,
      paymentReference: 'PAY-1',
      paidDay: '2026-01-06',
      lines: [{ code: 'JKK_RAWAT_LN', amountIdr: '42500000' }],
    });
    expect(await kindOf(paid)).toBe('done');
    expect(world.sent.map(({ name }) => name)).toEqual(['paid']);
    world = new World().at({ ...steps.payment().open, stage: 'decided' });
    expect(await kindOf(paid)).toBe('done');
    expect(world.sent.map(({ name }) => name)).toEqual(['paidPart']);
  });

  test('that the case will never take is parked, not asked for again and again', async () => {
    const failed = {
      ...about,
      type: 'payment.failed',
      orderRef: ORDER,
      paymentReference: 'PAY-1',
      reasonCode: 'FULL_MOON',
    };
    world.at(steps.payment().open);
    expect(await world.desk.take(Callback.parse(failed))).toEqual({ kind: 'parked', reason: 'refused' });
  });

  test('that came too early is taken once the case has come so far', async () => {
    world.at(steps.ready().open);
    await world.desk.take(approved);
    world.at(steps.review().open);
    expect(await kindOf(approved)).toBe('done');
    expect(world.sent.map(({ id }) => id)).toEqual([COMMAND_ID]);
  });

  test('whose command lost a race is tried again under an id for that revision', async () => {
    world.verdict = { status: 'refused', revision: 30, refusal: {} };
    expect(await kindOf(approved)).toBe('not-yet');
    world.verdict = { status: 'done', revision: 31, refusal: null };
    expect(await kindOf(approved)).toBe('done');
    const revision = world.state?.revision ?? 0;
    expect(world.sent.map(({ id }) => id)).toEqual([COMMAND_ID, `${COMMAND_ID}:${revision}`]);
  });

  test('that was taken only after a lost race is done when it is delivered once more', async () => {
    world.verdict = { status: 'refused', revision: 30, refusal: {} };
    await world.desk.take(approved);
    world.verdict = { status: 'done', revision: 31, refusal: null };
    await world.desk.take(approved);
    world.at(steps.decided().open);
    expect(await kindOf(approved)).toBe('done');
    expect(world.sent).toHaveLength(2);
  });

  test('that reaches no Temporal is to be sent again', async () => {
    jest.useFakeTimers();
    world.verdict = new ServiceError('14 UNAVAILABLE');
    const outcome = world.desk.take(approved);
    await jest.advanceTimersByTimeAsync(15_000);
    jest.useRealTimers();
    expect(await outcome).toEqual({ kind: 'unavailable' });
    expect(world.receipts.size).toBe(0);
  });
});
