import type { Consumer, Kafka } from 'kafkajs';
import { CloudEvent } from '@titian/events';

/** An event as a consumer meets it. */
export interface ReceivedEvent {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly event: CloudEvent;
}

/** Where a message lies. */
export type MessagePlace = Omit<ReceivedEvent, 'event'>;

/** A running consumer. */
export interface EventConsumer {
  /** Finishes the event at hand, commits and leaves the group. Repeatable. */
  readonly stop: () => Promise<void>;
  /** Settles when the consumer has stopped; rejects if it gave up for good. */
  readonly ended: Promise<void>;
}

/**
 * Reads events one by one, in order for each case, at least once: `onEvent` may meet an event again and knows it by id. If it
 * throws, the event comes again. Messages that are no CloudEvents go to `onUnreadable`. An aborted `signal` stops it.
 *
 * Resolves when the offsets are settled: with `latest`, whatever is published from then on is seen.
 */
export async function consumeEvents(options: {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** For a group that has no offsets yet; another goes on where it was. */
  readonly from: 'beginning' | 'latest';
  readonly onEvent: (received: ReceivedEvent) => Promise<void> | void;
  readonly onUnreadable?: (place: MessagePlace) => void;
  readonly signal?: AbortSignal;
}): Promise<EventConsumer> {
  const consumer = options.kafka.consumer({
    groupId: options.groupId,
    sessionTimeout: 10_000,
    heartbeatInterval: 1_000,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
  });
  const { settled, ended, stop } = watch(consumer);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: options.from === 'beginning' });
    await consumer.run({
      eachMessage: async ({ topic, partition, message }) => {
        const place = { topic, partition, offset: message.offset };
        const event = CloudEvent.safeParse(parseMessage(message.value));
        if (event.success) await options.onEvent({ ...place, event: event.data });
        else options.onUnreadable?.(place);
      },
    });
    await Promise.race([settled, ended]);
  } catch (error) {
    await consumer.disconnect();
    throw error;
  }
  const onAbort = (): void => {
    stop().catch(() => undefined); // `ended` tells
  };
  if (options.signal?.aborted === true) await stop();
  else options.signal?.addEventListener('abort', onAbort, { once: true });
  return { stop, ended };
}

/** `settled` = partitions given out *and* a first fetch done: only then is `latest` a number. */
function watch(consumer: Consumer): EventConsumer & { readonly settled: Promise<void> } {
  const settled = new Promise<void>((resolve) => {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      consumer.on(consumer.events.FETCH, () => {
        resolve();
      });
    });
  });
  let finish: (leaving: Promise<void>) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    finish = resolve;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) reject(payload.error);
    });
  });
  ended.catch(() => undefined); // whoever awaits it hears of it
  let leaving: Promise<void> | undefined;
  const leave = async (): Promise<void> => {
    await consumer.stop();
    await consumer.disconnect();
  };
  const stop = (): Promise<void> => {
    leaving ??= leave();
    finish(leaving); // whoever waits for the end hears of a failed one too
    return leaving;
  };
  return { settled, ended, stop };
}

/** The JSON of a message; undefined if it is none. */
export function parseMessage(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined; // not JSON: the schema refuses it
  }
}
