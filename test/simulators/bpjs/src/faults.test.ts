import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { FaultPlan, Faults } from './faults.ts';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
});
afterEach(async () => {
  await faults({});
});
afterAll(() => insurer.stop());

const faults = (plan: object) =>
  insurer.call<{ happened: Record<string, number> }>('PUT /admin/faults', { body: plan });
const submit = (submission = aSubmission()) => insurer.submit(submission);
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await isSo()) return;
    await pause(10);
  }
  throw new Error('it did not come so within 5 s');
}
async function listed(reference: string) {
  const { body } = await insurer.call<{ delivered: { reference: string; type: string; refusal?: string }[] }>(
    'GET /admin/callbacks',
  );
  return body.delivered.filter((each) => each.reference === reference);
}

describe('an insurer that', () => {
  test('cuts the connection has done nothing', async () => {
    await faults({ refuse: 100 });
    const submission = aSubmission();
    await expect(submit(submission)).rejects.toThrow('fetch failed');
    await faults({});
    expect((await insurer.call(`GET /v1/claims?idempotencyKey=${submission.claimRef}/submission/1`)).status).toBe(404);
  });

  test('does not answer after acting has acted: the same key gets the answer', async () => {
    await faults({ timeoutAfter: 100 });
    const submission = aSubmission();
    await expect(submit(submission)).rejects.toThrow('fetch failed');
    await faults({});
    const { status, headers } = await submit(submission);
    expect([status, headers.get('idempotent-replayed')]).toEqual([202, 'true']);
  });

  test.each([
    ['breaks', { error500: 100 }, 500],
    ['has too much to do', { throttle429: 100 }, 429],
  ])('%s says so in a problem document, and is well when the plan is over', async (_how, plan, status) => {
    await faults(plan);
    expect((await submit()).status).toBe(status);
    await faults({});
    expect((await submit()).status).toBe(202);
  });

  test('closes the counter of one branch serves the others', async () => {
    await faults({ closedBranches: ['35.05'] });
    const { status, headers } = await submit();
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect((await submit(aSubmission({ branch: '35.07' }))).status).toBe(202);
  });

  test('loses a callback tells it in the reconciliation list only', async () => {
    await faults({ loseCallback: 100 });
    const { reference } = (await submit()).body;
    await until(
      async () => (await insurer.claim(reference)).status === 'decided' && (await listed(reference)).length === 2,
    );
    expect((await listed(reference)).map(({ refusal }) => refusal)).toEqual(['lost', 'lost']);
    expect(insurer.receiver.arrived.some(({ body }) => body.reference === reference)).toBe(false);
  });

  test('sends everything twice sends the same twice', async () => {
    await faults({ duplicateCallback: 100 });
    const { reference } = (await submit()).body;
    await until(async () => (await listed(reference)).length === 2);
    const ids = insurer.receiver.arrived
      .filter(({ body }) => body.reference === reference)
      .map(({ body }) => body.callbackId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  test('forgets keys and trusts every order pays a line twice, and its ledger shows it', async () => {
    const submission = aSubmission({ lines: [{ code: 'TREATMENT', askedIdr: '7' }] });
    const reference = await insurer.decided(submission);
    const order = { lines: [{ code: 'TREATMENT', amountIdr: '7' }], accountToken: 't' };
    await faults({ forgetsKeys: true, trusting: true });
    const answers = [await insurer.order(reference, 'key', order), await insurer.order(reference, 'key', order)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const { totals } = await insurer.ledger();
    const total = totals.find(({ claimRef }) => claimRef === submission.claimRef);
    expect(total?.lines).toEqual([{ code: 'TREATMENT', paidIdr: '14', standingPayments: 2 }]);
  });
});

describe('what the insurer does by itself', () => {
  test('it brings a payment back, reverses a decision, and lets a claim go', async () => {
    const submission = aSubmission({ lines: [{ code: 'TREATMENT', askedIdr: '9' }] });
    const less = { code: 'TREATMENT', decision: 'approved', approvedIdr: '5' };
    await insurer.plan(submission.claimRef, {
      steps: [
        { do: 'approve' },
        { do: 'pay' },
        { do: 'return-payment', reasonCode: 'NAME_DIFFERS' },
        { do: 'reverse', lines: [less] },
      ],
    });
    const reference = await insurer.decided(submission);
    await insurer.order(reference, 'first', { lines: [{ code: 'TREATMENT', amountIdr: '9' }], accountToken: 't' });
    expect(await insurer.heard('payment.returned', reference)).toMatchObject({ orderRef: 'first' });
    await until(async () => (await insurer.claim(reference)).decisions[0]?.approvedIdr === '5');
    const withdraw = () =>
      insurer.call<{ type?: string }>(`POST /v1/claims/${reference}/withdrawals`, {
        key: 'out',
        body: { reasonCode: 'OWN_WISH' },
      });
    expect((await withdraw()).status).toBe(202);
    expect((await insurer.claim(reference)).status).toBe('withdrawn');
    const late = await insurer.order(reference, 'late', {
      lines: [{ code: 'TREATMENT', amountIdr: '5' }],
      accountToken: 't',
    });
    expect([late.status, late.body.type]).toEqual([409, 'urn:bpjs:problem:claim-withdrawn']);
  });

  test('it takes a stage I report once for its key', async () => {
    const { claimRef } = aSubmission();
    const sent = {
      key: `${claimRef}/accidentReport/1`,
      body: { claimRef, branch: '35.05', riskDay: '2026-02-14', riskCountry: 'TW' },
    };
    const answers = [
      await insurer.call('POST /v1/accident-reports', sent),
      await insurer.call('POST /v1/accident-reports', sent),
    ];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[0]?.body).toMatchObject({ reference: expect.stringMatching(/^LAP-/) });
  });
});

test('a seed gives the same faults each time', () => {
  const drawn = (): boolean[] => {
    const plan = new Faults();
    plan.put(FaultPlan.parse({ seed: 42, refuse: 30 }));
    return Array.from({ length: 50 }, () => plan.happens('refuse'));
  };
  expect(drawn()).toEqual(drawn());
  expect(new Set(drawn()).size).toBe(2);
});
