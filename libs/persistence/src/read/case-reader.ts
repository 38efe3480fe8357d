import type { EntityManager } from 'typeorm';
import { evolveAll, type Calendar, type CaseState } from '@titian/domain';
import { calendarFor, IN_FORCE } from '../calendar/calendar-in-force.ts';
import { fromEventBody } from '../record/event-row.ts';
import { iso } from './columns.ts';

/** Reads of the record; always inside `asActor`, so that row-level security has an area. */
export class CaseReader {
  /** Undefined if unknown or outside what the reader may see: both look the same on purpose. */
  async findCase(tx: EntityManager, caseId: string): Promise<CaseState | undefined> {
    const rows: { state: CaseState }[] = await tx.query(`select state from case_file where case_id = $1`, [caseId]);
    return rows[0]?.state;
  }

  /** The same with the calendar in force, in one statement; `release` stands in while none is published. */
  async findCaseUnderCalendar(
    tx: EntityManager,
    caseId: string,
    release: { readonly calendar: Calendar },
  ): Promise<{ readonly state: CaseState; readonly calendar: Calendar } | undefined> {
    const [row]: { state: CaseState; version: string | null }[] = await tx.query(
      `select state, ${IN_FORCE} as version from case_file where case_id = $1`,
      [caseId],
    );
    if (row === undefined) return undefined;
    return { state: row.state, calendar: await calendarFor(tx, release, row.version) };
  }

  /** Open cases of an area, nearest deadline first. */
  async openCases(tx: EntityManager, area: string, limit: number): Promise<readonly CaseState[]> {
    const rows: { state: CaseState }[] = await tx.query(
      `select state from case_file where status <> 'closed' and (area = $1 or area like $1 || '.%')
       order by due_at, case_id limit $2`,
      [area, limit],
    );
    return rows.map(({ state }) => state);
  }

  /** The case as the record knew it at a moment, folded from its log; undefined if it was not there yet. */
  async caseAt(tx: EntityManager, caseId: string, at: string): Promise<CaseState | undefined> {
    const rows: { body: string }[] = await tx.query(
      `select body from case_event where case_id = $1 and at <= $2 order by revision`,
      [caseId, at],
    );
    return (
      evolveAll(
        null,
        rows.map(({ body }) => fromEventBody(body)),
      ) ?? undefined
    );
  }

  /** Custody periods of a case, oldest first. */
  async custody(
    tx: EntityManager,
    caseId: string,
  ): Promise<
    readonly { readonly role: string; readonly office: string; readonly since: string; readonly until: string | null }[]
  > {
    return tx.query(
      `select role, office, ${iso('since')} as since, ${iso('until')} as until from custody where case_id = $1 order by revision`,
      [caseId],
    );
  }

  /** What happened, oldest first: type, moment and who. */
  async timeline(
    tx: EntityManager,
    caseId: string,
  ): Promise<
    readonly {
      readonly revision: number;
      readonly type: string;
      readonly at: string;
      readonly body: string;
      readonly hash: string;
    }[]
  > {
    return tx.query(
      `select revision, type, ${iso('at')} as at, body, hash from case_event where case_id = $1 order by revision`,
      [caseId],
    );
  }
}
