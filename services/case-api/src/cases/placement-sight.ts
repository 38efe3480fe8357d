import type { EntityManager } from 'typeorm';
import {
  contractCovers,
  isOnLeave,
  localDay,
  placementFactsOf,
  plainDay,
  type CaseState,
  type ContractCover,
  type Expectation,
  type Instant,
  type JsonObject,
} from '@titian/domain';
import type { CaseReader } from '@titian/persistence';
import { benefitRules, coverOfPlacement, coverOnDay, type PlacementCover } from '@titian/rulebook';

/** A fact that a claim was told otherwise than the placement knows it; what the claim was told is what counts. */
export interface CoverDifference {
  /** JSON pointer into the coverage, e.g. `/0/paidDuringOn`. */
  readonly field: string;
  readonly told: unknown;
  readonly placement: unknown;
}

/** What a linked placement says about the cover of a case. */
export interface LinkedCover {
  readonly caseId: string;
  readonly number: string;
  readonly cover: PlacementCover;
  /** The day of the event under each programme; only beside a claim. */
  readonly onRiskDay: ReturnType<typeof coverOnDay> | null;
  /** The contracts as `recordPrecheck` takes them. */
  readonly coverage: readonly ContractCover[];
  /** Where the claim was told something else; empty if it was told nothing. */
  readonly differences: readonly CoverDifference[];
  /** The rules over the claim with this placement's contracts, while it was told none. */
  readonly expectation: Expectation | null;
}

/** States of the placements that a case is linked with, as far as the transaction's actor may see them. */
export async function linkedPlacements(
  tx: EntityManager,
  reader: CaseReader,
  { links, type }: CaseState,
): Promise<readonly CaseState[]> {
  if (type === 'placement') return [];
  const found = await Promise.all(links.map(({ caseId }) => reader.findCase(tx, caseId)));
  return found.filter((state) => state?.type === 'placement') as readonly CaseState[];
}

/** The cover of a placement as of today. */
export const coverView = (placement: CaseState, now: Instant): PlacementCover =>
  coverOfPlacement(placement, today(placement, now));

/** The cover that linked placements give a claim or complaint. */
export const linkedCovers = (
  state: CaseState,
  placements: readonly CaseState[],
  now: Instant,
): readonly LinkedCover[] =>
  placements.map((placement) => {
    const { riskDay, riskCountry, coverage: told } = state.facts;
    const coverage = contractCovers(placement);
    const country = typeof riskCountry === 'string' ? riskCountry : undefined;
    return {
      caseId: placement.caseId,
      number: placement.number,
      cover: coverView(placement, now),
      onRiskDay: typeof riskDay === 'string' ? coverOnDay(placement, { day: riskDay, country }) : null,
      coverage,
      differences: Array.isArray(told) ? differencesOf(told as readonly JsonObject[], coverage) : [],
      expectation: told === undefined && state.type === 'claim' ? expected(state, placement, now) : null,
    };
  });

const today = ({ zone }: CaseState, now: Instant) => plainDay(localDay(now, zone));

/** What the rules give once the claim knows what the placement knows; what the claim was told goes before. */
function expected(claim: CaseState, placement: CaseState, now: Instant): Expectation {
  const { circumstances, riskDay } = claim.facts;
  const onLeave = isOnLeave(placementFactsOf(placement.facts), String(riskDay)) ? { onLeave: true } : {};
  const facts = {
    ...claim.facts,
    coverage: contractCovers(placement) as unknown as JsonObject[],
    circumstances: { ...onLeave, ...((circumstances ?? {}) as JsonObject) },
  };
  const lines = Object.values(claim.lines).map(({ code, askedIdr }) => ({ code, askedIdr: askedIdr ?? null }));
  return benefitRules().expect({ facts, lines, askedOn: today(claim, now) });
}

/** Facts that both know and that differ, contract by contract. Pure. */
export function differencesOf(
  told: readonly JsonObject[],
  known: readonly ContractCover[],
): readonly CoverDifference[] {
  const surplus = told.length === known.length ? [] : [{ field: '', told: told.length, placement: known.length }];
  const differing = told.flatMap((period, index) => {
    const here = (known[index] ?? {}) as JsonObject;
    return Object.keys(period)
      .filter((name) => here[name] !== undefined && here[name] !== period[name])
      .map((name) => ({ field: `/${index}/${name}`, told: period[name], placement: here[name] }));
  });
  return [...surplus, ...differing];
}
