import {
  contractCovers,
  contractsOf,
  isOnLeave,
  placementFactsOf,
  type CaseState,
  type Contract,
  type PlainDay,
  type Text,
} from '@titian/domain';
import { coverOf, coverSpans, type CoverSpan } from './precheck/cover.ts';
import { dayAfter, daysLater, earliest } from './precheck/days.ts';
import type { CoveragePeriod } from './precheck/facts.ts';
import type { CoverAnswer, OpenFact, RowRef } from './precheck/result.ts';
import { refOf, rulebook, type Rulebook } from './rows/rulebook.ts';
import type { Programme } from './rows/vocabulary.ts';

/** What a placement knows of its cover, as the pre-check asks it: one period for each contract, named by its number. */
export const coverageOfPlacement = (state: CaseState): readonly CoveragePeriod[] =>
  contractCovers(state).map((cover, index) => ({
    ref: contractsOf(placementFactsOf(state.facts)).length === 0 ? state.caseId : `${state.caseId}/${index + 1}`,
    ...cover,
  }));

/** The programmes that windows of cover speak of; old-age savings have none. */
const INSURED = ['JKK', 'JKM'] as const satisfies readonly Programme[];

/** Days abroad without cover; `to` null: without an end that anybody knows. */
export interface UncoveredDays {
  readonly from: PlainDay;
  readonly to: PlainDay | null;
  readonly programmes: readonly Programme[];
  readonly because: Text;
  readonly rows: readonly RowRef[];
}

/** The cover of a placement day by day, by the law of the day on which each contract began. */
export interface PlacementCover {
  readonly periods: readonly {
    readonly ref: string;
    readonly contractChanged: CoveragePeriod['contractChanged'];
    readonly spans: readonly CoverSpan[];
  }[];
  readonly uncovered: readonly UncoveredDays[];
  /** Days in Indonesia in the middle of a contract: of the cover during work only the death benefit is named for them. */
  readonly leaves: readonly { readonly from: PlainDay; readonly until: PlainDay; readonly note: Text }[];
  /** What nobody has told, and without which a time of cover cannot be placed. */
  readonly open: readonly OpenFact[];
}

/** When a placement is covered, and on which days abroad it is not and why. Pure; `today` bounds what runs on. */
export function coverOfPlacement(state: CaseState, today: PlainDay, rules: Rulebook = rulebook): PlacementCover {
  const facts = placementFactsOf(state.facts);
  const periods = coverageOfPlacement(state).map((period, index) => ({
    ref: period.ref,
    contractChanged: period.contractChanged,
    spans: coverSpans(period, rules.rulesOn(lawDayOf(period, today)), `/coverage/${index}`),
  }));
  const spans = periods.flatMap((period) => period.spans);
  const gaps = INSURED.flatMap((programme) =>
    gapsOf(
      state,
      today,
      spans.filter(({ programmes }) => programmes.includes(programme)),
    ).map((gap) => ({
      ...gap,
      programmes: [programme],
    })),
  );
  return {
    periods,
    uncovered: together(gaps).map((gap) => ({ ...gap, ...reasonOf(gap.from, state, rules) })),
    leaves: (facts.leaves ?? []).map((leave) => ({ ...leave, note: ON_LEAVE })),
    open: spans.flatMap(({ open }) => open),
  };
}

/** How one day stands, for each programme: what a claim about that day may expect of the cover. */
export function coverOnDay(
  state: CaseState,
  event: { readonly day: PlainDay; readonly country?: string | undefined },
  rules: Rulebook = rulebook,
): readonly (CoverAnswer & { readonly programme: Programme })[] {
  const onLeave = isOnLeave(placementFactsOf(state.facts), event.day) ? { onLeave: true } : {};
  const { country } = event;
  const asked = { kind: 'DEATH' as const, day: event.day, ...(country === undefined ? {} : { country }), ...onLeave };
  return INSURED.map((programme) => {
    const answer = coverOf(coverageOfPlacement(state), asked, programme, rules.rulesOn(event.day));
    const isNamed = programme === 'JKM' || !('onLeave' in onLeave) || answer.answer === 'not_covered';
    return { programme, ...answer, ...(isNamed ? {} : { answer: 'not_covered' as const, because: ON_LEAVE }) };
  });
}

const lawDayOf = ({ contractStartsOn, embarkedOn, paidBeforeOn }: CoveragePeriod, today: PlainDay): PlainDay =>
  contractStartsOn ?? embarkedOn ?? paidBeforeOn ?? today;

interface Gap {
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

/** Days between departure and return that no span holds, nor may hold once an open fact is told. */
function gapsOf({ facts }: CaseState, today: PlainDay, spans: readonly CoverSpan[]): readonly Gap[] {
  const { departure, return: back } = placementFactsOf(facts);
  if (departure === undefined) return [];
  const known = spans.filter(({ from, open }) => from !== null || open.length > 0);
  const taken = known
    .map(({ from, to }) => ({ from: from ?? departure.day, to }))
    .sort((a, b) => a.from.localeCompare(b.from));
  const last = back?.day ?? [...contractsOf(placementFactsOf(facts)).map(({ until }) => until), today].sort().at(-1);
  const gaps: Gap[] = [];
  let next: PlainDay | null = departure.day;
  for (const { from, to } of taken) {
    if (next === null) break;
    if (from > next) gaps.push({ from: next, to: daysLater(from, -1) });
    if (to === null) next = null;
    else if (to >= next) next = dayAfter(to);
  }
  if (next !== null && next <= (last ?? today)) gaps.push({ from: next, to: back?.day ?? null });
  return gaps.flatMap((gap) => (back === undefined ? [gap] : gap.from > back.day ? [] : [until(gap, back.day)]));
}

const until = ({ from, to }: Gap, last: PlainDay): Gap => ({ from, to: to === null ? last : earliest(to, last) });

/** Gaps of several programmes over the same days as one. */
function together(
  gaps: readonly (Gap & { readonly programmes: readonly Programme[] })[],
): readonly (Gap & { readonly programmes: readonly Programme[] })[] {
  const byDays = new Map<string, Gap & { readonly programmes: readonly Programme[] }>();
  for (const gap of gaps) {
    const key = `${gap.from} ${gap.to ?? ''}`;
    byDays.set(key, { ...gap, programmes: [...(byDays.get(key)?.programmes ?? []), ...gap.programmes] });
  }
  return [...byDays.values()].sort((a, b) => a.from.localeCompare(b.from));
}

/** Why nothing holds a day abroad: by the contract of that day, and by the row that would hold it. */
function reasonOf(day: PlainDay, state: CaseState, rules: Rulebook): Pick<UncoveredDays, 'because' | 'rows'> {
  const facts = placementFactsOf(state.facts);
  const contract = contractsOf(facts).findLast(({ from }) => from <= day);
  const { window, premium } = rules.rulesOn(day).rows;
  const during = window.filter((row) => row.window === 'during').map((row) => refOf('window', row));
  const due = premium.filter(({ part }) => part === 'during-and-after').map((row) => refOf('premium', row));
  if (contract === undefined) return { because: TEXTS.noContract, rows: during };
  const cover = contractCovers(state)[contract.number - 1];
  if (cover?.paidDuringOn == null) return { because: TEXTS.unpaid(contract), rows: [...during, ...due] };
  return { because: TEXTS.over(contract), rows: day <= contract.until ? [...during, ...due] : during };
}

const TEXTS = {
  noContract: {
    id: 'Tidak ada perjanjian kerja yang tercatat untuk hari-hari ini.',
    en: 'No contract is recorded for these days.',
  },
  unpaid: ({ number, from }: Contract): Text => ({
    id: `Iuran untuk perjanjian kerja ${number} (mulai ${from}) tidak tercatat; kepesertaan berlaku untuk satu perjanjian.`,
    en: `No premium is recorded for contract ${number} (from ${from}); a membership covers one contract.`,
  }),
  over: ({ number }: Contract): Text => ({
    id: `Masa yang dibayar untuk perjanjian kerja ${number} sudah berakhir.`,
    en: `The time that is paid for contract ${number} is over.`,
  }),
};

const ON_LEAVE: Text = {
  id: 'Cuti di Indonesia: untuk hari-hari ini hanya JKM yang disebut.',
  en: 'On leave in Indonesia: only JKM is named for these days.',
};
