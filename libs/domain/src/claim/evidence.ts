import type { CaseDefinition, EvidenceRule } from '../kernel/definition.ts';
import type { CodeRegistry } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';

/** A paper that the claim needs, and where it stands. */
export interface RequirementStatus {
  readonly requirement: string;
  readonly rule: EvidenceRule;
  /** `missing` also after a return: the paper is wanted again. */
  readonly status: 'missing' | 'attached' | 'verified';
}

/** The requirements that hold for this case, in the order of the definition. */
export function requirementsOf(
  definition: CaseDefinition,
  conditions: CodeRegistry['conditions'],
  state: CaseState,
): readonly RequirementStatus[] {
  const claimType = String(state.facts['claimType'] ?? '');
  return Object.entries(definition.evidence)
    .filter(([, rule]) => rule.claimTypes.length === 0 || rule.claimTypes.includes(claimType))
    .filter(([, rule]) => rule.when === undefined || conditions[rule.when]?.(state) === true)
    .map(([requirement, rule]) => {
      const item = state.evidence[requirement];
      const status = item === undefined || item.status === 'returned' ? 'missing' : item.status;
      return { requirement, rule, status };
    });
}
