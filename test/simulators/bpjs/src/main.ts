import { readEnvironment } from '@titian/config';
import { SimulatorEnvironment } from './simulator.config.ts';
import { startSimulator } from './simulator.ts';

const environment = readEnvironment(SimulatorEnvironment);
const simulator = await startSimulator({
  port: environment.PORT,
  host: environment.HOST,
  callbackUrl: environment.BPJS_SIM_CALLBACK_URL,
  callbackKey: environment.BPJS_SIM_CALLBACK_KEY,
  dataDir: environment.BPJS_SIM_DATA,
});
console.log(`bpjs-simulator listens on ${simulator.url}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.stop());
