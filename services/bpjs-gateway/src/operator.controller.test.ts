import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { steps } from '@titian/domain/testing/claim-world';
import type { Callback } from './callback.ts';
import type { CallbackDesk, CallbackOutcome } from './callback-desk.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { OperatorController } from './operator.controller.ts';
import type { ParkedCallbacks } from './parked-callbacks.ts';
import type { Reconciler } from './reconciler.ts';

const TOKEN = 'a-token-of-the-operator';
const OPEN = `Bearer ${TOKEN}`;
const ID = '0190a000-0000-4000-8000-00000000000c';

let outcome: CallbackOutcome;
let released: string[];
let days: readonly string[];
let pages: OperatorController;
beforeEach(() => {
  outcome = { kind: 'done' };
  released = [];
  pages = controller(TOKEN);
});

function controller(token?: string): OperatorController {
  const state = steps.payment().open;
  return new OperatorController(
    { BPJS_OPERATOR_TOKEN: token } as GatewayEnv,
    { query: () => Promise.resolve([{ state }]) } as unknown as DataSource,
    {
      list: () => Promise.resolve([]),
      find: (id: string) => Promise.resolve(id === ID ? ({ callbackId: ID } as Callback) : undefined),
      release: (id: string, by: string, what: string) => {
        released.push(`${id} ${by} ${what}`);
        return Promise.resolve();
      },
    } as unknown as ParkedCallbacks,
    { take: () => Promise.resolve(outcome) } as unknown as CallbackDesk,
    {
      reconcile: (wanted: readonly string[]) => {
        days = wanted;
        return Promise.resolve({ days: wanted, compared: 0, repaired: 0, asked: 0, pending: 0 });
      },
    } as unknown as Reconciler,
  );
}

describe('the operator’s pages', () => {
  test.each([
    ['no token', undefined],
    ['another token', 'Bearer a-token-of-somebody-els'],
    ['a shorter token', 'Bearer a'],
  ])('are shut to %s', async (_what, authorization) => {
    await expect(pages.parked(authorization)).rejects.toMatchObject({ problem: { status: 401 } });
    await expect(pages.release(authorization, ID, { by: 'operator-1' })).rejects.toMatchObject({
      problem: { status: 401 },
    });
    await expect(pages.reconcile(authorization, {})).rejects.toMatchObject({ problem: { status: 401 } });
    await expect(pages.coverSheet(authorization, ID)).rejects.toMatchObject({ problem: { status: 401 } });
  });

  test('are shut to everybody where no token is set', async () => {
    await expect(controller().parked('Bearer ')).rejects.toMatchObject({ problem: { status: 401 } });
  });

  test('release a callback that is taken now, and say who did', async () => {
    expect(await pages.release(OPEN, ID, { by: 'operator-1' })).toEqual({ outcome: 'done', released: true });
    expect(released).toEqual([`${ID} operator-1 done`]);
  });

  test('keep one that still fits nowhere, unless it is dismissed', async () => {
    outcome = { kind: 'parked', reason: 'unknown-claim' };
    expect(await pages.release(OPEN, ID, { by: 'operator-1' })).toEqual({ outcome: 'unknown-claim', released: false });
    expect(released).toEqual([]);
    expect(await pages.release(OPEN, ID, { by: 'operator-1', dismiss: true })).toMatchObject({ released: true });
    expect(released).toEqual([`${ID} operator-1 dismissed`]);
  });

  test.each(['0190a000-0000-4000-8000-0000000000ff', 'no-uuid'])('know no parked callback %s', async (id) => {
    await expect(pages.release(OPEN, id, { by: 'operator-1' })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  test('reconcile one day or the last ones', async () => {
    await pages.reconcile(OPEN, { day: '2026-01-05' });
    expect(days).toEqual(['2026-01-05']);
    await pages.reconcile(OPEN, { days: '3' });
    expect(days).toHaveLength(3);
  });

  test('name what they cannot read', async () => {
    await expect(pages.release(OPEN, ID, { by: 'Siti Aminah' })).rejects.toMatchObject({
      problem: { status: 400, field: '/by' },
    });
    await expect(pages.reconcile(OPEN, { day: 'today' })).rejects.toMatchObject({
      problem: { status: 400, field: '/day' },
    });
  });

  test('show what to take to the counter, and no account', async () => {
    const sheet = await pages.coverSheet(OPEN, ID);
    expect(sheet).toMatchObject({
      branch: '35.05',
      payees: [{ payee: 'main', share: '1/1' }],
      orders: [{ status: 'requested' }],
    });
    expect(JSON.stringify(sheet)).not.toContain('statementId');
  });
});
