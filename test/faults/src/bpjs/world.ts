import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { CaseState, Command } from '@titian/domain';
import { startStack, type LocalStack } from '@titian/local';
import { dataSource, Seal, StatementStore } from '@titian/persistence';
import { caseClient, sendCommand, type CaseClient } from '@titian/temporal';

const SETTINGS = {
  BPJS_TIMEOUT_MS: '1000',
  BPJS_BREAKER_REST_MS: '500',
  BPJS_CALLS_PER_SECOND: '200',
  BPJS_RECONCILE_MINUTES: '0',
};

/** The stack that faults are done to, and the hands that people have on it. */
export class World {
  private ending: Promise<void> | undefined;

  private constructor(
    readonly stack: LocalStack,
    readonly db: pg.Pool,
    private readonly cases: CaseClient,
    /** A bank account that the gateway can read. */
    readonly account: { readonly statementId: string; readonly digest: string },
  ) {}

  /** @param signal ends a start that is under way; the servers that are up are stopped again */
  static async start(profile: string, signal?: AbortSignal): Promise<World> {
    const stack = await startStack({
      profile,
      ports: 'free',
      ...(signal === undefined ? {} : { signal }),
      parts: ['postgres', 'temporal', 'case-worker', 'bpjs-gateway', 'bpjs-simulator'],
      env: { 'bpjs-gateway': SETTINGS },
    });
    const { databaseUrl, temporalAddress } = stack.addresses;
    const source = await dataSource(databaseUrl, 1, 'faults').initialize();
    const account = await new StatementStore(source, new Seal(stack.secrets.dataKey)).keep({
      kind: 'bank-account',
      area: '35.05.08.2003',
      content: { bank: 'BRI', accountNumber: '000100020003', holderName: 'Orang Contoh' },
      createdBy: 'faults',
    });
    await source.destroy();
    const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    db.on('error', () => undefined); // a stack that ends takes its connections along
    return new World(stack, db, caseClient(temporalAddress, 'titian'), account);
  }

  /** Once, however often it is asked: by the run that is over and by a hand that stops it. */
  end(): Promise<void> {
    this.ending ??= this.endNow();
    return this.ending;
  }

  private async endNow(): Promise<void> {
    await this.stack.stop();
    await this.stack.forget();
    await Promise.all([this.cases.close(), this.db.end()]); // last: a call that is tried again on a closed client throws
  }

  /** Ends a service as a fault would, and starts it again. */
  async kill(name: 'case-worker' | 'bpjs-gateway'): Promise<void> {
    await this.stack.kill(name);
    await this.stack.start(name, name === 'bpjs-gateway' ? SETTINGS : {});
  }

  /** One command, asked until the answer is known; a refusal is an answer. @throws Error once the servers are stopped */
  async send(caseId: string, commandId: string, command: Command): Promise<'done' | 'refused'> {
    for (;;) {
      const result = await sendCommand(this.cases, { caseType: 'claim', caseId, commandId, command });
      if (result.kind === 'answered') return result.receipt.status;
      if (result.kind === 'malformed') throw new Error(result.message);
      if (this.ending !== undefined) throw new Error('the servers were stopped');
      await pause(100);
    }
  }

  async statesOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseState>> {
    const { rows } = await this.db.query<{ state: CaseState }>(
      'select state from case_file where case_id = any($1::uuid[])',
      [caseIds],
    );
    return new Map(rows.map(({ state }) => [state.caseId, state]));
  }

  async admin<Body>(method: 'GET' | 'PUT', path: string, body?: object): Promise<Body> {
    const response = await fetch(`${this.stack.addresses.simulatorUrl}/admin/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Body;
  }

  /** As an operator would; false while the gateway or the insurer is away. */
  async reconcile(): Promise<boolean> {
    const { gatewayUrl, operatorToken } = this.stack.addresses;
    return fetch(`${gatewayUrl}/v1/bpjs/reconcile?days=2`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorToken}` },
    }).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
