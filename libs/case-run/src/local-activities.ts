import * as wf from '@temporalio/workflow';
import type { AttemptActivities, RecordActivities } from '@titian/workflow-contracts';

// Local activities: the record is near, and a command costs one workflow task instead of three.
export const { load, commit, startAttempt } = wf.proxyLocalActivities<RecordActivities & AttemptActivities>({
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '1 hour',
  localRetryThreshold: '30 seconds',
  retry: { initialInterval: '50 milliseconds', maximumInterval: '5 seconds' },
});
