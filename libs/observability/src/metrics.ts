/**
 * Prometheus text format 0.0.4, the few lines of it that a counter and a gauge need. prom-client would bring histograms and
 * default metrics that nobody asks of these services; should somebody, this class gives way to it.
 */
export class Metrics {
  private readonly series = new Map<string, { help: string; type: 'counter' | 'gauge'; values: Map<string, number> }>();

  /** Adds to a counter. */
  count(name: string, help: string, labels: Readonly<Record<string, string>> = {}, by = 1): void {
    const values = this.seriesOf(name, help, 'counter');
    const key = labelText(labels);
    values.set(key, (values.get(key) ?? 0) + by);
  }

  /** Sets a gauge. */
  gauge(name: string, help: string, value: number, labels: Readonly<Record<string, string>> = {}): void {
    this.seriesOf(name, help, 'gauge').set(labelText(labels), value);
  }

  /** All series, as `/metrics` shows them. */
  render(): string {
    const lines: string[] = [];
    for (const [name, { help, type, values }] of this.series) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
      for (const [labels, value] of values) lines.push(`${name}${labels} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }

  private seriesOf(name: string, help: string, type: 'counter' | 'gauge'): Map<string, number> {
    const known = this.series.get(name) ?? { help, type, values: new Map<string, number>() };
    this.series.set(name, known);
    return known.values;
  }
}

const labelText = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};
