import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';

const TREATMENT = { code: 'TREATMENT', amountIdr: '50000000' };
const TRANSPORT = { code: 'TRANSPORT', amountIdr: '2000000' };
const accountToken = 'token-1';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
  // A bank that never answers: what is ordered stays on its way.
  const never = 2 ** 31 - 1;
  await insurer.plan('by-type/SLOW_BANK', { steps: [{ do: 'approve' }, { do: 'pay', delayMs: never }] });
});
afterAll(() => insurer.stop());

async function standingPayments(claimRef: string): Promise<Record<string, number>> {
  const { totals } = await insurer.ledger();
  const lines = totals.find((total) => total.claimRef === claimRef)?.lines ?? [];
  return Object.fromEntries(lines.map((line) => [line.code, line.standingPayments]));
}

describe('a line is paid at most once', () => {
  test.each([
    ['by a slow bank', 'SLOW_BANK'],
    ['by a quick bank', 'JKK_RAWAT_LN'],
  ])('when fifty orders come at once, %s', async (_name, claimType) => {
    const submission = aSubmission({ claimType });
    const reference = await insurer.decided(submission);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        insurer.order(reference, `${submission.claimRef}/payment/${index}`, {
          lines: index % 2 === 0 ? [TREATMENT, TRANSPORT] : [TREATMENT],
          accountToken,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 202);
    expect(new Set(refused.map(({ body }) => body.type))).toEqual(new Set(['urn:bpjs:problem:line-already-paid']));
    expect((await standingPayments(submission.claimRef))['TREATMENT']).toBe(1);
  });

  test('when the same order comes fifty times at once', async () => {
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    const order = { lines: [TREATMENT, TRANSPORT], accountToken };
    const key = `${submission.claimRef}/payment/1`;
    const answers = await Promise.all(Array.from({ length: 50 }, () => insurer.order(reference, key, order)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.paymentReference}`)).size).toBe(1);
    expect(await standingPayments(submission.claimRef)).toEqual({ TREATMENT: 1, TRANSPORT: 1 });
    await insurer.heard('payment.paid', reference);
  });

  test('also if the case is handed in once more', async () => {
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    const order = { lines: [TREATMENT, TRANSPORT], accountToken };
    await insurer.order(reference, `${submission.claimRef}/payment/1`, order);
    await insurer.heard('payment.paid', reference);
    const again = await insurer.submit({ ...submission, attempt: 2 });
    expect([again.status, again.body.reference]).toEqual([409, reference]);
    const fresh = { ...submission, attempt: 2, lines: [{ code: 'REHABILITATION', askedIdr: '1' }] };
    expect((await insurer.submit(fresh)).status).toBe(202);
  });
});

describe('an order is refused', () => {
  test.each<[string, { code: string; amountIdr: string }, string]>([
    ['one rupiah too much', { ...TREATMENT, amountIdr: '50000001' }, 'amount-differs'],
    ['nothing of a line', { ...TREATMENT, amountIdr: '0' }, 'amount-differs'],
    ['a line nobody decided', { code: 'FUNERAL', amountIdr: '1' }, 'line-not-approved'],
    ['a rejected line', { code: 'TRANSPORT', amountIdr: '0' }, 'line-not-approved'],
    ['a line approved at 0', { code: 'DENTAL', amountIdr: '0' }, 'nothing-to-pay'],
  ])('for %s', async (_name, line, code) => {
    const lines = [...aSubmission().lines, { code: 'DENTAL', askedIdr: '0' }, { code: 'WAGES', askedIdr: '5' }];
    const good = { code: 'WAGES', amountIdr: '5' };
    const submission = aSubmission({ lines });
    await insurer.plan(submission.claimRef, {
      steps: [{ do: 'decide', lines: [{ code: 'TRANSPORT', decision: 'rejected', reasonCode: 'R' }] }],
    });
    const reference = await insurer.decided(submission);
    const key = `${submission.claimRef}/payment/1`;
    const { status, body } = await insurer.order(reference, key, { lines: [line], accountToken });
    expect([status, body.type]).toEqual([409, `urn:bpjs:problem:${code}`]);
    expect(body.errors[0]?.field).toBe('/lines/0');
    // all or nothing: a good line beside a bad one is not paid either, and the key stays free
    expect((await insurer.order(reference, key, { lines: [good, line], accountToken })).status).toBe(409);
    expect(await standingPayments(submission.claimRef)).toEqual({});
    expect((await insurer.order(reference, key, { lines: [good], accountToken })).status).toBe(202);
  });

  test('before the decision', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [] });
    const { reference } = (await insurer.submit(submission)).body;
    const { status, body } = await insurer.order(reference, 'early', { lines: [TREATMENT], accountToken });
    expect([status, body.type]).toEqual([409, 'urn:bpjs:problem:not-decided']);
  });
});

describe('a payment', () => {
  test('that fails is booked back and may be ordered again under another key', async () => {
    const submission = aSubmission();
    const steps = [{ do: 'approve' }, { do: 'fail-payment', reasonCode: 'ACCOUNT_CLOSED' }, { do: 'pay' }];
    await insurer.plan(submission.claimRef, { steps });
    const reference = await insurer.decided(submission);
    const order = { lines: [TREATMENT, TRANSPORT], accountToken };
    const first = await insurer.order(reference, `${submission.claimRef}/payment/1`, order);
    const failed = await insurer.heard('payment.failed', reference);
    expect(failed).toMatchObject({ paymentReference: first.body.paymentReference, reasonCode: 'ACCOUNT_CLOSED' });
    expect(await standingPayments(submission.claimRef)).toEqual({ TREATMENT: 0, TRANSPORT: 0 });

    const second = await insurer.order(reference, `${submission.claimRef}/payment/2`, { ...order, accountToken: 't2' });
    const paid = await insurer.heard('payment.paid', reference);
    expect(paid).toMatchObject({ paymentReference: second.body.paymentReference, lines: order.lines });
    const { entries } = await insurer.ledger();
    expect(entries.filter((entry) => entry.reference === reference)).toHaveLength(12); // 2 lines, 2 sides, 3 bookings
    expect((await insurer.claim(reference)).status).toBe('paid');
  });

  test('of some lines leaves the claim open until the others are paid', async () => {
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    await insurer.order(reference, `${submission.claimRef}/payment/1`, { lines: [TRANSPORT], accountToken });
    await insurer.heard('payment.paid', reference);
    expect((await insurer.claim(reference)).status).toBe('decided');
    const last = await insurer.order(reference, `${submission.claimRef}/payment/2`, {
      lines: [TREATMENT],
      accountToken,
    });
    const { paymentReference } = last.body;
    await insurer.receiver.taken(({ text }) => text.includes(paymentReference));
    expect((await insurer.claim(reference)).status).toBe('paid');
  });
});
