import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Book } from './book.ts';
import { callbackQueued, parseCallbackKey } from './callback.ts';
import { Faults } from './faults.ts';
import { Outbox, pauseMs } from './outbox.ts';
import { APPROVE_AND_PAY } from './plan.ts';
import { aSubmission, Insurer } from './testing/insurer.fixture.ts';
import { startReceiver } from './testing/receiver.fixture.ts';

let insurer: Insurer;
beforeEach(async () => {
  insurer = await Insurer.start();
});
afterEach(() => insurer.stop());

interface Listed {
  readonly delivered: { callbackId: string; attempts: number; deliveredAt?: string }[];
  readonly pending: { callbackId: string; attempts: number; lastFault?: string }[];
}
const listed = async (): Promise<Listed> => (await insurer.call<Listed>('GET /admin/callbacks')).body;

test('a callback is signed over timestamp and body', async () => {
  const before = Math.floor(Date.now() / 1000);
  await insurer.decided(aSubmission());
  for (const { headers, text } of insurer.receiver.arrived) {
    expect(headers['x-bpjs-key-id']).toBe('test-key');
    expect(headers['content-type']).toBe('application/json');
    const timestamp = String(headers['x-bpjs-timestamp']);
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before);
    const digest = createHmac('sha256', 'a secret: with a colon').update(`${timestamp}.${text}`).digest('hex');
    expect(headers['x-bpjs-signature']).toBe(`v1=${digest}`);
  }
});

describe('a callback that is not taken', () => {
  test('is sent again, the same in every byte, and those behind it wait', async () => {
    let refusals = 3;
    insurer.receiver.answerWith(({ body }) => {
      if (body.type !== 'claim.received' || refusals === 0) return 204;
      refusals -= 1;
      return [500, 401, 302][refusals] ?? 500;
    });
    const reference = await insurer.decided(aSubmission());
    const types = insurer.receiver.arrived.map(({ body }) => body.type);
    expect(types).toEqual([...Array<string>(4).fill('claim.received'), 'claim.decided']);
    expect(new Set(insurer.receiver.arrived.slice(0, 4).map(({ text }) => text)).size).toBe(1);
    const { delivered } = await listed();
    expect(delivered[0]).toMatchObject({ attempts: 4, deliveredAt: expect.any(String) });
    expect((await insurer.claim(reference)).status).toBe('decided');
  });

  test('does not hold up other claims', async () => {
    const stuck = aSubmission();
    insurer.receiver.answerWith(({ body }) => (body.claimRef === stuck.claimRef ? 503 : 204));
    await insurer.submit(stuck);
    await insurer.decided(aSubmission());
    const { pending } = await listed();
    expect(pending).toHaveLength(2);
  });

  test('because it came too early lets the ones behind it pass', async () => {
    let early = true;
    insurer.receiver.answerWith(({ body }) => {
      if (body.type !== 'claim.received' || !early) return 204;
      early = false;
      return 409;
    });
    const { reference } = (await insurer.submit(aSubmission())).body;
    await insurer.heard('claim.received', reference);
    const taken = insurer.receiver.arrived.filter(({ status }) => status === 204);
    expect(taken.map(({ body }) => body.type)).toEqual(['claim.decided', 'claim.received']);
  });

  test('because a person has to look at it is not sent again, and holds nothing up', async () => {
    insurer.receiver.answerWith(({ body }) => (body.type === 'claim.received' ? 422 : 204));
    await insurer.decided(aSubmission());
    expect(insurer.receiver.arrived.map(({ body }) => body.type)).toEqual(['claim.received', 'claim.decided']);
    await pendingIds(0);
    const { delivered } = await listed();
    expect(delivered[0]).toMatchObject({ refusal: 'answered 422' });
  });

  test('is sent after a restart, in order, with the ids it had', async () => {
    insurer.receiver.answerWith(() => 503);
    const { reference } = (await insurer.submit(aSubmission())).body;
    const before = await pendingIds(2);
    await insurer.halt();
    insurer.receiver.answerWith(() => 204);
    await insurer.restart();
    await insurer.heard('claim.decided', reference);
    const taken = insurer.receiver.arrived.filter(({ status }) => status === 204);
    expect(taken.map(({ body }) => body.callbackId)).toEqual(before);
  });

  test('is sent once the receiver is back, wherever it was', async () => {
    const { port } = new URL(insurer.receiver.url);
    await insurer.receiver.stop();
    const { reference } = (await insurer.submit(aSubmission())).body;
    await pendingIds(2);
    const back = await startReceiver(Number(port));
    await back.taken(({ body }) => body.type === 'claim.decided' && body.reference === reference);
    await back.stop();
  });
});

/** Waits until so many callbacks wait. */
async function pendingIds(count: number): Promise<string[]> {
  for (;;) {
    const { pending } = await listed();
    if (pending.length === count) return pending.map(({ callbackId }) => callbackId);
  }
}

test('what was delivered is not sent again after a restart', async () => {
  await insurer.decided(aSubmission());
  await pendingIds(0);
  await insurer.restart();
  await insurer.decided(aSubmission());
  expect(insurer.receiver.arrived).toHaveLength(4);
});

test('callbacks of one case stay in order over its attempts', async () => {
  const submission = aSubmission();
  await insurer.plan(submission.claimRef, { steps: [{ do: 'reject', reasonCode: 'R', article: 'Pasal 1' }] });
  let away = true;
  insurer.receiver.answerWith(() => (away ? 503 : 204));
  const first = (await insurer.submit(submission)).body.reference;
  await pendingIds(2);
  await insurer.plan(submission.claimRef, { steps: [] });
  const second = (await insurer.submit({ ...submission, attempt: 2 })).body.reference;
  await pendingIds(3);
  away = false;
  await insurer.heard('claim.received', second);
  const taken = insurer.receiver.arrived.filter(({ status }) => status === 204);
  expect(taken.map(({ body }) => body.reference)).toEqual([first, first, second]);
});

test('nobody hears of anything before it is on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bpjs-outbox-'));
  const book = await Book.open(folder, () => new Date());
  const sent: boolean[] = [];
  const outbox = new Outbox(
    book,
    ({ callbackId }) => {
      sent.push(readFileSync(join(folder, 'journal.jsonl'), 'utf8').includes(callbackId));
      return Promise.resolve(undefined);
    },
    new Faults(),
  );
  const submission = aSubmission();
  const claim = { reference: 'BPJS-2026-000001', submission };
  book.commit('2026-03-02T00:00:00.000Z', [
    { type: 'claim-received', reference: claim.reference, submission, plan: APPROVE_AND_PAY },
    callbackQueued('claim.received', claim, '2026-03-02T00:00:00.000Z'),
  ]);
  await book.durable();
  await new Promise(setImmediate);
  await outbox.stop();
  await book.close();
  expect(sent).toEqual([true]);
  await rm(folder, { recursive: true });
});

test('pauses double up to 5 s', () => {
  expect([1, 2, 3, 7, 8, 100].map(pauseMs)).toEqual([50, 100, 200, 3200, 5000, 5000]);
});

test.each(['secret', ':secret', 'key:', ''])('the callback key %j is refused without being shown', (text) => {
  expect(() => parseCallbackKey(text)).toThrow('the callback key must read keyId:secret');
});
