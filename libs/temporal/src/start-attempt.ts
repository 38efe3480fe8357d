import type { WorkflowClient } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { attemptWorkflowId, attemptWorkflowName, CASE_TASK_QUEUE, type AttemptInput } from '@titian/workflow-contracts';

/**
 * Starts an attempt as a workflow of its own: nothing of it enters the history of its case. Repeatable: one that runs, or has ended
 * well, is left as it is. @throws Error of the transport
 */
export async function startAttempt(workflows: WorkflowClient, input: AttemptInput): Promise<void> {
  try {
    await workflows.start(attemptWorkflowName(input.attempt), {
      workflowId: attemptWorkflowId(input.caseId, input.attempt, input.number),
      args: [input],
      taskQueue: CASE_TASK_QUEUE,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
