import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { startConsumer } from '@titian/agency-sdk';
import { setting } from './settings.ts';

/**
 * An agency that keeps, for each case, how many stages it has been through and in which it is: with the SDK. A late event counts,
 * and does not set the stage back.
 */
const name = setting('TITIAN_GROUP');
const pool = new pg.Pool({ connectionString: setting('DATABASE_URL'), max: 4 });
pool.on('error', () => undefined); // the pool opens another

const prepare = async (): Promise<void> => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [name]); // two instances may start at once
  await client.query(`create schema if not exists ${name}`);
  await client.query(
    `create table if not exists ${name}.case_stage (case_id uuid primary key, steps int not null, stage text not null, version int not null)`,
  );
  await client.query('commit');
  client.release();
};
await prepare();

const consumer = await startConsumer<pg.PoolClient>({
  kafka: new Kafka({ brokers: setting('KAFKA_BROKERS').split(','), clientId: 'agency', logLevel: logLevel.NOTHING }),
  pool,
  name,
  topics: setting('TITIAN_TOPICS').split(','),
  deadLetters: setting('TITIAN_DEAD_LETTERS'),
  inboxSchema: name,
  from: 'beginning',
  sessionTimeoutMs: Number(process.env['SESSION_TIMEOUT_MS'] ?? '6000'),
  eventsPerTransaction: 10,
  handlers: {
    'titian.stage.entered.v1': async ({ subject, caseversion, data }, { client }) => {
      await client.query(
        `insert into ${name}.case_stage values ($1, 1, $2, $3)
         on conflict (case_id) do update set steps = case_stage.steps + 1,
           stage = case when excluded.version > case_stage.version then excluded.stage else case_stage.stage end,
           version = greatest(excluded.version, case_stage.version)`,
        [subject, data.stage, caseversion],
      );
    },
  },
});
process.once('SIGTERM', () => {
  void consumer.stop().then(() => pool.end());
});
await consumer.ended;
