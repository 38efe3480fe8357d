import type { LegalBasis, PlainDay, Text } from '@titian/domain';
import type { LawKind, RowOf } from '../rows/schema.ts';
import type { Programme, Relation, Reporter, Window } from '../rows/vocabulary.ts';

/** A row that an answer rests on, with its citation. `id` is `<kind>/<key>@<validFrom>` and never changes. */
export interface RowRef extends LegalBasis {
  readonly id: string;
  readonly kind: LawKind;
  readonly validFrom: PlainDay;
  readonly validTo: PlainDay | null;
  readonly note?: string | undefined;
}

/** `not_yet`: something has to happen first. `undetermined`: `settledBy` names the facts that would settle it. */
export type Answer = 'eligible' | 'not_yet' | 'no' | 'undetermined';

/** A fact that nobody has given yet, as a JSON pointer into the facts, and the question to ask. */
export interface OpenFact {
  readonly field: string;
  readonly question: Text;
}

export interface AmountPart {
  readonly name: Text;
  readonly amountIdr: bigint;
  /** The sum is paid this many times, once a year; 1 for a lump sum. */
  readonly times: number;
}

/**
 * `EXACT`: the sum. `AT_MOST`: the ceiling, a cost or a choice decides. `IN_KIND`: a service, no sum. `BALANCE`: the savings.
 * `UNKNOWN`: the rule gives a sum that nobody has read; `reported` says what is told.
 */
export interface PrecheckAmount {
  readonly kind: 'EXACT' | 'AT_MOST' | 'IN_KIND' | 'BALANCE' | 'UNKNOWN';
  /** Whole rupiah; null unless `EXACT` or `AT_MOST`. */
  readonly idr: bigint | null;
  /** Never exceeded; null where the rule has none. */
  readonly ceilingIdr: bigint | null;
  readonly formula: Text;
  readonly parts: readonly AmountPart[];
  readonly reported: RowOf<'benefit'>['reported'];
}

export interface PaperAlternative {
  readonly document: string;
  readonly label: Text;
  readonly substitute: boolean;
  readonly issuers: RowOf<'document'>['issuers'];
  readonly row: RowRef;
}

/** A requirement that any one of its papers settles. */
export interface PaperRequirement {
  readonly requirement: string;
  readonly label: Text;
  readonly anyOf: readonly PaperAlternative[];
  /** Branches ask for it though no rule does: advice, never required. */
  readonly byPractice: boolean;
  readonly row: RowRef;
}

/** `lastDay` null: no length was found, or the start is not known; a passed day warns and never refuses. */
export interface Filing {
  readonly lastDay: PlainDay | null;
  readonly expiresOn: PlainDay | null;
  readonly state: 'open' | 'passed' | 'unknown';
  readonly explanation: Text;
  readonly row: RowRef | null;
}

export interface Payee {
  readonly ref: string;
  readonly relation: Relation;
  readonly minor: boolean | null;
  readonly guardianRef: string | null;
}

/** Who is paid. The law names an order, not a division: two heirs of one rank share as the heir letter says. */
export interface Payment {
  readonly to: 'PARTICIPANT' | 'HEIRS' | 'PAYER';
  /** Rank in the order of heirs that is reached; null for a living worker or when no heir is known. */
  readonly rank: number | null;
  readonly payees: readonly Payee[];
  /** `WHOLE`: one payee takes all. `BY_HEIR_LETTER`: several, the rule sets no shares. `NONE`: nobody is known. */
  readonly division: 'WHOLE' | 'BY_HEIR_LETTER' | 'NONE';
  readonly explanation: Text;
  readonly rows: readonly RowRef[];
}

/** The answer for one benefit. */
export interface PrecheckLine {
  /** Benefit code, as the lines of a claim have it. */
  readonly code: string;
  readonly claimType: string;
  readonly programme: Programme;
  readonly label: Text;
  readonly answer: Answer;
  /** Why, in plain words. */
  readonly because: Text;
  readonly settledBy: readonly OpenFact[];
  /** Null unless the answer is `eligible`, `not_yet` or `undetermined`: what it would be. */
  readonly amount: PrecheckAmount | null;
  readonly papers: readonly PaperRequirement[];
  readonly filing: Filing;
  readonly reporters: readonly Reporter[];
  readonly payment: Payment;
  /** Every row the line rests on. */
  readonly rows: readonly RowRef[];
  /** False if any of the rows is: to be shown as "belum diverifikasi". */
  readonly verified: boolean;
}

/** Something in the facts that is wrong (`error`: the fact is not used) or to be asked (`warning`). */
export interface PrecheckFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the facts. */
  readonly field: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** Where the event lies in one period of cover. */
export interface CoverAnswer {
  readonly ref: string | null;
  readonly window: Window | null;
  readonly answer: 'covered' | 'not_covered' | 'undetermined';
  readonly because: Text;
  readonly settledBy: readonly OpenFact[];
  readonly rows: readonly RowRef[];
}

export interface PrecheckResult {
  readonly rulesVersion: string;
  /** Digest of all rows: two answers of one digest and the same facts are equal. */
  readonly rulesDigest: string;
  readonly lawDay: PlainDay;
  /** Best answer of all lines; the same words as the claim's `recordPrecheck`. */
  readonly verdict: 'ELIGIBLE' | 'NOT_YET' | 'NOT_ELIGIBLE' | 'UNDETERMINED';
  readonly cover: CoverAnswer;
  readonly lines: readonly PrecheckLine[];
  readonly findings: readonly PrecheckFinding[];
  /** Aid outside insurance, where cover is missing. */
  readonly aids: readonly { readonly label: Text; readonly row: RowRef }[];
  readonly verified: boolean;
}
