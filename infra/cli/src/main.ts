import { types } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { CASE_TOPICS } from '@titian/events';
import { findApi, findBrokers, findDatabase, findGateway } from './addresses.ts';
import type { GenerateFlags } from './generate/generate.ts';
import { addConformanceCommand } from './conformance/conformance-command.ts';
import { addOfficesCommands } from './offices/offices-commands.ts';
import { addTimeCommands } from './time/time-commands.ts';
import { EXIT, processTerminal, type CommandHost, type ExitCode, type Terminal } from './terminal.ts';

interface EventFlags {
  readonly topic?: string;
  readonly case?: string;
  readonly json?: true;
  readonly max?: number;
  readonly brokers?: string;
}

/** Runs one command line. Never throws. @returns 0 good, 1 finding, 2 misuse or a server that cannot be reached */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const calledOff = new AbortController();
  const callOff = (): void => {
    calledOff.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, callOff);
  const outcome: { code: ExitCode } = { code: EXIT.good };
  try {
    await program(terminal, env, calledOff.signal, outcome).parseAsync([...args], { from: 'user' });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.misuse;
    terminal.err(`titian: ${sentenceOf(error)}`);
    return EXIT.misuse;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, callOff);
  }
}

function program(
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  outcome: { code: ExitCode },
): Command {
  const root = new Command('titian')
    .description('Looks into a running Titian.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text.trimEnd());
      },
      writeErr: (text) => {
        terminal.err(text.trimEnd());
      },
    });
  const filterOf = async (flags: EventFlags) => ({
    brokers: await findBrokers(flags.brokers, env),
    topics: flags.topic === undefined ? CASE_TOPICS : [flags.topic],
    json: flags.json === true,
    ...(flags.case !== undefined && { caseId: flags.case }),
    ...(flags.max !== undefined && { max: flags.max }),
  });

  const host: CommandHost = {
    terminal,
    env,
    signal,
    end: (code) => {
      outcome.code = code;
    },
  };

  const events = root.command('events').description('The published events.');
  withFilter(events.command('tail').description('Shows events as they are published.'))
    .addOption(new Option('--from <where>', 'where to begin').choices(['beginning', 'latest']).default('latest'))
    .action(async (flags: EventFlags & { from: 'beginning' | 'latest' }) => {
      const { tailEvents } = await import('./events.ts');
      outcome.code = await tailEvents({ ...(await filterOf(flags)), from: flags.from }, terminal, signal);
    });
  withFilter(events.command('replay').description('Shows the events that are stored, and ends.'))
    .requiredOption('--from <when>', 'an instant such as 2026-01-05T02:00:00Z, or "beginning"', toStart)
    .action(async (flags: EventFlags & { from: Date | 'beginning' }) => {
      const { replay } = await import('./events.ts');
      outcome.code = await replay({ ...(await filterOf(flags)), from: flags.from }, terminal, signal);
    });

  events
    .command('parked')
    .description('Events that the relay holds back, each with its case, and why.')
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--json', 'one JSON array')
    .action(async (flags: { database?: string; json?: true }) => {
      const { listParked } = await import('./parked.ts');
      outcome.code = await listParked(await findDatabase(flags.database, env), terminal, flags.json === true);
    });
  events
    .command('release')
    .description('Tries the first event of a case that is held back again; what waits behind it follows.')
    .argument('<case>', 'its id', toCaseId)
    .option('--skip', 'goes on without it: consumers get a letter on the dead-letter topic instead')
    .option('--by <name>', 'who releases it; else the user of this machine')
    .option('--database <url>', 'the record, as the owner of the schema')
    .action(async (caseId: string, flags: { skip?: true; by?: string; database?: string }) => {
      const { releaseParked } = await import('./parked.ts');
      const asked = { caseId, skip: flags.skip === true, by: flags.by };
      outcome.code = await releaseParked(await findDatabase(flags.database, env), asked, terminal);
    });

  addConformanceCommand(root, host);

  const reporting = root.command('reporting').description('The reports, made from the published events.');
  reporting
    .command('check')
    .description('Compares every case of the reports with the record.')
    .option('--patience <seconds>', 'how old an event may be that was not read yet', toCount, 60)
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--json', 'one JSON object')
    .action(async (flags: { patience: number; database?: string; json?: true }) => {
      const { checkReporting } = await import('./reporting.ts');
      const options = { patienceS: flags.patience, json: flags.json === true };
      outcome.code = await checkReporting(await findDatabase(flags.database, env), options, terminal);
    });
  reporting
    .command('rebuild')
    .description('Empties the reports and reads every published event again; ends when that is done.')
    .option('--database <url>', 'the record, as the owner of the schema')
    .action(async (flags: { database?: string }) => {
      const { rebuildReporting } = await import('./reporting.ts');
      outcome.code = await rebuildReporting(await findDatabase(flags.database, env), terminal, signal);
    });

  root
    .command('audit')
    .description('The record’s own proof.')
    .command('verify')
    .description('Recomputes the hash chain and names rows that were edited, removed or moved.')
    .option('--case <id>', 'this case only', toCaseId)
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--json', 'one JSON object')
    .action(async (flags: { case?: string; database?: string; json?: true }) => {
      const { verifyAudit } = await import('./audit-verify.ts');
      const database = await findDatabase(flags.database, env);
      outcome.code = await verifyAudit(database, flags.case, terminal, flags.json === true);
    });

  const rules = root.command('rules').description('The case definitions and the rows of law.');
  rules
    .command('lint')
    .description(
      'Refuses dead ends, missing law, clocks that nothing stops; gaps, overlaps and dead citations in the rows.',
    )
    .option('--unverified', 'list the rows of law that nobody has read')
    .option('--json', 'one JSON object')
    .action(async (flags: { unverified?: true; json?: true }) => {
      const [{ lintRules }, { models }] = await Promise.all([
        import('./rules-lint.ts'),
        import('./released-models.ts'),
      ]);
      const words = { json: flags.json === true, unverified: flags.unverified === true };
      outcome.code = lintRules(models.all(), terminal, words);
    });
  rules
    .command('diff')
    .description('How the law of two days differs.')
    .requiredOption('--from <day>', 'a day such as 2023-02-21', toDay)
    .requiredOption('--to <day>', 'a later day', toDay)
    .option('--json', 'one JSON object')
    .action(async (flags: { from: string; to: string; json?: true }) => {
      const { diffLaw } = await import('./rules-diff.ts');
      outcome.code = diffLaw(flags.from, flags.to, terminal, flags.json === true);
    });

  root
    .command('reconcile')
    .description('Compares our claims with the list of BPJS and repairs what a missed callback explains.')
    .option('--day <day>', 'this day only, YYYY-MM-DD (Jakarta)', toDay)
    .option('--days <n>', 'today and the days before it', toCount, 2)
    .option('--gateway <url>', 'the gateway')
    .option('--json', 'one JSON object')
    .action(async (flags: { day?: string; days: number; gateway?: string; json?: true }) => {
      const { reconcile } = await import('./insurer.ts');
      const { day, days } = flags;
      const range = day === undefined ? { days } : { day };
      outcome.code = await reconcile(await findGateway(flags.gateway, env), range, terminal, flags.json === true);
    });

  const bpjs = root.command('bpjs').description('Callbacks of BPJS that wait for a person.');
  bpjs
    .command('parked')
    .description('Lists them, oldest first.')
    .option('--gateway <url>', 'the gateway')
    .option('--json', 'one JSON object')
    .action(async (flags: { gateway?: string; json?: true }) => {
      const { listParked } = await import('./insurer.ts');
      outcome.code = await listParked(await findGateway(flags.gateway, env), terminal, flags.json === true);
    });
  bpjs
    .command('release <callbackId>')
    .description('Takes one once more; what still fits nowhere stays.')
    .requiredOption('--by <officer>', 'directory id of who releases it')
    .option('--dismiss', 'take it off the list without doing anything')
    .option('--gateway <url>', 'the gateway')
    .option('--json', 'one JSON object')
    .action(async (id: string, flags: { by: string; dismiss?: true; gateway?: string; json?: true }) => {
      const { releaseParked } = await import('./insurer.ts');
      const how = { by: flags.by, dismiss: flags.dismiss === true };
      const gateway = await findGateway(flags.gateway, env);
      outcome.code = await releaseParked(gateway, toCaseId(id), how, terminal, flags.json === true);
    });

  root
    .command('simulate')
    .description('What would be, before anything is.')
    .command('claim')
    .description('What may be claimed by the facts of a file: amounts, papers, who may report, last day, articles.')
    .requiredOption('--file <path>', 'JSON with the facts; see docs/how-to/pre-check-a-claim.md')
    .option('--json', 'one JSON object')
    .action(async (flags: { file: string; json?: true }) => {
      const { simulateClaim } = await import('./simulate/simulate-claim.ts');
      outcome.code = await simulateClaim(flags.file, terminal, flags.json === true);
    });

  root
    .command('import')
    .description('Lists that others keep.')
    .command('placements')
    .description('Registers the placements of a list (CSV or XLSX): good rows in, bad rows out with column and reason.')
    .argument('<file>', 'see docs/how-to/import-a-list.md')
    .requiredOption('--as <officer>', 'directory id of the officer on whose word the rows are registered')
    .option('--dry-run', 'only judge the rows')
    .option('--report <path>', 'write the report there as CSV')
    .option('--api <url>', 'the API')
    .option('--json', 'one JSON object')
    .action(async (file: string, flags: { as: string; dryRun?: true; report?: string; api?: string; json?: true }) => {
      const { importPlacements } = await import('./imports.ts');
      const { as, report } = flags;
      const how = { file, as, report, dryRun: flags.dryRun === true, json: flags.json === true };
      outcome.code = await importPlacements({ ...how, apiUrl: await findApi(flags.api, env) }, terminal, signal);
    });

  root
    .command('generate')
    .description('Realistic cases for load and tests: the same seed gives the same cases.')
    .requiredOption('--cases <n>', 'how many', toCount)
    .requiredOption('--seed <n>', 'what they are drawn from', toCount)
    .addOption(new Option('--type <type>', 'which').choices(['claim', 'complaint', 'mixed']).default('mixed'))
    .option('--area <code>', 'area whose villages are used', '35.05')
    .option('--year <year>', 'year in which they come in', toCount, 2025)
    .option('--send <url>', 'post them to a running local stack instead of writing them')
    .action(async (flags: GenerateFlags) => {
      const { generate } = await import('./generate/generate.ts');
      outcome.code = await generate(flags, terminal);
    });
  addTimeCommands(root, host);
  addOfficesCommands(root, host);
  return root;
}

const withFilter = (command: Command): Command =>
  command
    .addOption(new Option('--topic <name>', 'this topic only').choices(CASE_TOPICS))
    .option('--case <id>', 'this case only', toCaseId)
    .option('--json', 'each event as one line of JSON')
    .option('--max <n>', 'end after so many events', toCount)
    .option('--brokers <list>', 'host:port[,host:port]');

function toCaseId(text: string): string {
  if (!z.guid().safeParse(text).success) throw new InvalidArgumentError('not a case id (UUID).');
  return text.toLowerCase();
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('not a number from 1.');
  return Number(text);
}

function toDay(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('not a day such as 2023-02-21.');
  return text;
}

function toStart(text: string): Date | 'beginning' {
  if (text === 'beginning') return text;
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('not an instant such as 2026-01-05T02:00:00Z, nor "beginning".');
  return new Date(parsed.data);
}

/** A fault in one sentence; addresses with passwords are never part of it. */
function sentenceOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each) => sentenceOf(each)).join('; ');
  return types.isNativeError(error) ? error.message : 'failed';
}
