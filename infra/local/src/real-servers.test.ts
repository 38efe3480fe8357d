import { afterAll, expect, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { identify } from '../boot/process-table.mjs';
import { titianHome } from '../boot/paths.mjs';
import { type LocalStack } from './local-stack.ts';
import { residentMiB } from './memory.ts';
import { isPostgresReady } from './postgres.ts';
import { startStack } from './start-stack.ts';
import { type StackOptions } from './stack-options.ts';
import { askTemporal } from './temporal.ts';

// The parts are shared with the checkout, the profile is ours; what is left of it is swept by the next test run.
const options: StackOptions = {
  profile: `test-${process.pid}-servers`,
  home: titianHome(),
  ports: 'free',
  parts: ['postgres', 'temporal', 'kafka'],
  processEnv: { PATH: process.env['PATH'], HOME: process.env['HOME'], JAVA_HOME: process.env['JAVA_HOME'] },
};
let local: LocalStack | undefined;

afterAll(async () => {
  await local?.stop();
  await local?.forget();
}, 30_000);

async function queryRecord(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: local?.addresses.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withKafka<Result>(work: (kafka: ReturnType<Kafka['admin']>) => Promise<Result>): Promise<Result> {
  const brokers = local?.addresses.kafkaBrokers.split(',') ?? [];
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

test('real servers start, stop without leaving a process, and find their data again', async () => {
  local = await startStack(options);
  expect(await queryRecord('show jit')).toEqual([{ jit: 'off' }]);
  await queryRecord('create table remembered as select 1 as one');
  await withKafka((admin) => admin.createTopics({ topics: [{ topic: 'remembered', numPartitions: 3 }] }));
  expect(await askTemporal(local.addresses.temporalAddress, 'titian')).toBe('ready');
  expect(await askTemporal(local.addresses.temporalAddress, 'nobody')).toBe('no namespace');

  const pids = local.pids();
  expect(Object.keys(pids).sort()).toEqual(['kafka', 'postgres', 'temporal']);
  const memory = residentMiB(pids);
  expect(Object.values(memory).every((mib) => mib > 0 && mib < 512)).toBe(true);
  await local.stop();
  expect(Object.values(pids).filter((pid) => identify(pid) !== undefined)).toEqual([]);

  local = await startStack(options);
  expect(await queryRecord('select one from remembered')).toEqual([{ one: 1 }]);
  expect(await withKafka((admin) => admin.listTopics())).toContain('remembered');
}, 60_000);

test('a wrong password opens nothing', async () => {
  const url = new URL(local?.addresses.databaseUrl ?? '');
  url.password = 'guessed';
  expect(await isPostgresReady(url.href)).toBe(false);
});

test('a database killed with -9 comes back with what was committed', async () => {
  await queryRecord('create table committed as select 2 as two');
  await local?.kill('postgres');
  await local?.start('postgres');
  expect(await queryRecord('select two from committed')).toEqual([{ two: 2 }]);
}, 30_000);
