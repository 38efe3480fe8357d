import { dayNumber, startOfDay } from '../kernel/clock/calendar.ts';
import type { StartRule } from '../kernel/registry.ts';

/** What claim clocks count from, by versioned name. */
export const claimStarts = {
  /** The day of the accident or death; a claim without one counts from its opening. */
  'riskDay@1': ({ facts, zone, openedAt }) =>
    typeof facts['riskDay'] === 'string' ? startOfDay(dayNumber(facts['riskDay']), zone) : openedAt,
} as const satisfies Record<string, StartRule>;
