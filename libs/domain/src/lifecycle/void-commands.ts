import { OWN_RULE } from '../shared/legal-basis.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { Commands } from './commands.ts';

/** Who proposes and who agrees, when, and for which reasons. */
export interface VoidWish {
  readonly stages: readonly string[];
  readonly proposers: readonly Role[];
  readonly deciders: readonly Role[];
  /** Input of the proposal. */
  readonly input: string;
  readonly reasons: readonly string[];
  readonly refusals: readonly string[];
}

/** Voiding by two officers, one who proposes and another who agrees: one rule for every case type. */
export function voidCommands({
  stages,
  proposers,
  deciders,
  input,
  reasons,
  refusals,
}: VoidWish): Commands<'proposeVoid' | 'confirmVoid' | 'rejectVoid'> {
  const shared = { legalBasis: [OWN_RULE], from: [...stages], whileSuspended: true };
  const deciding = { ...shared, roles: [...deciders], guards: ['voidProposed@1'], clears: ['void_proposed'] };
  return {
    proposeVoid: {
      ...shared,
      label: { id: 'Usulkan pembatalan', en: 'Propose to void it' },
      event: 'void-proposed',
      roles: [...proposers],
      input,
      guards: ['noVoidProposed@1'],
      effect: 'recordVoidReason@1',
      raises: ['void_proposed'],
      reasons: [...reasons],
    },
    confirmVoid: {
      ...deciding,
      label: { id: 'Setujui pembatalan', en: 'Agree to void it' },
      event: 'voided',
      input: 'nothing@1',
      checks: 'proposeVoid',
      to: 'closed',
      outcome: 'byVoidReason@1',
    },
    rejectVoid: {
      ...deciding,
      label: { id: 'Tolak pembatalan', en: 'Refuse to void it' },
      event: 'void-refused',
      input: 'reason@1',
      reasons: [...refusals],
    },
  };
}
