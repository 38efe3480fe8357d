import type { AccidentReport, PaidLine, SentDocument, Submission } from './contract.ts';
import type { LedgerPosting } from './ledger.ts';
import type { Plan, PlanScope } from './plan.ts';

/** What the insurer decided on one line. */
export interface DecidedLine {
  readonly code: string;
  readonly decision: 'approved' | 'rejected';
  readonly approvedIdr: string;
  readonly reasonCode?: string;
  readonly article?: string;
}

/** What the insurer still wants to see, and why. */
export interface InformationRequest {
  readonly documents: readonly string[];
  readonly reasonCode: string;
  readonly article: string;
}

/** Why a claim was turned away at the counter. */
export interface IntakeRefusal {
  readonly reasonCode: string;
  readonly article: string;
}

/** What the callbacks are called by. */
export type CallbackType =
  | 'claim.received'
  | 'claim.information-requested'
  | 'claim.decided'
  | 'payment.paid'
  | 'payment.failed'
  | 'payment.returned';

/** A callback on its way; `body` is sent and signed exactly as stored. */
export interface Callback {
  readonly callbackId: string;
  readonly callbackType: CallbackType;
  readonly reference: string;
  readonly claimRef: string;
  readonly occurredAt: string;
  readonly body: string;
}

/** The answer that a used key gets again. */
export interface UsedKey {
  readonly key: string;
  /** Digest of operation and body: tells a repetition from another request. */
  readonly fingerprint: string;
  readonly reference: string;
  readonly answer: Readonly<Record<string, string>>;
  /** Instead of the answer, if the claim was turned away. */
  readonly refusal?: IntakeRefusal;
}

interface OfClaim {
  readonly reference: string;
}
interface OfPayment extends OfClaim {
  readonly paymentReference: string;
}

/** What the journal holds; the state is nothing but these, folded. Old journals must stay readable. */
export type JournalEvent =
  | ({ readonly type: 'claim-received'; readonly submission: Submission; readonly plan: Plan } & OfClaim)
  | ({ readonly type: 'intake-accepted' } & OfClaim)
  | ({ readonly type: 'intake-refused' } & IntakeRefusal & OfClaim)
  | ({ readonly type: 'information-requested'; readonly request: InformationRequest } & OfClaim)
  | ({ readonly type: 'information-received'; readonly documents: readonly SentDocument[] } & OfClaim)
  | ({
      readonly type: 'claim-decided';
      readonly lines: readonly DecidedLine[];
      readonly decider: string;
      /** Nobody asked for it: the insurer changed its mind. */
      readonly reversal?: boolean;
    } & OfClaim)
  | ({ readonly type: 'claim-withdrawn' } & OfClaim)
  | { readonly type: 'accident-reported'; readonly accidentReference: string; readonly report: AccidentReport }
  | ({ readonly type: 'objection-received'; readonly reasonCode: string } & OfClaim)
  | ({
      readonly type: 'payment-ordered';
      readonly orderRef: string;
      readonly lines: readonly PaidLine[];
      readonly accountToken: string;
    } & OfPayment)
  | ({ readonly type: 'payment-paid'; readonly paidDay: string } & OfPayment)
  | ({ readonly type: 'payment-failed'; readonly reasonCode: string } & OfPayment)
  | ({ readonly type: 'payment-returned'; readonly reasonCode: string } & OfPayment)
  | { readonly type: 'ledger-posted'; readonly postings: readonly LedgerPosting[] }
  | { readonly type: 'plan-put'; readonly scope: PlanScope; readonly plan: Plan }
  | ({ readonly type: 'key-used' } & UsedKey)
  | ({ readonly type: 'callback-queued' } & Callback)
  | { readonly type: 'callback-delivered'; readonly callbackId: string; readonly refusal?: string };

/** One line of the journal: events that hold together or not at all. */
export interface JournalRecord {
  readonly at: string;
  readonly events: readonly JournalEvent[];
}
