import { z } from 'zod';
import { code, day, rowShape, rupiah, text } from './values.ts';
import {
  BENEFIT_CONDITIONS,
  EVENT_KINDS,
  PAPER_CONDITIONS,
  PROGRAMMES,
  RELATIONS,
  REPORTERS,
  SCHOOL_LEVELS,
  WINDOWS,
} from './vocabulary.ts';

// One file on purpose: who reads rows/*.yaml finds every field of every kind here.
const claimTypes = z.array(code).min(1);
const reported = z
  .array(z.strictObject({ amount: rupiah, says: z.string().min(3), source: z.string().optional() }))
  .default([]);

/** How a sum is found. `NOT_FOUND`: the benefit exists, its sum stands in no text that anybody read; `reported` shows what is said. */
const formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('FIXED'), amount: rupiah }),
  z.strictObject({
    kind: z.literal('PARTS'),
    parts: z.array(z.strictObject({ name: text, amount: rupiah })).min(2),
  }),
  z.strictObject({ kind: z.literal('COST_UP_TO'), ceiling: rupiah.nullable() }),
  z.strictObject({
    kind: z.literal('COST_BY_MODE'),
    modes: z.array(z.strictObject({ mode: z.enum(['LAND', 'SEA', 'AIR']), ceiling: rupiah })).min(1),
  }),
  z.strictObject({ kind: z.literal('FIXED_AND_COST'), amount: rupiah, costName: text, costCeiling: rupiah }),
  z.strictObject({ kind: z.literal('PERCENT_OF'), base: rupiah }),
  z.strictObject({
    kind: z.literal('BY_SERVICE'),
    steps: z.array(z.strictObject({ fromMonths: z.int().min(0), amount: rupiah })).min(1),
  }),
  z.strictObject({ kind: z.literal('SCHOLARSHIP') }),
  z.strictObject({ kind: z.literal('BALANCE') }),
  z.strictObject({ kind: z.literal('SERVICE') }),
  z.strictObject({ kind: z.literal('NOT_FOUND') }),
]);

const instrument = z.strictObject({
  /** As rows cite it, e.g. `Permenaker 4/2023`. */
  name: z.string().min(3),
  title: text,
  /** Null: the day was not seen. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  replacedBy: z.string().nullable(),
  source: rowShape.source,
  verified: z.boolean(),
  note: z.string().optional(),
});

const programme = z.strictObject({
  ...rowShape,
  programme: z.enum(PROGRAMMES),
  label: text,
  mandatory: z.boolean(),
});

const premium = z.strictObject({
  ...rowShape,
  label: text,
  placement: z.enum(['PLACED', 'PERSEORANGAN', 'ANY']),
  part: z.enum(['before', 'during-and-after', 'extra-month', 'monthly-choice']),
  /** Months of contract that the premium pays for; null where it is not by contract. */
  months: z.int().positive().nullable(),
  amount: rupiah,
  /** Upper end of a free choice; equal to `amount` where there is none. */
  atMost: rupiah,
});

const coverageWindow = z.strictObject({
  ...rowShape,
  label: text,
  window: z.enum(WINDOWS),
  placement: z.enum(['PLACED', 'PERSEORANGAN', 'ANY']),
  programmes: z.array(z.enum(PROGRAMMES)).min(1),
  startsAt: z.enum(['PREMIUM', 'EMBARKATION', 'DEBARKATION']),
  /** What ends it, whichever comes first; the limit counts from the start, or for work from the end of the contract. */
  endsAt: z.enum(['EMBARKATION', 'CONTRACT_END', 'HOME', 'LIMIT']),
  limit: z.strictObject({ value: z.int().min(0), unit: z.enum(['months', 'days']) }),
});

const claimType = z.strictObject({
  ...rowShape,
  code,
  label: text,
  programme: z.enum(PROGRAMMES),
  /** Reports before the money: two for an accident, one where the report is at once the claim. */
  stages: z.int().min(1).max(2),
  paidTo: z.enum(['PARTICIPANT', 'HEIRS', 'PAYER']),
});

const benefit = z.strictObject({
  ...rowShape,
  code,
  label: text,
  programme: z.enum(PROGRAMMES),
  claimType: code,
  /** Another claim type where the event was in Indonesia. */
  claimTypeInIndonesia: code.optional(),
  windows: z.array(z.enum(WINDOWS)).min(1),
  events: z.array(z.enum(EVENT_KINDS)).min(1),
  conditions: z.array(z.enum(BENEFIT_CONDITIONS)).default([]),
  /** Only shown when a cost or the code is given: aids and transport would fill every answer otherwise. */
  onlyIfAsked: z.boolean().default(false),
  formula,
  reported,
});

const scholarship = z.strictObject({
  ...rowShape,
  level: z.enum(SCHOOL_LEVELS),
  label: text,
  perYear: rupiah,
  /** Years paid at most at this level. */
  years: z.int().positive(),
  maxChildren: z.int().positive(),
});

const document = z.strictObject({
  ...rowShape,
  code,
  label: text,
  /** Who can issue it, the usual one first, and where the family finds them. */
  issuers: z.array(z.strictObject({ name: text, where: text.optional() })),
});

const paper = z.strictObject({
  ...rowShape,
  /** Name of the requirement in the claim definition, e.g. `deathLetter`. */
  requirement: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: text,
  claimTypes,
  when: z.enum(PAPER_CONDITIONS).optional(),
  /** Any one of them settles it. */
  anyOf: z.array(z.strictObject({ document: code, substitute: z.boolean().default(false) })).min(1),
  /** Branches ask for it though no rule does: shown as advice, never required. */
  byPractice: z.boolean().default(false),
});

const reporter = z.strictObject({
  ...rowShape,
  programmes: z.array(z.enum(PROGRAMMES)).min(1),
  windows: z.array(z.enum(WINDOWS)).min(1),
  who: z.array(z.enum(REPORTERS)).min(1),
});

const heirOrder = z.strictObject({
  ...rowShape,
  label: text,
  rank: z.int().positive(),
  /** Nobody in it: what happens when there is no heir at all. */
  relations: z.array(z.enum(RELATIONS)),
});

const expiry = z.strictObject({
  ...rowShape,
  programme: z.enum(PROGRAMMES),
  /** Null: no length was found in any text. */
  years: z.int().positive().nullable(),
  /** Days before the expiry that are the last for filing. */
  lastFilingDaysBefore: z.int().min(0),
});

const clock = z.strictObject({
  ...rowShape,
  label: text,
  value: z.int().positive(),
  unit: z.enum(['HOURS', 'WORKING', 'CALENDAR', 'MONTHS', 'YEARS']),
  from: text,
  onExpiry: text,
});

const complaintCategory = z.strictObject({
  ...rowShape,
  code,
  label: text,
  bodies: z.array(code).min(1),
  sensitive: z.boolean(),
  workerCanConsent: z.boolean(),
});

const refusalReason = z.strictObject({
  ...rowShape,
  code,
  label: text,
  /** What the family can do about it. */
  remedy: text,
});

const holidays = z.strictObject({
  ...rowShape,
  version: z.string().regex(/^\d{4}[a-z]?$/),
  year: z.int().min(2000),
  /** `MM-DD`; the row holds from the day the decree is known. A provisional day may still move by a decree on Idul Fitri or Idul Adha. */
  holidays: z.array(z.string().regex(/^\d\d-\d\d$/)),
  jointLeave: z.array(z.string().regex(/^\d\d-\d\d$/)),
  provisional: z.array(z.string().regex(/^\d\d-\d\d$/)).default([]),
});

const post = z.enum([
  'village_officer',
  'subdistrict_officer',
  'district_officer',
  'bp3mi_officer',
  'ministry_officer',
  'insurer',
  'insurer_region',
  'insurer_centre',
]);
const office = z.strictObject({
  ...rowShape,
  role: post,
  label: text,
  office: z.string().regex(/^[a-z0-9]+$/),
  /** Segments of an area code that it answers for. */
  levels: z.int().min(0).max(4),
  /** Who holds a case when the post is vacant; the topmost names itself. */
  next: post,
});

const zone = z.strictObject({
  ...rowShape,
  zone: z.enum(['WITA', 'WIT']),
  provinces: z.array(z.string().regex(/^\d\d$/)).min(1),
});

const aid = z.strictObject({
  ...rowShape,
  label: text,
  /** Whom it helps: a member whose risk is not covered, or a worker without membership. */
  for: z.enum(['NOT_COVERED', 'UNINSURED']),
  events: z.array(z.enum(EVENT_KINDS)).min(1),
});

/** Row kinds by name; one file in `rows/` for each. */
export const ROW_SCHEMAS = {
  instrument,
  programme,
  premium,
  window: coverageWindow,
  claimType,
  benefit,
  scholarship,
  document,
  paper,
  reporter,
  heirOrder,
  expiry,
  clock,
  complaintCategory,
  refusalReason,
  holidays,
  office,
  zone,
  aid,
} as const;
export type RowKind = keyof typeof ROW_SCHEMAS;
/** A row as it stands in memory: sums are whole rupiah as `bigint`. */
export type RowOf<K extends RowKind> = z.output<(typeof ROW_SCHEMAS)[K]>;
export type Formula = RowOf<'benefit'>['formula'];
/** Every kind of row that is a rule with a key, that is all but instruments. */
export type LawKind = Exclude<RowKind, 'instrument'>;
export type LawRow = RowOf<LawKind>;
export type Rows = { readonly [K in RowKind]: readonly RowOf<K>[] };

/** The text of one file of rows. */
export const fileSchema = (kind: RowKind): z.ZodType =>
  z.strictObject({ kind: z.literal(kind), about: z.string(), rows: z.array(ROW_SCHEMAS[kind]) });
