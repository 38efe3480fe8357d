import { readEnvironment } from '@titian/config';
import { createLogger, Metrics, startHealthServer } from '@titian/observability';
import { Relay } from './relay.ts';
import { RelayEnv } from './relay.config.ts';

const env = readEnvironment(RelayEnv);
const logger = createLogger('event-relay', env.LOG_LEVEL);
const metrics = new Metrics();
const relay = new Relay(env, logger, metrics);
relay.start();
const health = await startHealthServer({
  port: env.HEALTH_PORT,
  metrics,
  ready: () => Promise.resolve(relay.health.parts()),
});
logger.info({ port: env.HEALTH_PORT }, 'event-relay runs');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'event-relay drains');
  await relay.stop();
  await health.close();
  process.exit(0); // kafkajs may still wait for a broker that does not answer
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
