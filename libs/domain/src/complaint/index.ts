import type { CodeRegistry } from '../kernel/registry.ts';
import { complaintConditions } from './conditions.ts';
import { complaintEffects, complaintOutcomes } from './effects.ts';
import { complaintGuards } from './guards.ts';
import { complaintHolders } from './holders.ts';
import { complaintInputs } from './inputs.ts';
import { complaintTargets } from './targets.ts';

export { complaintDefinition } from './complaint.definition.ts';
export { CATEGORIES, categoryOf, type CategoryRule } from './categories.ts';
export { SEVERITY_DAYS, type Severity } from './severity.ts';
export { complaintInputs } from './inputs.ts';

/** The code behind the complaint definition's names. */
export const complaintCode: CodeRegistry = {
  inputs: complaintInputs,
  guards: complaintGuards,
  effects: complaintEffects,
  outcomes: complaintOutcomes,
  conditions: complaintConditions,
  holders: complaintHolders,
  targets: complaintTargets,
  starts: {},
};
