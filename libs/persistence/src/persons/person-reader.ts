import type { EntityManager } from 'typeorm';
import type { AreaCode, CaseType, Instant } from '@titian/domain';
import { iso } from '../read/columns.ts';

/** A case that a person has to do with, as far as the reader may see it. */
export interface PersonCase {
  readonly caseId: string;
  readonly type: CaseType;
  readonly number: string;
  readonly stage: string;
  readonly status: string;
  readonly area: AreaCode;
  readonly openedAt: Instant;
  /** The worker whom the case is about, or somebody of the family in it. */
  readonly as: 'worker' | 'family';
}

/** A statement that speaks of a person. */
export interface PersonStatement {
  readonly personId: string;
  readonly statementId: string;
}

/**
 * Looks for persons; always inside `asActor`: a person is seen through the statements that the reader may see, and nobody
 * else's cases come along.
 *
 * A village's list is checked row by row with {@link ofNumber} and {@link alike}: no row, nobody is known; rows, show them.
 */
export class PersonReader {
  /** Who has that number. @param lookup - keyed digest of the NIK, `StatementStore.personKeys` */
  ofNumber(tx: EntityManager, lookup: string): Promise<readonly PersonStatement[]> {
    return newestOf(tx, 'lookup', lookup);
  }

  /** Who has that name, day of birth and village. @param likeness - keyed digest, `StatementStore.personKeys` */
  alike(tx: EntityManager, likeness: string): Promise<readonly PersonStatement[]> {
    return newestOf(tx, 'likeness', likeness);
  }

  /** The newest statement about a person that the reader may see; undefined if there is none, or no such person. */
  async statementOf(tx: EntityManager, personId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.query(
      `select statement_id as id from statement where person_id = $1 order by created_at desc, statement_id limit 1`,
      [personId],
    );
    return rows[0]?.id;
  }

  /** The person whom a statement speaks of. */
  async personOf(tx: EntityManager, statementId: string): Promise<string | undefined> {
    const rows: { id: string | null }[] = await tx.query(
      `select person_id as id from statement where statement_id = $1`,
      [statementId],
    );
    return rows[0]?.id ?? undefined;
  }

  /** The persons whom officers have said to be the same, this one included, however long the chain. */
  async sameAs(tx: EntityManager, personId: string): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query(
      `with recursive same (id) as (
         select $1::uuid union select l.same_as from same join person_link l on l.person_id = same.id
       )
       select id from same`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Placements, claims and complaints of any of the persons, oldest first. */
  casesOf(tx: EntityManager, personIds: readonly string[]): Promise<readonly PersonCase[]> {
    return tx.query(
      `with told as materialized (
         select statement_id, case_id from statement where person_id = any($1::uuid[])
       ), found as (
         select f.case_id, 'worker' as part from case_file f where f.subject_id = any(array(select statement_id from told))
         union all
         select case_id, 'family' from told where case_id is not null
       )
       select f.case_id as "caseId", f.type, f.number, f.stage, f.status, f.area, ${iso('f.opened_at')} as "openedAt",
         max(found.part) as "as"
       from found join case_file f on f.case_id = found.case_id
       group by f.case_id order by f.opened_at, f.case_id`,
      [personIds],
    );
  }
}

/** One statement for each person, the newest. */
function newestOf(
  tx: EntityManager,
  column: 'lookup' | 'likeness',
  digest: string,
): Promise<readonly PersonStatement[]> {
  return tx.query(
    `select distinct on (person_id) person_id as "personId", statement_id as "statementId" from statement
     where ${column} = $1 and kind = 'person' and person_id is not null
     order by person_id, created_at desc, statement_id`,
    [digest],
  );
}
