import type { AccidentReport, PaidLine, SentDocument, Submission } from './contract.ts';
import type { Callback, DecidedLine, InformationRequest, IntakeRefusal, UsedKey } from './journal-event.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Plan, PlanScope } from './plan.ts';

/** Where a claim stands. */
export type ClaimStatus =
  'received' | 'intake-refused' | 'in-review' | 'information-requested' | 'decided' | 'paid' | 'withdrawn';

/** An ordered payment and what became of it. */
export interface Payment {
  readonly paymentReference: string;
  readonly orderRef: string;
  status: 'ordered' | 'paid' | 'failed' | 'returned';
  readonly lines: readonly PaidLine[];
  readonly accountToken: string;
  readonly orderedAt: string;
  paidDay?: string;
  reasonCode?: string;
}

/** A claim as the insurer sees it. Changed by `evolve` only. */
export interface Claim {
  readonly reference: string;
  readonly submission: Omit<Submission, 'documents'>;
  readonly receivedAt: string;
  updatedAt: string;
  /** Since when the next step of the plan has been due to start its delay. */
  waitingSince: string;
  status: ClaimStatus;
  plan: Plan;
  /** Steps of the plan that are done, of the review and of the payments. */
  readonly taken: { review: number; payment: number };
  readonly documents: SentDocument[];
  intakeRefusal?: IntakeRefusal;
  informationRequest?: InformationRequest;
  decisions: readonly DecidedLine[];
  decider?: string;
  decidedAt?: string;
  readonly payments: Payment[];
}

/** A callback and how its delivery goes. `body` is dropped once it has arrived. */
export interface QueuedCallback extends Omit<Callback, 'body'> {
  body?: string;
  attempts: number;
  deliveredAt?: string;
  lastFault?: string;
  /** The receiver will not take it, whatever is sent: it is not sent again. */
  refusal?: string;
}

/** All that the simulator knows. Changed by `evolve` only. */
export interface State {
  readonly claims: Map<string, Claim>;
  /** The newest claim of each claimRef; the older ones are closed. */
  readonly latest: Map<string, Claim>;
  readonly keys: Map<string, UsedKey>;
  readonly plans: Map<PlanScope, Plan>;
  /** Lines paid or being paid, by `lineKey`, over all claims of a claimRef. */
  readonly takenLines: Map<string, Map<string, bigint>>;
  readonly accidents: Map<string, AccidentReport>;
  readonly ledger: LedgerEntry[];
  readonly activity: Map<string, Set<Claim>>;
  readonly callbacks: Map<string, QueuedCallback>;
  /** The last number given out, by prefix and year. */
  readonly numbers: Map<string, number>;
}

/** Nothing has happened yet. */
export function emptyState(): State {
  return {
    claims: new Map(),
    latest: new Map(),
    keys: new Map(),
    plans: new Map(),
    takenLines: new Map(),
    accidents: new Map(),
    ledger: [],
    activity: new Map(),
    callbacks: new Map(),
    numbers: new Map(),
  };
}

/** A line is the same line in every attempt of a case. */
export function lineKey(claimRef: string, code: string): string {
  return `${claimRef} ${code}`;
}

/** @throws Error on a journal that names a claim it never received */
export function getClaim(state: State, reference: string): Claim {
  const claim = state.claims.get(reference);
  if (!claim) throw new Error(`the journal knows no claim ${reference}`);
  return claim;
}

/** Lines of a decision that money is due for. */
export function payableLines(claim: Claim): DecidedLine[] {
  return claim.decisions.filter((line) => line.decision === 'approved' && BigInt(line.approvedIdr) > 0n);
}

/** What has been paid, or is being paid, for a line, over all claims of the case. */
export function standingOf(state: State, claimRef: string, code: string): bigint {
  const payments = state.takenLines.get(lineKey(claimRef, code));
  return [...(payments?.values() ?? [])].reduce((total, amount) => total + amount, 0n);
}

/** Nothing more is due. */
export function isFullyPaid(claim: Claim): boolean {
  const paid = claim.payments.filter((payment) => payment.status === 'paid').flatMap((payment) => payment.lines);
  return payableLines(claim).every(({ code, approvedIdr }) => {
    const arrived = paid.filter((line) => line.code === code).reduce((sum, line) => sum + BigInt(line.amountIdr), 0n);
    return arrived >= BigInt(approvedIdr);
  });
}

/** An open claim still waits for something, on either side. */
export function isOpen(claim: Claim): boolean {
  if (claim.status === 'decided') return payableLines(claim).length > 0;
  return claim.status !== 'intake-refused' && claim.status !== 'paid' && claim.status !== 'withdrawn';
}
