import * as wf from '@temporalio/workflow';
import { tellCase } from '@titian/case-run';
import type { Actor } from '@titian/domain';
import { BPJS_TASK_QUEUE, type AttemptInput, type InsurerActivities } from '@titian/workflow-contracts';

// The insurer may be away for days: these are tried until they succeed, and the case's own clocks tell people meanwhile.
const insurer = wf.proxyActivities<InsurerActivities>({
  taskQueue: BPJS_TASK_QUEUE,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** The gateway speaks for the insurer: what it reports comes from the insurer's own answer. */
const GATEWAY: Actor = { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' };

/** Hands the file to the insurer once and reports the receipt, or the refusal at the counter. Ends with the report. */
export async function submissionAttempt(input: AttemptInput): Promise<void> {
  const result = await insurer.submitClaim(input);
  await tellCase(
    input,
    result.kind === 'received'
      ? {
          name: 'insurerReceived',
          actor: GATEWAY,
          input: { reference: result.reference, receivedAt: result.receivedAt },
        }
      : {
          name: 'insurerRefusedIntake',
          actor: GATEWAY,
          input: { reasonCode: result.reasonCode, ...(result.article === null ? {} : { article: result.article }) },
        },
  );
}

/** Sends the papers that the insurer asked for and reports that they arrived. */
export async function informationAttempt(input: AttemptInput): Promise<void> {
  await insurer.sendInformation(input);
  await tellCase(input, { name: 'informationDelivered', actor: GATEWAY, input: {} });
}

/** Sends the objection of the family once; the new decision is reported by the insurer's callback. */
export async function objectionAttempt(input: AttemptInput): Promise<void> {
  await insurer.fileObjection(input);
  await tellCase(input, { name: 'objectionDelivered', actor: GATEWAY, input: {} });
}

/** Asks for the payment once and reports the order; the money itself is reported by the insurer's callback. */
export async function paymentAttempt(input: AttemptInput): Promise<void> {
  const { paymentReference } = await insurer.requestPayment(input);
  await tellCase(input, { name: 'paymentOrdered', actor: GATEWAY, input: { paymentReference } });
}
