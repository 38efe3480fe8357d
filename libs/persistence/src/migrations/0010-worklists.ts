import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people sort by, apart from what wakes a case; whom it waits for; tasks in the order of the deadlines of their cases. */
export class Worklists1732000000010 implements MigrationInterface {
  readonly name = 'Worklists1732000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...DUE, ...WAITING, ...INDEXES]) await runner.query(statement);
  }

  /** The record is never taken down by a migration: restore a backup instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('the record has no way back; restore a backup'));
  }
}

const COLUMNS = [
  `alter table case_file
     add column wakes_at timestamptz,
     add column waits_for text[] not null default '{}',
     add column held_since timestamptz`,
  `alter table task add column due_at timestamptz not null default 'infinity'`,
];

/** `due_at` was the next warning, rung or deadline: that is now `wakes_at`, and `due_at` the nearest clock to run out. */
const DUE = [
  `update case_file f set
     wakes_at = f.due_at,
     held_since = coalesce((f.state -> 'custody' ->> 'since')::timestamptz, f.opened_at),
     (due_at, due_clock) = (
       select k.due_at, k.clock_id from clock k where k.case_id = f.case_id and k.state = 'running' and k.due_at is not null
       order by k.due_at, k.clock_id limit 1
     )`,
  `alter table case_file alter column held_since set not null`,
  `update task t set due_at = f.due_at from case_file f
   where f.case_id = t.case_id and f.due_at is not null and t.status in ('unassigned', 'assigned')`,
];

/** Definitions before this said nothing of waiting: a case that is pinned to one is told from its state. */
const WAITING = [
  `update case_file set waits_for = array_remove(array[
     case when status = 'suspended' and state ->> 'suspension' = 'awaiting_applicant'
            or status = 'open' and stage in ('decided', 'confirm', 'resolution') then 'family' end,
     case when status = 'open' and holder_role = 'insurer' then 'insurer' end,
     case when status = 'suspended' and state ->> 'suspension' = 'awaiting_external'
            or 'third_party_awaited' = any (flags) then 'third_party' end,
     case when 'transfer_offered' = any (flags) then 'office' end,
     case when status = 'suspended' and state ->> 'suspension' = 'legal_hold' then 'legal_process' end
   ], null) where status <> 'closed'`,
];

const OPEN_TASK = `status in ('unassigned', 'assigned')`;

const INDEXES = [
  // One for each of whom a case may wait for: the wait of a country is found without reading all that does not wait.
  ...['family', 'insurer', 'third_party', 'office', 'legal_process'].map(
    (who) =>
      `create index case_file_waits_${who} on case_file (due_at, case_id) where status <> 'closed' and '${who}' = any (waits_for)`,
  ),
  // Tasks in the order of the deadlines of their cases, and what the ladder has brought to an office.
  `create index task_office_due on task (office, due_at, case_id, task_id) where ${OPEN_TASK}`,
  `create index task_officer_due on task (officer_id, due_at, case_id, task_id) where status = 'assigned'`,
  `create index task_escalated_due on task (office, due_at, case_id) where name = 'escalation' and ${OPEN_TASK}`,
  `drop index task_office_oldest`,
  `drop index task_officer_oldest`,
  // Counts and workload read these alone, never the wide rows of the table.
  `drop index case_file_tally`,
  `create index case_file_tally on case_file (area collate "C", type, stage, due_at)
     include (area, case_id, status, unassigned_tasks, waits_for, holder_office, opened_at, held_since) where status <> 'closed'`,
  `drop index case_file_office_due`,
  `create index case_file_office_due on case_file (holder_office, due_at, case_id)
     include (area, status, waits_for, opened_at, held_since) where status <> 'closed'`,
];
