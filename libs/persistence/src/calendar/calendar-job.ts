import type { DataSource } from 'typeorm';
import { movedBy, type Calendar, type CaseType } from '@titian/domain';
import { affectedClocks, changedDays, type ClockPosition } from './affected-clocks.ts';

/** Clocks of a page: its end waits for the slowest case, so it holds some hundred cases. */
const PAGE = 2_000;

/** Sends `recalendar` to one case under a command id of its own. True once the case has answered. */
export type Recalendar = (caseType: CaseType, caseId: string, commandId: string) => Promise<boolean>;

export interface CalendarJobOptions {
  /** Commands a second at most. */
  readonly rate: number;
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly onPage: (report: CalendarReport) => void;
}

/** What a job has done so far, over all its runs. */
export interface CalendarReport {
  readonly version: string;
  readonly changedDays: readonly string[];
  /** Running clocks whose window covers a changed day. */
  readonly seen: number;
  /** Cases that were told, because a moment of theirs moves. */
  readonly moved: number;
  /** Cases that did not answer; begin the job again to tell them. */
  readonly failed: number;
  readonly workingMs: number;
  readonly finished: boolean;
}

/**
 * Brings the running cases under a calendar that is in force. One page after the other, nearest deadline first; what was done
 * and where it stands are written together after each page, so that a job that is killed goes on where it was: a page told
 * twice changes nothing twice, because each case is told under one command id.
 *
 * @throws Error if the job runs elsewhere already
 */
export async function runCalendarJob(
  db: DataSource,
  calendar: Calendar,
  recalendar: Recalendar,
  options: CalendarJobOptions,
): Promise<CalendarReport> {
  const runner = db.createQueryRunner();
  try {
    const [lock] = await runner.manager.query<{ held: boolean }[]>(
      `select pg_try_advisory_lock(hashtext('titian.calendar-job')) as held`,
    );
    if (lock?.held !== true) throw new Error('a calendar job runs already: wait for it, or stop it first.');
    await begin(db, calendar);
    return await work(db, calendar, recalendar, options);
  } finally {
    await runner.query(`select pg_advisory_unlock_all()`);
    await runner.release();
  }
}

/** What the job of a version has done; undefined if there was none. */
export async function calendarReport(db: DataSource, version: string): Promise<CalendarReport | undefined> {
  const [row] = await jobRows(db, version);
  if (row === undefined) return undefined;
  const { position: _position, ...report } = row;
  return report;
}

type JobRow = CalendarReport & { readonly position: ClockPosition | null };

async function jobRows(db: DataSource, version: string): Promise<readonly JobRow[]> {
  const rows: (Omit<JobRow, 'position'> & { dueAt: string | null; caseId: string; clockId: string })[] = await db.query(
    `select version, changed_days as "changedDays", seen, moved, failed, working_ms::float8 as "workingMs",
       finished_at is not null as finished, cursor_case_id as "caseId", cursor_clock_id as "clockId",
       to_char(cursor_due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
     from calendar_job where version = $1`,
    [version],
  );
  return rows.map(({ dueAt, caseId, clockId, ...row }) => ({
    ...row,
    position: dueAt === null ? null : { dueAt, caseId, clockId },
  }));
}

/** A new job, or the one that stands; one that had finished begins again from the front, for those that did not answer. */
async function begin(db: DataSource, calendar: Calendar): Promise<void> {
  await db.query(
    `insert into calendar_job (version, changed_days) values ($1, $2)
     on conflict (version) do update set cursor_due_at = null, cursor_case_id = null, cursor_clock_id = null,
       finished_at = null, failed = 0 where calendar_job.finished_at is not null`,
    [calendar.version, await changedDays(db, calendar)],
  );
}

async function work(
  db: DataSource,
  calendar: Calendar,
  recalendar: Recalendar,
  { rate, atOnce, signal, onPage }: CalendarJobOptions,
): Promise<CalendarReport> {
  for (;;) {
    const [job] = await jobRows(db, calendar.version);
    if (job === undefined) throw new Error(`the job of calendar ${calendar.version} is gone`);
    if (signal.aborted) return job;
    const began = Date.now();
    const page = await affectedClocks(db, calendar.version, job.changedDays, job.position, PAGE);
    const now = new Date().toISOString();
    const moved = page.filter(({ ledger }) => movedBy(ledger, calendar, now) !== null);
    const cases = [...new Map(moved.map((each) => [each.caseId, each])).values()];
    const told = await paced(cases, { rate, atOnce }, ({ caseType, caseId }) =>
      recalendar(caseType, caseId, `recalendar:${calendar.version}`),
    );
    const end = page.at(-1);
    await db.query(
      `update calendar_job set seen = seen + $2, moved = moved + $3, failed = failed + $4, working_ms = working_ms + $5,
         cursor_due_at = coalesce($6, cursor_due_at), cursor_case_id = coalesce($7, cursor_case_id),
         cursor_clock_id = coalesce($8, cursor_clock_id), finished_at = case when $9 then now() end
       where version = $1`,
      [
        calendar.version,
        page.length,
        told.filter(Boolean).length,
        told.filter((answered) => !answered).length,
        Date.now() - began,
        end?.dueAt ?? null,
        end?.caseId ?? null,
        end?.clockId ?? null,
        page.length < PAGE,
      ],
    );
    const report = await calendarReport(db, calendar.version);
    if (report === undefined) throw new Error(`the job of calendar ${calendar.version} is gone`);
    onPage(report);
    if (report.finished) return report;
  }
}

/** Does work for each, so many at once and no more than so many begun in a second. */
async function paced<T>(
  items: readonly T[],
  { rate, atOnce }: { readonly rate: number; readonly atOnce: number },
  work: (item: T) => Promise<boolean>,
): Promise<boolean[]> {
  const began = Date.now();
  const done: boolean[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next++; n < items.length; n = next++) {
      const wait = began + (n * 1000) / rate - Date.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      done.push(await work(items[n] as T));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}
