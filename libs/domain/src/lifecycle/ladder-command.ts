import type { LegalBasis } from '../shared/legal-basis.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Commands } from './commands.ts';

/** Climbing without waiting for a clock, by the family or any office: one rule for every case type. */
export const ladderCommand = (
  basis: LegalBasis,
  officers: readonly Role[],
  stages: readonly string[],
  reasons: readonly string[] = [],
): Commands<'escalateByHand'> => ({
  escalateByHand: {
    label: { id: 'Naikkan ke atas', en: 'Climb the ladder by hand' },
    legalBasis: [basis],
    event: 'escalated-by-hand',
    from: [...stages],
    roles: ['family', ...officers],
    input: 'reason@1',
    guards: [],
    whileSuspended: true,
    escalates: true,
    reasons: ['NOBODY_ACTS', 'LIFE_AT_RISK', ...reasons],
  },
});
