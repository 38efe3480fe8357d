import type { CaseState } from '../kernel/state.ts';
import type { PlainDay } from '../kernel/vocabulary.ts';
import {
  contractsOf,
  placementFactsOf,
  premiumsOf,
  type Contract,
  type ContractChange,
  type PlacementFacts,
} from './facts.ts';

/** What is known of one contract and what was paid for it, as a claim is told: absent = nobody has said, null = none. */
export interface ContractCover {
  readonly placement?: 'PLACED' | 'PERSEORANGAN';
  readonly paidBeforeOn?: PlainDay | null;
  readonly paidDuringOn?: PlainDay | null;
  readonly paidMonths?: number;
  readonly embarkedOn: PlainDay | null;
  readonly debarkedOn: PlainDay | null;
  readonly arrivedHomeOn: PlainDay | null;
  readonly contractStartsOn?: PlainDay;
  readonly contractEndsOn?: PlainDay;
  readonly contractChanged?: 'NO' | ContractChange;
}

/**
 * What a placement knows of its cover: one entry for each contract, because membership covers one contract. What nobody has
 * recorded stays absent, so that whoever asks the rules asks instead of guessing: of a worker who was found abroad nobody
 * knows that a premium was *not* paid.
 */
export function contractCovers({ facts, flags }: CaseState): readonly ContractCover[] {
  const placement = placementFactsOf(facts);
  const unpaid = flags.includes('cover_unknown') ? {} : { paidDuringOn: null };
  const common = placedBy(placement);
  const paidBefore = paidBeforeOf(placement, flags.includes('papers_unknown'));
  const travel = {
    embarkedOn: placement.departure?.day ?? null,
    debarkedOn: placement.return?.day ?? null,
    arrivedHomeOn: placement.homeDay ?? null,
  };
  const coverOf = (contract: Contract): ContractCover => {
    const paid = premiumsOf(placement).filter(({ part, contract: of }) => part === 'DURING' && of === contract.number);
    const months = paid.reduce((sum, premium) => sum + (premium.months ?? 0), 0);
    const follows = contract.number > 1;
    const replaced = contractsOf(placement).some(({ number }) => number > contract.number);
    return {
      ...common,
      ...(follows ? { paidBeforeOn: null } : paidBefore),
      ...(paid[0] === undefined ? unpaid : { paidDuringOn: paid[0].paidDay, paidMonths: months }),
      ...travel,
      // Whoever goes on under a second contract is abroad already: its cover begins with it, not with the first journey.
      ...(follows ? { embarkedOn: contract.from } : {}),
      ...(replaced ? { debarkedOn: null, arrivedHomeOn: null } : {}),
      contractStartsOn: contract.from,
      contractEndsOn: contract.until,
      // A premium of its own registers the contract: then it is the one of the insurer's records.
      contractChanged: contract.kind === 'CHANGE' && paid.length === 0 ? (contract.changed ?? 'OTHER') : 'NO',
    };
  };
  const covers = contractsOf(placement).map(coverOf);
  return covers.length > 0 ? covers : [{ ...common, ...paidBefore, ...unpaid, ...travel }];
}

function placedBy({ placedBy: by = 'UNKNOWN' }: PlacementFacts): Pick<ContractCover, 'placement'> {
  if (by === 'UNKNOWN') return {};
  return { placement: by === 'PERSEORANGAN' ? 'PERSEORANGAN' : 'PLACED' };
}

function paidBeforeOf(placement: PlacementFacts, papersUnknown: boolean): Pick<ContractCover, 'paidBeforeOn'> {
  const before = premiumsOf(placement).findLast(({ part }) => part === 'BEFORE')?.paidDay;
  if (before !== undefined) return { paidBeforeOn: before };
  return papersUnknown ? {} : { paidBeforeOn: null };
}

/** True if a recorded leave holds the day; that none does says nothing, because leaves are not always told. */
export const isOnLeave = (facts: PlacementFacts, day: PlainDay): boolean =>
  (facts.leaves ?? []).some(({ from, until }) => from <= day && day <= until);
