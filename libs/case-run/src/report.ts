import * as wf from '@temporalio/workflow';
import type { Command } from '@titian/domain';
import { attemptWorkflowId, type AttemptInput, type ReportActivities } from '@titian/workflow-contracts';

const { report } = wf.proxyActivities<ReportActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/**
 * An attempt tells its case, through the same door as everyone. The command id is the attempt's, so a repeated report changes
 * nothing, and it answers no later attempt; one with several things of one kind to tell says in `about` which
 * (`/JKM_SELAMA.main.1`). A refused report is logged and ends the matter: the case has gone on meanwhile.
 */
export async function tellCase(
  { caseType, caseId, attempt, number }: AttemptInput,
  command: Command,
  about = '',
): Promise<void> {
  const commandId = `${attemptWorkflowId(caseId, attempt, number)}/${command.name}${about}`;
  const receipt = await report({ caseType, caseId, commandId, command: { ...command, attempt: number } });
  if (receipt.status === 'refused')
    wf.log.warn('the case refused a report', { commandId, code: receipt.refusal?.code });
}
