import { ledgerView } from './ledger.ts';
import type { Claim, State } from './state.ts';

/** A claim as the caller may read it; the account it is paid to stays out. */
export function claimView(claim: Claim): object {
  const { reference, submission, status, receivedAt, updatedAt, decisions, documents, informationRequest } = claim;
  return {
    reference,
    claimRef: submission.claimRef,
    attempt: submission.attempt,
    claimType: submission.claimType,
    status,
    receivedAt,
    updatedAt,
    lines: submission.lines,
    documents,
    decisions,
    payments: claim.payments.map(({ accountToken: _token, ...payment }) => payment),
    ...(informationRequest === undefined ? {} : { informationRequest }),
    ...(claim.intakeRefusal === undefined ? {} : { intakeRefusal: claim.intakeRefusal }),
  };
}

/** Claims with activity on a day, oldest first. */
export const reconciliationView = (state: State, day: string): object => ({
  day,
  claims: [...(state.activity.get(day) ?? [])].map(claimView),
});

/** What an operator of the simulator may look at. */
export const adminViews = {
  ledger: (state: State): object => ledgerView(state.ledger),
  claims: (state: State): object => ({ claims: [...state.claims.values()].map(claimView) }),
  callbacks: (state: State): object => ({
    callbacks: [...state.callbacks.values()].map(({ body: _body, ...callback }) => callback),
  }),
};
