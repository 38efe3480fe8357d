import type { Kafka } from 'kafkajs';

/** Partitions of a topic of cases. Never changed: the key of a case must always find the same partition. */
export const PARTITIONS = 6;

/** Creates the topics that are not there yet; existing ones are left as they are. Repeatable. */
export async function ensureTopics(kafka: Kafka, topics: readonly string[], replicationFactor = 1): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({ topic, numPartitions: PARTITIONS, replicationFactor })),
    });
  } finally {
    await admin.disconnect();
  }
}
