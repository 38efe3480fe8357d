import type { EntityManager } from 'typeorm';
import type { Actor, JsonObject, Role } from '@titian/domain';
import { canonicalText } from '../record/canonical-text.ts';
import type { Seal } from '../statements/seal.ts';
import type { RowStatus } from './import-reader.ts';

/** A row as it is put down: what waits has content, which is sealed; nothing else of a row is kept. */
export interface NewRow {
  readonly row: number;
  readonly status: RowStatus;
  readonly faults: readonly object[];
  readonly caseId: string | null;
  readonly content?: JsonObject;
}

export interface WaitingRow {
  readonly row: number;
  readonly caseId: string;
  readonly faults: readonly object[];
  readonly tries: number;
  readonly content: JsonObject;
}

/** An import that waits for its rows to be registered, on the word of the actor who sent it. */
export interface OpenImport {
  readonly importId: string;
  readonly actor: Actor;
}

/** Longer than a page of rows takes; two who work at one list send its rows twice, with one effect. */
const LEASE = `now() + interval '15 seconds'`;

/** The lists that were sent and what came of their rows. Every call works in the transaction of an actor. */
export class ImportStore {
  constructor(private readonly seal: Seal) {}

  /** Begins to receive a list; what an earlier try left behind goes. @returns false if it is being received, or known */
  async begin(tx: EntityManager, importId: string, actor: Actor, dryRun: boolean): Promise<boolean> {
    await tx.query(
      `delete from placement_import where import_id = $1 and status = 'receiving' and lease_until < now()`,
      [importId],
    );
    const begun: unknown[] = await tx.query(
      `insert into placement_import (import_id, area, actor_id, actor_role, actor_office, dry_run, status, lease_until)
       values ($1, $2, $3, $4, $5, $6, 'receiving', ${LEASE}) on conflict do nothing returning import_id`,
      [importId, actor.area, actor.id, actor.role, actor.office, dryRun],
    );
    return begun.length > 0;
  }

  /** Puts rows down; waiting ones are sealed. */
  async add(tx: EntityManager, importId: string, area: string, rows: readonly NewRow[]): Promise<void> {
    const records = rows.map(({ row, status, faults, caseId, content }) => ({
      row,
      status,
      faults,
      case_id: caseId,
      cipher:
        content === undefined ? null : this.seal.seal(sealName(importId, row), canonicalText(content)).toString('hex'),
    }));
    await tx.query(
      `insert into placement_import_row (import_id, row_number, area, status, faults, case_id, cipher)
       select $1, r.row, $2, r.status, r.faults, r.case_id, decode(r.cipher, 'hex')
       from json_to_recordset($3::json) as r(row int, status text, faults jsonb, case_id uuid, cipher text)`,
      [importId, area, JSON.stringify(records)],
    );
    await this.hold(tx, importId);
  }

  /** The whole list is there: from now on its rows are registered; a dry run is over. */
  async received(tx: EntityManager, importId: string, digest: string, file: object): Promise<void> {
    await tx.query(
      `update placement_import i set file_digest = $2, file_notes = $3, lease_until = now(),
         status = case when w.waits then 'running' else 'finished' end,
         finished_at = case when w.waits then null else now() end
       from (select exists (select from placement_import_row where import_id = $1 and status = 'waiting') as waits) w
       where i.import_id = $1`,
      [importId, digest, JSON.stringify(file)],
    );
  }

  async forget(tx: EntityManager, importId: string): Promise<void> {
    await tx.query(`delete from placement_import where import_id = $1 and status = 'receiving'`, [importId]);
  }

  /** Takes the oldest open import that nobody works at; it is held until the lease runs out. */
  async take(tx: EntityManager): Promise<OpenImport | undefined> {
    const [[found]] = await tx.query<[({ importId: string; role: Role } & Omit<Actor, 'role'>)[], number]>(
      `update placement_import set lease_until = ${LEASE} where import_id = (
         select import_id from placement_import where status = 'running' and lease_until <= now()
         order by created_at limit 1 for update skip locked
       ) returning import_id as "importId", actor_id as id, actor_role as role, actor_office as office, area`,
    );
    if (found === undefined) return undefined;
    const { importId, ...actor } = found;
    return { importId, actor };
  }

  async hold(tx: EntityManager, importId: string): Promise<void> {
    await tx.query(`update placement_import set lease_until = ${LEASE} where import_id = $1`, [importId]);
  }

  /** Lets go of an import: finished if no row waits, else free for the next after so many milliseconds. */
  async release(tx: EntityManager, importId: string, afterMs: number): Promise<void> {
    await tx.query(
      `update placement_import i set lease_until = now() + $2 * interval '1 millisecond',
         status = case when w.waits then status else 'finished' end,
         finished_at = case when w.waits then null else now() end
       from (select exists (select from placement_import_row where import_id = $1 and status = 'waiting') as waits) w
       where i.import_id = $1 and i.status = 'running'`,
      [importId, afterMs],
    );
  }

  /** The next rows after one that wait, opened. */
  async waiting(tx: EntityManager, importId: string, after: number, limit: number): Promise<readonly WaitingRow[]> {
    const rows: (Omit<WaitingRow, 'content'> & { cipher: Buffer })[] = await tx.query(
      `select row_number as row, case_id as "caseId", faults, tries, cipher from placement_import_row
       where import_id = $1 and status = 'waiting' and row_number > $2 order by row_number limit $3`,
      [importId, after, limit],
    );
    return rows.map(({ cipher, ...row }) => ({
      ...row,
      content: JSON.parse(this.seal.open(sealName(importId, row.row), cipher)) as JsonObject,
    }));
  }

  /** Says what came of a row, and erases what it said. */
  async settle(
    tx: EntityManager,
    importId: string,
    row: number,
    { status, faults }: { readonly status: Exclude<RowStatus, 'waiting'>; readonly faults: readonly object[] },
  ): Promise<void> {
    await tx.query(
      `update placement_import_row set status = $3, faults = $4, cipher = null,
         case_id = case when $3 = 'refused' then null else case_id end
       where import_id = $1 and row_number = $2 and status = 'waiting'`,
      [importId, row, status, JSON.stringify(faults)],
    );
  }

  async triedInVain(tx: EntityManager, importId: string, row: number): Promise<void> {
    await tx.query(`update placement_import_row set tries = tries + 1 where import_id = $1 and row_number = $2`, [
      importId,
      row,
    ]);
  }

  /** Erases what was never received whole, and reports older than so many days. @returns how many */
  async sweep(tx: EntityManager, keptDays: number): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(
      `delete from placement_import where (status = 'receiving' and lease_until < now() - interval '1 hour')
         or (status = 'finished' and finished_at < now() - $1 * interval '1 day')`,
      [keptDays],
    );
    return count;
  }
}

const sealName = (importId: string, row: number): string => `${importId}/${row}`;
