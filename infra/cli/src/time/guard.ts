import { dataSource, FIRST_CASE, guardPage, type GuardFinding } from '@titian/persistence';
import { currentCalendar } from '@titian/rulebook';
import { caseClient, guardedRuns } from '@titian/temporal';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';

/** Timers asked for in each page of 200. */
const TIMERS = 10;

export interface GuardFlags {
  readonly database: string;
  readonly temporal: string;
  readonly namespace: string;
  readonly repair: boolean;
  readonly lateMinutes: number;
  readonly json: boolean;
}

/** Looks at every open case once: custody, deadline, run, timer. @returns 0 if all is well or mended, 1 if not */
export async function guard(flags: GuardFlags, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const db = await dataSource(flags.database, 2, 'guard').initialize();
  const client = caseClient(flags.temporal, flags.namespace);
  const findings: GuardFinding[] = [];
  let checked = 0;
  try {
    if (!(await client.reachable())) throw new Misuse(`no Temporal answers at ${flags.temporal}.`);
    const options = { repair: flags.repair, timers: TIMERS, lateMs: flags.lateMinutes * 60_000 };
    for (let after: string | null = FIRST_CASE; after !== null && !signal.aborted;) {
      const page = await guardPage(db, currentCalendar, guardedRuns(client), after, options);
      findings.push(...page.findings);
      checked += page.checked;
      after = page.next;
    }
  } finally {
    await Promise.all([db.destroy(), client.close()]);
  }
  if (flags.json) terminal.out(JSON.stringify({ checked, findings }));
  else {
    for (const { caseId, fault, repaired } of findings)
      terminal.out(`${caseId}: ${fault}${repaired ? ', repaired' : ''}`);
    terminal.out(`${checked} open cases, ${findings.length} findings`);
  }
  return findings.every(({ repaired }) => repaired) ? EXIT.good : EXIT.finding;
}
