import pg from 'pg';
import { auditRow, CHAIN_START, type AuditedRow, type AuditFinding, type ChainEnd } from './hash-chain.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

const PAGE = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Audit {
  events: number;
  cases: number;
  readonly findings: AuditFinding[];
}

/** Recomputes the hash chain of one case or of all and names every row that was edited, removed or moved. */
export async function verifyAudit(
  databaseUrl: string,
  caseId: string | undefined,
  terminal: Terminal,
  json: boolean,
): Promise<ExitCode> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    // One snapshot: a case that moves on meanwhile must not look cut off. Rows that a policy hides would look removed.
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query('set local row_security = off');
    const audit = await auditCases(client, caseId);
    tell(audit, terminal, json);
    return audit.findings.length === 0 ? EXIT.good : EXIT.finding;
  } finally {
    await client.end();
  }
}

async function auditCases(client: pg.Client, only: string | undefined): Promise<Audit> {
  const audit: Audit = { events: 0, cases: 0, findings: [] };
  const ends = new Map<string, ChainEnd>();
  for await (const row of rowsOf(client, only)) {
    if (!ends.has(row.caseId)) audit.cases += 1;
    audit.events += 1;
    audit.findings.push(...auditRow(ends.get(row.caseId) ?? CHAIN_START, row));
    ends.set(row.caseId, { revision: row.revision, hash: row.hash });
  }
  audit.findings.push(...(await auditEnds(client, only, ends)));
  audit.findings.push(...(await auditCustody(client, only)));
  if (only === undefined) audit.findings.push(...(await auditShards(client)));
  else if (audit.events === 0 && audit.findings.length === 0) {
    audit.findings.push({ caseId: only, revision: null, fault: 'removed', detail: 'no event of this case is stored' });
  }
  return audit;
}

async function* rowsOf(client: pg.Client, only: string | undefined): AsyncGenerator<AuditedRow> {
  let last: Pick<AuditedRow, 'caseId' | 'revision'> = { caseId: only ?? FIRST, revision: 0 };
  for (;;) {
    const { rows } = await client.query<AuditedRow>(
      `select case_id as "caseId", revision, event_id as "eventId", case_type as "caseType", type, body,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, prev_hash as "prevHash", hash
       from case_event where (case_id, revision) > ($1::uuid, $2::int) and ($3::uuid is null or case_id = $3)
       order by case_id, revision limit ${PAGE}`,
      [last.caseId, last.revision, only ?? null],
    );
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end;
  }
}

/** The case knows how far its log goes: events cut off at the end, and a case whose log is gone, show here. */
async function auditEnds(
  client: pg.Client,
  only: string | undefined,
  ends: ReadonlyMap<string, ChainEnd>,
): Promise<AuditFinding[]> {
  const { rows } = await client.query<{ caseId: string; revision: number; hash: string }>(
    `select case_id as "caseId", revision, last_hash as hash from case_file where $1::uuid is null or case_id = $1`,
    [only ?? null],
  );
  const known = new Set(rows.map(({ caseId }) => caseId));
  const orphans = [...ends.keys()].filter((caseId) => !known.has(caseId));
  return [
    ...rows.flatMap(({ caseId, revision, hash }): AuditFinding[] => {
      const end = ends.get(caseId) ?? CHAIN_START;
      if (end.revision < revision) {
        return [
          { caseId, revision, fault: 'removed', detail: `events ${end.revision + 1} to ${revision} are missing` },
        ];
      }
      if (end.revision === revision && end.hash === hash) return [];
      return [{ caseId, revision: end.revision, fault: 'edited', detail: 'the log does not end where the case says' }];
    }),
    ...orphans.map((caseId): AuditFinding => ({
      caseId,
      revision: null,
      fault: 'removed',
      detail: 'the case file is missing',
    })),
  ];
}

/**
 * Somebody held the case in every moment in which it was open: the periods of custody add up to its age, which the log tells
 * by when it was opened, closed and reopened.
 */
async function auditCustody(client: pg.Client, only: string | undefined): Promise<AuditFinding[]> {
  const { rows } = await client.query<{ caseId: string; heldSeconds: string; ageSeconds: string }>(
    `with age as (
       select e.case_id, sum(case when e.type = 'titian.case.closed.v1' then 1 else -1 end * extract(epoch from e.at)) as turns
       from case_event e
       where e.type in ('titian.case.opened.v1', 'titian.case.closed.v1', 'titian.case.reopened.v1')
         and ($1::uuid is null or e.case_id = $1)
       group by e.case_id
     ), held as (
       select c.case_id, sum(extract(epoch from coalesce(c.until, now()) - c.since)) as seconds
       from custody c where $1::uuid is null or c.case_id = $1 group by c.case_id
     ), cases as (
       select f.case_id, coalesce(h.seconds, 0) as held,
         a.turns + case when f.status = 'closed' then 0 else extract(epoch from now()) end as age
       from case_file f join age a using (case_id) left join held h using (case_id)
     )
     select case_id as "caseId", held::numeric(20, 3)::text as "heldSeconds", age::numeric(20, 3)::text as "ageSeconds"
     from cases where held <> age order by case_id`,
    [only ?? null],
  );
  return rows.map(({ caseId, heldSeconds, ageSeconds }) => ({
    caseId,
    revision: null,
    fault: 'custody',
    detail: `its periods of custody add up to ${heldSeconds} s, it is ${ageSeconds} s old`,
  }));
}

/** Positions of a shard have no gaps: a case that was removed with all its traces leaves one. */
async function auditShards(client: pg.Client): Promise<AuditFinding[]> {
  const { rows } = await client.query<{ shard: number; missing: string }>(
    `select shard, (max(position) - count(*))::text as missing from case_event
     group by shard having max(position) <> count(*) order by shard`,
  );
  return rows.map(({ shard, missing }) => ({
    caseId: null,
    revision: null,
    fault: 'removed',
    detail: `shard ${shard} has ${missing} positions without an event`,
  }));
}

function tell(audit: Audit, terminal: Terminal, json: boolean): void {
  if (json) {
    terminal.out(JSON.stringify(audit));
    return;
  }
  for (const { caseId, revision, fault, detail } of audit.findings) {
    const place = caseId === null ? 'log' : `case ${caseId}${revision === null ? '' : ` event ${revision}`}`;
    terminal.out(`${place}: ${fault}: ${detail}`);
  }
  terminal.out(`${audit.events} events of ${audit.cases} cases, ${audit.findings.length} findings`);
}
