import { dayNumber, addMonths, plainDay } from '../kernel/clock/calendar.ts';
import type { PlainDay } from '../kernel/vocabulary.ts';
import type { JsonObject } from '../shared/text.ts';

/** What is another than registered when a contract was changed. */
export type ContractChange = 'EMPLOYER' | 'TERM' | 'OTHER';

/** One contract of a placement. A contract that another one replaced ends on the day before that one begins. */
export interface Contract {
  readonly number: number;
  readonly kind: 'FIRST' | 'EXTENSION' | 'CHANGE';
  /** First and last day, both included. */
  readonly from: PlainDay;
  readonly until: PlainDay;
  /** Of a change only. */
  readonly changed?: ContractChange;
}

/** A premium that was paid. `BEFORE` covers the time before the departure, `DURING` so many months of one contract. */
export interface PaidPremium {
  readonly part: 'BEFORE' | 'DURING';
  readonly paidDay: PlainDay;
  readonly contract: number | null;
  readonly months: number | null;
}

/** Days in Indonesia in the middle of a contract. */
export interface HomeLeave {
  readonly from: PlainDay;
  readonly until: PlainDay;
}

export type PlacedBy = 'P3MI' | 'BP2MI' | 'PERSEORANGAN' | 'UNKNOWN';
export type PermitFrom = 'SPOUSE' | 'PARENT' | 'GUARDIAN';
export type ReturnKind = 'CONTRACT_ENDED' | 'EARLY' | 'TROUBLED' | 'BODY';

/** What a placement knows; all of it optional until somebody has said it. */
export interface PlacementFacts {
  readonly registeredDay?: PlainDay;
  readonly country?: string;
  readonly placedBy?: PlacedBy;
  readonly permitFrom?: PermitFrom;
  /** The paper that the village head has taken note of. */
  readonly permitAcknowledged?: { readonly documentId: string; readonly office: string };
  readonly orientationDay?: PlainDay;
  readonly contracts?: readonly Contract[];
  readonly premiums?: readonly PaidPremium[];
  readonly leaves?: readonly HomeLeave[];
  readonly departurePlan?: { readonly day: PlainDay; readonly plannedOn: PlainDay };
  readonly departure?: { readonly day: PlainDay; readonly watched: boolean; readonly missing: readonly string[] };
  readonly departureFailure?: { readonly day: PlainDay; readonly reasonCode: string };
  readonly return?: { readonly day: PlainDay; readonly kind: ReturnKind };
  readonly handover?: { readonly day: PlainDay; readonly to: string; readonly witnessedBy: string };
  readonly homeDay?: PlainDay;
  readonly deathDay?: PlainDay;
  readonly subject?: JsonObject;
  readonly void?: { readonly reasonCode: string };
}

/** The facts of a case, typed: every writer of them is in this folder. */
export const placementFactsOf = (facts: JsonObject): PlacementFacts => facts;

export const contractsOf = ({ contracts = [] }: PlacementFacts): readonly Contract[] => contracts;
export const premiumsOf = ({ premiums = [] }: PlacementFacts): readonly PaidPremium[] => premiums;

/**
 * The payment from which the cover before work counts: its own part, or with those who go on their own the one payment for
 * everything.
 */
export const beforePremiumOf = (facts: PlacementFacts): PaidPremium | undefined =>
  premiumsOf(facts).findLast(({ part }) => part === 'BEFORE') ??
  (facts.placedBy === 'PERSEORANGAN' ? premiumsOf(facts).at(0) : undefined);

/** The contract that was agreed last. */
export const lastContract = (facts: PlacementFacts): Contract | undefined => contractsOf(facts).at(-1);

/** A day so many days later; negative is earlier. */
export const shiftDay = (day: PlainDay, days: number): PlainDay => plainDay(dayNumber(day) + days);

/** Last day for which the premium of a contract is paid, never later than the contract; null if nothing is paid. */
export function paidUntil(facts: PlacementFacts, { number, from, until }: Contract): PlainDay | null {
  const months = premiumsOf(facts)
    .filter((premium) => premium.part === 'DURING' && premium.contract === number)
    .reduce((sum, premium) => sum + (premium.months ?? 0), 0);
  if (months === 0) return null;
  const paid = plainDay(addMonths(dayNumber(from), months) - 1);
  return paid < until ? paid : until;
}

/**
 * Days without a gap for which premiums are paid, from the first contract on: membership covers one contract, so each needs
 * its own payment. `until` lies before `from` if not even the first day is paid. Null without a contract.
 */
export function paidCover(facts: PlacementFacts): { readonly from: PlainDay; readonly until: PlainDay } | null {
  const [first] = contractsOf(facts);
  if (first === undefined) return null;
  let until = shiftDay(first.from, -1);
  for (const contract of contractsOf(facts)) {
    const paid = paidUntil(facts, contract);
    if (paid === null || contract.from > shiftDay(until, 1)) break;
    until = paid;
    if (paid < contract.until) break;
  }
  return { from: first.from, until };
}

/** True if a contract runs on after the last paid day: the next premium has to be asked for. */
export function isPremiumDue(facts: PlacementFacts): boolean {
  const cover = paidCover(facts);
  const last = lastContract(facts);
  return cover !== null && last !== undefined && cover.until < last.until;
}
