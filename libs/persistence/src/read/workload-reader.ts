import type { EntityManager } from 'typeorm';
import type { AreaCode, Instant } from '@titian/domain';
import { Conditions, inArea } from './case-filter.ts';
import { iso } from './columns.ts';

/** Ages are told in these bands: from so many days of 24 hours, inclusive, to the next, exclusive; the last has no end. */
export const AGE_BANDS = [0, 7, 30, 90, 365] as const;
const DAY_MS = 86_400_000;

/** Open cases whose age lies in one band. */
export interface AgeBand {
  readonly fromDays: number;
  readonly untilDays: number | null;
  /** By the day the case was opened. */
  readonly cases: number;
  /** By the day the office of now took it over. */
  readonly held: number;
}

/** What one office holds and how old it is. */
export interface OfficeWorkload {
  readonly office: string;
  /** Open and suspended cases. */
  readonly cases: number;
  readonly suspended: number;
  /** A clock has run out and still runs. */
  readonly breached: number;
  /** Somebody outside must act first. */
  readonly waiting: number;
  /** Tasks of these cases that nobody has taken, whichever office they are for. */
  readonly unassignedTasks: number;
  /** Null if it holds nothing. */
  readonly oldestOpenedAt: Instant | null;
  readonly longestHeldSince: Instant | null;
  readonly ages: readonly AgeBand[];
}

/** Open tasks of one person of an office, or of its pool. */
export interface PersonWorkload {
  /** Null for the tasks that nobody has taken. */
  readonly officerId: string | null;
  readonly tasks: number;
  /** Tasks of cases whose nearest deadline has passed. */
  readonly overdue: number;
  readonly oldestOpenedAt: Instant;
}

/** Which offices: one, or those that hold cases of an area. */
export interface WorkloadPage {
  readonly office?: string | undefined;
  readonly area?: AreaCode | undefined;
  readonly limit: number;
  /** The office that ended the page before. */
  readonly after?: string | undefined;
}

type FlatRow = Omit<OfficeWorkload, 'ages'> & { readonly ages: readonly number[]; readonly held: readonly number[] };

/** Counts what offices and their people have to do; always inside `asActor`. */
export class WorkloadReader {
  /** By the id of the office. An office that holds no open case is not there. */
  async offices(
    tx: EntityManager,
    { office, area, limit, after }: WorkloadPage,
    now: Instant,
  ): Promise<OfficeWorkload[]> {
    const conditions = new Conditions().add(`f.status <> 'closed'`);
    if (office !== undefined) conditions.add(`f.holder_office = ${conditions.value(office)}`);
    if (after !== undefined) conditions.add(`f.holder_office > ${conditions.value(after)}`);
    if (area !== undefined) inArea(conditions, area, 'f.area');
    const at = `${conditions.value(now)}::timestamptz`;
    // How many are at least as old as each band begins; bands are differences of these.
    const since = AGE_BANDS.map(
      (days) => `${conditions.value(new Date(Date.parse(now) - days * DAY_MS).toISOString())}::timestamptz`,
    );
    const olderBy = (column: string): string =>
      `array[${since.map((from) => `count(*) filter (where f.${column} <= ${from})`).join(', ')}]::int[]`;
    const rows: FlatRow[] = await tx.query(
      `select f.holder_office as office, count(*)::int as cases, count(*) filter (where f.status = 'suspended')::int as suspended,
         count(*) filter (where f.due_at < ${at})::int as breached, count(*) filter (where f.waits_for <> '{}')::int as waiting,
         sum(f.unassigned_tasks)::int as "unassignedTasks", ${iso('min(f.opened_at)')} as "oldestOpenedAt",
         ${iso('min(f.held_since)')} as "longestHeldSince", ${olderBy('opened_at')} as ages, ${olderBy('held_since')} as held
       from case_file f where ${conditions.text} group by f.holder_office order by f.holder_office limit ${conditions.value(limit)}`,
      conditions.values,
    );
    return rows.map(({ ages, held, ...row }) => ({ ...row, ages: bandsOf(ages, held) }));
  }

  /** One office, with zeros if it holds no open case. */
  async office(tx: EntityManager, office: string, now: Instant): Promise<OfficeWorkload> {
    const [found] = await this.offices(tx, { office, limit: 1 }, now);
    return found ?? holdsNothing(office);
  }

  /** The pool first, then by id. A person who has taken nothing is not there. */
  people(tx: EntityManager, office: string, now: Instant): Promise<PersonWorkload[]> {
    return tx.query(
      `select t.officer_id as "officerId", count(*)::int as tasks, count(*) filter (where t.due_at < $2::timestamptz)::int as overdue,
         ${iso('min(t.opened_at)')} as "oldestOpenedAt"
       from task t where t.office = $1 and t.status in ('unassigned', 'assigned')
       group by t.officer_id order by t.officer_id nulls first`,
      [office, now],
    );
  }
}

function bandsOf(ages: readonly number[], held: readonly number[]): readonly AgeBand[] {
  const inBand = (atLeast: readonly number[], n: number): number => (atLeast[n] ?? 0) - (atLeast[n + 1] ?? 0);
  return AGE_BANDS.map((fromDays, n) => ({
    fromDays,
    untilDays: AGE_BANDS[n + 1] ?? null,
    cases: inBand(ages, n),
    held: inBand(held, n),
  }));
}

const NONE = AGE_BANDS.map(() => 0);
const holdsNothing = (office: string): OfficeWorkload => ({
  office,
  cases: 0,
  suspended: 0,
  breached: 0,
  waiting: 0,
  unassignedTasks: 0,
  oldestOpenedAt: null,
  longestHeldSince: null,
  ages: bandsOf(NONE, NONE),
});
