import { dataSource, WorkloadReader, type OfficeWorkload } from '@titian/persistence';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

export interface WorkloadFlags {
  readonly database: string;
  /** Offices that hold cases of this area, e.g. 35.05; absent = the country. */
  readonly area?: string;
  readonly json: boolean;
}

/** So many offices are read in one statement. */
const PAGE = 500;

/** Tells what every office holds, how much of it is breached or waits, and how old it is. */
export async function tellWorkload({ database, area, json }: WorkloadFlags, terminal: Terminal): Promise<ExitCode> {
  const db = await dataSource(database, 1, 'workload').initialize();
  try {
    const reader = new WorkloadReader();
    const now = new Date().toISOString();
    const offices: OfficeWorkload[] = [];
    for (let page: readonly OfficeWorkload[] = [], after: string | undefined; ; after = page.at(-1)?.office) {
      page = await reader.offices(db.manager, { area, limit: PAGE, after }, now);
      offices.push(...page);
      if (page.length < PAGE) break;
    }
    if (json) terminal.out(JSON.stringify({ asOf: now, offices }));
    else {
      for (const office of offices) terminal.out(lineOf(office));
      const sum = (member: 'cases' | 'breached'): number => offices.reduce((all, office) => all + office[member], 0);
      terminal.out(`${offices.length} offices, ${sum('cases')} open cases, ${sum('breached')} breached`);
    }
    return EXIT.good;
  } finally {
    await db.destroy();
  }
}

function lineOf({ office, cases, breached, waiting, unassignedTasks, longestHeldSince, ages }: OfficeWorkload): string {
  const held = ages
    .filter((band) => band.held > 0)
    .map(
      ({ fromDays, untilDays, held: count }) => `${fromDays}${untilDays === null ? '+' : `-${untilDays}`} d: ${count}`,
    );
  const since = longestHeldSince?.slice(0, 10) ?? '-';
  return [
    `${office}: ${cases} cases, ${breached} breached, ${waiting} waiting, ${unassignedTasks} tasks untaken`,
    `held ${held.join(', ')}`,
    `longest since ${since}`,
  ].join('; ');
}
