import { z } from 'zod';
import { ATTEMPTS, CASE_TYPES, CLOCK_UNITS, OFFER_ENDINGS, OFFERS, ROLES, WAITED_FOR } from './vocabulary.ts';

/**
 * A lifecycle as data. A definition names things and cites law; what a guard or an effect *does* is code in libs/domain,
 * reached by a versioned name (`insuredOnRiskDay@1`) whose meaning never changes once published. A definition is plain
 * JSON, immutable once published, and a case keeps the one it was opened with.
 */

const text = z.strictObject({ id: z.string(), en: z.string() });
const legalBasis = z.strictObject({
  instrument: z.string().min(1),
  article: z.string().min(1),
  verified: z.boolean(),
  source: z.string().optional(),
});
const named = { label: text, legalBasis: z.array(legalBasis) };
/** `countsFrom: 'received'`: the day on which the paper came in, the fact `receivedAt`. */
export const RECEIVED = 'received';

/** `name@1` names code; anything else is a plain name of the definition. */
export const isCodeName = (name: string): boolean => name.includes('@');

const codeName = z.string().regex(/^[a-z][A-Za-z0-9]*@[1-9]\d*$/, 'a versioned name, e.g. insuredOnRiskDay@1');
const key = z.string().regex(/^[a-z][A-Za-z0-9_]*$/);
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);

const stage = z.strictObject({
  ...named,
  /** A final stage closes the case; only reopening leads out of it. */
  final: z.boolean(),
  /** The role that holds the case here, or the name of a function that finds it; its office comes from the case's area. */
  holder: z.union([z.enum(ROLES), codeName]),
  /** The clock that runs while the case is here; null only in a final stage. */
  clock: key.nullable(),
  /** Commands whose last actor gets no task here: an objection is decided by somebody else. */
  notBy: z.array(key).optional(),
  /** Who must act here, if it is not the holder; a stage that the insurer holds waits for the insurer. */
  waitsFor: z.enum(WAITED_FOR).optional(),
});

const command = z.strictObject({
  ...named,
  /** Past participle: the event becomes `titian.<case type>.<event>.v1`. */
  event: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  from: z.array(key),
  roles: z.array(z.enum(ROLES)).min(1),
  input: codeName,
  guards: z.array(codeName),
  effect: codeName.optional(),
  to: key.optional(),
  start: z.array(key).optional(),
  /**
   * What the clocks of `start` and of the stage count from: a milestone once it is reached, or `received`, the day on which
   * the paper came in; without it, and for a case that has neither, they count from now.
   */
  countsFrom: key.optional(),
  stop: z.array(key).optional(),
  /**
   * Members of the input that together name one item, e.g. a paper asked of an employer: `start` and `stop` then mean the
   * clocks of that item, of which many run side by side. Fewer members than started with mean every item under them.
   */
  item: z.array(key).min(1).optional(),
  suspends: key.optional(),
  /** Ends a suspension; without it a command is refused while the case is suspended, unless `whileSuspended`. */
  resumes: z.boolean().optional(),
  whileSuspended: z.boolean().optional(),
  /** The person who did that command last may not do this one. */
  checks: key.optional(),
  /** Its work is checked by another officer: the stage's task is done, and one that the actor may not take is opened. */
  asksSecondOfficer: z.boolean().optional(),
  /** Offers help or the case to the body that the input names; the receiving office gets a task. */
  offers: z.enum(OFFERS).optional(),
  /** Takes an offer up; of a transfer, custody moves. */
  acceptsOffer: z.enum(OFFERS).optional(),
  endsOffer: z.strictObject({ offer: z.enum(OFFERS), as: z.enum(OFFER_ENDINGS) }).optional(),
  raises: z.array(key).optional(),
  clears: z.array(key).optional(),
  milestone: key.optional(),
  /** For a command into a final stage: a fixed outcome, or the name of a function that finds it. */
  outcome: z.union([key, codeName]).optional(),
  /** Climbs the ladder by hand, without waiting for a clock. */
  escalates: z.boolean().optional(),
  /** Requests the next attempt of work outside the case, e.g. `submission`. */
  attempt: z.enum(ATTEMPTS).optional(),
  /** Member of the input without which, or with `false` in it, the attempt is not requested. */
  attemptIf: key.optional(),
  /** The attempt that this command answers. */
  answers: z.enum(ATTEMPTS).optional(),
  /** Asks the office of that role for work, beside the stage's own task: the step that undoes or explains this one. */
  asks: z.enum(ROLES).optional(),
  /** Name of a condition on the case after the command: without it nobody is asked, and nobody twice for one thing. */
  asksWhen: codeName.optional(),
  reasons: z.array(code).optional(),
});

const clock = z.strictObject({
  ...named,
  unit: z.enum(CLOCK_UNITS),
  /** In the clock's unit, or the name of a function that finds it when the clock starts. */
  target: z.union([z.int().positive(), codeName]),
  /** Name of a function that finds the moment it counts from, whatever starts it: an expiry counts from the event. */
  startsFrom: codeName.optional(),
  /** Name of a condition: a clock whose condition does not hold is not started. Never on the clock of a stage or a wait. */
  when: codeName.optional(),
  /** Shares of the target, for `hours`, `working_days`, `calendar_days`. */
  warnAtShare: z.array(z.number().gt(0).lt(1)).optional(),
  /** Calendar days before the due day, for `calendar_days`, `months` and `years`. */
  warnDaysBefore: z.array(z.int().positive()).optional(),
  /** Suspensions that pause it; a clock that is not listed anywhere runs through. */
  pausedBy: z.array(key),
  /**
   * `escalate` climbs the ladder, `task` asks the holder, `remind` starts over and tells the holder again, `chase` starts
   * over and asks the next role of `chasedBy`, the last one again and again: the case itself climbs nothing.
   */
  onBreach: z.enum(['escalate', 'task', 'remind', 'chase']),
  chasedBy: z.array(z.enum(ROLES)).min(1).optional(),
  /** Hours in place of the target while the case is urgent: round the clock, and no wait for a paper pauses them. */
  urgentHours: z.int().positive().optional(),
  /** An offer that nobody has answered by then goes back to who made it, before the ladder is climbed. */
  returnsOffer: z.enum(OFFERS).optional(),
});

const alternative = z.strictObject({ document: code, issuers: z.array(z.string()).min(1), substitute: z.boolean() });

const evidence = z.strictObject({
  ...named,
  /** Any one of these settles the requirement. */
  anyOf: z.array(alternative).min(1),
  /** Claim types that need it; empty means every one. */
  claimTypes: z.array(code),
  /** Name of a condition, e.g. `diedAbroad@1`; without it the requirement always holds. */
  when: codeName.optional(),
  /** For claim types that rest on another article than the rest, or on none that was seen. */
  legalBasisFor: z.record(code, z.array(legalBasis).min(1)).optional(),
  /** Asked for at counters, but by no law that was seen: it is shown as advice and never holds a case up. */
  advised: z.boolean().optional(),
});

const rung = z.strictObject({
  ...named,
  role: z.enum(ROLES),
  /** The time that this rung has before the next is climbed. */
  workingDays: z.int().positive(),
  /** The same while the case is urgent. */
  urgentHours: z.int().positive().optional(),
  /** Posts that are asked beside it to look after the matter, e.g. our own office while the insurer is late. */
  tells: z.array(z.enum(ROLES)).optional(),
});

/** Bodies outside to which a family may turn. They are offered, never told by us: the family decides. */
const outward = z.strictObject({
  /** Who tells the family. */
  by: z.enum(ROLES),
  /** Clocks whose breach makes the offer; the top of a ladder always does. */
  afterBreachOf: z.array(key),
  bodies: z.record(key, z.strictObject(named)),
});

/** Checks the shape of a definition; its sense is checked by `lintDefinition`. */
export const CaseDefinitionSchema = z.strictObject({
  type: z.enum(CASE_TYPES),
  version: z.int().positive(),
  ...named,
  /** Commands that open a case; the first event of every case comes from one of them. */
  opening: z.array(key).min(1),
  stages: z.record(key, stage),
  commands: z.record(key, command),
  clocks: z.record(key, clock),
  suspensions: z.record(key, z.strictObject({ ...named, clock: key, waitsFor: z.enum(WAITED_FOR) })),
  evidence: z.record(key, evidence),
  reasons: z.record(code, z.strictObject(named)),
  outcomes: z.record(key, z.strictObject({ label: text })),
  flags: z.record(
    key,
    z.strictObject({
      label: text,
      /** Only these roles learn of the flag and of the commands that raise or clear it; absent = everybody who sees the case. */
      seenBy: z.array(z.enum(ROLES)).min(1).optional(),
      /** Whose answer is awaited while it is up, beside the work of the stage. */
      waitsFor: z.enum(WAITED_FOR).optional(),
    }),
  ),
  milestones: z.record(key, z.strictObject({ label: text })),
  /** From the bottom up. Who holds the case stands on its own rung: the next above it is climbed. */
  ladder: z.array(rung),
  /** Climbed instead while the role of its first rung holds the case: the insurer is chased among its own. */
  sideways: z.array(rung).default([]),
  outward: outward.optional(),
});

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type CaseDefinition = DeepReadonly<z.infer<typeof CaseDefinitionSchema>>;
export type CommandRule = CaseDefinition['commands'][string];
export type StageRule = CaseDefinition['stages'][string];
export type ClockRule = CaseDefinition['clocks'][string];
export type RungRule = CaseDefinition['ladder'][number];
export type EvidenceRule = CaseDefinition['evidence'][string];

/** @throws ZodError if the shape is wrong: a definition is checked once, when its module loads */
export function defineCase(definition: z.input<typeof CaseDefinitionSchema>): CaseDefinition {
  return deepFreeze(CaseDefinitionSchema.parse(definition)) as CaseDefinition;
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
