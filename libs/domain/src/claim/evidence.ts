import type { CaseDefinition, EvidenceRule } from '../kernel/definition.ts';
import type { CodeRegistry } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';

/** A paper that the claim needs, and where it stands. */
export interface RequirementStatus {
  readonly requirement: string;
  readonly rule: EvidenceRule;
  /** What it rests on for this type of claim. */
  readonly legalBasis: readonly LegalBasis[];
  /** Only counters ask for it: it holds nothing up. */
  readonly advised: boolean;
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
      const legalBasis = rule.legalBasisFor?.[claimType] ?? rule.legalBasis;
      return { requirement, rule, legalBasis, advised: rule.advised === true, status };
    });
}

/** Papers without which the file is not complete: what only counters ask for never holds it up. */
export const isWanted = ({ status, advised }: RequirementStatus): boolean => status === 'missing' && !advised;
