import { z } from 'zod';

const keys = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.split(':')))
  .refine((pairs) => pairs.every(([id, secret]) => id !== undefined && id !== '' && (secret?.length ?? 0) >= 16), {
    error: 'keyId:secret[,keyId:secret], each secret at least 16 characters',
  })
  .transform((pairs) => new Map(pairs.map(([id = '', secret = '']) => [id, secret])));

/** How a branch is reached: over the contract, or by an officer at its counter. */
export type Channel = 'http' | 'manual';
const channels = z
  .string()
  .regex(
    /^((\*|\d{2}(\.\d{2})?)=(http|manual))(,(\*|\d{2}(\.\d{2})?)=(http|manual))*$/,
    'area=http|manual[,…]; an area is a province, a regency or *, e.g. *=http,35.05=manual',
  )
  .transform((text) => new Map(text.split(',').map((pair) => pair.split('=') as [string, Channel])));

/** Every variable the gateway reads, and nothing else. */
export const GatewayEnv = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('Role `bpjs_gateway`: reads cases and accounts'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('titian'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3010),
  HOST: z.string().default('127.0.0.1'),
  BPJS_BASE_URL: z.url().describe('The insurer, or its simulator'),
  BPJS_CHANNELS: channels.default(new Map([['*', 'http']])).describe('Channel by branch; the narrowest area wins'),
  BPJS_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000).describe('One call waits no longer'),
  BPJS_CALLS_PER_SECOND: z.coerce.number().int().positive().default(20).describe('To all branches together'),
  BPJS_BREAKER_FAILURES: z.coerce.number().int().positive().default(5).describe('In a row, of one branch'),
  BPJS_BREAKER_REST_MS: z.coerce.number().int().positive().default(10_000).describe('A branch rests so long'),
  BPJS_CALLBACK_KEYS: keys.describe('Keys that callbacks may be signed with; two while one replaces the other'),
  BPJS_CALLBACK_MAX_AGE_SECONDS: z.coerce.number().int().positive().default(300),
  BPJS_RECONCILE_MINUTES: z.coerce.number().int().min(0).max(10_080).default(1_440).describe('0 = on demand only'),
  BPJS_OPERATOR_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token of the operator’s pages; without it they are shut'),
  TITIAN_DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .describe('Opens statements; 64 hexadecimal digits'),
  LOG_LEVEL: z.string().default('info'),
});
export type GatewayEnv = z.infer<typeof GatewayEnv>;
