import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  const stages = await bootstrap({ parts: ['temporal', 'kafka', 'test-server'] });
  const { test } = await import('../dist/test.js');
  return test(process.argv.slice(2), stages);
});
