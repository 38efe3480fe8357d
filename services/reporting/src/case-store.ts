import type pg from 'pg';
import { monthIn } from './fold/month.ts';
import { foldEvent } from './fold/reported-case.ts';
import { Changes, type ReportedCase, type ReportedEvent } from './fold/reported-rows.ts';

/** Applies events, in their order, in the caller's transaction: each case is read once and written once. */
export async function applyEvents(client: pg.ClientBase, events: readonly ReportedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const cases = await load(client, [...new Set(events.map(({ subject }) => subject))]);
  const changes = new Changes();
  const touched = new Set<string>();
  for (const event of events) {
    const after = foldEvent(cases.get(event.subject) ?? null, event, changes);
    if (after === null) continue;
    cases.set(event.subject, after);
    touched.add(event.subject);
  }
  await storeCases(
    client,
    [...touched].flatMap((caseId) => cases.get(caseId) ?? []),
  );
  await storeChanges(client, changes);
}

async function load(client: pg.ClientBase, caseIds: readonly string[]): Promise<Map<string, ReportedCase>> {
  const { rows } = await client.query<{ fold: ReportedCase }>(
    `select fold from reporting.reported_case where case_id = any($1::uuid[])`,
    [caseIds],
  );
  return new Map(rows.map(({ fold }) => [fold.caseId, fold]));
}

const sumOf = (lines: ReportedCase['lines'], member: 'askedIdr' | 'verifiedIdr' | 'decidedIdr' | 'paidIdr'): string =>
  String(Object.values(lines).reduce((sum, line) => sum + BigInt(line[member] ?? '0'), 0n));

function toRow(known: ReportedCase): object {
  const { zone, lines, judgement, visit, area } = known;
  const month = (instant: string | null): string | null => (instant === null ? null : monthIn(zone, instant));
  const [province = '', regency = ''] = area.split('.');
  return {
    case_id: known.caseId,
    version: known.version,
    type: known.type,
    subject: known.subject,
    area,
    province,
    regency: regency === '' ? province : `${province}.${regency}`,
    office: known.office,
    status: known.status,
    stage: visit.stage,
    outcome: known.outcome,
    escalation_level: known.level,
    opened_at: known.openedAt,
    opened_month: month(known.openedAt),
    closed_at: known.closedAt,
    closed_month: month(known.closedAt),
    decided_month: month(known.decidedAt),
    paid_at: known.paidAt,
    paid_month: month(known.paidAt),
    asked_idr: sumOf(lines, 'askedIdr'),
    verified_idr: sumOf(lines, 'verifiedIdr'),
    decided_idr: sumOf(lines, 'decidedIdr'),
    paid_idr: sumOf(lines, 'paidIdr'),
    fact_pattern: judgement?.pattern ?? null,
    judged_by: judgement?.office ?? null,
    judgement: judgement?.result ?? null,
    papers: judgement?.papers ?? null,
    fold: known,
  };
}

const COLUMNS = [
  'case_id', 'version', 'type', 'subject', 'area', 'province', 'regency', 'office', 'status', 'stage', 'outcome',
  'escalation_level', 'opened_at', 'opened_month', 'closed_at', 'closed_month', 'decided_month', 'paid_at', 'paid_month',
  'asked_idr', 'verified_idr', 'decided_idr', 'paid_idr', 'fact_pattern', 'judged_by', 'judgement', 'papers', 'fold',
] as const; // prettier-ignore

async function storeCases(client: pg.ClientBase, cases: readonly ReportedCase[]): Promise<void> {
  if (cases.length === 0) return;
  const updates = COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`);
  await client.query(
    `insert into reporting.reported_case (${COLUMNS.join(', ')})
     select ${COLUMNS.join(', ')} from jsonb_populate_recordset(null::reporting.reported_case, $1::jsonb)
     on conflict (case_id) do update set ${updates.join(', ')}`,
    [JSON.stringify(cases.map(toRow))],
  );
}

async function storeChanges(client: pg.ClientBase, { visits, clocks, escalations }: Changes): Promise<void> {
  await storeRows(
    client,
    visits.values(),
    `insert into reporting.stage_visit
     select r."caseId", r.number, r.stage, r.office, r."enteredAt", r."leftAt", r."leftMonth"
     from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, number int, stage text, office text, "enteredAt" timestamptz,
       "leftAt" timestamptz, "leftMonth" text)
     on conflict (case_id, number) do update set left_at = excluded.left_at, left_month = excluded.left_month`,
  );
  await storeRows(
    client,
    clocks.values(),
    `insert into reporting.clock_run
     select r."caseId", r."clockId", split_part(r."clockId", '#', 1), r."startedAt", r."stoppedAt", r."breachedAt", r."endedMonth"
     from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, "clockId" text, "startedAt" timestamptz, "stoppedAt" timestamptz,
       "breachedAt" timestamptz, "endedMonth" text)
     on conflict (case_id, clock_id) do update set started_at = coalesce(excluded.started_at, clock_run.started_at),
       stopped_at = coalesce(excluded.stopped_at, clock_run.stopped_at),
       breached_at = coalesce(excluded.breached_at, clock_run.breached_at),
       ended_month = coalesce(clock_run.ended_month, excluded.ended_month)`,
  );
  await storeRows(
    client,
    escalations,
    `insert into reporting.escalation
     select r."caseId", r.version, r.level, r.month
     from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, version int, level int, month text) on conflict do nothing`,
  );
}

async function storeRows(client: pg.ClientBase, rows: Iterable<object>, statement: string): Promise<void> {
  const list = [...rows];
  if (list.length > 0) await client.query(statement, [JSON.stringify(list)]);
}
