import { z } from 'zod';
import { custodyInputs } from '../custody/inputs.ts';
import { isAreaCode } from '../shared/area-code.ts';
import { THIRD_PARTIES } from '../shared/issuers.ts';
import { BENEFIT_CODES, CLAIM_TYPE_CODES } from './claim-types.ts';
import { duplicateInputs } from '../duplicates/duplicates.ts';
import { heir } from './heirs.ts';
import { insurerInputs } from './insurer.inputs.ts';
import { paymentInputs } from './payment.inputs.ts';
import { article, amountIdr, code, documentRef, instant, line, plainDay, reference, statement } from './words.ts';

const requirement = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'name of an evidence requirement, e.g. accidentLetter');
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes, what: string) =>
  z.enum(codes, { error: `not a ${what}; choose one of ${codes.join(', ')}` });
const claimType = oneOf(CLAIM_TYPE_CODES, 'claim type').describe('Claim type, e.g. JKK_RAWAT_LN');
const benefit = oneOf(BENEFIT_CODES, 'benefit').describe('Benefit line, e.g. JKK_RAWAT_LN');
const areaCode = z
  .string()
  .refine((text) => isAreaCode(text) && text.split('.').length === 4, 'a village code such as 35.05.08.2003');

const urgentSigns = z
  .array(z.enum(['DANGER', 'DETENTION', 'VIOLENCE', 'TRAFFICKING', 'CRITICAL_ILLNESS', 'DEATH']))
  .max(6);
/** Absent: nobody has said; null: known that there is none (not departed, no contract). */
const known = plainDay.nullable().optional();
/** One contract and what was paid for it: insurance covers one contract, a second one is a second period. */
const coveragePeriod = z.strictObject({
  placement: z.enum(['PLACED', 'PERSEORANGAN']).optional().describe('By BP2MI or a placement company, or by oneself'),
  paidBeforeOn: known.describe('Premium for the time before work'),
  paidDuringOn: known.describe('Premium for the time during and after work'),
  paidMonths: z.int().min(1).max(120).optional().describe('Months of work that the premium pays for'),
  embarkedOn: known.describe('Left Indonesia; null: has not left'),
  debarkedOn: known.describe('Came back; null: is still away'),
  arrivedHomeOn: known.describe('Reached the home area; null: not yet'),
  contractStartsOn: known,
  contractEndsOn: known.describe('End of the contract that is registered and paid for'),
  contractChanged: z.enum(['NO', 'EMPLOYER', 'TERM', 'OTHER']).optional(),
  jhtMember: z.boolean().optional(),
  memberFrom: plainDay.optional().describe('First day on the member card'),
  memberUntil: plainDay.optional(),
});
/** What was said of the event beside its day and place; what nobody has said is left out, never guessed. */
const circumstances = z.strictObject({
  byAccident: z.boolean().optional().describe('A death by a work accident'),
  onLeave: z.boolean().optional().describe('On leave in Indonesia during the contract'),
  lostAtSea: z.boolean().optional(),
  hostInsurancePaid: z.boolean().optional().describe("The host country's insurance paid a part"),
  journeyPaid: z.boolean().optional().describe('The worker or the family paid the journey home'),
  causedBy: z.enum(['WORKER', 'PLACER', 'GOVERNMENT_POLICY', 'OTHER']).optional(),
  againstOwnWill: z.boolean().optional(),
  proven: z.boolean().optional().describe('A crime found proven'),
  crimeOrDrugs: z.boolean().optional(),
  disability: z
    .strictObject({
      kind: z.enum(['NONE', 'PARTIAL_ANATOMICAL', 'PARTIAL_FUNCTIONAL', 'TOTAL']),
      basisPoints: z.int().min(1).max(10_000).optional().describe('Share of the table: 39,5% = 3950'),
      declaredByDoctor: z.boolean().optional(),
    })
    .optional(),
  dismissal: z
    .strictObject({
      afterAccident: z.boolean().optional(),
      serviceMonths: z.int().min(0).max(600).optional(),
      excludedBy: z.enum(['NONE', 'CONTRACT_ENDED', 'LEAVE', 'SICKNESS', 'DEPORTED', 'CRIME', 'RAN_AWAY']).optional(),
    })
    .optional(),
});
const coverage = z
  .array(coveragePeriod)
  .max(50)
  .describe('Every contract known; an empty list: never insured; absent: nobody has looked');

const opening = z.strictObject({
  claimType,
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
    .array(z.strictObject({ code: benefit, askedIdr: amountIdr }))
    .min(1)
    .max(20),
  circumstances: circumstances.optional(),
  coverage: coverage.optional(),
  findable: z
    .boolean()
    .optional()
    .describe('Enough is known of the worker to search for cases alike; set by the system'),
  origin: z
    .strictObject({ caseId: z.uuid(), relation: z.enum(['complaint', 'claim', 'placement']) })
    .optional()
    .describe('The case that asked for this one; set by the system'),
});
const requested = {
  requirement,
  document: code,
  addressee: oneOf(THIRD_PARTIES, 'third party').describe('Who is asked, e.g. PEMBERI_KERJA'),
};
/** Input schemas of claim commands by versioned name. Codes, days, amounts and references only: no free text. */
export const claimInputs = {
  ...insurerInputs,
  ...paymentInputs,
  ...custodyInputs,
  ...duplicateInputs,
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
  'precheck@1': z.strictObject({ circumstances: circumstances.optional(), coverage: coverage.optional() }),
  'heirs@1': z.strictObject({ heirs: z.array(heir).min(1).max(20) }),
  'certification@1': z.strictObject({ requirement }),
  'suspectedDuplicate@1': z.strictObject({ caseId: z.uuid() }),
  'appeal@1': z.strictObject({
    body: z.enum(['OMBUDSMAN', 'COURT']),
    reference: reference.optional(),
    day: plainDay,
  }),
  'paperRequest@1': z.strictObject(requested),
  'paperRefusal@1': z.strictObject({
    ...requested,
    reasonCode: code,
    statement: statement.optional().describe('What the issuer said or wrote (statement store)'),
    documentId: documentRef.documentId.optional().describe('The refusal itself, if it came in writing'),
    sha256: documentRef.sha256.optional(),
  }),
  'paperCancellation@1': z.strictObject({ ...requested, reasonCode: code }),
  'refusalEvidence@1': z.strictObject({ requirement, ...documentRef }),
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
