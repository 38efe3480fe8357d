import type { DataSource } from 'typeorm';

const HOUR_MS = 3_600_000;
/** For so long may a command still refer to its words (design 3.8); after that nobody has a reason to keep them. */
export const UNREFERENCED_FOR_MS = 24 * HOUR_MS;
/** Small, so that a batch holds its row locks for milliseconds. */
const BATCH = 500;

/**
 * Erases statements that no command referred to within a time. Repeatable. One eraser at a time: a second one leaves at
 * once. A row that a commit is claiming right now is skipped.
 *
 * @returns how many were erased; null if another eraser is at work
 */
export async function eraseUnreferencedStatements(
  db: DataSource,
  olderThanMs: number = UNREFERENCED_FOR_MS,
  batch: number = BATCH,
): Promise<number | null> {
  const session = db.createQueryRunner(); // the lock belongs to one connection
  try {
    const [lock] = (await session.query(`select pg_try_advisory_lock(hashtext('titian.erase')) as held`)) as {
      held: boolean;
    }[];
    if (lock?.held !== true) return null;
    try {
      let erased = 0;
      for (;;) {
        const { affected } = await session.query(
          `delete from statement where statement_id in (
             select statement_id from statement
             where case_id is null and created_at < now() - $1 * interval '1 millisecond'
             order by created_at limit $2 for update skip locked
           )`,
          [olderThanMs, batch],
          true,
        );
        erased += affected ?? 0;
        if ((affected ?? 0) < batch) return erased;
      }
    } finally {
      await session.query(`select pg_advisory_unlock(hashtext('titian.erase'))`);
    }
  } finally {
    await session.release();
  }
}
