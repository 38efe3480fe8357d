import { randomUUID } from 'node:crypto';
import { createServer, connect, type Server } from 'node:net';
import { ConfigResourceTypes } from 'kafkajs';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import type { CaseEvent, CaseType } from '@titian/domain';
import { CASE_TOPICS, DEAD_LETTER_TOPICS } from '@titian/events';
import { consumeEvents, createKafka, ensureTopics, type ReceivedEvent } from '@titian/kafka';
import { createLogger, Metrics } from '@titian/observability';
import { EVENT_CHANNEL, GENESIS_HASH, shardOf, toEventRow } from '@titian/persistence';
import { testVariable } from '@titian/testing';
import { Relay } from '../relay.ts';
import { RelayEnv } from '../relay.config.ts';

/** Asks again until it holds. @throws Error after 20 s, saying what did not come */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${what} did not come within 20 s`);
}

/** A relay with its metrics, running in this process. */
export function startRelay(env: Partial<RelayEnv> & Pick<RelayEnv, 'DATABASE_URL'>): {
  relay: Relay;
  metrics: Metrics;
} {
  const metrics = new Metrics();
  const brokers = env.KAFKA_BROKERS ?? testVariable('TEST_KAFKA_BROKERS');
  const relay = new Relay(
    { ...RelayEnv.parse({ ...env, KAFKA_BROKERS: brokers }) },
    createLogger('test', 'silent'),
    metrics,
  );
  relay.start();
  return { relay, metrics };
}

/** Stores events of one case as `commit` does: chained, in the shard's order, with a notice. @returns the last hash */
export async function store(
  client: pg.Client,
  caseId: string,
  first: number,
  events: readonly CaseEvent[],
  prevHash = GENESIS_HASH,
  caseType: CaseType = 'claim',
): Promise<string> {
  const shard = shardOf(caseId);
  let previous = prevHash;
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('titian.log'), $1)`, [shard]);
  for (const [index, event] of events.entries()) {
    const row = rowOf(caseId, first + index, event, previous, caseType);
    previous = row.hash;
    await insert(client, shard, caseType, row);
  }
  await client.query(`select pg_notify($1, $2)`, [EVENT_CHANNEL, String(shard)]);
  await client.query('commit');
  return previous;
}

/** An event as `commit` writes it. */
export const rowOf = (
  caseId: string,
  revision: number,
  event: CaseEvent,
  prevHash = GENESIS_HASH,
  caseType: CaseType = 'claim',
): ReturnType<typeof toEventRow> =>
  toEventRow(caseType, { caseId, revision, at: '2026-01-05T02:00:00.000Z', event }, prevHash);

/** Stores one row of the log, good or bad, without a notice. */
export async function insert(
  client: pg.Client,
  shard: number,
  caseType: string,
  row: ReturnType<typeof toEventRow>,
): Promise<void> {
  await client.query(
    `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
     select $1, $2, $3, $4, $5, $6, 'test', $7, $8, $9, $10, coalesce(max(position), 0) + 1 from case_event where shard = $10`,
    [row.caseId, row.revision, row.eventId, caseType, row.type, row.at, row.body, row.prevHash, row.hash, shard],
  );
}

/** Flags raised and cleared in turn: `count` events. */
export const flags = (count: number): CaseEvent[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: n % 2 === 0 ? 'flag.raised' : 'flag.cleared',
    flag: 'payment_failed',
  }));

/** A case whose events are in that shard. */
export const caseIn = (shard: number): string => `${randomUUID().slice(0, -4)}${shard.toString(16).padStart(4, '0')}`;

/** Ends every session of a relay as a crash would: its locks are gone, and nothing it began can be finished. */
export async function cutSessions(client: pg.Client): Promise<void> {
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'event-relay' and datname = current_database()`);
}

/** How far a shard is published. */
export async function cursorOf(client: pg.Client, shard: number): Promise<string> {
  const { rows } = await client.query<{ position: string }>(`select position from relay_cursor where shard = $1`, [
    shard,
  ]);
  return rows[0]?.position ?? '';
}

/** What an outside consumer has read since it was opened. */
export interface Reader {
  readonly versionsOf: (caseId: string) => number[];
  /** Topics of the letters about a case. */
  readonly lettersOf: (caseId: string) => string[];
  readonly close: () => Promise<void>;
}

/** Reads every topic from now on. */
export async function openReader(): Promise<Reader> {
  const kafka = createKafka({ brokers: testVariable('TEST_KAFKA_BROKERS'), clientId: 'test' });
  await ensureTopics(kafka, [...CASE_TOPICS, ...DEAD_LETTER_TOPICS]);
  const events: ReceivedEvent[] = [];
  const letters: { topic: string; caseId: string }[] = [];
  const consumer = await consumeEvents({
    kafka,
    groupId: `test-${randomUUID()}`,
    topics: CASE_TOPICS,
    from: 'latest',
    onEvent: (received) => void events.push(received),
  });
  const burials = kafka.consumer({ groupId: `test-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await burials.connect();
  await burials.subscribe({ topics: [...DEAD_LETTER_TOPICS], fromBeginning: true });
  await burials.run({
    eachMessage: ({ topic, message }) => {
      letters.push({ topic, caseId: message.key?.toString() ?? '' });
      return Promise.resolve();
    },
  });
  return {
    versionsOf: (caseId) =>
      events.filter(({ event }) => event.subject === caseId).map(({ event }) => event.caseversion),
    lettersOf: (caseId) => letters.filter((each) => each.caseId === caseId).map(({ topic }) => topic),
    close: async () => {
      await Promise.all([consumer.stop(), burials.disconnect()]);
    },
  };
}

/** A door to the brokers that is shut until it is opened. Only the first contact passes it: brokers name themselves after. */
export interface Door {
  readonly address: string;
  open(): Promise<void>;
  close(): void;
}

/** Takes a free port and leaves it shut. */
export async function shutDoor(): Promise<Door> {
  const [host = '', port = ''] = testVariable('TEST_KAFKA_BROKERS').split(',')[0]?.split(':') ?? [];
  const listen = (server: Server, at: number): Promise<void> =>
    new Promise((resolve) =>
      server.listen(at, '127.0.0.1', () => {
        resolve();
      }),
    );
  const probe = createServer();
  await listen(probe, 0);
  const free = (probe.address() as AddressInfo).port;
  await new Promise((resolve) => probe.close(resolve));
  const proxy = createServer((near) => {
    const far = connect(Number(port), host);
    near.pipe(far).pipe(near);
    for (const end of [near, far])
      end.on('error', () => {
        near.destroy();
        far.destroy();
      });
  });
  return {
    address: `127.0.0.1:${free}`,
    open: () => listen(proxy, free),
    close: () => {
      proxy.close();
    },
  };
}

/** What is parked of a case, and what became of it. */
export async function parkedOf(
  client: pg.Client,
  caseId: string,
): Promise<readonly { revision: number; reason: string; release: string | null; ended: string | null }[]> {
  const { rows } = await client.query<{
    revision: number;
    reason: string;
    release: string | null;
    ended: string | null;
  }>(`select revision, reason, release, ended from parked_event where case_id = $1 order by revision`, [caseId]);
  return rows;
}

/** What an operator does. */
export async function release(client: pg.Client, caseId: string, how: 'publish' | 'skip'): Promise<void> {
  await client.query(
    `update parked_event set release = $2, released_by = 'operator-1', released_at = now()
     where case_id = $1 and revision = (select min(revision) from parked_event where case_id = $1 and ended is null)`,
    [caseId, how],
  );
}

/** Sets how large a message of a topic may be, and waits until the broker acts by it. */
export async function limitMessages(topic: string, bytes: number): Promise<void> {
  const kafka = createKafka({ brokers: testVariable('TEST_KAFKA_BROKERS'), clientId: 'test', retries: 0 });
  const admin = kafka.admin();
  await admin.connect();
  await admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: ConfigResourceTypes.TOPIC,
        name: topic,
        configEntries: [
          { name: 'max.message.bytes', value: String(bytes) },
          { name: 'retention.ms', value: '-1' },
        ],
      },
    ],
  });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  const takes = (size: number): Promise<boolean> =>
    producer.send({ topic, messages: [{ value: 'x'.repeat(size) }] }).then(
      () => true,
      () => false,
    );
  await until('the new limit', async () => (await takes(PROBE_BYTES)) === bytes > PROBE_BYTES);
  await producer.disconnect();
}

const PROBE_BYTES = 4_000;
