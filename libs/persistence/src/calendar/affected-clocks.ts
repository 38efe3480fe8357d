import type { DataSource } from 'typeorm';
import {
  dayNumber,
  daysThatDiffer,
  endOfDay,
  startOfDay,
  type Calendar,
  type CaseType,
  type Clock,
  type PlainDay,
} from '@titian/domain';

/** A running clock of working days whose window covers a day that a decree changed. */
export interface AffectedClock {
  readonly caseId: string;
  readonly caseType: CaseType;
  readonly clockId: string;
  readonly dueAt: string;
  readonly ledger: Clock;
}

/** Where a page of affected clocks ended. */
export type ClockPosition = Pick<AffectedClock, 'dueAt' | 'caseId' | 'clockId'>;

/** The days that differ between a version and any other by which a running clock still counts. */
export async function changedDays(db: DataSource, calendar: Calendar): Promise<readonly PlainDay[]> {
  const rows: { version: string }[] = await db.query(
    `select distinct calendar_version as version from clock
     where state = 'running' and ledger ->> 'unit' = 'working_days' and calendar_version <> $1`,
    [calendar.version],
  );
  const counted = (calendar.earlier ?? []).filter(({ version }) => rows.some((row) => row.version === version));
  return [...new Set(counted.flatMap((before) => daysThatDiffer(before, calendar)))].sort();
}

/**
 * A page of clocks that a decree may move, nearest deadline first. The window is cut by the zones at both ends of the country,
 * so that none is missed; whether a clock really moves is for the ledger to say.
 */
export async function affectedClocks(
  db: DataSource,
  version: string,
  days: readonly PlainDay[],
  after: ClockPosition | null,
  limit: number,
): Promise<readonly AffectedClock[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db.query(
    `select c.case_id as "caseId", f.type as "caseType", c.clock_id as "clockId", c.ledger,
       to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
     from clock c join case_file f using (case_id)
     where c.state = 'running' and c.ledger ->> 'unit' = 'working_days' and c.calendar_version <> $1
       and c.due_at > $2 and c.started_at < $3
       and ($4::timestamptz is null or (c.due_at, c.case_id, c.clock_id) > ($4, $5::uuid, $6))
     order by c.due_at, c.case_id, c.clock_id limit $7`,
    [
      version,
      startOfDay(dayNumber(first), 'WIT'),
      endOfDay(dayNumber(last), 'WIB'),
      after?.dueAt ?? null,
      after?.caseId ?? null,
      after?.clockId ?? null,
      limit,
    ],
  );
}
