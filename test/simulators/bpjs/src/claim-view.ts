import type { Claim, Payment, QueuedCallback } from './state.ts';

function paymentView({ paymentReference, status, lines, orderedAt, paidDay, reasonCode }: Payment): object {
  return { paymentReference, status, lines, orderedAt, paidDay, reasonCode };
}

/** A claim as the contract shows it; the account it is paid to stays out. */
export function claimView(claim: Claim): object {
  const { claimRef, attempt, claimType, programme, riskDay, riskCountry, lines, payee } = claim.submission;
  return {
    reference: claim.reference,
    claimRef,
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
  } = callback;
  return { callbackId, type, reference, claimRef, occurredAt, attempts, deliveredAt, lastFault };
}
