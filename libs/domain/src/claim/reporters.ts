import type { Role } from '../kernel/vocabulary.ts';
import { claimInputs } from './inputs.ts';

const REPORTERS: readonly string[] = claimInputs['opening@1'].shape.reporter.shape.relation.options;

/** As whom an office reports a claim: the law lists who may (Permenaker 4/2023 Pasal 43 ayat (2)). */
export function claimReporter(relation: string | undefined, role: Role): string {
  if (REPORTERS.includes(relation ?? '')) return relation ?? '';
  if (role === 'district_officer') return 'DISTRICT_LABOUR_OFFICE';
  return role === 'bp3mi_officer' || role === 'ministry_officer' ? 'BP2MI' : 'FAMILY';
}
