import type { Kafka } from 'kafkajs';

/** Partitions of a topic of cases. Never changed: the key of a case must always find the same partition. */
export const PARTITIONS = 6;

/** How many replicas is the brokers' own setting (`default.replication.factor`). */
const AS_THE_BROKER_SAYS = -1;

/** Creates the topics that are not there yet; existing ones are left as they are. Repeatable, also by two at once. */
export async function ensureTopics(kafka: Kafka, topics: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        replicationFactor: AS_THE_BROKER_SAYS,
        // A contract for years: replay from the beginning must stay possible.
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
