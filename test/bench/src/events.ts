import { randomUUID } from 'node:crypto';
import { CASE_TOPICS } from '@titian/events';
import { consumeEvents, createKafka, ensureTopics } from '@titian/kafka';
import type { LocalStack } from '@titian/local';
import pg from 'pg';
import { median, percentile, resultOf, type Result } from './stats.ts';

/**
 * From the commit of an event to an outside consumer, beside a raw message from produce to consume, one after the other on
 * the same broker. The commit is timed by the database: the row's transaction has ended when another session sees it.
 */
export async function benchEvents(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const kafka = createKafka({ brokers: stack.addresses.kafkaBrokers, clientId: 'bench' });
  const raw = `bench-raw-${randomUUID()}`;
  await ensureTopics(kafka, CASE_TOPICS);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: raw, numPartitions: 1 }], waitForLeaders: true });
  await admin.disconnect();
  const seenAt = new Map<string, number>();
  const consumer = await consumeEvents({
    kafka,
    groupId: `bench-${randomUUID()}`,
    topics: CASE_TOPICS,
    from: 'latest',
    onEvent: ({ event }) => {
      seenAt.set(event.subject, performance.now());
    },
  });
  const rawConsumer = kafka.consumer({ groupId: `bench-raw-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await rawConsumer.connect();
  await rawConsumer.subscribe({ topics: [raw], fromBeginning: true });
  await rawConsumer.run({
    eachMessage: ({ message }) => {
      seenAt.set(message.key?.toString() ?? '', performance.now());
      return Promise.resolve();
    },
  });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const db = new pg.Client({ connectionString: stack.addresses.databaseUrl });
  db.on('error', () => undefined); // a stack that ends takes its connections along; the first fault is told
  await db.connect();
  const seen = async (key: string): Promise<number> => {
    for (let at = seenAt.get(key); ; at = seenAt.get(key)) {
      if (at !== undefined) return at;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const samples: { titian: number[]; raw: number[] } = { titian: [], raw: [] };
  const times = (quick ? 20 : 200) + 10;
  for (let n = 0; n < times; n += 1) {
    const key = randomUUID();
    const produced = performance.now();
    await producer.send({ topic: raw, acks: -1, messages: [{ key, value: 'x'.repeat(600) }] });
    const rawMs = (await seen(key)) - produced;
    const caseId = await place(db);
    const committed = performance.now();
    const titianMs = (await seen(caseId)) - committed;
    if (n < 10) continue; // warm up
    samples.raw.push(rawMs);
    samples.titian.push(titianMs);
  }
  await Promise.all([consumer.stop(), rawConsumer.disconnect(), producer.disconnect(), db.end()]);
  const over = median(samples.titian) - median(samples.raw);
  return {
    samples,
    results: [
      {
        ...resultOf('events.latency_over_raw_p50_ms', [over], 'ms', { text: '≤ 10', isMet: (value) => value <= 10 }),
        spread: [percentile(samples.titian, 0.5), percentile(samples.titian, 0.99)],
      },
      resultOf('events.raw_p50_ms', [median(samples.raw)], 'ms'),
    ],
  };
}

/** Commits one event into the log in a transaction of its own, as the record does, and tells the relay. @returns its case */
async function place(db: pg.Client): Promise<string> {
  const caseId = randomUUID();
  const eventId = randomUUID();
  const body = JSON.stringify({
    at: new Date().toISOString(),
    caseId,
    caseType: 'claim',
    data: { flag: 'urgent' },
    id: eventId,
    prevHash: '0'.repeat(64),
    revision: 1,
    type: 'titian.flag.raised.v1',
  });
  await db.query('begin');
  await db.query(`select pg_advisory_xact_lock(hashtext('titian.log'), 0)`);
  await db.query(
    `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
     select $1, 1, $2, 'claim', 'titian.flag.raised.v1', now(), 'bench', $3, repeat('0', 64), repeat('a', 64), 0,
            coalesce(max(position), 0) + 1 from case_event where shard = 0`,
    [caseId, eventId, body],
  );
  await db.query(`select pg_notify('titian_event', '0')`);
  await db.query('commit');
  return caseId;
}
