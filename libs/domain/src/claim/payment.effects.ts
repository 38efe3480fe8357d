import type { CaseEvent } from '../kernel/event.ts';
import type { Effect, Situation } from '../kernel/registry.ts';
import type { CaseState, Payment } from '../kernel/state.ts';
import type { JsonObject } from '../shared/text.ts';
import { MAIN_PAYEE, newOrders, paidIdrOf, payeesOf, paymentsOf, withPayee, type Payee } from './payments.ts';

const facts = (recorded: JsonObject): CaseEvent => ({ kind: 'facts.recorded', facts: recorded });
const changed = (payment: Payment): CaseEvent => ({ kind: 'payment.changed', payment });
const text = ({ input }: Situation, member: string): string => String(input[member]);
const payeeIn = ({ input }: Situation): string => String(input['payee'] ?? MAIN_PAYEE);
const paymentIn = (situation: Situation): Payment | undefined => situation.state?.payments[text(situation, 'order')];

/** The order as it is now, and the line with what has arrived for it. */
function settle(state: CaseState, payment: Payment): CaseEvent[] {
  const line = state.lines[payment.line];
  const others = paymentsOf(state, payment.line).filter(({ id }) => id !== payment.id);
  const paidIdr = paidIdrOf([...others, payment]);
  if (line === undefined || line.paidIdr === paidIdr) return [changed(payment)];
  const tooMuch = BigInt(paidIdr ?? '0') > BigInt(line.decidedIdr ?? '0');
  return [
    changed(payment),
    { kind: 'line.changed', line: { ...line, paidIdr } },
    // e.g. an order that was cancelled here was on its way after all.
    ...(tooMuch ? [{ kind: 'flag.raised', flag: 'overpaid' } as const] : []),
  ];
}

const settleOrder = (situation: Situation, change: (payment: Payment) => Payment): CaseEvent[] => {
  const payment = paymentIn(situation);
  return situation.state === null || payment === undefined ? [] : settle(situation.state, change(payment));
};

const paidNow = (situation: Situation): CaseEvent[] => [
  ...settleOrder(situation, (payment) => ({
    ...payment,
    status: 'paid',
    paidIdr: text(situation, 'amountIdr'),
    reference: text(situation, 'paymentReference'),
    paidDay: text(situation, 'paidDay'),
    reasonCode: typeof situation.input['reasonCode'] === 'string' ? situation.input['reasonCode'] : null,
  })),
  facts({ paymentReference: text(situation, 'paymentReference'), paidDay: text(situation, 'paidDay') }),
];

/** A payment that did not arrive or came back: nobody orders it again before another officer has seen the account. */
function notArrived(situation: Situation, status: 'failed' | 'returned'): CaseEvent[] {
  const payment = paymentIn(situation);
  const { state } = situation;
  if (state === null || payment === undefined) return [];
  const payees = payeesOf(state);
  const payee = payees.get(payment.payee);
  return [
    ...settle(state, {
      ...payment,
      status,
      paidIdr: null,
      reference: text(situation, 'paymentReference'),
      reasonCode: text(situation, 'reasonCode'),
    }),
    ...(payee === undefined
      ? []
      : [facts({ payees: withPayee(payees, payment.payee, { ...payee, mustVerify: true }) })]),
  ];
}

/** Orders that the insurer may not have seen yet; one that was on its way after all is believed when it is reported paid. */
export const cancelUnsent = (
  state: CaseState,
  reasonCode: string,
  isMeant = (_payment: Payment) => true,
): CaseEvent[] =>
  Object.values(state.payments)
    .filter((payment) => payment.status === 'requested' && isMeant(payment))
    .map((payment) => changed({ ...payment, status: 'cancelled', reasonCode }));

const mark = (
  { state }: Situation,
  from: Payment['status'],
  to: Payment['status'],
  isMeant: (payment: Payment) => boolean,
): CaseEvent[] =>
  Object.values(state?.payments ?? {})
    .filter((payment) => payment.status === from && isMeant(payment))
    .map((payment) => changed({ ...payment, status: to }));

const isOf =
  ({ input }: Situation) =>
  ({ payee }: Payment): boolean =>
    input['payee'] === undefined || input['payee'] === payee;

/** Whether money is already a matter of this account: then a change of it is looked at by another officer. */
const afterChecking = (state: CaseState | null): boolean => state?.stage === 'payment' || state?.stage === 'confirm';

/** What payment commands change besides the stage, by versioned name. */
export const paymentEffects = {
  'recordPayee@1': (situation) => {
    const { input, state } = situation;
    const key = payeeIn(situation);
    const payee: Payee = {
      kind: input['kind'] as Payee['kind'],
      account: input['account'] as unknown as Payee['account'],
      share: String(input['share'] ?? '1/1'),
      lines: (input['lines'] ?? null) as Payee['lines'],
      mustVerify: afterChecking(state),
      blocked: false,
    };
    // One payee of all, or several with their keys: the two do not stand beside each other.
    const others = [...(state === null ? [] : payeesOf(state))].filter(
      ([other]) => (other === MAIN_PAYEE) === (key === MAIN_PAYEE),
    );
    return [facts({ payees: withPayee(new Map(others), key, payee) })];
  },
  'verifyAccount@1': (situation) => {
    const { state } = situation;
    if (state === null) return [];
    const payees = payeesOf(state);
    const payee = payees.get(payeeIn(situation));
    if (payee === undefined) return [];
    return [facts({ payees: withPayee(payees, payeeIn(situation), { ...payee, mustVerify: false }) })];
  },
  'orderPayments@1': ({ state }) => (state === null ? [] : newOrders(state).map(changed)),
  'recordPaymentReference@1': (situation) => {
    const status = paymentIn(situation)?.status;
    // e.g. the bank was faster than the receipt: what became of the order is known already.
    if (status !== 'requested' && status !== 'cancelled') return [];
    const reference = text(situation, 'paymentReference');
    return settleOrder(situation, (payment) => ({ ...payment, status: 'ordered', reference, reasonCode: null }));
  },
  'recordPayment@1': paidNow,
  'recordPaymentFailure@1': (situation) => notArrived(situation, 'failed'),
  'recordPaymentReturn@1': (situation) => notArrived(situation, 'returned'),
  'blockPayee@1': (situation) => {
    const { state } = situation;
    if (state === null) return [];
    const key = payeeIn(situation);
    const payees = payeesOf(state);
    const payee = payees.get(key);
    return [
      ...cancelUnsent(state, text(situation, 'reasonCode'), (payment) => payment.payee === key),
      ...(payee === undefined ? [] : [facts({ payees: withPayee(payees, key, { ...payee, blocked: true }) })]),
    ];
  },
  'explainAmounts@1': (situation) => [
    facts({
      amountsExplained: [
        ...((situation.state?.facts['amountsExplained'] ?? []) as JsonObject[]),
        { line: text(situation, 'line'), reasonCode: text(situation, 'reasonCode') },
      ],
    }),
  ],
  'confirmPayments@1': (situation) => mark(situation, 'paid', 'confirmed', isOf(situation)),
  'disputePayments@1': (situation) => mark(situation, 'paid', 'disputed', isOf(situation)),
  'settleDispute@1': (situation) => mark(situation, 'disputed', 'paid', () => true),
} as const satisfies Record<string, Effect>;
