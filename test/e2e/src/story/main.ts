import { parseArgs } from 'node:util';
import { playStory } from './play.ts';
import { readStory } from './story.ts';
import { watchEvents } from './event-watch.ts';

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:3000' },
    brokers: { type: 'string', default: '127.0.0.1:9092' },
    simulator: { type: 'string', default: 'http://127.0.0.1:3020' },
  },
});
const story = await readStory(new URL('../../story/a-accident-in-taiwan.json', import.meta.url));
const watch = await watchEvents(values.brokers);
try {
  const caseId = await playStory(story, {
    apiUrl: values.api,
    simulatorUrl: values.simulator,
    watch,
    print: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`\nCase ${caseId}: ${watch.of(caseId).length} events read from Kafka by an outside consumer.\n`);
} catch (error) {
  process.stderr.write(`story failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await watch.stop();
}
