import type { DataSource } from 'typeorm';
import type { CaseState } from '@titian/domain';
import type { StatementStore } from '@titian/persistence';
import { attemptWorkflowId, type AttemptInput, type InsurerActivities } from '@titian/workflow-contracts';
import type { ClaimFile, Insurer, InsurerDocument, InsurerLine } from './insurer.port.ts';

/** Reads the stored case (claim check: histories carry ids only) and hands it to the insurer. */
export function insurerActivities(db: DataSource, statements: StatementStore, insurer: Insurer): InsurerActivities {
  const keyOf = ({ caseId, attempt, number }: AttemptInput): string => attemptWorkflowId(caseId, attempt, number);
  return {
    submitClaim: async (input) => {
      const state = await getCase(db, input.caseId);
      return insurer.submit(keyOf(input), await toClaimFile(state, input.number, statements));
    },
    sendInformation: async (input) => {
      const state = await getCase(db, input.caseId);
      await insurer.sendInformation(keyOf(input), referenceOf(state), documentsOf(state));
    },
    fileObjection: async (input) => {
      const state = await getCase(db, input.caseId);
      const objection = state.facts['objection'] as { readonly reasonCode: string } | undefined;
      if (objection === undefined) throw new Error(`case ${input.caseId} has no objection`);
      await insurer.fileObjection(keyOf(input), referenceOf(state), objection.reasonCode);
    },
    requestPayment: async (input) => {
      const state = await getCase(db, input.caseId);
      const accountToken = await accountTokenOf(state, statements);
      return insurer.requestPayment(keyOf(input), referenceOf(state), { lines: unpaidLines(state), accountToken });
    },
  };
}

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

const documentsOf = ({ evidence }: CaseState): InsurerDocument[] =>
  Object.values(evidence)
    .filter(({ status }) => status !== 'returned')
    .map(({ document, documentId, sha256 }) => ({ code: document, documentId, sha256 }));

/** What was decided and is not paid yet. */
export function unpaidLines({ lines }: CaseState): InsurerLine[] {
  return Object.values(lines)
    .filter(({ decidedIdr, paidIdr }) => BigInt(decidedIdr ?? '0') > BigInt(paidIdr ?? '0'))
    .map(({ code, decidedIdr }) => ({ code, amountIdr: decidedIdr ?? '0' }));
}

function programmeOf(claimType: string): ClaimFile['programme'] {
  if (claimType.startsWith('JKM')) return 'JKM';
  return claimType.startsWith('JHT') ? 'JHT' : 'JKK';
}

async function toClaimFile(state: CaseState, attempt: number, statements: StatementStore): Promise<ClaimFile> {
  const claimType = String(state.facts['claimType']);
  const payee = state.facts['payee'] as { readonly kind: string } | undefined;
  return {
    claimRef: state.caseId,
    attempt,
    claimType,
    programme: programmeOf(claimType),
    riskDay: String(state.facts['riskDay']),
    riskCountry: String(state.facts['riskCountry']),
    documents: documentsOf(state),
    lines: Object.values(state.lines).map(({ code, askedIdr }) => ({ code, amountIdr: askedIdr ?? '0' })),
    payee: { kind: payee?.kind ?? 'PARTICIPANT', accountToken: await accountTokenOf(state, statements) },
  };
}

async function accountTokenOf({ facts, caseId }: CaseState, statements: StatementStore): Promise<string> {
  const payee = facts['payee'] as { readonly account: { readonly statementId: string } } | undefined;
  const account = payee === undefined ? undefined : await statements.find(payee.account.statementId);
  if (account === undefined) throw new Error(`case ${caseId} has no readable account of a payee`);
  return `${String(account['bank'])}/${String(account['accountNumber'])}`;
}
