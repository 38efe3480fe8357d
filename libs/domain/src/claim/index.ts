import type { CodeRegistry } from '../kernel/registry.ts';
import { claimConditions } from './conditions.ts';
import { claimEffects, claimOutcomes } from './effects.ts';
import { claimGuards } from './guards.ts';
import { claimInputs } from './inputs.ts';
import { claimStarts } from './starts.ts';

export { claimDefinition } from './claim.definition.ts';
export { requirementsOf, type RequirementStatus } from './evidence.ts';
export { openingCommandOf } from './claim-types.ts';
export { claimInputs } from './inputs.ts';
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
export { SCHOOL_LEVELS, type SchoolLevel } from './scholarship.ts';

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
