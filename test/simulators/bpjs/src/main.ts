import { z } from 'zod';
import { readEnvironment } from '@titian/config';
import { startSimulator } from './simulator.ts';

const env = readEnvironment(
  z.object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3020),
    HOST: z.string().default('127.0.0.1'),
    BPJS_SIM_CALLBACK_URL: z.url(),
    BPJS_SIM_CALLBACK_KEY: z.string().regex(/^[^:]+:.+$/, 'keyId:secret'),
    BPJS_SIM_DATA: z.string().min(1).describe('Folder of the journal'),
  }),
);
const simulator = await startSimulator({
  port: env.PORT,
  host: env.HOST,
  callbackUrl: env.BPJS_SIM_CALLBACK_URL,
  callbackKey: env.BPJS_SIM_CALLBACK_KEY,
  dataDir: env.BPJS_SIM_DATA,
});
console.log(`bpjs-simulator listens on ${simulator.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
