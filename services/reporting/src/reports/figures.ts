import type pg from 'pg';
import type { Measure, Report } from './measures.ts';
import { hide, widerBy } from './suppression.ts';

const ALL = '*';
const WIDER = widerBy('/');

/** One line of a report. Codes are `*` where the line holds all of them. */
export interface Line {
  /** `province/regency/office`, as far as the line goes. */
  readonly place: string;
  /** `type/subject`, as far as the line goes. */
  readonly kind: string;
  readonly month: string;
  readonly part: string;
  /** By measure and by what else is told of it; one that is not shown is missing. */
  readonly values: Readonly<Record<string, Value>>;
  /** Measures that are not shown because so few stand behind them, or because another figure would give such a one away. */
  readonly suppressed: readonly string[];
}
export type Value = number | string | readonly string[];

interface Row {
  readonly province: string;
  readonly regency: string;
  readonly office: string;
  readonly type: string;
  readonly subject: string;
  readonly month: string;
  readonly part: string;
  readonly count: number;
  readonly more: Readonly<Record<string, Value | null>>;
}

/** Figures of one measure that fit into this process beside the events that it reads. */
const MOST_FIGURES = 100_000;

/** More figures than this process can weigh against each other. */
export class TooManyFigures extends Error {
  override readonly name = 'TooManyFigures';
}

/**
 * Every line of a report over the whole country, with what must not be shown left out. Filters come after, never before.
 * @throws TooManyFigures instead of running out of memory
 */
export async function figuresOf(
  pool: pg.Pool,
  report: Report,
  least: number,
  most = MOST_FIGURES,
): Promise<readonly Line[]> {
  const lines = new Map<string, Line>();
  for (const measure of report.measures) {
    const rows = await countAll(pool, report, measure, most + 1);
    if (rows.length > most) throw new TooManyFigures(`${report.name} has more than ${most} figures`);
    const at = rows.map(coordinatesOf);
    const hidden = hide(
      rows.map(({ count }, index) => ({ at: at[index] ?? [], count })),
      measure.isStock === true ? [WIDER, WIDER, () => undefined, WIDER] : [WIDER, WIDER, WIDER, WIDER],
      least,
    );
    for (const [index, row] of rows.entries()) addTo(lines, at[index] ?? [], measure, row, hidden[index] === true);
  }
  return [...lines.values()].sort(byCoordinates);
}

function addTo(
  lines: Map<string, Line>,
  [place = ALL, kind = ALL, month = ALL, part = ALL]: readonly string[],
  { name }: Measure,
  { count, more }: Row,
  isHidden: boolean,
): void {
  const key = [place, kind, month, part].join('\u0000');
  const line = lines.get(key) ?? { place, kind, month, part, values: {}, suppressed: [] };
  const told = Object.fromEntries(Object.entries(more).filter((entry): entry is [string, Value] => entry[1] !== null));
  lines.set(
    key,
    isHidden
      ? { ...line, suppressed: [...line.suppressed, name] }
      : { ...line, values: { ...line.values, [name]: count, ...told } },
  );
}

const coordinatesOf = ({ province, regency, office, type, subject, month, part }: Row): readonly string[] => [
  joined(province, regency, office),
  joined(type, subject),
  month,
  part,
];
const joined = (...codes: readonly string[]): string => codes.filter((code) => code !== ALL).join('/') || ALL;

function byCoordinates(a: Line, b: Line): number {
  for (const member of ['place', 'kind', 'month', 'part'] as const) {
    if (a[member] !== b[member]) return a[member] < b[member] ? -1 : 1;
  }
  return 0;
}

/** Counts at every level of every dimension in one reading of the rows. */
async function countAll(
  pool: pg.Pool,
  { part }: Report,
  { rows, more, isStock }: Measure,
  limit: number,
): Promise<readonly Row[]> {
  const grouped = [
    'rollup (province, regency, office)',
    'rollup (type, subject)',
    isStock === true ? 'month' : 'rollup (month)',
    ...(part === null ? [] : ['rollup (part)']),
  ];
  const names = ['province', 'regency', 'office', 'type', 'subject', 'month', ...(part === null ? [] : ['part'])];
  const told = Object.entries(more).map(([name, aggregate]) => `'${name}', ${aggregate}`);
  const { rows: counted } = await pool.query<Row>(
    `select ${names.map((name) => `case when grouping(${name}) = 1 then '*' else ${name} end as ${name}`).join(', ')},
       ${part === null ? `'*' as part,` : ''} count(*)::int as count, jsonb_build_object(${told.join(', ')}) as more
     from (${rows}) r group by ${grouped.join(', ')} limit $1`,
    [limit],
  );
  return counted;
}
