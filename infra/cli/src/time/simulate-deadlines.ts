import { forecastCases, type CasesForecast, type CaseState, type Foretold, type Targets } from '@titian/domain';
import { calendarInForce, dataSource, models, readOffices } from '@titian/persistence';
import { currentCalendar, directoryOf } from '@titian/rulebook';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';

export interface SimulateFlags {
  readonly database: string;
  readonly caseId?: string;
  /** Open cases of this area, e.g. 35.05. */
  readonly area?: string;
  readonly days: number;
  /** Another length, e.g. `verifying=5`. */
  readonly targets: Targets;
  /** One holiday more, e.g. 2026-12-31. */
  readonly restDays: readonly string[];
  readonly json: boolean;
}

/** So many open cases are simulated at once; more than any regency has. */
const MOST_CASES = 20_000;

/** Says what time alone will do to a case or to the open cases of an area, and what a change would make of it. */
export async function simulate(flags: SimulateFlags, terminal: Terminal): Promise<ExitCode> {
  if ((flags.caseId === undefined) === (flags.area === undefined))
    throw new Misuse('name --case or --area, and not both.');
  const db = await dataSource(flags.database, 2, 'simulator').initialize();
  try {
    const cases: { state: CaseState }[] = await db.query(
      `select state from case_file where status <> 'closed' and ($1::uuid is null or case_id = $1)
         and ($2::text is null or area = $2 or area like $2 || '.%') order by due_at limit ${MOST_CASES}`,
      [flags.caseId ?? null, flags.area ?? null],
    );
    if (cases.length === 0) throw new Misuse('no open case is meant.');
    const calendar = await calendarInForce(db, currentCalendar);
    const states = cases.map(({ state }) => state);
    const rows = await readOffices(db, ...states.map(({ area }) => area));
    const world = {
      modelOf: (hash: string) => models.ofHash(hash),
      calendar,
      officesAt: (at: string) => directoryOf(rows, at),
      now: new Date().toISOString(),
      days: flags.days,
    };
    const found = forecastCases(states, world, flags);
    if (flags.json) terminal.out(JSON.stringify({ cases: states.length, calendar: calendar.version, ...found }));
    else tell(found, terminal);
    return EXIT.good;
  } finally {
    await db.destroy();
  }
}

function tell({ lines, load, change }: CasesForecast, terminal: Terminal): void {
  const textOf = ({ at, caseId, what, clockId, detail, office }: Foretold): string =>
    [at.slice(0, 16).replace('T', ' '), caseId, what, clockId ?? '-', detail, office ?? ''].join('  ').trimEnd();
  if (change === null) for (const line of lines) terminal.out(textOf(line));
  else {
    for (const line of change.gone) terminal.out(`- ${textOf(line)}`);
    for (const line of change.come) terminal.out(`+ ${textOf(line)}`);
  }
  for (const { office, month, tasks } of load) terminal.out(`${month}  ${office}  ${tasks} tasks`);
  terminal.out(`${lines.length} moments`);
}
