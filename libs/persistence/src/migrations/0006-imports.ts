import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of placements that villages send: what came of each row, and the rows that still wait, sealed. */
export class Imports1732000000006 implements MigrationInterface {
  readonly name = 'Imports1732000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const AREA = `nullif(current_setting('titian.area', true), '')`;
const SEES = `case when ${AREA} = '*' then true else area = ${AREA} or area like ${AREA} || '.%' end`;

const STATEMENTS = [
  // Whoever sent it is named as in a command: the rows are registered on their word.
  `create table placement_import (
    import_id uuid primary key,
    area text not null,
    actor_id text not null,
    actor_role text not null,
    actor_office text not null,
    dry_run boolean not null,
    status text not null check (status in ('receiving', 'running', 'finished')),
    file_digest text,
    file_notes jsonb,
    lease_until timestamptz not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
  `create index placement_import_open on placement_import (created_at) where status <> 'finished'`,
  // The waiting rows are the cursor of the job. A cipher goes with the last word about its row.
  `create table placement_import_row (
    import_id uuid not null references placement_import on delete cascade,
    row_number integer not null,
    area text not null,
    status text not null check (status in ('waiting', 'checked', 'registered', 'already', 'refused')),
    faults jsonb not null default '[]',
    case_id uuid,
    cipher bytea check (cipher is null or status = 'waiting'),
    tries integer not null default 0,
    primary key (import_id, row_number)
  )`,
  `create index placement_import_waiting on placement_import_row (import_id, row_number) where status = 'waiting'`,
  ...['placement_import', 'placement_import_row'].flatMap((table) => [
    `grant select, insert, update, delete on ${table} to case_api`,
    `alter table ${table} enable row level security`,
    `create policy api_sees_area on ${table} to case_api using (${SEES}) with check (${SEES})`,
  ]),
];
