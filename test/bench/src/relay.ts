import { randomUUID } from 'node:crypto';
import { CompressionTypes, Partitioners } from 'kafkajs';
import type pg from 'pg';
import { topicOf, toCloudEvent } from '@titian/events';
import { createKafka, inChunks, PARTITIONS, toMessage, byTopic, type Weighed } from '@titian/kafka';
import type { LocalStack } from '@titian/local';
import { fillLog } from './event-mix.ts';
import { openRecord, relayLag } from './record.ts';
import { resultOf, type Result } from './stats.ts';

const ROUNDS = 3;

/**
 * The relay draining a backlog, beside the same client producing the same bytes (made beforehand) to the same number of partitions
 * on the same broker. Rounds alternate. The rate is that of the middle 80 %, so that starting and stopping do not count.
 */
export async function benchRelay(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const db = await openRecord(stack);
  const samples = { relay: [] as number[], raw: [] as number[] };
  const size = quick ? 20_000 : 60_000;
  for (let round = 0; round < ROUNDS; round += 1) {
    await stack.kill('event-relay');
    const messages = await backlog(db, size);
    samples.raw.push(await rawRate(stack.addresses.kafkaBrokers, messages));
    await stack.start('event-relay');
    samples.relay.push(await relayRate(db));
  }
  await db.end();
  const ratios = samples.relay.map((rate, round) => rate / (samples.raw[round] ?? Number.NaN));
  return {
    samples,
    results: [
      resultOf('events.relay_rate_ratio', ratios, 'ratio', {
        text: '≥ 0.15, aim 0.5',
        isMet: (value) => value >= 0.15,
      }),
      resultOf('events.relay_per_s', samples.relay, '1/s'),
      resultOf('events.raw_per_s', samples.raw, '1/s'),
    ],
  };
}

/** Stores a backlog. @returns the same events as the messages that the relay will send */
async function backlog(db: pg.Client, size: number): Promise<Weighed[]> {
  const { rows: before } = await db.query<{ shard: number; position: string }>(
    'select shard, position from relay_cursor',
  );
  await fillLog(db, size);
  const messages: Weighed[] = [];
  for (const { shard, position } of before) {
    const { rows } = await db.query<{ eventId: string; type: string; caseType: 'claim'; body: string; hash: string }>(
      `select event_id as "eventId", type, case_type as "caseType", body, hash from case_event
       where shard = $1 and position > $2 order by position`,
      [shard, position],
    );
    messages.push(...rows.map((row) => toMessage(topicOf(row.caseType), toCloudEvent(row))));
  }
  return messages;
}

/** Events a second of the bare client: idempotent, every in-sync replica, chunks as large as a broker takes. */
async function rawRate(brokers: string, messages: readonly Weighed[]): Promise<number> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  const topic = `bench-raw-${randomUUID()}`;
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const chunks = inChunks(messages.map((each) => ({ ...each, topic }))).map((chunk) => byTopic(chunk));
  const began = performance.now();
  for (const topicMessages of chunks) {
    await producer.sendBatch({ acks: -1, compression: CompressionTypes.None, topicMessages });
  }
  const rate = messages.length / ((performance.now() - began) / 1000);
  await producer.disconnect();
  await admin.deleteTopics({ topics: [topic] });
  await admin.disconnect();
  return rate;
}

/** Events a second while the relay drains what is there, between a tenth and nine tenths of it. */
async function relayRate(db: pg.Client): Promise<number> {
  const whole = await relayLag(db);
  let from: { at: number; lag: number } | undefined;
  for (;;) {
    const now = await relayLag(db);
    const at = performance.now();
    if (from === undefined && now <= whole * 0.9) from = { at, lag: now };
    if (from !== undefined && now <= whole * 0.1) return (from.lag - now) / ((at - from.at) / 1000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
