import { BODIES } from '@titian/domain';
import { daysLater } from '../precheck/days.ts';
import { lawRows, refOf } from '../rows/rulebook.ts';
import type { LawKind, LawRow, RowOf, Rows } from '../rows/schema.ts';

/** What is wrong with a row. `at` is the row's id, `<kind>/<key>@<validFrom>`. */
export interface RowFinding {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
}
type Find = (rule: string, at: string, message: string) => void;

const UNSEEN = /belum (terbaca|dibaca)/;
const idOf = (kind: LawKind, row: LawRow): string => refOf(kind, row).id;

/** The same rule in time: no day may have two versions, and none between two versions may have none. */
function timeOf(rows: Rows, find: Find): void {
  const versions = new Map<string, { kind: LawKind; row: LawRow }[]>();
  for (const { kind, row } of lawRows(rows)) {
    const name = `${kind}/${row.key}`;
    versions.set(name, [...(versions.get(name) ?? []), { kind, row }]);
    if (row.validTo !== null && row.validTo < row.validFrom)
      find('rows/ends-before-start', idOf(kind, row), `ends on ${row.validTo}, before it begins`);
  }
  for (const list of versions.values()) {
    const sorted = [...list].sort((a, b) => (a.row.validFrom < b.row.validFrom ? -1 : 1));
    sorted.slice(1).forEach(({ kind, row }, index) => {
      const before = sorted[index]?.row;
      if (before === undefined) return;
      const { validTo } = before;
      if (validTo === null || validTo >= row.validFrom)
        find('rows/overlap', idOf(kind, row), `begins while the version of ${before.validFrom} still holds`);
      else if (daysLater(validTo, 1) < row.validFrom)
        find(
          'rows/gap',
          idOf(kind, row),
          `nothing holds from ${daysLater(validTo, 1)} to ${daysLater(row.validFrom, -1)}`,
        );
    });
  }
}

const hasSum = ({ kind, row }: { kind: LawKind; row: LawRow }): boolean =>
  kind === 'premium' ||
  kind === 'scholarship' ||
  (kind === 'benefit' &&
    !['BALANCE', 'SERVICE', 'NOT_FOUND', 'SCHOLARSHIP'].includes((row as RowOf<'benefit'>).formula.kind));

/** What a row rests on: an article, an instrument that holds, a source that is listed. */
function citations(rows: Rows, sources: Readonly<Record<string, string>>, find: Find): void {
  const instruments = new Map(rows.instrument.map((instrument) => [instrument.name, instrument]));
  for (const { kind, row } of lawRows(rows)) {
    const at = idOf(kind, row);
    if (row.article === null && hasSum({ kind, row })) find('rows/sum-without-article', at, 'a sum needs an article');
    if (row.verified && (row.article === null || UNSEEN.test(row.article)))
      find('rows/verified-without-article', at, 'verified means that the text of an article was read: name it');
    if (row.verified && row.instrument === 'Titian')
      find('rows/own-rule-verified', at, 'a rule of our own is never verified');
    if (row.source.length === 0 && row.instrument !== 'Titian')
      find('rows/source-missing', at, 'say where it was seen');
    for (const source of row.source.filter((number) => !Object.hasOwn(sources, number)))
      find('rows/source-unknown', at, `${source} is not in docs/law/sources.md`);
    const instrument = instruments.get(row.instrument);
    if (instrument === undefined) find('rows/instrument-unknown', at, `${row.instrument} is not among the instruments`);
    else {
      const ended = instrument.validTo !== null && (row.validTo === null || row.validTo > instrument.validTo);
      if (ended)
        find(
          'rows/citation-expired',
          at,
          `${row.instrument} holds to ${instrument.validTo} only, then ${instrument.replacedBy}`,
        );
      if (instrument.validFrom !== null && row.validFrom < instrument.validFrom)
        find('rows/citation-too-early', at, `${row.instrument} holds from ${instrument.validFrom} only`);
    }
  }
  for (const { name, validTo, replacedBy, source } of rows.instrument) {
    const at = `instrument/${name}`;
    if (replacedBy !== null && !instruments.has(replacedBy))
      find('rows/instrument-unknown', at, `is replaced by ${replacedBy}, which is not among the instruments`);
    if ((replacedBy === null) !== (validTo === null))
      find('rows/instrument-end', at, 'an end and a replacement go together');
    for (const number of source.filter((each) => !Object.hasOwn(sources, each)))
      find('rows/source-unknown', at, `${number} is not in docs/law/sources.md`);
  }
}

/** Names that one row uses and another must have. */
function references(rows: Rows, find: Find): void {
  const documents = new Set(rows.document.map(({ code }) => code));
  const types = new Set(rows.claimType.map(({ code }) => code));
  const withPapers = new Set(rows.paper.flatMap(({ claimTypes }) => claimTypes));
  for (const row of rows.document)
    if (row.issuers.length === 0)
      find('rows/document-without-issuer', idOf('document', row), 'nobody can issue it: a family would be stuck');
  for (const row of rows.paper) {
    for (const { document } of row.anyOf.filter((each) => !documents.has(each.document)))
      find('rows/document-unknown', idOf('paper', row), `${document} is no document`);
    for (const type of row.claimTypes.filter((each) => !types.has(each)))
      find('rows/claim-type-unknown', idOf('paper', row), `${type} is no claim type`);
    if (row.anyOf.every(({ substitute }) => substitute))
      find(
        'rows/only-substitutes',
        idOf('paper', row),
        'a substitute stands in for something: one paper must be the usual one',
      );
  }
  for (const row of rows.benefit)
    for (const type of [row.claimType, row.claimTypeInIndonesia].filter(
      (each) => each !== undefined && !types.has(each),
    ))
      find('rows/claim-type-unknown', idOf('benefit', row), `${type} is no claim type`);
  for (const row of rows.claimType)
    if (!withPapers.has(row.code))
      find('rows/claim-type-without-papers', idOf('claimType', row), 'no row says what it needs');
  for (const row of rows.complaintCategory)
    for (const body of row.bodies.filter((each) => !Object.hasOwn(BODIES, each)))
      find('rows/body-unknown', idOf('complaintCategory', row), `${body} is no body`);
}

const isDayOfYear = (year: number, monthDay: string): boolean => {
  const at = new Date(`${year}-${monthDay}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${monthDay}`);
};

/** What a single row must not say. */
function contents(rows: Rows, sources: Readonly<Record<string, string>>, find: Find): void {
  for (const row of rows.holidays) {
    const at = idOf('holidays', row);
    const all = [...row.holidays, ...row.jointLeave];
    for (const each of all.filter((monthDay) => !isDayOfYear(row.year, monthDay)))
      find('rows/no-such-day', at, `${row.year}-${each} is no day`);
    if (new Set(all).size < all.length) find('rows/day-twice', at, 'a day stands there twice');
    for (const each of row.provisional.filter((monthDay) => !row.holidays.includes(monthDay)))
      find('rows/no-such-day', at, `${each} is provisional but no holiday`);
  }
  for (const row of rows.benefit) {
    const at = idOf('benefit', row);
    const { formula } = row;
    if (formula.kind === 'BY_SERVICE') {
      const months = formula.steps.map(({ fromMonths }) => fromMonths);
      if (months.some((month, index) => index > 0 && month <= (months[index - 1] ?? -1)))
        find('rows/steps-out-of-order', at, 'steps must rise by months');
    }
    for (const { source } of row.reported)
      if (source !== undefined && !Object.hasOwn(sources, source))
        find('rows/source-unknown', at, `${source} is not in docs/law/sources.md`);
  }
  for (const row of rows.premium)
    if (row.atMost < row.amount)
      find('rows/premium-range', idOf('premium', row), 'the upper end lies below the lower one');
}

/** Everything that is wrong with a set of rows, row by row; an unverified row is no fault, see `unverifiedRows`. */
export function lintRows(rows: Rows, sources: Readonly<Record<string, string>>): readonly RowFinding[] {
  const found: RowFinding[] = [];
  const find: Find = (rule, at, message) => void found.push({ rule, at, message });
  timeOf(rows, find);
  citations(rows, sources, find);
  references(rows, find);
  contents(rows, sources, find);
  return found;
}

/** Ids of the rows whose text nobody has read: to be shown, and to be read one day. */
export function unverifiedRows(rows: Rows): readonly string[] {
  return lawRows(rows).flatMap(({ kind, row }) => (row.verified ? [] : [idOf(kind, row)]));
}
