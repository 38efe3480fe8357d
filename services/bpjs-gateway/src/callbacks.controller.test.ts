import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sign } from './signature.ts';
import { KEY_ID, openDoor, postSigned, SECRET, type Door } from './testing/gateway.fixture.ts';

const CALLBACK = {
  callbackId: randomUUID(),
  type: 'claim.decided',
  reference: 'BPJS-2026-000001',
  claimRef: randomUUID(),
  occurredAt: '2026-03-02T00:00:00.000Z',
  lines: [{ code: 'TREATMENT', decision: 'approved', approvedIdr: '5' }],
};
const text = JSON.stringify(CALLBACK);

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.stop());
beforeEach(() => {
  door.taken.length = 0;
  door.answerWith(() => ({ kind: 'done' }));
});

const told = async (response: Response) => ({
  status: response.status,
  contentType: response.headers.get('content-type')?.split(';')[0],
  body: (await response.json()) as Record<string, unknown>,
});

describe('the door for callbacks', () => {
  test('takes a signed callback, and hands over what it says', async () => {
    const { status, body } = await told(await postSigned(door.url, text));
    expect([status, body]).toEqual([200, { outcome: 'done' }]);
    expect(door.taken).toEqual([{ ...CALLBACK, currency: 'IDR' }]);
    expect(door.parked).toEqual([]);
    expect(door.metrics()).toContain('titian_bpjs_callbacks_total{outcome="done"} 1');
  });

  test.each([
    ['done', 200, undefined, null],
    ['nothing-to-do', 200, undefined, null],
    ['not-yet', 409, 'callback/not-yet', null],
    ['unavailable', 503, 'engine/unavailable', '5'],
  ] as const)('answers the outcome %s with %i', async (outcome, status, code, retryAfter) => {
    door.answerWith(() => ({ kind: outcome }));
    const response = await postSigned(door.url, text);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
    const { contentType, body } = await told(response);
    if (code === undefined) expect(body).toEqual({ outcome });
    else {
      expect(contentType).toBe('application/problem+json');
      expect(body).toMatchObject({ type: `urn:titian:problem:${code}`, status, rule: expect.anything() });
      expect(body['remedy']).toMatchObject({ id: expect.any(String), en: expect.any(String) });
    }
  });

  test.each([
    'unknown-claim',
    'other-reference',
    'unknown-order',
    'line-differs',
    'amount-differs',
    'currency-not-idr',
    'claim-closed',
    'contradicts',
    'refused',
  ] as const)('keeps one that is %s for a person, says so, and counts it', async (reason) => {
    door.answerWith(() => ({ kind: 'parked', reason }));
    const answer = await told(await postSigned(door.url, text));
    expect([answer.status, answer.contentType]).toEqual([422, 'application/problem+json']);
    expect(answer.body).toMatchObject({ type: `urn:titian:problem:callback/${reason}`, field: expect.anything() });
    expect(door.parked.at(-1)).toEqual([CALLBACK.callbackId, reason]);
    expect(door.metrics()).toContain(`titian_bpjs_callbacks_total{outcome="${reason}"} 1`);
  });

  const seconds = Math.floor(Date.now() / 1000);
  test.each<[string, string, { keyId?: string; secret?: string; at?: number }]>([
    ['unknown-key', text, { keyId: 'other' }],
    ['wrong-signature', text, { secret: 'another secret' }],
    ['wrong-signature', text.replace('"5"', '"6"'), {}],
    ['too-old', text, { at: seconds - 400 }],
    ['too-old', text, { at: seconds + 400 }],
  ])('does not believe one that is %s: %s %j', async (why, body, { keyId = KEY_ID, secret = SECRET, at = seconds }) => {
    const headers = {
      'x-bpjs-key-id': keyId,
      'x-bpjs-timestamp': String(at),
      'x-bpjs-signature': sign(secret, String(at), text),
    };
    const answer = await told(await postSigned(door.url, body, headers));
    expect([answer.status, answer.contentType]).toEqual([401, 'application/problem+json']);
    expect(answer.body).toMatchObject({ type: `urn:titian:problem:callback/${why}`, remedy: expect.anything() });
    expect(door.metrics()).toContain(`outcome="${why}"`);
    expect(door.taken).toEqual([]);
  });

  test('does not believe one without signature', async () => {
    const headers = { 'content-type': 'application/json', 'x-bpjs-key-id': KEY_ID };
    const response = await fetch(door.url, { method: 'POST', headers, body: text });
    expect((await told(response)).body['type']).toBe('urn:titian:problem:callback/unsigned');
    expect(door.taken).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['of a kind nobody knows', JSON.stringify({ ...CALLBACK, type: 'claim.forgotten' }), '/type'],
    ['without kind', JSON.stringify({ ...CALLBACK, type: undefined }), '/type'],
    ['with a claimRef that is no UUID', JSON.stringify({ ...CALLBACK, claimRef: '1' }), '/claimRef'],
    ['without an id', JSON.stringify({ ...CALLBACK, callbackId: undefined }), '/callbackId'],
    ['without lines', JSON.stringify({ ...CALLBACK, lines: [] }), '/lines'],
    [
      'with an amount that is no number',
      JSON.stringify({ ...CALLBACK, lines: [{ code: 'A', decision: 'approved', approvedIdr: '-5' }] }),
      '/lines/0/approvedIdr',
    ],
    ['that is a list', '[]', ''],
    ['that is null', 'null', ''],
  ])('refuses one %s, naming the member', async (_what, body, field) => {
    const answer = await told(await postSigned(door.url, body));
    expect([answer.status, answer.contentType]).toEqual([400, 'application/problem+json']);
    expect(answer.body).toMatchObject({ type: 'urn:titian:problem:request/invalid', field });
    expect(answer.body['errors']).toContainEqual({
      field,
      rule: expect.any(String),
      remedy: 'send the callback as the contract says',
    });
    expect(door.taken).toEqual([]);
  });

  test.each([
    ['broken', '{"type":'],
    ['empty', ''],
  ])('refuses JSON that is %s', async (_what, body) => {
    const answer = await told(await postSigned(door.url, body));
    expect([answer.status, answer.contentType]).toEqual([400, 'application/problem+json']);
    expect(answer.body).toMatchObject({ type: 'urn:titian:problem:request/broken-json', remedy: expect.anything() });
  });

  test.each([
    ['at another path', '/elsewhere', 404],
    ['below it', '/1', 404],
  ])('is not %s', async (_what, path, status) => {
    expect((await postSigned(`${door.url}${path}`, text)).status).toBe(status);
    expect(door.taken).toEqual([]);
  });
});
