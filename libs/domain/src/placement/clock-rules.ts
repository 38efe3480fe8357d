import { dayNumber, localDay, plainDay, startOfDay } from '../kernel/clock/calendar.ts';
import type { StartRule, TargetRule } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { PlainDay } from '../kernel/vocabulary.ts';
import { beforePremiumOf, lastContract, paidCover, placementFactsOf, shiftDay } from './facts.ts';

/** From the day that a clock counts from, exclusive, to the day with whose end it falls due. */
interface Span {
  readonly from: PlainDay;
  readonly until: PlainDay;
}

/** At least one day long: what lies in the past falls due at once. */
const span = (from: PlainDay, until: PlainDay): Span => ({ from: from < until ? from : shiftDay(until, -1), until });
const today = ({ zone, openedAt }: CaseState): PlainDay => plainDay(localDay(openedAt, zone));

const departureSpan = (state: CaseState): Span => {
  const { day, plannedOn } = placementFactsOf(state.facts).departurePlan ?? {};
  return span(plannedOn ?? today(state), day ?? today(state));
};
/** A contract may be agreed long before it begins, but no clock starts in the future: these count from the departure. */
const eveOfDeparture = (state: CaseState): PlainDay =>
  shiftDay(placementFactsOf(state.facts).departure?.day ?? today(state), -1);
const contractSpan = (state: CaseState): Span =>
  span(eveOfDeparture(state), lastContract(placementFactsOf(state.facts))?.until ?? today(state));
const coverSpan = (state: CaseState): Span =>
  span(eveOfDeparture(state), paidCover(placementFactsOf(state.facts))?.until ?? today(state));

const daysOf = ({ from, until }: Span): number => dayNumber(until) - dayNumber(from);
const startOf =
  (found: (state: CaseState) => PlainDay): StartRule =>
  (state) =>
    startOfDay(dayNumber(found(state)), state.zone);

/** Lengths of placement clocks, by versioned name; days and months as the clock counts. */
export const placementTargets = {
  /** Five months, one for those who go on their own (reported; the articles were not seen). */
  'beforeCoverMonths@1': ({ facts }) => (placementFactsOf(facts).placedBy === 'PERSEORANGAN' ? 1 : 5),
  'daysToDeparture@1': (state) => daysOf(departureSpan(state)),
  'contractDays@1': (state) => daysOf(contractSpan(state)),
  'coverDays@1': (state) => daysOf(coverSpan(state)),
} as const satisfies Record<string, TargetRule>;

/** What placement clocks count from, by versioned name. */
export const placementStarts = {
  'beforePremiumDay@1': startOf((state) => beforePremiumOf(placementFactsOf(state.facts))?.paidDay ?? today(state)),
  'departurePlanned@1': startOf((state) => departureSpan(state).from),
  'contractFrom@1': startOf((state) => contractSpan(state).from),
  'coverFrom@1': startOf((state) => coverSpan(state).from),
  'debarked@1': startOf((state) => placementFactsOf(state.facts).return?.day ?? today(state)),
} as const satisfies Record<string, StartRule>;
