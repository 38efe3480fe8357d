import { duplicateEffects } from '../duplicates/duplicates.ts';
import type { CaseEvent } from '../kernel/event.ts';
import type { WantedCase } from '../kernel/linked-case.ts';
import type { Effect, OutcomeRule, Situation } from '../kernel/registry.ts';
import type { BenefitLine, CaseState } from '../kernel/state.ts';
import type { JsonObject } from '../shared/text.ts';
import { openingCommandOf } from './claim-types.ts';
import { recheck, runOn, told } from './expecting.ts';
import { insurerEffects } from './insurer.effects.ts';
import { dropRequests, requestEffects, settleRequests } from './paper-requests.ts';
import { paymentEffects } from './payment.effects.ts';
import { linesInPlay } from './payments.ts';

const facts = (recorded: JsonObject): CaseEvent => ({ kind: 'facts.recorded', facts: recorded });

const URGENT: CaseEvent = { kind: 'flag.raised', flag: 'urgent' };
/** A death or a rape is urgent from the first moment, and so is any sign of danger. */
const isUrgentByRule = ({ claimType, urgentSigns }: JsonObject): boolean =>
  (Array.isArray(urgentSigns) && urgentSigns.length > 0) ||
  /^(JKM_|JKK_MENINGGAL|JKK_PEMERKOSAAN)/.test(String(claimType));

interface LineInput {
  readonly code: string;
  readonly askedIdr?: string;
  readonly verifiedIdr?: string;
}
const linesIn = ({ input }: Situation): readonly LineInput[] =>
  (input['lines'] ?? []) as unknown as readonly LineInput[];

const NEW_LINE: Omit<BenefitLine, 'code'> = {
  askedIdr: null,
  verifiedIdr: null,
  decidedIdr: null,
  paidIdr: null,
  decision: null,
  reasonCode: null,
  article: null,
};

const changeLines = (
  situation: Situation,
  change: (line: LineInput, before: BenefitLine) => BenefitLine,
): CaseEvent[] =>
  linesIn(situation).map((line) => ({
    kind: 'line.changed',
    line: change(line, situation.state?.lines[line.code] ?? { code: line.code, ...NEW_LINE }),
  }));

const attach = ({ input, actor }: Situation, substitute: boolean): CaseEvent[] => [
  {
    kind: 'evidence.attached',
    item: {
      requirement: String(input['requirement']),
      document: String(input['document']),
      documentId: String(input['documentId']),
      sha256: String(input['sha256']),
      status: 'attached',
      substitute,
      reasonCode: substitute ? String(input['reasonCode']) : null,
      attachedBy: actor.id,
      verifiedBy: null,
    },
  },
];

/** A file that goes back must be approved again by both officers. */
const forgetVerification = ({ state }: Situation): CaseEvent[] =>
  (state === null ? [] : linesInPlay(state))
    .filter(({ verifiedIdr }) => verifiedIdr !== null)
    .map((line) => ({ kind: 'line.changed', line: { ...line, verifiedIdr: null } }));

const linked = ({ caseId, relation }: { caseId: string; relation: string }): CaseEvent => ({
  kind: 'case.linked',
  caseId,
  relation,
});

/** The scholarship of one child as a claim of its own: the child takes the place of the worker, the event stays the same. */
function wantedScholarship({ state, input }: Situation): WantedCase {
  const known = state?.facts ?? {};
  return {
    type: 'claim',
    command: openingCommandOf('BEASISWA'),
    relation: 'scholarship',
    input: {
      claimType: 'BEASISWA',
      areaCode: state?.area ?? '',
      riskDay: known['outcomeDay'] ?? known['riskDay'] ?? '',
      riskCountry: known['riskCountry'] ?? '',
      reporter: known['reporter'] ?? { relation: 'FAMILY' },
      subject: input['child'] ?? null,
      findable: true,
      lines: [{ code: `BEASISWA_${String(input['level'])}`, askedIdr: input['askedIdr'] ?? '0' }],
    },
  };
}

/** What claim commands change besides the stage, by versioned name. */
export const claimEffects = {
  ...insurerEffects,
  ...paymentEffects,
  ...duplicateEffects,
  'recordOpening@1': (situation) => {
    const { lines: _lines, areaCode: _area, findable: _findable, origin, ...recorded } = situation.input;
    return [
      facts({ ...recorded, ...told('precheck', runOn(situation, recorded, linesIn(situation))) }),
      ...changeLines(situation, ({ askedIdr = '0' }, line) => ({ ...line, askedIdr })),
      ...(origin === undefined ? [] : [linked(origin as { caseId: string; relation: string })]),
      ...(isUrgentByRule(recorded) ? [URGENT] : []),
    ];
  },
  'recordOutcomeOfAccident@1': ({ input, state }) => [
    facts({ accidentOutcome: input['outcome'] ?? null, outcomeDay: input['day'] ?? null }),
    ...(input['outcome'] === 'DIED' && state?.flags.includes('urgent') === false ? [URGENT] : []),
  ],
  'recordUrgency@1': ({ input }) => [facts(input)],
  'recordMembership@1': ({ input }) => [facts({ membership: input })],
  'attachItem@1': (situation) => [...attach(situation, false), ...settleRequests(situation)],
  'attachSubstitute@1': (situation) => [...attach(situation, true), ...settleRequests(situation)],
  'verifyItem@1': ({ input, actor }) => [
    {
      kind: 'evidence.verified',
      requirement: String(input['requirement']),
      verifiedBy: actor.id,
      against: String(input['against']),
    },
  ],
  'returnItem@1': (situation) => [
    {
      kind: 'evidence.returned',
      requirement: String(situation.input['requirement']),
      reasonCode: String(situation.input['reasonCode']),
    },
    ...forgetVerification(situation),
  ],
  'forgetVerification@1': forgetVerification,
  'reopenFile@1': (situation) => [...forgetVerification(situation), ...dropRequests(situation)],
  'recordVerifiedAmounts@1': (situation) => [
    ...changeLines(situation, ({ verifiedIdr = '0' }, line) => ({ ...line, verifiedIdr })),
    ...recheck(situation),
  ],
  'recordInfoRequest@1': ({ input }) => [facts({ infoRequest: input })],
  'recordObjection@1': ({ input }) => [facts({ objection: input })],
  'linkCase@1': ({ input }) => [linked(input as { caseId: string; relation: string })],
  'recordPrecheck@1': (situation) => {
    const { state, input } = situation;
    const said = {
      circumstances: {
        ...((state?.facts['circumstances'] ?? {}) as JsonObject),
        ...((input['circumstances'] ?? {}) as JsonObject),
      },
      ...(input['coverage'] === undefined ? {} : { coverage: input['coverage'] }),
    };
    return [facts({ ...said, ...told('precheck', runOn(situation, said)) })];
  },
  'recordHeirs@1': ({ input }) => [facts({ heirs: input['heirs'] ?? [] })],
  'certifyItem@1': ({ input, actor, state }) => [
    facts({
      certified: [
        ...((state?.facts['certified'] ?? []) as JsonObject[]),
        { requirement: input['requirement'] ?? null, office: actor.office },
      ],
    }),
  ],
  'recordVoidReason@1': ({ input }) => [facts({ void: input })],
  'recordAppeal@1': ({ input }) => [facts({ appeal: input })],
  'wantScholarship@1': (situation) => [facts({ linkedCase: wantedScholarship(situation) as unknown as JsonObject })],
  'linkOpened@1': ({ input }) => [facts({ linkedCase: null }), linked(input as { caseId: string; relation: string })],
  'linkRefused@1': ({ input }) => [facts({ linkedCase: null, linkedCaseRefusal: input['refusal'] ?? null })],
  ...requestEffects,
} as const satisfies Record<string, Effect>;

const sum = (state: CaseState | null, field: 'askedIdr' | 'paidIdr'): bigint =>
  Object.values(state?.lines ?? {}).reduce((total, line) => total + BigInt(line[field] ?? '0'), 0n);

/** How a claim ended, by versioned name. */
export const claimOutcomes = {
  'byVoidReason@1': ({ state }) =>
    (state?.facts['void'] as { reasonCode?: string } | undefined)?.reasonCode === 'NOT_A_MEMBER'
      ? 'not_insured'
      : 'void_duplicate',
  'byAmountPaid@1': ({ state }) => (sum(state, 'paidIdr') >= sum(state, 'askedIdr') ? 'paid_full' : 'paid_part'),
} as const satisfies Record<string, OutcomeRule>;
