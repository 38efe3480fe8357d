import type pg from 'pg';
import { figuresOf, type Line } from './figures.ts';
import type { Report } from './measures.ts';

const KEPT_MS = 30_000;

/** Readers who ask within half a minute of each other share one reading of the whole country. */
export class FigureCache {
  private readonly kept = new Map<string, { readonly until: number; readonly lines: Promise<readonly Line[]> }>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly least: number,
  ) {}

  of(report: Report): Promise<readonly Line[]> {
    const known = this.kept.get(report.name);
    if (known !== undefined && known.until > performance.now()) return known.lines;
    const lines = figuresOf(this.pool, report, this.least);
    this.kept.set(report.name, { until: performance.now() + KEPT_MS, lines });
    lines.catch(() => this.kept.delete(report.name)); // whoever asked hears of it
    return lines;
  }
}
