import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  const stages = await bootstrap({ parts: ['temporal', 'kafka'] });
  const { start } = await import('../dist/start.js');
  return start(process.argv.slice(2), stages);
});
