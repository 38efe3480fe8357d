import { z } from 'zod';
import type { CaseState, JsonObject, Payment } from '@titian/domain';

const about = {
  callbackId: z.uuid(),
  reference: z.string().min(1).max(60),
  claimRef: z.uuid(),
  occurredAt: z.iso.datetime(),
  currency: z.string().max(10).default('IDR'),
};
const amountIdr = z.string().regex(/^\d{1,15}$/);
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/);
const article = z.string().max(120);
const aboutPayment = {
  ...about,
  paymentReference: z.string().min(1).max(60),
  orderRef: z.string().min(1).max(120),
};
const decidedLine = z.object({
  code,
  decision: z.enum(['approved', 'rejected']),
  approvedIdr: amountIdr,
  reasonCode: code.optional(),
  article: article.optional(),
});

/** What the insurer tells by callback. Unknown members are passed over: the insurer may add some. */
export const Callback = z.discriminatedUnion('type', [
  z.object({ ...about, type: z.literal('claim.received') }),
  z.object({ ...about, type: z.literal('claim.intake-refused'), reasonCode: code, article: article.optional() }),
  z.object({
    ...about,
    type: z.literal('claim.information-requested'),
    documents: z.array(code).min(1),
    reasonCode: code,
    article: article.optional(),
  }),
  z.object({
    ...about,
    type: z.literal('claim.decided'),
    lines: z.array(decidedLine).min(1),
    decider: code.optional(),
  }),
  z.object({
    ...aboutPayment,
    type: z.literal('payment.paid'),
    paidDay: z.iso.date(),
    lines: z.array(z.object({ code, amountIdr })).min(1),
  }),
  z.object({ ...aboutPayment, type: z.literal('payment.failed'), reasonCode: code }),
  z.object({ ...aboutPayment, type: z.literal('payment.returned'), reasonCode: code }),
]);
export type Callback = z.infer<typeof Callback>;
type CallbackOf<Type extends Callback['type']> = Extract<Callback, { type: Type }>;

/** Why a callback waits for a person. */
export type ParkReason =
  | 'unknown-claim'
  | 'other-reference'
  | 'unknown-order'
  | 'line-differs'
  | 'amount-differs'
  | 'currency-not-idr'
  | 'claim-closed'
  | 'contradicts'
  | 'refused';

/** A command that a callback may stand for. */
export interface Wish {
  readonly name: string;
  readonly input: JsonObject;
}

/** What a callback means for a case as it is now. Of several wishes the first that the case takes is meant. */
export type Meaning =
  | { readonly kind: 'wishes'; readonly wishes: readonly Wish[] }
  /** The case knows it, or what it says was overtaken. */
  | { readonly kind: 'nothing' }
  /** The case has not come so far: send it again. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'park'; readonly reason: ParkReason };

const NOTHING: Meaning = { kind: 'nothing' };
const WAIT: Meaning = { kind: 'wait' };
const park = (reason: ParkReason): Meaning => ({ kind: 'park', reason });
const wish = (name: string, input: JsonObject): Wish => ({ name, input });
const wishes = (...all: readonly Wish[]): Meaning => ({ kind: 'wishes', wishes: all });

/** Stages before the insurer's receipt is known. */
const BEFORE_RECEIPT = new Set(['ready', 'submitted']);
const UNDER_REVIEW = new Set(['insurer_review', 'objection']);
const DECIDED = new Set(['decided', 'payment', 'confirm']);

/**
 * Says what a callback means. Late, repeated and reordered ones converge: what a later one has overtaken means nothing any
 * more, what comes too early waits, and what contradicts the case is kept for a person.
 */
export function meaningOf(callback: Callback, state: CaseState): Meaning {
  if (callback.currency !== 'IDR') return park('currency-not-idr');
  switch (callback.type) {
    case 'claim.received':
      return NOTHING; // the submission tells the receipt
    case 'claim.intake-refused':
    case 'claim.information-requested':
    case 'claim.decided':
      return meaningForClaim(callback, state);
    case 'payment.paid':
    case 'payment.failed':
    case 'payment.returned':
      return meaningForPayment(callback, state);
  }
}

function meaningForClaim(
  callback: CallbackOf<'claim.intake-refused' | 'claim.information-requested' | 'claim.decided'>,
  state: CaseState,
): Meaning {
  const known = state.facts['insurerReference'];
  if (BEFORE_RECEIPT.has(state.stage)) return callback.type === 'claim.intake-refused' ? intakeRefused(callback) : WAIT;
  if (known !== callback.reference) return park('other-reference');
  switch (callback.type) {
    case 'claim.intake-refused':
      return state.stage === 'insurer_review' ? intakeRefused(callback) : NOTHING;
    case 'claim.information-requested':
      return informationRequested(callback, state);
    case 'claim.decided':
      return decided(callback, state);
  }
}

const intakeRefused = ({ reasonCode, article: why }: CallbackOf<'claim.intake-refused'>): Meaning =>
  wishes(wish('insurerRefusedIntake', { reasonCode, ...(why === undefined ? {} : { article: why }) }));

function informationRequested(
  { reference, documents, reasonCode, article: why }: CallbackOf<'claim.information-requested'>,
  state: CaseState,
): Meaning {
  if (state.stage !== 'insurer_review') return NOTHING; // e.g. it was decided meanwhile
  if (state.suspension !== null) return NOTHING; // the family is asked already
  return wishes(
    wish('insurerRequestsInfo', { reference, documents, reasonCode, ...(why === undefined ? {} : { article: why }) }),
  );
}

function decided(callback: CallbackOf<'claim.decided'>, state: CaseState): Meaning {
  const { reference, lines, decider, occurredAt } = callback;
  const decidedAt = new Date(occurredAt).toISOString();
  const before = state.facts['decidedAt'];
  if (typeof before === 'string' && decidedAt <= before) return NOTHING;
  const by = decider === undefined ? {} : { decider };
  const input = { reference, decidedAt, ...by, lines: toJson(lines) };
  if (UNDER_REVIEW.has(state.stage)) {
    const name = decisionCommand(lines, state);
    const upheld = name === 'reject' && state.stage === 'objection' ? maintained(lines, by) : null;
    return wishes(upheld ?? wish(name, input));
  }
  const same = lines.every(({ code: line, decision, approvedIdr }) => {
    const standing = state.lines[line];
    return standing?.decision === decision && BigInt(standing.decidedIdr ?? '-1') === BigInt(approvedIdr);
  });
  if (same) return NOTHING;
  if (DECIDED.has(state.stage)) return wishes(wish('reverseDecision', input));
  return park(state.status === 'closed' ? 'claim-closed' : 'contradicts');
}

type DecidedLine = z.infer<typeof decidedLine>;

function decisionCommand(lines: readonly DecidedLine[], state: CaseState): string {
  const inFull = ({ code: line, decision, approvedIdr }: DecidedLine): boolean =>
    decision === 'approved' && BigInt(approvedIdr) >= BigInt(state.lines[line]?.askedIdr ?? '0');
  if (lines.every(inFull)) return 'approve';
  return lines.every(({ decision }) => decision === 'rejected') ? 'reject' : 'approvePart';
}

/** The insurer rejects what it rejected before: its decision stands, for the reason of the first line. */
function maintained([first]: readonly DecidedLine[], by: { readonly decider?: string }): Wish | null {
  if (first?.reasonCode === undefined || first.article === undefined) return null;
  return wish('maintain', { reasonCode: first.reasonCode, article: first.article, ...by });
}

function meaningForPayment(
  callback: CallbackOf<'payment.paid' | 'payment.failed' | 'payment.returned'>,
  state: CaseState,
): Meaning {
  const payment = state.payments[callback.orderRef];
  if (payment === undefined) return park('unknown-order');
  const meant = callback.type === 'payment.paid' ? paid(callback, payment) : notArrived(callback, payment);
  return meant.kind === 'wishes' && state.status === 'closed' ? park('claim-closed') : meant;
}

function paid({ paymentReference, paidDay, lines, orderRef }: CallbackOf<'payment.paid'>, payment: Payment): Meaning {
  const [line] = lines;
  if (lines.length !== 1 || line?.code !== payment.line) return park('line-differs');
  switch (payment.status) {
    case 'paid':
    case 'confirmed':
    case 'disputed':
      return BigInt(line.amountIdr) === BigInt(payment.paidIdr ?? '0') ? NOTHING : park('amount-differs');
    case 'returned':
      return NOTHING; // it was paid before it came back
    case 'failed':
      return park('contradicts');
    case 'requested':
    case 'ordered':
    case 'cancelled': {
      if (BigInt(line.amountIdr) !== BigInt(payment.amountIdr)) return park('amount-differs');
      const input = { order: orderRef, paymentReference, paidDay, amountIdr: payment.amountIdr };
      return wishes(wish('paid', input), wish('paidPart', input));
    }
  }
}

function notArrived(
  { type, paymentReference, orderRef, reasonCode }: CallbackOf<'payment.failed' | 'payment.returned'>,
  { status }: Payment,
): Meaning {
  if (status === 'failed' || status === 'returned') return NOTHING;
  const input = { order: orderRef, paymentReference, reasonCode };
  if (type === 'payment.returned') return wishes(wish('paymentReturned', input));
  return status === 'paid' || status === 'confirmed' ? park('contradicts') : wishes(wish('paymentFailed', input));
}

/** Drops absent members, which JSON does not have. */
const toJson = (value: readonly object[]): JsonObject[] => JSON.parse(JSON.stringify(value)) as JsonObject[];
