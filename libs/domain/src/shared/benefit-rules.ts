import type { JsonObject } from './text.ts';

/** `not_yet`: something has to happen first. `undetermined`: a fact is missing that would settle it. */
export const ANSWERS = ['eligible', 'not_yet', 'no', 'undetermined'] as const;
export type Answer = (typeof ANSWERS)[number];

/** `AT_MOST`: a ceiling, the cost decides. `UNKNOWN`: the sum stands in no text that anybody read. */
export const AMOUNT_KINDS = ['EXACT', 'AT_MOST', 'IN_KIND', 'BALANCE', 'UNKNOWN'] as const;
export type AmountKind = (typeof AMOUNT_KINDS)[number];

/** What the rules give for one benefit line, and on which rows that rests. */
export interface ExpectedLine {
  readonly code: string;
  readonly answer: Answer;
  readonly amount: AmountKind | null;
  /** Whole rupiah as decimal text; null where the rules give no sum. */
  readonly expectedIdr: string | null;
  /** Ids of rulebook rows, e.g. `benefit/JKM_SELAMA@2023-02-22`. */
  readonly rows: readonly string[];
  /** False if any of the rows was not read in the law itself. */
  readonly verified: boolean;
}

/** One run of the rules over the facts of a claim. Kept with the claim, so that it can be compared with what is decided. */
export interface Expectation {
  readonly verdict: 'ELIGIBLE' | 'NOT_YET' | 'NOT_ELIGIBLE' | 'UNDETERMINED';
  readonly rulesVersion: string;
  readonly rulesDigest: string;
  /** The day by whose law it was judged. */
  readonly lawDay: string;
  readonly lines: readonly ExpectedLine[];
}

/** The facts of a claim, as its events recorded them, and what it asks for. */
export interface ClaimToExpect {
  readonly facts: JsonObject;
  readonly lines: readonly { readonly code: string; readonly askedIdr: string | null }[];
  /** Day of the question, `YYYY-MM-DD`. */
  readonly askedOn: string;
}

/**
 * The rulebook, as far as a decision asks it. Pure: the same rules and the same facts give the same answer, so the record may
 * ask while it decides, and keeps what it was told.
 */
export interface BenefitRules {
  expect(claim: ClaimToExpect): Expectation;
  /** The order of heirs on a day, first rank first; empty for a day before the first rule. */
  heirRanks?(day: string): readonly HeirRank[];
}

/** One rank of heirs: it is paid only if nobody of the ranks before lives. */
export interface HeirRank {
  readonly rank: number;
  readonly relations: readonly string[];
  readonly instrument: string;
  readonly article: string | null;
}
