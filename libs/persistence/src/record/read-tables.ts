import type { EntityManager } from 'typeorm';
import {
  areaAtLevel,
  calendarOf,
  dueInstant,
  isRunning,
  isStopped,
  nearestDue,
  nextDeadline,
  waitsFor,
  type Calendar,
  type CaseDefinition,
  type CaseState,
  type Clock,
  type StoredEvent,
  type Task,
} from '@titian/domain';

export interface RecordedChange {
  readonly definition: CaseDefinition;
  readonly before: CaseState | null;
  readonly after: CaseState;
  readonly stored: readonly StoredEvent[];
  readonly lastHash: string;
}

/** Writes what the events changed into the tables that people read; only rows that differ are touched. */
export async function bringReadTablesUpToDate(
  tx: EntityManager,
  calendar: Calendar,
  change: RecordedChange,
): Promise<void> {
  await writeCaseFile(tx, calendar, change);
  await writeClocks(tx, calendar, change);
  await writeTasks(tx, calendar, change);
  await writeEvidence(tx, change);
  await writeCustody(tx, change);
}

async function writeCaseFile(
  tx: EntityManager,
  calendar: Calendar,
  { definition, after, lastHash }: RecordedChange,
): Promise<void> {
  const due = nearestDue(after, calendar);
  await tx.query(
    `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
       claim_type, holder_role, holder_office, escalation_level, due_at, due_clock, opened_at, closed_at, last_hash, state,
       subject_code, province, flags, unassigned_tasks, subject_id, wakes_at, waits_for, held_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
       $26, $27, $28)
     on conflict (case_id) do update set revision = excluded.revision, stage = excluded.stage, status = excluded.status,
       area = excluded.area, regency = excluded.regency, claim_type = excluded.claim_type, holder_role = excluded.holder_role,
       holder_office = excluded.holder_office, escalation_level = excluded.escalation_level, due_at = excluded.due_at,
       due_clock = excluded.due_clock, closed_at = excluded.closed_at, last_hash = excluded.last_hash, state = excluded.state,
       subject_code = excluded.subject_code, province = excluded.province, flags = excluded.flags,
       unassigned_tasks = excluded.unassigned_tasks, subject_id = excluded.subject_id, wakes_at = excluded.wakes_at,
       waits_for = excluded.waits_for, held_since = excluded.held_since`,
    [
      after.caseId,
      after.type,
      after.number,
      after.definition.version,
      after.definition.hash,
      after.revision,
      after.stage,
      after.status,
      after.area,
      areaAtLevel(after.area, 2),
      after.type === 'claim' ? (after.facts['claimType'] ?? null) : null,
      after.custody.role,
      after.custody.office,
      Math.max(after.escalationLevel, after.sidewaysLevel),
      due?.at ?? null,
      due?.clockId ?? null,
      after.openedAt,
      after.closedAt,
      lastHash,
      JSON.stringify(after),
      after.facts[after.type === 'claim' ? 'claimType' : 'category'] ?? null,
      areaAtLevel(after.area, 1),
      after.flags,
      Object.values(after.tasks).filter(({ status }) => status === 'unassigned').length,
      (after.facts['subject'] as { statementId?: string } | null | undefined)?.statementId ?? null,
      nextDeadline(after, calendar)?.at ?? null,
      waitsFor(definition, after),
      after.custody.since,
    ],
  );
}

/** Entries of a map that are new or differ; the fold never changes an entry in place, so identity tells. */
function changed<T>(before: Readonly<Record<string, T>> | undefined, after: Readonly<Record<string, T>>): readonly T[] {
  return Object.entries(after)
    .filter(([key, value]) => before?.[key] !== value)
    .map(([, value]) => value);
}

const clockState = (clock: Clock): string => (isStopped(clock) ? 'stopped' : isRunning(clock) ? 'running' : 'paused');

async function writeClocks(tx: EntityManager, calendar: Calendar, { before, after }: RecordedChange): Promise<void> {
  const rows = changed(before?.clocks, after.clocks).map((clock) => ({
    clockId: clock.id,
    name: clock.name,
    state: clockState(clock),
    startedAt: clock.entries[0]?.at,
    dueAt: dueInstant(clock, calendar),
    calendar: calendarOf(clock, calendar).version,
    ledger: clock,
  }));
  if (rows.length === 0) return;
  await tx.query(
    `insert into clock (case_id, clock_id, name, state, started_at, due_at, calendar_version, ledger)
     select $1, r."clockId", r.name, r.state, r."startedAt", r."dueAt", r.calendar, r.ledger
     from jsonb_to_recordset($2::jsonb) as r("clockId" text, name text, state text, "startedAt" timestamptz,
       "dueAt" timestamptz, calendar text, ledger jsonb)
     on conflict (case_id, clock_id) do update set state = excluded.state, due_at = excluded.due_at,
       calendar_version = excluded.calendar_version, ledger = excluded.ledger`,
    [after.caseId, JSON.stringify(rows)],
  );
}

const isOpen = ({ status }: Task): boolean => status === 'unassigned' || status === 'assigned';

/** An open task stands in its list by the deadline of its case, so every one of them is looked at when a clock was turned. */
async function writeTasks(tx: EntityManager, calendar: Calendar, { before, after }: RecordedChange): Promise<void> {
  const clocksTurned = before?.clocks !== after.clocks;
  const open = clocksTurned ? Object.values(after.tasks).filter(isOpen) : [];
  const touched = new Set([...changed(before?.tasks, after.tasks), ...open]);
  if (touched.size === 0) return;
  const dueAt = nearestDue(after, calendar)?.at ?? 'infinity';
  const rows = [...touched].map((task) => ({ ...task, dueAt: isOpen(task) ? dueAt : 'infinity' }));
  await tx.query(
    `insert into task (case_id, task_id, name, kind, role, office, officer_id, status, opened_at, due_at)
     select $1, r.id, r.name, r.kind, r.role, r.office, r."officerId", r.status, r."openedAt", r."dueAt"
     from jsonb_to_recordset($2::jsonb) as r(id text, name text, kind text, role text, office text, "officerId" text,
       status text, "openedAt" timestamptz, "dueAt" timestamptz)
     on conflict (case_id, task_id) do update set officer_id = excluded.officer_id, status = excluded.status,
       due_at = excluded.due_at
     where (task.officer_id, task.status, task.due_at) is distinct from (excluded.officer_id, excluded.status, excluded.due_at)`,
    [after.caseId, JSON.stringify(rows)],
  );
}

async function writeEvidence(tx: EntityManager, { before, after }: RecordedChange): Promise<void> {
  const rows = changed(before?.evidence, after.evidence);
  if (rows.length === 0) return;
  await tx.query(
    `insert into evidence (case_id, requirement, document, document_id, sha256, status, substitute)
     select $1, r.requirement, r.document, r."documentId", r.sha256, r.status, r.substitute
     from jsonb_to_recordset($2::jsonb) as r(requirement text, document text, "documentId" uuid, sha256 text, status text,
       substitute boolean)
     on conflict (case_id, requirement) do update set document = excluded.document, document_id = excluded.document_id,
       sha256 = excluded.sha256, status = excluded.status, substitute = excluded.substitute`,
    [after.caseId, JSON.stringify(rows)],
  );
}

/** One row for each holder: the sum of the periods is the age of the case. */
async function writeCustody(tx: EntityManager, { before, after, stored }: RecordedChange): Promise<void> {
  for (const { event, at, revision } of stored) {
    if (event.kind === 'custody.moved') {
      await tx.query(`update custody set until = $2 where case_id = $1 and until is null`, [after.caseId, at]);
    }
    if (event.kind === 'case.opened' || event.kind === 'custody.moved') {
      const { role, office } = event.kind === 'case.opened' ? event.custody : event;
      await tx.query(`insert into custody (case_id, since, role, office, revision) values ($1, $2, $3, $4, $5)`, [
        after.caseId,
        at,
        role,
        office,
        revision,
      ]);
    }
    if (event.kind === 'case.closed') {
      await tx.query(`update custody set until = $2 where case_id = $1 and until is null`, [after.caseId, at]);
    }
    if (event.kind === 'case.reopened') {
      await tx.query(`insert into custody (case_id, since, role, office, revision) values ($1, $2, $3, $4, $5)`, [
        after.caseId,
        at,
        before?.custody.role,
        before?.custody.office,
        revision,
      ]);
    }
  }
}
