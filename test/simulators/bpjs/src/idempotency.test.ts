import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyed } from './idempotency.ts';
import { aSubmission, Insurer, type ClaimBody } from './testing/insurer.fixture.ts';

const refuse = { do: 'refuse-intake', reasonCode: 'NOT_A_MEMBER', article: 'Pasal 5' };

let insurer: Insurer;
beforeAll(async () => {
  insurer = await Insurer.start();
});
afterAll(() => insurer.stop());

describe('the same key', () => {
  test('with the same body gets the same answer, marked as a repetition', async () => {
    const submission = aSubmission();
    const first = await insurer.submit(submission);
    const second = await insurer.submit(submission);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  test('with the same body in another order of members is a repetition too', async () => {
    const submission = aSubmission();
    const { body } = await insurer.submit(submission);
    const reversed = Object.fromEntries(Object.entries(submission).reverse());
    const again = await insurer.call('POST /v1/claims', { key: `${submission.claimRef}/submission/1`, body: reversed });
    expect(again.body).toEqual(body);
  });

  test('with another body is refused, naming the claim it was used for', async () => {
    const submission = aSubmission();
    const { reference } = (await insurer.submit(submission)).body;
    const key = `${submission.claimRef}/submission/1`;
    const other = await insurer.call('POST /v1/claims', { key, body: { ...submission, riskCountry: 'MY' } });
    expect([other.status, other.body.type]).toEqual([409, 'urn:bpjs:problem:idempotency-key-reused']);
    expect(other.body.reference).toBe(reference);
  });

  test('at another address is refused', async () => {
    const submission = aSubmission();
    const reference = await insurer.decided(submission);
    const key = `${submission.claimRef}/submission/1`;
    const { status } = await insurer.order(reference, key, {
      lines: [{ code: 'TREATMENT', amountIdr: '50000000' }],
      accountToken: 'token-1',
    });
    expect(status).toBe(409);
  });

  test('in fifty requests at once makes one claim', async () => {
    const submission = aSubmission();
    const answers = await Promise.all(Array.from({ length: 50 }, () => insurer.submit(submission)));
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  });

  test('is answered the same refusal of intake, whatever the plan is by then, also after a restart', async () => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [refuse] });
    const first = await insurer.submit(submission);
    await insurer.plan(submission.claimRef, { steps: [{ do: 'approve' }] });
    await insurer.restart();
    const second = await insurer.submit(submission);
    expect([first.status, second.status]).toEqual([422, 422]);
    expect(second.body).toEqual(first.body);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const other = await insurer.submit({ ...submission, riskCountry: 'MY' });
    expect(other.status).toBe(409);
  });

  test('is not used up by a body that cannot be taken', async () => {
    const submission = aSubmission();
    const key = `${submission.claimRef}/submission/1`;
    const refused = await insurer.call('POST /v1/claims', { key, body: { ...submission, attempt: 0 } });
    expect(refused.status).toBe(422);
    expect((await insurer.submit(submission, key)).status).toBe(202);
  });
});

describe('a claimRef', () => {
  test('with an open claim is refused under another key, naming the open claim', async () => {
    await insurer.plan('by-type/SILENT', { steps: [] });
    const submission = aSubmission({ claimType: 'SILENT' });
    const { reference } = (await insurer.submit(submission)).body;
    const other = await insurer.call('POST /v1/claims', { key: 'other', body: { ...submission, attempt: 2 } });
    expect([other.status, other.body.type]).toEqual([409, 'urn:bpjs:problem:duplicate-claim']);
    expect(other.body.reference).toBe(reference);
  });

  test('in fifty requests under different keys makes one claim', async () => {
    const submission = aSubmission();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => insurer.submit(submission, `${submission.claimRef}/${index}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 49 }, () => 409)]);
  });

  test('in capitals is the same claimRef', async () => {
    const submission = aSubmission({ claimType: 'SILENT' });
    await insurer.submit(submission);
    const shouted = { ...submission, claimRef: submission.claimRef.toUpperCase() };
    expect((await insurer.submit(shouted, 'shouted')).status).toBe(409);
  });

  test.each([
    ['refused intake', refuse],
    ['rejection', { do: 'reject', reasonCode: 'LATE', article: 'Pasal 1' }],
  ])('may be handed in again after a %s', async (_name, step) => {
    const submission = aSubmission();
    await insurer.plan(submission.claimRef, { steps: [step] });
    const { reference } = (await insurer.submit(submission)).body;
    if (step !== refuse) await insurer.heard('claim.decided', reference);
    await insurer.plan(submission.claimRef, { steps: [] });
    const second = await insurer.submit({ ...submission, attempt: 2 });
    expect(second.status).toBe(202);
    expect(second.body.reference).not.toBe(reference);
  });
});

test('a claim is found by the key of its submission and of its payment', async () => {
  const submission = aSubmission();
  const reference = await insurer.decided(submission);
  const key = `${submission.claimRef}/payment/1`;
  await insurer.order(reference, key, { lines: [{ code: 'TRANSPORT', amountIdr: '2000000' }], accountToken: 't' });
  for (const each of [key, `${submission.claimRef}/submission/1`]) {
    const address = `GET /v1/claims?idempotencyKey=${encodeURIComponent(each)}`;
    expect((await insurer.call<ClaimBody>(address)).body.reference).toBe(reference);
  }
});

test('the account a claim is paid to is told to nobody', async () => {
  const submission = aSubmission({ payee: { kind: 'HEIR', accountToken: 'token-nobody-sees' } });
  const reference = await insurer.decided(submission);
  const order = { lines: [{ code: 'TRANSPORT', amountIdr: '2000000' }], accountToken: 'token-nobody-sees' };
  await insurer.order(reference, `${submission.claimRef}/payment/1`, order);
  await insurer.heard('payment.paid', reference);
  const shown = await Promise.all(
    [`v1/claims/${reference}`, 'admin/claims', 'admin/ledger', 'admin/callbacks'].map((path) =>
      insurer.call<unknown>(`GET /${path}`),
    ),
  );
  expect(JSON.stringify([shown.map(({ body }) => body), insurer.receiver.arrived])).not.toContain('token-nobody-sees');
});

test('operation and body are told apart in the fingerprint', () => {
  const { fingerprint } = keyed('k', 'POST /v1/claims', { a: { b: 1, c: [1, 2] } });
  expect(keyed('k', 'POST /v1/claims', { a: { c: [1, 2], b: 1 } }).fingerprint).toBe(fingerprint);
  expect(keyed('k', 'POST /v1/claims', { a: { c: [2, 1], b: 1 } }).fingerprint).not.toBe(fingerprint);
  expect(keyed('k', 'POST /v1/other', { a: { b: 1, c: [1, 2] } }).fingerprint).not.toBe(fingerprint);
});
