import { isWithin, OFFICERS, type AreaCode, type Role } from '@titian/domain';
import type { Identity } from './identity.ts';

/** What a request wants of the API. The stage is judged with the command itself, by the definition. */
export type Action =
  | 'case:open'
  | 'case:read'
  | 'case:command'
  | 'worklist:read'
  | 'office:read'
  | 'person:read'
  | 'bank-account:read'
  | 'report:read'
  | 'consistency:read';

/** Role × action. A role that is not listed may not; there is no default that lets in. */
const MAY: Readonly<Record<Action, readonly Role[]>> = {
  'case:open': ['village_officer', 'district_officer', 'bp3mi_officer'],
  'case:read': ['family', ...OFFICERS],
  'case:command': ['family', ...OFFICERS],
  'worklist:read': OFFICERS,
  // Where a matter goes is nobody's secret; who works there is told to that office and those above it.
  'office:read': ['family', ...OFFICERS],
  'person:read': ['family', 'village_officer', 'district_officer', 'bp3mi_officer'],
  'bank-account:read': ['family', 'district_officer', 'bp3mi_officer'],
  'report:read': ['district_officer', 'bp3mi_officer', 'ministry_officer'],
  // What offices make of cases alike is for those who answer for all of them.
  'consistency:read': ['ministry_officer', 'insurer', 'insurer_region', 'insurer_centre'],
};

/** Why an identity may not; null if it may. */
export type Denial = 'role' | 'area' | 'case' | null;

/** The one place that says who may do what where. Row-level security says it again for reads. */
export function denial(
  identity: Identity,
  action: Action,
  subject: { readonly area?: AreaCode; readonly caseId?: string } = {},
): Denial {
  if (!MAY[action].includes(identity.role)) return 'role';
  if (identity.onlyCase !== undefined && subject.caseId !== identity.onlyCase) return 'case';
  if (subject.area !== undefined && !isWithin(subject.area, identity.area)) return 'area';
  return null;
}

/** Roles that an action is open to, for the remedy of a refusal. */
export const rolesFor = (action: Action): readonly Role[] => MAY[action];
