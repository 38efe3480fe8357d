import { randomUUID } from 'node:crypto';
import { CASE_TOPICS } from '@titian/events';
import { createKafka, ensureTopics } from '@titian/kafka';
import type { LocalStack } from '@titian/local';
import { fillLog } from './event-mix.ts';
import { openClaim } from './open-claim.ts';
import { openRecord, relayLag } from './record.ts';
import { percentile, resultOf, type Result } from './stats.ts';

/** Events that wait when the relay starts; 200,000 with BENCH_EVENTS=200000. */
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? '50000');
const QUICK_EVENTS = 10_000;

/**
 * A backlog that the relay drains while claims are opened over HTTP, one after the other: how fast, whether a consumer sees every
 * case in order, and what a command takes meanwhile beside what it takes at rest.
 */
export async function benchBacklog(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const db = await openRecord(stack);
  const kafka = createKafka({ brokers: stack.addresses.kafkaBrokers, clientId: 'bench' });
  await ensureTopics(kafka, CASE_TOPICS);
  await stack.kill('event-relay');
  const size = await fillLog(db, quick ? QUICK_EVENTS : EVENTS);
  const samples = { rest: [] as number[], draining: [] as number[] };
  for (let n = 0; n < 60; n += 1) samples.rest.push(await openClaim(stack.addresses.apiUrl));
  const order = await watchOrder(kafka);
  const began = performance.now();
  await stack.start('event-relay');
  while ((await relayLag(db)) > 50) samples.draining.push(await openClaim(stack.addresses.apiUrl));
  const seconds = (performance.now() - began) / 1000;
  const outOfOrder = await order.stop();
  await db.end();
  return {
    samples,
    results: [
      resultOf('backlog.events', [size], ''),
      resultOf('backlog.drain_s', [seconds], 's'),
      resultOf('backlog.out_of_order', [outOfOrder], 'cases', { text: '0', isMet: (value) => value === 0 }),
      resultOf('backlog.command_p50_rest_ms', [percentile(samples.rest, 0.5)], 'ms'),
      resultOf('backlog.command_p50_ms', [percentile(samples.draining, 0.5)], 'ms'),
      resultOf('backlog.command_p99_ms', [percentile(samples.draining, 0.99)], 'ms'),
    ],
  };
}

/** Reads everything and counts the cases whose versions did not come one after the other. */
async function watchOrder(kafka: ReturnType<typeof createKafka>): Promise<{ stop(): Promise<number> }> {
  const versions = new Map<string, number>();
  const wrong = new Set<string>();
  const consumer = kafka.consumer({ groupId: `bench-order-${randomUUID()}`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [...CASE_TOPICS], fromBeginning: true });
  await consumer.run({
    eachBatch: ({ batch }) => {
      for (const { key, headers } of batch.messages) {
        const caseId = key?.toString() ?? '';
        const version = Number(headers?.['ce_caseversion']?.toString());
        const last = versions.get(caseId) ?? 0;
        if (version > last + 1) wrong.add(caseId);
        versions.set(caseId, Math.max(last, version));
      }
      return Promise.resolve();
    },
  });
  return {
    stop: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_000)); // what is published and not fetched yet
      await consumer.disconnect();
      return wrong.size;
    },
  };
}
