import { duplicateConditions } from '../duplicates/duplicates.ts';
import type { Condition } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';

/** The worker has died: of the accident, or the claim is for a death. */
export const isDeath = ({ facts }: CaseState): boolean =>
  facts['accidentOutcome'] === 'DIED' || /^(JKM_|JKK_MENINGGAL|JHT_MENINGGAL)/.test(String(facts['claimType'] ?? ''));

/** What was said of the event: on leave, lost at sea, partly paid by another insurer. */
const isSaid = ({ facts }: CaseState, circumstance: string): boolean =>
  (facts['circumstances'] as Readonly<Record<string, unknown>> | undefined)?.[circumstance] === true;

interface HeirSaid {
  readonly relation?: string;
  readonly minor?: boolean;
}
const heirs = ({ facts }: CaseState): readonly HeirSaid[] => (facts['heirs'] ?? []) as unknown as readonly HeirSaid[];

/** When an evidence requirement holds, by versioned name. */
export const claimConditions = {
  ...duplicateConditions,
  'transportAsked@1': (state) => state.lines['JKK_TRANSPORT'] !== undefined,
  /** A scholarship begins anew each year; what expires is the claim of the death it follows from. */
  'rightExpires@1': ({ facts }) => facts['claimType'] !== 'BEASISWA',
  'ticketAsked@1': (state) => state.facts['claimType'] === 'JKK_PEMULANGAN' || isSaid(state, 'journeyPaid'),
  'hostInsurancePaid@1': (state) => isSaid(state, 'hostInsurancePaid'),
  'died@1': isDeath,
  'paidToHeirs@1': (state) => isDeath(state) || state.facts['claimType'] === 'BEASISWA',
  'diedAshore@1': (state) => isDeath(state) && !isSaid(state, 'lostAtSea'),
  'lostAtSea@1': (state) => isDeath(state) && isSaid(state, 'lostAtSea'),
  'onLeave@1': (state) => isDeath(state) && isSaid(state, 'onLeave'),
  'spouseInherits@1': (state) => isDeath(state) && heirs(state).some(({ relation }) => relation === 'SPOUSE'),
  'minorInherits@1': (state) => isDeath(state) && heirs(state).some(({ minor }) => minor === true),
  'survived@1': (state) => !isDeath(state),
} as const satisfies Record<string, Condition>;
