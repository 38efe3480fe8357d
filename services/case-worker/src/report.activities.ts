import { ApplicationFailure } from '@temporalio/common';
import { sendCommand, type CaseClient } from '@titian/temporal';
import type { ReportActivities } from '@titian/workflow-contracts';

/** An attempt speaks to its case through the same door as everyone. */
export function reportActivities(client: CaseClient): ReportActivities {
  return {
    report: async ({ caseType, caseId, commandId, command }) => {
      const result = await sendCommand(client, { caseType, caseId, commandId, command });
      switch (result.kind) {
        case 'answered':
          return result.receipt;
        case 'malformed':
          throw ApplicationFailure.nonRetryable(result.message, result.code);
        case 'pending':
          throw new Error('the case did not answer in time'); // Temporal tries again with the same command id
      }
    },
  };
}
