import * as wf from '@temporalio/workflow';
import { tellCase } from '@titian/case-run';
import type { Actor, JsonObject } from '@titian/domain';
import { BPJS_TASK_QUEUE, type AttemptInput, type InsurerActivities } from '@titian/workflow-contracts';

// The insurer may be away for days: these are tried until they succeed, and the case's own clocks tell people meanwhile.
const insurer = wf.proxyActivities<InsurerActivities>({
  taskQueue: BPJS_TASK_QUEUE,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** The gateway speaks for the insurer: what it reports comes from the insurer's own answer. */
const GATEWAY: Actor = { id: 'bpjs-gateway', role: 'insurer', office: 'bpjs', area: '' };
const SYSTEM: Actor = { id: 'system', role: 'system', office: 'titian', area: '' };

const told = (name: string, input: JsonObject = {}, actor = GATEWAY) => ({ name, actor, input });

/** Asks the insurer. What no retry can mend becomes a finding that people look at: an attempt never ends in silence. */
async function ask<T>(input: AttemptInput, call: (input: AttemptInput) => Promise<T>): Promise<T | null> {
  try {
    return await call(input);
  } catch (error) {
    if (!(error instanceof wf.ActivityFailure)) throw error;
    await tellCase(input, told('reconcileFinding', { finding: 'REQUEST_NOT_TAKEN' }, SYSTEM));
    return null;
  }
}

/** Reports the accident, stage I, once. Ends with the report of its receipt; on paper an officer reports it. */
export async function accidentReportAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.reportAccident);
  if (result?.kind !== 'received') return;
  const { reference, receivedAt } = result;
  await tellCase(input, told('accidentReportReceived', { reference, receivedAt }));
}

/** Hands the file to the insurer once and reports the receipt, the refusal, a like claim, or that it waits for the counter. */
export async function submissionAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.submitClaim);
  if (result === null) return;
  switch (result.kind) {
    case 'received': {
      const { reference, receivedAt } = result;
      await tellCase(input, told('insurerReceived', { reference, receivedAt }));
      return;
    }
    case 'refused': {
      const { reasonCode, article } = result;
      await tellCase(input, told('insurerRefusedIntake', { reasonCode, ...(article === null ? {} : { article }) }));
      return;
    }
    case 'duplicate':
      await tellCase(input, told('duplicateFound', { caseId: result.caseId }, SYSTEM));
      return;
    case 'manual':
      await tellCase(input, told('filingPrepared', { channel: 'manual' }));
  }
}

/** Sends the papers that the insurer asked for and reports that they arrived. */
export async function informationAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.sendInformation);
  if (result?.kind === 'delivered') await tellCase(input, told('informationDelivered'));
}

/** Sends the objection of the family once; the new decision is reported by the insurer's callback. */
export async function objectionAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.fileObjection);
  if (result?.kind === 'delivered') await tellCase(input, told('objectionDelivered'));
}

/** Sends every order that waits and reports what the insurer said; the money itself is reported by its callbacks. */
export async function paymentAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.requestPayments);
  if (result?.kind !== 'sent') return;
  for (const answer of result.orders) {
    const { order, paymentReference } = answer;
    const about = { order, paymentReference };
    const command =
      answer.kind === 'ordered'
        ? told('paymentOrdered', about)
        : told('paymentFailed', { ...about, reasonCode: answer.reasonCode });
    await tellCase(input, command, `/${order}`);
  }
  await tellCase(input, told('ordersDelivered'));
}

/** Asks the insurer to let the claim go and reports its answer: only then is the claim withdrawn. */
export async function withdrawalAttempt(input: AttemptInput): Promise<void> {
  const result = await ask(input, insurer.withdrawClaim);
  if (result?.kind === 'accepted') await tellCase(input, told('insurerAcceptsWithdrawal', { reasonCode: 'OWN_WISH' }));
  if (result?.kind === 'refused')
    await tellCase(input, told('insurerRefusesWithdrawal', { reasonCode: result.reasonCode }));
}
