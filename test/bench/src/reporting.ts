import { residentMiB, type LocalStack } from '@titian/local';
import type pg from 'pg';
import { topicOf, toCloudEvent, CASE_TOPICS } from '@titian/events';
import { connectPublisher, createKafka, ensureTopics, toMessage, type Weighed } from '@titian/kafka';
import { mixedCase } from './event-mix.ts';
import { openRecord } from './record.ts';
import { resultOf, type Result } from './stats.ts';

/** Events published and read back from the first; a million with BENCH_EVENTS=1000000. */
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? '200000');
const QUICK_EVENTS = 20_000;
const TENTHS = 10;

/**
 * Reporting reading everything from the first event: events a second and memory, tenth by tenth, so that it shows whether either
 * depends on how much has been read before.
 */
export async function benchReporting(
  stack: LocalStack,
  quick: boolean,
): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const size = quick ? QUICK_EVENTS : EVENTS;
  await stack.kill('reporting');
  await publishCases(stack.addresses.kafkaBrokers, size);
  const db = await openRecord(stack);
  await db.query('update reporting.generation set wanted = wanted + 1');
  await stack.start('reporting');
  const samples = await watchReading(stack, db, size);
  const reports: number[] = [];
  for (const name of ['flow', 'stages', 'outcomes', 'amounts']) reports.push(await timeReport(stack, name));
  await db.end();
  const [first = Number.NaN] = samples.rate;
  const last = samples.rate.at(-1) ?? Number.NaN;
  return {
    samples,
    results: [
      resultOf('reporting.replay_per_s', samples.rate, '1/s'),
      resultOf('reporting.replay_last_over_first', [last / first], 'ratio', {
        text: '≥ 0.7 (flat)',
        isMet: (value) => value >= 0.7,
      }),
      resultOf('reporting.replay_rss_mib', samples.rssMiB, 'MiB'),
      resultOf('reporting.report_ms', reports, 'ms'),
    ],
  };
}

/** Publishes whole cases, as the relay would. */
async function publishCases(brokers: string, size: number): Promise<void> {
  const kafka = createKafka({ brokers, clientId: 'bench' });
  await ensureTopics(kafka, CASE_TOPICS);
  const publisher = await connectPublisher(kafka);
  let batch: Weighed[] = [];
  for (let n = 0, sent = 0; sent < size; n += 1) {
    const area = `${31 + (n % 4)}.${String(1 + (n % 30)).padStart(2, '0')}.01.2001`;
    const { type, rows } = mixedCase({ n, area, days: n % 700 });
    batch.push(...rows.map((row) => toMessage(topicOf(type), toCloudEvent(row))));
    sent += rows.length;
    if (batch.length < 2_000 && sent < size) continue;
    await publisher.send(batch);
    batch = [];
  }
  await publisher.close();
}

/** How long each tenth took and how large the process was at its end. */
async function watchReading(
  stack: LocalStack,
  db: pg.Client,
  size: number,
): Promise<{ rate: number[]; rssMiB: number[] }> {
  const rate: number[] = [];
  const rssMiB: number[] = [];
  let from: { at: number; read: number } | undefined;
  while (rate.length < TENTHS - 1) {
    const { rows } = await db.query<{ read: string }>(
      'select coalesce(sum(next_offset), 0) as read from reporting.read_position',
    );
    const read = Number(rows[0]?.read);
    const at = performance.now();
    if (from === undefined && read > 0) from = { at, read };
    else if (from !== undefined && read - from.read >= size / TENTHS) {
      rate.push((read - from.read) / ((at - from.at) / 1000));
      const { reporting } = stack.pids();
      console.log(`  ${rate.length} of ${TENTHS} tenths: ${Math.round(rate.at(-1) ?? 0)} events/s`);
      rssMiB.push(reporting === undefined ? Number.NaN : (residentMiB({ reporting })['reporting'] ?? Number.NaN));
      from = { at, read };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { rate, rssMiB };
}

/** A report of the whole country by regency, while events are still being read. @returns ms */
async function timeReport(stack: LocalStack, name: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${stack.addresses.reportingUrl}/v1/reports/${name}?level=regency`, {
    headers: { 'x-titian-identity': 'kp2mi-1' },
  });
  if (!response.ok) throw new Error(`report ${name} was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
  return performance.now() - began;
}
