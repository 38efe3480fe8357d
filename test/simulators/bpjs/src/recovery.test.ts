import { randomUUID } from 'node:crypto';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSimulator } from './index.ts';
import { aSubmission, call, Insurer, TEST_KEY, type ClaimBody } from './testing/insurer.fixture.ts';
import { startKillable, transpileSimulator } from './testing/killable.fixture.ts';
import type { ledgerView } from './ledger.ts';

let insurer: Insurer;
beforeEach(async () => {
  insurer = await Insurer.start();
});
afterEach(() => insurer.stop());

const everything = async (): Promise<unknown[]> =>
  Promise.all(
    ['GET /admin/claims', 'GET /admin/ledger'].map(async (operation) => (await insurer.call<unknown>(operation)).body),
  );

describe('after a restart', () => {
  test('claims, ledger, keys, plans and numbers are as before', async () => {
    await insurer.plan('by-type/PLANNED', { steps: [{ do: 'reject', reasonCode: 'R', article: 'Pasal 1' }] });
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    const order = { lines: [{ code: 'TRANSPORT', amountIdr: '2000000' }], accountToken: 't' };
    const ordered = await insurer.order(reference, 'payment/1', order);
    await insurer.heard('payment.paid', reference);
    const before = await everything();

    await insurer.restart();
    expect(await everything()).toEqual(before);
    const again = await insurer.order(reference, 'payment/1', order);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([ordered.body, 'true']);
    expect((await insurer.order(reference, 'payment/2', order)).status).toBe(409);
    const next = await insurer.decided(aSubmission({ claimType: 'PLANNED' }));
    expect(Number(next.slice(-6))).toBe(Number(reference.slice(-6)) + 1);
    expect((await insurer.claim(next)).decisions[0]?.decision).toBe('rejected');
  });

  test('a delay goes on where it was, and a step that came due meanwhile is made', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [{ do: 'approve', delayMs: 60_000 }] });
    const { reference } = (await insurer.submit(submission)).body;
    await insurer.heard('claim.received', reference);
    await insurer.restart({ now: () => new Date(Date.now() + 59_000) });
    expect((await insurer.claim(reference)).status).toBe('in-review');
    await insurer.restart({ now: () => new Date(Date.now() + 60_001) });
    await insurer.heard('claim.decided', reference);
  });

  test('a second order does not put off the payment that is under way', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [{ do: 'approve' }, { do: 'pay', delayMs: 60_000 }] });
    const reference = await insurer.decided(submission);
    const order = (key: string, code: string, amountIdr: string) =>
      insurer.order(reference, key, { lines: [{ code, amountIdr }], accountToken: 't' });
    await order('payment/1', 'TREATMENT', '50000000');
    await insurer.restart({ now: () => new Date(Date.now() + 40_000) });
    await order('payment/2', 'TRANSPORT', '2000000');
    await insurer.restart({ now: () => new Date(Date.now() + 60_001) });
    const { lines } = await insurer.heard('payment.paid', reference);
    expect(lines).toEqual([{ code: 'TREATMENT', amountIdr: '50000000' }]);
  });

  test('a torn last line is as if it had never been written', async () => {
    const reference = await insurer.decided(aSubmission());
    await insurer.halt();
    await appendFile(join(insurer.dataDir, 'journal.jsonl'), '{"at":"2026-03-02T00:00:00.000Z","events":[{"ty');
    await insurer.restart();
    expect((await insurer.claim(reference)).status).toBe('decided');
    expect(await insurer.decided(aSubmission())).not.toBe(reference);
    await insurer.restart();
  });

  test('of an unreadable journal there is none: it says why and lets go of the port', async () => {
    await insurer.halt();
    await writeFile(
      join(insurer.dataDir, 'journal.jsonl'),
      '{"at":"2026-03-02T00:00:00.000Z","events":[{"type":"odd"}]}\n',
    );
    await expect(insurer.restart()).rejects.toThrow('line 1 of journal.jsonl cannot be read');
  });
});

test('whatever was answered is on disk at that moment', async () => {
  const copies = await mkdtemp(join(tmpdir(), 'bpjs-copies-'));
  const submissions = Array.from({ length: 10 }, () => aSubmission());
  const answered = await Promise.all(
    submissions.map(async (submission, index) => {
      const { reference } = (await insurer.submit(submission)).body;
      const copy = join(copies, String(index)); // what a kill at this moment would leave behind
      await cp(insurer.dataDir, copy, { recursive: true });
      return { reference, copy };
    }),
  );
  for (const { reference, copy } of answered)
    expect(await readFile(join(copy, 'journal.jsonl'), 'utf8')).toContain(reference);
  await rm(copies, { recursive: true });
});

test('a journal that cannot be written ends all answers but those of health', async () => {
  const reference = await insurer.decided(aSubmission());
  await appendFile(join(insurer.dataDir, 'journal.jsonl'), '\n'); // as a second simulator would
  const { status, body } = await insurer.call('POST /v1/claims', { key: randomUUID(), body: aSubmission() });
  expect([status, body.type]).toEqual([503, 'urn:bpjs:problem:not-ready']);
  expect((await insurer.call(`GET /v1/claims/${reference}`)).status).toBe(503);
  expect((await insurer.call('GET /readyz')).status).toBe(503);
  expect((await insurer.call('GET /healthz')).status).toBe(200);
});

test('a port that is taken is said so, and the journal is not touched', async () => {
  const options = { callbackUrl: insurer.receiver.url, callbackKey: TEST_KEY, dataDir: join(insurer.dataDir, 'other') };
  await expect(startSimulator({ ...options, port: Number(new URL(insurer.url).port) })).rejects.toThrow('EADDRINUSE');
});

describe('a process', () => {
  let transpiled: Awaited<ReturnType<typeof transpileSimulator>>;
  beforeAll(async () => {
    transpiled = await transpileSimulator();
  });
  afterAll(() => transpiled.remove());
  const options = () => ({
    port: 0,
    callbackUrl: insurer.receiver.url,
    callbackKey: TEST_KEY,
    dataDir: join(insurer.dataDir, 'child'),
  });

  test('that is killed under load loses nothing it answered and pays nothing twice', async () => {
    const kept = new Map<string, string>(); // key → answer
    const todo = Array.from({ length: 60 }, () => aSubmission({ lines: [{ code: 'A', askedIdr: '7' }] }));

    /** Takes one case as far as it gets; a dead insurer is no answer. */
    const drive = async (url: string, submission: (typeof todo)[number]): Promise<void> => {
      const submitKey = `${submission.claimRef}/submission/1`;
      const { body: receipt } = await call<{ reference: string }>(url, 'POST /v1/claims', {
        key: submitKey,
        body: submission,
      });
      expect(receipt.reference).toBe(kept.get(submitKey) ?? receipt.reference);
      kept.set(submitKey, receipt.reference);
      await insurer.heard('claim.decided', receipt.reference);
      const payKey = `${submission.claimRef}/payment/1`;
      const { status, body } = await call<{ paymentReference: string }>(
        url,
        `POST /v1/claims/${receipt.reference}/payments`,
        {
          key: payKey,
          body: { orderRef: 'A.main.1', lines: [{ code: 'A', amountIdr: '7' }], accountToken: 't' },
        },
      );
      expect(status).toBe(202);
      expect(body.paymentReference).toBe(kept.get(payKey) ?? body.paymentReference);
      kept.set(payKey, body.paymentReference);
    };

    for (const killAfter of [5, 30, 70]) {
      const child = await startKillable(transpiled.folder, options());
      const driven = Promise.all(
        todo.map((submission) =>
          drive(child.url, submission).catch((error: unknown) => {
            // Errors of fetch come from outside Jest's realm, so `instanceof` does not know them.
            if ((error as Error).name !== 'TypeError') throw error;
          }),
        ),
      );
      await Promise.race([driven, until(() => kept.size >= killAfter)]);
      expect(await child.end('SIGKILL')).toBeNull();
    }

    const child = await startKillable(transpiled.folder, options());
    await Promise.all(todo.map((submission) => drive(child.url, submission)));
    for (const [key, reference] of kept) {
      const { body } = await call<ClaimBody>(child.url, `GET /v1/claims?idempotencyKey=${encodeURIComponent(key)}`);
      expect([body.reference, ...body.payments.map(({ paymentReference }) => paymentReference)]).toContain(reference);
    }
    const { body: ledger } = await call<ReturnType<typeof ledgerView>>(child.url, 'GET /admin/ledger');
    expect(ledger.debitIdr).toBe(String(7 * todo.length));
    expect(ledger.totals.flatMap(({ lines }) => lines.map((line) => line.standingPayments))).toEqual(todo.map(() => 1));
    expect(await child.end('SIGTERM')).toBe(0);
  }, 60_000);
});

/** Looks after every answer and callback that comes in. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
