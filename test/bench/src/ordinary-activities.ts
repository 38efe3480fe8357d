import * as wf from '@temporalio/workflow';
import type { AttemptActivities, RecordActivities } from '@titian/workflow-contracts';

/** Stands in for libs/case-run's local activities in a bundle of the bench: the other way that ADR 20 weighs. */
export const { load, commit, startAttempt } = wf.proxyActivities<RecordActivities & AttemptActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '50 milliseconds', maximumInterval: '5 seconds' },
});
