import type { Metrics, PartHealth } from '@titian/observability';

/** How far reporting is, for `/readyz` and `/metrics`. */
export class ReportingHealth {
  private reads = false;
  private hasRead = false;
  private lag = 0;

  constructor(private readonly metrics: Metrics) {
    this.applied(0);
  }

  applied(count: number): void {
    this.metrics.count('titian_reporting_applied_total', 'Events that took effect', {}, count);
  }

  unreadable(topic: string): void {
    this.metrics.count('titian_reporting_unreadable_total', 'Messages that are no event', { topic });
  }

  behind(lag: number): void {
    this.reads = true;
    this.hasRead = true;
    this.lag = lag;
    this.metrics.gauge('titian_reporting_lag', 'Events published and not read yet', lag);
  }

  lost(): void {
    this.reads = false;
  }

  /** Ready once it has read; old figures are still of use when Kafka goes away later, and the detail says so. */
  parts(): Readonly<Record<string, PartHealth>> {
    const detail = this.reads ? `lag ${this.lag}` : 'degraded: does not read';
    return { events: { ok: this.hasRead, detail } };
  }
}
