import type pg from 'pg';
import type { Batch, Consumer, KafkaMessage } from 'kafkajs';
import { CASE_TOPICS, CloudEvent } from '@titian/events';
import { createKafka, ensureTopics, type Kafka } from '@titian/kafka';
import type { Logger } from '@titian/observability';
import { applyEvents } from './case-store.ts';
import { beginGeneration, GenerationOver, holdGeneration, markComplete, readGeneration } from './generation.ts';
import type { ReportedEvent } from './fold/reported-rows.ts';
import { lagOf, lockPosition, movePosition } from './read-position.ts';
import type { ReportingHealth } from './reporting-health.ts';

export const CONSUMER = 'reporting';
const LOOK_MS = 1_000;
const BACK_OFF_MS = 1_000;

/**
 * Reads the published events into the schema: each takes effect once, in one transaction with the place to go on from. What comes
 * again is known by that place, and by the version of its case. A rebuild empties all of that and reads under a new group from the first offset.
 */
export class EventSource {
  private readonly kafka: Kafka;
  private readonly stopping = new AbortController();
  private readonly wentBackTo = new Set<string>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: pg.Pool,
    private readonly options: { readonly brokers: string; readonly batch: number },
    private readonly logger: Logger,
    private readonly health: ReportingHealth,
  ) {
    this.kafka = createKafka({ brokers: options.brokers, clientId: CONSUMER });
  }

  start(): void {
    this.running = this.runForEver();
  }

  /** Finishes the batch at hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async runForEver(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.runGeneration();
      } catch (error) {
        this.health.lost();
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
        this.logger.warn({ reason }, 'reporting starts reading again');
        await this.sleep(BACK_OFF_MS);
      }
    }
  }

  /** Reads until a rebuild is wanted, the consumer gives up, or reporting stops. */
  private async runGeneration(): Promise<void> {
    await ensureTopics(this.kafka, CASE_TOPICS);
    const client = await this.pool.connect();
    const generation = await beginGeneration(client).finally(() => {
      client.release();
    });
    this.logger.info({ generation: generation.current }, 'reporting reads');
    const consumer = this.kafka.consumer({
      groupId: `${CONSUMER}-${generation.current}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 100,
      maxBytesPerPartition: 2_097_152,
      maxBytes: 8_388_608,
    });
    const gaveUp = new Promise<never>((_resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
    });
    gaveUp.catch(() => undefined); // told below, if reading has not ended before
    const over = new AbortController();
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...CASE_TOPICS], fromBeginning: true });
      await consumer.run({
        eachBatchAutoResolve: false,
        eachBatch: async (work) => {
          const { batch } = work;
          for (
            let from = 0;
            from < batch.messages.length && work.isRunning() && !work.isStale();
            from += this.options.batch
          ) {
            const messages = batch.messages.slice(from, from + this.options.batch);
            if (!(await this.apply(consumer, batch, messages, generation.current))) return;
            work.resolveOffset(messages.at(-1)?.offset ?? batch.lastOffset());
            await work.heartbeat();
          }
        },
      });
      await Promise.race([gaveUp, this.watch(generation.current, over.signal)]);
    } finally {
      over.abort();
      await consumer.disconnect();
    }
  }

  /** One transaction. @returns false if the consumer has to go back first, or begin anew */
  private async apply(
    consumer: Consumer,
    { topic, partition }: Batch,
    messages: readonly KafkaMessage[],
    generation: number,
  ): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await holdGeneration(client, generation);
      const position = await lockPosition(client, topic, partition);
      const first = BigInt(messages[0]?.offset ?? '0');
      if (first > position && (await this.canGoBack(topic, partition, position))) {
        await client.query('rollback');
        consumer.seek({ topic, partition, offset: String(position) }); // e.g. our database was restored, the group's offset was not
        return false;
      }
      const events = messages.flatMap((message) => this.read(topic, partition, message, position));
      await applyEvents(client, events);
      const last = BigInt(messages.at(-1)?.offset ?? '0');
      if (last >= position) await movePosition(client, topic, partition, last + 1n);
      await client.query('commit');
      this.health.applied(events.length);
      return true;
    } catch (error) {
      await client.query('rollback').catch(() => undefined); // the connection may be the fault
      if (error instanceof GenerationOver) return false;
      throw error;
    } finally {
      client.release();
    }
  }

  /** A message that is no event is passed over, and counted: it can never become a figure. */
  private read(topic: string, partition: number, message: KafkaMessage, position: bigint): ReportedEvent[] {
    if (BigInt(message.offset) < position) return [];
    const event = CloudEvent.safeParse(parse(message.value));
    if (event.success) return [event.data];
    this.health.unreadable(topic);
    this.logger.error({ topic, partition, offset: message.offset }, 'message is no event');
    return [];
  }

  /** Looks now and then how far it is behind, and whether a rebuild is wanted. Returns when one is, or when reporting stops. */
  private async watch(generation: number, over: AbortSignal): Promise<void> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      while (!this.stopping.signal.aborted && !over.aborted) {
        const lag = await lagOf(this.pool, admin);
        this.health.behind(lag);
        if (lag === 0) await markComplete(this.pool, generation);
        const { wanted, current } = await readGeneration(this.pool);
        if (wanted > generation || current !== generation) return;
        await this.sleep(LOOK_MS);
      }
    } finally {
      await admin.disconnect();
    }
  }

  /** Once to each place, and not to what the brokers hold no more: whatever stands there now is the next. */
  private async canGoBack(topic: string, partition: number, offset: bigint): Promise<boolean> {
    const place = `${topic}/${partition}/${offset}`;
    if (this.wentBackTo.has(place)) return false;
    this.wentBackTo.add(place);
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const offsets = await admin.fetchTopicOffsets(topic);
      return BigInt(offsets.find((each) => each.partition === partition)?.low ?? '0') <= offset;
    } finally {
      await admin.disconnect();
    }
  }

  private async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const { signal } = this.stopping;
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', wake);
        resolve();
      }, ms);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

function parse(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString('utf8') ?? '') as unknown;
  } catch {
    return undefined; // not JSON: the schema refuses it
  }
}
