import { jakartaDay } from './calendar.ts';
import type { JournalEvent, JournalRecord } from './journal-event.ts';
import { toEntries } from './ledger.ts';
import type { PaidLine } from './contract.ts';
import type { Plan, PlanScope } from './plan.ts';
import {
  getClaim,
  isFullyPaid,
  isOpen,
  lineKey,
  payableLines,
  type Claim,
  type Payment,
  type QueuedCallback,
  type State,
} from './state.ts';

function getPayment(claim: Claim, paymentReference: string): Payment {
  const payment = claim.payments.find((each) => each.paymentReference === paymentReference);
  if (!payment) throw new Error(`the journal knows no payment ${paymentReference}`);
  return payment;
}

function getCallback(state: State, callbackId: string): QueuedCallback {
  const callback = state.callbacks.get(callbackId);
  if (!callback) throw new Error(`the journal knows no callback ${callbackId}`);
  return callback;
}

function countNumber(state: State, reference: string): void {
  const cut = reference.lastIndexOf('-');
  state.numbers.set(reference.slice(0, cut), Number(reference.slice(cut + 1)));
}

/** Folds one journal record into the state. */
export function evolve(state: State, { at, events }: JournalRecord): void {
  for (const event of events) {
    applyEvent(state, event, at);
    if ('reference' in event && event.type !== 'callback-queued' && event.type !== 'key-used') {
      touch(state, getClaim(state, event.reference), at);
    }
  }
}

function touch(state: State, claim: Claim, at: string): void {
  claim.updatedAt = at;
  const day = jakartaDay(at);
  const claims = state.activity.get(day);
  if (claims) claims.add(claim);
  else state.activity.set(day, new Set([claim]));
}

function applyEvent(state: State, event: JournalEvent, at: string): void {
  switch (event.type) {
    case 'ledger-posted':
      state.ledger.push(...toEntries(event.postings, state.ledger.length, at));
      return;
    case 'plan-put':
      putPlan(state, event.scope, event.plan, at);
      return;
    case 'key-used':
      state.keys.set(event.key, event);
      return;
    case 'callback-queued': {
      const { callbackId, callbackType, reference, claimRef, occurredAt, body } = event;
      const callback = { callbackId, callbackType, reference, claimRef, occurredAt, body, attempts: 0 };
      state.callbacks.set(callbackId, callback);
      return;
    }
    case 'callback-delivered': {
      const callback = getCallback(state, event.callbackId);
      callback.deliveredAt = at;
      if (event.refusal !== undefined) callback.refusal = event.refusal;
      delete callback.body;
      return;
    }
    case 'accident-reported':
      state.accidents.set(event.accidentReference, event.report);
      countNumber(state, event.accidentReference);
      return;
    case 'claim-received':
      receive(state, event, at);
      return;
    default:
      applyToClaim(state, getClaim(state, event.reference), event, at);
  }
}

function putPlan(state: State, scope: PlanScope, plan: Plan, at: string): void {
  state.plans.set(scope, plan);
  const open = scope.startsWith('claim:') ? state.latest.get(scope.slice('claim:'.length)) : undefined;
  if (!open || !isOpen(open)) return;
  open.plan = plan;
  open.taken.review = 0;
  open.taken.payment = 0;
  open.waitingSince = at;
}

function receive(state: State, event: JournalEvent & { type: 'claim-received' }, at: string): void {
  const { documents, ...submission } = event.submission;
  const claim: Claim = {
    reference: event.reference,
    submission,
    receivedAt: at,
    updatedAt: at,
    waitingSince: at,
    status: 'received',
    plan: event.plan,
    taken: { review: 0, payment: 0 },
    documents: [...documents],
    decisions: [],
    payments: [],
  };
  state.claims.set(claim.reference, claim);
  state.latest.set(submission.claimRef, claim);
  countNumber(state, claim.reference);
}

type ClaimEvent = Exclude<
  JournalEvent,
  {
    type:
      | 'ledger-posted'
      | 'plan-put'
      | 'key-used'
      | 'callback-queued'
      | 'callback-delivered'
      | 'claim-received'
      | 'accident-reported';
  }
>;

function applyToClaim(state: State, claim: Claim, event: ClaimEvent, at: string): void {
  // A second order does not put off the payment that is already on its way.
  if (!claim.payments.some((payment) => payment.status === 'ordered') || event.type !== 'payment-ordered') {
    claim.waitingSince = at;
  }
  switch (event.type) {
    case 'intake-accepted':
      claim.status = 'in-review';
      return;
    case 'intake-refused':
      claim.status = 'intake-refused';
      claim.intakeRefusal = { reasonCode: event.reasonCode, article: event.article };
      claim.taken.review += 1;
      return;
    case 'information-requested':
      claim.status = 'information-requested';
      claim.informationRequest = event.request;
      claim.taken.review += 1;
      return;
    case 'information-received':
      claim.status = 'in-review';
      delete claim.informationRequest;
      claim.documents.push(...event.documents);
      return;
    case 'claim-decided':
      claim.status = 'decided';
      claim.decisions = event.lines;
      claim.decider = event.decider;
      claim.decidedAt = at;
      claim.taken[event.reversal === true ? 'payment' : 'review'] += 1;
      if (payableLines(claim).length > 0 && isFullyPaid(claim)) claim.status = 'paid';
      return;
    case 'claim-withdrawn':
      claim.status = 'withdrawn';
      return;
    case 'objection-received':
      claim.status = 'in-review';
      return;
    case 'payment-ordered': {
      const { paymentReference, orderRef, lines, accountToken } = event;
      claim.payments.push({ paymentReference, orderRef, status: 'ordered', lines, accountToken, orderedAt: at });
      take(state, claim, paymentReference, lines);
      countNumber(state, paymentReference);
      return;
    }
    case 'payment-paid': {
      const payment = getPayment(claim, event.paymentReference);
      payment.status = 'paid';
      payment.paidDay = event.paidDay;
      claim.taken.payment += 1;
      if (claim.status === 'decided' && isFullyPaid(claim)) claim.status = 'paid';
      return;
    }
    case 'payment-failed':
    case 'payment-returned': {
      const payment = getPayment(claim, event.paymentReference);
      payment.status = event.type === 'payment-failed' ? 'failed' : 'returned';
      payment.reasonCode = event.reasonCode;
      claim.taken.payment += 1;
      if (claim.status === 'paid') claim.status = 'decided';
      for (const { code } of payment.lines)
        state.takenLines.get(lineKey(claim.submission.claimRef, code))?.delete(payment.paymentReference);
    }
  }
}

function take(state: State, claim: Claim, paymentReference: string, lines: readonly PaidLine[]): void {
  for (const { code, amountIdr } of lines) {
    const key = lineKey(claim.submission.claimRef, code);
    const payments = state.takenLines.get(key) ?? new Map<string, bigint>();
    state.takenLines.set(key, payments.set(paymentReference, BigInt(amountIdr)));
  }
}
