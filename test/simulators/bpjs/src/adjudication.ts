import { jakartaDay } from './calendar.ts';
import { callbackQueued } from './callback.ts';
import { decideByLaw } from './ceiling.ts';
import type { DecidedLine, JournalEvent } from './journal-event.ts';
import { reversalPostings } from './ledger.ts';
import { stepsOf, type Step } from './plan.ts';
import type { Claim, Payment } from './state.ts';

/** What the insurer does next with a claim, if it is its turn. */
export interface Move {
  readonly delayMs: number;
  readonly decide: (at: string) => readonly JournalEvent[];
}

type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;

/** Says what comes next; undefined while the insurer waits for the other side, is silent, or is done. */
export function nextMove(claim: Claim): Move | undefined {
  const review = stepsOf(claim.plan, 'review')[claim.taken.review];
  const step = stepsOf(claim.plan, 'payment')[claim.taken.payment];
  const delayOf = (next: Step | undefined): number =>
    (next && 'delayMs' in next ? next.delayMs : undefined) ?? claim.plan.delayMs;
  switch (claim.status) {
    case 'received':
      return { delayMs: claim.plan.delayMs, decide: (at) => acceptIntake(claim, at) };
    case 'in-review': {
      const decide = review && reviewStep(claim, review);
      return decide && { delayMs: delayOf(review), decide };
    }
    case 'decided':
    case 'paid': {
      const decide = moneyStep(claim, step);
      return decide && { delayMs: delayOf(step), decide };
    }
    case 'information-requested':
    case 'intake-refused':
    case 'withdrawn':
      return undefined;
  }
}

/** What becomes of the money: a reversal and a return come when the plan says so, all else waits for an order. */
function moneyStep(claim: Claim, step: Step | undefined): Move['decide'] | undefined {
  const ordered = claim.payments.find((each) => each.status === 'ordered');
  const paid = claim.payments.findLast((each) => each.status === 'paid');
  switch (step?.do) {
    case 'reverse':
      return (at) => decideLines(claim, step, at, true);
    case 'return-payment':
      return paid && ((at) => endPayment(claim, paid, step, 'payment-returned', at));
    case 'fail-payment':
      return ordered && ((at) => endPayment(claim, ordered, step, 'payment-failed', at));
    default:
      return ordered && ((at) => pay(claim, ordered, at));
  }
}

function reviewStep(claim: Claim, step: Step): Move['decide'] | undefined {
  switch (step.do) {
    case 'request-information':
      return (at) => requestInformation(claim, step, at);
    case 'decide':
      return (at) => decideLines(claim, step, at);
    case 'adjudicate':
      return (at) => adjudicate(claim, step, at);
    case 'approve':
      return (at) => decideLines(claim, { ...step, lines: [] }, at);
    case 'reject':
      return (at) => rejectAll(claim, step, at);
    default:
      return undefined;
  }
}

function acceptIntake(claim: Claim, at: string): JournalEvent[] {
  return [{ type: 'intake-accepted', reference: claim.reference }, callbackQueued('claim.received', claim, at)];
}

function requestInformation(claim: Claim, step: StepOf<'request-information'>, at: string): JournalEvent[] {
  const request = { documents: step.documents, reasonCode: step.reasonCode, article: step.article };
  return [
    { type: 'information-requested', reference: claim.reference, request },
    callbackQueued('claim.information-requested', claim, at, request),
  ];
}

/** Each further decision on a claim is made by the office above, unless the plan names another. */
const OFFICE_ABOVE: Readonly<Record<string, string>> = { CABANG: 'KANWIL', KANWIL: 'PUSAT' };
const deciderOf = (claim: Claim, planned: string | undefined): string =>
  planned ?? (claim.decider === undefined ? 'CABANG' : (OFFICE_ABOVE[claim.decider] ?? 'DIREKSI'));

function decided(
  claim: Claim,
  lines: readonly DecidedLine[],
  decider: string,
  at: string,
  reversal = false,
): JournalEvent[] {
  return [
    { type: 'claim-decided', reference: claim.reference, lines, decider, ...(reversal ? { reversal } : {}) },
    callbackQueued('claim.decided', claim, at, { lines, decider }),
  ];
}

interface DecidingStep {
  readonly lines: StepOf<'decide'>['lines'];
  readonly decider?: string | undefined;
}

function decideLines(claim: Claim, step: DecidingStep, at: string, reversal = false): JournalEvent[] {
  const { lines } = step;
  const decisions = claim.submission.lines.map(({ code, askedIdr }): DecidedLine => {
    const planned = lines.find((line) => line.code === code);
    if (!planned) return { code, decision: 'approved', approvedIdr: askedIdr };
    return {
      code,
      decision: planned.decision,
      approvedIdr: planned.decision === 'rejected' ? '0' : (planned.approvedIdr ?? askedIdr),
      ...(planned.reasonCode === undefined ? {} : { reasonCode: planned.reasonCode }),
      ...(planned.article === undefined ? {} : { article: planned.article }),
    };
  });
  return decided(claim, decisions, deciderOf(claim, step.decider), at, reversal);
}

/** By the rows of law that held on the day of the event, as a clerk with the decree on the desk would. */
function adjudicate(claim: Claim, { decider }: StepOf<'adjudicate'>, at: string): JournalEvent[] {
  const { lines, riskDay } = claim.submission;
  const decisions = lines.map(({ code, askedIdr }) => decideByLaw(code, askedIdr, riskDay));
  return decided(claim, decisions, deciderOf(claim, decider), at);
}

function rejectAll(claim: Claim, { reasonCode, article, decider }: StepOf<'reject'>, at: string): JournalEvent[] {
  const lines = claim.submission.lines.map(({ code }): DecidedLine => ({
    code,
    decision: 'rejected',
    approvedIdr: '0',
    reasonCode,
    article,
  }));
  return decided(claim, lines, deciderOf(claim, decider), at);
}

function pay(claim: Claim, { paymentReference, orderRef, lines }: Payment, at: string): JournalEvent[] {
  const paidDay = jakartaDay(at);
  return [
    { type: 'payment-paid', reference: claim.reference, paymentReference, paidDay },
    callbackQueued('payment.paid', claim, at, { paymentReference, orderRef, lines, paidDay }),
  ];
}

/** A payment that fails, or comes back after it was paid, is booked back. */
function endPayment(
  claim: Claim,
  payment: Payment,
  { reasonCode }: { readonly reasonCode: string },
  type: 'payment-failed' | 'payment-returned',
  at: string,
): JournalEvent[] {
  const { paymentReference, orderRef, lines } = payment;
  const { reference } = claim;
  const { claimRef } = claim.submission;
  const told = type === 'payment-failed' ? 'payment.failed' : 'payment.returned';
  return [
    { type, reference, paymentReference, reasonCode },
    { type: 'ledger-posted', postings: reversalPostings({ claimRef, reference, paymentReference, orderRef, lines }) },
    callbackQueued(told, claim, at, { paymentReference, orderRef, reasonCode }),
  ];
}
