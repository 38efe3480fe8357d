import { z } from 'zod';

/** Every variable the relay reads, and nothing else. */
export const RelayEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Role `event_relay`: reads the log, moves the cursors'),
  KAFKA_BROKERS: z.string().default('127.0.0.1:9092').describe('host:port[,host:port]'),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(3012).describe('/healthz, /readyz, /metrics'),
  RELAY_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(2_000)
    .describe('Events read and published at a time, at most'),
  RELAY_PATIENCE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Faults only: wait so long before the cursor moves'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type RelayEnv = z.infer<typeof RelayEnv>;
