import type { DataSource } from 'typeorm';
import { linesInPlay, payeesOf, type CaseState } from '@titian/domain';
import type { StatementStore } from '@titian/persistence';
import {
  attemptWorkflowId,
  type AttemptInput,
  type InsurerActivities,
  type OrderResult,
} from '@titian/workflow-contracts';
import { branchOf } from './branches.ts';
import { findLikeClaim } from './like-claims.ts';
import type { About, ClaimFile, Insurer, InsurerDocument } from './insurer.port.ts';

/** Stages in which the insurer has the claim. */
const WITH_INSURER = new Set(['submitted', 'insurer_review', 'decided', 'objection', 'payment', 'confirm']);

/** Reads the stored case (claim check: histories carry ids only) and hands it to the insurer. */
export function insurerActivities(db: DataSource, statements: StatementStore, insurer: Insurer): InsurerActivities {
  const keyOf = ({ caseId, attempt, number }: AttemptInput): string => attemptWorkflowId(caseId, attempt, number);
  return {
    reportAccident: async (input) => {
      const state = await getCase(db, input.caseId);
      const { riskDay, riskCountry } = eventOf(state);
      return insurer.reportAccident(keyOf(input), aboutOf(state), { riskDay, riskCountry });
    },
    submitClaim: async (input) => {
      const state = await getCase(db, input.caseId);
      const like = await findLikeClaim(db, state);
      if (like !== undefined) return { kind: 'duplicate', caseId: like };
      return insurer.submit(keyOf(input), aboutOf(state), await toClaimFile(state, input.number, statements));
    },
    sendInformation: async (input) => {
      const state = await getCase(db, input.caseId);
      return insurer.sendInformation(keyOf(input), aboutOf(state), referenceOf(state), documentsOf(state));
    },
    fileObjection: async (input) => {
      const state = await getCase(db, input.caseId);
      const objection = state.facts['objection'] as { readonly reasonCode: string } | undefined;
      if (objection === undefined) throw new Error(`case ${input.caseId} has no objection`);
      return insurer.fileObjection(keyOf(input), aboutOf(state), referenceOf(state), objection.reasonCode);
    },
    requestPayments: async (input) => {
      const state = await getCase(db, input.caseId);
      const orders: OrderResult[] = [];
      for (const { id, line, payee, amountIdr, status } of Object.values(state.payments)) {
        if (status !== 'requested') continue;
        // The key is the order's, not the attempt's: whoever sends it, it is one payment.
        const result = await insurer.requestPayment(paymentKey(state.caseId, id), aboutOf(state), referenceOf(state), {
          order: id,
          line: { code: line, amountIdr },
          accountToken: await accountTokenOf(state, payee, statements),
        });
        if (result.kind === 'manual') return result;
        orders.push(result);
      }
      return { kind: 'sent', orders };
    },
    withdrawClaim: async (input) => {
      const state = await getCase(db, input.caseId);
      if (!WITH_INSURER.has(state.stage)) return { kind: 'refused', reasonCode: 'NOT_WITHDRAWABLE' };
      return insurer.withdraw(keyOf(input), aboutOf(state), referenceOf(state), 'OWN_WISH');
    },
  };
}

/** Idempotency key of a payment order. */
export const paymentKey = (caseId: string, order: string): string => `${caseId}/payment/${order}`;

/** The claim and the branch that serves it. */
export const aboutOf = ({ caseId, area }: CaseState): About => ({ caseId, branch: branchOf(area) });

/** The stored state of a case. @throws Error if it is unknown: the attempt is tried again */
export async function getCase(db: DataSource, caseId: string): Promise<CaseState> {
  const state = await findCase(db, caseId);
  if (state === undefined) throw new Error(`case ${caseId} is not stored`);
  return state;
}

/** The stored state of a case, if there is one. */
export async function findCase(db: DataSource, caseId: string): Promise<CaseState | undefined> {
  const rows: { state: CaseState }[] = await db.query('select state from case_file where case_id = $1', [caseId]);
  return rows[0]?.state;
}

const referenceOf = ({ facts, caseId }: CaseState): string => {
  const reference = facts['insurerReference'];
  if (typeof reference !== 'string') throw new Error(`case ${caseId} has no insurer reference yet`);
  return reference;
};

const eventOf = ({ facts }: CaseState): Pick<ClaimFile, 'riskDay' | 'riskCountry'> => ({
  riskDay: String(facts['riskDay']),
  riskCountry: String(facts['riskCountry']),
});

const documentsOf = ({ evidence }: CaseState): InsurerDocument[] =>
  Object.values(evidence)
    .filter(({ status }) => status !== 'returned')
    .map(({ document, documentId, sha256 }) => ({ code: document, documentId, sha256 }));

function programmeOf(claimType: string): ClaimFile['programme'] {
  if (claimType.startsWith('JKM')) return 'JKM';
  return claimType.startsWith('JHT') ? 'JHT' : 'JKK';
}

async function toClaimFile(state: CaseState, attempt: number, statements: StatementStore): Promise<ClaimFile> {
  const claimType = String(state.facts['claimType']);
  const accidentReference = state.facts['accidentReference'];
  const [first] = payeesOf(state);
  if (first === undefined) throw new Error(`case ${state.caseId} has no payee`);
  const [key, { kind }] = first;
  return {
    attempt,
    ...(typeof accidentReference === 'string' ? { accidentReference } : {}),
    claimType,
    programme: programmeOf(claimType),
    ...eventOf(state),
    documents: documentsOf(state),
    lines: linesInPlay(state).map(({ code, askedIdr }) => ({ code, amountIdr: askedIdr ?? '0' })),
    payee: { kind, accountToken: await accountTokenOf(state, key, statements) },
  };
}

async function accountTokenOf(state: CaseState, payee: string, statements: StatementStore): Promise<string> {
  const statementId = payeesOf(state).get(payee)?.account.statementId;
  const account = statementId === undefined ? undefined : await statements.find(statementId);
  if (account === undefined) throw new Error(`case ${state.caseId} has no readable account of ${payee}`);
  return `${String(account['bank'])}/${String(account['accountNumber'])}`;
}
