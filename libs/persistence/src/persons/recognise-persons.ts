import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { StoredEvent } from '@titian/domain';

/** Relation of a link by which an officer has said that two cases are of one worker. */
export const SAME_WORKER = 'same_worker';

/**
 * Gives each of the statements about somebody its person: the one with the same number and name, else a new one. A number
 * without the same name is no proof: such persons are proposed to an officer, never made one. Repeatable: a statement keeps
 * its person. Inside the transaction that claims the statements for their case, so that nobody is half known.
 */
export async function recognisePersons(tx: EntityManager, statementIds: readonly string[]): Promise<void> {
  const told: { statement_id: string; identity: string | null }[] = await tx.query(
    `select statement_id, identity from statement
     where statement_id = any($1::uuid[]) and kind = 'person' and person_id is null
     order by identity nulls last, statement_id`, // two commits that speak of the same people wait for each other in one order
    [statementIds],
  );
  for (const { statement_id: statementId, identity } of told) {
    const personId = randomUUID();
    // A second commit with the same identity waits here for the first, and then finds its person.
    await tx.query(`insert into person (person_id, identity) values ($1, $2) on conflict (identity) do nothing`, [
      personId,
      identity,
    ]);
    await tx.query(
      `update statement set person_id = coalesce((select person_id from person where identity = $2), $3::uuid)
       where statement_id = $1`,
      [statementId, identity, personId],
    );
  }
}

/** Keeps what an officer has decided between two cases: their workers are one person. Repeatable. */
export async function linkPersons(tx: EntityManager, caseId: string, stored: readonly StoredEvent[]): Promise<void> {
  for (const { event, at } of stored) {
    if (event.kind !== 'case.linked' || event.relation !== SAME_WORKER) continue;
    await tx.query(
      `with pair as (
         select mine.person_id as one, theirs.person_id as other
         from case_file f join statement mine on mine.statement_id = f.subject_id,
           case_file g join statement theirs on theirs.statement_id = g.subject_id
         where f.case_id = $1 and g.case_id = $2 and mine.person_id <> theirs.person_id
       )
       insert into person_link (person_id, same_as, case_id, linked_at)
       select one, other, $1::uuid, $3::timestamptz from pair union all select other, one, $1, $3 from pair
       on conflict do nothing`,
      [caseId, event.caseId, at],
    );
  }
}
