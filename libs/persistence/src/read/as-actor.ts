import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '@titian/domain';

/** The area and, for a family, the one case that an actor may see. */
export interface Reader extends Actor {
  readonly onlyCase?: string | undefined;
}

/**
 * Runs reads as an actor: row-level security shows their area only. The settings live and die with the transaction, so a
 * pooled connection never carries them to the next caller. The record lies on flash: a page out of order costs hardly more
 * than the next one, and a planner that does not know this reads whole tables.
 */
export async function asActor<T>(db: DataSource, actor: Reader, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.query(
      `select set_config('titian.area', $1, true), set_config('titian.only_case', $2, true),
         set_config('statement_timeout', '5s', true), set_config('random_page_cost', '1.1', true)`,
      [actor.area === '' ? '*' : actor.area, actor.onlyCase ?? ''],
    );
    return work(tx);
  });
}
