import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { getJava } from '../boot/java.mjs';
import { getKafkaJars } from '../boot/kafka-jars.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { lastLines, runTool } from '../boot/run-tool.mjs';
import { toInheritedEnv } from './child-env.ts';
import { type Launch } from './child.ts';
import { type Ports } from './ports.ts';
import { type Profile } from './profile.ts';
import { getPart } from './stack.ts';

/** One node that is broker and controller. Partition counts never change, so topics are made on purpose only. */
const toSettings = (ports: Ports, data: string): Record<string, string | number | boolean> => ({
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.quorum.voters': `1@127.0.0.1:${ports['kafka-controller']}`,
  'controller.listener.names': 'CONTROLLER',
  listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports['kafka-controller']}`,
  'log.dirs': data,
  'auto.create.topics.enable': false,
  'num.partitions': 6,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 6,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 6,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 1_000, // consumers that are killed on purpose are missed sooner
  'log.retention.ms': -1,
  'log.cleaner.dedupe.buffer.size': 16_777_216,
});

const logging = `status = error
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d %p %m (%c)%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
`;

/** 16 random bytes as Kafka writes them, but never with a leading `-`, which its tools take for an option. */
export function createClusterId(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8() & 0x7f);
  return bytes.toString('base64url');
}

/** Formatted beside its place and moved there when complete: the id inside belongs to the data for ever. */
async function format(java: string, classPath: string, folder: string, ports: Ports): Promise<void> {
  const fresh = join(folder, 'log.new');
  const settings = join(folder, 'format.properties');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(settings, toProperties(toSettings(ports, fresh)));
  const args = [
    '-XX:TieredStopAtLevel=1',
    '-cp',
    classPath,
    'kafka.tools.StorageTool',
    'format',
    '-t',
    createClusterId(),
    '-c',
    settings,
  ];
  const { code, output } = await runTool(java, args, { cwd: folder });
  await rm(settings);
  if (code !== 0) throw new Refusal(`Kafka's storage could not be formatted: ${lastLines(output)}.`);
  await rename(fresh, join(folder, 'log'));
}

const toProperties = (settings: Record<string, string | number | boolean>): string =>
  Object.entries(settings).map(([key, value]) => `${key}=${String(value)}\n`).join(''); // prettier-ignore

/** Java, jars and formatted storage ready, and how to start the broker on them. */
export async function prepareKafka(profile: Profile, ports: Ports, env: NodeJS.ProcessEnv): Promise<Launch> {
  const place = { home: profile.home, env };
  const java = await getJava(place);
  const classPath = join(await getKafkaJars(place, java), '*');
  const folder = join(profile.data, 'kafka');
  const data = join(folder, 'log');
  await mkdir(folder, { recursive: true });
  if (!existsSync(data)) await format(java, classPath, folder, ports);
  await writeFile(join(folder, 'server.properties'), toProperties(toSettings(ports, data)));
  await writeFile(join(folder, 'log4j2.properties'), logging);
  const heap = [`-Xmx${getPart('kafka').heapMiB ?? 256}m`, '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const logTo = `-Dlog4j2.configurationFile=${join(folder, 'log4j2.properties')}`;
  return {
    command: java,
    args: [...heap, logTo, '-cp', classPath, 'kafka.Kafka', join(folder, 'server.properties')],
    env: toInheritedEnv(env),
    cwd: folder,
    stopWith: ['SIGTERM'],
  };
}

/** Whether a broker is registered and answers. */
export async function isKafkaReady(brokers: string): Promise<boolean> {
  const client = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
    connectionTimeout: 2000,
    requestTimeout: 2000,
  });
  const admin = client.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
