import pg from 'pg';
import { developmentIdentity } from '@titian/auth';
import { readEnvironment } from '@titian/config';
import { createLogger, Metrics } from '@titian/observability';
import { EventSource } from './event-source.ts';
import { ReportingEnv } from './reporting.config.ts';
import { ReportingHealth } from './reporting-health.ts';
import { ReportsServer } from './reports-server.ts';

const env = readEnvironment(ReportingEnv);
const logger = createLogger('reporting', env.LOG_LEVEL);
const metrics = new Metrics();
const health = new ReportingHealth(metrics);
const pool = new pg.Pool({
  connectionString: env.DATABASE_URL,
  application_name: 'reporting',
  max: 4,
  connectionTimeoutMillis: 10_000,
  options: '-c jit=off -c statement_timeout=60s',
});
pool.on('error', (error) => {
  logger.warn({ reason: error.name }, 'reporting lost a connection'); // the pool opens another
});
const events = new EventSource(pool, { brokers: env.KAFKA_BROKERS, batch: env.REPORTING_BATCH }, logger, health);
events.start();
const server = new ReportsServer({
  pool,
  identities: developmentIdentity(env.TITIAN_ENV),
  least: env.SUPPRESS_BELOW,
  logger,
  metrics,
  parts: () => health.parts(),
});
logger.info({ port: await server.listen(env.PORT, env.HOST) }, 'reporting listens');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'reporting drains');
  await server.close();
  await events.stop();
  await pool.end();
  process.exit(0); // kafkajs may still wait for a broker that does not answer
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
