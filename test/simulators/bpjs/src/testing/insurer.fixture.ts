import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { PaymentOrder, Submission } from '../contract.ts';
import { startSimulator, type SimulatorOptions } from '../index.ts';
import type { DecidedLine } from '../journal-event.ts';
import type { ledgerView } from '../ledger.ts';
import { answerFaults } from './openapi.fixture.ts';
import { startReceiver, type Receiver } from './receiver.fixture.ts';

/** The callback key of all tests. */
export const TEST_KEY = 'test-key:a secret: with a colon';

/** An answer, already held against openapi.yaml. */
export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** What to send. */
export interface Sent {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The members of a problem document that tests look at. */
export interface ProblemBody {
  readonly type: string;
  readonly reference?: string;
  readonly errors: readonly { readonly field: string; readonly rule: string; readonly remedy: string }[];
}

/** The members of a claim that tests look at. */
export interface ClaimBody {
  readonly reference: string;
  readonly status: string;
  readonly documents: readonly { readonly code: string }[];
  readonly decisions: readonly DecidedLine[];
  readonly payments: readonly { readonly paymentReference: string; readonly status: string }[];
}

/** Calls a simulator and fails on any answer that openapi.yaml does not allow. */
export async function call<Body = ProblemBody>(
  base: string,
  operation: string,
  sent: Sent = {},
): Promise<Answered<Body>> {
  const [method = '', address = ''] = operation.split(' ');
  const payload = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const response = await fetch(`${base}${address}`, {
    method,
    headers: {
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
      ...sent.headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const body: unknown = await response.json();
  const type = response.headers.get('content-type') ?? '';
  const path = address.split('?')[0] ?? '';
  const faults = answerFaults(method, path, response.status, type, body);
  if (faults !== null) throw new Error(`${operation} answered ${response.status}: ${faults}\n${JSON.stringify(body)}`);
  return { status: response.status, body: body as Body, headers: response.headers };
}

/** A claim that nothing is wrong with. */
export function aSubmission(change: Partial<Submission> = {}): Submission {
  return {
    claimRef: randomUUID(),
    branch: '35.05',
    attempt: 1,
    claimType: 'JKK_RAWAT_LN',
    programme: 'JKK',
    riskDay: '2026-02-14',
    riskCountry: 'TW',
    documents: [{ code: 'MEDICAL_REPORT', documentId: 'doc-1', sha256: 'a'.repeat(64) }],
    lines: [
      { code: 'TREATMENT', askedIdr: '50000000' },
      { code: 'TRANSPORT', askedIdr: '2000000' },
    ],
    payee: { kind: 'PARTICIPANT', accountToken: 'token-1' },
    ...change,
  };
}

/** A simulator in a folder of its own, and the receiver of its callbacks. */
export class Insurer {
  private simulator: Awaited<ReturnType<typeof startSimulator>> | undefined;

  private constructor(
    readonly receiver: Receiver,
    readonly dataDir: string,
    private readonly now: (() => Date) | undefined,
  ) {}

  /** Starts both. */
  static async start(now?: () => Date): Promise<Insurer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'bpjs-'));
    const insurer = new Insurer(await startReceiver(), dataDir, now);
    await insurer.restart();
    return insurer;
  }

  /** Stops the simulator, if it runs, and starts another on the same folder. */
  async restart(change: Partial<SimulatorOptions> = {}): Promise<void> {
    await this.simulator?.stop();
    this.simulator = undefined;
    this.simulator = await startSimulator({
      port: 0,
      callbackUrl: this.receiver.url,
      callbackKey: TEST_KEY,
      dataDir: this.dataDir,
      ...(this.now ? { now: this.now } : {}),
      ...change,
    });
  }

  get url(): string {
    if (!this.simulator) throw new Error('the simulator does not run');
    return this.simulator.url;
  }

  /** Stops the simulator only. */
  async halt(): Promise<void> {
    await this.simulator?.stop();
    this.simulator = undefined;
  }

  /** Stops both and removes the folder. */
  async stop(): Promise<void> {
    await this.halt();
    await this.receiver.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  call<Body = ProblemBody>(operation: string, sent?: Sent): Promise<Answered<Body>> {
    return call<Body>(this.url, operation, sent);
  }

  submit(
    submission: Submission,
    key = `${submission.claimRef}/submission/${submission.attempt}`,
  ): Promise<Answered<{ reference: string }>> {
    return this.call('POST /v1/claims', { key, body: submission });
  }

  order(
    reference: string,
    key: string,
    order: Omit<PaymentOrder, 'orderRef'>,
  ): Promise<Answered<{ paymentReference: string } & ProblemBody>> {
    return this.call(`POST /v1/claims/${reference}/payments`, { key, body: { orderRef: key, ...order } });
  }

  plan(scope: string, plan: unknown): Promise<Answered<ProblemBody>> {
    return this.call(`PUT /admin/plans/${scope}`, { body: plan });
  }

  async claim(reference: string): Promise<ClaimBody> {
    return (await this.call<ClaimBody>(`GET /v1/claims/${reference}`)).body;
  }

  async ledger(): Promise<ReturnType<typeof ledgerView>> {
    return (await this.call<ReturnType<typeof ledgerView>>('GET /admin/ledger')).body;
  }

  /** Waits until a callback of this type about this claim has been taken. */
  async heard(type: string, reference: string): Promise<Record<string, unknown>> {
    const { body } = await this.receiver.taken((each) => each.body.type === type && each.body.reference === reference);
    return { ...body };
  }

  /** Submits and waits for the decision. */
  async decided(submission: Submission): Promise<string> {
    const { reference } = (await this.submit(submission)).body;
    await this.heard('claim.decided', reference);
    return reference;
  }
}
