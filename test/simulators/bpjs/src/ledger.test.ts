import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DecidedLine } from './journal-event.ts';
import { paymentPostings, reversalPostings, toEntries, ledgerView } from './ledger.ts';
import type { Step } from './plan.ts';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
});
afterAll(() => insurer.stop());

const amountIdr = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(String);
const codes = ['A', 'B', 'C'];
const lines = fc
  .tuple(amountIdr, amountIdr, amountIdr)
  .map((amounts) => amounts.map((askedIdr, i) => ({ code: codes[i] ?? '', askedIdr })));
const plannedLine = fc.record(
  {
    code: fc.constantFrom(...codes),
    decision: fc.constantFrom('approved' as const, 'rejected' as const),
    approvedIdr: amountIdr,
  },
  { requiredKeys: ['code', 'decision'] },
);
const deciding: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ do: 'approve' }),
  fc.constant<Step>({ do: 'reject', reasonCode: 'R', article: 'Pasal 1' }),
  fc.array(plannedLine, { minLength: 1, maxLength: 3 }).map((planned): Step => ({ do: 'decide', lines: planned })),
);
const paying = fc.array(fc.constantFrom<Step>({ do: 'pay' }, { do: 'fail-payment', reasonCode: 'CLOSED' }), {
  maxLength: 5,
});
/** Which lines each order names, as bits; orders go out together, so that they race. */
const orders = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }), { maxLength: 3 });

function due(decisions: readonly DecidedLine[]): DecidedLine[] {
  return decisions.filter(({ approvedIdr }) => BigInt(approvedIdr) > 0n);
}

test('over any plan and any orders the ledger balances, and no line is paid twice or at another amount', async () => {
  let attempt = 0;
  await fc.assert(
    fc.asyncProperty(lines, deciding, paying, orders, async (asked, decision, payments, rounds) => {
      const submission = aSubmission({ lines: asked });
      await insurer.plan(submission.claimRef, { steps: [decision, ...payments] });
      const reference = await insurer.decided(submission);
      const { decisions } = await insurer.claim(reference);

      for (const round of rounds) {
        const answers = await Promise.all(
          round.map(async (bits) => {
            const named = due(decisions).filter(({ code }) => (bits >> codes.indexOf(code)) % 2 === 1);
            if (named.length === 0) return undefined;
            attempt += 1;
            return insurer.order(reference, `payment/${attempt}`, {
              lines: named.map(({ code, approvedIdr }) => ({ code, amountIdr: approvedIdr })),
              accountToken: 't',
            });
          }),
        );
        for (const answer of answers) {
          if (answer?.status !== 202) continue;
          const { paymentReference } = answer.body;
          await insurer.receiver.taken(({ text }) => text.includes(paymentReference));
        }
      }

      const ledger = await insurer.ledger();
      expect(ledger.debitIdr).toBe(ledger.creditIdr);
      const total = ledger.totals.find(({ claimRef }) => claimRef === submission.claimRef);
      expect(total?.debitIdr).toBe(total?.creditIdr);
      const { payments: made } = await insurer.claim(reference);
      for (const line of total?.lines ?? []) {
        expect(line.standingPayments).toBeLessThanOrEqual(1);
        const decided = decisions.find(({ code }) => code === line.code);
        expect(line.paidIdr).toBe(line.standingPayments === 1 ? BigInt(decided?.approvedIdr ?? 0).toString() : '0');
      }
      const standing = total?.lines.reduce((sum, line) => sum + line.standingPayments, 0) ?? 0;
      if (standing === 0) expect(made.some(({ status }) => status === 'paid')).toBe(false);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('entries are numbered without gaps and never changed by a reversal', () => {
  const payment = {
    claimRef: 'c',
    reference: 'r',
    paymentReference: 'p',
    orderRef: 'A.main.1',
    lines: [{ code: 'A', amountIdr: '007' }],
  };
  const booked = toEntries(paymentPostings(payment), 0, 't1');
  const reversed = toEntries(reversalPostings(payment), booked.length, 't2');
  expect(
    [...booked, ...reversed].map(({ entryId, account, debitIdr, creditIdr }) => [
      entryId,
      account,
      debitIdr,
      creditIdr,
    ]),
  ).toEqual([
    ['LE-00000001', 'benefit-expense', '7', '0'],
    ['LE-00000002', 'bank', '0', '7'],
    ['LE-00000003', 'benefit-expense', '0', '7'],
    ['LE-00000004', 'bank', '7', '0'],
  ]);
  const [total] = ledgerView([...booked, ...reversed]).totals;
  expect(total).toEqual({
    claimRef: 'c',
    debitIdr: '14',
    creditIdr: '14',
    paidIdr: '0',
    lines: [{ code: 'A', paidIdr: '0', standingPayments: 0 }],
  });
});
