import { parseArgs } from 'node:util';
import { playStory } from './play.ts';
import { readStory, STORIES, storyFile } from './story.ts';
import { watchEvents } from './event-watch.ts';

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:3000' },
    brokers: { type: 'string', default: '127.0.0.1:9092' },
    simulator: { type: 'string', default: 'http://127.0.0.1:3020' },
  },
});
const watch = await watchEvents(values.brokers);
try {
  for (const name of STORIES) {
    const caseId = await playStory(await readStory(storyFile(name)), {
      apiUrl: values.api,
      simulatorUrl: values.simulator,
      watch,
      print: (line) => process.stdout.write(`${line}\n`),
    });
    process.stdout.write(
      `\nCase ${caseId}: ${watch.of(caseId).length} events read from Kafka by an outside consumer.\n\n`,
    );
  }
} catch (error) {
  process.stderr.write(`story failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await watch.stop();
}
