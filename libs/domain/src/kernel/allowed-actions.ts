import { isWithin } from '../shared/area-code.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';
import type { Text } from '../shared/text.ts';
import { checkStanding } from './checks.ts';
import type { CaseModel, GuardRefusal } from './registry.ts';
import type { CaseState } from './state.ts';
import type { Actor, Instant } from './vocabulary.ts';

/** One command an actor may do now, with the article that allows it and what still stands in the way. */
export interface AllowedAction {
  readonly command: string;
  readonly label: Text;
  readonly legalBasis: readonly LegalBasis[];
  /** Guards not met yet; empty = may be sent now. Guards that judge the input are asked only when it is sent. */
  readonly blockedBy: readonly GuardRefusal[];
}

/** What this actor may do to this case now. Nothing outside their area, and nothing their role may not do. */
export function allowedActions(
  model: CaseModel,
  state: CaseState,
  actor: Actor,
  now: Instant,
): readonly AllowedAction[] {
  if (!isWithin(state.area, actor.area)) return [];
  return Object.entries(model.definition.commands).flatMap(([name, rule]) => {
    if (checkStanding(model.definition, state, { name, actor, input: {} }, rule) !== null) return [];
    const situation = { definition: model.definition, state, rule, actor, input: {}, now };
    const blockedBy = rule.guards.flatMap((guard) => {
      const known = model.code.guards[guard];
      return known === undefined || known.readsInput ? [] : (known.check(situation) ?? []);
    });
    return [{ command: name, label: rule.label, legalBasis: rule.legalBasis, blockedBy }];
  });
}
