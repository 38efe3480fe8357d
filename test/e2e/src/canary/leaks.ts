import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createKafka } from '@titian/kafka';
import type { LocalStack } from '@titian/local';
import type { Canary } from './canaries.ts';

/** A canary where none may be. The value is not repeated. */
export interface Leak {
  readonly kind: Canary['kind'];
  /** e.g. `topic titian.claim.v1`, `history claim/…`, `log case-api.log`. */
  readonly place: string;
}

/** What was looked through, so that a look at nothing is not taken for a clean one. */
export interface Search {
  readonly leaks: readonly Leak[];
  readonly messages: Readonly<Record<string, number>>;
  /** Runs whose history was read. */
  readonly histories: readonly string[];
  readonly logs: readonly string[];
}

const NAMESPACE = 'titian';

/** Looks for canaries in every topic, every history of Temporal, payloads decoded, and every log of a stack. */
export async function findLeaks(stack: LocalStack, canaries: readonly Canary[]): Promise<Search> {
  const leaks: Leak[] = [];
  const look = (place: string, text: string): void => {
    for (const { kind, value } of canaries) if (text.includes(value)) leaks.push({ kind, place });
  };
  const messages = await readTopics(stack.addresses.kafkaBrokers, (topic, text) => {
    look(`topic ${topic}`, text);
  });
  const histories = await readHistories(stack.addresses.temporalAddress, (run, text) => {
    look(`history ${run}`, text);
  });
  const logs = readdirSync(stack.profile.logs);
  for (const log of logs) look(`log ${log}`, readFileSync(join(stack.profile.logs, log), 'utf8'));
  return { leaks, messages, histories, logs };
}

/** Key, headers and value of every message that there is now. @returns how many, by topic */
async function readTopics(
  brokers: string,
  look: (topic: string, text: string) => void,
): Promise<Record<string, number>> {
  const kafka = createKafka({ brokers, clientId: 'canary' });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const counts: Record<string, number> = Object.fromEntries(topics.map((topic) => [topic, 0]));
  const left = new Map<string, number>();
  for (const topic of topics)
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic))
      if (high !== low) left.set(`${topic}/${partition}`, Number(high));
  await admin.disconnect();
  if (left.size === 0) return counts;
  const consumer = kafka.consumer({ groupId: `canary-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      reject(payload.error);
    });
    const run = consumer.run({
      eachMessage: ({ topic, partition, message }) => {
        const { key, value, headers, offset } = message;
        const words = Object.entries(headers ?? {}).map(([name, text]) => `${name}: ${String(text)}`);
        look(topic, [String(key), ...words, String(value)].join('\n'));
        counts[topic] = (counts[topic] ?? 0) + 1;
        if (Number(offset) + 1 >= (left.get(`${topic}/${partition}`) ?? Infinity)) left.delete(`${topic}/${partition}`);
        if (left.size === 0) resolve();
        return Promise.resolve();
      },
    });
    run.catch(reject);
  });
  await consumer.disconnect();
  return counts;
}

/** Everything that a history says: inputs, results, headers, memos, failures. @returns the runs */
async function readHistories(address: string, look: (run: string, text: string) => void): Promise<string[]> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: NAMESPACE });
  const runs: string[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    look(workflowId, textOf(await client.workflow.getHandle(workflowId, runId).fetchHistory()));
    runs.push(workflowId);
  }
  await connection.close();
  return runs;
}

/** Every text in a message of Temporal; bytes are payloads, and are read as text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => `${name}\n${textOf(inner)}`)
    .join('\n');
}
