import { CompressionTypes, Partitioners, type Kafka } from 'kafkajs';
import type { CloudEvent } from '@titian/events';
import { byTopic, inChunks, toMessage, type Weighed } from './messages.ts';
import { refusalOf, RefusedByBroker } from './refused-by-broker.ts';

/** An event on its way to a topic. */
export interface Publication {
  readonly topic: string;
  readonly event: CloudEvent;
}

/** Says where a row lies that cannot be published, and why. Never its text: that may be what must not be in Kafka. */
export interface DeadLetter {
  readonly topic: string;
  readonly key: string;
  readonly value: Readonly<Record<string, string | number>>;
  readonly reason: string;
}

/** Publishes events in the order given; an awaited publish is durable on every in-sync replica. */
export interface EventPublisher {
  publish(batch: readonly Publication[]): Promise<void>;
  /**
   * The same for messages made already. After any failure the publisher must be closed: others of the batch may be stored while
   * kafkajs counts them as not sent, and the broker would take what comes next for a repetition.
   *
   * @throws RefusedByBroker if one of them can never be stored
   */
  send(messages: readonly Weighed[]): Promise<void>;
  bury(letter: DeadLetter): Promise<void>;
  close(): Promise<void>;
}

/**
 * - `idempotent`: the broker drops what it has stored already, so a retry after a lost answer doubles nothing.
 * - `acks: -1`: answered only when every in-sync replica has it; a leader that dies a moment later loses nothing.
 * - `maxInFlightRequests: 1`: a retry cannot overtake the batch after it.
 * - `DefaultPartitioner`: murmur2 of the key, as the Java client does, so that all clients agree on a case's partition.
 *
 * This holds within one producer session. After a crash the relay publishes again: consumers know the event id.
 */
export async function connectPublisher(kafka: Kafka): Promise<EventPublisher> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const send = async (messages: readonly Weighed[]): Promise<void> => {
    try {
      for (const chunk of inChunks(messages)) {
        await producer.sendBatch({ acks: -1, compression: CompressionTypes.None, topicMessages: byTopic(chunk) });
      }
    } catch (error) {
      const code = refusalOf(error);
      throw code === undefined ? error : new RefusedByBroker(code, { cause: error });
    }
  };
  return {
    publish: (batch) => send(batch.map(({ topic, event }) => toMessage(topic, event))),
    send,
    async bury({ topic, key, value, reason }) {
      const headers = { 'content-type': 'application/json', 'dlq-reason': reason };
      await producer.send({ topic, acks: -1, messages: [{ key, value: JSON.stringify(value), headers }] });
    },
    close: () => producer.disconnect(),
  };
}
