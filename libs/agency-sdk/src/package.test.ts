import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';
import { testVariable } from '@titian/testing';
import { reopened, until } from './testing/agency.ts';

jest.setTimeout(90_000);

const home = join(import.meta.dirname, '..');
const brokers = testVariable('TEST_KAFKA_BROKERS');
const database = `agency_${randomUUID().slice(0, 8)}`;
const server = new pg.Client({ connectionString: testVariable('TEST_DATABASE_URL') });
const folder = mkdtempSync(join(tmpdir(), 'titian-agency-'));
const url = new URL(testVariable('TEST_DATABASE_URL'));
url.pathname = `/${database}`;

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${database}`);
});
afterAll(async () => {
  await server.query(`drop database ${database} with (force)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The package as an agency gets it, beside what it names as its needs and nothing else of this checkout. */
function install(): void {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: home, encoding: 'utf8' });
  const [{ filename } = { filename: '' }] = JSON.parse(packed) as { filename: string }[];
  const target = join(folder, 'node_modules/@titian/agency-sdk');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', target, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), 'pg'])
    symlinkSync(join(home, '../../node_modules', name), join(folder, 'node_modules', name));
}

test('the package stands alone, and the example of its README does what it says', async () => {
  install();
  const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync(join(home, 'README.md'), 'utf8')) ?? [];
  writeFileSync(join(folder, 'example.mjs'), example);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('create table closed_case (case_id uuid, outcome text)');
  const kafka = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
  const topic = 'titian.claim.v1';
  const admin = kafka.admin();
  await admin.connect();
  if (!(await admin.listTopics()).includes(topic))
    await admin.createTopics({ topics: [{ topic, numPartitions: 6 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer();
  await producer.connect();
  const subject = randomUUID();
  const event = reopened(subject, 1, { type: 'titian.case.closed.v1', data: { outcome: 'paid_full' } });
  await producer.send({ topic, messages: [1, 2].map(() => ({ key: subject, value: JSON.stringify(event) })) });
  await producer.disconnect();

  const env = { ...process.env, KAFKA_BROKERS: brokers, DATABASE_URL: url.href, KAFKAJS_NO_PARTITIONER_WARNING: '1' };
  const agency = spawn(process.execPath, ['example.mjs'], { cwd: folder, env, stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => agency.once('exit', resolve));
  try {
    const closed = async (): Promise<unknown[]> =>
      (await client.query<{ outcome: string }>('select outcome from closed_case where case_id = $1', [subject])).rows;
    await until(async () => (await closed()).length > 0);
    agency.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await closed()).toEqual([{ outcome: 'paid_full' }]);
  } finally {
    agency.kill('SIGKILL');
    await client.end();
  }
});
