import type { DataSource } from 'typeorm';
import type { Calendar, CaseType } from '@titian/domain';
import { calendarInForce } from '../calendar/calendar-in-force.ts';
import { checkCases, type CheckedCase, type RecordFault } from './check-cases.ts';
import { rebuildCase } from './rebuild-case.ts';

/** Everything that may be wrong with an open case. */
export type Fault =
  | RecordFault
  /** No workflow lives for it: no timer, and nobody would notice. */
  | 'no-run'
  /** Its deadline is over and was not told, or its timer is armed for a later moment. */
  | 'late'
  /** Its run lives and does not answer: a worker that cannot continue it. */
  | 'no-answer';

/** One fault, and whether it was repaired at once. */
export interface GuardFinding {
  readonly caseId: string;
  readonly caseType: CaseType;
  readonly fault: Fault;
  readonly repaired: boolean;
}

/** What the guardian needs of the workflows. */
export interface GuardedRuns {
  isRunning(of: CaseRef): Promise<boolean>;
  /** Starts a run if none lives, and wakes it. */
  startRun(of: CaseRef): Promise<void>;
  /** The moment for which its timer is armed, null if it has none, undefined if the run cannot say. */
  timerOf(of: CaseRef): Promise<string | null | undefined>;
  /** Sends `keepWatch`. True once it is done. */
  keepWatch(of: CaseRef, commandId: string): Promise<boolean>;
}
interface CaseRef {
  readonly caseType: CaseType;
  readonly caseId: string;
}

export interface GuardOptions {
  readonly repair: boolean;
  /** Of each page, how many timers are asked for; asking wakes a worker. */
  readonly timers: number;
  /** A deadline that is over for longer was not told. Timers that fall together are spread over nine minutes. */
  readonly lateMs: number;
}

/** What a page showed, and where the next begins; null after the last. */
export interface GuardedPage {
  readonly checked: number;
  readonly findings: readonly GuardFinding[];
  readonly next: string | null;
}

/** Where the first page begins. */
export const FIRST_CASE = '00000000-0000-0000-0000-000000000000';
const PAGE = 200;

/**
 * No open case without custody, deadline and a run that will wake it: looks at a page of open cases and mends what is not so.
 * Every repair may be repeated: tables are written again from the log, a run that lives is left alone, and a case that nothing
 * would wake is given a clock by a command of its own.
 */
export async function guardPage(
  db: DataSource,
  release: Calendar,
  runs: GuardedRuns,
  after: string,
  options: GuardOptions,
): Promise<GuardedPage> {
  const calendar = await calendarInForce(db, release);
  const cases = await checkCases(db, calendar, after, PAGE);
  const findings: GuardFinding[] = [];
  for (const [n, each] of cases.entries()) {
    // Spread over the page, another part of it each time round.
    const asksTimer = n % Math.max(1, Math.ceil(PAGE / Math.max(1, options.timers))) === 0 && options.timers > 0;
    findings.push(...(await guardCase(db, calendar, runs, each, { ...options, asksTimer })));
  }
  const next = cases.length < PAGE ? null : (cases.at(-1)?.caseId ?? null);
  return { checked: cases.length, findings, next };
}

async function guardCase(
  db: DataSource,
  calendar: Calendar,
  runs: GuardedRuns,
  { caseId, caseType, revision, deadline, faults }: CheckedCase,
  { repair, lateMs, asksTimer }: GuardOptions & { readonly asksTimer: boolean },
): Promise<readonly GuardFinding[]> {
  const of = { caseId, caseType };
  const found = (fault: Fault, repaired: boolean): GuardFinding => ({ ...of, fault, repaired });
  const findings: GuardFinding[] = [];
  const tables = faults.filter((fault) => fault !== 'no-deadline');
  if (tables.length > 0) {
    const repaired = repair && (await rebuildCase(db, calendar, caseId));
    findings.push(...tables.map((fault) => found(fault, repaired)));
  }
  if (!(await runs.isRunning(of))) {
    if (await hasMovedOn(db, caseId, revision)) return findings;
    if (repair) await runs.startRun(of);
    findings.push(found('no-run', repair));
  } else {
    const fault = await faultOfRun(runs, of, deadline?.at ?? null, lateMs, asksTimer);
    if (fault !== null) {
      if (await hasMovedOn(db, caseId, revision)) return findings;
      if (repair) await runs.startRun(of);
      findings.push(found(fault, repair && fault === 'late'));
    }
  }
  if (faults.includes('no-deadline')) {
    findings.push(found('no-deadline', repair && (await runs.keepWatch(of, `guard:keep-watch:${revision}`))));
  }
  return findings;
}

/** A command that came in meanwhile explains what looks wrong; the next time round shows it. */
async function hasMovedOn(db: DataSource, caseId: string, revision: number): Promise<boolean> {
  const rows: { revision: number }[] = await db.query(
    `select max(revision) as revision from case_event where case_id = $1`,
    [caseId],
  );
  return rows[0]?.revision !== revision;
}

async function faultOfRun(
  runs: GuardedRuns,
  of: CaseRef,
  dueAt: string | null,
  lateMs: number,
  asksTimer: boolean,
): Promise<'late' | 'no-answer' | null> {
  if (dueAt === null) return null;
  if (Date.parse(dueAt) + lateMs < Date.now()) return 'late';
  if (!asksTimer) return null;
  try {
    const armed = await runs.timerOf(of);
    return armed !== undefined && (armed === null || armed > dueAt) ? 'late' : null;
  } catch {
    return 'no-answer'; // one case that is stuck must not end the round: it is told as what it is
  }
}
