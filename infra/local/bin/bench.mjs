import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  await bootstrap();
  const { bench } = await import('../../../test/bench/dist/main.js');
  process.exitCode = await bench(process.argv.slice(2));
});
