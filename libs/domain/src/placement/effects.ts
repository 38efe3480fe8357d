import { duplicateEffects } from '../duplicates/duplicates.ts';
import { openingCommandOf } from '../claim/claim-types.ts';
import { claimEffects } from '../claim/effects.ts';
import { claimReporter } from '../claim/reporters.ts';
import { isStopped } from '../kernel/clock/ledger.ts';
import { localDay, plainDay } from '../kernel/clock/calendar.ts';
import type { CaseEvent } from '../kernel/event.ts';
import { evolve } from '../kernel/evolve.ts';
import type { WantedCase } from '../kernel/linked-case.ts';
import type { Effect, OutcomeRule, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Json, JsonObject } from '../shared/text.ts';
import { contractCovers, isOnLeave } from './coverage.ts';
import { departureGapsOf } from './departure.ts';
import {
  contractsOf,
  isPremiumDue,
  lastContract,
  placementFactsOf,
  premiumsOf,
  shiftDay,
  type Contract,
  type ContractChange,
  type PaidPremium,
  type PlacementFacts,
} from './facts.ts';
import { BEFORE } from './placement.people.ts';

const facts = (recorded: object): CaseEvent => ({ kind: 'facts.recorded', facts: recorded as JsonObject });
const known = ({ state }: Situation): PlacementFacts => placementFactsOf(state?.facts ?? {});
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Raises or clears a flag, but tells only what is new. */
const flag = (state: CaseState, name: string, up: boolean): CaseEvent[] =>
  state.flags.includes(name) === up ? [] : [{ kind: up ? 'flag.raised' : 'flag.cleared', flag: name }];

const stop = ({ clocks }: CaseState, name: string, actorId: string): CaseEvent[] =>
  Object.values(clocks)
    .filter((clock) => clock.name === name && !isStopped(clock))
    .map(({ id, entries }) => ({
      kind: 'clock.stopped',
      clockId: id,
      reason: 'complete',
      actorId,
      calendar: entries.at(-1)?.calendar ?? '', // it goes by the calendar that its ledger names
    }));

/** The state that events lead to: what a paper or a payment completes is seen at once. */
const after = (state: CaseState, events: readonly CaseEvent[], at: string): CaseState =>
  events.reduce(
    (folded, event) => evolve(folded, { caseId: folded.caseId, revision: folded.revision + 1, at, event }),
    state,
  );

/**
 * Adds what a change means for the departure and for the next premium: flags for what is missing, and the end of a warning
 * once nothing is. Nothing is ever refused for it.
 */
function settled(situation: Situation, events: readonly CaseEvent[]): CaseEvent[] {
  const { state, definition, actor, now } = situation;
  if (state === null) return [...events];
  const next = after(state, events, now);
  const gaps = departureGapsOf(definition, next);
  const recorded = placementFactsOf(next.facts);
  const left = recorded.departure !== undefined;
  const planned = recorded.departurePlan !== undefined && (BEFORE as readonly string[]).includes(state.stage);
  return [
    ...events,
    ...flag(next, 'departure_incomplete', planned && !left && gaps.length > 0),
    ...(gaps.length === 0 || left ? stop(next, 'departureGaps', actor.id) : []),
    ...(left && gaps.length === 0
      ? [...flag(next, 'departed_incomplete', false), ...stop(next, 'leftGaps', actor.id)]
      : []),
    ...flag(next, 'premium_due', left && isPremiumDue(recorded)),
    ...(premiumsOf(recorded).length > 0 ? flag(next, 'cover_unknown', false) : []),
  ];
}

const settling =
  (effect: Effect): Effect =>
  (situation) =>
    settled(situation, effect(situation));

const addContract = (situation: Situation, kind: Contract['kind']): CaseEvent[] => {
  const { input } = situation;
  const from = text(input['from']);
  const before = contractsOf(known(situation)).map((contract) =>
    kind === 'CHANGE' && contract.until >= from ? { ...contract, until: shiftDay(from, -1) } : contract,
  );
  const changed = (input['changed'] ?? 'OTHER') as ContractChange;
  const added: Contract = {
    number: before.length + 1,
    kind,
    from,
    until: text(input['until']),
    ...(kind === 'CHANGE' ? { changed } : {}),
  };
  const country = input['country'];
  return [facts({ contracts: [...before, added], ...(country === undefined ? {} : { country }) })];
};

const addPremium = (situation: Situation, part: PaidPremium['part']): CaseEvent[] => {
  const { input } = situation;
  const contract = (input['contract'] as number | undefined) ?? lastContract(known(situation))?.number ?? 1;
  const premium: PaidPremium = {
    part,
    paidDay: text(input['paidDay']),
    contract: part === 'BEFORE' ? null : contract,
    months: part === 'BEFORE' ? null : (input['months'] as number),
  };
  const { reference } = input;
  return [
    facts({
      premiums: [...premiumsOf(known(situation)), premium],
      ...(reference === undefined ? {} : { premiumReference: reference }),
    }),
  ];
};

/** What a worker who is found abroad brings along; what nobody knows is said to be unknown, not to be missing. */
function recordFoundAbroad({ input }: Situation): CaseEvent[] {
  const { areaCode: _area, departureDay, contract, premium, ...recorded } = input;
  const agreed = contract as { from: string; until: string } | undefined;
  const paid = premium as { paidDay: string; months: number; reference?: string } | undefined;
  const found = {
    ...recorded,
    departure: { day: text(departureDay), watched: false, missing: [] },
    ...(agreed === undefined ? {} : { contracts: [{ number: 1, kind: 'FIRST', ...agreed }] }),
    ...(paid === undefined
      ? {}
      : { premiums: [{ part: 'DURING', paidDay: paid.paidDay, contract: 1, months: paid.months }] }),
    ...(paid?.reference === undefined ? {} : { premiumReference: paid.reference }),
  };
  return [
    facts(found),
    { kind: 'flag.raised', flag: 'papers_unknown' },
    ...(paid === undefined ? [{ kind: 'flag.raised', flag: 'cover_unknown' } as const] : []),
    ...(paid !== undefined && isPremiumDue(found as unknown as PlacementFacts)
      ? [{ kind: 'flag.raised', flag: 'premium_due' } as const]
      : []),
  ];
}

/** The claim begins with what the placement knows of cover and leave; what the caller says of them goes before. */
function wantedClaim({ input, actor, state }: Situation): WantedCase {
  const known = placementFactsOf(state?.facts ?? {});
  const { subject } = known;
  const onLeave = isOnLeave(known, text(input['riskDay'])) ? { onLeave: true } : {};
  const circumstances = { ...onLeave, ...((input['circumstances'] ?? {}) as JsonObject) };
  const covers = state === null ? [] : contractCovers(state);
  return {
    type: 'claim',
    command: openingCommandOf(text(input['claimType'])),
    relation: 'claim',
    input: {
      ...(covers.length === 0 ? {} : { coverage: covers as unknown as JsonObject[] }),
      ...input,
      ...(Object.keys(circumstances).length === 0 ? {} : { circumstances }),
      areaCode: state?.area ?? '',
      reporter: { relation: claimReporter(undefined, actor.role) },
      ...(subject === undefined ? {} : { subject, findable: true }),
    },
  };
}

/** What placement commands change besides the stage, by versioned name. */
export const placementEffects = {
  'recordCandidate@1': ({ input: { areaCode: _area, ...recorded } }) => [facts(recorded)],
  'recordFoundAbroad@1': recordFoundAbroad,
  'recordPlan@1': settling(({ input }) => [facts(input)]),
  'recordConfirmation@1': ({ input }) => [facts({ permitFrom: input['permitFrom'] })],
  'attachItem@1': settling(claimEffects['attachItem@1']),
  'verifyItem@1': claimEffects['verifyItem@1'],
  'returnItem@1': settling(claimEffects['returnItem@1']),
  'acknowledgePermit@1': settling(({ state, actor }) => [
    facts({
      permitAcknowledged: { documentId: state?.evidence['permit']?.documentId ?? '', office: actor.office },
    }),
  ]),
  'recordOrientation@1': settling(({ input }) => [facts({ orientationDay: input['day'] })]),
  'recordContract@1': settling((situation) => addContract(situation, 'FIRST')),
  'extendContract@1': settling((situation) => addContract(situation, 'EXTENSION')),
  'changeContract@1': settling((situation) => addContract(situation, 'CHANGE')),
  'recordBeforePremium@1': settling((situation) => addPremium(situation, 'BEFORE')),
  'recordPremium@1': settling((situation) => addPremium(situation, 'DURING')),
  'planDeparture@1': settling(({ input, now, state }) => [
    facts({ departurePlan: { day: input['day'], plannedOn: plainDay(localDay(now, state?.zone ?? 'WIB')) } }),
  ]),
  'recordDeparture@1': settling(({ input, state, definition, rule }) => [
    facts({
      departure: {
        day: input['day'],
        watched: rule.event === 'departed',
        missing: state === null ? [] : departureGapsOf(definition, state),
      },
    }),
  ]),
  'recordFailedDeparture@1': ({ input }) => [facts({ departureFailure: input })],
  'recordLeave@1': (situation) => [facts({ leaves: [...(known(situation).leaves ?? []), situation.input] })],
  'recordReturn@1': ({ input }) => [facts({ return: input })],
  'recordHandover@1': ({ input }) => [facts({ handover: input, homeDay: input['day'] })],
  'recordHome@1': ({ input }) => [facts({ homeDay: input['day'] })],
  'recordDeath@1': ({ input }) => [facts({ deathDay: input['day'] })],
  ...duplicateEffects,
  'recordVoidReason@1': claimEffects['recordVoidReason@1'],
  'linkCase@1': claimEffects['linkCase@1'],
  'wantClaim@1': (situation) => [facts({ linkedCase: wantedClaim(situation) })],
  'linkOpened@1': claimEffects['linkOpened@1'],
  'linkRefused@1': claimEffects['linkRefused@1'],
} as const satisfies Record<string, Effect>;

/** How a placement ended, by versioned name. */
export const placementOutcomes = {
  'byReturn@1': ({ state }) => {
    const { deathDay, return: back } = placementFactsOf(state?.facts ?? {});
    if (deathDay !== undefined) return 'died';
    return back?.kind === 'CONTRACT_ENDED' ? 'completed' : 'returned_early';
  },
  'byVoidReason@1': (situation) =>
    known(situation).void?.reasonCode === 'DUPLICATE' ? 'void_duplicate' : 'void_by_mistake',
} as const satisfies Record<string, OutcomeRule>;
