import type { CodeRegistry } from '../kernel/registry.ts';
import { claimConditions } from './conditions.ts';
import { claimEffects, claimOutcomes } from './effects.ts';
import { claimGuards } from './guards.ts';
import { claimInputs } from './inputs.ts';
import { claimStarts } from './starts.ts';

export { claimDefinition } from './claim.definition.ts';
export { isWanted, requirementsOf, type RequirementStatus } from './evidence.ts';
export { SENSITIVE_PAPERS } from './claim.evidence.ts';
export { paperRequestsOf, requestItem, type PaperRequest } from './paper-requests.ts';
export { compareLines, DIFFERENCES, isStriking, type ComparedLine, type Difference } from './comparison.ts';
export {
  BENEFITS,
  BENEFIT_CODES,
  CLAIM_TYPES,
  CLAIM_TYPE_CODES,
  claimTypeRule,
  openingCommandOf,
  type BenefitCode,
  type ClaimType,
  type ClaimTypeRule,
} from './claim-types.ts';
export { claimInputs } from './inputs.ts';
export { HEIRS_AT_MOST, HEIR_RELATIONS, heirOfPayee, heirsOf, type Heir } from './heirs.ts';
export { latePayments, LATE_PERCENT_A_DAY, type LatePayment } from './late-payment.ts';
export {
  amountFindings,
  duesOf,
  linesInPlay,
  MAIN_PAYEE,
  payeesOf,
  type AmountFinding,
  type Payee,
} from './payments.ts';
export { MAX_CHILDREN, SCHOOL_LEVELS, type SchoolLevel } from './scholarship.ts';

/** The code behind the claim definition's names. */
export const claimCode: CodeRegistry = {
  inputs: claimInputs,
  guards: claimGuards,
  effects: claimEffects,
  outcomes: claimOutcomes,
  conditions: claimConditions,
  holders: {},
  targets: {},
  starts: claimStarts,
};
