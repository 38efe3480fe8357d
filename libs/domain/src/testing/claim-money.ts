/** The money of a claim. Run by claim.definition.test.ts, whose witness has to see every guard refuse. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../shared/text.ts';
import {
  actor,
  approval,
  calendar,
  CHECKER,
  failure,
  FAMILY,
  INSURER,
  MAKER,
  ORDER,
  payment,
  rejection,
  SCHOLARSHIP,
  schoolYear,
  STATEMENT,
  steps,
  TestCase,
  VILLAGE,
} from './claim-world.ts';
import { latePayments } from '../claim/late-payment.ts';
import { amountFindings, duesOf, sharesOf } from '../claim/payments.ts';

const PROOF = { documentId: '0a6f9a3e-0000-4000-8000-000000000004', sha256: 'c'.repeat(64) };
const later = (decidedAt: string, input: JsonObject): JsonObject => ({ ...input, decidedAt });
const heir = (payee: string, share: string): JsonObject => ({ kind: 'HEIR', account: STATEMENT, payee, share });
const statuses = ({ open }: TestCase): Record<string, string> =>
  Object.fromEntries(Object.values(open.payments).map(({ id, status }) => [id, status]));
const part = (approvedIdr: string): JsonObject => approval(approvedIdr);

/** A claim whose money goes to three heirs. */
function heirs(): TestCase {
  const claim = steps.complete();
  for (const [payee, share] of [
    ['heir-1', '1/2'],
    ['heir-2', '1/3'],
    ['heir-3', '1/6'],
  ] as const)
    claim.do('recordPayee', VILLAGE, heir(payee, share));
  claim.do('markComplete', VILLAGE);
  for (const requirement of Object.keys(claim.open.evidence))
    claim.do('verifyItem', MAKER, { requirement, against: 'ORIGINAL' });
  claim.do('recordMembership', MAKER, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' });
  return claim
    .do('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] })
    .do('checkFile', CHECKER)
    .do('submit', MAKER)
    .do('insurerReceived', INSURER, { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' })
    .do('approve', INSURER, approval('42500000'))
    .do('acceptDecision', VILLAGE);
}

describe('an accepted decision', () => {
  test('is ordered once for each line and payee, under ids that follow from them', () => {
    expect(steps.payment().open.payments[ORDER]).toEqual({
      id: ORDER,
      line: 'JKK_RAWAT_LN',
      payee: 'main',
      amountIdr: '42500000',
      paidIdr: null,
      status: 'requested',
      reference: null,
      paidDay: null,
      reasonCode: null,
    });
  });

  test('is shared among the heirs to the last rupiah', () => {
    const { payments } = heirs().open;
    expect(Object.values(payments).map(({ id, amountIdr }) => [id, amountIdr])).toEqual([
      ['JKK_RAWAT_LN.heir-1.1', '21250001'],
      ['JKK_RAWAT_LN.heir-2.1', '14166666'],
      ['JKK_RAWAT_LN.heir-3.1', '7083333'],
    ]);
  });

  test('adds up to what was decided, whatever the amount and the shares', () => {
    const state = heirs().open;
    const [claimed] = Object.values(state.lines);
    if (claimed === undefined) throw new Error('no line');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (idr) => {
        const line = { ...claimed, decidedIdr: String(idr) };
        const shares = [...sharesOf(state, line).values()];
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(BigInt(idr));
      }),
    );
  });

  test('is paid part by part, and the claim goes on with the last part only', () => {
    const claim = heirs();
    const pay = (order: string, amountIdr: string): JsonObject => payment(amountIdr, order);
    expect(claim.refusal('paid', INSURER, pay('JKK_RAWAT_LN.heir-1.1', '21250001'))).toBe('command/guard');
    claim.do('paidPart', INSURER, pay('JKK_RAWAT_LN.heir-1.1', '21250001'));
    claim.do('paidPart', INSURER, pay('JKK_RAWAT_LN.heir-3.1', '7083333'));
    expect(claim.open).toMatchObject({ stage: 'payment' });
    expect(claim.open.lines['JKK_RAWAT_LN']).toMatchObject({ decidedIdr: '42500000', paidIdr: '28333334' });
    expect(claim.refusal('paidPart', INSURER, pay('JKK_RAWAT_LN.heir-2.1', '14166666'))).toBe('command/guard');
    claim.do('paid', INSURER, pay('JKK_RAWAT_LN.heir-2.1', '14166666'));
    expect(claim.open.stage).toBe('confirm');
    expect(claim.open.lines['JKK_RAWAT_LN']?.paidIdr).toBe('42500000');
    expect(amountFindings(claim.open)).toEqual([]);
    claim.do('confirmPart', FAMILY, { payee: 'heir-1', channel: 'PHONE' });
    expect(claim.refusal('confirmReceipt', FAMILY, { payee: 'heir-2', channel: 'PHONE' })).toBe('command/guard');
    claim.do('confirmReceipt', VILLAGE, { channel: 'BANK_RECORD' });
    expect(statuses(claim)).toEqual({
      'JKK_RAWAT_LN.heir-1.1': 'confirmed',
      'JKK_RAWAT_LN.heir-2.1': 'confirmed',
      'JKK_RAWAT_LN.heir-3.1': 'confirmed',
    });
  });

  test.each([
    ['of two halves and a third', [heir('heir-1', '1/2'), heir('heir-2', '1/2'), heir('heir-3', '1/3')]],
    ['of one half', [heir('heir-1', '1/2')]],
  ])('needs shares that add up: not %s', (_what, payees) => {
    const claim = steps.complete();
    for (const payee of payees) claim.do('recordPayee', VILLAGE, payee);
    expect(claim.refusal('markComplete', VILLAGE)).toBe('command/guard');
  });
});

describe('a payment order', () => {
  test('is paid once: the same report again is refused', () => {
    const claim = steps.confirm();
    expect(claim.refusal('paidPart', INSURER, payment('42500000'))).toBe('command/guard');
  });

  test('that the claim never gave is not believed', () => {
    expect(steps.payment().refusal('paid', INSURER, payment('42500000', 'JKK_TRANSPORT.main.1'))).toBe('command/guard');
  });

  test('keeps its result though the receipt of the order comes after it', () => {
    const claim = steps.confirm().do('paymentOrdered', INSURER, { order: ORDER, paymentReference: 'PAY-1' });
    expect(statuses(claim)).toEqual({ [ORDER]: 'paid' });
  });

  test('to a closed account is made again, as another order, once another officer has verified the new account', () => {
    const claim = steps.payment().do('paymentFailed', INSURER, failure());
    expect(claim.open.flags).toContain('payment_failed');
    expect(Object.values(claim.open.tasks)).toContainEqual(
      expect.objectContaining({ name: 'paymentFailed', role: 'district_officer', status: 'unassigned' }),
    );
    expect(claim.refusal('reorderPayment', CHECKER)).toBe('command/guard');
    claim.do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: STATEMENT });
    expect(claim.refusal('reorderPayment', CHECKER)).toBe('command/guard');
    claim.do('verifyAccount', CHECKER, { against: 'BANK_LETTER' }).do('reorderPayment', CHECKER);
    expect(statuses(claim)).toEqual({ [ORDER]: 'failed', 'JKK_RAWAT_LN.main.2': 'requested' });
    claim.do('paid', INSURER, payment('42500000', 'JKK_RAWAT_LN.main.2'));
    expect(claim.open.lines['JKK_RAWAT_LN']?.paidIdr).toBe('42500000');
  });

  test('that came back after it was paid takes the money off the line again', () => {
    const claim = steps.confirm().do('paymentReturned', INSURER, failure());
    expect(claim.open.lines['JKK_RAWAT_LN']?.paidIdr).toBeNull();
    expect(claim.refusal('confirmReceipt', VILLAGE, { channel: 'VISIT' })).toBe('command/guard');
    claim.do('verifyAccount', CHECKER, { against: 'PASSBOOK' }).do('reorderPayment', MAKER);
    expect(claim.open).toMatchObject({ stage: 'payment', attempts: { payment: { number: 2, status: 'requested' } } });
  });

  test('of another amount than ordered is explained by an officer with a proof, or not believed', () => {
    const claim = steps.payment();
    expect(claim.refusal('paid', INSURER, payment('42493500'))).toBe('command/guard');
    claim.do('explainDifference', MAKER, { ...payment('42493500'), reasonCode: 'BANK_FEE', paper: PROOF });
    expect(claim.open.flags).toContain('amounts_differ');
    expect(amountFindings(claim.open)).toEqual([
      { line: 'JKK_RAWAT_LN', between: 'decided-paid', differenceIdr: '6500', explainedBy: 'BANK_FEE' },
    ]);
    claim.do('acceptSettled', VILLAGE).do('confirmReceipt', VILLAGE, { channel: 'VISIT' });
    expect(claim.open).toMatchObject({ outcome: 'paid_part' });
  });

  test('is disputed by the family and settled by proof', () => {
    const claim = steps.confirm().do('disputeReceipt', FAMILY);
    expect(statuses(claim)).toEqual({ [ORDER]: 'disputed' });
    claim.do('insurerSettlesDispute', MAKER, { paymentReference: 'PAY-1' });
    expect(statuses(claim)).toEqual({ [ORDER]: 'paid' });
  });
});

describe('an objection won after a part was paid', () => {
  const won = (): TestCase =>
    steps
      .review()
      .do('approvePart', INSURER, later('2026-01-05T04:00:00.000Z', part('30000000')))
      .do('acceptDecision', VILLAGE)
      .do('objectToRest', FAMILY, { reasonCode: 'FACTS_DIFFER' });

  test('pays the difference only, though the first payment is reported while the objection runs', () => {
    const claim = won().do('paidPart', INSURER, payment('30000000'));
    claim.do('approve', INSURER, later('2026-01-05T05:00:00.000Z', approval('42500000'))).do('acceptDecision', VILLAGE);
    expect(claim.open.payments['JKK_RAWAT_LN.main.2']).toMatchObject({ amountIdr: '12500000', status: 'requested' });
    claim.do('paid', INSURER, payment('12500000', 'JKK_RAWAT_LN.main.2'));
    expect(claim.open.lines['JKK_RAWAT_LN']?.paidIdr).toBe('42500000');
  });

  test('counts what is on its way: nothing is ordered a second time', () => {
    const claim = won();
    claim.do('approve', INSURER, later('2026-01-05T05:00:00.000Z', approval('42500000')));
    expect(duesOf(claim.open)).toEqual([{ line: 'JKK_RAWAT_LN', payee: 'main', amountIdr: 12_500_000n }]);
  });

  test('is decided by another person than the first decision', () => {
    const claim = steps
      .review()
      .do('reject', INSURER, { ...rejection(), decider: 'CAB-BLITAR-1' })
      .do('fileObjection', FAMILY, { reasonCode: 'FACTS_DIFFER' });
    expect(claim.refusal('approve', INSURER, { ...approval('42500000'), decider: 'CAB-BLITAR-1' })).toBe(
      'command/guard',
    );
    expect(
      claim.refusal('maintain', INSURER, { reasonCode: 'NOT_PROVEN', article: 'Pasal 34', decider: 'CAB-BLITAR-1' }),
    ).toBe('command/guard');
    claim.do('maintain', INSURER, { reasonCode: 'NOT_PROVEN', article: 'Pasal 34', decider: 'KANWIL-JATIM' });
    claim.do('recordAppeal', FAMILY, { body: 'OMBUDSMAN', day: '2026-01-06' });
    expect(claim.open).toMatchObject({ outcome: 'rejected', flags: ['appeal_filed'] });
  });
});

describe('a decision that the insurer reverses', () => {
  const first = '2026-01-05T04:00:00.000Z';
  const second = '2026-01-05T06:00:00.000Z';

  test('is decided anew, and what was not on its way yet is not ordered any more', () => {
    const claim = steps
      .review()
      .do('approve', INSURER, later(first, approval('42500000')))
      .do('acceptDecision', VILLAGE);
    claim.do('reverseDecision', INSURER, later(second, part('20000000')));
    expect(claim.open).toMatchObject({ stage: 'decided', flags: ['decision_reversed'] });
    expect(statuses(claim)).toEqual({ [ORDER]: 'cancelled' });
    claim.do('acceptDecision', VILLAGE);
    expect(claim.open.payments['JKK_RAWAT_LN.main.2']).toMatchObject({ amountIdr: '20000000' });
  });

  test('is ordered anew by an attempt of its own, whatever a late report of the first attempt says', () => {
    const claim = steps
      .review()
      .do('approve', INSURER, later(first, approval('42500000')))
      .do('acceptDecision', VILLAGE);
    claim.do('reverseDecision', INSURER, later(second, part('20000000'))).do('acceptDecision', VILLAGE);
    claim.do('ordersDelivered', INSURER, {}, 1);
    expect(claim.open.attempts['payment']).toEqual({ number: 2, status: 'requested' });
    claim.do('ordersDelivered', INSURER, {}, 2);
    expect(claim.open.attempts['payment']).toEqual({ number: 2, status: 'answered' });
  });

  test('after the money went out must be explained before the claim can end', () => {
    const claim = steps
      .review()
      .do('approve', INSURER, later(first, approval('42500000')))
      .do('acceptDecision', VILLAGE);
    claim.do('paid', INSURER, payment('42500000')).do('reverseDecision', INSURER, later(second, part('20000000')));
    claim.do('acceptSettled', VILLAGE);
    expect(claim.refusal('confirmReceipt', VILLAGE, { channel: 'VISIT' })).toBe('command/guard');
    claim.do('explainAmounts', MAKER, { line: 'JKK_RAWAT_LN', reasonCode: 'REVERSED_AFTER_PAYMENT', paper: PROOF });
    claim.do('confirmReceipt', VILLAGE, { channel: 'VISIT' });
    expect(claim.open.status).toBe('closed');
  });

  test('stands against an older one that comes late', () => {
    const claim = steps.review().do('approvePart', INSURER, later(second, part('20000000')));
    expect(claim.refusal('reverseDecision', INSURER, later(first, approval('42500000')))).toBe('command/guard');
  });
});

describe('an heir found wrong after the approval', () => {
  test('is ordered nothing until the right one is recorded and verified', () => {
    const claim = heirs().do('paidPart', INSURER, payment('21250001', 'JKK_RAWAT_LN.heir-1.1'));
    claim.do('blockPayee', MAKER, { payee: 'heir-2', reasonCode: 'NOT_THE_HEIR' });
    expect(statuses(claim)).toMatchObject({
      'JKK_RAWAT_LN.heir-2.1': 'cancelled',
      'JKK_RAWAT_LN.heir-3.1': 'requested',
    });
    expect(claim.open.flags).toContain('payee_disputed');
    expect(claim.refusal('reorderPayment', CHECKER)).toBe('command/guard');
    claim.do('recordPayee', VILLAGE, heir('heir-2', '1/3'));
    expect(claim.refusal('reorderPayment', CHECKER)).toBe('command/guard');
    claim.do('verifyAccount', CHECKER, { payee: 'heir-2', against: 'BANK_CALL' }).do('reorderPayment', CHECKER);
    expect(statuses(claim)).toMatchObject({ 'JKK_RAWAT_LN.heir-2.2': 'requested' });
    expect(claim.open.flags).not.toContain('payee_disputed');
  });

  test('whose cancelled order was on its way after all is told, and blocks the end of the claim', () => {
    const claim = steps.payment().do('blockPayee', MAKER, { reasonCode: 'NOT_THE_HEIR' });
    claim
      .do('recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT })
      .do('verifyAccount', CHECKER, { against: 'PASSBOOK' })
      .do('reorderPayment', CHECKER)
      .do('paidPart', INSURER, payment('42500000', ORDER))
      .do('paid', INSURER, payment('42500000', 'JKK_RAWAT_LN.main.2'));
    expect(claim.open.flags).toContain('overpaid');
    expect(claim.refusal('confirmReceipt', VILLAGE, { channel: 'VISIT' })).toBe('command/guard');
  });
});

describe('a claim that is withdrawn while the insurer has it', () => {
  const sent = (): TestCase => steps.decided().do('withdrawSubmitted', FAMILY, { reasonCode: 'OWN_WISH' });

  test('stays open until the insurer has let it go, and is not paid meanwhile', () => {
    const claim = sent();
    expect(claim.open).toMatchObject({ status: 'open', attempts: { withdrawal: { number: 1, status: 'requested' } } });
    expect(claim.refusal('acceptDecision', VILLAGE)).toBe('command/guard');
    claim.do('insurerAcceptsWithdrawal', INSURER, { reasonCode: 'OWN_WISH' });
    expect(claim.open).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  });

  test('goes on if the insurer does not let it go, and an officer is asked', () => {
    const claim = sent().do('insurerRefusesWithdrawal', INSURER, { reasonCode: 'NOT_WITHDRAWABLE' });
    expect(claim.open).toMatchObject({ stage: 'decided', flags: [] });
    expect(Object.values(claim.open.tasks).map(({ name }) => name)).toContain('insurerRefusesWithdrawal');
    claim.do('acceptDecision', VILLAGE);
  });

  test('cannot be withdrawn without the insurer, nor once money has arrived', () => {
    expect(steps.decided().refusal('withdraw', FAMILY, { reasonCode: 'OWN_WISH' })).toBe('command/wrong-stage');
    const claim = heirs().do('paidPart', INSURER, payment('21250001', 'JKK_RAWAT_LN.heir-1.1'));
    expect(claim.refusal('withdrawSubmitted', FAMILY, { reasonCode: 'OWN_WISH' })).toBe('command/guard');
  });
});

describe('a like claim found before submitting', () => {
  test('stops the submission, is judged by a person, and lets it go on', () => {
    const other = '3f6a1c52-0000-4000-8000-000000000009';
    const system = actor('system', 'system', '');
    const claim = steps.ready().do('submit', MAKER).do('duplicateFound', system, { caseId: other });
    expect(claim.open).toMatchObject({ stage: 'ready', flags: ['duplicate_suspected'] });
    expect(claim.refusal('submit', MAKER)).toBe('command/guard');
    claim.do('clearDuplicate', MAKER, { caseId: other, reasonCode: 'ANOTHER_MATTER' }).do('submit', MAKER);
    expect(claim.open.facts['duplicatesCleared']).toEqual([other]);
  });
});

describe('what an officer says in the insurer’s name', () => {
  test('needs the insurer’s letter', () => {
    const claim = steps.ready().do('submit', MAKER).do('filingPrepared', INSURER, { channel: 'manual' });
    const receipt = { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' };
    expect(claim.refusal('insurerReceived', MAKER, receipt)).toBe('command/guard');
    claim.do('insurerReceived', MAKER, { ...receipt, paper: PROOF });
    expect(claim.refusal('approve', MAKER, approval('42500000'))).toBe('command/guard');
    claim.do('approve', MAKER, { ...approval('42500000'), paper: PROOF }).do('acceptDecision', VILLAGE);
    claim.do('paid', CHECKER, { ...payment('42500000'), paper: PROOF });
    expect(claim.open.stage).toBe('confirm');
  });
});

describe('a late payment', () => {
  test('is shown with its days and one per cent a day, unverified, and never charged', () => {
    const claim = steps.payment();
    const late = (now: string) => latePayments(claim.open, calendar, now);
    expect(late('2026-01-14T16:59:59.999Z')).toEqual([]); // the seventh working day: nothing is late
    expect(late('2026-01-16T02:00:00.000Z')).toMatchObject([
      { order: ORDER, days: 2, amountIdr: '850000', charged: false, legalBasis: { verified: false } },
    ]);
    claim.do('paid', INSURER, { ...payment('42500000'), paidDay: '2026-01-15' });
    expect(latePayments(claim.open, calendar, '2026-03-01T02:00:00.000Z')).toMatchObject([{ days: 1 }]);
  });
});

describe('the treatment after a stage I report', () => {
  test('is recorded as it goes, and each record puts the follow-up off', () => {
    const claim = steps.reported();
    claim.at('2026-01-20T02:00:00.000Z').do('recordTreatment', VILLAGE, { day: '2026-01-19', place: 'ABROAD' });
    expect(claim.open).toMatchObject({ stage: 'reported', facts: { treatments: [{ place: 'ABROAD' }] } });
    expect(claim.open.clocks['followUp#2']?.entries[0]?.at).toBe('2026-01-20T02:00:00.000Z');
    expect(claim.open.clocks['followUp#1']?.entries.at(-1)?.action).toBe('stopped');
  });
});

describe('a scholarship', () => {
  test('goes on year by year to the last year of the last level, each year a line of its own', () => {
    const claim = schoolYear(new TestCase().do('openClaim', VILLAGE, SCHOLARSHIP), 'BEASISWA_SMA', '3000000');
    const wanted = [
      ['SMA', 'BEASISWA_SMA_2', '3000000'],
      ['SMA', 'BEASISWA_SMA_3', '3000000'],
      ['PT', 'BEASISWA_PT', '12000000'],
      ['PT', 'BEASISWA_PT_2', '12000000'],
      ['PT', 'BEASISWA_PT_3', '12000000'],
      ['PT', 'BEASISWA_PT_4', '12000000'],
    ] as const;
    for (const [level, code, idr] of wanted) {
      expect(claim.refusal('confirmReceipt', VILLAGE, { channel: 'VISIT' })).toBe('command/guard');
      claim.do('confirmSchoolYear', VILLAGE, { channel: 'VISIT' });
      expect(claim.open).toMatchObject({ stage: 'schooling', status: 'open' });
      expect(claim.refusal('beginSchoolYear', VILLAGE, { level: 'SMP' })).toBe('command/guard');
      schoolYear(claim.do('beginSchoolYear', VILLAGE, { level }), code, idr);
    }
    expect(claim.refusal('confirmSchoolYear', VILLAGE, { channel: 'VISIT' })).toBe('command/guard');
    claim.do('confirmReceipt', VILLAGE, { channel: 'VISIT' });
    expect(claim.open).toMatchObject({ status: 'closed', outcome: 'paid_full' });
    expect(Object.values(claim.open.lines).every(({ askedIdr, paidIdr }) => askedIdr === paidIdr)).toBe(true);
  });

  test('never expires: it begins anew each year', () => {
    const claim = new TestCase().do('openClaim', VILLAGE, SCHOLARSHIP);
    expect(Object.keys(claim.open.clocks)).toEqual(['gathering#1']);
  });

  test('ends early when the child leaves school', () => {
    const claim = schoolYear(new TestCase().do('openClaim', VILLAGE, SCHOLARSHIP), 'BEASISWA_SMA', '3000000');
    claim
      .do('confirmSchoolYear', VILLAGE, { channel: 'VISIT' })
      .do('leaveSchool', FAMILY, { reasonCode: 'SCHOOL_LEFT' });
    expect(claim.open).toMatchObject({ status: 'closed', outcome: 'paid_full' });
  });
});

describe('what the money of a claim refuses', () => {
  const OTHER = '3f6a1c52-0000-4000-8000-000000000009';
  const SYSTEM = actor('system', 'system', '');
  const reason = (reasonCode: string): JsonObject => ({ reasonCode });
  const child = { child: STATEMENT, level: 'SD', askedIdr: '1500000' };
  const dead = (): TestCase => {
    const claim = steps.decided();
    (claim.open.facts as Record<string, unknown>)['accidentOutcome'] = 'DIED';
    return claim;
  };

  test.each([
    [
      'a withdrawal that was never sent',
      () => steps.decided().refusal('insurerAcceptsWithdrawal', INSURER, reason('OWN_WISH')),
    ],
    [
      'a withdrawal sent twice',
      () =>
        steps
          .decided()
          .do('withdrawSubmitted', FAMILY, reason('FILED_ELSEWHERE'))
          .refusal('withdrawSubmitted', FAMILY, reason('OWN_WISH')),
    ],
    [
      'a reversal that changes nothing',
      () => steps.decided().refusal('reverseDecision', INSURER, approval('42500000')),
    ],
    [
      'an objection to a rest that there is not',
      () => steps.payment().refusal('objectToRest', FAMILY, reason('NEW_EVIDENCE')),
    ],
    [
      'clearing a suspicion that nobody has',
      () => steps.ready().refusal('clearDuplicate', CHECKER, { caseId: OTHER, ...reason('ANOTHER_MATTER') }),
    ],
    [
      'settling a difference that is not',
      () => steps.payment().refusal('settleFinding', MAKER, reason('NOTHING_TO_DO')),
    ],
    [
      'an explanation of amounts that add up',
      () =>
        steps.confirm().refusal('explainAmounts', MAKER, {
          line: 'JKK_RAWAT_LN',
          reasonCode: 'INSURER_CORRECTION',
          paper: PROOF,
        }),
    ],
    [
      'an explanation of the amount that was ordered',
      () =>
        steps
          .payment()
          .refusal('explainDifference', MAKER, { ...payment('42500000'), reasonCode: 'BANK_FEE', paper: PROOF }),
    ],
    [
      'money back that never came',
      () => steps.payment().do('paymentFailed', INSURER, failure()).refusal('paymentReturned', INSURER, failure()),
    ],
    [
      'an order that is not known',
      () => steps.payment().refusal('paymentOrdered', INSURER, { order: 'X.main.1', paymentReference: 'PAY-1' }),
    ],
    ['ending before anything is paid', () => steps.decided().refusal('acceptSettled', VILLAGE)],
    [
      'holding back somebody who gets nothing',
      () => steps.payment().refusal('blockPayee', MAKER, { payee: 'heir-9', ...reason('HEIR_DISPUTED') }),
    ],
    [
      'ending a claim of which nothing was approved',
      () => steps.review().do('reject', INSURER, rejection()).refusal('acceptSettled', VILLAGE),
    ],
    [
      'confirming for the only one',
      () => steps.confirm().refusal('confirmPart', FAMILY, { payee: 'main', channel: 'PHONE' }),
    ],
    [
      'confirming for one of one',
      () => steps.confirm().refusal('confirmPart', FAMILY, { payee: 'heir-1', channel: 'PHONE' }),
    ],
    [
      'another school year of a claim that is none',
      () => steps.confirm().refusal('confirmSchoolYear', FAMILY, { channel: 'VISIT' }),
    ],
    [
      'more than a year’s scholarship',
      () => dead().refusal('openScholarship', VILLAGE, { ...child, askedIdr: '9000000' }),
    ],
    [
      'a scholarship for a third child',
      () => {
        const claim = dead();
        for (const n of [7, 8]) {
          claim.do('openScholarship', VILLAGE, child);
          claim.do('linkedCaseOpened', SYSTEM, {
            caseId: `3f6a1c52-0000-4000-8000-00000000000${n}`,
            relation: 'scholarship',
          });
        }
        return claim.refusal('openScholarship', VILLAGE, child);
      },
    ],
    [
      'accepting a second time what is paid already',
      () =>
        steps
          .review()
          .do('approvePart', INSURER, part('30000000'))
          .do('acceptDecision', VILLAGE)
          .do('paid', INSURER, payment('30000000'))
          .do('objectToRest', FAMILY, reason('ARTICLE_DIFFERS'))
          .do('approvePart', INSURER, part('30000000'))
          .refusal('acceptDecision', VILLAGE),
    ],
  ] as const)('%s', (_what, attempt) => {
    expect(attempt()).toMatch(/^command\/(guard|maker-is-checker)$/);
  });

  test('the difference that the reconciler found is settled by an officer', () => {
    const claim = steps.payment().do('reconcileFinding', SYSTEM, { finding: 'PAYMENT_DIFFERS' });
    expect(Object.values(claim.open.tasks).map(({ name }) => name)).toContain('reconcileFinding');
    claim.do('settleFinding', MAKER, reason('RECORDED_BY_HAND'));
    expect(claim.open.flags).toEqual([]);
  });
});
