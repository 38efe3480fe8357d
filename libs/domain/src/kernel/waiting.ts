import type { CaseDefinition } from './definition.ts';
import type { CaseState, Offer } from './state.ts';
import { WAITED_FOR, type WaitedFor } from './vocabulary.ts';

/**
 * Whom an open case waits for outside the office that holds it, in the order of the vocabulary; empty if its own holder must
 * act. A suspension says it for the stage; what a flag awaits, and the answer to an offer, come beside it.
 */
export function waitsFor(definition: CaseDefinition, state: CaseState): readonly WaitedFor[] {
  if (state.status === 'closed') return [];
  const awaited = new Set([
    state.suspension === null ? ofStage(definition, state) : definition.suspensions[state.suspension]?.waitsFor,
    ...state.flags.map((flag) => definition.flags[flag]?.waitsFor),
    ...Object.values(state.offers).map(ofOffer),
  ]);
  return WAITED_FOR.filter((who) => awaited.has(who));
}

function ofStage({ stages, sideways }: CaseDefinition, { stage, custody }: CaseState): WaitedFor | undefined {
  if (custody.role === sideways[0]?.role) return 'insurer';
  return stages[stage]?.waitsFor;
}

/** A body outside has no desk here: whoever holds the case records what it says. */
const ofOffer = ({ status, to }: Offer): WaitedFor | undefined =>
  status === 'accepted' ? undefined : to === null ? 'third_party' : 'office';
