import {
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { CaseType, Command } from '@titian/domain';
import {
  CASE_TASK_QUEUE,
  caseWorkflowId,
  caseWorkflowName,
  executeCommand,
  type CaseInput,
  type Receipt,
} from '@titian/workflow-contracts';
import type { CaseClient } from './case-client.ts';

/** Tries of one command are at most this far apart. */
const LONGEST_PAUSE_MS = 1_000;
/** After this the caller is told to ask again: the command may still be on its way. */
const PATIENCE_MS = 15_000;
/** One try waits no longer for its answer; the next asks with the same id and joins the first. */
const TRY_MS = 5_000;

export interface CommandOnItsWay {
  readonly caseType: CaseType;
  readonly caseId: string;
  /** The caller's own id: sent twice, it acts once. */
  readonly commandId: string;
  readonly command: Command;
}

/** What came of a command: the record's receipt, or nothing yet. */
export type SendResult =
  | { readonly kind: 'answered'; readonly receipt: Receipt }
  | { readonly kind: 'malformed'; readonly code: string; readonly message: string }
  /** Not known yet: ask the receipt by command id. `reached` is false if Temporal could not be reached at all. */
  | { readonly kind: 'pending'; readonly reached: boolean };

/**
 * Sends a command to its case, wherever the case is: new, running, closed or lost, the same call starts or finds its run
 * (update-with-start). Faults of transport are tried again with the same id; only the record refuses.
 */
export async function sendCommand(
  client: CaseClient,
  sent: CommandOnItsWay,
  patienceMs = PATIENCE_MS,
): Promise<SendResult> {
  const deadline = Date.now() + patienceMs;
  let reached = false;
  for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      const { caseId: _caseId, ...receipt } = await tryOnce(client, sent, Math.min(TRY_MS, deadline - Date.now()));
      return { kind: 'answered', receipt };
    } catch (error) {
      const malformed = asMalformed(error);
      if (malformed !== null) return malformed;
      reached ||= isFromServer(error);
    }
    const wait = pause * (0.5 + Math.random() / 2);
    if (Date.now() + wait >= deadline) return { kind: 'pending', reached };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

function tryOnce(client: CaseClient, { caseType, caseId, commandId, command }: CommandOnItsWay, withinMs: number) {
  const startWorkflowOperation = new WithStartWorkflowOperation<(input: CaseInput) => Promise<void>>(
    caseWorkflowName(caseType),
    {
      workflowId: caseWorkflowId(caseType, caseId),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      taskQueue: CASE_TASK_QUEUE,
      workflowTaskTimeout: '3 seconds', // a killed worker freezes the case that long
      args: [{ caseId }],
    },
  );
  return client.workflows.withDeadline(Date.now() + Math.max(1, withinMs), () =>
    client.workflows.executeUpdateWithStart(executeCommand, {
      updateId: commandId,
      args: [{ commandId, command }],
      startWorkflowOperation,
    }),
  );
}

/** Only the validators of our own workflows refuse by failure; everything else Temporal says is transport. */
function asMalformed(error: unknown): Extract<SendResult, { kind: 'malformed' }> | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type?.startsWith('titian/') !== true) return null;
  return { kind: 'malformed', code: cause.type, message: cause.message };
}

function isFromServer(error: unknown): boolean {
  return error instanceof WorkflowUpdateFailedError || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError;
}
