import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { BrokenContract, CASE_TOPICS, deadLetterTopicOf, toCloudEvent, topicOf } from '@titian/events';
import { connectPublisher, createKafka, ensureTopics, type EventPublisher, type Publication } from '@titian/kafka';
import type { Logger, Metrics } from '@titian/observability';
import { EVENT_CHANNEL, SHARDS } from '@titian/persistence';
import type { RelayEnv } from './relay.config.ts';
import { ShardLog, type PlacedRow } from './shard-log.ts';

/** With no notice the log is looked at this often: a notice may be lost, an event may not. */
const POLL_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5_000;

/** What the relay leans on, for `/readyz`. */
export interface RelayHealth {
  readonly record: boolean;
  readonly kafka: boolean;
  readonly leads: number;
  readonly lag: number;
}

/**
 * Publishes the log to Kafka: at least once, in order for each case. The log is the outbox, the cursor is one number for each
 * shard, and it moves only after Kafka has confirmed. Faults of either side are waited out, for hours if need be.
 */
export class Relay {
  private readonly awake = new Set<number>();
  private wakeUp: () => void = () => undefined;
  private health: RelayHealth = { record: false, kafka: false, leads: 0, lag: 0 };
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly env: RelayEnv,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  start(): void {
    this.running = this.runForEver();
  }

  /** Finishes the batch at hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  state(): RelayHealth {
    return this.health;
  }

  private async runForEver(): Promise<void> {
    for (let backOff = 200; !this.stopping; backOff = Math.min(backOff * 2, LONGEST_BACK_OFF_MS)) {
      try {
        await this.session(() => {
          backOff = 200;
        });
      } catch (error) {
        this.health = { ...this.health, leads: 0 };
        this.logger.warn({ reason: reasonOf(error), nextTryMs: backOff }, 'relay lost its record or its brokers');
        await pause(backOff);
      }
    }
  }

  /** One connection to each side; ends when one of them is lost or the relay stops. */
  private async session(onProgress: () => void): Promise<void> {
    const client = new pg.Client({ connectionString: this.env.DATABASE_URL, application_name: 'event-relay', keepAlive: true });
    let lost: Error | undefined;
    client.on('error', (error) => {
      lost = error;
      this.wakeUp();
    });
    client.on('notification', ({ payload }) => {
      this.awake.add(Number(payload));
      this.wakeUp();
    });
    let publisher: EventPublisher | undefined;
    try {
      this.health = { ...this.health, record: false, kafka: false };
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
      this.health = { ...this.health, record: true };
      const log = new ShardLog(client);
      await this.measure(log);
      const kafka = createKafka({ brokers: this.env.KAFKA_BROKERS, clientId: 'event-relay' });
      await ensureTopics(kafka, [...CASE_TOPICS, ...CASE_TOPICS.map(deadLetterTopicOf)]);
      publisher = await connectPublisher(kafka);
      this.health = { ...this.health, kafka: true };
      const led = new Set<number>();
      while (!this.stopping) {
        if (lost !== undefined) throw lost;
        await this.round(log, publisher, led);
        onProgress();
      }
    } finally {
      await publisher?.close().catch(() => undefined);
      await client.end().catch(() => undefined);
    }
  }

  /** Takes up vacant shards, publishes what is new, then sleeps until a notice or the poll. */
  private async round(log: ShardLog, publisher: EventPublisher, led: Set<number>): Promise<void> {
    const noticed = [...this.awake];
    this.awake.clear();
    const known = noticed.length > 0 && noticed.every((shard) => led.has(shard));
    for (const shard of known ? noticed : allShards()) {
      if (!led.has(shard) && !(await log.lead(shard))) continue;
      led.add(shard);
      if (!(await this.drain(log, publisher, shard))) throw new Error(`another relay moved the cursor of shard ${shard}`);
    }
    if (!known) await this.measure(log);
    this.health = { ...this.health, leads: led.size };
    if (this.awake.size === 0 && !this.stopping) await this.sleep();
  }

  /** Publishes a shard until nothing is left. @returns false if another relay leads it */
  private async drain(log: ShardLog, publisher: EventPublisher, shard: number): Promise<boolean> {
    for (let cursor = await log.cursor(shard); !this.stopping; ) {
      const rows = await log.rowsAfter(shard, cursor, this.env.RELAY_BATCH);
      const last = rows.at(-1);
      if (last === undefined) return true;
      await this.publish(publisher, rows);
      if (this.env.RELAY_PATIENCE_MS > 0) await pause(this.env.RELAY_PATIENCE_MS);
      if (!(await log.advance(shard, cursor, last.position))) return false;
      this.metrics.count('titian_relay_published_total', 'Events published to Kafka', {}, rows.length);
      cursor = last.position;
    }
    return true;
  }

  /** A row that breaks its contract is buried with its reason and holds nobody up. */
  private async publish(publisher: EventPublisher, rows: readonly PlacedRow[]): Promise<void> {
    const good: Publication[] = [];
    for (const row of rows) {
      try {
        good.push({ topic: topicOf(row.caseType), event: toCloudEvent(row) });
      } catch (error) {
        if (!(error instanceof BrokenContract)) throw error;
        this.logger.error({ eventId: row.eventId, type: row.type, fields: error.fields }, 'event breaks its contract');
        this.metrics.count('titian_relay_buried_total', 'Events that break their contract', { type: row.type });
        await publisher.bury({
          topic: deadLetterTopicOf(topicOf(row.caseType)),
          key: row.caseId,
          body: row.body,
          reason: error.message,
        });
      }
    }
    if (good.length > 0) await publisher.publish(good);
  }

  private async measure(log: ShardLog): Promise<void> {
    const lags = await log.lag();
    for (const { shard, lag } of lags) {
      this.metrics.gauge('titian_relay_lag', 'Events stored and not published yet', lag, { shard: String(shard) });
    }
    this.health = { ...this.health, lag: lags.reduce((sum, { lag }) => sum + lag, 0) };
  }

  private async sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}

const allShards = (): number[] => Array.from({ length: SHARDS }, (_, shard) => shard);

/** The kind of a fault, without addresses or data. */
const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
