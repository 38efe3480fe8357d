import { describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '@titian/events';
import { byTopic, inChunks, isTooLarge, toMessage } from './messages.ts';

const event = (data: CloudEvent['data'] = {}): CloudEvent => ({
  specversion: '1.0',
  id: '0a6f9a3e-0000-5000-8000-000000000009',
  type: 'titian.case.reopened.v1',
  source: '/titian/case-worker',
  subject: '3f6a1c52-0000-4000-8000-000000000001',
  time: '2026-01-05T02:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:titian:schema:titian.case.reopened.v1',
  caseversion: 3,
  prevhash: '0'.repeat(64),
  hash: 'a'.repeat(64),
  data,
});
const ofSize = (bytes: number): CloudEvent => event({ flag: 'x'.repeat(bytes) });

describe('a message', () => {
  test('is keyed by the case and repeats the attributes as headers', () => {
    const { message } = toMessage('titian.claim.v1', event());
    expect(message).toMatchObject({
      key: '3f6a1c52-0000-4000-8000-000000000001',
      timestamp: String(Date.parse('2026-01-05T02:00:00.000Z')),
      headers: {
        'content-type': 'application/cloudevents+json',
        ce_specversion: '1.0',
        ce_id: '0a6f9a3e-0000-5000-8000-000000000009',
        ce_type: 'titian.case.reopened.v1',
        ce_source: '/titian/case-worker',
        ce_subject: '3f6a1c52-0000-4000-8000-000000000001',
        ce_time: '2026-01-05T02:00:00.000Z',
        ce_dataschema: 'urn:titian:schema:titian.case.reopened.v1',
        ce_caseversion: '3',
        ce_prevhash: '0'.repeat(64),
        ce_hash: 'a'.repeat(64),
      },
    });
    expect(JSON.parse(String(message.value))).toEqual(event());
  });

  test('has every attribute among its headers, and headers that weigh what is reckoned for them', () => {
    const { message, bytes } = toMessage('titian.claim.v1', event());
    const { data, datacontenttype, ...attributes } = event();
    expect([data, datacontenttype]).toEqual([{}, 'application/json']);
    for (const [name, value] of Object.entries(attributes)) expect(message.headers?.[`ce_${name}`]).toBe(String(value));
    const weight = Buffer.byteLength(JSON.stringify(message.headers));
    expect(weight).toBeLessThan(bytes - Buffer.byteLength(String(message.value)));
  });
});

test('of a machine whose clock runs ahead is stamped with the present', () => {
  const now = Date.parse('2026-01-04T00:00:00.000Z');
  const { message } = toMessage('titian.claim.v1', event(), now);
  expect(message.timestamp).toBe(String(now));
  expect(JSON.parse(String(message.value))).toMatchObject({ time: '2026-01-05T02:00:00.000Z' });
});

describe('a batch', () => {
  test('is cut, in its order, into pieces that brokers take', () => {
    const batch = [400_000, 400_000, 400_000, 10].map((bytes, at) => toMessage(`t${at}`, ofSize(bytes)));
    const chunks = inChunks(batch);
    expect(chunks.map((chunk) => chunk.map(({ topic }) => topic))).toEqual([
      ['t0', 't1'],
      ['t2', 't3'],
    ]);
  });

  test('keeps the order of each topic', () => {
    const batch = ['a', 'b', 'a'].map((topic, at) => toMessage(topic, ofSize(at)));
    expect(byTopic(batch).map(({ topic, messages }) => [topic, messages.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  test('knows an event that is too large', () => {
    expect(isTooLarge(ofSize(890_000))).toBe(false);
    expect(isTooLarge(ofSize(900_000))).toBe(true);
  });
});
