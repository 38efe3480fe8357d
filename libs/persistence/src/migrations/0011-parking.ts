import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the relay keeps what it cannot publish, and the events of the same case that wait behind it. */
export class Parking1732000000011 implements MigrationInterface {
  readonly name = 'Parking1732000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const STATEMENTS = [
  // The event itself stays in the log. A row is never deleted: who let what pass, and when, must remain known.
  `create table parked_event (
    case_id uuid not null,
    revision integer not null,
    shard smallint not null,
    reason text not null,
    parked_at timestamptz not null default now(),
    release text check (release in ('publish', 'skip')),
    released_by text,
    released_at timestamptz,
    ended text check (ended in ('published', 'skipped')),
    ended_at timestamptz,
    primary key (case_id, revision),
    check ((release is null) = (released_by is null)),
    check ((ended is null) = (ended_at is null))
  )`,
  `create index parked_event_open on parked_event (shard, case_id, revision) where ended is null`,
  `grant select, insert, update on parked_event to event_relay`,
];
