import { contractsOf, placementFactsOf, premiumsOf, type CaseState, type Contract } from '@titian/domain';
import type { CoveragePeriod } from './precheck/facts.ts';

/**
 * What a placement knows of its cover, as the pre-check asks it: one period for each contract, because membership covers one
 * contract. What nobody has recorded stays absent, so that the pre-check asks instead of guessing: of a worker who was found
 * abroad nobody knows that a premium was *not* paid.
 */
export function coverageOfPlacement({ caseId, facts, flags }: CaseState): readonly CoveragePeriod[] {
  const placement = placementFactsOf(facts);
  const found = flags.includes('papers_unknown');
  const unpaid = flags.includes('cover_unknown') ? {} : { paidDuringOn: null };
  const travel = {
    embarkedOn: placement.departure?.day ?? null,
    debarkedOn: placement.return?.day ?? null,
    arrivedHomeOn: placement.homeDay ?? null,
  };
  const placedBy = { P3MI: 'PLACED', BP2MI: 'PLACED', PERSEORANGAN: 'PERSEORANGAN', UNKNOWN: undefined } as const;
  const by = placedBy[placement.placedBy ?? 'UNKNOWN'];
  const before = premiumsOf(placement).findLast(({ part }) => part === 'BEFORE')?.paidDay;
  const common = { ...(by === undefined ? {} : { placement: by }) };
  const paidBefore = before !== undefined ? { paidBeforeOn: before } : found ? {} : { paidBeforeOn: null };
  const periodOf = (contract: Contract): CoveragePeriod => {
    const paid = premiumsOf(placement).filter(({ part, contract: of }) => part === 'DURING' && of === contract.number);
    const months = paid.reduce((sum, premium) => sum + (premium.months ?? 0), 0);
    const follows = contract.number > 1;
    const replaced = contractsOf(placement).some(({ number }) => number > contract.number);
    return {
      ref: `${caseId}/${contract.number}`,
      ...common,
      ...(follows ? { paidBeforeOn: null } : paidBefore),
      ...(paid[0] === undefined ? unpaid : { paidDuringOn: paid[0].paidDay, paidMonths: months }),
      ...travel,
      // Whoever goes on under a second contract is abroad already: its cover begins with it, not with the first journey.
      ...(follows ? { embarkedOn: contract.from } : {}),
      ...(replaced ? { debarkedOn: null, arrivedHomeOn: null } : {}),
      contractStartsOn: contract.from,
      contractEndsOn: contract.until,
      contractChanged: 'NO',
    };
  };
  const contracts = contractsOf(placement).map(periodOf);
  return contracts.length > 0 ? contracts : [{ ref: caseId, ...common, ...paidBefore, ...unpaid, ...travel }];
}
