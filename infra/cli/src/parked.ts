import { userInfo } from 'node:os';
import { withRecord } from './record.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

interface ParkedCase {
  readonly caseId: string;
  readonly revision: number;
  readonly type: string;
  readonly reason: string;
  readonly parkedAt: string;
  /** Events of the case that wait behind it. */
  readonly behind: number;
  /** What an operator has asked for and the relay has not done yet. */
  readonly release: 'publish' | 'skip' | null;
}

/** Lists the cases whose events the relay holds back: the one that cannot be published, and how many wait behind it. */
export async function listParked(databaseUrl: string, terminal: Terminal, json: boolean): Promise<ExitCode> {
  return withRecord(databaseUrl, async (client) => {
    const { rows } = await client.query<ParkedCase>(
      `select distinct on (p.case_id) p.case_id as "caseId", p.revision, e.type, p.reason, p.release,
         to_char(p.parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "parkedAt",
         (count(*) over (partition by p.case_id) - 1)::int as behind
       from parked_event p join case_event e using (case_id, revision)
       where p.ended is null order by p.case_id, p.revision`,
    );
    if (json) terminal.out(JSON.stringify(rows));
    else {
      for (const { caseId, revision, type, reason, parkedAt, behind, release } of rows) {
        const asked = release === null ? '' : `, ${release} asked for`;
        terminal.out(
          `case ${caseId} event ${revision} (${type}), since ${parkedAt}: ${reason}; ${behind} behind${asked}`,
        );
      }
      terminal.out(`${rows.length} cases held back`);
    }
    return rows.length === 0 ? EXIT.good : EXIT.finding;
  });
}

/**
 * Asks the relay to try the first parked event of a case again, or to go on without it: consumers then get a letter on the
 * dead-letter topic in its place. What waits behind it follows in order. Repeatable.
 */
export async function releaseParked(
  databaseUrl: string,
  asked: { readonly caseId: string; readonly skip: boolean; readonly by: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  return withRecord(databaseUrl, async (client) => {
    const { rows } = await client.query<{ revision: number }>(
      `update parked_event set release = $2, released_by = $3, released_at = now()
       where case_id = $1 and revision = (select min(revision) from parked_event where case_id = $1 and ended is null)
       returning revision`,
      [asked.caseId, asked.skip ? 'skip' : 'publish', asked.by ?? userInfo().username],
    );
    const [row] = rows;
    if (row === undefined) {
      terminal.err(`titian: nothing of case ${asked.caseId} is held back; see titian events parked.`);
      return EXIT.finding;
    }
    const what = asked.skip ? 'will be skipped' : 'will be tried again';
    terminal.out(`case ${asked.caseId} event ${row.revision} ${what}, within seconds`);
    return EXIT.good;
  });
}
