import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  await bootstrap();
  // By address: the bench builds on this package, so it must not seem to be one of its parts.
  const { bench } = await import(new URL('../../../test/bench/dist/main.js', import.meta.url).href);
  process.exitCode = await bench(process.argv.slice(2));
});
