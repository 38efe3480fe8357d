import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';

/** A refusal in both languages: what is wrong, and what to do about it. */
export const unmet = (id: string, en: string, remedyId: string, remedyEn: string, field?: string): GuardRefusal => ({
  message: { id, en },
  remedy: { id: remedyId, en: remedyEn },
  ...(field === undefined ? {} : { field }),
});

/** A guard that judges the input too. */
export const onInput = (check: Guard['check']): Guard => ({ check, readsInput: true });

/** A guard on the stored case alone; an opening command has none to judge. */
export const onState = (check: (state: CaseState, situation: Situation) => GuardRefusal | null): Guard => ({
  check: (situation) => (situation.state === null ? null : check(situation.state, situation)),
  readsInput: false,
});
