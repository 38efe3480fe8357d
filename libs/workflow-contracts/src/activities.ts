import type { Command, Refusal } from '@titian/domain';
import type { AttemptName, CaseState, CaseType, Instant, StoredEvent } from '@titian/domain/fold';

/** What the record says about one command id: the same answer each time it is asked. */
export interface Receipt {
  readonly status: 'done' | 'refused';
  /** Revision of the case after the command. */
  readonly revision: number;
  readonly refusal: Refusal | null;
}

/** The next thing time does to a case. */
export interface DueDeadline {
  readonly clockId: string;
  readonly threshold: string;
  readonly at: Instant;
}

/** What a caller of a command gets back. */
export interface CommandAnswer extends Receipt {
  readonly caseId: string;
}

export interface CommitResult {
  readonly receipt: Receipt;
  /** Every event after the revision that the caller knew, in order. */
  readonly events: readonly StoredEvent[];
  /** Only from `load`: the whole state, null if the case is unknown. */
  readonly state: CaseState | null;
  readonly deadline: DueDeadline | null;
}

/** The record, as workflows reach it. */
export interface RecordActivities {
  /** Reads the state of a case. Repeatable, changes nothing. */
  load(input: { readonly caseType: CaseType; readonly caseId: string }): Promise<CommitResult>;
  /** The only write on a case. Repeatable: a known command id changes nothing; Temporal retries transport faults. */
  commit(input: {
    readonly caseType: CaseType;
    readonly caseId: string;
    readonly knownRevision: number;
    readonly commandId: string;
    readonly command: Command;
    readonly now: Instant;
  }): Promise<CommitResult>;
}

/** How a reporting child tells its case: by a command, through the same door as everyone. */
export interface ReportActivities {
  /** Sends a command to a case (update-with-start). Repeatable by its command id; a refusal is a value. */
  report(input: {
    readonly caseType: CaseType;
    readonly caseId: string;
    readonly commandId: string;
    readonly command: Command;
  }): Promise<Receipt>;
}

/** How a case opens another as its peer: a complaint a claim, a death claim a scholarship. */
export interface LinkedCaseActivities {
  /** Opens what the asking case has recorded as wanted. Repeatable: the new case's id comes from the attempt. */
  openLinkedCase(input: AttemptInput): Promise<LinkedCaseResult>;
}

/** The case that was opened, or the code of the refusal. */
export type LinkedCaseResult =
  | { readonly kind: 'opened'; readonly caseId: string; readonly relation: string }
  | { readonly kind: 'refused'; readonly refusal: string };

/** What the insurer's gateway does for a child, on its own task queue. */
export interface InsurerActivities {
  /** Sends the claim once (idempotency key `<caseId>/submission/<n>`); answers with the insurer's reference or a refusal. */
  submitClaim(input: AttemptInput): Promise<SubmissionResult>;
  /** Sends the papers the insurer asked for (key `<caseId>/information/<n>`). */
  sendInformation(input: AttemptInput): Promise<void>;
  /** Sends the objection of the family (key `<caseId>/objection/<n>`). */
  fileObjection(input: AttemptInput): Promise<void>;
  /** Asks for the payment of what was decided (key `<caseId>/payment/<n>`); at most one payment comes of it. */
  requestPayment(input: AttemptInput): Promise<{ readonly paymentReference: string }>;
}

export interface AttemptInput {
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly attempt: AttemptName;
  readonly number: number;
}

/** The insurer's answer to a submission. */
export type SubmissionResult =
  | { readonly kind: 'received'; readonly reference: string; readonly receivedAt: Instant }
  | { readonly kind: 'refused'; readonly reasonCode: string; readonly article: string | null };
