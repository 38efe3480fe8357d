import { duplicateEffects } from '../duplicates/duplicates.ts';
import { claimEffects } from '../claim/effects.ts';
import { openingCommandOf } from '../claim/claim-types.ts';
import { claimReporter } from '../claim/reporters.ts';
import type { CaseEvent } from '../kernel/event.ts';
import type { WantedCase } from '../kernel/linked-case.ts';
import type { Effect, OutcomeRule, Situation } from '../kernel/registry.ts';
import type { Json, JsonObject } from '../shared/text.ts';
import { categoryOf } from './categories.ts';
import { reportOf, type Report } from './report.ts';

const facts = (recorded: JsonObject): CaseEvent => ({ kind: 'facts.recorded', facts: recorded });
const known = ({ state }: Situation): Report => reportOf(state?.facts ?? {});

/** Clears those of the flags that are up: a flag that never was is not told to be gone. */
const lower = ({ state }: Situation, ...flags: readonly string[]): CaseEvent[] =>
  flags.filter((flag) => state?.flags.includes(flag)).map((flag) => ({ kind: 'flag.cleared', flag }));

/** By rule: a sign of danger, or a category that is one. */
const urgentIf = ({ urgentSigns = [], category }: Report): CaseEvent[] =>
  urgentSigns.length > 0 || categoryOf(category)?.urgent === true ? [{ kind: 'flag.raised', flag: 'urgent' }] : [];

const recordReport = ({ input }: Situation): CaseEvent[] => {
  const { areaCode: _area, ...recorded } = input;
  return [facts(recorded)];
};

function wantedClaim(situation: Situation): WantedCase {
  const { input, actor, state } = situation;
  const { reporter, subject, account } = known(situation);
  return {
    type: 'claim',
    command: openingCommandOf(String(input['claimType'])),
    relation: 'claim',
    input: {
      ...input,
      areaCode: state?.area ?? '',
      reporter: { relation: claimReporter(reporter?.relation, actor.role) },
      ...(subject === undefined ? {} : { subject, findable: true }),
      ...(account === undefined ? {} : { account }),
    },
  };
}

/** What complaint commands change besides the stage, by versioned name. */
export const complaintEffects = {
  'recordReport@1': (situation) => [...recordReport(situation), ...urgentIf(reportOf(situation.input))],
  'recordDraft@1': recordReport,
  'judgeUrgency@1': (situation) => urgentIf(known(situation)),
  'recordUrgency@1': recordReport,
  ...duplicateEffects,
  'recordInfoRequest@1': ({ input }) => [facts({ infoRequest: input })],
  'recordVoidReason@1': ({ input }) => [facts({ void: input })],
  'attachItem@1': claimEffects['attachItem@1'],
  'recordDisposition@1': ({ input }) => [
    facts({
      disposition: { body: input['body'] ?? null, severity: input['severity'] ?? null },
      category: input['category'] ?? null,
    }),
  ],
  'takeOver@1': (situation) => {
    const transfer = situation.state?.offers.transfer;
    const severity: Json = transfer?.severity ?? known(situation).disposition?.severity ?? null;
    return [facts({ disposition: { body: transfer?.body ?? null, severity }, unit: null })];
  },
  'handOver@1': ({ input }) => [facts({ handoverReference: input['reference'] ?? null })],
  'recordUnit@1': ({ input }) => [facts({ unit: input['unit'] ?? null })],
  'recordFinding@1': (situation) => [facts({ findings: [...(known(situation).findings ?? []), situation.input] })],
  'planSession@1': (situation) => [
    facts({ sessionDay: situation.input['sessionDay'] ?? null }),
    ...lower(situation, 'mediation_failed'),
  ],
  /** Minutes serve one mediation: the next needs its own. */
  'spendMinutes@1': ({ state }) => [facts({ usedMinutes: state?.evidence['mediationMinutes']?.documentId ?? null })],
  'recordResolution@1': ({ input }) => [facts({ resolution: input })],
  'forgetResolution@1': () => [facts({ resolution: null })],
  'recordObjection@1': ({ input }) => [facts({ objection: input })],
  'recordReview@1': ({ input }) => [facts({ review: input })],
  'recordOverturn@1': ({ input }) => [facts({ review: input, resolution: null })],
  'recordAppeal@1': ({ input }) => [facts({ appeal: input })],
  'recordCategory@1': (situation) => [
    facts({ category: situation.input['category'] ?? null }),
    ...(situation.state?.flags.includes('urgent') === true ? [] : urgentIf(reportOf(situation.input))),
  ],
  /** A case that comes back carries nothing that only made sense before it was closed. */
  'startOver@1': (situation) => [
    facts({ resolution: null }),
    ...lower(
      situation,
      'incomplete',
      'monitored',
      'referred',
      'transfer_offered',
      'void_proposed',
      'withdrawal_requested',
    ),
  ],
  'linkCase@1': claimEffects['linkCase@1'],
  'wantClaim@1': (situation) => [facts({ linkedCase: wantedClaim(situation) as unknown as JsonObject })],
  'linkOpened@1': (situation) => [
    facts({ linkedCase: null }),
    ...claimEffects['linkCase@1'](situation),
    ...lower(situation, 'linked_case_refused'),
  ],
  'linkRefused@1': ({ input }) => [facts({ linkedCase: null, linkedCaseRefusal: input['refusal'] ?? null })],
} as const satisfies Record<string, Effect>;

/** How a complaint ended, by versioned name. */
export const complaintOutcomes = {
  'byResolution@1': (situation) => known(situation).resolution?.result ?? 'not_proven',
  'byVoidReason@1': (situation) =>
    known(situation).void?.reasonCode === 'DUPLICATE' ? 'void_duplicate' : 'void_not_competent',
} as const satisfies Record<string, OutcomeRule>;
