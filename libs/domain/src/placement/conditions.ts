import { duplicateConditions } from '../duplicates/duplicates.ts';
import type { Condition } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import { beforePremiumOf, contractsOf, paidCover, placementFactsOf } from './facts.ts';

const factsOf = ({ facts }: CaseState) => placementFactsOf(facts);

const hasLeft = (state: CaseState): boolean => factsOf(state).departure !== undefined;

/** A return that is handed over to the family before a witness: of a worker in trouble, or of the dead. */
export const isHandoverNeeded = (state: CaseState): boolean =>
  ['TROUBLED', 'BODY'].includes(factsOf(state).return?.kind ?? '');

/** When a paper is wanted or a clock starts, by versioned name. */
export const placementConditions = {
  ...duplicateConditions,
  'spousePermits@1': (state) => factsOf(state).permitFrom === 'SPOUSE',
  'hasPlacingBody@1': (state) => factsOf(state).placedBy !== 'PERSEORANGAN',
  'handoverNeeded@1': isHandoverNeeded,
  'beforePremiumPaid@1': (state) => beforePremiumOf(factsOf(state)) !== undefined,
  /** Raised and cleared with every paper and payment, so that a condition need not know the definition. */
  'departureIncomplete@1': ({ flags }) => flags.includes('departure_incomplete'),
  'departedIncomplete@1': ({ flags }) => flags.includes('departed_incomplete'),
  'contractRuns@1': (state) => hasLeft(state) && contractsOf(factsOf(state)).length > 0,
  /** Nobody is asked for the next premium where it is not known whether there ever was a first one. */
  'coverWatched@1': (state) =>
    hasLeft(state) && paidCover(factsOf(state)) !== null && !state.flags.includes('cover_unknown'),
} as const satisfies Record<string, Condition>;
