import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor, Command, JsonObject } from '@titian/domain';
import { calendar, offices, OPENING, TestCase, VILLAGE } from '@titian/domain/testing/claim-world';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import type { CommitResult } from '@titian/workflow-contracts';
import { dataSource } from '../data-source.ts';
import { migrate, SERVICE_ROLES, type ServiceRole } from '../migrate.ts';
import { commit, type CommitRequest, type RecordWorld } from '../record/commit.ts';
import { models } from '../record/models.ts';

/** What decisions in these tests know of the world. */
export const world: RecordWorld = { models, calendar, offices: offices() };
export const NOW = '2026-01-05T02:00:00.000Z';

/** An empty record and a pool for the owner and for each service, logged in as itself. */
export interface TestRecord {
  readonly database: TestDatabase;
  readonly owner: DataSource;
  readonly as: Readonly<Record<ServiceRole, DataSource>>;
  close(): Promise<void>;
}

/** Pools of ten, as the services have them. */
export async function openRecord(): Promise<TestRecord> {
  const database = await createTestDatabase(migrate);
  const owner = await dataSource(database.url).initialize();
  const as = {} as Record<ServiceRole, DataSource>;
  for (const role of SERVICE_ROLES) as[role] = await dataSource(database.urlOf(role)).initialize();
  return {
    database,
    owner,
    as,
    close: async () => {
      await Promise.all([owner, ...Object.values(as)].map((db) => db.destroy()));
      await database.drop();
    },
  };
}

/** A command and when it was given. */
export interface Told {
  readonly command: Command;
  readonly now: string;
}

/** The commands of a story told in the domain's own words, for a record to hear. */
export function commandsOf(story: () => unknown): readonly Told[] {
  const told: Told[] = [];
  const original = Object.getOwnPropertyDescriptor(TestCase.prototype, 'do') ?? {};
  const really = original.value as (name: string, by: Actor, input: JsonObject) => TestCase;
  TestCase.prototype.do = function (this: TestCase, name: string, actor: Actor, input: JsonObject = {}): TestCase {
    told.push({ command: { name, actor, input }, now: this.now });
    return really.call(this, name, actor, input);
  };
  try {
    story();
  } finally {
    Object.defineProperty(TestCase.prototype, 'do', original);
  }
  return told;
}

/** A commit request on a claim with its usual members; command ids are fresh unless one is given. */
export function requestOf(caseId: string, command: Command, more: Partial<CommitRequest> = {}): CommitRequest {
  return { caseType: 'claim', caseId, knownRevision: 0, commandId: randomUUID(), command, now: NOW, ...more };
}

/** The report that opens a case. */
export const report = (input: JsonObject = {}, actor: Actor = VILLAGE): Command => ({
  name: 'reportAccident',
  actor,
  input: { ...OPENING, ...input },
});

/** Stores one command. @throws Error naming the refusal */
export async function tell(db: DataSource, request: CommitRequest): Promise<CommitResult> {
  const result = await commit(db, world, request);
  const { refusal } = result.receipt;
  if (refusal !== null) throw new Error(`${request.command.name}: ${refusal.code} ${refusal.message.en}`);
  return result;
}

/** Stores a whole story. @returns the id of its case */
export async function tellStory(db: DataSource, story: () => unknown, caseId: string = randomUUID()): Promise<string> {
  for (const { command, now } of commandsOf(story)) await tell(db, requestOf(caseId, command, { now }));
  return caseId;
}

/** A case whose events are in that shard. */
export const caseIn = (shard: number): string => `${randomUUID().slice(0, -4)}${shard.toString(16).padStart(4, '0')}`;

/** A statement kept `hours` ago, that belongs to no case unless one is given. @returns its id */
export async function keepStatement(
  db: DataSource,
  { hours = 0, area = '35.05.08.2003', caseId = null }: { hours?: number; area?: string; caseId?: string | null } = {},
): Promise<string> {
  const id = randomUUID();
  await db.query(
    `insert into statement (statement_id, kind, area, digest, cipher, created_by, created_at, case_id)
     values ($1, 'account', $2, 'digest', '\\x00', 'test', now() - $3 * interval '1 hour', $4)`,
    [id, area, hours, caseId],
  );
  return id;
}
