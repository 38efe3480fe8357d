import type { PlainDay, Text } from '@titian/domain';
import { refOf, type RulesOfDay } from '../rows/rulebook.ts';
import type { RowOf } from '../rows/schema.ts';
import type { Programme, Window } from '../rows/vocabulary.ts';
import { daysLater, earliest, monthsLater } from './days.ts';
import type { CoveragePeriod, EventFacts } from './facts.ts';
import { ask } from './questions.ts';
import type { CoverAnswer, OpenFact, RowRef } from './result.ts';

type WindowRow = RowOf<'window'>;

/** One time of cover of one period. `from` null: it never began; `open`: facts without which it cannot be placed. */
export interface CoverSpan {
  readonly window: Window;
  readonly programmes: readonly Programme[];
  /** First and last day, both included. */
  readonly from: PlainDay | null;
  readonly to: PlainDay | null;
  readonly open: readonly OpenFact[];
  readonly row: RowRef;
}

const limitAfter = (day: PlainDay, { limit }: WindowRow): PlainDay =>
  limit.unit === 'months' ? monthsLater(day, limit.value) : daysLater(day, limit.value);

/** Last day of the contract that is paid for: the premium covers months of work, the contract may say more. */
export function paidUntil(period: CoveragePeriod): PlainDay | undefined {
  const { embarkedOn, paidMonths, contractEndsOn, memberUntil } = period;
  const byPremium =
    paidMonths !== undefined && typeof embarkedOn === 'string' ? monthsLater(embarkedOn, paidMonths) : undefined;
  const known = [byPremium, contractEndsOn ?? undefined].filter((day) => day !== undefined);
  return known.length > 0 ? earliest(...known) : memberUntil;
}

const isPaid = ({ paidDuringOn, memberFrom, activeOnEventDay }: CoveragePeriod): boolean | undefined => {
  if (typeof paidDuringOn === 'string' || memberFrom !== undefined || activeOnEventDay === true) return true;
  return paidDuringOn === null ? false : undefined;
};

type Place = Pick<CoverSpan, 'from' | 'to' | 'open'>;
const NEVER: Place = { from: null, to: null, open: [] };

function placeBefore(period: CoveragePeriod, at: string, row: WindowRow): Place {
  const field = row.placement === 'PERSEORANGAN' ? 'paidDuringOn' : 'paidBeforeOn';
  const paidOn = period[field];
  if (paidOn === null) return NEVER;
  const { embarkedOn } = period;
  if (paidOn === undefined) return { from: null, to: embarkedOn ?? null, open: [ask(field, `${at}/${field}`)] };
  const limit = limitAfter(paidOn, row);
  if (embarkedOn === undefined) return { from: paidOn, to: limit, open: [ask('embarkedOn', `${at}/embarkedOn`)] };
  return { from: paidOn, to: embarkedOn === null ? limit : earliest(limit, embarkedOn), open: [] };
}

/** The last day of work cover: the paid contract's end and the time for the return, or the day of return. */
function endOfWork(period: CoveragePeriod, row: WindowRow): PlainDay | undefined {
  const until = paidUntil(period);
  if (until === undefined) return undefined;
  const last = limitAfter(until, row);
  return typeof period.debarkedOn === 'string' ? earliest(last, period.debarkedOn) : last;
}

function placeDuring(period: CoveragePeriod, at: string, row: WindowRow): Place {
  const paid = isPaid(period);
  if (period.embarkedOn === null || paid === false) return NEVER;
  const to = endOfWork(period, row);
  const open = [
    ...(period.embarkedOn === undefined ? [ask('embarkedOn', `${at}/embarkedOn`)] : []),
    ...(paid === undefined ? [ask('paidDuringOn', `${at}/paidDuringOn`)] : []),
    ...(to === undefined ? [ask('contractEndsOn', `${at}/contractEndsOn`)] : []),
  ];
  return { from: period.embarkedOn ?? period.memberFrom ?? null, to: to ?? null, open };
}

function placeAfter(period: CoveragePeriod, at: string, row: WindowRow, during: WindowRow | undefined): Place {
  const { debarkedOn, arrivedHomeOn, embarkedOn } = period;
  const paid = isPaid(period);
  if (debarkedOn === null || embarkedOn === null || paid === false) return NEVER;
  if (debarkedOn === undefined) return { from: null, to: null, open: [ask('debarkedOn', `${at}/debarkedOn`)] };
  const until = paidUntil(period);
  const lastReturn = until === undefined || during === undefined ? undefined : limitAfter(until, during);
  if (lastReturn !== undefined && debarkedOn > lastReturn) return NEVER; // came back when cover was long over
  const limit = limitAfter(debarkedOn, row);
  const to = row.endsAt === 'HOME' && typeof arrivedHomeOn === 'string' ? earliest(limit, arrivedHomeOn) : limit;
  const open = [
    ...(paid === undefined ? [ask('paidDuringOn', `${at}/paidDuringOn`)] : []),
    ...(lastReturn === undefined ? [ask('contractEndsOn', `${at}/contractEndsOn`)] : []),
    ...(row.endsAt === 'HOME' && arrivedHomeOn === undefined ? [ask('arrivedHomeOn', `${at}/arrivedHomeOn`)] : []),
  ];
  return { from: debarkedOn, to, open };
}

/**
 * The times of cover of one period under the rules of a day. Placed from payment, embarkation, debarkation and the end of the
 * contract, never from the contract's days alone. `at` is the period's JSON pointer, for the questions.
 */
export function coverSpans(period: CoveragePeriod, rules: RulesOfDay, at = '/coverage/0'): readonly CoverSpan[] {
  const during = rules.rows.window.find(({ window }) => window === 'during');
  return rules.rows.window
    .filter(({ placement }) => placement === 'ANY' || placement === (period.placement ?? 'PLACED'))
    .map((row) => {
      const place =
        row.window === 'before'
          ? placeBefore(period, at, row)
          : row.window === 'during'
            ? placeDuring(period, at, row)
            : placeAfter(period, at, row, during);
      return { window: row.window, programmes: row.programmes, ...place, row: refOf('window', row) };
    });
}

const TEXTS = {
  covered: (window: Window): Text => ({
    id: `Kejadian ada dalam masa ${{ before: 'sebelum', during: 'selama', after: 'setelah' }[window]} bekerja.`,
    en: `The event lies in the time ${window} work.`,
  }),
  inactive: {
    id: 'Menurut catatan BPJS kepesertaan tidak aktif pada hari kejadian.',
    en: "By the insurer's record the membership was not active on that day.",
  },
  uninsured: { id: 'Tidak pernah terdaftar sebagai peserta.', en: 'The worker was never insured.' },
  outside: { id: 'Kejadian di luar semua masa pelindungan.', en: 'The event lies outside every time of cover.' },
  differs: {
    id: 'BPJS mencatat aktif, tetapi hari-hari yang diisi tidak mencakup hari kejadian.',
    en: 'The insurer records an active membership, but the days given do not cover the event.',
  },
  open: { id: 'Masa pelindungan belum dapat ditentukan.', en: 'The time of cover cannot be told yet.' },
} as const;

const answer = (kind: CoverAnswer['answer'], because: Text, rest: Partial<CoverAnswer> = {}): CoverAnswer => ({
  ref: null,
  window: null,
  answer: kind,
  because,
  settledBy: [],
  rows: [],
  ...rest,
});

/** Somebody abroad, or on leave at home, has left and not come back for good. */
export const isAway = ({ country, onLeave }: EventFacts): boolean =>
  onLeave === true || (country !== undefined && country !== 'ID');

/** Whether a span may hold the event at all: the times before and after work are spent in Indonesia. */
const mayHold = ({ window }: CoverSpan, event: EventFacts): boolean => window === 'during' || !isAway(event);

/** Of somebody abroad or on leave it is known that they left and have not come back for good. */
function stillOpen({ open }: CoverSpan, event: EventFacts): readonly OpenFact[] {
  return isAway(event) ? open.filter(({ field }) => !/\/(embarkedOn|debarkedOn)$/.test(field)) : open;
}

/** A span that never began holds nothing; one with an open fact may hold every day that its known ends allow. */
function holds(span: CoverSpan, event: EventFacts): 'yes' | 'maybe' | 'no' {
  const never = span.from === null && span.open.length === 0;
  const early = span.from !== null && event.day < span.from;
  const late = span.to !== null && span.to < event.day;
  if (never || early || late) return 'no';
  return stillOpen(span, event).length === 0 ? 'yes' : 'maybe';
}

function coverOfPeriod(
  period: CoveragePeriod,
  event: EventFacts,
  programme: Programme,
  rules: RulesOfDay,
  at: string,
): CoverAnswer {
  const { ref } = period;
  const spans = coverSpans(period, rules, at).filter(
    (span) => span.programmes.includes(programme) && mayHold(span, event),
  );
  const rows = spans.map(({ row }) => row);
  if (period.activeOnEventDay === false) return answer('not_covered', TEXTS.inactive, { ref, rows });
  // On the day of leaving or coming back the time of work comes first: it is the better one for the family.
  const inOrder = [...spans].sort((a, b) => Number(b.window === 'during') - Number(a.window === 'during'));
  const possible = inOrder.filter((span) => holds(span, event) !== 'no');
  const [first] = possible;
  if (first === undefined) {
    return period.activeOnEventDay === true
      ? answer('undetermined', TEXTS.differs, { ref, rows, settledBy: [ask('contractEndsOn', `${at}/contractEndsOn`)] })
      : answer('not_covered', TEXTS.outside, { ref, rows });
  }
  if (holds(first, event) === 'yes')
    return answer('covered', TEXTS.covered(first.window), { ref, window: first.window, rows: [first.row] });
  return answer('undetermined', TEXTS.open, {
    ref,
    rows: possible.map(({ row }) => row),
    settledBy: possible.flatMap((span) => stillOpen(span, event)),
  });
}

/** Whether the event is covered for a programme, by which period and in which time. */
export function coverOf(
  coverage: readonly CoveragePeriod[] | undefined,
  event: EventFacts,
  programme: Programme,
  rules: RulesOfDay,
): CoverAnswer {
  if (coverage === undefined) return answer('undetermined', TEXTS.open, { settledBy: [ask('coverage', '/coverage')] });
  if (coverage.length === 0) return answer('not_covered', TEXTS.uninsured);
  const answers = coverage.map((period, index) => coverOfPeriod(period, event, programme, rules, `/coverage/${index}`));
  return (
    answers.find((each) => each.answer === 'covered') ??
    answers.find((each) => each.answer === 'undetermined') ??
    answers.find((each) => each.because === TEXTS.inactive) ??
    (answers[0] as CoverAnswer)
  );
}
