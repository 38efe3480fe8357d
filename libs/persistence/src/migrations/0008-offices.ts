import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The offices, their posts and people, who is away; a version that grows with each change, and what each change was. */
export class Offices1732000000008 implements MigrationInterface {
  readonly name = 'Offices1732000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...VERSION, ...GRANTS]) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const TABLES = [
  `create table office (
    office text primary key,
    role text not null,
    name_id text not null,
    name_en text not null,
    areas text[] not null check (cardinality(areas) > 0),
    zone text not null check (zone in ('WIB', 'WITA', 'WIT')),
    open_days smallint[] not null,
    opens text not null,
    closes text not null check (closes > opens)
  )`,
  `create index office_areas on office using gin (areas)`,
  `create table office_post (
    office text not null references office on delete cascade,
    post text not null,
    primary key (office, post)
  )`,
  // People are directory ids. Days are whole days where the office is, both included; no last day is without end.
  `create table post_holder (
    office text not null,
    post text not null,
    officer_id text not null,
    held_as text not null check (held_as in ('holder', 'deputy')),
    from_day date not null,
    until_day date check (until_day >= from_day),
    primary key (office, post, officer_id, from_day),
    foreign key (office, post) references office_post on delete cascade
  )`,
  `create index post_holder_officer on post_holder (officer_id)`,
  `create table absence (
    officer_id text not null,
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    reason_code text not null,
    primary key (officer_id, from_day)
  )`,
  // Never changed: who changed what in the directory, and when.
  `create table office_change (
    change_id bigint generated always as identity primary key,
    at timestamptz not null default now(),
    by_whom text not null,
    subject text not null,
    before jsonb,
    after jsonb
  )`,
];

/** By trigger, so that a change by hand is noticed as well: what a process has read is good for as long as the version stands. */
const VERSION = [
  `create table office_directory (
    is_row boolean primary key default true check (is_row),
    version integer not null default 0,
    changed_at timestamptz
  )`,
  `insert into office_directory default values`,
  `create function office_directory_changed() returns trigger language plpgsql as $$
    begin update office_directory set version = version + 1, changed_at = now(); return null; end $$`,
  ...['office', 'office_post', 'post_holder', 'absence'].map(
    (table) =>
      `create trigger ${table}_changed after insert or update or delete or truncate on ${table}
       for each statement execute function office_directory_changed()`,
  ),
];

const GRANTS = [`grant select on office, office_post, post_holder, absence, office_directory to case_api, case_worker`];
