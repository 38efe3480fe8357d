import type { Metrics, PartHealth } from '@titian/observability';
import type { Parked } from './parking.ts';

/** What the relay leans on and how far behind it is, for `/readyz` and `/metrics`. */
export class RelayHealth {
  record = false;
  private kafka: 'never met' | 'there' | 'away' = 'never met';
  /** Shards this relay leads. */
  leads = 0;
  /** Events stored and not published yet, by any relay. */
  lag = 0;
  private parked: Parked = { events: 0, cases: 0, oldestS: 0 };

  constructor(private readonly metrics: Metrics) {
    this.published(0);
  }

  lostRecord(): void {
    this.record = false;
    this.leads = 0;
  }

  metBrokers(): void {
    this.kafka = 'there';
  }

  lostBrokers(): void {
    if (this.kafka === 'there') this.kafka = 'away';
    this.leads = 0;
  }

  measured(lags: readonly { readonly shard: number; readonly lag: number }[], parked: Parked): void {
    this.parked = parked;
    this.metrics.gauge('titian_relay_parked_events', 'Events held back until an operator releases them', parked.events);
    this.metrics.gauge('titian_relay_parked_cases', 'Cases that have events held back', parked.cases);
    this.metrics.gauge('titian_relay_parked_oldest_seconds', 'Age of the oldest held back', parked.oldestS);
    for (const { shard, lag } of lags) {
      this.metrics.gauge('titian_relay_lag', 'Events stored and not published yet', lag, { shard: String(shard) });
    }
    this.lag = lags.reduce((sum, { lag }) => sum + lag, 0);
  }

  published(count: number): void {
    this.metrics.count('titian_relay_published_total', 'Events published to Kafka', {}, count);
  }

  skipped(topic: string): void {
    this.metrics.count('titian_relay_skipped_total', 'Events that an operator has given up', { topic });
  }

  /**
   * Each part by name. Not ready until the brokers are met for the first time. If they go away later the relay is degraded and
   * still well: it keeps its place and goes on by itself, and nobody should restart it or hold up others for that. Nor for parked
   * events: they are shown here and alarmed by their gauges, and only an operator can release them.
   */
  parts(): Readonly<Record<string, PartHealth>> {
    const away = this.kafka === 'away' ? 'degraded: out of reach' : 'out of reach so far';
    return {
      record: { ok: this.record },
      kafka: {
        ok: this.kafka !== 'never met',
        detail: this.kafka === 'there' ? `lag ${this.lag}` : `${away}, lag ${this.lag}`,
      },
      shards: { ok: true, detail: `leads ${this.leads}` },
      parked: { ok: true, detail: this.parkedDetail },
    };
  }

  private get parkedDetail(): string {
    const { events, cases, oldestS } = this.parked;
    if (events === 0) return 'none';
    return `degraded: ${events} events of ${cases} cases, the oldest for ${oldestS} s; see npx titian events parked`;
  }
}
