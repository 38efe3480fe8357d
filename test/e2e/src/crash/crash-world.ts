import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { Actor, CaseState, Command, JsonObject } from '@titian/domain';
import type { LocalStack } from '@titian/local';
import { caseClient, sendCommand, type CaseClient } from '@titian/temporal';
import { caseWorkflowId, getState, wake, type Receipt } from '@titian/workflow-contracts';

export const VILLAGE = 'kades-tambakrejo';
const actor = (id: string, role: Actor['role'], office: string, area: string): Actor => ({ id, role, office, area });
export const CLERK = actor('disnaker-blitar-1', 'district_officer', 'disnaker:35.05', '35.05');
export const FAMILY = actor('family', 'family', 'family', '35.05.08.2003');
/** Words that no statement store holds: the record only keeps the reference. */
const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };
export const note: Command = { name: 'addNote', actor: CLERK, input: { statement: STATEMENT } };

/** What one command came to, as the log and the receipts tell it. */
export interface Effect {
  readonly commandId: string;
  readonly events: number;
  readonly receipts: number;
}

/** Looks at a running stack from outside: the API as a caller, the record as its owner, the run as Temporal knows it. */
export class CrashWorld {
  readonly client: CaseClient;
  readonly db: pg.Pool;

  constructor(private readonly stack: LocalStack) {
    this.client = caseClient(stack.addresses.temporalAddress, 'titian');
    this.db = new pg.Pool({ connectionString: stack.addresses.databaseUrl, max: 4 });
    this.db.on('error', () => undefined); // a stack that ends takes its connections along
  }

  async close(): Promise<void> {
    await Promise.all([this.client.close(), this.db.end()]);
  }

  /** Posts as a desk does, until the answer is known. */
  async post(path: string, body: object, key = randomUUID(), who = VILLAGE): Promise<{ status: number; body: Answer }> {
    for (const deadline = Date.now() + 60_000; ;) {
      const response = await fetch(`${this.stack.addresses.apiUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-titian-identity': who },
        body: JSON.stringify(body),
      }).catch(() => undefined);
      const known = response !== undefined && response.status !== 202 && response.status !== 503;
      if (known) return { status: response.status, body: (await response.json()) as Answer };
      if (Date.now() > deadline) throw new Error(`${path} was not answered within a minute`);
      await pause(100);
    }
  }

  opening(change: object = {}): object {
    return {
      claimType: 'JKK_RAWAT_LN',
      areaCode: '35.05.08.2003',
      riskDay: '2026-01-05',
      riskCountry: 'TW',
      reporter: { relation: 'FAMILY' },
      lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000' }],
      worker: { name: 'Contoh' },
      ...change,
    };
  }

  async open(change: object = {}): Promise<string> {
    const { status, body } = await this.post('/v1/claims', this.opening(change));
    if (status !== 201) throw new Error(`intake answered ${status}: ${JSON.stringify(body)}`);
    return body.caseId;
  }

  /** One command through Temporal, without the API: the fastest way to crowd a case. */
  async send(caseId: string, command: Command, commandId: string): Promise<Receipt> {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline;) {
      const result = await sendCommand(this.client, { caseType: 'claim', caseId, commandId, command });
      if (result.kind === 'answered') return result.receipt;
      if (result.kind === 'malformed') throw new Error(result.message);
    }
    throw new Error(`command ${commandId} was not answered`);
  }

  async wake(caseId: string): Promise<void> {
    await this.client.workflows.getHandle(caseWorkflowId('claim', caseId)).signal(wake);
  }

  /** The state as the run has folded it; waits for a worker. */
  stateInRun(caseId: string): Promise<CaseState | null> {
    return this.client.workflows.getHandle(caseWorkflowId('claim', caseId)).query(getState);
  }

  /** `RUNNING`, `COMPLETED`, …, or `NONE` if there never was a run. */
  async runStatus(caseId: string): Promise<string> {
    const handle = this.client.workflows.getHandle(caseWorkflowId('claim', caseId));
    return handle.describe().then(
      ({ status }) => status.name,
      (error: unknown) => {
        if (error instanceof WorkflowNotFoundError) return 'NONE';
        throw error;
      },
    );
  }

  async runId(caseId: string): Promise<string> {
    return (await this.client.workflows.getHandle(caseWorkflowId('claim', caseId)).describe()).runId;
  }

  async stateInRecord(caseId: string): Promise<CaseState | undefined> {
    const { rows } = await this.db.query<{ state: CaseState }>('select state from case_file where case_id = $1', [
      caseId,
    ]);
    return rows[0]?.state;
  }

  async eventTypes(caseId: string): Promise<string[]> {
    const { rows } = await this.db.query<{ type: string }>(
      'select type from case_event where case_id = $1 order by revision',
      [caseId],
    );
    return rows.map(({ type }) => type);
  }

  /** How often a command appears in the log (as `acted`) and among the receipts. */
  async effects(caseId: string): Promise<Map<string, Effect>> {
    const { rows } = await this.db.query<{ command_id: string; events: string; receipts: string }>(
      `select r.command_id, count(*) as receipts,
              (select count(*) from case_event e
               where e.case_id = $1 and e.command_id = r.command_id and e.type like 'titian.claim.%') as events
       from command_receipt r where r.case_id = $1 group by r.command_id`,
      [caseId],
    );
    return new Map(
      rows.map(({ command_id: commandId, events, receipts }) => [
        commandId,
        { commandId, events: Number(events), receipts: Number(receipts) },
      ]),
    );
  }

  /** Waits until the record holds the receipt of a command: from now on it must never be lost. */
  async untilCommitted(commandId: string): Promise<void> {
    for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
      await pause(5);
      const { rowCount } = await this.db.query('select from command_receipt where command_id = $1', [commandId]);
      if (rowCount === 1) return;
    }
    throw new Error(`command ${commandId} was not committed within 30 s`);
  }

  /** Waits until the run and the record tell the same, and returns what they tell. */
  async untilAgreed(caseId: string): Promise<CaseState> {
    let seen: unknown;
    for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
      await pause(100);
      const [inRun, inRecord] = await Promise.all([this.stateInRun(caseId), this.stateInRecord(caseId)]);
      if (inRecord !== undefined && isDeepStrictEqual(inRun, inRecord)) return inRecord;
      seen = { run: inRun?.revision, record: inRecord?.revision };
    }
    throw new Error(`run and record do not agree: ${JSON.stringify(seen)}`);
  }
}

export interface Answer {
  readonly caseId: string;
  readonly status: string;
  readonly revision: number;
}

export const outcomeOfAccident: JsonObject = { outcome: 'RECOVERED', day: '2026-01-07' };
