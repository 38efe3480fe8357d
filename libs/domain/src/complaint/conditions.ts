import { duplicateConditions } from '../duplicates/duplicates.ts';
import type { Condition } from '../kernel/registry.ts';
import { isStopped } from '../kernel/clock/ledger.ts';
import { reportOf } from './report.ts';

/** When an evidence requirement holds or a clock starts, by versioned name. */
export const complaintConditions = {
  ...duplicateConditions,
  /** Once: a family that was reached is not called again because somebody marks what is known. */
  'urgent@1': ({ flags, clocks }) => flags.includes('urgent') && clocks['contact#1'] === undefined,
  /** One legal clock at a time: a case that changes hands keeps the one it has. */
  'noLegalClock@1': ({ clocks }) => !Object.values(clocks).some((clock) => clock.name === 'legal' && !isStopped(clock)),
  'asksFamily@1': ({ flags }) => flags.includes('incomplete'),
  'foundUnsolvable@1': ({ facts }) => reportOf(facts).resolution?.result === 'rejected',
  'filedByProxy@1': ({ facts }) => ['LAWYER', 'ORGANISATION'].includes(reportOf(facts).reporter?.relation ?? ''),
  'mediated@1': ({ stage, milestones }) => stage === 'mediation' || milestones['settled'] !== undefined,
} as const satisfies Record<string, Condition>;
