import { isAreaCode, type Role } from '@titian/domain';
import { readDirectory, readOffices } from '@titian/persistence';
import { directoryOf, OfficeStaff, POST_ROLES, type PostStanding } from '@titian/rulebook';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';
import { withDirectory } from './keep-offices.ts';

interface Look {
  readonly database: string;
  readonly json: boolean;
  /** At noon of that day in Jakarta; now if it is left out. */
  readonly day: string | undefined;
}

const momentOf = (day: string | undefined): string =>
  day === undefined ? new Date().toISOString() : `${day}T05:00:00.000Z`;

/** Names every post where nobody can act on a day. @returns 1 if there is one */
export async function checkOffices({ database, json, day }: Look, terminal: Terminal): Promise<ExitCode> {
  return withDirectory(database, async (db) => {
    const rows = await readDirectory(db);
    const at = momentOf(day);
    const unmanned = rows.offices.flatMap((stored) =>
      new OfficeStaff(stored, rows, at).posts
        .filter(({ found }) => found === 'empty' || found === 'absent')
        .map((post) => ({ office: stored.office, ...post })),
    );
    if (json) terminal.out(JSON.stringify({ offices: rows.offices.length, unmanned }));
    else {
      for (const post of unmanned) terminal.out(`${post.office} ${textOf(post)}`);
      terminal.out(`${rows.offices.length} offices, ${unmanned.length} posts where nobody can act`);
    }
    return unmanned.length === 0 ? EXIT.good : EXIT.finding;
  });
}

/** Says which office answers for a place, step by step. @returns 1 if a ladder would climb over it */
export async function resolveOffice(
  { database, json, day, area, role }: Look & { readonly area: string; readonly role: string },
  terminal: Terminal,
): Promise<ExitCode> {
  if (!isAreaCode(area)) throw new Misuse(`${area} is not an area code such as 35.05.08.2003.`);
  const asked = POST_ROLES.find((known): known is Role => known === role);
  if (asked === undefined) throw new Misuse(`${role} is no role of an office; known: ${POST_ROLES.join(', ')}.`);
  return withDirectory(database, async (db) => {
    const directory = directoryOf(await readOffices(db, area), momentOf(day));
    const found = directory.resolve(area, asked);
    const rung = directory.rungFor(area, asked);
    if (json) terminal.out(JSON.stringify({ ...found, rung }));
    else {
      for (const { role: of, area: place, office, found: how, posts } of found.steps) {
        terminal.out([of, place === '' ? 'Indonesia' : place, office ?? '-', how].join('  '));
        for (const post of posts) terminal.out(`  ${textOf(post)}`);
      }
      terminal.out(`${found.office}: ${found.officers.length === 0 ? 'nobody known' : found.officers.join(', ')}`);
      if (rung.office === null) terminal.out(`a ladder climbs over it: ${rung.because}`);
    }
    return rung.office === null ? EXIT.finding : EXIT.good;
  });
}

function textOf({ post, found, holders, acting }: PostStanding): string {
  const away = holders.flatMap(({ officerId, awayUntil }) =>
    awayUntil === null ? [officerId] : [`${officerId} absent until ${awayUntil}`],
  );
  const people = [...away, ...acting.map((id) => `deputy ${id}`)];
  return `${post}: ${found}${people.length === 0 ? '' : ` (${people.join(', ')})`}`;
}
