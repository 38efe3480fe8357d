import { randomUUID } from 'node:crypto';
import { Connection, WorkflowClient } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { Actor, JsonObject } from '@titian/domain';
import type { LocalStack } from '@titian/local';
import { commit, dataSource, models, type RecordWorld } from '@titian/persistence';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import { CASE_TASK_QUEUE, caseWorkflowId, caseWorkflowName, type CaseInput } from '@titian/workflow-contracts';
import { crowd } from './stats.ts';

/** The village officer in whose name complaints are opened here. */
export const OFFICER: Actor = {
  id: 'kades-tambakrejo',
  role: 'village_officer',
  office: 'desa:35.05.08.2003',
  area: '35.05.08.2003',
};
/** Complaints that are opened side by side. */
const AT_ONCE = 24;
const WORLD: RecordWorld = { models, calendar: currentCalendar, offices: officeDirectory() };

/** The record, as its owner reads it and as a worker writes it, and the engine. */
export interface Desk {
  readonly owner: DataSource;
  readonly record: DataSource;
  readonly client: WorkflowClient;
  close(): Promise<void>;
}

export async function openDesk({ addresses }: LocalStack): Promise<Desk> {
  const { databaseUrl, roleUrls, temporalAddress } = addresses;
  const connection = await Connection.connect({ address: temporalAddress });
  const owner = await dataSource(databaseUrl, 4, 'bench').initialize();
  const record = await dataSource(roleUrls.case_worker, AT_ONCE, 'bench').initialize();
  return {
    owner,
    record,
    client: new WorkflowClient({ connection, namespace: 'titian' }),
    close: async () => {
      await Promise.all([owner.destroy(), record.destroy(), connection.close()]);
    },
  };
}

/** One complaint, straight into the record, then its run. @throws Error if it is refused */
export async function openComplaint({ record, client }: Desk, caseId: string, about: JsonObject = {}): Promise<void> {
  const statement = { statementId: randomUUID(), digest: 'a'.repeat(64) };
  const { receipt } = await commit(record, WORLD, {
    caseType: 'complaint',
    caseId,
    knownRevision: 0,
    commandId: randomUUID(),
    now: new Date().toISOString(),
    command: {
      name: 'fileComplaint',
      actor: OFFICER,
      input: {
        areaCode: OFFICER.area,
        category: 'SAKIT',
        reporter: { relation: 'FAMILY' },
        consent: true,
        subject: statement,
        account: statement,
        country: 'MY',
        ...about,
      },
    },
  });
  if (receipt.refusal !== null) throw new Error(`no case was opened: ${receipt.refusal.code}`);
  await client.start<(input: CaseInput) => Promise<void>>(caseWorkflowName('complaint'), {
    workflowId: caseWorkflowId('complaint', caseId),
    taskQueue: CASE_TASK_QUEUE,
    workflowTaskTimeout: '3 seconds',
    args: [{ caseId }],
  });
}

/** Cases that are on their way at once: as many as a worker has in its cache, so that none is replayed before it is idle. */
const BATCH = 150;

/**
 * Opens complaints in batches, each settled before the next begins: acknowledged, its search for twins answered, what was overdue
 * told. @returns seconds in all
 */
export async function openSettled(
  { owner }: Desk,
  caseIds: readonly string[],
  open: (caseId: string) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < caseIds.length; from += BATCH) {
    const batch = caseIds.slice(from, from + BATCH);
    await crowd(batch.length, AT_ONCE, (n) => open(batch[n] as string));
    while (!(await areSettled(owner, batch))) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance.now() - began) / 1_000;
}

async function areSettled(owner: DataSource, caseIds: readonly string[]): Promise<boolean> {
  const [row]: { n: number }[] = await owner.query(
    `select count(*)::int as n from case_file where case_id = any($1::uuid[])
       and (stage = 'intake' or wakes_at < now() or state -> 'attempts' -> 'duplicateSearch' ->> 'status' = 'requested')`,
    [caseIds],
  );
  return row?.n === 0;
}
