import type { CaseEvent } from '../kernel/event.ts';
import type { Effect, Situation } from '../kernel/registry.ts';
import type { BenefitLine } from '../kernel/state.ts';
import { propose } from '../duplicates/duplicates.ts';
import type { Json, JsonObject } from '../shared/text.ts';
import { compareDecision } from './expecting.ts';
import { cancelUnsent } from './payment.effects.ts';
import { isStanding, paymentsOf } from './payments.ts';
import { schoolLevel, yearLine, yearsAt } from './scholarship.ts';

const facts = (recorded: JsonObject): CaseEvent => ({ kind: 'facts.recorded', facts: recorded });
const given = (value: Json | undefined): Json => value ?? null;

interface DecidedLine {
  readonly code: string;
  readonly decision: 'approved' | 'rejected';
  readonly approvedIdr: string;
  readonly reasonCode?: string;
  readonly article?: string;
}

/** The lines as decided; an earlier decision on the same line is replaced, what was asked and paid stays. */
function recordDecision(situation: Situation): CaseEvent[] {
  const { state, input } = situation;
  const lines = (input['lines'] ?? []) as unknown as readonly DecidedLine[];
  const changed = lines.flatMap(({ code, decision, approvedIdr, reasonCode, article }): CaseEvent[] => {
    const before = state?.lines[code];
    if (before === undefined) return [];
    const decidedIdr = decision === 'approved' ? approvedIdr : '0';
    const line: BenefitLine = {
      ...before,
      decision,
      decidedIdr,
      reasonCode: reasonCode ?? null,
      article: article ?? null,
    };
    const ordered = paymentsOf(state ?? { payments: {} }, code).filter(isStanding);
    const tooMuch = ordered.reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n) > BigInt(decidedIdr);
    return [
      { kind: 'line.changed', line },
      ...(tooMuch ? [{ kind: 'flag.raised', flag: 'decision_reversed' } as const] : []),
    ];
  });
  return [
    ...changed,
    facts({ decidedAt: given(input['decidedAt']), decider: given(input['decider']) }),
    ...compareDecision(situation, changed),
  ];
}

/** What passes between the case and the insurer changes besides the stage, by versioned name. */
export const insurerEffects = {
  'recordReference@1': ({ input }) => [
    facts({ insurerReference: given(input['reference']), insurerReceivedAt: given(input['receivedAt']) }),
  ],
  'recordAccidentReference@1': ({ input }) => [facts({ accidentReference: given(input['reference']) })],
  'recordTreatment@1': ({ state, input }) => [
    facts({ treatments: [...((state?.facts['treatments'] ?? []) as Json[]), input] }),
  ],
  'recordChannel@1': ({ input }) => [facts({ channel: given(input['channel']) })],
  'recordDecision@1': recordDecision,
  'reverseDecision@1': (situation) => [
    ...recordDecision(situation),
    ...(situation.state === null ? [] : cancelUnsent(situation.state, 'DECISION_REVERSED')),
  ],
  'recordLikeClaim@1': ({ state, input }) =>
    state === null ? [] : propose(state, { caseId: String(input['caseId']), rule: 'NIK_AND_EVENT' }),
  'recordFinding@1': ({ input }) => [facts({ insurerFinding: input })],
  'beginSchoolYear@1': ({ state, input }) => {
    if (state === null) return [];
    const level = String(input['level']);
    const year = yearsAt(state, level) + 1;
    const code = yearLine(level, year);
    const line: BenefitLine = {
      code,
      askedIdr: schoolLevel(level)?.yearlyIdr ?? '0',
      verifiedIdr: null,
      decidedIdr: null,
      paidIdr: null,
      decision: null,
      reasonCode: null,
      article: null,
    };
    // Last year's letter of the school says nothing about this year.
    const stale = state.evidence['schoolLetter'] === undefined ? [] : ['schoolLetter'];
    return [
      facts({ schoolYear: { level, year, line: code }, insurerReference: null, decidedAt: null, decider: null }),
      { kind: 'line.changed', line },
      ...stale.map((requirement): CaseEvent => ({ kind: 'evidence.returned', requirement, reasonCode: 'NEW_YEAR' })),
    ];
  },
} as const satisfies Record<string, Effect>;
