import type { Report } from '../reports/measures.ts';
import type { ShownLine } from '../reports/report-page.ts';
import type { Value } from '../reports/figures.ts';

/** A report as rows and columns. A cell that is not shown is empty, and the column `suppressed` names it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export function toTable({ measures, part }: Report, lines: readonly ShownLine[]): Table {
  const figures = measures.flatMap(({ name, more }) => [name, ...Object.keys(more)]);
  return {
    columns: ['place', 'kind', 'month', ...(part === null ? [] : [part]), ...figures, 'suppressed', 'unverifiedLaw'],
    rows: lines.map((line) => [
      line.place,
      line.kind,
      line.month,
      ...(part === null ? [] : [line.part]),
      ...figures.map((name) => toCell(line.values[name])),
      line.suppressed.join(' '),
      line.unverifiedLaw.join(' '),
    ]),
  };
}

/** Amounts are text: a sum of rupiah may be larger than a number of a spreadsheet can hold exactly. */
function toCell(value: Value | undefined): string | number | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  return typeof value === 'string' ? value : value.join(' ');
}
