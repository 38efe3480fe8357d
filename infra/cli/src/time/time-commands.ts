import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { isAreaCode } from '@titian/domain';
import { findDatabase, findTemporal } from '../addresses.ts';
import type { CommandHost } from '../terminal.ts';

interface Where {
  readonly database?: string;
  readonly temporal?: string;
  readonly json?: true;
}

/** Adds what has to do with calendars, deadlines and the watch over open cases. */
export function addTimeCommands(root: Command, { terminal, env, signal, end }: CommandHost): void {
  const located = async (flags: Where) => ({
    database: await findDatabase(flags.database, env),
    temporal: await findTemporal(flags.temporal, env),
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'titian',
    json: flags.json === true,
  });

  withPlaces(root.command('calendar').description('The calendar of working days.').command('apply'))
    .description(
      'Puts the newest calendar into force and moves the clocks of running cases; may be killed and begun again.',
    )
    .option('--file <path>', 'a decree that this release does not hold yet, as JSON')
    .option('--rate <n>', 'commands a second at most', toNumber, 200)
    .action(async (flags: Where & { file?: string; rate: number }) => {
      const { applyCalendar } = await import('./apply-calendar.ts');
      const { rate, file } = flags;
      const asked = { ...(await located(flags)), rate, ...(file === undefined ? {} : { file }) };
      end(await applyCalendar(asked, terminal, signal));
    });

  const known = root.commands.find((command) => command.name() === 'simulate');
  (known ?? root.command('simulate').description('What would happen.'))
    .command('deadlines')
    .description('What time alone will do to open cases, and what another target or one holiday more would change.')
    .option('--case <id>', 'this case', toCaseId)
    .option('--area <code>', 'the open cases of an area, e.g. 35.05')
    .option('--days <n>', 'how far', toNumber, 365)
    .option('--target <clock=length>', 'another length, in the clock’s own unit; may be repeated', toTarget, {})
    .option('--rest-day <day>', 'one holiday more; may be repeated', toDays, [])
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--json', 'one JSON object')
    .action(async (flags: SimulateOptions) => {
      const { simulate } = await import('./simulate-deadlines.ts');
      const asked = {
        database: await findDatabase(flags.database, env),
        days: flags.days,
        targets: flags.target,
        restDays: flags.restDay,
        json: flags.json === true,
        ...(flags.case === undefined ? {} : { caseId: flags.case }),
        ...(flags.area === undefined ? {} : { area: flags.area }),
      };
      end(await simulate(asked, terminal));
    });

  root
    .command('workload')
    .description('What each office holds: open cases, what is breached or waits, and how old it is.')
    .option('--area <code>', 'offices that hold cases of an area, e.g. 35.05', toArea)
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--json', 'one JSON object')
    .action(async (flags: { area?: string; database?: string; json?: true }) => {
      const { tellWorkload } = await import('./workload.ts');
      const asked = { database: await findDatabase(flags.database, env), json: flags.json === true };
      end(await tellWorkload({ ...asked, ...(flags.area === undefined ? {} : { area: flags.area }) }, terminal));
    });

  withPlaces(root.command('guard'))
    .description('Looks at every open case: somebody holds it, a clock will wake it, its run lives.')
    .option('--repair', 'mend what is found')
    .option('--late-minutes <n>', 'a deadline that is over for longer was not told', toNumber, 20)
    .action(async (flags: Where & { repair?: true; lateMinutes: number }) => {
      const { guard } = await import('./guard.ts');
      const { lateMinutes } = flags;
      end(await guard({ ...(await located(flags)), repair: flags.repair === true, lateMinutes }, terminal, signal));
    });

  withPlaces(root.command('rehydrate'))
    .description('Gives every open case a run, from the record alone.')
    .action(async (flags: Where) => {
      const { rehydrate } = await import('./rehydrate.ts');
      end(await rehydrate(await located(flags), terminal, signal));
    });
}

interface SimulateOptions extends Where {
  readonly case?: string;
  readonly area?: string;
  readonly days: number;
  readonly target: Readonly<Record<string, number>>;
  readonly restDay: readonly string[];
}

const withPlaces = (command: Command): Command =>
  command
    .option('--database <url>', 'the record, as the owner of the schema')
    .option('--temporal <host:port>', 'the frontend of Temporal')
    .option('--json', 'one JSON object');

function toNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('not a number from 1.');
  return Number(text);
}

function toArea(text: string): string {
  if (text === '' || !isAreaCode(text)) throw new InvalidArgumentError('not the code of an area such as 35.05.');
  return text;
}

function toCaseId(text: string): string {
  if (!z.guid().safeParse(text).success) throw new InvalidArgumentError('not a case id (UUID).');
  return text.toLowerCase();
}

function toDays(text: string, before: readonly string[]): readonly string[] {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('not a day such as 2026-12-31.');
  return [...before, text];
}

function toTarget(text: string, before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const [, clock = '', length = ''] = /^([a-z][A-Za-z0-9]*)=([1-9]\d{0,4})$/.exec(text) ?? [];
  if (clock === '') throw new InvalidArgumentError('not a clock and its length, e.g. verifying=5.');
  return { ...before, [clock]: Number(length) };
}
