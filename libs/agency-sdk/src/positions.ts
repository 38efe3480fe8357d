import type { Kafka } from 'kafkajs';
import type { Position } from './inbox.ts';

/** Where reading begins: at the first event, at those stamped at an instant or later, or at what is published from now on. */
export type Start = 'beginning' | 'latest' | Date;

/** Where each partition begins and ends. @throws Error if a topic is not there */
export async function findPositions(kafka: Kafka, topics: readonly string[], start: Start): Promise<Position[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const found: Position[] = [];
    for (const topic of topics) {
      const bounds = await admin.fetchTopicOffsets(topic);
      const stamped = start instanceof Date ? await admin.fetchTopicOffsetsByTimestamp(topic, start.getTime()) : [];
      for (const { partition, low, high } of bounds) {
        const offset =
          start === 'beginning' ? low : (stamped.find((each) => each.partition === partition)?.offset ?? high);
        found.push({ topic, partition, nextOffset: BigInt(offset) });
      }
    }
    return found;
  } finally {
    await admin.disconnect();
  }
}
