import type { Condition } from '../kernel/registry.ts';

/** When an evidence requirement holds, by versioned name. */
export const claimConditions = {
  'transportAsked@1': (state) => state.lines['JKK_TRANSPORT'] !== undefined,
} as const satisfies Record<string, Condition>;
