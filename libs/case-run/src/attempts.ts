import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import * as wf from '@temporalio/workflow';
import type { AttemptName } from '@titian/domain/fold';
import { attemptWorkflowId, attemptWorkflowName, CASE_TASK_QUEUE, type AttemptInput } from '@titian/workflow-contracts';
import type { CaseRun } from './case-run.ts';

/**
 * Starts the child of every attempt that the record asked for and nobody has answered. The child outlives this run and
 * reports by a command: no case waits for a child's result. Its id makes a second start harmless.
 */
export function attendAttempts(run: CaseRun): void {
  for (const [name, attempt] of Object.entries(run.state?.attempts ?? {})) {
    if (attempt.status !== 'requested') continue;
    const input: AttemptInput = {
      caseType: run.caseType,
      caseId: run.caseId,
      attempt: name as AttemptName,
      number: attempt.number,
    };
    const workflowId = attemptWorkflowId(run.caseId, input.attempt, input.number);
    if (run.startsOnce(workflowId)) void start(workflowId, input);
  }
}

async function start(workflowId: string, input: AttemptInput): Promise<void> {
  try {
    await wf.startChild(attemptWorkflowName(input.attempt), {
      workflowId,
      args: [input],
      taskQueue: CASE_TASK_QUEUE,
      parentClosePolicy: 'ABANDON',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error; // it runs, or has done its work
  }
}
