import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CASE_TOPICS, topicOf, type CloudEvent } from '@titian/events';
import { connectPublisher, createKafka, ensureTopics, type EventPublisher } from '@titian/kafka';
import { testVariable } from '@titian/testing';
import { main } from './main.ts';

jest.setTimeout(60_000);

const topic = topicOf('placement');
const caseId = randomUUID();
const kafka = createKafka({ brokers: testVariable('TEST_KAFKA_BROKERS'), clientId: 'test' });
let publisher: EventPublisher;

const event = (caseversion: number, time: string): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  type: 'titian.case.reopened.v1',
  source: '/titian/case-worker',
  subject: caseId,
  time,
  datacontenttype: 'application/json',
  dataschema: 'urn:titian:schema:titian.case.reopened.v1',
  caseversion,
  prevhash: '0'.repeat(64),
  hash: 'a'.repeat(64),
  data: {},
});

async function titian(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), err: () => undefined };
  return { code: await main(args, terminal, { KAFKA_BROKERS: testVariable('TEST_KAFKA_BROKERS') }), lines };
}
const versions = (lines: string[]): number[] => lines.map((line) => (JSON.parse(line) as CloudEvent).caseversion);

beforeAll(async () => {
  await ensureTopics(kafka, CASE_TOPICS);
  publisher = await connectPublisher(kafka);
  const events = [1, 2, 3].map((day) => event(day, `2026-02-0${day}T02:00:00.000Z`));
  await publisher.publish(events.map((each) => ({ topic, event: each })));
});
afterAll(() => publisher.close());

describe('events replay', () => {
  test('shows one case from the beginning and ends', async () => {
    const { code, lines } = await titian('events', 'replay', '--from', 'beginning', '--case', caseId, '--json');
    expect(versions(lines)).toEqual([1, 2, 3]);
    expect(code).toBe(0);
  });

  test('begins at an instant', async () => {
    const from = ['--from', '2026-02-02T09:00:00+07:00'];
    const { lines } = await titian('events', 'replay', ...from, '--topic', topic, '--case', caseId, '--json');
    expect(versions(lines)).toEqual([2, 3]);
  });

  test('ends at once when nothing has happened since', async () => {
    expect(await titian('events', 'replay', '--from', '2125-01-01T00:00:00Z')).toEqual({ code: 0, lines: [] });
  });

  test('tells each event in a line that people can read', async () => {
    const { lines } = await titian('events', 'replay', '--from', 'beginning', '--case', caseId, '--max', '1');
    const [line = ''] = lines;
    expect(line.split(/ +/)).toEqual([
      '2026-02-01T02:00:00.000Z',
      'titian.case.reopened.v1',
      caseId.slice(0, 8),
      'v1',
      expect.stringMatching(/^titian\.placement\.v1\/[0-5]\/\d+$/),
    ]);
  });

  test('tells as JSON where each event lies, so that a consumer can be pointed at it', async () => {
    const { lines } = await titian('events', 'replay', '--from', 'beginning', '--case', caseId, '--json');
    const places = lines.map((line) => JSON.parse(line) as CloudEvent & { partition: number; offset: string });
    expect(places.map(({ specversion }) => specversion)).toEqual(['1.0', '1.0', '1.0']);
    expect(new Set(places.map(({ partition }) => partition)).size).toBe(1);
    const offsets = places.map(({ offset }) => Number(offset));
    expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
    expect(new Set(offsets).size).toBe(3);
  });
});

describe('events tail', () => {
  test('ends after as many events as were asked for', async () => {
    const where = ['--from', 'beginning', '--topic', topic, '--case', caseId];
    const { code, lines } = await titian('events', 'tail', ...where, '--max', '2', '--json');
    expect(versions(lines)).toEqual([1, 2]);
    expect(code).toBe(0);
  });
});
