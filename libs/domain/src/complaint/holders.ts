import type { HolderRule } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Role } from '../kernel/vocabulary.ts';
import { reviewerOf, roleOf } from '../kernel/bodies.ts';
import { reportOf } from './report.ts';

/** Who handles it: the body it was given to; the regency for a case that was closed before it was given to any. */
const handlerOf = ({ facts }: CaseState): Role => roleOf(reportOf(facts).disposition?.body) ?? 'district_officer';

/** Who holds a stage of a complaint, by versioned name. */
export const complaintHolders = {
  'byBody@1': {
    roles: ['village_officer', 'subdistrict_officer', 'district_officer', 'bp3mi_officer', 'ministry_officer'],
    find: handlerOf,
  },
  'officeAbove@1': {
    roles: ['district_officer', 'bp3mi_officer', 'ministry_officer'],
    find: (state) => reviewerOf(handlerOf(state)),
  },
} as const satisfies Record<string, HolderRule>;
