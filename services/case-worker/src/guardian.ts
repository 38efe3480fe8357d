import type { DataSource } from 'typeorm';
import type { Calendar } from '@titian/domain';
import type { Logger, Metrics } from '@titian/observability';
import { FIRST_CASE, guardPage, type GuardedRuns } from '@titian/persistence';

const MINUTE_MS = 60_000;

/** The watch over open cases. */
export interface Guardian {
  /** Begins no further round and waits for the one at work. */
  stop(): Promise<void>;
}

/**
 * Goes through the open cases for ever, a page each minute, and mends what it finds: 200 cases a minute are 288,000 a day. One
 * worker at a time, by a lock in the database. Never throws: a fault waits for the next minute.
 */
export function startGuardian(
  db: DataSource,
  release: Calendar,
  runs: GuardedRuns,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Metrics },
  everyMs: number = MINUTE_MS,
): Guardian {
  let after = FIRST_CASE;
  let round: Promise<void> = Promise.resolve();
  const watch = async (): Promise<void> => {
    const runner = db.createQueryRunner();
    try {
      const [lock] = await runner.manager.query<{ held: boolean }[]>(
        `select pg_try_advisory_lock(hashtext('titian.guardian')) as held`,
      );
      if (lock?.held !== true) return;
      const page = await guardPage(db, release, runs, after, { repair: true, timers: 5, lateMs: 20 * MINUTE_MS });
      after = page.next ?? FIRST_CASE;
      metrics.count('titian_guardian_checked_total', 'Open cases that were looked at', {}, page.checked);
      for (const finding of page.findings) {
        const { fault, repaired } = finding;
        metrics.count('titian_guardian_findings_total', 'Faults of open cases', { fault, repaired: String(repaired) });
        logger.warn(finding, 'an open case was not as it must be');
      }
    } finally {
      await runner.query(`select pg_advisory_unlock_all()`).catch(() => undefined); // the connection is gone, and so is the lock
      await runner.release();
    }
  };
  const begin = (): void => {
    round = round.then(watch).catch((error: unknown) => {
      logger.error({ err: error }, 'the guardian could not look');
    });
  };
  const timer = setInterval(begin, everyMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return round;
    },
  };
}
