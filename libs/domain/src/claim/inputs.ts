import { z } from 'zod';
import { isAreaCode } from '../shared/area-code.ts';
import { insurerInputs } from './insurer.inputs.ts';
import { paymentInputs } from './payment.inputs.ts';
import { article, amountIdr, code, documentRef, instant, line, plainDay, reference, statement } from './words.ts';

const requirement = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'name of an evidence requirement, e.g. accidentLetter');
const areaCode = z
  .string()
  .refine((text) => isAreaCode(text) && text.split('.').length === 4, 'a village code such as 35.05.08.2003');

const urgentSigns = z
  .array(z.enum(['DANGER', 'DETENTION', 'VIOLENCE', 'TRAFFICKING', 'CRITICAL_ILLNESS', 'DEATH']))
  .max(6);

const opening = z.strictObject({
  claimType: code.describe('Claim type, e.g. JKK_RAWAT_LN'),
  areaCode: areaCode.describe('Village of the family, code of the interior ministry'),
  riskDay: plainDay.describe('Day of the accident, death or other event, where it happened'),
  riskCountry: z.string().regex(/^[A-Z]{2}$/, 'ISO 3166 alpha-2, e.g. TW'),
  receivedAt: instant.optional().describe('When the paper was received, if before today; clocks run from then'),
  reporter: z.strictObject({
    relation: z.enum([
      'PARTICIPANT',
      'FAMILY',
      'PLACEMENT_AGENCY',
      'HEALTH_FACILITY',
      'DIRECTOR_GENERAL',
      'BP2MI',
      'PROVINCE_LABOUR_OFFICE',
      'DISTRICT_LABOUR_OFFICE',
    ]),
  }),
  urgentSigns: urgentSigns.optional().describe('Signs of danger; any one makes the claim urgent'),
  subject: statement.describe('Who the worker is (statement store)'),
  account: statement.optional().describe('What happened, in words (statement store)'),
  lines: z
    .array(z.strictObject({ code: line, askedIdr: amountIdr }))
    .min(1)
    .max(20),
  origin: z
    .strictObject({ caseId: z.uuid(), relation: z.enum(['complaint', 'claim', 'placement']) })
    .optional()
    .describe('The case that asked for this one; set by the system'),
});
const heir = z.strictObject({
  person: statement.describe('Who the heir is (statement store)'),
  relation: z.enum(['SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'GRANDPARENT', 'SIBLING', 'PARENT_IN_LAW', 'BY_WILL']),
});

/** Input schemas of claim commands by versioned name. Codes, days, amounts and references only: no free text. */
export const claimInputs = {
  ...insurerInputs,
  ...paymentInputs,
  'opening@1': opening,
  'nothing@1': z.strictObject({}),
  'urgency@1': z.strictObject({ urgentSigns: urgentSigns.min(1) }),
  'accidentOutcome@1': z.strictObject({
    outcome: z.enum(['RECOVERED', 'DISABLED', 'DIED', 'IN_TREATMENT']),
    day: plainDay,
  }),
  'membership@1': z.strictObject({
    from: plainDay,
    until: plainDay,
    active: z.boolean(),
    source: z.enum(['SISKOP2MI', 'BPJS_CARD', 'BPJS_BRANCH']),
  }),
  'attachment@1': z.strictObject({ requirement, document: code, ...documentRef }),
  'substitute@1': z.strictObject({ requirement, document: code, reasonCode: code, ...documentRef }),
  'infoRequest@1': z.strictObject({ requirements: z.array(requirement).min(1), reasonCode: code }),
  'verification@1': z.strictObject({ requirement, against: z.enum(['ORIGINAL', 'REGISTRY']) }),
  'return@1': z.strictObject({ requirement, reasonCode: code }),
  'verifiedAmounts@1': z.strictObject({
    lines: z.array(z.strictObject({ code: line, verifiedIdr: amountIdr })).min(1),
  }),
  'reason@1': z.strictObject({ reasonCode: code }),
  'reasonWithArticle@1': z.strictObject({ reasonCode: code, article: article }),
  'objection@1': z.strictObject({ reasonCode: code, statement: statement.optional() }),
  'note@1': z.strictObject({ statement }),
  'precheck@1': z.strictObject({
    result: z.enum(['ELIGIBLE', 'NOT_YET', 'NOT_ELIGIBLE', 'UNDETERMINED']),
    rulesVersion: z.string().regex(/^\d{4}\.\d{1,3}$/, 'version of the rules, e.g. 2026.1'),
    lines: z.array(z.strictObject({ code: line, expectedIdr: amountIdr })).max(20),
  }),
  'heirs@1': z.strictObject({ heirs: z.array(heir).min(1).max(20) }),
  'certification@1': z.strictObject({ requirement }),
  'suspectedDuplicate@1': z.strictObject({ caseId: z.uuid() }),
  'appeal@1': z.strictObject({
    body: z.enum(['OMBUDSMAN', 'COURT']),
    reference: reference.optional(),
    day: plainDay,
  }),
  'scholarship@1': z.strictObject({
    child: statement.describe('Who the child is (statement store)'),
    level: z.enum(['TK', 'SD', 'SMP', 'SMA', 'PT']),
    askedIdr: amountIdr,
  }),
  'schoolYear@1': z.strictObject({ level: z.enum(['TK', 'SD', 'SMP', 'SMA', 'PT']) }),
  'linkedCase@1': z.strictObject({ caseId: z.uuid(), relation: z.enum(['scholarship']) }),
  'linkedCaseRefusal@1': z.strictObject({
    refusal: z.string().regex(/^[a-z-]+\/[a-z-]+$/, 'code of a refusal, e.g. command/guard'),
  }),
  'link@1': z.strictObject({ caseId: z.uuid(), relation: z.enum(['complaint', 'child', 'appeal', 'placement']) }),
} as const satisfies Record<string, z.ZodObject>;
