import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { withRecord } from './record.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** A case that the report tells otherwise than the record. */
interface Difference {
  readonly caseId: string;
  /** What differs, e.g. `stage`; never its value. */
  readonly fields: readonly string[];
}

interface Comparison {
  readonly cases: number;
  /** Cases whose newest events reporting has not read yet, none of them older than the patience given. */
  readonly behind: number;
  /** Cases that wait for an event that the relay holds back, or for one that was skipped. */
  readonly held: number;
  readonly differences: readonly Difference[];
}

const FIELDS = {
  type: 'r.type <> f.type',
  area: 'r.area <> f.area',
  office: 'r.office <> f.holder_office',
  stage: 'r.stage <> f.stage',
  status: 'r.status <> f.status',
  outcome: `r.outcome is distinct from f.state ->> 'outcome'`,
  subject: `r.subject <> coalesce(f.subject_code, '-')`,
  escalationLevel: 'r.escalation_level <> f.escalation_level',
  openedAt: 'r.opened_at <> f.opened_at',
  closedAt: 'r.closed_at is distinct from f.closed_at',
  askedIdr: `r.asked_idr <> l.asked`,
  verifiedIdr: `r.verified_idr <> l.verified`,
  decidedIdr: `r.decided_idr <> l.decided`,
  paidIdr: `r.paid_idr <> l.paid`,
  breaches: `b.reported <> b.recorded`,
  clocks: `b.reportedClocks <> b.recordedClocks`,
} as const;

/** Compares every case of the report with the record, as the owner who sees both. One snapshot. */
export async function checkReporting(
  databaseUrl: string,
  options: { readonly patienceS: number; readonly json: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  return withRecord(databaseUrl, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query('set local row_security = off');
    const found = await compare(client, options.patienceS);
    tell(found, options.json, terminal);
    return found.differences.length === 0 ? EXIT.good : EXIT.finding;
  });
}

async function compare(client: pg.Client, patienceS: number): Promise<Comparison> {
  const sum = (member: string): string => `coalesce(sum((value ->> '${member}')::numeric), 0)`;
  const named = Object.entries(FIELDS).map(([field, differs]) => `case when ${differs} then '${field}' end`);
  const { rows } = await client.query<Difference & { readonly kind: 'behind' | 'held' | 'late' | 'same' | 'differs' }>(
    `with compared as (
       select coalesce(f.case_id, r.case_id) as "caseId",
         case
           when f.case_id is null then 'late'
           when exists (select from parked_event p where p.case_id = f.case_id and p.ended is distinct from 'published') then 'held'
           when r.version is distinct from f.revision and (
             select e.at from case_event e where e.case_id = f.case_id and e.revision = coalesce(r.version, 0) + 1
           ) > now() - make_interval(secs => $1) then 'behind'
           when r.version is distinct from f.revision then 'late'
         end as kind,
         case when f.case_id is null then array['unknown to the record']
              when r.version is distinct from f.revision then array['version']
              else array_remove(array[${named.join(', ')}], null) end as fields
       from case_file f full join reporting.reported_case r using (case_id)
       left join lateral (
         select ${sum('askedIdr')} as asked, ${sum('verifiedIdr')} as verified, ${sum('decidedIdr')} as decided, ${sum('paidIdr')} as paid
         from jsonb_each(f.state -> 'lines')
       ) l on true
       left join lateral (
         select
           (select count(*) from reporting.clock_run c where c.case_id = f.case_id and c.breached_at is not null) as reported,
           (select count(*) from jsonb_each(f.state -> 'clocks') where value -> 'told' ? 'breach') as recorded,
           (select count(*) from reporting.clock_run c where c.case_id = f.case_id) as reportedClocks,
           (select count(*) from jsonb_each(f.state -> 'clocks')) as recordedClocks
       ) b on true
     )
     select "caseId", fields, coalesce(kind, case when cardinality(fields) = 0 then 'same' else 'differs' end) as kind
     from compared order by 1`,
    [patienceS],
  );
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  return {
    cases: rows.length,
    behind: count('behind'),
    held: count('held'),
    differences: rows
      .filter(({ kind }) => kind === 'late' || kind === 'differs')
      .map(({ caseId, fields }) => ({ caseId, fields })),
  };
}

function tell(found: Comparison, json: boolean, terminal: Terminal): void {
  if (json) {
    terminal.out(JSON.stringify(found));
    return;
  }
  const { cases, behind, held, differences } = found;
  for (const { caseId, fields } of differences) terminal.out(`case ${caseId}: ${fields.join(', ')}`);
  terminal.out(`${cases} cases, ${behind} not read yet, ${held} held back, ${differences.length} differ`);
}

/** Has reporting read everything from the first event again, and waits until it has. */
export async function rebuildReporting(
  databaseUrl: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  return withRecord(databaseUrl, async (client) => {
    const { rows } = await client.query<{ wanted: number }>(
      `update reporting.generation set wanted = wanted + 1 returning wanted`,
    );
    const wanted = rows[0]?.wanted ?? 0;
    terminal.err(`titian: reporting begins again, generation ${wanted}`);
    for (;;) {
      const { rows: now } = await client.query<{ current: number; complete: boolean; cases: number }>(
        `select current, complete_at is not null as complete, (select count(*) from reporting.reported_case)::int as cases
         from reporting.generation`,
      );
      const [state] = now;
      if (state !== undefined && state.current >= wanted && state.complete) {
        terminal.out(`reporting is complete, ${state.cases} cases`);
        return EXIT.good;
      }
      if (signal.aborted) {
        terminal.err('titian: called off; reporting goes on by itself');
        return EXIT.finding;
      }
      await pause(500, undefined, { signal }).catch(() => undefined);
    }
  });
}
