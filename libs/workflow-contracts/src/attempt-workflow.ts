import type { AttemptName } from '@titian/domain/fold';

/** Task queue of the insurer's gateway. */
export const BPJS_TASK_QUEUE = 'bpjs';

/** Workflow id of an attempt: `<caseId>/submission/1`. Also the idempotency key towards the insurer. */
export const attemptWorkflowId = (caseId: string, attempt: AttemptName, number: number): string =>
  `${caseId}/${attempt}/${number}`;

/** Name of the workflow that carries an attempt. */
export const attemptWorkflowName = (attempt: AttemptName): string => `${attempt}Attempt`;
