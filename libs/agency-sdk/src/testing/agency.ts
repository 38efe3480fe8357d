import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { testVariable } from '@titian/testing';
import { startConsumer, type AgencyConsumer, type ConsumerOptions, type Envelope, type Notice } from '../index.ts';

/** An agency with a topic, a database schema and a table of effects of its own. */
export interface Agency {
  readonly kafka: Kafka;
  readonly pool: pg.Pool;
  readonly topic: string;
  readonly name: string;
  readonly schema: string;
  readonly notices: Notice[];
  publish(...messages: readonly (Envelope | string)[]): Promise<void>;
  start(options?: Partial<ConsumerOptions<pg.PoolClient>>): Promise<AgencyConsumer>;
  /** Effects in the order they were applied, as `version` or `version late`. */
  effects(): Promise<string[]>;
  letters(): Promise<{ key: string; value: string; headers: Record<string, string> }[]>;
  close(): Promise<void>;
}

export const reopened = (subject: string, caseversion: number, change: Partial<Envelope> = {}): Envelope => ({
  specversion: '1.0',
  id: randomUUID(),
  type: 'titian.case.reopened.v1',
  source: '/titian/case-worker',
  subject,
  time: '2026-01-05T02:00:00.000Z',
  ...{ datacontenttype: 'application/json' },
  dataschema: 'urn:titian:schema:titian.case.reopened.v1',
  caseversion,
  prevhash: '0'.repeat(64),
  hash: 'a'.repeat(64),
  data: {},
  ...change,
});

/** Waits for a condition of the outside world. @throws Error after 20 s */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('did not come true within 20 s');
}

export async function openAgency(): Promise<Agency> {
  const tag = randomUUID().slice(0, 8);
  const [topic, name, schema] = [`test.agency.${tag}`, `agency-${tag}`, `agency_${tag}`];
  const kafka = new Kafka({
    brokers: [testVariable('TEST_KAFKA_BROKERS')],
    clientId: 'agency',
    logLevel: logLevel.NOTHING,
  });
  const pool = new pg.Pool({ connectionString: testVariable('TEST_DATABASE_URL'), max: 5 });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: true });
  const producer = kafka.producer();
  await producer.connect();
  await pool.query(`create schema ${schema}`);
  await pool.query(`create table ${schema}.effect (n serial, event_id text, words text)`);
  const running: AgencyConsumer[] = [];
  const notices: Notice[] = [];
  return {
    kafka,
    pool,
    topic,
    name,
    schema,
    notices,
    async publish(...messages) {
      await producer.send({
        topic,
        messages: messages.map((each) =>
          typeof each === 'string'
            ? { key: 'x', value: each, headers: { ce_type: 'kept' } }
            : { key: each.subject, value: JSON.stringify(each), headers: { ce_id: each.id } },
        ),
      });
    },
    async start(options = {}) {
      const consumer = await startConsumer<pg.PoolClient>({
        kafka,
        name,
        pool,
        topics: [topic],
        from: 'beginning',
        inboxSchema: schema,
        retry: { tries: 2, firstMs: 1, maxMs: 5 },
        onNotice: (notice) => notices.push(notice),
        handlers: {},
        otherwise: async (event, { client, late }) => {
          const words = `${event.caseversion}${late ? ' late' : ''}`;
          await client.query(`insert into ${schema}.effect (event_id, words) values ($1, $2)`, [event.id, words]);
        },
        ...options,
      });
      running.push(consumer);
      return consumer;
    },
    async effects() {
      const { rows } = await pool.query<{ words: string }>(`select words from ${schema}.effect order by n`);
      return rows.map(({ words }) => words);
    },
    letters: () => readAll(kafka, `${name}.dlq`),
    async close() {
      await Promise.all(running.map((consumer) => consumer.stop()));
      await producer.disconnect();
      await admin.disconnect();
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}

async function readAll(
  kafka: Kafka,
  topic: string,
): Promise<{ key: string; value: string; headers: Record<string, string> }[]> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const wanted = ends.reduce((sum, { high }) => sum + Number(high), 0);
  const found: { key: string; value: string; headers: Record<string, string> }[] = [];
  const consumer = kafka.consumer({ groupId: randomUUID() });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message }) => {
      const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
      found.push({
        key: String(message.key),
        value: String(message.value),
        headers: Object.fromEntries(headers) as Record<string, string>,
      });
      return Promise.resolve();
    },
  });
  await until(() => found.length >= wanted);
  await consumer.disconnect();
  return found;
}
