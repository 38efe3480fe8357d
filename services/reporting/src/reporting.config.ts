import { z } from 'zod';

/** Every variable that reporting reads, and nothing else. */
export const ReportingEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Role `reporting`: its own schema and nothing else'),
  KAFKA_BROKERS: z.string().default('127.0.0.1:9092').describe('host:port[,host:port]'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3013).describe('Reports, /healthz, /readyz, /metrics'),
  HOST: z.string().default('127.0.0.1'),
  TITIAN_ENV: z.string().default('production').describe('`local` permits the development identity'),
  IDENTITY: z.enum(['development']).describe('Source of identities; OIDC takes its place'),
  REPORTING_BATCH: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1_000)
    .describe('Events applied in one transaction'),
  SUPPRESS_BELOW: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(5)
    .describe('Counts from 1 to one less are not shown'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type ReportingEnv = z.infer<typeof ReportingEnv>;
