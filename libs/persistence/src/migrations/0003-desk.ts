import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk lists, counts and searches by; names findable without being readable; receipts behind a policy. */
export class Desk1732000000003 implements MigrationInterface {
  readonly name = 'Desk1732000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...INDEXES, ...SIGHT, ...NAMES, ...RECEIPTS]) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const COLUMNS = [
  // Of a claim its type, of a complaint its category.
  `alter table case_file
     add column subject_code text,
     add column province text,
     add column flags text[] not null default '{}',
     add column unassigned_tasks integer not null default 0`,
  `update case_file set
     subject_code = case type when 'complaint' then state -> 'facts' ->> 'category' else claim_type end,
     province = split_part(area, '.', 1),
     flags = array(select jsonb_array_elements_text(state -> 'flags')),
     unassigned_tasks = (select count(*) from task t where t.case_id = case_file.case_id and t.status = 'unassigned')`,
  `alter table case_file alter column province set not null`,
];

/**
 * Under row-level security an index serves only operators that PostgreSQL marks leakproof: `=` and order on text, numbers
 * and instants. `like`, `@>` and functions of a column do not, hence columns of their own and partial indexes.
 */
const INDEXES = [
  `create index case_file_province_due on case_file (province, due_at, case_id) where status <> 'closed'`,
  `create index case_file_stage_due on case_file (type, stage, due_at, case_id) where status <> 'closed'`,
  `create index case_file_subject_due on case_file (subject_code, due_at, case_id) where status <> 'closed'`,
  `create index case_file_flagged_due on case_file (due_at, case_id) where status <> 'closed' and flags <> '{}'`,
  `create index case_file_escalated_due on case_file (due_at, case_id) where status <> 'closed' and escalation_level > 0`,
  // Search by place and parts of a place, in the order of places; takes over from an index that no policy let be used.
  `create index case_file_place on case_file (area collate "C", case_id)`,
  `drop index case_file_area`,
  // Counts read this alone, never the wide rows of the table.
  `create index case_file_tally on case_file (area collate "C", type, stage, due_at)
     include (area, case_id, status, unassigned_tasks) where status <> 'closed'`,
  `create index task_office_oldest on task (office, opened_at, case_id, task_id) where status in ('unassigned', 'assigned')`,
  `create index task_officer_oldest on task (officer_id, opened_at, case_id, task_id) where status = 'assigned'`,
  `drop index task_open_office`,
  `drop index task_open_officer`,
];

const AREA = `nullif(current_setting('titian.area', true), '')`;
const ONLY_CASE = `nullif(current_setting('titian.only_case', true), '')`;

/**
 * The same rule as before, put so that the planner takes it for true of every second row. As `or` and `like` it took it for
 * true of one in two hundred, and read the whole country to find a page of fifty. Null, as ever, denies.
 */
const SIGHT = [
  `alter policy api_sees_area on case_file using (
    case
      when ${ONLY_CASE} is not null and case_id <> ${ONLY_CASE}::uuid then false
      when ${AREA} = '*' then true
      else area = ${AREA} or area like ${AREA} || '.%'
    end
  )`,
];

const NAMES = [
  /**
   * Keyed digests of the words of a name, so that a name can be looked for where none can be read. They tell which
   * statements share a word, and nothing else, to somebody without the key. They go with their statement.
   */
  `create table person_token (
    token text not null,
    statement_id uuid not null references statement on delete cascade,
    primary key (token, statement_id)
  )`,
  `create index person_token_statement on person_token (statement_id)`,
  `grant select, insert on person_token to case_api`,
  `alter table person_token enable row level security`,
  // A value, not `exists`: the planner would read every statement to answer that one at once.
  `create policy api_sees_statement on person_token for select to case_api using (
    statement_id = (select s.statement_id from statement s where s.statement_id = person_token.statement_id)
  )`,
  // Added together with the statement, which a family cannot see before it has a case.
  `create policy api_adds_statement on person_token for insert to case_api with check (true)`,
];

const RECEIPTS = [
  `alter table command_receipt enable row level security`,
  `create policy api_sees_case on command_receipt for select to case_api using (
    exists (select from case_file f where f.case_id = command_receipt.case_id)
  )`,
  `create policy worker_all on command_receipt to case_worker using (true) with check (true)`,
  `create policy gateway_reads on command_receipt for select to bpjs_gateway using (true)`,
];
