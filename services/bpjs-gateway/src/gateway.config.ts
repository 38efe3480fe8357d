import { z } from 'zod';

const keys = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.split(':')))
  .refine((pairs) => pairs.every(([id, secret]) => id !== undefined && id !== '' && (secret?.length ?? 0) >= 16), {
    error: 'keyId:secret[,keyId:secret], each secret at least 16 characters',
  })
  .transform((pairs) => new Map(pairs.map(([id = '', secret = '']) => [id, secret])));

/** Every variable the gateway reads, and nothing else. */
export const GatewayEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Role `bpjs_gateway`: reads cases and accounts'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('titian'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3010),
  HOST: z.string().default('127.0.0.1'),
  BPJS_BASE_URL: z.url().describe('The insurer, or its simulator'),
  BPJS_CALLBACK_KEYS: keys.describe('Keys that callbacks may be signed with; two while one replaces the other'),
  BPJS_CALLBACK_MAX_AGE_SECONDS: z.coerce.number().int().positive().default(300),
  TITIAN_DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .describe('Opens statements; 64 hexadecimal digits'),
  LOG_LEVEL: z.string().default('info'),
});
export type GatewayEnv = z.infer<typeof GatewayEnv>;
