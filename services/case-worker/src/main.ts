import { readEnvironment } from '@titian/config';
import { createLogger, Metrics, startHealthServer } from '@titian/observability';
import { guardedRuns } from '@titian/temporal';
import { startErasure } from './erasure.ts';
import { startGuardian } from './guardian.ts';
import { WorkerEnv } from './worker.config.ts';
import { startWorker } from './worker.ts';

const env = readEnvironment(WorkerEnv);
const logger = createLogger('case-worker', env.LOG_LEVEL);
const worker = await startWorker(env);
const erasure = startErasure(worker.db, logger);
const metrics = new Metrics();
const guardian = startGuardian(
  worker.db,
  worker.release,
  guardedRuns(worker.client),
  { logger, metrics },
  env.GUARDIAN_EVERY_SECONDS * 1000,
);
const health = await startHealthServer({
  port: env.HEALTH_PORT,
  metrics,
  ready: async () => ({
    temporal: { ok: worker.status() === 'RUNNING', detail: worker.status() },
    record: {
      ok: await worker.db.query('select 1').then(
        () => true,
        () => false,
      ),
    },
  }),
});
logger.info({ port: env.HEALTH_PORT }, 'case-worker polls');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'case-worker drains');
  await guardian.stop();
  await erasure.stop(); // before the worker closes the database
  await worker.stop();
  await health.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
await worker.finished;
