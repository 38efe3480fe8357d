import { describe, expect, test } from '@jest/globals';
import type { CaseState } from '@titian/domain';
import { failure, INSURER, ORDER, steps } from '@titian/domain/testing/claim-world';
import { Callback, meaningOf } from './callback.ts';

const about = {
  callbackId: '0190a000-0000-4000-8000-00000000000c',
  reference: 'BPJS-1',
  claimRef: '3f6a1c52-0000-4000-8000-000000000001',
  occurredAt: '2026-01-06T02:00:00.000Z',
};
const asked = 42_500_000;
const review = steps.review().open;
const line = (decision: string, approvedIdr: number, more: object = {}) => ({
  code: 'JKK_RAWAT_LN',
  decision,
  approvedIdr: String(approvedIdr),
  ...more,
});
const why = { reasonCode: 'NOT_PROVEN', article: 'Pasal 34' };
const payment = steps.payment().open;
const decidedAt = about.occurredAt;
const meaning = (callback: object, state: CaseState = review) =>
  meaningOf(Callback.parse({ ...about, ...callback }), state);
const command = (callback: object, state: CaseState = review) => {
  const meant = meaning(callback, state);
  return meant.kind === 'wishes' ? (meant.wishes[0] ?? null) : null;
};
const of = { orderRef: ORDER, paymentReference: 'PAY-1' };
const paid = (amountIdr: number, more: object = {}) => ({
  type: 'payment.paid',
  ...of,
  paidDay: '2026-01-06',
  lines: [{ code: 'JKK_RAWAT_LN', amountIdr: String(amountIdr) }],
  ...more,
});

describe('a callback stands for a command', () => {
  test.each<[string, object, { name: string; input: object } | null]>([
    ['claim.received', { type: 'claim.received' }, null],
    [
      'claim.intake-refused with article',
      { type: 'claim.intake-refused', ...why },
      { name: 'insurerRefusedIntake', input: why },
    ],
    [
      'claim.intake-refused without article',
      { type: 'claim.intake-refused', reasonCode: 'DUPLICATE' },
      { name: 'insurerRefusedIntake', input: { reasonCode: 'DUPLICATE' } },
    ],
    [
      'claim.information-requested',
      { type: 'claim.information-requested', documents: ['INVOICE'], ...why },
      { name: 'insurerRequestsInfo', input: { reference: 'BPJS-1', documents: ['INVOICE'], ...why } },
    ],
    [
      'claim.decided, all of it approved',
      { type: 'claim.decided', lines: [line('approved', asked)] },
      { name: 'approve', input: { reference: 'BPJS-1', decidedAt, lines: [line('approved', asked)] } },
    ],
    [
      'claim.decided, more than was asked',
      { type: 'claim.decided', lines: [line('approved', asked + 1)] },
      { name: 'approve', input: { reference: 'BPJS-1', decidedAt, lines: [line('approved', asked + 1)] } },
    ],
    [
      'claim.decided, a rupiah less',
      { type: 'claim.decided', lines: [line('approved', asked - 1, why)] },
      { name: 'approvePart', input: { reference: 'BPJS-1', decidedAt, lines: [line('approved', asked - 1, why)] } },
    ],
    [
      'claim.decided, one line of two',
      { type: 'claim.decided', lines: [line('approved', asked), { ...line('rejected', 0, why), code: 'OTHER' }] },
      {
        name: 'approvePart',
        input: {
          reference: 'BPJS-1',
          decidedAt,
          lines: [line('approved', asked), { ...line('rejected', 0, why), code: 'OTHER' }],
        },
      },
    ],
    [
      'claim.decided, nothing',
      { type: 'claim.decided', lines: [line('rejected', 0, why)] },
      { name: 'reject', input: { reference: 'BPJS-1', decidedAt, lines: [line('rejected', 0, why)] } },
    ],
  ])('%s', (_what, callback, expected) => {
    expect(command(callback)).toEqual(expected);
  });

  test('claim.decided, nothing once more after an objection: the decision stands', () => {
    const callback = { type: 'claim.decided', lines: [line('rejected', 0, why)] };
    expect(command(callback, { ...review, stage: 'objection' })).toEqual({ name: 'maintain', input: why });
  });

  test.each<[string, object, string, object]>([
    [
      'payment.paid',
      paid(asked),
      'paid',
      { order: ORDER, paymentReference: 'PAY-1', paidDay: '2026-01-06', amountIdr: String(asked) },
    ],
    [
      'payment.failed',
      { type: 'payment.failed', ...of, reasonCode: 'ACCOUNT_CLOSED' },
      'paymentFailed',
      { order: ORDER, paymentReference: 'PAY-1', reasonCode: 'ACCOUNT_CLOSED' },
    ],
    [
      'payment.returned',
      { type: 'payment.returned', ...of, reasonCode: 'NAME_DIFFERS' },
      'paymentReturned',
      { order: ORDER, paymentReference: 'PAY-1', reasonCode: 'NAME_DIFFERS' },
    ],
  ])('%s, of an order that is on its way', (_what, callback, name, input) => {
    expect(command(callback, payment)).toEqual({ name, input });
  });

  test('claim.decided with other lines after the decision: it is reversed', () => {
    const callback = { type: 'claim.decided', decider: 'KANWIL', lines: [line('approved', 5, why)] };
    expect(command(callback, payment)).toEqual({
      name: 'reverseDecision',
      input: { reference: 'BPJS-1', decidedAt, decider: 'KANWIL', lines: [line('approved', 5, why)] },
    });
  });

  test('members that the insurer adds are passed over, also within lines', () => {
    const more = { note: 'Siti Contoh', lines: [line('approved', asked, { note: 'Siti Contoh' })] };
    expect(JSON.stringify(command({ type: 'claim.decided', ...more }))).not.toContain('Siti');
  });

  test('members that are absent stay absent: JSON has no undefined', () => {
    const { input } = command({ type: 'claim.decided', lines: [line('approved', asked)] }) ?? {};
    expect(JSON.parse(JSON.stringify(input))).toStrictEqual(input);
  });

  test.each<[string, object]>([
    ['of an unknown kind', { type: 'claim.forgotten' }],
    ['without kind', {}],
    ['with a reason in words', { type: 'claim.intake-refused', reasonCode: 'Siti has died' }],
    ['with an amount below zero', { type: 'claim.decided', lines: [line('approved', -1)] }],
    ['with a fraction of a rupiah', { type: 'claim.decided', lines: [{ ...line('approved', 1), approvedIdr: '1.5' }] }],
    ['with an undecided line', { type: 'claim.decided', lines: [line('maybe', 1)] }],
    ['with a day that does not exist', paid(5, { paidDay: '2026-02-30' })],
  ])('not one %s', (_what, callback) => {
    expect(Callback.safeParse({ ...about, ...callback }).success).toBe(false);
  });
});

describe('late, repeated and reordered callbacks', () => {
  const confirm = steps.confirm().open;
  const returned = steps.confirm().do('paymentReturned', INSURER, failure()).open;
  const failed = steps.payment().do('paymentFailed', INSURER, failure()).open;
  const closed = steps.closed().open;
  const older = { ...payment, facts: { ...payment.facts, decidedAt: '2026-01-07T00:00:00.000Z' } };
  const decision = { type: 'claim.decided', lines: [line('approved', 5, why)] };
  const request = { type: 'claim.information-requested', documents: ['INVOICE'], ...why };
  const asks = { ...review, status: 'suspended', suspension: 'awaiting_applicant' } as const;

  test.each<[string, object, CaseState]>([
    ['a decision that was taken', { type: 'claim.decided', lines: [line('approved', asked)] }, payment],
    ['a decision that a later one replaced', decision, older],
    ['a question after the decision', request, payment],
    ['a question that is asked already', request, asks],
    ['a refusal at the counter after the decision', { type: 'claim.intake-refused', ...why }, payment],
    ['a payment that was taken', paid(asked), confirm],
    ['a payment that was confirmed', paid(asked), closed],
    ['a payment that came back meanwhile', paid(asked), returned],
    ['a failure that is known', { type: 'payment.failed', ...of, reasonCode: 'ACCOUNT_CLOSED' }, failed],
    ['a return that is known', { type: 'payment.returned', ...of, reasonCode: 'ACCOUNT_CLOSED' }, returned],
  ])('%s: nothing is to be done', (_what, callback, state) => {
    expect(meaning(callback, state)).toEqual({ kind: 'nothing' });
  });

  test.each<[string, object]>([
    ['a decision', decision],
    ['a question', request],
  ])('%s before the receipt waits', (_what, callback) => {
    expect(meaning(callback, steps.ready().open)).toEqual({ kind: 'wait' });
  });

  test.each<[string, string, object, CaseState]>([
    ['another reference', 'other-reference', { ...decision, reference: 'BPJS-2' }, review],
    ['an order that nobody gave', 'unknown-order', paid(asked, { orderRef: 'JKK_TRANSPORT.main.1' }), payment],
    ['another line than ordered', 'line-differs', paid(asked, { lines: [{ code: 'X', amountIdr: '5' }] }), payment],
    ['another amount than ordered', 'amount-differs', paid(asked + 1), payment],
    ['another amount than was paid', 'amount-differs', paid(asked - 1), confirm],
    ['another currency', 'currency-not-idr', paid(asked, { currency: 'TWD' }), payment],
    ['a decision on a closed claim', 'claim-closed', decision, closed],
    [
      'money back on a closed claim',
      'claim-closed',
      { type: 'payment.returned', ...of, reasonCode: 'NAME_DIFFERS' },
      closed,
    ],
    ['a payment after its failure', 'contradicts', paid(asked), failed],
    [
      'a failure after the payment',
      'contradicts',
      { type: 'payment.failed', ...of, reasonCode: 'BANK_REFUSED' },
      confirm,
    ],
  ])('%s waits for a person: %s', (_what, reason, callback, state) => {
    expect(meaning(callback, state)).toEqual({ kind: 'park', reason });
  });
});
