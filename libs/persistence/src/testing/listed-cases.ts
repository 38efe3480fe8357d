import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Task } from '@titian/domain';

/** What a test says of a listed case; the rest is as of any claim of the village. */
export interface Listed {
  readonly caseId?: string;
  readonly type?: 'claim' | 'complaint';
  readonly subjectCode?: string;
  readonly stage?: string;
  readonly status?: 'open' | 'suspended' | 'closed';
  readonly area?: string;
  readonly office?: string;
  readonly flags?: readonly string[];
  readonly escalationLevel?: number;
  readonly dueAt?: string | null;
  readonly waitsFor?: readonly string[];
  readonly openedAt?: string;
  readonly heldSince?: string;
}

/** Puts a row into `case_file` as the owner. @returns its case id */
export async function putCase(owner: DataSource, listed: Listed = {}): Promise<string> {
  const { caseId = randomUUID(), area = '35.05.08.2003', flags = [], dueAt = '2026-02-01T02:00:00.000Z' } = listed;
  const { openedAt = '2026-01-05T02:00:00.000Z', heldSince = openedAt } = listed;
  await owner.query(
    `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
       province, subject_code, flags, holder_role, holder_office, escalation_level, due_at, opened_at, held_since, waits_for, last_hash,
       state)
     values ($1, $2, 'KLM-2026-' || nextval('case_number_seq'), 1, 'hash', 1, $3, $4, $5, $6, $7, $8, $9, 'district_officer', $10,
       $11, $12, $13, $14, $15, 'hash', '{}')`,
    [
      caseId,
      listed.type ?? 'claim',
      listed.stage ?? 'verification',
      listed.status ?? 'open',
      area,
      area.split('.').slice(0, 2).join('.'),
      area.slice(0, 2),
      listed.subjectCode ?? 'JKK_RAWAT_LN',
      flags,
      listed.office ?? 'disnaker:35.05',
      listed.escalationLevel ?? 0,
      dueAt,
      openedAt,
      heldSince,
      listed.waitsFor ?? [],
    ],
  );
  return caseId;
}

/** What a test says of a task of such a case. */
export interface ListedTask {
  readonly taskId?: string;
  readonly name?: string;
  readonly kind?: Task['kind'];
  readonly office?: string;
  readonly officerId?: string | null;
  readonly status?: 'unassigned' | 'assigned' | 'completed' | 'cancelled';
  readonly openedAt?: string;
}

/** Puts a row into `task` as the owner. */
export async function putTask(owner: DataSource, caseId: string, listed: ListedTask = {}): Promise<void> {
  const { officerId = null, name = 'verification' } = listed;
  await owner.query(
    `insert into task (case_id, task_id, name, kind, role, office, officer_id, status, opened_at, due_at)
     values ($1, $2, $3, $4, 'district_officer', $5, $6, $7, $8,
       case when $7 in ('unassigned', 'assigned') then (select coalesce(due_at, 'infinity') from case_file where case_id = $1)
         else 'infinity' end)`,
    [
      caseId,
      listed.taskId ?? `${name}#1`,
      name,
      listed.kind ?? 'stage',
      listed.office ?? 'disnaker:35.05',
      officerId,
      listed.status ?? (officerId === null ? 'unassigned' : 'assigned'),
      listed.openedAt ?? '2026-01-05T02:00:00.000Z',
    ],
  );
  await owner.query(
    `update case_file set unassigned_tasks = (select count(*) from task t where t.case_id = $1 and t.status = 'unassigned')
     where case_id = $1`,
    [caseId],
  );
}

/**
 * Cases of the whole country, with a task and a named person each: 38 provinces of 14 regencies, one case in ten closed,
 * one in twenty urgent, one in twelve escalated, one in three waiting for the insurer, deadlines spread over four months.
 */
export async function fillCountry(owner: DataSource, cases: number): Promise<void> {
  await owner.query(
    `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
       province, subject_code, flags, holder_role, holder_office, escalation_level, due_at, opened_at, last_hash, state, unassigned_tasks,
       held_since, waits_for)
     select gen_random_uuid(), case when n % 4 = 0 then 'complaint' else 'claim' end, 'KLM-2026-' || lpad(n::text, 6, '0'), 1,
       'hash', 1 + n % 9, (array['notification', 'evidence', 'verification', 'submission', 'review', 'payment'])[1 + n % 6],
       case when n % 10 = 0 then 'closed' when n % 97 = 0 then 'suspended' else 'open' end, area, left(area, 5), left(area, 2),
       (array['JKK_RAWAT_LN', 'JKM_SELAMA', 'GAJI_TIDAK_DIBAYAR', 'JHT_USIA_56'])[1 + n % 4],
       case when n % 20 = 1 then '{urgent}'::text[] when n % 499 = 2 then '{referred}'::text[] else '{}'::text[] end,
       'district_officer', 'disnaker:' || left(area, 5), case when n % 12 = 1 then 1 + n % 5 else 0 end,
       timestamptz '2026-01-01Z' + n::bigint * 7919 % 10368000 * interval '1 second', timestamptz '2025-12-01Z', 'hash', '{}', n % 2,
       timestamptz '2025-12-20Z', case when n % 10 = 0 then '{}'::text[] when n % 3 = 1 then '{insurer}'::text[]
         when n % 601 = 2 then '{office}'::text[] else '{}'::text[] end
     from (select n, format('%s.%s.%s.%s', 11 + n % 38, lpad((1 + n / 38 % 14)::text, 2, '0'), lpad((1 + n / 532 % 20)::text, 2, '0'),
       2001 + n % 12) as area from generate_series(1, $1::int) n) place`,
    [cases],
  );
  await owner.query(
    `insert into task (case_id, task_id, name, kind, role, office, officer_id, status, opened_at, due_at)
     select case_id, stage || '#1', stage, 'stage', holder_role, holder_office,
       case when revision % 2 = 0 then 'officer-' || regency end,
       case when status = 'closed' then 'completed' when revision % 2 = 0 then 'assigned' else 'unassigned' end, opened_at,
       case when status = 'closed' then 'infinity' else due_at end
     from case_file`,
  );
  // The ladder ends at the ministry, whose list of what was brought to it is the longest.
  await owner.query(
    `insert into task (case_id, task_id, name, kind, role, office, status, opened_at, due_at)
     select case_id, 'escalation#2', 'escalation', 'breach', 'ministry_officer', 'kp2mi', 'unassigned', opened_at, due_at
     from case_file where escalation_level > 0 and status <> 'closed'`,
  );
  await owner.query(
    `insert into statement (statement_id, kind, area, digest, cipher, created_by, case_id)
     select gen_random_uuid(), 'person', area, 'digest', '\\x00', 'test', case_id from case_file`,
  );
  // One word that each ninth person has, and one that no two share.
  await owner.query(
    `insert into person_token (token, statement_id)
     select unnest(array['common-' || f.revision, 'rare-' || f.number]), s.statement_id
     from statement s join case_file f on f.case_id = s.case_id`,
  );
  for (const table of ['case_file', 'task', 'statement', 'person_token']) await owner.query(`vacuum analyze ${table}`);
}
