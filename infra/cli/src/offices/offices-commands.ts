import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { findDatabase } from '../addresses.ts';
import type { CommandHost } from '../terminal.ts';

interface Where {
  readonly database?: string;
  readonly json?: true;
}

/** Adds what keeps the directory of offices, posts and people. */
export function addOfficesCommands(root: Command, { terminal, env, end }: CommandHost): void {
  const offices = root.command('offices').description('The offices, their posts, who holds them and who is away.');
  const located = async (flags: Where) => ({
    database: await findDatabase(flags.database, env),
    json: flags.json === true,
  });

  withPlace(offices.command('import <file>'))
    .description('Brings offices and absences to what a JSON file says; a row that is refused holds up no other.')
    .option('--by <name>', 'who changes it; else the user of this machine')
    .option('--first', 'only into a directory that was never changed')
    .action(async (file: string, flags: Where & { by?: string; first?: true }) => {
      const { importOffices } = await import('./keep-offices.ts');
      end(
        await importOffices({ ...(await located(flags)), file, by: flags.by, first: flags.first === true }, terminal),
      );
    });

  withPlace(offices.command('remove <office>'))
    .description('Takes an office out; from then on the one that the area code names answers.')
    .option('--by <name>', 'who changes it; else the user of this machine')
    .action(async (office: string, flags: Where & { by?: string }) => {
      const { removeOne } = await import('./keep-offices.ts');
      end(await removeOne({ ...(await located(flags)), office, by: flags.by }, terminal));
    });

  withPlace(offices.command('absent <officer>'))
    .description('Records that somebody is not there, or takes that back.')
    .requiredOption('--from <day>', 'first day', toDay)
    .option('--until <day>', 'last day', toDay)
    .option('--reason <code>', 'such as LEAVE; never a word about health', 'LEAVE')
    .option('--cancel', 'take back the absence that begins on that day')
    .option('--by <name>', 'who changes it; else the user of this machine')
    .action(async (officer: string, flags: Where & AbsentFlags) => {
      const { recordAbsence } = await import('./keep-offices.ts');
      const { from, until, reason, cancel, by } = flags;
      const asked = { officer, from, until, reason, cancel: cancel === true, by };
      end(await recordAbsence({ ...(await located(flags)), ...asked }, terminal));
    });

  withPlace(offices.command('check'))
    .description('Names posts that nobody holds and posts whose holder is away without a deputy.')
    .option('--at <day>', 'on that day; else today', toDay)
    .action(async (flags: Where & { at?: string }) => {
      const { checkOffices } = await import('./look-at-offices.ts');
      end(await checkOffices({ ...(await located(flags)), day: flags.at }, terminal));
    });

  withPlace(offices.command('resolve'))
    .description('From an area and a role to office, post and person, with every step of the way.')
    .requiredOption('--area <code>', 'such as 35.05.08.2003')
    .requiredOption('--role <role>', 'such as district_officer')
    .option('--at <day>', 'on that day; else now', toDay)
    .action(async (flags: Where & { area: string; role: string; at?: string }) => {
      const { resolveOffice } = await import('./look-at-offices.ts');
      const { area, role, at } = flags;
      end(await resolveOffice({ ...(await located(flags)), area, role, day: at }, terminal));
    });
}

interface AbsentFlags {
  readonly from: string;
  readonly until?: string;
  readonly reason: string;
  readonly cancel?: true;
  readonly by?: string;
}

const withPlace = (command: Command): Command =>
  command.option('--database <url>', 'the record, as the owner of the schema').option('--json', 'one JSON object');

function toDay(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('not a day such as 2026-03-02.');
  return text;
}
