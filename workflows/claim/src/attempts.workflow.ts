import * as wf from '@temporalio/workflow';
import type { Actor, Command } from '@titian/domain';
import {
  attemptWorkflowId,
  BPJS_TASK_QUEUE,
  type AttemptInput,
  type InsurerActivities,
  type ReportActivities,
} from '@titian/workflow-contracts';

// The insurer may be away for days: these are tried until they succeed, and the case's own clocks tell people meanwhile.
const insurer = wf.proxyActivities<InsurerActivities>({
  taskQueue: BPJS_TASK_QUEUE,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});
const { report } = wf.proxyActivities<ReportActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '1 minute' },
});

/** The gateway speaks for the insurer: what it reports comes from the insurer's own answer. */
const GATEWAY: Actor = { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' };

/** Hands the file to the insurer once and reports the receipt, or the refusal at the counter. Ends with the report. */
export async function submissionAttempt(input: AttemptInput): Promise<void> {
  const result = await insurer.submitClaim(input);
  await tell(
    input,
    result.kind === 'received'
      ? { name: 'insurerReceived', input: { reference: result.reference, receivedAt: result.receivedAt } }
      : {
          name: 'insurerRefusedIntake',
          input: { reasonCode: result.reasonCode, ...(result.article === null ? {} : { article: result.article }) },
        },
  );
}

/** Sends the papers that the insurer asked for and reports that they arrived. */
export async function informationAttempt(input: AttemptInput): Promise<void> {
  await insurer.sendInformation(input);
  await tell(input, { name: 'informationDelivered', input: {} });
}

/** Asks for the payment once and reports the order; the money itself is reported by the insurer's callback. */
export async function paymentAttempt(input: AttemptInput): Promise<void> {
  const { paymentReference } = await insurer.requestPayment(input);
  await tell(input, { name: 'paymentOrdered', input: { paymentReference } });
}

/** Through the same door as everyone; the command id is the attempt's, so a repeated report changes nothing. */
async function tell(
  { caseType, caseId, attempt, number }: AttemptInput,
  command: Omit<Command, 'actor'>,
): Promise<void> {
  const commandId = `${attemptWorkflowId(caseId, attempt, number)}/${command.name}`;
  const receipt = await report({ caseType, caseId, commandId, command: { ...command, actor: GATEWAY } });
  if (receipt.status === 'refused')
    wf.log.warn('the case refused a report', { commandId, code: receipt.refusal?.code });
}
