import type { Message } from 'kafkajs';
import type { CloudEvent } from '@titian/events';

/** Largest event that brokers with their usual limit of 1 MiB take, headers included. */
export const MAX_EVENT_BYTES = 900_000;

/** kafkajs sends one record batch for each partition, and the broker's limit is on the batch. */
const MAX_CHUNK_BYTES = 900_000;
const HEADER_BYTES = 900;

/** A message and what it weighs. */
export interface Weighed {
  readonly topic: string;
  readonly message: Message;
  readonly bytes: number;
}

/**
 * Structured CloudEvents JSON. The Kafka binding lets a structured message carry the headers of the binary mode as well: all
 * attributes but `datacontenttype` (`content-type` says it) are there as `ce_…`, so that a router need not parse. Brokers refuse
 * messages from more than an hour ahead: an event of a machine whose clock is wrong is stamped `now`, its `time` stays.
 */
export function toMessage(topic: string, event: CloudEvent, now = Date.now()): Weighed {
  const value = JSON.stringify(event);
  return {
    topic,
    bytes: Buffer.byteLength(value) + HEADER_BYTES,
    message: {
      key: event.subject,
      value,
      timestamp: String(Math.min(Date.parse(event.time), now)),
      headers: {
        'content-type': 'application/cloudevents+json',
        ce_specversion: event.specversion,
        ce_id: event.id,
        ce_type: event.type,
        ce_source: event.source,
        ce_subject: event.subject,
        ce_time: event.time,
        ce_dataschema: event.dataschema,
        ce_caseversion: String(event.caseversion),
        ce_prevhash: event.prevhash,
        ce_hash: event.hash,
      },
    },
  };
}

/** Whether a broker would refuse the event for its size. */
export const isTooLarge = (event: CloudEvent): boolean => toMessage('', event).bytes > MAX_EVENT_BYTES;

/** Cuts a batch, in its order, into pieces that a broker takes whatever partitions they fall on. */
export function inChunks(messages: readonly Weighed[]): readonly (readonly Weighed[])[] {
  const chunks: Weighed[][] = [];
  let room = 0;
  for (const message of messages) {
    if (message.bytes > room || chunks.length === 0) {
      chunks.push([]);
      room = MAX_CHUNK_BYTES;
    }
    chunks.at(-1)?.push(message);
    room -= message.bytes;
  }
  return chunks;
}

/** `Map.groupBy` came with Node 21. */
export function byTopic(messages: readonly Weighed[]): { topic: string; messages: Message[] }[] {
  const groups = new Map<string, Message[]>();
  for (const { topic, message } of messages) {
    const group = groups.get(topic);
    if (group === undefined) groups.set(topic, [message]);
    else group.push(message);
  }
  return [...groups].map(([topic, ofTopic]) => ({ topic, messages: ofTopic }));
}
