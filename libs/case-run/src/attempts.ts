import type { AttemptName } from '@titian/domain/fold';
import { attemptWorkflowId } from '@titian/workflow-contracts';
import type { CaseRun } from './case-run.ts';

/**
 * Starts every attempt that the record asked for and nobody has answered. It is a workflow of its own, outlives this run and
 * reports by a command: no case waits for its result. Its id makes a second start harmless.
 */
export function attendAttempts(run: CaseRun): void {
  for (const [name, { status, number }] of Object.entries(run.state?.attempts ?? {})) {
    const attempt = name as AttemptName;
    if (status === 'requested' && run.startsOnce(attemptWorkflowId(run.caseId, attempt, number)))
      run.startAttempt(attempt, number);
  }
}
