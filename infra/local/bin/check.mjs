import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  const stages = await bootstrap();
  const { check } = await import('../dist/check.js');
  return check(process.argv.slice(2), stages);
});
