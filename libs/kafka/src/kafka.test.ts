import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { CloudEvent } from '@titian/events';
import { connectPublisher, consumeEvents, createKafka, ensureTopics, PARTITIONS, type ReceivedEvent } from './index.ts';

jest.setTimeout(60_000);

const brokers = (): string => {
  const named = process.env['TEST_KAFKA_BROKERS'];
  if (named === undefined)
    throw new Error('TEST_KAFKA_BROKERS is not set: run npm test, or name a running broker yourself.');
  return named;
};
const kafka = createKafka({ brokers: brokers(), clientId: 'test' });
const leaving: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(leaving.splice(0).map((leave) => leave())));

const event = (subject: string, caseversion: number): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  type: 'titian.case.reopened.v1',
  source: '/titian/case-worker',
  subject,
  time: '2026-01-05T02:00:00.000Z',
  datacontenttype: 'application/json',
  dataschema: 'urn:titian:schema:titian.case.reopened.v1',
  caseversion,
  prevhash: '0'.repeat(64),
  hash: 'a'.repeat(64),
  data: {},
});

async function newTopic(): Promise<string> {
  const topic = `test.${randomUUID()}`;
  await ensureTopics(kafka, [topic]);
  return topic;
}
async function newPublisher(): ReturnType<typeof connectPublisher> {
  const publisher = await connectPublisher(kafka);
  leaving.push(() => publisher.close());
  return publisher;
}
async function partitionsOf(topic: string): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.disconnect();
  return topics[0]?.partitions.length ?? 0;
}

describe('topics', () => {
  test('are made once and left alone afterwards', async () => {
    const topic = `test.${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
    await admin.disconnect();
    await ensureTopics(kafka, [topic]);
    expect(await partitionsOf(topic)).toBe(2);
    expect(await partitionsOf(await newTopic())).toBe(PARTITIONS);
  });

  test('may be made by two at once', async () => {
    const topic = `test.${randomUUID()}`;
    await Promise.all([ensureTopics(kafka, [topic]), ensureTopics(kafka, [topic])]);
    expect(await partitionsOf(topic)).toBe(PARTITIONS);
  });
});

test('brokers take an event from the future', async () => {
  const topic = await newTopic();
  const publisher = await newPublisher();
  await publisher.publish([{ topic, event: { ...event(randomUUID(), 1), time: '2125-01-01T00:00:00.000Z' } }]);
});

describe('a consumer', () => {
  test('reads each case in order from one partition, and hands on what is no event', async () => {
    const topic = await newTopic();
    const publisher = await newPublisher();
    const cases = [randomUUID(), randomUUID(), randomUUID()];
    await publisher.publish(
      [1, 2, 3, 4].flatMap((version) => cases.map((caseId) => ({ topic, event: event(caseId, version) }))),
    );
    await publisher.bury({ topic, key: 'x', value: { position: 1 }, reason: 'test' });
    const seen: ReceivedEvent[] = [];
    let unreadable = 0;
    await new Promise<void>((resolve, reject) => {
      const told = (): void => {
        if (seen.length >= 12 && unreadable >= 1) resolve();
      };
      consumeEvents({
        kafka,
        groupId: randomUUID(),
        topics: [topic],
        from: 'beginning',
        onEvent: (received) => {
          seen.push(received);
          told();
        },
        onUnreadable: () => {
          unreadable += 1;
          told();
        },
      }).then((consumer) => leaving.push(consumer.stop), reject);
    });
    for (const caseId of cases) {
      const ofCase = seen.filter((received) => received.event.subject === caseId);
      expect(ofCase.map((received) => received.event.caseversion)).toEqual([1, 2, 3, 4]);
      expect(new Set(ofCase.map(({ partition }) => partition)).size).toBe(1);
    }
  });

  test('from latest sees what is published the moment it is ready, and nothing earlier', async () => {
    const topic = await newTopic();
    const publisher = await newPublisher();
    const caseId = randomUUID();
    await publisher.publish([{ topic, event: event(caseId, 1) }]);
    const first = await new Promise<number>((resolve, reject) => {
      consumeEvents({
        kafka,
        groupId: randomUUID(),
        topics: [topic],
        from: 'latest',
        onEvent: (received) => {
          resolve(received.event.caseversion);
        },
      }).then(async (consumer) => {
        leaving.push(consumer.stop);
        await publisher.publish([{ topic, event: event(caseId, 2) }]);
      }, reject);
    });
    expect(first).toBe(2);
  });

  test('finishes the event at hand when it is called off', async () => {
    const topic = await newTopic();
    const publisher = await newPublisher();
    await publisher.publish([{ topic, event: event(randomUUID(), 1) }]);
    const calledOff = new AbortController();
    const steps: string[] = [];
    const consumer = await consumeEvents({
      kafka,
      groupId: randomUUID(),
      topics: [topic],
      from: 'beginning',
      signal: calledOff.signal,
      onEvent: async () => {
        steps.push('begun');
        calledOff.abort();
        await new Promise((resolve) => setImmediate(resolve));
        steps.push('done');
      },
    });
    await consumer.ended;
    expect(steps).toEqual(['begun', 'done']);
  });

  test('meets an event again when it could not deal with it', async () => {
    const topic = await newTopic();
    const publisher = await newPublisher();
    await publisher.publish([{ topic, event: event(randomUUID(), 1) }]);
    let tries = 0;
    await new Promise<void>((resolve, reject) => {
      consumeEvents({
        kafka,
        groupId: randomUUID(),
        topics: [topic],
        from: 'beginning',
        onEvent: () => {
          tries += 1;
          if (tries === 1) throw new Error('not yet');
          resolve();
        },
      }).then((consumer) => leaving.push(consumer.stop), reject);
    });
    expect(tries).toBe(2);
  });
});
