import type { EntityManager } from 'typeorm';
import type { CaseState } from '@titian/domain';
import { iso } from './columns.ts';

/** Reads of the record; always inside `asActor`, so that row-level security has an area. */
export class CaseReader {
  /** Undefined if unknown or outside what the reader may see: both look the same on purpose. */
  async findCase(tx: EntityManager, caseId: string): Promise<CaseState | undefined> {
    const rows: { state: CaseState }[] = await tx.query(`select state from case_file where case_id = $1`, [caseId]);
    return rows[0]?.state;
  }

  /** Custody periods of a case, oldest first. */
  async custody(
    tx: EntityManager,
    caseId: string,
  ): Promise<
    readonly { readonly role: string; readonly office: string; readonly since: string; readonly until: string | null }[]
  > {
    return tx.query(
      `select role, office, ${iso('since')} as since, ${iso('until')} as until from custody where case_id = $1 order by revision`,
      [caseId],
    );
  }

  /** What happened, oldest first: type, moment and who. */
  async timeline(
    tx: EntityManager,
    caseId: string,
  ): Promise<
    readonly {
      readonly revision: number;
      readonly type: string;
      readonly at: string;
      readonly body: string;
      readonly hash: string;
    }[]
  > {
    return tx.query(
      `select revision, type, ${iso('at')} as at, body, hash from case_event where case_id = $1 order by revision`,
      [caseId],
    );
  }
}
