import { z } from 'zod';

/** Environment of `main.ts`. */
export const SimulatorEnvironment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port number')
    .default(3020),
  HOST: z.string().min(1).default('127.0.0.1'),
  BPJS_SIM_CALLBACK_URL: z.url({ protocol: /^https?$/, error: 'the http(s) address that callbacks are posted to' }),
  BPJS_SIM_CALLBACK_KEY: z.string().regex(/^[^:]+:.+$/, 'keyId:secret'),
  BPJS_SIM_DATA: z.string().min(1, 'the folder of the journal'),
});
