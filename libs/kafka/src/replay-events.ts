import { randomUUID } from 'node:crypto';
import type { Kafka } from 'kafkajs';
import { CloudEvent } from '@titian/events';
import { parseMessage, type MessagePlace, type ReceivedEvent } from './consume-events.ts';

/** Offsets of a partition that are still to be read: from `next` up to, and without, `end`. */
interface Stretch {
  readonly topic: string;
  readonly partition: number;
  readonly start: bigint;
  next: bigint;
  readonly end: bigint;
}

/**
 * Reads what is stored and ends: from the beginning, or every event that happened at `from` or later. Leaves no trace on the
 * brokers. In order for each case; an error of `onEvent` ends it. An aborted `signal` ends it early.
 */
export async function replayEvents(options: {
  readonly kafka: Kafka;
  readonly topics: readonly string[];
  readonly from: Date | 'beginning';
  readonly onEvent: (received: ReceivedEvent) => void;
  readonly onUnreadable?: (place: MessagePlace) => void;
  readonly signal?: AbortSignal;
}): Promise<void> {
  const stretches = await measure(options.kafka, options.topics, options.from);
  const find = (topic: string, partition: number): Stretch | undefined =>
    stretches.find((each) => each.topic === topic && each.partition === partition);
  const isDone = (): boolean => stretches.every(({ next, end }) => next >= end);
  if (isDone() || options.signal?.aborted === true) return;

  const groupId = `replay-${randomUUID()}`;
  const consumer = options.kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 100 });
  const since = options.from === 'beginning' ? '' : options.from.toISOString();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      options.signal?.addEventListener('abort', () => {
        resolve();
      });
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        reject(payload.error);
      });
      const read = (place: MessagePlace, value: Buffer | null): void => {
        const stretch = find(place.topic, place.partition);
        const offset = BigInt(place.offset);
        if (stretch === undefined || offset < stretch.next || offset >= stretch.end) return;
        const event = CloudEvent.safeParse(parseMessage(value));
        if (!event.success) options.onUnreadable?.(place);
        else if (event.data.time >= since) options.onEvent({ ...place, event: event.data });
        stretch.next = offset + 1n;
        if (isDone()) resolve();
      };
      consumer
        .run({
          autoCommit: false,
          eachMessage: ({ topic, partition, message }) => {
            try {
              read({ topic, partition, offset: message.offset }, message.value);
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
            return Promise.resolve();
          },
        })
        .then(() => {
          for (const { topic, partition, start } of stretches)
            consumer.seek({ topic, partition, offset: String(start) });
        }, reject);
    });
  } finally {
    await consumer.disconnect();
    await forgetGroup(options.kafka, groupId);
  }
}

/** Removes a consumer group that nobody will use again. One that is gone already is left alone. */
export async function forgetGroup(kafka: Kafka, groupId: string): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.disconnect();
}

async function measure(kafka: Kafka, topics: readonly string[], from: Date | 'beginning'): Promise<Stretch[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const stretches: Stretch[] = [];
    for (const topic of topics) {
      const starts = from === 'beginning' ? [] : await admin.fetchTopicOffsetsByTimestamp(topic, from.getTime());
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        const start = BigInt(starts.find((each) => each.partition === partition)?.offset ?? low);
        stretches.push({ topic, partition, start, next: start, end: BigInt(high) });
      }
    }
    return stretches;
  } finally {
    await admin.disconnect();
  }
}
