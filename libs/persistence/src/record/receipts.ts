import type { EntityManager } from 'typeorm';
import type { Receipt } from '@titian/workflow-contracts';

/** The stored answer to a command id; undefined if it was never stored, or the case is out of the reader's sight. */
export async function findReceiptOf(
  via: EntityManager,
  caseId: string,
  commandId: string,
): Promise<(Receipt & { readonly command: string; readonly bodyDigest: string }) | undefined> {
  const rows: (Receipt & { command: string; bodyDigest: string })[] = await via.query(
    `select status, revision, refusal, command, body_digest as "bodyDigest"
     from command_receipt where case_id = $1 and command_id = $2`,
    [caseId, commandId],
  );
  return rows[0];
}
