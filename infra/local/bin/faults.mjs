import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  await bootstrap();
  // By address: the faults build on this package, so they must not seem to be one of its parts.
  const { faults } = await import(new URL('../../../test/faults/dist/main.js', import.meta.url).href);
  return faults(process.argv.slice(2));
});
