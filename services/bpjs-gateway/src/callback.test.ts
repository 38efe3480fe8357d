import { describe, expect, test } from '@jest/globals';
import type { CaseState } from '@titian/domain';
import { steps } from '@titian/domain/testing/claim-world';
import { Callback, toCommand } from './callback.ts';

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
const command = (callback: object, state: CaseState = review) =>
  toCommand(Callback.parse({ ...about, ...callback }), state);

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
      { name: 'approve', input: { reference: 'BPJS-1', lines: [line('approved', asked)] } },
    ],
    [
      'claim.decided, more than was asked',
      { type: 'claim.decided', lines: [line('approved', asked + 1)] },
      { name: 'approve', input: { reference: 'BPJS-1', lines: [line('approved', asked + 1)] } },
    ],
    [
      'claim.decided, a rupiah less',
      { type: 'claim.decided', lines: [line('approved', asked - 1, why)] },
      { name: 'approvePart', input: { reference: 'BPJS-1', lines: [line('approved', asked - 1, why)] } },
    ],
    [
      'claim.decided, one line of two',
      { type: 'claim.decided', lines: [line('approved', asked), { ...line('rejected', 0, why), code: 'OTHER' }] },
      {
        name: 'approvePart',
        input: {
          reference: 'BPJS-1',
          lines: [line('approved', asked), { ...line('rejected', 0, why), code: 'OTHER' }],
        },
      },
    ],
    [
      'claim.decided, nothing',
      { type: 'claim.decided', lines: [line('rejected', 0, why)] },
      { name: 'reject', input: { reference: 'BPJS-1', lines: [line('rejected', 0, why)] } },
    ],
    [
      'payment.paid',
      {
        type: 'payment.paid',
        paymentReference: 'PAY-1',
        paidDay: '2026-01-06',
        lines: [{ code: 'JKK_RAWAT_LN', amountIdr: '5' }],
      },
      {
        name: 'paid',
        input: {
          paymentReference: 'PAY-1',
          paidDay: '2026-01-06',
          lines: [{ code: 'JKK_RAWAT_LN', amountIdr: '5' }],
        },
      },
    ],
    [
      'payment.failed',
      { type: 'payment.failed', paymentReference: 'PAY-1', reasonCode: 'ACCOUNT_CLOSED' },
      { name: 'paymentFailed', input: { paymentReference: 'PAY-1', reasonCode: 'ACCOUNT_CLOSED' } },
    ],
  ])('%s', (_what, callback, expected) => {
    expect(command(callback)).toEqual(expected);
  });

  test('claim.decided, nothing once more after an objection: the decision stands', () => {
    const callback = { type: 'claim.decided', lines: [line('rejected', 0, why)] };
    expect(command(callback, { ...review, stage: 'objection' })).toEqual({ name: 'maintain', input: why });
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
    [
      'with a day that does not exist',
      { type: 'payment.paid', paymentReference: 'P', paidDay: '2026-02-30', lines: [] },
    ],
  ])('not one %s', (_what, callback) => {
    expect(Callback.safeParse({ ...about, ...callback }).success).toBe(false);
  });
});
