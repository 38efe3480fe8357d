import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The versions of the calendar and since when each is in force; clocks findable by what a decree changes; its job. */
export class Calendar1732000000007 implements MigrationInterface {
  readonly name = 'Calendar1732000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const STATEMENTS = [
  // Which version is in force is the record's to say, not a release's: workers of two releases decide by the same one.
  `create table calendar (
    version text primary key,
    in_force_from timestamptz not null default now(),
    rest_days text[] not null,
    known_until_year integer not null,
    published_at timestamptz not null default now()
  )`,
  `create index calendar_in_force on calendar (in_force_from desc, version desc)`,
  `grant select on calendar to case_api, bpjs_gateway`,
  `grant select, insert on calendar to case_worker`,
  // One row for each decree that was applied: the job's whole memory, so that it may be killed and begun again.
  `create table calendar_job (
    version text primary key references calendar,
    changed_days text[] not null,
    cursor_due_at timestamptz,
    cursor_case_id uuid,
    cursor_clock_id text,
    seen integer not null default 0,
    moved integer not null default 0,
    failed integer not null default 0,
    working_ms bigint not null default 0,
    started_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
  `create index clock_working_days on clock (due_at, case_id, clock_id) 
     where state = 'running' and ledger ->> 'unit' = 'working_days'`,
];
