import { z } from 'zod';
import { AmountIdr, Article, Code } from './contract.ts';
import { Problem } from './problem.ts';

// A timer of Node cannot be longer than 2^31 - 1 ms.
const DelayMs = z.int().min(0).max(2_147_483_647);
const delayMs = DelayMs.optional();

/** Who decides, of the insurer's posts; an objection is decided by another unless the plan says so. */
const decider = Code.optional();

const PlannedLine = z.strictObject({
  code: Code,
  decision: z.enum(['approved', 'rejected']),
  approvedIdr: AmountIdr.optional(),
  reasonCode: Code.optional(),
  article: Article.optional(),
});

const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('refuse-intake'), reasonCode: Code, article: Article }),
  z.strictObject({
    do: z.literal('request-information'),
    documents: z.array(Code).min(1).max(200),
    reasonCode: Code,
    article: Article,
    delayMs,
  }),
  z.strictObject({ do: z.literal('decide'), lines: z.array(PlannedLine).min(1).max(50), decider, delayMs }),
  z.strictObject({ do: z.literal('approve'), decider, delayMs }),
  z.strictObject({ do: z.literal('adjudicate'), decider, delayMs }),
  z.strictObject({ do: z.literal('reject'), reasonCode: Code, article: Article, decider, delayMs }),
  z.strictObject({ do: z.literal('pay'), delayMs }),
  z.strictObject({ do: z.literal('return-payment'), reasonCode: Code, delayMs }),
  z.strictObject({ do: z.literal('reverse'), lines: z.array(PlannedLine).min(1).max(50), delayMs }),
  z.strictObject({ do: z.literal('fail-payment'), reasonCode: Code, delayMs }),
]);

/** Body of `PUT /admin/plans/…`: what the insurer does, step by step. */
export const Plan = z.strictObject({ steps: z.array(Step).max(50), delayMs: DelayMs.default(0) });
/** What the insurer does with a claim. A decision after a decision answers an objection, and waits for it. */
export type Plan = z.infer<typeof Plan>;
/** One step of a plan. */
export type Step = z.infer<typeof Step>;
/** Which claims a plan is for. */
export type PlanScope = 'default' | `type:${string}` | `claim:${string}`;

/** How far a claim is: a step of an earlier phase comes too late. */
export type Phase = 'intake' | 'review' | 'payment';

const PHASE_OF: Readonly<Record<Step['do'], Phase>> = {
  'refuse-intake': 'intake',
  'request-information': 'review',
  decide: 'review',
  approve: 'review',
  adjudicate: 'review',
  reject: 'review',
  pay: 'payment',
  'fail-payment': 'payment',
  'return-payment': 'payment',
  reverse: 'payment',
};
/** The steps of one phase: an objection may be answered while the bank is still busy with the first payment. */
export const stepsOf = (plan: Plan, phase: Phase): readonly Step[] =>
  plan.steps.filter((step) => PHASE_OF[step.do] === phase);

const DECIDING: ReadonlySet<Step['do']> = new Set(['decide', 'approve', 'adjudicate', 'reject']);

/** The plan that holds where nobody has put another. */
export const APPROVE_AND_PAY: Plan = { steps: [{ do: 'approve' }, { do: 'pay' }], delayMs: 0 };

function refuse(index: number, rule: string, remedy: string): never {
  throw new Problem(422, 'invalid-body', 'The plan cannot be carried out', { field: `/steps/${index}`, rule, remedy });
}

/**
 * Refuses a plan whose steps stand in an order that no claim can follow.
 *
 * @throws Problem 422 for an order that never works, 409 for one that comes too late for this claim
 */
export function checkPlan(plan: Plan, reached: Phase): void {
  let decided = reached === 'payment';
  for (const [index, step] of plan.steps.entries()) {
    const phase = PHASE_OF[step.do];
    const tooLate = phase === 'review' && reached === 'payment' && !DECIDING.has(step.do);
    if (phase === 'intake' ? reached !== 'intake' : tooLate) {
      throw new Problem(409, 'plan-too-late', 'The open claim is already past this step', {
        field: `/steps/${index}`,
        rule: `${step.do} comes before ${reached}, which the open claim has reached`,
        remedy: 'leave the step out, or put the plan before the claim is handed in',
      });
    }
    if (phase === 'intake' && plan.steps.length > 1) refuse(index, 'refuse-intake stands alone', 'leave out the rest');
    if (step.do === 'request-information' && decided)
      refuse(index, 'nothing but payment or the answer to an objection follows a decision', 'move the step forward');
    if (phase === 'payment' && !decided) refuse(index, 'payment follows a decision', "put { do: 'approve' } before it");
    decided ||= DECIDING.has(step.do);
  }
}

/** The narrowest plan wins: the claim's own, else its type's, else the default. */
export function findPlan(plans: ReadonlyMap<PlanScope, Plan>, claimRef: string, claimType: string): Plan {
  return plans.get(`claim:${claimRef}`) ?? plans.get(`type:${claimType}`) ?? plans.get('default') ?? APPROVE_AND_PAY;
}
