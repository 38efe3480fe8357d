import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Command } from '@titian/domain';
import type { CaseState, CaseType } from '@titian/domain/fold';
import type { CommandAnswer } from './activities.ts';

// Everything a client may say to a case workflow. Running cases know these names: never rename one.

/** Task queue of case workflows and of the record's activities. */
export const CASE_TASK_QUEUE = 'cases';

/** Name of the workflow that carries a case type. */
export const caseWorkflowName = (type: CaseType): string => `${type}Workflow`;

/** The one workflow id of a case: its only door. */
export const caseWorkflowId = (type: CaseType, caseId: string): string => `${type}/${caseId}`;

/** All that a run is given; everything else it loads from the record. */
export interface CaseInput {
  readonly caseId: string;
}

/** A command on its way to the record. Update id and `commandId` are the same. */
export interface CommandRequest {
  readonly commandId: string;
  readonly command: Command;
}

/** Sends one command, intake too. Validators check shape and size; the record decides. */
export const executeCommand = defineUpdate<CommandAnswer, [CommandRequest]>('executeCommand');

/** Wakes a case, no more: it looks at its deadline again. */
export const wake = defineSignal('wake');

/** The state as this run has folded it; for tests and the reconciler, never for worklists. */
export const getState = defineQuery<CaseState | null>('getState');

/** The moment for which this run has armed its timer; null if it waits for commands only. For the guardian. */
export const getTimer = defineQuery<string | null>('getTimer');

/** A command larger than this is refused before it enters a history, in bytes of JSON. */
export const MAX_COMMAND_BYTES = 32_768;

/** After so many commands a run continues as new, so that histories stay short. */
export const COMMANDS_PER_RUN = 500;
