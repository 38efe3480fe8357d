import { z } from 'zod';

/** Every variable the worker reads, and nothing else. */
export const WorkerEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Role `case_worker`; owns no tables'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233').describe('host:port of the Temporal frontend'),
  TEMPORAL_NAMESPACE: z.string().default('titian'),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(3011).describe('/healthz, /readyz, /metrics'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(0).default(200).describe('Each costs about 0.3 MB of heap'),
  WORKFLOW_BUNDLE: z.string().optional().describe('Bench only: another bundle of the workflows'),
  COMMIT_PATIENCE_MS: z.coerce.number().int().min(0).default(0).describe('Faults only: wait this long after a commit'),
  GUARDIAN_EVERY_SECONDS: z.coerce.number().int().positive().default(60).describe('A page of open cases is looked at'),
  SHUTDOWN_GRACE_SECONDS: z.coerce.number().int().positive().default(10).describe('Time for running activities'),
  LOG_LEVEL: z.string().default('info'),
});
export type WorkerEnv = z.infer<typeof WorkerEnv>;
