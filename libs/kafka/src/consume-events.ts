import type { Kafka } from 'kafkajs';
import { CloudEvent } from '@titian/events';

/** An event as a consumer meets it. */
export interface ReceivedEvent {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly event: CloudEvent;
}

/** A running consumer. */
export interface EventConsumer {
  /** Finishes the event at hand and leaves the group. */
  stop(): Promise<void>;
}

/**
 * Reads events one by one, in order for each case, at least once: `onEvent` may meet an event again and knows it by id.
 * Messages that are no CloudEvents are handed to `onUnreadable`. Resolves when the group has given out the partitions: with
 * `latest`, whatever is published from then on is seen.
 */
export async function consumeEvents(options: {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly from: 'beginning' | 'latest';
  readonly onEvent: (received: ReceivedEvent) => Promise<void> | void;
  readonly onUnreadable?: (place: { topic: string; partition: number; offset: string }) => void;
}): Promise<EventConsumer> {
  const consumer = options.kafka.consumer({
    groupId: options.groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 1_000,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...options.topics], fromBeginning: options.from === 'beginning' });
  const joined = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      resolve();
    });
  });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const place = { topic, partition, offset: message.offset };
      const event = CloudEvent.safeParse(parse(message.value));
      if (event.success) await options.onEvent({ ...place, event: event.data });
      else options.onUnreadable?.(place);
    },
  });
  await joined;
  return {
    async stop() {
      await consumer.stop();
      await consumer.disconnect();
    },
  };
}

function parse(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined; // not JSON: the schema refuses it
  }
}
