import { bootstrap } from './bootstrap.mjs';
import { runVerb } from '../boot/refusal.mjs';

await runVerb(async () => {
  const stages = await bootstrap();
  const { story } = await import('../dist/story.js');
  return story(process.argv.slice(2), stages);
});
