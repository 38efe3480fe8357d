import type { EntityManager } from 'typeorm';
import { denial, type Identity } from '@titian/auth';
import type { CaseState } from '@titian/domain';
import { PersonReader } from '@titian/persistence';
import type { LinkedCase } from './case-view.ts';

/** The cases that a case is linked with, as far as the transaction's actor may see them. */
export async function linkedCases(tx: EntityManager, { links }: CaseState): Promise<readonly LinkedCase[]> {
  if (links.length === 0) return [];
  return tx.query(
    `select case_id as "caseId", type, number, stage, status from case_file where case_id = any($1::uuid[])`,
    [links.map(({ caseId }) => caseId)],
  );
}

/** Person whom the case is about; null for who may not read persons. */
export async function workerOf(
  tx: EntityManager,
  { caseId, facts }: CaseState,
  identity: Identity,
): Promise<string | null> {
  const subject = facts['subject'] as { readonly statementId: string } | null | undefined;
  if (subject === undefined || subject === null || denial(identity, 'person:read', { caseId }) !== null) return null;
  return (await new PersonReader().personOf(tx, subject.statementId)) ?? null;
}
