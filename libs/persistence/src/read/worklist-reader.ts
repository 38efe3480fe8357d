import type { EntityManager } from 'typeorm';
import type { CaseType, Instant, WaitedFor } from '@titian/domain';
import { escalatedTo, openCases, type CaseFilter } from './case-filter.ts';
import { iso } from './columns.ts';

/** A case as it is listed: what a worker needs to pick the next one. */
export interface WorklistRow {
  readonly caseId: string;
  readonly number: string;
  readonly type: CaseType;
  /** Of a claim its type, of a complaint its category. */
  readonly subjectCode: string | null;
  readonly stage: string;
  readonly status: string;
  readonly flags: readonly string[];
  readonly area: string;
  readonly holderRole: string;
  readonly holderOffice: string;
  readonly escalationLevel: number;
  /** The clock that runs out first, or has run out and still runs. */
  readonly dueAt: Instant | null;
  readonly dueClock: string | null;
  readonly waitsFor: readonly WaitedFor[];
  readonly heldSince: Instant;
  readonly openedAt: Instant;
  readonly revision: number;
}

/** Where a page ends: the next one begins behind it, whatever came in between. */
export interface WorklistPosition {
  readonly dueAt: Instant | null;
  readonly caseId: string;
}

export interface WorklistPage {
  readonly filter: CaseFilter;
  readonly limit: number;
  readonly after?: WorklistPosition | undefined;
}

/** How many cases a worklist holds, however long it is. */
export interface WorklistCounts {
  readonly total: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly byStage: readonly { readonly type: CaseType; readonly stage: string; readonly count: number }[];
  /** Tasks of these cases that nobody has taken. */
  readonly unassignedTasks: number;
}

const COLUMNS = `f.case_id as "caseId", f.number, f.type, f.subject_code as "subjectCode", f.stage, f.status, f.flags, f.area,
  f.holder_role as "holderRole", f.holder_office as "holderOffice", f.escalation_level as "escalationLevel",
  ${iso('f.due_at')} as "dueAt", f.due_clock as "dueClock", f.waits_for as "waitsFor", ${iso('f.held_since')} as "heldSince",
  ${iso('f.opened_at')} as "openedAt", f.revision`;

/** Lists and counts of open and suspended cases; always inside `asActor`. */
export class WorklistReader {
  /** Nearest deadline first; cases without one come last. */
  async page(tx: EntityManager, { filter, limit, after }: WorklistPage): Promise<readonly WorklistRow[]> {
    const dated = after?.dueAt === null ? [] : await this.dated(tx, filter, limit, after);
    if (dated.length === limit || filter.dueBefore !== undefined) return dated;
    const undatedAfter = after?.dueAt === null ? after.caseId : undefined;
    return [...dated, ...(await this.undated(tx, filter, limit - dated.length, undatedAfter))];
  }

  private dated(
    tx: EntityManager,
    filter: CaseFilter,
    limit: number,
    after: WorklistPosition | undefined,
  ): Promise<WorklistRow[]> {
    // What the ladder brought is read in the order of its tasks, so that a long list costs no more than its page.
    const { escalatedTo: office, ...others } = filter;
    const conditions = openCases(others, 'deadline').add('f.due_at is not null');
    const [source, order] =
      office === undefined
        ? ['case_file f', 'f.due_at, f.case_id']
        : [
            `(select distinct t.due_at, t.case_id from task t where ${escalatedTo(conditions.value(office))}) o
               join case_file f on f.case_id = o.case_id`,
            'o.due_at, o.case_id',
          ];
    if (after !== undefined) {
      const [due, id] = [conditions.value(after.dueAt), conditions.value(after.caseId)];
      conditions.add(`(${order}) > (${due}::timestamptz, ${id}::uuid)`);
    }
    return tx.query(
      `select ${COLUMNS} from ${source} where ${conditions.text} order by ${order} limit ${conditions.value(limit)}`,
      conditions.values,
    );
  }

  /** Only a definition with a fault leaves an open case without a deadline: even then nobody loses sight of it. */
  private undated(
    tx: EntityManager,
    filter: CaseFilter,
    limit: number,
    after: string | undefined,
  ): Promise<WorklistRow[]> {
    const conditions = openCases(filter, 'deadline').add('f.due_at is null');
    if (after !== undefined) conditions.add(`f.case_id > ${conditions.value(after)}::uuid`);
    return tx.query(
      `select ${COLUMNS} from case_file f where ${conditions.text} order by f.due_at, f.case_id limit ${conditions.value(limit)}`,
      conditions.values,
    );
  }

  /** `now` parts what is overdue from what is not; `today` is the day of the office that asks, end exclusive. */
  async counts(
    tx: EntityManager,
    filter: CaseFilter,
    now: Instant,
    today: { readonly from: Instant; readonly until: Instant },
  ): Promise<WorklistCounts> {
    const conditions = openCases(filter, 'place');
    const [at, from, until] = [now, today.from, today.until].map(
      (moment) => `${conditions.value(moment)}::timestamptz`,
    );
    const rows: {
      type: CaseType;
      stage: string;
      count: number;
      overdue: number;
      dueToday: number;
      unassignedTasks: number;
    }[] = await tx.query(
      `select f.type, f.stage, count(*)::int as count, count(*) filter (where f.due_at < ${at})::int as overdue,
         count(*) filter (where f.due_at >= ${from} and f.due_at < ${until})::int as "dueToday",
         sum(f.unassigned_tasks)::int as "unassignedTasks"
       from case_file f where ${conditions.text} group by f.type, f.stage order by f.type, f.stage`,
      conditions.values,
    );
    const sum = (member: 'count' | 'overdue' | 'dueToday' | 'unassignedTasks'): number =>
      rows.reduce((all, row) => all + row[member], 0);
    return {
      total: sum('count'),
      overdue: sum('overdue'),
      dueToday: sum('dueToday'),
      byStage: rows.map(({ type, stage, count }) => ({ type, stage, count })),
      unassignedTasks: sum('unassignedTasks'),
    };
  }
}
