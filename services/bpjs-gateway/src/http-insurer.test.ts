import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { startSimulator, type Simulator } from '@titian/simulator-bpjs';
import type { HttpInsurer } from './http-insurer.ts';
import { redacted, type Exchange } from './exchange-log.ts';
import { aClaimFile, anInsurer, fileOf, orderOf, type AnyClaim } from './testing/claim-file.fixture.ts';

type Behaviour = 'pass' | 'lose-the-answer' | 'hang' | 'hang-up' | number | { status: number; body: string };

/** Stands between gateway and insurer, and does to the next requests what a test wants. */
class Line {
  readonly seen: { key: string | undefined; body: string }[] = [];
  readonly next: Behaviour[] = [];
  private server: Server | undefined;

  async open(target: () => string): Promise<string> {
    this.server = createServer((request, response) => {
      void (async () => {
        const body = await bodyOf(request);
        const key = request.headers['idempotency-key'] as string | undefined;
        if (request.method === 'POST') this.seen.push({ key, body });
        const behaviour = (request.method === 'POST' ? this.next.shift() : undefined) ?? 'pass';
        if (behaviour === 'hang') return;
        if (behaviour === 'hang-up') return void request.socket.destroy();
        if (typeof behaviour === 'number') return void response.writeHead(behaviour).end('{}');
        if (typeof behaviour === 'object') return void response.writeHead(behaviour.status).end(behaviour.body);
        const answer = await fetch(`${target()}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
          ...(request.method === 'POST' ? { body } : {}),
        });
        const text = await answer.text();
        if (behaviour === 'lose-the-answer') return void request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
      })();
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await closed;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

let simulator: Simulator;
let dataDir: string;
let url: string;
let insurer: HttpInsurer;
let kept: Exchange[];
const line = new Line();
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bpjs-http-'));
  const nobody = 'http://127.0.0.1:9/callbacks';
  simulator = await startSimulator({ port: 0, callbackUrl: nobody, callbackKey: 'k:secret', dataDir });
  url = await line.open(() => simulator.url);
  ({ insurer, kept } = anInsurer(url, 500));
});
afterAll(async () => {
  await line.close();
  await simulator.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  line.next.length = 0;
  line.seen.length = 0;
});

const submissionKey = ({ about, attempt }: AnyClaim): string => `${about.caseId}/submission/${attempt}`;
const submit = (file: AnyClaim) => insurer.submit(submissionKey(file), file.about, fileOf(file));
const read = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`${simulator.url}${path}`)).json()) as Body;
const plan = async (claimRef: string, steps: readonly object[]): Promise<void> => {
  const { ok } = await fetch(`${simulator.url}/admin/plans/${claimRef}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ steps }),
  });
  if (!ok) throw new Error('the plan is refused');
};
const claimsOf = async (claimRef: string): Promise<object[]> =>
  (await read<{ claims: { claimRef: string }[] }>('/admin/claims')).claims.filter((each) => each.claimRef === claimRef);

/** Hands a claim in and waits until it is decided. */
async function decided(file: AnyClaim): Promise<string> {
  const answer = await submit(file);
  if (answer.kind !== 'received') throw new Error(answer.kind);
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await read<{ status: string }>(`/v1/claims/${answer.reference}`)).status === 'decided')
      return answer.reference;
    await pause(5);
  }
  throw new Error('not decided');
}
const pay = (file: AnyClaim, reference: string, n = 1, amountIdr?: string) =>
  insurer.requestPayment(`${file.about.caseId}/payment/${n}`, file.about, reference, orderOf(file, n, amountIdr));

/** Whether Temporal would try the activity again after this. */
async function faultOf(call: Promise<unknown>): Promise<{ again: boolean; message: string; type?: string | null }> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) throw new Error('the call should have failed');
  if (!(error instanceof ApplicationFailure)) return { again: true, message: String(error) };
  const { nonRetryable, type, message } = error;
  return { again: nonRetryable !== true, message, type: type ?? null };
}

describe('a submission', () => {
  test('is received with a reference, and says to the insurer what the case knows', async () => {
    const file = aClaimFile();
    const answer = await submit(file);
    expect(answer).toEqual({
      kind: 'received',
      reference: expect.stringMatching(/^BPJS-/),
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    const [stored] = await claimsOf(file.about.caseId);
    expect(stored).toMatchObject({
      claimType: file.claimType,
      lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
      documents: file.documents,
    });
  });

  test('repeated under its key has the same reference, and is one claim', async () => {
    const file = aClaimFile();
    const first = await submit(file);
    expect(await submit(file)).toEqual(first);
    expect(await claimsOf(file.about.caseId)).toHaveLength(1);
    expect(line.seen.map(({ key }) => key)).toEqual([submissionKey(file), submissionKey(file)]);
  });

  test.each<[string, Behaviour]>([
    ['answers 500', 500],
    ['answers 503', 503],
    ['asks for patience with 429', 429],
    ['answers 408', 408],
    ['hangs up', 'hang-up'],
    ['takes it, and the answer is lost', 'lose-the-answer'],
    ['says nothing', 'hang'],
    ['answers with something that is no receipt', { status: 202, body: '{"reference":""}' }],
    ['answers with something that is no JSON', { status: 202, body: '<html>' }],
  ])('may be tried again if the insurer %s; then it is received once', async (_what, behaviour) => {
    const file = aClaimFile();
    line.next.push(behaviour);
    expect(await faultOf(submit(file))).toMatchObject({ again: true });
    expect(await submit(file)).toMatchObject({ kind: 'received' });
    expect(await claimsOf(file.about.caseId)).toHaveLength(1);
  });

  test.each<[string, Behaviour]>([
    ['400', 400],
    ['401', 401],
    ['404', 404],
    ['409 without a problem', 409],
    ['422 that is no refused intake', { status: 422, body: '{"type":"urn:bpjs:problem:invalid-body"}' }],
    ['422 that is no JSON', { status: 422, body: '<html>' }],
  ])('is not tried again after %s: a person must look', async (_what, behaviour) => {
    line.next.push(behaviour);
    expect(await faultOf(submit(aClaimFile()))).toMatchObject({ again: false, type: 'titian/insurer-contract' });
  });

  test('turned away at the counter is an answer, with reason and article, and stays it', async () => {
    const file = aClaimFile();
    await plan(file.about.caseId, [{ do: 'refuse-intake', reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' }]);
    const refused = { kind: 'refused', reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' };
    expect(await submit(file)).toEqual(refused);
    expect(await submit(file)).toEqual(refused);
  });

  test('turned away may be handed in again as a new attempt under a new key', async () => {
    const file = aClaimFile();
    await plan(file.about.caseId, [{ do: 'refuse-intake', reasonCode: 'FILE_INCOMPLETE', article: 'Pasal 5' }]);
    await submit(file);
    await plan(file.about.caseId, [{ do: 'approve' }]);
    expect(await submit({ ...file, attempt: 2 })).toMatchObject({ kind: 'received' });
  });

  test('a refusal without article has none', async () => {
    line.next.push({ status: 422, body: '{"type":"urn:bpjs:problem:intake-refused","reasonCode":"DUPLICATE"}' });
    expect(await submit(aClaimFile())).toEqual({ kind: 'refused', reasonCode: 'DUPLICATE', article: null });
  });

  test('of another body under the same key is refused for good', async () => {
    const file = aClaimFile();
    await submit(file);
    const other = { ...fileOf(file), riskDay: '2026-02-15' };
    expect(await faultOf(insurer.submit(submissionKey(file), file.about, other))).toMatchObject({ again: false });
  });

  test('of a claim that the insurer has already is a duplicate, which people look at', async () => {
    const file = aClaimFile();
    await submit(file);
    expect(await submit({ ...file, attempt: 2 })).toEqual({ kind: 'refused', reasonCode: 'DUPLICATE', article: null });
  });

  test('is kept for a dispute, with what was answered and without the account', async () => {
    const file = aClaimFile();
    kept.length = 0;
    line.next.push(503);
    await faultOf(submit(file));
    await submit(file);
    const key = submissionKey(file);
    expect(kept).toMatchObject([
      { direction: 'out', caseId: file.about.caseId, operation: 'POST /v1/claims', key, status: 503 },
      { key, status: 202, response: { reference: expect.any(String) } },
    ]);
    expect(JSON.stringify(redacted(kept))).not.toContain(file.payee.accountToken);
  });
});

describe('a payment', () => {
  interface Ledger {
    readonly entries: readonly { claimRef: string; paymentReference: string }[];
    readonly totals: readonly { claimRef: string; paidIdr: string; lines: readonly { standingPayments: number }[] }[];
  }
  const booked = async (claimRef: string) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { entries, totals } = await read<Ledger>('/admin/ledger');
      const total = totals.find((each) => each.claimRef === claimRef);
      if (total !== undefined) {
        const payments = new Set(
          entries.filter((each) => each.claimRef === claimRef).map((each) => each.paymentReference),
        );
        return {
          paidIdr: total.paidIdr,
          standing: total.lines.map((each) => each.standingPayments),
          payments: payments.size,
        };
      }
      await pause(5);
    }
    throw new Error('nothing booked');
  };
  const ONCE = { paidIdr: '42500000', standing: [1], payments: 1 };

  test('asked for once is one payment in the ledger', async () => {
    const file = aClaimFile();
    const reference = await decided(file);
    const answer = await pay(file, reference);
    expect(answer).toEqual({
      kind: 'ordered',
      order: 'JKK_RAWAT_LN.main.1',
      paymentReference: expect.stringMatching(/^PAY-/),
    });
    expect(await booked(file.about.caseId)).toEqual(ONCE);
  });

  test.each<[string, Behaviour]>([
    ['the answer is lost', 'lose-the-answer'],
    ['the insurer hangs up', 'hang-up'],
    ['the insurer says nothing', 'hang'],
    ['the insurer answers 500', 500],
  ])('tried again under its key because %s is still one payment', async (_what, behaviour) => {
    const file = aClaimFile();
    const reference = await decided(file);
    line.next.push(behaviour);
    expect(await faultOf(pay(file, reference))).toMatchObject({ again: true });
    const first = await pay(file, reference);
    expect(await pay(file, reference)).toEqual(first);
    expect(await booked(file.about.caseId)).toEqual(ONCE);
  });

  test('whose account was changed between two tries stands as it was ordered first', async () => {
    const file = aClaimFile();
    const reference = await decided(file);
    line.next.push('lose-the-answer');
    await faultOf(pay(file, reference));
    const other = { ...file, payee: { ...file.payee, accountToken: 'BNI/1' } };
    expect(await pay(other, reference)).toMatchObject({ kind: 'ordered' });
    expect(await booked(file.about.caseId)).toEqual(ONCE);
  });

  test.each<[string, number, string]>([
    ['asked for as another order', 2, '42500000'],
    ['of more than is left', 2, '42500001'],
  ])('%s comes to nothing, and an officer hears of it', async (_what, n, amountIdr) => {
    const file = aClaimFile();
    const reference = await decided(file);
    await pay(file, reference);
    expect(await pay(file, reference, n, amountIdr)).toMatchObject({ kind: 'refused', reasonCode: 'INSURER_REFUSED' });
    expect(await booked(file.about.caseId)).toEqual(ONCE);
  });
});

describe('what else is asked of the insurer', () => {
  test('stage I is received once for its key', async () => {
    const { about, riskDay, riskCountry } = aClaimFile();
    const report = () => insurer.reportAccident(`${about.caseId}/accidentReport/1`, about, { riskDay, riskCountry });
    const first = await report();
    expect(first).toMatchObject({ kind: 'received', reference: expect.stringMatching(/^LAP-/) });
    expect(await report()).toEqual(first);
  });

  test('a claim is let go before money is ordered, and not after', async () => {
    const [early, late] = [aClaimFile(), aClaimFile()];
    const first = await decided(early);
    expect(await insurer.withdraw('w1', early.about, first, 'OWN_WISH')).toEqual({ kind: 'accepted' });
    const second = await decided(late);
    await pay(late, second);
    expect(await insurer.withdraw('w2', late.about, second, 'OWN_WISH')).toMatchObject({ kind: 'refused' });
  });
});

describe('a fault', () => {
  test.each<[string, Behaviour]>([
    ['that passes', 503],
    ['that stays', 400],
  ])('%s tells the status and nothing of the claim or the account', async (_what, behaviour) => {
    const file = aClaimFile();
    line.next.push(behaviour);
    const { message } = await faultOf(submit(file));
    expect(message).toContain(String(behaviour));
    for (const secret of [file.payee.accountToken, file.about.caseId]) expect(message).not.toContain(secret);
  });
});

test('a reference cannot lead to another address', async () => {
  line.next.push(404);
  await faultOf(insurer.sendInformation('k', aClaimFile().about, '../../admin/claims?x=', []));
  expect(line.seen).toHaveLength(1);
});

describe('the insurer', () => {
  test('is reachable while it runs', async () => {
    expect(await insurer.isReachable()).toBe(true);
  });
  test('is away, and that is an answer, when nobody listens', async () => {
    expect(await anInsurer('http://127.0.0.1:9').insurer.isReachable()).toBe(false);
  });
});

describe('a branch that fails', () => {
  test('is left alone after failures in a row, and the others are not', async () => {
    const { insurer: shy, guard } = anInsurer(url, 500, 3);
    const ask = (file: AnyClaim) => shy.submit(submissionKey(file), file.about, fileOf(file));
    const here = aClaimFile();
    line.next.push(503, 503, 503);
    for (let tries = 0; tries < 3; tries += 1) expect((await faultOf(ask(here))).again).toBe(true);
    line.seen.length = 0;
    expect((await faultOf(ask(here))).message).toContain('left alone');
    expect(line.seen).toEqual([]);
    expect(guard.resting()).toEqual(['35.05']);
    const elsewhere = aClaimFile();
    const other = { ...elsewhere, about: { ...elsewhere.about, branch: '35.07' } };
    expect(await ask(other)).toMatchObject({ kind: 'received' });
  });

  test('is not failing when it refuses: a refusal is an answer', async () => {
    const { insurer: shy, guard } = anInsurer(url, 500, 2);
    for (let tries = 0; tries < 4; tries += 1) {
      line.next.push(400);
      const file = aClaimFile();
      await faultOf(shy.submit(submissionKey(file), file.about, fileOf(file)));
    }
    expect(guard.resting()).toEqual([]);
  });
});
