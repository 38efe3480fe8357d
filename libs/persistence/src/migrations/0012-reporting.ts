import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the reporting service keeps, in a schema of its own that can be emptied and filled again from the published events. Its role
 * reads nothing of the record, and no other service reads this.
 */
export class Reporting1732000000012 implements MigrationInterface {
  readonly name = 'Reporting1732000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ROLE, ...CASES, ...INBOX, ...GRANTS]) await runner.query(statement);
  }

  /** Nothing here is the truth, but the migrations before it are: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const ROLE = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'reporting') then create role reporting nologin; end if;
  end $$`,
  `create schema reporting`,
];

const CASES = [
  // Months are those of the office's own zone, YYYY-MM.
  `create table reporting.reported_case (
    case_id uuid primary key,
    version integer not null,
    type text not null,
    subject text not null,
    area text not null,
    province text not null,
    regency text not null,
    office text not null,
    status text not null,
    stage text not null,
    outcome text,
    escalation_level integer not null,
    opened_at timestamptz not null,
    opened_month text not null,
    closed_at timestamptz,
    closed_month text,
    decided_month text,
    paid_at timestamptz,
    paid_month text,
    asked_idr numeric not null,
    verified_idr numeric not null,
    decided_idr numeric not null,
    paid_idr numeric not null,
    fact_pattern text,
    judged_by text,
    judgement text,
    papers text,
    fold jsonb not null
  )`,
  `create index reported_case_pattern on reporting.reported_case (fact_pattern) where fact_pattern is not null`,
  `create table reporting.stage_visit (
    case_id uuid not null,
    number integer not null,
    stage text not null,
    office text not null,
    entered_at timestamptz not null,
    left_at timestamptz,
    left_month text,
    primary key (case_id, number)
  )`,
  `create table reporting.clock_run (
    case_id uuid not null,
    clock_id text not null,
    clock text not null,
    started_at timestamptz,
    stopped_at timestamptz,
    breached_at timestamptz,
    ended_month text,
    primary key (case_id, clock_id)
  )`,
  `create table reporting.escalation (
    case_id uuid not null,
    version integer not null,
    level integer not null,
    month text not null,
    primary key (case_id, version)
  )`,
  // Counts rebuilds: a higher number than the service works with makes it begin again.
  `create table reporting.generation (
    is_row boolean primary key default true check (is_row),
    wanted integer not null default 1,
    current integer not null default 1,
    began_at timestamptz not null default now(),
    complete_at timestamptz
  )`,
  `insert into reporting.generation default values`,
];

/** Where to go on in each partition: moved in the transaction of the effect. Together with a case's version it is the inbox. */
const INBOX = [
  `create table reporting.read_position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
  )`,
];

const GRANTS = [
  `grant usage on schema reporting to reporting`,
  `grant select, insert, update, delete, truncate on reporting.reported_case, reporting.stage_visit, reporting.clock_run,
     reporting.escalation, reporting.read_position to reporting`,
  `grant select, update on reporting.generation to reporting`,
];
