import { setTimeout as pause } from 'node:timers/promises';
import type { EventPublisher, Publication } from '@titian/kafka';
import type { Logger, Metrics } from '@titian/observability';
import { BrokersAway, connectBrokers, onBrokers } from './brokers.ts';
import { Doorbell } from './doorbell.ts';
import { Leadership } from './leadership.ts';
import { toOutgoing } from './outgoing.ts';
import { RecordLink } from './record-link.ts';
import type { RelayEnv } from './relay.config.ts';
import { RelayHealth } from './relay-health.ts';
import { ShardLog, type CursorMove, type PlacedRow } from './shard-log.ts';

/** With no notice the log is looked at this often: a notice may be lost, an event may not. */
const POLL_MS = 1_000;
const FIRST_BACK_OFF_MS = 100;
const LONGEST_BACK_OFF_MS = 5_000;
/** Less than the ten seconds after which a container is killed. */
const LONGEST_DRAIN_MS = 5_000;

/**
 * Publishes the log to Kafka: at least once, in order for each case. The log is the outbox, the cursor is one number for each
 * shard, and it moves only after Kafka has confirmed. Faults of either side are waited out, for days if need be.
 */
export class Relay {
  readonly health: RelayHealth;
  private readonly bell = new Doorbell();
  private readonly stopping = new AbortController();
  private backOffMs = FIRST_BACK_OFF_MS;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly env: RelayEnv,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.health = new RelayHealth(metrics);
  }

  start(): void {
    this.running = this.runForEver();
  }

  /** Finishes the batch at hand; one that Kafka does not confirm in time is left, with its cursor, to the next leader. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    const ended = new AbortController();
    const patience = pause(LONGEST_DRAIN_MS, undefined, { signal: ended.signal }).catch(() => undefined);
    await Promise.race([this.running, patience]);
    ended.abort();
  }

  private get goesOn(): boolean {
    return !this.stopping.signal.aborted;
  }

  private async runForEver(): Promise<void> {
    while (this.goesOn) {
      try {
        await this.withRecord();
      } catch (error) {
        this.health.lostRecord();
        await this.backOff('relay lost the record', error);
      }
    }
  }

  /** One session with the record, for as long as it lasts; Kafka may come and go meanwhile. */
  private async withRecord(): Promise<void> {
    const link = await RecordLink.open(this.env.DATABASE_URL, this.bell);
    try {
      const log = new ShardLog(link.client);
      this.health.record = true;
      while (this.goesOn) {
        link.check();
        this.health.measured(await log.lag());
        try {
          await this.withBrokers(link, log);
        } catch (error) {
          if (!(error instanceof BrokersAway)) throw error;
          this.health.lostBrokers();
          await log.leave(); // another relay may reach them
          await this.backOff('relay lost the brokers', error);
        }
      }
    } finally {
      await link.close();
    }
  }

  private async withBrokers(link: RecordLink, log: ShardLog): Promise<void> {
    const publisher = await connectBrokers(this.env.KAFKA_BROKERS, this.stopping.signal);
    try {
      this.health.metBrokers();
      await log.join();
      const leadership = new Leadership(log);
      let due = new Set<number>();
      for (let polled = -Infinity; this.goesOn;) {
        link.check();
        for (const shard of link.takeNotices()) due.add(shard);
        const isPoll = performance.now() - polled >= POLL_MS;
        if (isPoll) {
          polled = performance.now();
          await leadership.balance();
          due = new Set(leadership.cursorsOf().keys());
        }
        due = await this.forward(leadership, publisher, leadership.cursorsOf(due));
        if (isPoll) {
          this.health.measured(await log.lag());
          this.health.leads = leadership.size;
        }
        this.backOffMs = FIRST_BACK_OFF_MS;
        if (due.size === 0) await this.bell.wait(Math.max(0, polled + POLL_MS - performance.now()));
      }
    } finally {
      await publisher.close().catch(() => undefined);
    }
  }

  /**
   * One batch of these shards: read, publish, and only then move the cursors. One and no more, so that a shard with a backlog
   * keeps no other waiting. @returns the shards that may hold more
   */
  private async forward(
    leadership: Leadership,
    publisher: EventPublisher,
    cursors: ReadonlyMap<number, string>,
  ): Promise<Set<number>> {
    if (cursors.size === 0) return new Set();
    const limit = Math.ceil(this.env.RELAY_BATCH / cursors.size);
    const rows = await leadership.rowsAfter(cursors, limit);
    if (rows.length === 0) return new Set();
    const left = await this.publish(publisher, rows);
    if (this.env.RELAY_PATIENCE_MS > 0) await pause(this.env.RELAY_PATIENCE_MS);
    const moves = toMoves(cursors, rows);
    await leadership.advance(moves.map(({ move }) => move));
    this.health.published(left);
    return new Set(moves.filter(({ count }) => count === limit).map(({ move }) => move.shard));
  }

  /** A row that breaks its contract is buried with its reason and holds nobody up. @returns how many were events */
  private async publish(publisher: EventPublisher, rows: readonly PlacedRow[]): Promise<number> {
    const events: Publication[] = [];
    for (const row of rows) {
      const outgoing = toOutgoing(row);
      if ('event' in outgoing) {
        events.push(outgoing.event);
        continue;
      }
      const { reason, topic } = outgoing.letter;
      await onBrokers(publisher.bury(outgoing.letter));
      this.logger.error({ caseId: row.caseId, eventId: row.eventId, type: row.type, reason }, 'event buried');
      this.health.buried(topic);
    }
    if (events.length > 0) await onBrokers(publisher.publish(events));
    return events.length;
  }

  private async backOff(what: string, error: unknown): Promise<void> {
    if (!this.goesOn) return;
    this.logger.warn({ reason: reasonOf(error), nextTryMs: this.backOffMs }, what);
    await pause(this.backOffMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    this.backOffMs = Math.min(this.backOffMs * 2, LONGEST_BACK_OFF_MS);
  }
}

/** How far each shard's cursor may move after these rows, and how many of them were its own. */
function toMoves(
  cursors: ReadonlyMap<number, string>,
  rows: readonly PlacedRow[],
): { move: CursorMove; count: number }[] {
  const moves = new Map<number, { move: CursorMove; count: number }>();
  for (const { shard, position } of rows) {
    const count = (moves.get(shard)?.count ?? 0) + 1;
    moves.set(shard, { move: { shard, from: cursors.get(shard) ?? '0', to: position }, count });
  }
  return [...moves.values()];
}

/** The kind of a fault, without addresses or data. */
const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
