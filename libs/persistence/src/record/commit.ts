import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import {
  evolveAll,
  nextDeadline,
  refuse,
  type BenefitRules,
  type Calendar,
  type CaseModel,
  type CaseState,
  type CaseType,
  type Command,
  type OfficeDirectory,
  type Refusal,
  type StoredEvent,
} from '@titian/domain';
import type { CommitResult, Receipt } from '@titian/workflow-contracts';
import { fromEventBody, GENESIS_HASH, toEventRow, type EventRow } from './event-row.ts';
import type { ModelRegistry } from './models.ts';
import { bringReadTablesUpToDate } from './read-tables.ts';
import { EVENT_CHANNEL, shardOf } from './shard.ts';
import { canonicalText } from './canonical-text.ts';
import { linkPersons, recognisePersons } from '../persons/recognise-persons.ts';
import { calendarFor, IN_FORCE } from '../calendar/calendar-in-force.ts';
import { DIRECTORY_VERSION, officesFor } from '../offices/directory-in-force.ts';
import { decideInRecord } from './decide-in-record.ts';

/** The world of a decision that is not in the database. */
export interface RecordWorld {
  readonly models: ModelRegistry;
  /** Used while the record has published none. */
  readonly calendar: Calendar;
  /** Used while the record keeps none. */
  readonly offices: OfficeDirectory;
  /** Absent: the record calculates nothing. */
  readonly benefits?: BenefitRules | undefined;
}

export interface CommitRequest {
  readonly caseType: CaseType;
  readonly caseId: string;
  /** Events up to here are known to the caller; everything later comes back. */
  readonly knownRevision: number;
  readonly commandId: string;
  readonly command: Command;
  /** The workflow's clock, ISO 8601 UTC. */
  readonly now: string;
}

interface CaseFileRow {
  readonly state: CaseState;
  readonly definition_hash: string;
  readonly last_hash: string;
}

/** What a decision is made by, read together with the case: the calendar in force and the offices as they stand. */
interface Versions {
  readonly calendar: string | null;
  readonly directory: number;
}
const VERSIONS = `${IN_FORCE} as calendar, ${DIRECTORY_VERSION} as directory`;

const CASE_NUMBER_PREFIX: Record<CaseType, string> = { claim: 'KLM', complaint: 'ADU', placement: 'PNM' };

/**
 * The only write on a case: one transaction, decided on the stored state, at most one effect for each command id.
 *
 * Repeatable: a known command id changes nothing and answers as the first time. Everything but the log entry is done
 * before the shard's lock is taken, so that positions become visible in order and the lock is held for one insert.
 */
export async function commit(db: DataSource, world: RecordWorld, request: CommitRequest): Promise<CommitResult> {
  return db.transaction(async (tx) => {
    await tx.query(`set local statement_timeout = '2s'`);
    const { file, versions } = await lockCase(tx, request.caseId);
    const calendar = await calendarFor(tx, world, versions.calendar);
    const earlier = await findReceipt(tx, request);
    if (earlier !== null) return answer(tx, calendar, request, earlier, file?.state ?? null);

    const model =
      file === undefined ? world.models.newestOf(request.caseType) : world.models.ofHash(file.definition_hash);
    const state = file?.state ?? null;
    const { caseId, command, now } = request;
    const area = state?.area ?? String(command.input['areaCode']);
    const decision = await decideInRecord(tx, {
      model,
      caseId,
      state,
      command,
      context: {
        now,
        calendar,
        offices: await officesFor(tx, world, versions.directory, area, now),
        benefits: world.benefits,
        caseNumber: state?.number ?? (await nextCaseNumber(tx, request)),
      },
    });
    if (!decision.ok) {
      const receipt: Receipt = { status: 'refused', revision: state?.revision ?? 0, refusal: decision.refusal };
      if (state !== null) await keepReceipt(tx, request, receipt);
      return answer(tx, calendar, request, receipt, state);
    }
    const before = state?.revision ?? 0;
    const stored = decision.events.map((event, index): StoredEvent => ({
      caseId: request.caseId,
      revision: before + index + 1,
      at: request.now,
      event,
    }));
    const after = evolveAll(state, stored);
    const receipt: Receipt = { status: 'done', revision: after?.revision ?? before, refusal: null };
    if (after !== null && stored.length > 0) {
      const rows = chain(model, stored, file?.last_hash ?? GENESIS_HASH);
      await bringReadTablesUpToDate(tx, calendar, {
        definition: model.definition,
        before: state,
        after,
        stored,
        lastHash: rows.at(-1)?.hash ?? '',
      });
      await claimStatements(tx, request);
      await linkPersons(tx, request.caseId, stored);
      await keepReceipt(tx, request, receipt);
      await appendToLog(tx, request, rows);
    } else {
      await keepReceipt(tx, request, receipt);
    }
    // Whoever knows the case up to this command needs what it wrote, and no reading.
    if (request.knownRevision === before) return result(calendar, receipt, after, stored);
    return answer(tx, calendar, request, receipt, after);
  });
}

/** The case, held until the end of the transaction. One that is not there yet has no row to hold: its id is held instead. */
async function lockCase(
  tx: EntityManager,
  caseId: string,
): Promise<{ readonly file: CaseFileRow | undefined; readonly versions: Versions }> {
  const held = async (): Promise<(CaseFileRow & Versions) | undefined> => {
    const rows: (CaseFileRow & Versions)[] = await tx.query(
      `select state, definition_hash, last_hash, ${VERSIONS} from case_file where case_id = $1 for update`,
      [caseId],
    );
    return rows[0];
  };
  const file = await held();
  if (file !== undefined) return { file, versions: file };
  const [versions = { calendar: null, directory: 0 }]: Versions[] = await tx.query(
    `select pg_advisory_xact_lock(hashtext('titian.opening'), hashtext($1)), ${VERSIONS}`,
    [caseId],
  );
  return { file: await held(), versions };
}

/** The state a new run begins with: null if the case is unknown. */
export async function load(db: DataSource, world: RecordWorld, caseId: string): Promise<CommitResult> {
  const [file]: (CaseFileRow & { calendar: string | null })[] = await db.query(
    `select state, ${IN_FORCE} as calendar from case_file where case_id = $1`,
    [caseId],
  );
  const state = file?.state ?? null;
  const calendar = await calendarFor(db.manager, world, file?.calendar ?? null);
  return {
    receipt: { status: 'done', revision: state?.revision ?? 0, refusal: null },
    events: [],
    state,
    deadline: state === null ? null : nextDeadline(state, calendar),
  };
}

function chain(model: CaseModel, stored: readonly StoredEvent[], lastHash: string): EventRow[] {
  let previous = lastHash;
  return stored.map((event) => {
    const row = toEventRow(model.definition.type, event, previous);
    previous = row.hash;
    return row;
  });
}

/** Last step of the transaction: the lock makes positions of one shard visible in the order they are given. */
async function appendToLog(
  tx: EntityManager,
  { caseId, caseType, commandId }: CommitRequest,
  rows: EventRow[],
): Promise<void> {
  const shard = shardOf(caseId);
  await tx.query(`select pg_advisory_xact_lock(hashtext('titian.log'), $1)`, [shard]);
  await tx.query(
    `with last as (select coalesce(max(position), 0) as position from case_event where shard = $1),
     appended as (
       insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
       select $2, r.revision, r."eventId", $3, r.type, r.at, $4, r.body, r."prevHash", r.hash, $1, last.position + r.n
       from last, rows from (jsonb_to_recordset($5::jsonb) as (
         revision integer, "eventId" uuid, type text, at timestamptz, body text, "prevHash" text, hash text
       )) with ordinality as r(revision, "eventId", type, at, body, "prevHash", hash, n)
     )
     select pg_notify($6, $7)`,
    [shard, caseId, caseType, commandId, JSON.stringify(rows), EVENT_CHANNEL, String(shard)],
  );
}

async function nextCaseNumber(tx: EntityManager, { caseType, now }: CommitRequest): Promise<string> {
  const [row]: { n: string }[] = await tx.query(`select nextval('case_number_seq') as n`);
  return `${CASE_NUMBER_PREFIX[caseType]}-${now.slice(0, 4)}-${(row?.n ?? '0').padStart(6, '0')}`;
}

/** Digest of what was asked, so that one command id cannot stand for two different commands. */
export function commandDigest({ name, actor, input }: Command): string {
  return createHash('sha256')
    .update(canonicalText({ name, actorId: actor.id, input }))
    .digest('hex');
}

async function findReceipt(tx: EntityManager, { caseId, commandId, command }: CommitRequest): Promise<Receipt | null> {
  const rows: { status: Receipt['status']; revision: number; refusal: Refusal | null; body_digest: string }[] =
    await tx.query(
      `select status, revision, refusal, body_digest from command_receipt where case_id = $1 and command_id = $2`,
      [caseId, commandId],
    );
  const [row] = rows;
  if (row === undefined) return null;
  if (row.body_digest !== commandDigest(command))
    return { status: 'refused', revision: row.revision, refusal: keyReused(commandId) };
  return { status: row.status, revision: row.revision, refusal: row.refusal };
}

const keyReused = (commandId: string): Refusal =>
  refuse(
    'command/key-reused',
    {
      id: `Kunci ${commandId} sudah dipakai untuk tindakan lain.`,
      en: `The key ${commandId} was used for another command already.`,
    },
    { id: 'Gunakan kunci baru.', en: 'Send the new command with a new key.' },
  );

async function keepReceipt(tx: EntityManager, request: CommitRequest, receipt: Receipt): Promise<void> {
  await tx.query(
    `insert into command_receipt (case_id, command_id, command, body_digest, status, revision, refusal, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      request.caseId,
      request.commandId,
      request.command.name,
      commandDigest(request.command),
      receipt.status,
      receipt.revision,
      receipt.refusal === null ? null : JSON.stringify(receipt.refusal),
      request.now,
    ],
  );
}

/** Statements that a stored command refers to, at any depth: those left out here would be erased after a day. */
function statementIds(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]: [string, unknown]) =>
    member === 'statementId' && typeof inner === 'string' ? [inner] : statementIds(inner),
  );
}

/** They belong to the case from now on, and those about somebody to a person. */
async function claimStatements(tx: EntityManager, { caseId, command }: CommitRequest): Promise<void> {
  const ids = statementIds(command.input);
  if (ids.length === 0) return;
  await tx.query(`update statement set case_id = $1 where statement_id = any($2::uuid[]) and case_id is null`, [
    caseId,
    ids,
  ]);
  await recognisePersons(tx, ids);
}

async function answer(
  tx: EntityManager,
  calendar: Calendar,
  { caseId, knownRevision }: CommitRequest,
  receipt: Receipt,
  state: CaseState | null,
): Promise<CommitResult> {
  const rows: { body: string }[] =
    state === null || state.revision <= knownRevision
      ? []
      : await tx.query(`select body from case_event where case_id = $1 and revision > $2 order by revision`, [
          caseId,
          knownRevision,
        ]);
  return result(
    calendar,
    receipt,
    state,
    rows.map(({ body }) => fromEventBody(body)),
  );
}

const result = (
  calendar: Calendar,
  receipt: Receipt,
  state: CaseState | null,
  events: readonly StoredEvent[],
): CommitResult => ({
  receipt,
  events,
  state: null,
  deadline: state === null ? null : nextDeadline(state, calendar),
});
