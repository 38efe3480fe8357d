import { jakartaDay } from './calendar.ts';
import { callbackQueued } from './callback.ts';
import type { DecidedLine, JournalEvent } from './journal-event.ts';
import { reversalPostings } from './ledger.ts';
import type { Step } from './plan.ts';
import type { Claim, Payment } from './state.ts';

/** What the insurer does next with a claim, if it is its turn. */
export interface Move {
  readonly delayMs: number;
  readonly decide: (at: string) => readonly JournalEvent[];
}

type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;

/** Says what comes next; undefined while the insurer waits for the other side, is silent, or is done. */
export function nextMove(claim: Claim): Move | undefined {
  const step = claim.plan.steps[claim.stepsTaken];
  const delayMs = (step && 'delayMs' in step ? step.delayMs : undefined) ?? claim.plan.delayMs;
  switch (claim.status) {
    case 'received':
      return { delayMs: claim.plan.delayMs, decide: (at) => acceptIntake(claim, at) };
    case 'in-review': {
      const decide = step && reviewStep(claim, step);
      return decide && { delayMs, decide };
    }
    case 'decided': {
      const payment = claim.payments.find((each) => each.status === 'ordered');
      if (!payment) return undefined;
      return {
        delayMs,
        decide: (at) => (step?.do === 'fail-payment' ? failPayment(claim, payment, step, at) : pay(claim, payment, at)),
      };
    }
    case 'information-requested':
    case 'intake-refused':
    case 'paid':
      return undefined;
  }
}

function reviewStep(claim: Claim, step: Step): Move['decide'] | undefined {
  switch (step.do) {
    case 'request-information':
      return (at) => requestInformation(claim, step, at);
    case 'decide':
      return (at) => decideLines(claim, step, at);
    case 'approve':
      return (at) => decideLines(claim, { do: 'decide', lines: [] }, at);
    case 'reject':
      return (at) => rejectAll(claim, step, at);
    case 'refuse-intake':
    case 'pay':
    case 'fail-payment':
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

function decided(claim: Claim, lines: readonly DecidedLine[], at: string): JournalEvent[] {
  return [
    { type: 'claim-decided', reference: claim.reference, lines },
    callbackQueued('claim.decided', claim, at, { lines }),
  ];
}

function decideLines(claim: Claim, { lines }: StepOf<'decide'>, at: string): JournalEvent[] {
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
  return decided(claim, decisions, at);
}

function rejectAll(claim: Claim, { reasonCode, article }: StepOf<'reject'>, at: string): JournalEvent[] {
  const lines = claim.submission.lines.map(({ code }): DecidedLine => ({
    code,
    decision: 'rejected',
    approvedIdr: '0',
    reasonCode,
    article,
  }));
  return decided(claim, lines, at);
}

function pay(claim: Claim, { paymentReference, lines }: Payment, at: string): JournalEvent[] {
  const paidDay = jakartaDay(at);
  return [
    { type: 'payment-paid', reference: claim.reference, paymentReference, paidDay },
    callbackQueued('payment.paid', claim, at, { paymentReference, lines, paidDay }),
  ];
}

function failPayment(claim: Claim, payment: Payment, step: StepOf<'fail-payment'>, at: string): JournalEvent[] {
  const { paymentReference, lines } = payment;
  const { reference } = claim;
  const { claimRef } = claim.submission;
  const { reasonCode } = step;
  return [
    { type: 'payment-failed', reference, paymentReference, reasonCode },
    { type: 'ledger-posted', postings: reversalPostings({ claimRef, reference, paymentReference, lines }) },
    callbackQueued('payment.failed', claim, at, { paymentReference, reasonCode }),
  ];
}
