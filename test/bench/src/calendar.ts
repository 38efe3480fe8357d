import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DataSource } from 'typeorm';
import type { LocalStack } from '@titian/local';
import type { CalendarReport } from '@titian/persistence';
import { currentCalendar } from '@titian/rulebook';
import { cpuResults, cpuSeconds } from './cpu.ts';
import { openComplaint, openDesk, openSettled } from './open-complaint.ts';
import { resultOf, type Result } from './stats.ts';

const TITIAN = fileURLToPath(new URL('../../../infra/cli/bin/titian.mjs', import.meta.url));
const DAY_MS = 86_400_000;
/** What a decree has to be carried through. */
const CASES_GOAL = 100_000;
const MINUTES_GOAL = 30;

/**
 * A holiday is moved while many cases are open: how many of them a second the job of `titian calendar apply` brings under the new
 * calendar. Each is a running case, none in the worker's cache, as they are when a decree is published.
 */
export async function benchCalendar(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, unknown> }> {
  const cases = quick ? 500 : Number(process.env['BENCH_CASES'] ?? 5_000);
  const desk = await openDesk(stack);
  const folder = await mkdtemp(join(tmpdir(), 'titian-bench-'));
  try {
    const ids = Array.from({ length: cases }, () => randomUUID());
    const seconds = await openSettled(desk, ids, (caseId) => openComplaint(desk, caseId));
    const file = join(folder, 'decree.json');
    await writeFile(file, JSON.stringify(decreeWithOneHolidayMore(new Date())));
    const cpu = cpuSeconds(stack.pids());
    const report = await apply(stack, file);
    const after = cpuSeconds(stack.pids());
    const perSecond = (report.moved * 1_000) / report.workingMs;
    return {
      samples: { report, openings_s: seconds },
      results: [
        resultOf('calendar.not_told', [cases - report.moved + report.failed], 'cases', {
          text: '0',
          isMet: (n) => n === 0,
        }),
        resultOf('calendar.moved_twice', [await movedTwice(desk.owner)], 'clocks', {
          text: '0',
          isMet: (n) => n === 0,
        }),
        resultOf('calendar.cases_per_s', [perSecond], '1/s'),
        resultOf('calendar.minutes_for_100000', [CASES_GOAL / perSecond / 60], 'min', {
          text: `≤ ${MINUTES_GOAL}`,
          isMet: (minutes) => minutes <= MINUTES_GOAL,
        }),
        resultOf('calendar.opened_per_s', [cases / seconds], '1/s'),
        ...cpuResults('calendar', cpu, after),
      ],
    };
  } finally {
    await rm(folder, { recursive: true });
    await desk.close();
  }
}

/** The calendar in force and the next working day after tomorrow, which every clock of working days has still before it. */
function decreeWithOneHolidayMore(today: Date): object {
  const isWorkingDay = (day: Date): boolean =>
    day.getUTCDay() % 6 !== 0 && !currentCalendar.restDays.has(day.toISOString().slice(0, 10));
  let day = new Date(today.getTime() + 2 * DAY_MS);
  while (!isWorkingDay(day)) day = new Date(day.getTime() + DAY_MS);
  return {
    version: 'bench-one-holiday-more',
    restDays: [...currentCalendar.restDays, day.toISOString().slice(0, 10)],
    knownUntilYear: currentCalendar.knownUntilYear,
  };
}

/** As an operator does it, as fast as the cases answer. */
async function apply(stack: LocalStack, file: string): Promise<CalendarReport> {
  const { databaseUrl, temporalAddress } = stack.addresses;
  const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress };
  const args = [TITIAN, 'calendar', 'apply', '--file', file, '--rate', '1000', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as CalendarReport;
}

async function movedTwice(owner: DataSource): Promise<number> {
  const [row]: { n: number }[] = await owner.query(
    `select count(*)::int as n from (
       select from case_event where type = 'titian.clock.recalendared.v1'
       group by case_id, body::jsonb -> 'data' ->> 'clockId' having count(*) > 1
     ) twice`,
  );
  return row?.n ?? 0;
}
