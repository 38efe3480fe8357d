import type { CodeRegistry } from '../kernel/registry.ts';
import { placementStarts, placementTargets } from './clock-rules.ts';
import { placementConditions } from './conditions.ts';
import { placementEffects, placementOutcomes } from './effects.ts';
import { placementGuards } from './guards.ts';
import { placementInputs } from './inputs.ts';

export { placementDefinition } from './placement.definition.ts';
export { placementInputs } from './inputs.ts';
export {
  contractsOf,
  placementFactsOf,
  premiumsOf,
  type Contract,
  type ContractChange,
  type PaidPremium,
  type PlacementFacts,
} from './facts.ts';
export { contractCovers, isOnLeave, type ContractCover } from './coverage.ts';
export { departureGapsOf, OTHER_GAPS } from './departure.ts';

/** The code behind the placement definition's names. */
export const placementCode: CodeRegistry = {
  inputs: placementInputs,
  guards: placementGuards,
  effects: placementEffects,
  outcomes: placementOutcomes,
  conditions: placementConditions,
  holders: {},
  targets: placementTargets,
  starts: placementStarts,
};
