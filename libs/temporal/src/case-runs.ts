import { QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client';
import type { CaseType } from '@titian/domain';
import {
  CASE_TASK_QUEUE,
  caseWorkflowId,
  caseWorkflowName,
  getTimer,
  wake,
  type CaseInput,
} from '@titian/workflow-contracts';
import type { CaseClient } from './case-client.ts';
import { sendCommand } from './send-command.ts';

/** Nobody waits longer for an answer here; who asks, asks again. */
const PATIENCE_MS = 5_000;

/** A case by what its run is called. */
export interface CaseRef {
  readonly caseType: CaseType;
  readonly caseId: string;
}

/** True while a run of the case lives. */
export async function isRunning({ workflows }: CaseClient, { caseType, caseId }: CaseRef): Promise<boolean> {
  try {
    const handle = workflows.getHandle(caseWorkflowId(caseType, caseId));
    const { status } = await workflows.withDeadline(Date.now() + PATIENCE_MS, () => handle.describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** The moment for which the run has armed its timer; undefined from a run that cannot say. Wakes a worker: ask a few, not all. */
export async function timerOf(
  { workflows }: CaseClient,
  { caseType, caseId }: CaseRef,
): Promise<string | null | undefined> {
  try {
    const handle = workflows.getHandle(caseWorkflowId(caseType, caseId));
    return await workflows.withDeadline(Date.now() + PATIENCE_MS, () => handle.query(getTimer));
  } catch (error) {
    if (error instanceof QueryNotRegisteredError) return undefined; // a worker of an older release answered
    throw error;
  }
}

/** Starts a run if none lives, and lets it look at its deadline again. Repeatable: a run that lives goes on as it was. */
export async function startRun({ workflows }: CaseClient, { caseType, caseId }: CaseRef): Promise<void> {
  await workflows.withDeadline(Date.now() + PATIENCE_MS, () =>
    workflows.signalWithStart<(input: CaseInput) => Promise<void>>(caseWorkflowName(caseType), {
      workflowId: caseWorkflowId(caseType, caseId),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      taskQueue: CASE_TASK_QUEUE,
      workflowTaskTimeout: '3 seconds', // as every run of a case
      args: [{ caseId }],
      signal: wake,
      signalArgs: [],
    }),
  );
}

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

/** The runs of cases as a guardian reaches them. */
export interface ReachedRuns {
  readonly isRunning: (of: CaseRef) => Promise<boolean>;
  readonly startRun: (of: CaseRef) => Promise<void>;
  readonly timerOf: (of: CaseRef) => ReturnType<typeof timerOf>;
  /** Asks a case to set its watch right. @returns true if the case did it */
  readonly keepWatch: (of: CaseRef, commandId: string) => Promise<boolean>;
}

/** Looks, starts and asks through one client. */
export const guardedRuns = (client: CaseClient): ReachedRuns => ({
  isRunning: (of) => isRunning(client, of),
  startRun: (of) => startRun(client, of),
  timerOf: (of) => timerOf(client, of),
  keepWatch: async (of, commandId) => {
    const command = { name: 'keepWatch', actor: SYSTEM, input: {} };
    const result = await sendCommand(client, { ...of, commandId, command });
    return result.kind === 'answered' && result.receipt.status === 'done';
  },
});
