import type { PlainDay } from '@titian/domain';
import { dayAfter } from '../precheck/days.ts';
import type { RowRef } from '../precheck/result.ts';
import { ROWS } from './generated/index.ts';
import type { LawKind, LawRow, RowOf, Rows } from './schema.ts';

/** Every kind but instruments, which are no rules themselves. */
const lawKindsOf = (rows: Rows): readonly LawKind[] =>
  (Object.keys(rows) as (keyof Rows)[]).filter((kind): kind is LawKind => kind !== 'instrument');

/** The rows that hold on one day, with the look-ups the calculator needs. */
export interface RulesOfDay {
  readonly rows: { readonly [K in LawKind]: readonly RowOf<K>[] };
  readonly benefitsByCode: ReadonlyMap<string, RowOf<'benefit'>>;
  readonly claimTypes: ReadonlyMap<string, RowOf<'claimType'>>;
  readonly documents: ReadonlyMap<string, RowOf<'document'>>;
  readonly papersByClaimType: ReadonlyMap<string, readonly RowOf<'paper'>[]>;
  readonly scholarships: ReadonlyMap<string, RowOf<'scholarship'>>;
  readonly expiry: ReadonlyMap<string, RowOf<'expiry'>>;
}

/** A set of rows that can be asked by day. */
export interface Rulebook {
  readonly rows: Rows;
  /** Every benefit of any time. */
  readonly benefitCodes: ReadonlySet<string>;
  /** First day of the oldest benefit; before it nothing can be judged. */
  readonly firstDay: PlainDay;
  /** First day of the oldest list of papers that was read. */
  readonly firstPaperDay: PlainDay;
  /** What holds on a day, both ends of a row included; empty before the first rule. Remembered, so asking is cheap. */
  rulesOn(day: PlainDay): RulesOfDay;
  /** Row of a kind and key on a day, undefined if none holds. */
  findRow<K extends LawKind>(kind: K, key: string, day: PlainDay): RowOf<K> | undefined;
}

const holdsOn = (row: LawRow, day: PlainDay): boolean =>
  row.validFrom <= day && (row.validTo === null || day <= row.validTo);

const byKey = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

function rulesOfDay(all: Rows, day: PlainDay): RulesOfDay {
  const rows = Object.fromEntries(
    lawKindsOf(all).map((kind) => [kind, (all[kind] as readonly LawRow[]).filter((row) => holdsOn(row, day))]),
  ) as unknown as RulesOfDay['rows'];
  const papersByClaimType = new Map<string, RowOf<'paper'>[]>();
  for (const paper of rows.paper) {
    for (const type of paper.claimTypes) papersByClaimType.set(type, [...(papersByClaimType.get(type) ?? []), paper]);
  }
  return {
    rows,
    benefitsByCode: byKey(rows.benefit, ({ code }) => code),
    claimTypes: byKey(rows.claimType, ({ code }) => code),
    documents: byKey(rows.document, ({ code }) => code),
    papersByClaimType,
    scholarships: byKey(rows.scholarship, ({ level }) => level),
    expiry: byKey(rows.expiry, ({ programme }) => programme),
  };
}

/** Between two changes of any row the rules are the same: the days of change, in order. */
function changesOf(rows: Rows): readonly PlainDay[] {
  const days = lawKindsOf(rows).flatMap((kind) =>
    (rows[kind] as readonly LawRow[]).flatMap(({ validFrom, validTo }) =>
      validTo === null ? [validFrom] : [validFrom, dayAfter(validTo)],
    ),
  );
  return [...new Set(days)].sort();
}

const firstOf = (rows: readonly LawRow[]): PlainDay => rows.map(({ validFrom }) => validFrom).sort()[0] ?? '9999-12-31';

/** Makes rows askable by day. */
export function rulebookOf(rows: Rows): Rulebook {
  const changes = changesOf(rows);
  const known = new Map<string, RulesOfDay>();
  const rulesOn = (day: PlainDay): RulesOfDay => {
    const since = changes.findLast((change) => change <= day) ?? '';
    let rules = known.get(since);
    if (rules === undefined) {
      rules = rulesOfDay(rows, day);
      known.set(since, rules);
    }
    return rules;
  };
  return {
    rows,
    benefitCodes: new Set(rows.benefit.map(({ code }) => code)),
    firstDay: firstOf(rows.benefit),
    firstPaperDay: firstOf(rows.paper),
    rulesOn,
    findRow: (kind, key, day) => (rulesOn(day).rows[kind] as readonly LawRow[]).find((row) => row.key === key) as never,
  };
}

/** The rows of this release. */
export const rulebook: Rulebook = rulebookOf(ROWS);

/** Rows of any kind that are law, each with its kind. */
export function lawRows(rows: Rows): readonly { readonly kind: LawKind; readonly row: LawRow }[] {
  return lawKindsOf(rows).flatMap((kind) => (rows[kind] as readonly LawRow[]).map((row) => ({ kind, row })));
}

const refs = new WeakMap<LawRow, RowRef>();

/** The citation of a row, as an answer carries it. */
export function refOf(kind: LawKind, row: LawRow): RowRef {
  let ref = refs.get(row);
  if (ref === undefined) {
    const { key, instrument, article, verified, source, validFrom, validTo, note } = row;
    ref = {
      id: `${kind}/${key}@${validFrom}`,
      kind,
      instrument,
      article: article ?? '',
      verified,
      source: source[0],
      validFrom,
      validTo,
      ...(note === undefined ? {} : { note }),
    };
    refs.set(row, ref);
  }
  return ref;
}
