import type { EntityManager } from 'typeorm';
import type { CaseState } from '@titian/domain';

/** A case as it is listed: what a worker needs to pick the next one. */
export interface WorklistRow {
  readonly caseId: string;
  readonly number: string;
  readonly type: string;
  readonly claimType: string | null;
  readonly stage: string;
  readonly status: string;
  readonly area: string;
  readonly holderRole: string;
  readonly holderOffice: string;
  readonly escalationLevel: number;
  readonly dueAt: string | null;
  readonly dueClock: string | null;
  readonly openedAt: string;
  readonly revision: number;
}

export interface WorklistFilter {
  /** Cases held by this office; absent = every case the reader may see. */
  readonly office?: string | undefined;
  /** Regency prefix, so that the index serves; absent for readers of a province or the country. */
  readonly regency?: string | undefined;
  readonly stage?: string | undefined;
  readonly limit: number;
  /** Keyset: the last row of the page before. */
  readonly after?: { readonly dueAt: string | null; readonly caseId: string } | undefined;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Reads of the record; always inside `asActor`, so that row-level security has an area. */
export class CaseReader {
  /** Undefined if unknown or outside what the reader may see: both look the same on purpose. */
  async findCase(tx: EntityManager, caseId: string): Promise<CaseState | undefined> {
    const rows: { state: CaseState }[] = await tx.query(`select state from case_file where case_id = $1`, [caseId]);
    return rows[0]?.state;
  }

  /** Open and suspended cases, nearest deadline first. */
  async worklist(tx: EntityManager, filter: WorklistFilter): Promise<readonly WorklistRow[]> {
    const conditions = [`status <> 'closed'`];
    const values: unknown[] = [];
    const value = (given: unknown): string => `$${values.push(given)}`;
    if (filter.office !== undefined) conditions.push(`holder_office = ${value(filter.office)}`);
    if (filter.regency !== undefined) conditions.push(`regency = ${value(filter.regency)}`);
    if (filter.stage !== undefined) conditions.push(`stage = ${value(filter.stage)}`);
    if (filter.after?.dueAt != null) {
      conditions.push(
        `(due_at, case_id) > (${value(filter.after.dueAt)}::timestamptz, ${value(filter.after.caseId)}::uuid)`,
      );
    }
    return tx.query(
      `select case_id as "caseId", number, type, claim_type as "claimType", stage, status, area, holder_role as "holderRole",
         holder_office as "holderOffice", escalation_level as "escalationLevel", ${iso('due_at')} as "dueAt",
         due_clock as "dueClock", ${iso('opened_at')} as "openedAt", revision
       from case_file where ${conditions.join(' and ')}
       order by due_at, case_id limit ${value(filter.limit)}`,
      values,
    );
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
