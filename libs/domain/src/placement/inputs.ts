import { z } from 'zod';
import { claimInputs } from '../claim/inputs.ts';
import { duplicateInputs } from '../duplicates/duplicates.ts';
import { complaintInputs } from '../complaint/inputs.ts';
import { custodyInputs } from '../custody/inputs.ts';

/** A village, a paper, a reference mean the same here as in a claim: the schemas are shared. */
const { areaCode, circumstances, coverage, receivedAt, riskCountry, subject } = claimInputs['opening@1'].shape;
const { statement } = claimInputs['note@1'].shape;
const { reasonCode: code } = claimInputs['reason@1'].shape;
const { reference } = claimInputs['reference@1'].shape;
const { caseId } = claimInputs['suspectedDuplicate@1'].shape;
const { requirement } = claimInputs['certification@1'].shape;
const day = z.iso.date();

const country = riskCountry.describe('Country of work, ISO 3166 alpha-2');
const placedBy = z.enum(['P3MI', 'BP2MI', 'PERSEORANGAN', 'UNKNOWN']).describe('Who places the worker');
const permitFrom = z.enum(['SPOUSE', 'PARENT', 'GUARDIAN']).describe('Whose permit is needed; decides on the papers');
/** Membership is sold for 6, 12 or 24 months and single months above. */
const months = z.int().min(1).max(60);
const contract = z.strictObject({ from: day, until: day });
const duringPremium = z.strictObject({ paidDay: day, months, reference: reference.optional() });

const opening = z.strictObject({
  areaCode: areaCode.describe('Village of the worker, code of the interior ministry'),
  registeredDay: day.describe('Day on which the village took down the worker'),
  country,
  placedBy,
  subject: subject.describe('Who the worker is (statement store)'),
  receivedAt: receivedAt.describe('When the paper was received, if before today; clocks run from then'),
  importedRow: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'keyed digest of the row of a list, hex')
    .optional()
    .describe('Set when the placement comes from a list: tells whether a row sent again is the same'),
});

/** Input schemas of placement commands by versioned name. Codes, days and references only: no free text. */
export const placementInputs = {
  'candidate@1': opening.extend({ permitFrom: permitFrom.optional() }),
  'foundAbroad@1': opening.extend({
    departureDay: day.describe('Day of the embarkation, as far as known'),
    contract: contract.optional(),
    premium: duringPremium.optional(),
  }),
  'nothing@1': z.strictObject({}),
  'reason@1': z.strictObject({ reasonCode: code }),
  'confirmation@1': z.strictObject({
    identityChecked: z.literal(true, 'the identity must have been checked against a document'),
    permitFrom,
  }),
  'plan@1': z.strictObject({ country, placedBy, permitFrom }).partial(),
  'attachment@1': claimInputs['attachment@1'],
  'verification@1': claimInputs['verification@1'],
  'return@1': claimInputs['return@1'],
  'requirement@1': z.strictObject({ requirement }),
  'day@1': z.strictObject({ day }),
  'contract@1': contract,
  'contractChange@1': contract.extend({
    country: country.optional(),
    changed: z
      .enum(['EMPLOYER', 'TERM', 'OTHER'])
      .optional()
      .describe('What is another than registered; a claim asks about it. OTHER if it is left out'),
  }),
  'beforePremium@1': z.strictObject({ paidDay: day, reference: reference.optional() }),
  'premium@1': duringPremium.extend({
    contract: z.int().positive().optional().describe('Number of the contract; without it the last one'),
  }),
  'failure@1': z.strictObject({ day, reasonCode: code }),
  'leave@1': z.strictObject({ from: day, until: day }),
  'homecoming@1': z.strictObject({
    day: day.describe('Day of the debarkation in Indonesia'),
    kind: z.enum(['CONTRACT_ENDED', 'EARLY', 'TROUBLED', 'BODY']),
  }),
  'handover@1': z.strictObject({
    day,
    to: z.enum(['FAMILY', 'PROXY', 'SOCIAL_MINISTRY']),
    witnessedBy: z.enum(['VILLAGE', 'LOCAL_GOVERNMENT']),
  }),
  ...duplicateInputs,
  'suspectedDuplicate@1': claimInputs['suspectedDuplicate@1'],
  'note@1': z.strictObject({ statement }),
  'link@1': z.strictObject({ caseId, relation: z.enum(['complaint', 'claim', 'placement']) }),
  ...custodyInputs,
  'claim@1': complaintInputs['claim@1'].extend({
    coverage: coverage.describe('Contracts as the caller knows them; without it as this placement knows them'),
    circumstances: circumstances.describe('Beside what this placement knows, e.g. a leave'),
  }),
  'linkedCase@1': complaintInputs['linkedCase@1'],
  'linkedCaseRefusal@1': complaintInputs['linkedCaseRefusal@1'],
} as const satisfies Record<string, z.ZodObject>;
