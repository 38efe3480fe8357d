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

/** How a case has done what takes longer than a command. */
export interface AttemptActivities {
  /** Starts the workflow of an attempt. Repeatable: one that runs, or has ended well, is left as it is. */
  startAttempt(input: AttemptInput): Promise<void>;
}

/** How an attempt tells its case: by a command, through the same door as everyone. */
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

/** How a case is compared with others, for a person to look at. */
export interface DuplicateActivities {
  /** Cases that may be of the same worker, or the same matter, over the whole country. Repeatable, changes nothing. */
  findAlikeCases(input: AttemptInput): Promise<readonly FoundAlike[]>;
}

/** A case by id, and why it is proposed: never a word about anybody. */
export interface FoundAlike {
  readonly caseId: string;
  readonly rule: 'NIK' | 'NIK_AND_EVENT' | 'NAME_BIRTH_VILLAGE';
}

/** The case that was opened, or the code of the refusal. */
export type LinkedCaseResult =
  | { readonly kind: 'opened'; readonly caseId: string; readonly relation: string }
  | { readonly kind: 'refused'; readonly refusal: string };

/** What the insurer's gateway does for an attempt, on its own task queue. Each call is made once for its key, however often tried. */
export interface InsurerActivities {
  /** Reports the accident, stage I (key `<caseId>/accidentReport/<n>`). */
  reportAccident(input: AttemptInput): Promise<Reported>;
  /** Sends the claim once (key `<caseId>/submission/<n>`); answers with the insurer's reference, or why it was not taken. */
  submitClaim(input: AttemptInput): Promise<SubmissionResult>;
  /** Sends the papers the insurer asked for (key `<caseId>/information/<n>`). */
  sendInformation(input: AttemptInput): Promise<Delivered>;
  /** Sends the objection of the family (key `<caseId>/objection/<n>`). */
  fileObjection(input: AttemptInput): Promise<Delivered>;
  /** Sends every order that waits (key `<caseId>/payment/<order>`); at most one payment comes of each order. */
  requestPayments(input: AttemptInput): Promise<PaymentsResult>;
  /** Asks the insurer to let the claim go (key `<caseId>/withdrawal/<n>`). */
  withdrawClaim(input: AttemptInput): Promise<WithdrawalResult>;
}

export interface AttemptInput {
  readonly caseType: CaseType;
  readonly caseId: string;
  readonly attempt: AttemptName;
  readonly number: number;
}

/** The branch works on paper only: an officer files at its counter and records what it says. */
export interface OnPaper {
  readonly kind: 'manual';
}
/** The insurer has it. */
export type Delivered = { readonly kind: 'delivered' } | OnPaper;
/** The insurer has it and has given it a reference. */
export type Reported =
  { readonly kind: 'received'; readonly reference: string; readonly receivedAt: Instant } | OnPaper;

/** The insurer's answer to a submission, or the like claim that stands in its way. */
export type SubmissionResult =
  | Reported
  | { readonly kind: 'refused'; readonly reasonCode: string; readonly article: string | null }
  | { readonly kind: 'duplicate'; readonly caseId: string };

/** What the insurer said to each order. */
export type OrderResult =
  | { readonly order: string; readonly kind: 'ordered'; readonly paymentReference: string }
  | {
      readonly order: string;
      readonly kind: 'refused';
      readonly paymentReference: string;
      readonly reasonCode: string;
    };
export type PaymentsResult = { readonly kind: 'sent'; readonly orders: readonly OrderResult[] } | OnPaper;

export type WithdrawalResult =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly reasonCode: string } | OnPaper;
