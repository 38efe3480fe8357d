import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Persons: which statements speak of one human being. A person holds no word about anybody; names and numbers stay sealed in
 * the statements, and go with them.
 */
export class Persons1732000000005 implements MigrationInterface {
  readonly name = 'Persons1732000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...COLUMNS, ...SIGHT, ...ERASURE]) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const TABLES = [
  // `identity`: keyed digest of number and name together; null for a person of whom no number is known.
  `create table person (
    person_id uuid primary key,
    identity text unique,
    created_at timestamptz not null default now()
  )`,
  // What an officer decided: two persons are one. Both directions, so that one index answers; never a merge.
  `create table person_link (
    person_id uuid not null references person on delete cascade,
    same_as uuid not null references person on delete cascade,
    case_id uuid not null,
    linked_at timestamptz not null,
    primary key (person_id, same_as)
  )`,
  `create index person_link_same_as on person_link (same_as)`,
];

const COLUMNS = [
  // `lookup` is the keyed digest of the number already; `likeness` that of name, day of birth and village.
  `alter table statement
     add column identity text,
     add column likeness text,
     add column person_id uuid references person`,
  `create index statement_likeness on statement (likeness) where likeness is not null`,
  `create index statement_person on statement (person_id) where person_id is not null`,
  // The statement that says whom the case is about. Several cases share one when one of them has opened the others.
  `alter table case_file add column subject_id uuid`,
  `update case_file set subject_id = (state #>> '{facts,subject,statementId}')::uuid`,
  `create index case_file_subject on case_file (subject_id) where subject_id is not null`,
];

const SIGHT = [
  `grant select, insert, delete on person to case_worker`,
  `grant select, insert on person_link to case_worker`,
  `grant select on person, person_link to case_api`,
  `alter table person enable row level security`,
  `alter table person_link enable row level security`,
  // A person is seen by who sees one of its statements; those have the jurisdiction.
  `create policy api_sees_statement on person for select to case_api using (
    exists (select from statement s where s.person_id = person.person_id)
  )`,
  // That two are one is told only to who sees both: else the link would tell of the other.
  `create policy api_sees_both on person_link for select to case_api using (
    exists (select from person p where p.person_id = person_link.person_id)
    and exists (select from person p where p.person_id = person_link.same_as)
  )`,
  ...['person', 'person_link'].map(
    (table) => `create policy worker_all on ${table} to case_worker using (true) with check (true)`,
  ),
];

const ERASURE = [
  `create function forget_person() returns trigger language plpgsql as $$
    begin
      delete from person p where p.person_id = old.person_id
        and not exists (select from statement s where s.person_id = old.person_id);
      return null;
    end $$`,
  // A person goes with the last statement that speaks of them, and the links with the person.
  `create trigger statement_forgets_person after delete on statement for each row
     when (old.person_id is not null) execute function forget_person()`,
];
