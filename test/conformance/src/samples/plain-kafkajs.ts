import { Kafka, logLevel, type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import pg from 'pg';
import { setting } from './settings.ts';

/**
 * The same agency without the SDK, and the mistakes that such consumers are found with: `DEFECT` names the one that it makes. Without
 * any it keeps the contract, so that each is caught for itself.
 */
type Defect =
  | 'counts-twice'
  | 'newest-version-only'
  | 'last-word-wins'
  | 'one-case-at-a-time'
  | 'strict-members'
  | 'buries-unknown'
  | 'matches-prefix'
  | 'dies-on-poison'
  | 'swallows-poison'
  | 'commits-first'
  | 'remembers-later'
  | 'keeps-in-memory'
  | 'begins-at-end'
  | 'does-nothing';

const defect = process.env['DEFECT'] as Defect | undefined;
const has = (one: Defect): boolean => defect === one;
const name = setting('TITIAN_GROUP');
const kafka = new Kafka({
  brokers: setting('KAFKA_BROKERS').split(','),
  clientId: 'plain',
  logLevel: logLevel.NOTHING,
});
const pool = new pg.Pool({ connectionString: setting('DATABASE_URL'), max: 8 });
const consumer = kafka.consumer({
  groupId: name,
  sessionTimeout: Number(process.env['SESSION_TIMEOUT_MS'] ?? '6000'),
  heartbeatInterval: 300,
  maxWaitTimeInMs: 100,
  allowAutoTopicCreation: false,
});
const letters = kafka.producer({ allowAutoTopicCreation: false });
/** A slow register of the agency: long enough for a kill to strike before what comes after it. */
const register = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

interface Event {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly caseversion: number;
  readonly data: { readonly stage: string };
}

const TABLES = `
  create schema if not exists ${name};
  create table if not exists ${name}.seen_event (id uuid primary key);
  create table if not exists ${name}.case_stage (case_id uuid primary key, steps int not null, stage text not null, version int not null);`;

async function inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

const memory = new Map<string, number>();
let caseAtHand = '';
let stepsOfCaseAtHand = 0;

/** The effect: one step more, and the stage unless a later event has told it. */
async function enter(client: pg.PoolClient, { subject, caseversion, data }: Event): Promise<void> {
  const isNewer = has('last-word-wins') ? 'true' : 'excluded.version > case_stage.version';
  const only = has('newest-version-only') ? 'where excluded.version > case_stage.version' : '';
  let steps = 'case_stage.steps + 1';
  if (has('keeps-in-memory')) {
    const { rows } = await client.query<{ steps: number }>(`select steps from ${name}.case_stage where case_id = $1`, [
      subject,
    ]);
    memory.set(subject, (memory.get(subject) ?? rows[0]?.steps ?? 0) + 1);
    steps = String(memory.get(subject));
  }
  if (has('one-case-at-a-time')) {
    stepsOfCaseAtHand = caseAtHand === subject ? stepsOfCaseAtHand + 1 : 1;
    caseAtHand = subject;
    steps = String(stepsOfCaseAtHand);
  }
  await client.query(
    `insert into ${name}.case_stage values ($1, 1, $2, $3)
     on conflict (case_id) do update set steps = ${steps},
       stage = case when ${isNewer} then excluded.stage else case_stage.stage end,
       version = greatest(excluded.version, case_stage.version) ${only}`,
    [subject, data.stage, caseversion],
  );
}

async function apply(event: Event): Promise<void> {
  const { type } = event;
  const isOurs = has('matches-prefix') ? type.startsWith('titian.stage.entered') : type === 'titian.stage.entered.v1';
  if (!isOurs || has('does-nothing')) return;
  await inTransaction(async (client) => {
    if (has('counts-twice')) {
      await enter(client, event);
      return;
    }
    if (has('remembers-later')) {
      const seen = await client.query(`select from ${name}.seen_event where id = $1`, [event.id]);
      if ((seen.rowCount ?? 0) > 0) return;
      await enter(client, event);
      await client.query('commit');
      await register();
      await client.query('begin');
    }
    const { rowCount } = await client.query(`insert into ${name}.seen_event values ($1) on conflict do nothing`, [
      event.id,
    ]);
    if ((rowCount ?? 0) > 0 && !has('remembers-later')) await enter(client, event);
  });
}

function read(message: KafkaMessage): Event | undefined {
  try {
    return JSON.parse(message.value?.toString('utf8') ?? '') as Event;
  } catch (error) {
    if (has('dies-on-poison')) throw error;
    return undefined;
  }
}

async function putAside(message: KafkaMessage, reason: string): Promise<void> {
  const { key, value } = message;
  await letters.send({
    topic: setting('TITIAN_DEAD_LETTERS'),
    messages: [{ key, value, headers: { ...message.headers, reason } }],
  });
}

async function take(payload: EachBatchPayload): Promise<void> {
  const { batch } = payload;
  if (has('commits-first')) {
    const next = { partition: batch.partition, offset: String(Number(batch.lastOffset()) + 1) };
    await payload.commitOffsetsIfNecessary({ topics: [{ topic: batch.topic, partitions: [next] }] });
    await register();
  }
  for (const message of batch.messages) {
    if (!payload.isRunning() || payload.isStale()) return;
    const event = read(message);
    if (event === undefined) {
      if (!has('swallows-poison')) await putAside(message, 'no JSON');
    } else if (has('buries-unknown') && !event.type.endsWith('.v1')) await putAside(message, 'unknown type');
    else {
      if (has('strict-members') && 'addedLater' in event.data) throw new TypeError('unknown member');
      await apply(event);
    }
    payload.resolveOffset(message.offset);
    await payload.heartbeat();
  }
}

await inTransaction(async (client) => {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [name]); // two instances may start at once
  await client.query(TABLES);
});
await Promise.all([consumer.connect(), letters.connect()]);
await consumer.subscribe({ topics: setting('TITIAN_TOPICS').split(','), fromBeginning: !has('begins-at-end') });
consumer.on(consumer.events.CRASH, ({ payload }) => {
  console.error(payload.error.message);
  process.exit(1);
});
await consumer.run({ eachBatchAutoResolve: false, eachBatch: take });
process.once('SIGTERM', () => {
  void Promise.all([consumer.disconnect(), letters.disconnect()]).then(() => pool.end());
});
