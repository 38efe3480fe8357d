import type { Condition } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';

/** The worker has died: of the accident, or the claim is for a death. */
export const isDeath = ({ facts }: CaseState): boolean =>
  facts['accidentOutcome'] === 'DIED' || /^(JKM_|JKK_MENINGGAL|JHT_MENINGGAL)/.test(String(facts['claimType'] ?? ''));

/** When an evidence requirement holds, by versioned name. */
export const claimConditions = {
  'transportAsked@1': (state) => state.lines['JKK_TRANSPORT'] !== undefined,
  /** A scholarship begins anew each year; what expires is the claim of the death it follows from. */
  'rightExpires@1': ({ facts }) => facts['claimType'] !== 'BEASISWA',
  'died@1': isDeath,
  'survived@1': (state) => !isDeath(state),
} as const satisfies Record<string, Condition>;
