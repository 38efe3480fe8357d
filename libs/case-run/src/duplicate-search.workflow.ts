import * as wf from '@temporalio/workflow';
import type { AttemptInput, DuplicateActivities } from '@titian/workflow-contracts';
import { tellCase } from './report.ts';

// A local activity: it only reads the record, which is near.
const { findAlikeCases } = wf.proxyLocalActivities<DuplicateActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

/** Looks for cases that may be of the same worker or the same matter, and tells the case which, also when there is none. */
export async function duplicateSearchAttempt(input: AttemptInput): Promise<void> {
  const found = (await findAlikeCases(input)).map(({ caseId, rule }) => ({ caseId, rule }));
  await tellCase(input, { name: 'recordDuplicateSearch', actor: SYSTEM, input: { found } });
}
