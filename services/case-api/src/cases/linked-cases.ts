import type { EntityManager } from 'typeorm';
import type { CaseState } from '@titian/domain';
import type { LinkedCase } from './case-view.ts';

/** The cases that a case is linked with, as far as the transaction's actor may see them. */
export async function linkedCases(tx: EntityManager, { links }: CaseState): Promise<readonly LinkedCase[]> {
  if (links.length === 0) return [];
  return tx.query(
    `select case_id as "caseId", type, number, stage, status from case_file where case_id = any($1::uuid[])`,
    [links.map(({ caseId }) => caseId)],
  );
}
