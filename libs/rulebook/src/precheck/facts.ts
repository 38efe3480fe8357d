import { z } from 'zod';
import { EVENT_KINDS, RELATIONS, SCHOOL_LEVELS } from '../rows/vocabulary.ts';

/*
 * Three answers to every question: a value; `null`, it is known that there is none (not departed, no contract); and absent,
 * nobody has said. The calculator never guesses an absent fact: it answers `undetermined` and names it.
 */
const day = z.iso.date('a day such as 2025-06-25');
const known = <T extends z.ZodType>(value: T): z.ZodOptional<z.ZodNullable<T>> => value.nullable().optional();
const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/, 'a code in capitals such as JKK_RAWAT_LN');
const ref = z.string().regex(/^[A-Za-z0-9._/-]{1,60}$/, 'a reference of letters, digits and . _ / -; never a name');
const amount = z
  .union([z.bigint().nonnegative(), z.string().regex(/^(0|[1-9]\d{0,14})$/, 'whole rupiah as digits, e.g. "50000000"')])
  .transform((value) => BigInt(value));

/** One contract and what was paid for it. Insurance covers one contract: a second one is a second period. */
export const CoveragePeriodSchema = z.strictObject({
  ref: ref.describe('Names the period in findings, e.g. the placement case; no personal data'),
  placement: z.enum(['PLACED', 'PERSEORANGAN']).optional().describe('By BP2MI or a placement company, or by oneself'),
  paidBeforeOn: known(day).describe('Premium for the time before work'),
  paidDuringOn: known(day).describe('Premium for the time during and after work'),
  paidMonths: z.int().min(1).max(120).optional().describe('Months of work that the premium pays for'),
  embarkedOn: known(day).describe('Left Indonesia at the embarkation point; null: has not left'),
  debarkedOn: known(day).describe('Came back at the debarkation point; null: is still away'),
  arrivedHomeOn: known(day).describe('Reached the home area; null: not yet'),
  contractStartsOn: known(day),
  contractEndsOn: known(day).describe('End of the contract that is registered and paid for'),
  contractChanged: z
    .enum(['NO', 'EMPLOYER', 'TERM', 'OTHER'])
    .optional()
    .describe('Whether the contract of the event is another than the registered one: a question, never a refusal'),
  jhtMember: z.boolean().optional(),
  memberFrom: day.optional().describe('First day on the member card, where the days above are not known'),
  memberUntil: day.optional(),
  activeOnEventDay: z.boolean().optional().describe("The insurer's own record on the day of the event"),
});
export type CoveragePeriod = z.output<typeof CoveragePeriodSchema>;

export const EventFactsSchema = z.strictObject({
  kind: z.enum(EVENT_KINDS),
  day: day.describe(
    'Day of the event where it happened, or of the diagnosis of an occupational disease: decides the law',
  ),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'ISO 3166 alpha-2, e.g. HK')
    .optional()
    .describe('Where it happened; ID for Indonesia'),
  byAccident: z.boolean().optional().describe('A death by a work accident'),
  onLeave: z.boolean().optional().describe('On leave in Indonesia during the contract'),
  lostAtSea: z.boolean().optional(),
  causedBy: z.enum(['WORKER', 'PLACER', 'GOVERNMENT_POLICY', 'OTHER']).optional(),
  againstOwnWill: z.boolean().optional(),
  proven: z.boolean().optional().describe('A crime found proven'),
  crimeOrDrugs: z.boolean().optional().describe('Deliberate crime, drugs or forbidden alcohol caused the trouble'),
  disability: z
    .strictObject({
      kind: z.enum(['NONE', 'PARTIAL_ANATOMICAL', 'PARTIAL_FUNCTIONAL', 'TOTAL']),
      basisPoints: z
        .int()
        .min(1)
        .max(10_000)
        .optional()
        .describe('Share of the table in 1/100 of a percent: 39,5% = 3950'),
      declaredByDoctor: z.boolean().optional().describe('Declared by the advisory doctor (dokter penasihat)'),
    })
    .optional(),
  dismissal: z
    .strictObject({
      afterAccident: z.boolean().optional(),
      serviceMonths: z.int().min(0).max(600).optional(),
      excludedBy: z.enum(['NONE', 'CONTRACT_ENDED', 'LEAVE', 'SICKNESS', 'DEPORTED', 'CRIME', 'RAN_AWAY']).optional(),
    })
    .optional(),
  hostInsurancePaid: z.boolean().optional().describe("The host country's insurance paid a part of the treatment"),
});
export type EventFacts = z.output<typeof EventFactsSchema>;

/** One of those whom the law may name; who it is stays outside, `ref` points there. */
export const HeirFactSchema = z.strictObject({
  ref,
  relation: z.enum(RELATIONS),
  bornOn: known(day),
  alive: z.boolean().optional().describe('On the day of the event; absent counts as alive'),
  guardianRef: ref.optional().describe('Who acts for a child under age'),
  school: known(
    z.strictObject({
      level: z.enum(SCHOOL_LEVELS),
      yearsLeft: z.int().min(1).max(6).optional().describe('Years left at this level, this one included'),
    }),
  ).describe('School on the day of the event; null: not at school'),
});
export type HeirFact = z.output<typeof HeirFactSchema>;

export const WorkerFactsSchema = z.strictObject({
  bornOn: day.optional(),
  sex: z.enum(['F', 'M']).optional(),
  maritalStatus: z.enum(['SINGLE', 'MARRIED', 'WIDOWED', 'DIVORCED']).optional(),
});
export type WorkerFacts = z.output<typeof WorkerFactsSchema>;

/** What is known of a case. No name, number or account is among it: the answer may be kept and published. */
export const PrecheckFactsSchema = z.strictObject({
  askedOn: day.describe('The day of the question; deadlines are compared with it'),
  event: EventFactsSchema,
  worker: WorkerFactsSchema.optional(),
  coverage: z
    .array(CoveragePeriodSchema)
    .max(50)
    .optional()
    .describe('Every contract known; an empty list: never insured; absent: nobody has looked'),
  heirs: z.array(HeirFactSchema).max(50).optional().describe('Absent: nobody has said who they are'),
  costs: z
    .array(
      z.strictObject({
        benefit: code,
        amountIdr: amount.describe('Whole rupiah as digits'),
        mode: z.enum(['LAND', 'SEA', 'AIR']).optional(),
      }),
    )
    .max(50)
    .optional(),
  wanted: z
    .array(code)
    .max(50)
    .optional()
    .describe('Benefit codes asked for by name; they are answered even if they do not apply'),
});
export type PrecheckFacts = z.output<typeof PrecheckFactsSchema>;
/** As it arrives in JSON: sums are digits. */
export type PrecheckFactsJson = z.input<typeof PrecheckFactsSchema>;
