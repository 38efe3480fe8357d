import { z } from 'zod';

/** Every variable the API reads, and nothing else. */
export const ApiEnv = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('Role `case_api`: inserts statements, reads the record'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233').describe('host:port of the Temporal frontend'),
  TEMPORAL_NAMESPACE: z.string().default('titian'),
  TITIAN_ENV: z.string().default('production').describe('`local` permits the development identity'),
  TITIAN_DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .describe('Seals statements; 64 hexadecimal digits'),
  IDENTITY: z.enum(['development']).describe('Source of identities; OIDC takes its place'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  LOG_LEVEL: z.string().default('info'),
});
export type ApiEnv = z.infer<typeof ApiEnv>;
