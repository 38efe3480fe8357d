import { requirementsOf } from '../claim/evidence.ts';
import type { CaseDefinition } from '../kernel/definition.ts';
import type { CaseState } from '../kernel/state.ts';
import { placementConditions } from './conditions.ts';
import { placementFactsOf, premiumsOf } from './facts.ts';
import { DEPARTURE_PAPERS } from './placement.evidence.ts';

/** What may be missing at a departure beside papers. */
export const OTHER_GAPS = ['permitAcknowledged', 'orientation', 'beforePremium', 'premium'] as const;

/**
 * What is still missing before the departure: names of papers (UU 18/2017 Pasal 13), that the village has taken note of the
 * permit, the orientation, and the premiums. Empty = complete. Who went on their own has no placing body, no placement
 * agreement and no part "before" of the premium (Permenaker 4/2023 Pasal 18).
 */
export function departureGapsOf(definition: CaseDefinition, state: CaseState): readonly string[] {
  const facts = placementFactsOf(state.facts);
  const papers = requirementsOf(definition, placementConditions, state)
    .filter(({ requirement, status }) => Object.hasOwn(DEPARTURE_PAPERS, requirement) && status === 'missing')
    .map(({ requirement }) => requirement);
  const permit = state.evidence['permit'];
  const acknowledged = permit !== undefined && facts.permitAcknowledged?.documentId === permit.documentId;
  const paid = (part: 'BEFORE' | 'DURING'): boolean => premiumsOf(facts).some((premium) => premium.part === part);
  return [
    ...papers,
    ...(acknowledged || papers.includes('permit') ? [] : ['permitAcknowledged']),
    ...(facts.orientationDay === undefined ? ['orientation'] : []),
    ...(paid('BEFORE') || facts.placedBy === 'PERSEORANGAN' ? [] : ['beforePremium']),
    ...(paid('DURING') ? [] : ['premium']),
  ];
}
