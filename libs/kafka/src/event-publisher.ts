import { CompressionTypes, Partitioners, type Kafka, type Message } from 'kafkajs';
import type { CloudEvent } from '@titian/events';

/** An event on its way to a topic. */
export interface Publication {
  readonly topic: string;
  readonly event: CloudEvent;
}

/** A row that cannot be published as it is: its text goes to the dead-letter topic with the reason. */
export interface DeadLetter {
  readonly topic: string;
  readonly key: string;
  readonly body: string;
  readonly reason: string;
}

/** Publishes events in the order given; an awaited publish is durable on every in-sync replica. */
export interface EventPublisher {
  publish(batch: readonly Publication[]): Promise<void>;
  bury(letter: DeadLetter): Promise<void>;
  close(): Promise<void>;
}

/**
 * Idempotent, acks from all in-sync replicas, one request in flight: a retry can neither reorder nor double a case's events
 * within one producer session. After a crash the relay may publish again: consumers know the event id.
 */
export async function connectPublisher(kafka: Kafka): Promise<EventPublisher> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner, // murmur2 of the key, as the Java client does
    retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
  });
  await producer.connect();
  return {
    async publish(batch) {
      const byTopic = groupByTopic(batch);
      await producer.sendBatch({
        acks: -1,
        compression: CompressionTypes.None,
        topicMessages: [...byTopic].map(([topic, publications]) => ({ topic, messages: publications.map(({ event }) => toMessage(event)) })),
      });
    },
    async bury({ topic, key, body, reason }) {
      await producer.send({ topic, acks: -1, messages: [{ key, value: body, headers: { 'dlq-reason': reason } }] });
    },
    close: () => producer.disconnect(),
  };
}

/** Structured CloudEvents JSON; the binding's attributes are repeated as headers so that a router need not parse. */
function toMessage(event: CloudEvent): Message {
  return {
    key: event.subject,
    value: JSON.stringify(event),
    timestamp: String(Date.parse(event.time)),
    headers: {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      ce_specversion: event.specversion,
      ce_id: event.id,
      ce_type: event.type,
      ce_source: event.source,
      ce_subject: event.subject,
      ce_time: event.time,
    },
  };
}

/** `Map.groupBy` came with Node 21. */
function groupByTopic(batch: readonly Publication[]): ReadonlyMap<string, Publication[]> {
  const groups = new Map<string, Publication[]>();
  for (const publication of batch) {
    const group = groups.get(publication.topic);
    if (group === undefined) groups.set(publication.topic, [publication]);
    else group.push(publication);
  }
  return groups;
}
