import type { TargetRule } from '../kernel/registry.ts';
import { SEVERITY_DAYS } from './severity.ts';
import { reportOf } from './report.ts';

/** Lengths of complaint clocks, by versioned name. */
export const complaintTargets = {
  /** A case without a severity gets the longest time that the law knows. */
  'bySeverity@1': ({ facts }) => SEVERITY_DAYS[reportOf(facts).disposition?.severity ?? 'EXAMINATION'],
} as const satisfies Record<string, TargetRule>;
