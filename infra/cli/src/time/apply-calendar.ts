import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Calendar } from '@titian/domain';
import {
  calendarInForce,
  dataSource,
  publishCalendar,
  readCalendar,
  runCalendarJob,
  type CalendarReport,
} from '@titian/persistence';
import { currentCalendar } from '@titian/rulebook';
import { caseClient, sendCommand } from '@titian/temporal';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

/** A calendar of a decree that this release does not hold yet. */
const CalendarFile = z.strictObject({
  version: z.string().regex(/^(?!\d{9})[A-Za-z0-9+._-]{1,200}$/, 'letters, digits and + . _ -, e.g. 2026a'),
  restDays: z.array(z.iso.date()).min(1),
  knownUntilYear: z.int().min(2020).max(2100),
});

export interface ApplyFlags {
  readonly database: string;
  readonly temporal: string;
  readonly namespace: string;
  /** Calendar as JSON; without it the newest of this release. */
  readonly file?: string;
  /** Commands a second. */
  readonly rate: number;
  readonly json: boolean;
}

/**
 * Puts a calendar into force and brings the running cases under it. Killed and begun again, it goes on where it was.
 *
 * @returns 0 when every case was told, 1 if some did not answer
 */
export async function applyCalendar(flags: ApplyFlags, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const wanted = flags.file === undefined ? currentCalendar : await calendarIn(flags.file);
  const db = await dataSource(flags.database, 4, 'calendar-job').initialize();
  const client = caseClient(flags.temporal, flags.namespace);
  try {
    if (!(await client.reachable())) throw new Misuse(`no Temporal answers at ${flags.temporal}.`);
    await publishCalendar(db, wanted);
    const inForce = await calendarInForce(db, wanted);
    if (inForce.version !== wanted.version) {
      throw new Misuse(
        `calendar ${inForce.version} is newer and in force; ${wanted.version} cannot take over from it.`,
      );
    }
    const report = await runCalendarJob(
      db,
      await readCalendar(db.manager, wanted.version),
      async (caseType, caseId, commandId) => {
        const command = { name: 'recalendar', actor: SYSTEM, input: {} };
        const result = await sendCommand(client, { caseType, caseId, commandId, command });
        return result.kind === 'answered';
      },
      {
        rate: flags.rate,
        atOnce: 32,
        signal,
        onPage: ({ seen, moved }) => {
          terminal.err(`${seen} clocks seen, ${moved} cases told`);
        },
      },
    );
    terminal.out(flags.json ? JSON.stringify(report) : sentenceOf(report));
    return report.failed === 0 && report.finished ? EXIT.good : EXIT.finding;
  } finally {
    await Promise.all([db.destroy(), client.close()]);
  }
}

async function calendarIn(file: string): Promise<Calendar> {
  const parsed = CalendarFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Misuse(`${file} is no calendar: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, restDays: new Set(parsed.data.restDays) };
}

function sentenceOf({ version, changedDays, seen, moved, failed, workingMs, finished }: CalendarReport): string {
  const rate = workingMs === 0 ? 0 : Math.round((moved * 1000) / workingMs);
  const state = finished ? 'finished' : 'stopped; begin it again to go on';
  return `calendar ${version}: ${changedDays.length} days differ, ${seen} clocks seen, ${moved} cases told (${rate}/s), ${failed} did not answer; ${state}`;
}
