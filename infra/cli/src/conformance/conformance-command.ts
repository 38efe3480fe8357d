import { InvalidArgumentError, type Command } from 'commander';
import { findBrokers } from '../addresses.ts';
import type { CommandHost } from '../terminal.ts';

interface Flags {
  readonly consumer: string;
  readonly only?: readonly string[];
  readonly atOnce?: number;
  readonly patience: number;
  readonly brokers?: string;
  readonly json?: true;
}

/** Adds the kit with which agencies try their consumers. */
export function addConformanceCommand(root: Command, { terminal, env, signal, end }: CommandHost): void {
  root
    .command('conformance')
    .description(
      'Tries a consumer of an agency: duplicates, replay, poison, kill -9 … See docs/how-to/test-a-consumer.md.',
    )
    .requiredOption('--consumer <what>', 'a JSON file that describes it, or its command line')
    .option('--only <names>', 'these scenarios, e.g. duplicates,kill', (text) => text.split(','))
    .option('--at-once <n>', 'scenarios beside each other', toCount)
    .option('--patience <seconds>', 'how long it may take to be through with the events of a scenario', toCount, 90)
    .option('--brokers <list>', 'host:port[,host:port]')
    .option('--json', 'one JSON object')
    .action(async ({ consumer, only = [], atOnce, patience, brokers, json }: Flags) => {
      const { testConformance } = await import('./conformance.ts');
      const asked = {
        consumer,
        only,
        patienceS: patience,
        json: json === true,
        ...(atOnce !== undefined && { atOnce }),
      };
      end(await testConformance(await findBrokers(brokers, env), asked, terminal, env, signal));
    });
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('not a number from 1 to 99999.');
  return Number(text);
}
