import type { Claim, Payment, QueuedCallback } from './state.ts';

function paymentView({ paymentReference, orderRef, status, lines, orderedAt, paidDay, reasonCode }: Payment): object {
  return { paymentReference, orderRef, status, lines, orderedAt, paidDay, reasonCode };
}

/** A claim as the contract shows it; the account it is paid to stays out. */
export function claimView(claim: Claim): object {
  const { claimRef, branch, attempt, claimType, programme, riskDay, riskCountry, lines, payee } = claim.submission;
  return {
    reference: claim.reference,
    claimRef,
    branch,
    attempt,
    claimType,
    programme,
    riskDay,
    riskCountry,
    status: claim.status,
    receivedAt: claim.receivedAt,
    updatedAt: claim.updatedAt,
    documents: claim.documents,
    lines,
    payeeKind: payee.kind,
    intakeRefusal: claim.intakeRefusal,
    informationRequest: claim.informationRequest,
    decisions: claim.decisions,
    decidedAt: claim.decidedAt,
    decider: claim.decider,
    payments: claim.payments.map(paymentView),
  };
}

/** A callback without its text. */
export function callbackView(callback: QueuedCallback): object {
  const {
    callbackId,
    callbackType: type,
    reference,
    claimRef,
    occurredAt,
    attempts,
    deliveredAt,
    lastFault,
    refusal,
  } = callback;
  return { callbackId, type, reference, claimRef, occurredAt, attempts, deliveredAt, lastFault, refusal };
}
