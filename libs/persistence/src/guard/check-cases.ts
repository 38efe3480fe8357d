import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import {
  dueInstant,
  evolveAll,
  nearestDue,
  nextDeadline,
  type Calendar,
  type CaseState,
  type CaseType,
  type StoredEvent,
} from '@titian/domain';
import { iso } from '../read/columns.ts';
import { fromEventBody } from '../record/event-row.ts';
import { custodyPeriodsOf, type CustodyPeriod } from './custody-periods.ts';

/** What may be wrong with an open case in the record. */
export type RecordFault =
  /** Nobody holds it, or the custody of now is not written. */
  | 'no-custody'
  /** Its periods of custody are not those of its log, so that they do not add up to its age. */
  | 'custody-periods'
  /** No clock would ever wake it. */
  | 'no-deadline'
  /** What people read is not what its log says. */
  | 'read-tables';

/** An open case as the guardian looked at it. */
export interface CheckedCase {
  readonly caseId: string;
  readonly caseType: CaseType;
  readonly revision: number;
  /** As its log says. */
  readonly deadline: { readonly clockId: string; readonly threshold: string; readonly at: string } | null;
  readonly faults: readonly RecordFault[];
}

interface Row {
  readonly caseId: string;
  readonly caseType: CaseType;
  readonly state: CaseState;
  readonly holderOffice: string;
  readonly dueAt: string | null;
  readonly wakesAt: string | null;
  readonly custody: readonly CustodyPeriod[] | null;
  readonly clocks: readonly { clockId: string; dueAt: string | null }[] | null;
  readonly log: readonly string[];
}

/** Looks at a page of open cases, in the order of their ids: each against its own log. */
export async function checkCases(
  db: DataSource,
  calendar: Calendar,
  after: string,
  limit: number,
): Promise<readonly CheckedCase[]> {
  const rows: Row[] = await db.query(
    `select f.case_id as "caseId", f.type as "caseType", f.state, f.holder_office as "holderOffice", ${iso('f.due_at')} as "dueAt",
       ${iso('f.wakes_at')} as "wakesAt",
       (select jsonb_agg(jsonb_build_object('since', ${iso('c.since')}, 'until', ${iso('c.until')}, 'role', c.role,
          'office', c.office, 'revision', c.revision) order by c.revision)
        from custody c where c.case_id = f.case_id) as custody,
       (select jsonb_agg(jsonb_build_object('clockId', k.clock_id, 'dueAt', ${iso('k.due_at')})) from clock k
        where k.case_id = f.case_id) as clocks,
       array(select e.body from case_event e where e.case_id = f.case_id order by e.revision) as log
     from case_file f where f.status <> 'closed' and f.case_id > $1 order by f.case_id limit $2`,
    [after, limit],
  );
  return rows.map((row) => {
    const events = row.log.map(fromEventBody);
    const state = evolveAll(null, events);
    const deadline = state === null ? null : nextDeadline(state, calendar);
    return {
      caseId: row.caseId,
      caseType: row.caseType,
      revision: state?.revision ?? 0,
      deadline,
      faults: state === null ? ['read-tables'] : faultsOf(row, state, events, calendar, deadline?.at ?? null),
    };
  });
}

function faultsOf(
  row: Row,
  state: CaseState,
  events: readonly StoredEvent[],
  calendar: Calendar,
  wakesAt: string | null,
): readonly RecordFault[] {
  const kept = new Map((row.clocks ?? []).map((clock) => [clock.clockId, clock.dueAt]));
  const holder = (row.custody ?? []).find(({ until }) => until === null)?.office;
  const clocksAgree = Object.values(state.clocks).every((clock) => kept.get(clock.id) === dueInstant(clock, calendar));
  const dueAt = nearestDue(state, calendar)?.at ?? null;
  const datesAgree = row.dueAt === dueAt && row.wakesAt === wakesAt;
  return [
    ...(holder === state.custody.office && row.holderOffice !== '' ? [] : ['no-custody' as const]),
    ...(isDeepStrictEqual(row.custody ?? [], custodyPeriodsOf(events)) ? [] : ['custody-periods' as const]),
    ...(wakesAt === null ? ['no-deadline' as const] : []),
    ...(isDeepStrictEqual(row.state, state) && datesAgree && clocksAgree ? [] : ['read-tables' as const]),
  ];
}
