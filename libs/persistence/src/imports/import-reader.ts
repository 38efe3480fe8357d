import type { EntityManager } from 'typeorm';
import type { JsonObject } from '@titian/domain';

/** Where a row stands: it waits to be registered, was only checked, is a case now, was one before, or is refused. */
export const ROW_STATUSES = ['waiting', 'checked', 'registered', 'already', 'refused'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

export interface ImportedRow {
  readonly row: number;
  readonly status: RowStatus;
  readonly faults: readonly object[];
  readonly caseId: string | null;
  /** Number of its case, as far as the transaction's actor may see it. */
  readonly caseNumber: string | null;
}

export interface KeptImport {
  readonly importId: string;
  readonly status: 'receiving' | 'running' | 'finished';
  readonly dryRun: boolean;
  readonly fileDigest: string | null;
  readonly file: JsonObject | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  /** A list that somebody is still sending: its lease has not run out. */
  readonly isHeld: boolean;
}

/** Keyed digests of a worker's NIK, and of name, day of birth and village; null if unknown. */
export interface WorkerDigests {
  readonly lookup: string | null;
  readonly likeness: string | null;
}

/** A placement that the record knows of a worker. */
export interface KnownPlacement extends WorkerDigests {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly contracts: readonly { readonly from: string; readonly until: string }[];
}

const COLUMNS = `import_id as "importId", status, dry_run as "dryRun", file_digest as "fileDigest", file_notes as file,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "finishedAt",
  lease_until > now() as "isHeld"`;

/** What came of lists, and what the record knows beside their rows. Every call works in the transaction of an actor. */
export class ImportReader {
  async find(tx: EntityManager, importId: string): Promise<KeptImport | undefined> {
    const [found] = await tx.query<KeptImport[]>(`select ${COLUMNS} from placement_import where import_id = $1`, [
      importId,
    ]);
    return found;
  }

  async counts(tx: EntityManager, importId: string): Promise<Readonly<Record<RowStatus | 'withNotices', number>>> {
    const rows: { status: RowStatus; count: number; noticed: number }[] = await tx.query(
      `select status, count(*)::int as count, count(*) filter (where faults <> '[]')::int as noticed
       from placement_import_row where import_id = $1 group by status`,
      [importId],
    );
    const none = Object.fromEntries(ROW_STATUSES.map((status) => [status, 0])) as Record<RowStatus, number>;
    const counted = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    const withNotices = rows
      .filter(({ status }) => status !== 'refused')
      .reduce((sum, { noticed }) => sum + noticed, 0);
    return { ...none, ...counted, withNotices };
  }

  /** Rows after one, in order; of some statuses if they are named. */
  async rows(
    tx: EntityManager,
    importId: string,
    page: { readonly after: number; readonly limit: number; readonly status?: RowStatus | undefined },
  ): Promise<readonly ImportedRow[]> {
    return tx.query(
      `select r.row_number as row, r.status, r.faults, r.case_id as "caseId", f.number as "caseNumber"
       from placement_import_row r left join case_file f on f.case_id = r.case_id
       where r.import_id = $1 and r.row_number > $2 and ($4::text is null or r.status = $4)
       order by r.row_number limit $3`,
      [importId, page.after, page.limit, page.status ?? null],
    );
  }

  /** Cases that rows would open and that exist already, with the digest of the row that opened them. */
  async casesOf(tx: EntityManager, caseIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows: { caseId: string; importedRow: string | null }[] = await tx.query(
      `select case_id as "caseId", state -> 'facts' ->> 'importedRow' as "importedRow"
       from case_file where case_id = any($1::uuid[])`,
      [caseIds],
    );
    return new Map(rows.map(({ caseId, importedRow }) => [caseId, importedRow]));
  }

  /** Open placements whose worker may be one of these, as far as the actor may see them. */
  async placementsOf(tx: EntityManager, workers: readonly WorkerDigests[]): Promise<readonly KnownPlacement[]> {
    return tx.query(
      `select s.lookup, s.likeness, f.case_id as "caseId", f.number as "caseNumber",
         coalesce(f.state -> 'facts' -> 'contracts', '[]') as contracts
       from statement s join case_file f on f.subject_id = s.statement_id
       where (s.lookup = any($1) or s.likeness = any($2)) and f.type = 'placement' and f.status <> 'closed'`,
      [workers.flatMap(({ lookup }) => lookup ?? []), workers.flatMap(({ likeness }) => likeness ?? [])],
    );
  }
}
