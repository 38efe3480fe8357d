import { setTimeout as pause } from 'node:timers/promises';
import type { Logger, Metrics } from '@titian/observability';
import { BrokerLink, BrokersAway } from './brokers.ts';
import { Delivery } from './delivery.ts';
import { Doorbell } from './doorbell.ts';
import { Forwarding } from './forwarding.ts';
import { Leadership } from './leadership.ts';
import { Parking } from './parking.ts';
import { RecordLink } from './record-link.ts';
import type { RelayEnv } from './relay.config.ts';
import { RelayHealth } from './relay-health.ts';
import { Releasing } from './releasing.ts';
import { ShardLog } from './shard-log.ts';

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
        this.health.measured(await log.lag(), await new Parking(link.client).count());
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
    const brokers = await BrokerLink.open(this.env.KAFKA_BROKERS, this.stopping.signal);
    try {
      this.health.metBrokers();
      await log.join();
      await this.lead(link, log, brokers);
    } finally {
      await brokers.close();
    }
  }

  private async lead(link: RecordLink, log: ShardLog, brokers: BrokerLink): Promise<void> {
    const parking = new Parking(link.client);
    const leadership = new Leadership(log);
    const delivery = new Delivery(brokers);
    const forwarding = new Forwarding(log, leadership, delivery, {
      batch: this.env.RELAY_BATCH,
      patienceMs: this.env.RELAY_PATIENCE_MS,
      onDelivered: (published, held) => {
        this.health.published(published);
        for (const each of held) this.logger.error(each, 'event parked');
      },
    });
    const releasing = new Releasing(parking, brokers, this.logger, this.health);
    let due = new Set<number>();
    for (let polled = -Infinity; this.goesOn;) {
      link.check();
      for (const shard of link.takeNotices()) due.add(shard);
      const isPoll = performance.now() - polled >= POLL_MS;
      if (isPoll) {
        polled = performance.now();
        const hasChanged = await leadership.balance();
        due = new Set(leadership.cursorsOf().keys());
        if (hasChanged) delivery.hold(await parking.casesOf([...due]));
        for (const caseId of await releasing.release([...due])) delivery.free(caseId);
      }
      due = await forwarding.run(
        due,
        () => !this.goesOn || performance.now() - polled >= POLL_MS,
        () => link.takeNotices(),
      );
      if (isPoll) {
        this.health.measured(await log.lag(), await parking.count());
        this.health.leads = leadership.size;
      }
      this.backOffMs = FIRST_BACK_OFF_MS;
      if (due.size === 0) await this.bell.wait(Math.max(0, polled + POLL_MS - performance.now()));
    }
  }

  private async backOff(what: string, error: unknown): Promise<void> {
    if (!this.goesOn) return;
    this.logger.warn({ reason: reasonOf(error), nextTryMs: this.backOffMs }, what);
    await pause(this.backOffMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    this.backOffMs = Math.min(this.backOffMs * 2, LONGEST_BACK_OFF_MS);
  }
}

/** The kind of a fault, without addresses or data. */
const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
