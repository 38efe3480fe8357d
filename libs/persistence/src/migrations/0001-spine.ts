import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record: event log, current state, read tables, receipts, statements; roles and row-level security. */
export class Spine1732000000001 implements MigrationInterface {
  readonly name = 'Spine1732000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROLES, ...TABLES, ...APPEND_ONLY, ...GRANTS, ...ROW_SECURITY])
      await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const ROLES = ['case_api', 'case_worker', 'bpjs_gateway', 'event_relay'].map(
  (role) => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
  end $$`,
);

const TABLES = [
  `create sequence case_number_seq`,
  // The current state of every case: what decide reads, and the columns worklists sort and filter by.
  `create table case_file (
    case_id uuid primary key,
    type text not null,
    number text not null unique,
    definition_version integer not null,
    definition_hash text not null,
    revision integer not null,
    stage text not null,
    status text not null check (status in ('open', 'suspended', 'closed')),
    area text not null,
    regency text not null,
    claim_type text,
    holder_role text not null,
    holder_office text not null,
    escalation_level integer not null,
    due_at timestamptz,
    due_clock text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    last_hash text not null,
    state jsonb not null
  )`,
  // Worklists: nearest deadline first, within a regency or an office; closed cases are not in the index.
  `create index case_file_regency_due on case_file (regency, due_at, case_id) where status <> 'closed'`,
  `create index case_file_office_due on case_file (holder_office, due_at, case_id) where status <> 'closed'`,
  `create index case_file_due on case_file (due_at, case_id) where status <> 'closed'`,
  `create index case_file_area on case_file (area text_pattern_ops)`,
  // The log, and the outbox: body is the RFC 8785 text that the hash covers, kept as text because jsonb rewrites.
  `create table case_event (
    case_id uuid not null,
    revision integer not null,
    event_id uuid not null unique,
    case_type text not null,
    type text not null,
    at timestamptz not null,
    command_id text not null,
    body text not null,
    prev_hash text not null,
    hash text not null,
    shard smallint not null,
    position bigint not null,
    primary key (case_id, revision),
    unique (shard, position)
  )`,
  `create table command_receipt (
    case_id uuid not null,
    command_id text not null,
    command text not null,
    body_digest text not null,
    status text not null check (status in ('done', 'refused')),
    revision integer not null,
    refusal jsonb,
    at timestamptz not null,
    primary key (case_id, command_id)
  )`,
  `create table clock (
    case_id uuid not null,
    clock_id text not null,
    name text not null,
    state text not null check (state in ('running', 'paused', 'stopped')),
    started_at timestamptz not null,
    due_at timestamptz,
    calendar_version text not null,
    ledger jsonb not null,
    primary key (case_id, clock_id)
  )`,
  `create index clock_due on clock (due_at) where state = 'running'`,
  `create table task (
    case_id uuid not null,
    task_id text not null,
    name text not null,
    kind text not null,
    role text not null,
    office text not null,
    officer_id text,
    status text not null check (status in ('unassigned', 'assigned', 'completed', 'cancelled')),
    opened_at timestamptz not null,
    primary key (case_id, task_id)
  )`,
  `create index task_open_office on task (office, opened_at) where status in ('unassigned', 'assigned')`,
  `create index task_open_officer on task (officer_id) where status = 'assigned'`,
  `create table evidence (
    case_id uuid not null,
    requirement text not null,
    document text not null,
    document_id uuid not null,
    sha256 text not null,
    status text not null check (status in ('attached', 'verified', 'returned')),
    substitute boolean not null,
    primary key (case_id, requirement)
  )`,
  `create table custody (
    case_id uuid not null,
    since timestamptz not null,
    until timestamptz,
    role text not null,
    office text not null,
    revision integer not null,
    primary key (case_id, revision)
  )`,
  `create unique index custody_current on custody (case_id) where until is null`,
  `create table case_definition (
    hash text primary key,
    type text not null,
    version integer not null,
    body text not null,
    published_at timestamptz not null,
    unique (type, version, hash)
  )`,
  // One cursor for each shard: the relay's whole memory.
  `create table relay_cursor (
    shard smallint primary key,
    position bigint not null default 0,
    published_at timestamptz
  )`,
  `insert into relay_cursor (shard) select generate_series(0, 15)`,
  // Words and identities of people: encrypted, apart from the case, so that they can be erased without touching the log.
  `create table statement (
    statement_id uuid primary key,
    kind text not null,
    area text not null,
    digest text not null,
    cipher bytea not null,
    lookup text,
    created_by text not null,
    created_at timestamptz not null default now(),
    case_id uuid
  )`,
  `create index statement_lookup on statement (lookup) where lookup is not null`,
  `create index statement_case on statement (case_id)`,
];

const APPEND_ONLY = [
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'case_event is append-only' using errcode = 'restrict_violation'; end $$`,
  `create trigger case_event_append_only before update or delete on case_event for each row execute function refuse_change()`,
  `create trigger case_event_no_truncate before truncate on case_event for each statement execute function refuse_change()`,
];

const GRANTS = [
  `grant usage on schema public to case_api, case_worker, bpjs_gateway, event_relay`,
  `grant select, insert, update on case_file, clock, task, evidence, custody to case_worker`,
  `grant select, insert on case_event, command_receipt to case_worker`,
  `grant select, insert on case_definition to case_worker`,
  `grant select, update on statement to case_worker`,
  `grant usage on sequence case_number_seq to case_worker`,
  `grant select on case_file, case_event, command_receipt, clock, task, evidence, custody, case_definition to case_api`,
  `grant select, insert on statement to case_api`,
  `grant select on case_file, command_receipt, statement to bpjs_gateway`,
  `grant select on case_event to event_relay`,
  `grant select, update on relay_cursor to event_relay`,
];

/**
 * What the API may read: cases in the area of the actor that the transaction was opened for. A pooled connection that was
 * not told an area sees nothing: the setting is null or empty then, and null denies. `*` is the whole country.
 */
const SEES = `(
  nullif(current_setting('titian.area', true), '') = '*'
  or area = nullif(current_setting('titian.area', true), '')
  or area like nullif(current_setting('titian.area', true), '') || '.%'
) and (
  nullif(current_setting('titian.only_case', true), '') is null
  or case_id = nullif(current_setting('titian.only_case', true), '')::uuid
)`;
const SEES_CASE = `exists (select from case_file f where f.case_id = %.case_id)`;

const ROW_SECURITY = [
  ...['case_file', 'clock', 'task', 'evidence', 'custody', 'case_event', 'statement'].map(
    (table) => `alter table ${table} enable row level security`,
  ),
  `create policy api_sees_area on case_file for select to case_api using (${SEES})`,
  ...['clock', 'task', 'evidence', 'custody', 'case_event'].map(
    (table) =>
      `create policy api_sees_case on ${table} for select to case_api using (${SEES_CASE.replace('%', table)})`,
  ),
  `create policy api_sees_statement on statement for select to case_api using (${SEES.replaceAll('case_id', 'statement.case_id')})`,
  `create policy api_adds_statement on statement for insert to case_api with check (case_id is null)`,
  ...['case_file', 'clock', 'task', 'evidence', 'custody', 'case_event', 'statement'].map(
    (table) => `create policy worker_all on ${table} to case_worker using (true) with check (true)`,
  ),
  `create policy gateway_reads on case_file for select to bpjs_gateway using (true)`,
  `create policy gateway_reads on statement for select to bpjs_gateway using (true)`,
  `create policy relay_reads on case_event for select to event_relay using (true)`,
];
