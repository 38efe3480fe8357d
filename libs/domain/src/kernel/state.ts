import type { JsonObject } from '../shared/text.ts';
import type { AreaCode } from '../shared/area-code.ts';
import type {
  CaseStatus,
  CaseType,
  ClockUnit,
  ConflictGround,
  Instant,
  OfferName,
  PlainDay,
  Role,
  Zone,
} from './vocabulary.ts';

/** Name, version and content hash of the definition that a case keeps for life. */
export interface DefinitionRef {
  readonly type: CaseType;
  readonly version: number;
  /** SHA-256 of the definition's RFC 8785 text, hex. */
  readonly hash: string;
}

/**
 * One line of a clock's ledger. Due, used and remaining time are functions of these lines and the calendar alone.
 * `recalendared` turns nothing: from then on the clock counts by another version of the calendar.
 */
export interface ClockEntry {
  readonly action: 'started' | 'paused' | 'resumed' | 'stopped' | 'recalendared';
  readonly at: Instant;
  readonly reason: string;
  readonly actorId: string;
  /** The version of the calendar that was in force; the last line's version is the one the clock counts by. */
  readonly calendar: string;
}

export interface Clock {
  /** `<name>#<n>`: a clock that starts again is a new clock. */
  readonly id: string;
  readonly name: string;
  readonly unit: ClockUnit;
  readonly target: number;
  readonly zone: Zone;
  readonly warnAtShare: readonly number[];
  readonly warnDaysBefore: readonly number[];
  readonly entries: readonly ClockEntry[];
  /** Thresholds already told, e.g. `share:0.5`, `days:30`, `breach`. */
  readonly told: readonly string[];
  /** What it measures, if it is one of several of its name, e.g. `accidentLetter.SK_MAJIKAN.PEMBERI_KERJA`. */
  readonly item?: string | undefined;
}

export type TaskStatus = 'unassigned' | 'assigned' | 'completed' | 'cancelled';

export interface Task {
  readonly id: string;
  /** The stage it serves, the clock whose breach asked for it, or the offer that waits for an answer. */
  readonly name: string;
  readonly kind: 'stage' | 'breach' | 'offer';
  readonly role: Role;
  readonly office: string;
  readonly officerId: string | null;
  readonly status: TaskStatus;
  /** Persons who may not do it, by directory id: they made what it checks, or decided what it reviews. */
  readonly notBy: readonly string[];
  readonly openedAt: Instant;
  /** The item whose clock asked for it: it ends with that item. */
  readonly item?: string | undefined;
}

export interface Custody {
  readonly role: Role;
  readonly office: string;
  readonly since: Instant;
  /** Who held it before, if anybody did. */
  readonly handedBy: OfficeRef | null;
}

export interface OfficeRef {
  readonly role: Role;
  readonly office: string;
}

/** That the person whom a case is about agrees to others seeing it: who said so, when and how. Words are a statement. */
export interface Consent {
  readonly by: string;
  readonly how: string;
  readonly day: PlainDay;
  readonly statement?: { readonly statementId: string; readonly digest: string };
}

/** Help or the case itself, offered to another body. Custody moves when a transfer is accepted, never before. */
export interface Offer {
  readonly body: string;
  /** The office that is to answer; null for a body outside, whose answer the holder records. */
  readonly to: OfficeRef | null;
  readonly from: OfficeRef;
  readonly status: 'offered' | 'accepted';
  readonly reasonCode: string;
  readonly severity: string | null;
  readonly consent: Consent;
  readonly offeredAt: Instant;
}

export interface EvidenceItem {
  readonly requirement: string;
  readonly document: string;
  readonly documentId: string;
  readonly sha256: string;
  readonly status: 'attached' | 'verified' | 'returned';
  readonly substitute: boolean;
  readonly reasonCode: string | null;
  /** Who attached and who verified; a person never verifies what they attached. */
  readonly attachedBy: string;
  readonly verifiedBy: string | null;
}

/** Amounts of one benefit line, whole rupiah as decimal text; each stage keeps its own and none overwrites another. */
export interface BenefitLine {
  readonly code: string;
  readonly askedIdr: string | null;
  readonly verifiedIdr: string | null;
  readonly decidedIdr: string | null;
  readonly paidIdr: string | null;
  readonly decision: 'approved' | 'rejected' | null;
  readonly reasonCode: string | null;
  readonly article: string | null;
}

/**
 * One order to pay one payee the share of one benefit line. Its id is made from line, payee and a count, and is the
 * idempotency key towards the insurer: the same order asked twice is one payment.
 */
export interface Payment {
  /** `<line>.<payee>.<n>`, e.g. `JKM_SELAMA.heir-1.2`. */
  readonly id: string;
  readonly line: string;
  /** Directory key of the payee within the case (`main`, `heir-1`), never a name. */
  readonly payee: string;
  /** What was ordered. */
  readonly amountIdr: string;
  /** What arrived; differs from the order only with a reason. */
  readonly paidIdr: string | null;
  readonly status: PaymentStatus;
  readonly reference: string | null;
  readonly paidDay: PlainDay | null;
  /** Why it failed, came back, was cancelled or differs. */
  readonly reasonCode: string | null;
}
export type PaymentStatus =
  'requested' | 'ordered' | 'paid' | 'confirmed' | 'disputed' | 'failed' | 'returned' | 'cancelled';

export interface Attempt {
  readonly number: number;
  readonly status: 'requested' | 'answered';
}

/** A case as the events tell it. Stage, status, flags, outcome and custody are separate: none is read off another. */
export interface CaseState {
  readonly caseId: string;
  readonly type: CaseType;
  readonly number: string;
  readonly definition: DefinitionRef;
  /** Count of events so far; the version token of every command. */
  readonly revision: number;
  readonly area: AreaCode;
  readonly zone: Zone;
  readonly stage: string;
  readonly status: CaseStatus;
  readonly suspension: string | null;
  readonly flags: readonly string[];
  readonly milestones: Readonly<Record<string, Instant>>;
  readonly outcome: string | null;
  readonly custody: Custody;
  /** Offers that are open: not answered yet, or help that was promised. */
  readonly offers: Readonly<Partial<Record<OfferName, Offer>>>;
  /** Who took over the work of a role on this case, by role; in force for stages that the role would hold. */
  readonly takenOver: Readonly<Partial<Record<Role, OfficeRef>>>;
  /** Persons who keep out of the case, by directory id. */
  readonly conflicts: Readonly<Record<string, ConflictGround>>;
  /** Rung of the ladder reached, 0 = none; it never falls. */
  readonly escalationLevel: number;
  /** Rung of the insurer's own ladder reached, 0 = none; it never falls. */
  readonly sidewaysLevel: number;
  /** Bodies outside, e.g. the Ombudsman, to which the family was told it may turn. */
  readonly offered: readonly string[];
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly evidence: Readonly<Record<string, EvidenceItem>>;
  readonly lines: Readonly<Record<string, BenefitLine>>;
  readonly payments: Readonly<Record<string, Payment>>;
  readonly attempts: Readonly<Record<string, Attempt>>;
  readonly links: readonly { readonly caseId: string; readonly relation: string }[];
  /** Codes, days, countries and statement references of the matter; never personal data. */
  readonly facts: JsonObject;
  /** Who did each command last, for maker and checker. */
  readonly actedBy: Readonly<Record<string, string>>;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}
