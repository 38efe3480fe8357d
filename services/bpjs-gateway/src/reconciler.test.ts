import { beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { CaseState } from '@titian/domain';
import { ORDER, steps } from '@titian/domain/testing/claim-world';
import type { CaseClient } from '@titian/temporal';
import type { Callback } from './callback.ts';
import type { CallbackDesk, CallbackOutcome } from './callback-desk.ts';
import type { HttpInsurer, InsurerClaim } from './http-insurer.ts';
import type { ParkedCallbacks } from './parked-callbacks.ts';
import { lastDays } from './reconcile-timer.ts';
import { Reconciler } from './reconciler.ts';

Logger.overrideLogger(false);

const state = steps.payment().open;
const claim: InsurerClaim = {
  reference: 'BPJS-1',
  claimRef: state.caseId,
  status: 'paid',
  updatedAt: '2026-01-06T05:00:00.000Z',
  decidedAt: '2026-01-06T02:00:00.000Z',
  decider: 'CABANG',
  decisions: [{ code: 'JKK_RAWAT_LN', decision: 'approved', approvedIdr: '42500000' }],
  payments: [
    {
      paymentReference: 'PAY-1',
      orderRef: ORDER,
      status: 'paid',
      paidDay: '2026-01-06',
      lines: [{ code: 'JKK_RAWAT_LN', amountIdr: '42500000' }],
    },
  ],
};

/** A record of one case, an insurer with a list, and a desk that answers as told. */
class World {
  stored: CaseState | undefined = state;
  list: InsurerClaim[] = [claim];
  known: InsurerClaim | undefined = claim;
  outcome: (callback: Callback) => CallbackOutcome = () => ({ kind: 'done' });
  readonly taken: Callback[] = [];
  readonly parked: string[] = [];
  readonly asked: { id: string; finding: string }[] = [];

  readonly reconciler = new Reconciler(
    {
      query: () => Promise.resolve(this.stored === undefined ? [] : [{ state: this.stored }]),
    } as unknown as DataSource,
    {
      workflows: {
        withDeadline: (_until: number, call: () => Promise<unknown>) => call(),
        executeUpdateWithStart: (
          _update: unknown,
          options: { updateId: string; args: [{ command: { input: { finding: string } } }] },
        ) => {
          this.asked.push({ id: options.updateId, finding: options.args[0].command.input.finding });
          return Promise.resolve({ status: 'done', revision: 1, refusal: null });
        },
      },
    } as unknown as CaseClient,
    {
      claimsOf: () => Promise.resolve(this.list),
      findClaim: () => Promise.resolve(this.known),
    } as unknown as HttpInsurer,
    {
      take: (callback: Callback) => {
        this.taken.push(callback);
        return Promise.resolve(this.outcome(callback));
      },
    } as unknown as CallbackDesk,
    {
      park: ({ callbackId }: Callback) => {
        this.parked.push(callbackId);
        return Promise.resolve();
      },
    } as unknown as ParkedCallbacks,
  );
  run = () => this.reconciler.reconcile(['2026-01-06']);
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('reconciling', () => {
  test('tells what must have been told, in the order in which it happened, under ids that stay the same', async () => {
    expect(await world.run()).toMatchObject({ compared: 1, repaired: 1, asked: 0, pending: 0 });
    expect(world.taken).toMatchObject([
      { type: 'claim.decided', occurredAt: claim.decidedAt, lines: claim.decisions, decider: 'CABANG' },
      { type: 'payment.paid', orderRef: ORDER, paidDay: '2026-01-06' },
    ]);
    const ids = world.taken.map(({ callbackId }) => callbackId);
    await world.run();
    expect(world.taken.slice(2).map(({ callbackId }) => callbackId)).toEqual(ids);
  });

  test('finds nothing to do where both say the same', async () => {
    world.outcome = () => ({ kind: 'nothing-to-do' });
    expect(await world.run()).toMatchObject({ compared: 1, repaired: 0, asked: 0, pending: 0 });
  });

  test('asks a person about what no missed callback explains, once for each difference', async () => {
    world.outcome = ({ type }) =>
      type === 'payment.paid' ? { kind: 'parked', reason: 'amount-differs' } : { kind: 'nothing-to-do' };
    expect(await world.run()).toMatchObject({ asked: 1 });
    const [, payment] = world.taken;
    expect(world.parked).toEqual([payment?.callbackId]);
    expect(world.asked).toEqual([
      { id: `reconcile:amount-differs:${payment?.callbackId ?? ''}`, finding: 'AMOUNT_DIFFERS' },
    ]);
  });

  test('stops at what comes too early: what follows it would too', async () => {
    world.outcome = () => ({ kind: 'not-yet' });
    expect(await world.run()).toMatchObject({ pending: 1 });
    expect(world.taken).toHaveLength(1);
  });

  test('asks the insurer for our claims that its list does not have', async () => {
    world.list = [];
    expect(await world.run()).toMatchObject({ compared: 1, repaired: 1 });
    world.known = undefined;
    expect(await world.run()).toMatchObject({ asked: 1 });
    expect(world.asked).toEqual([{ id: 'reconcile:unknown-to-insurer:BPJS-1', finding: 'UNKNOWN_TO_INSURER' }]);
  });

  test('parks what the insurer has and we do not, and asks nobody whose case it is not', async () => {
    world.stored = undefined;
    world.outcome = () => ({ kind: 'parked', reason: 'unknown-claim' });
    await world.run();
    expect(world.parked).toHaveLength(2);
    expect(world.asked).toEqual([]);
  });
});

test('the last days are days in Jakarta', () => {
  expect(lastDays(2, Date.parse('2026-01-05T18:00:00Z'))).toEqual(['2026-01-05', '2026-01-06']);
});
