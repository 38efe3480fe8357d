import type { EntityManager } from 'typeorm';
import type { Text } from '@titian/domain';
import type { OfficeFault } from '@titian/rulebook';

/** What came of storing one row. */
export interface Stored {
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  readonly faults: readonly OfficeFault[];
}

/** Two operators at once would each find the other's row missing. */
export async function holdDirectory(tx: EntityManager): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('titian.offices'))`);
}

/** Who changed what, with what it was before: kept for good. */
export async function noteChange(
  tx: EntityManager,
  by: string,
  subject: string,
  before: object | null,
  after: object | null,
): Promise<void> {
  await tx.query(`insert into office_change (by_whom, subject, before, after) values ($1, $2, $3, $4)`, [
    by,
    subject,
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
  ]);
}

export const text = (id: string, en: string): Text => ({ id, en });
