import type { DataSource } from 'typeorm';
import type { Logger } from '@titian/observability';
import { eraseUnreferencedStatements } from '@titian/persistence';

const HOUR_MS = 3_600_000;

/** The hourly erasure of words that no command refers to. */
export interface Erasure {
  /** Begins no further round and waits for the one at work. */
  stop(): Promise<void>;
}

/** Erases now and every hour; several workers agree by a lock in the database. Never throws: a fault waits for the next hour. */
export function startErasure(db: DataSource, logger: Logger, everyMs: number = HOUR_MS): Erasure {
  let round: Promise<void> = Promise.resolve();
  const begin = (): void => {
    round = round.then(() => erase(db, logger));
  };
  begin();
  const timer = setInterval(begin, everyMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return round;
    },
  };
}

async function erase(db: DataSource, logger: Logger): Promise<void> {
  try {
    const erased = await eraseUnreferencedStatements(db);
    if (erased !== null) logger.info({ erased }, 'unreferenced statements erased');
  } catch (error) {
    logger.error({ err: error }, 'unreferenced statements not erased');
  }
}
