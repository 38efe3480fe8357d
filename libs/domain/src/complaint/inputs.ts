import { z } from 'zod';
import { duplicateInputs } from '../duplicates/duplicates.ts';
import { claimInputs } from '../claim/inputs.ts';
import { custodyInputs } from '../custody/inputs.ts';
import { BODIES, type Body } from '../kernel/bodies.ts';
import { SEVERITY_DAYS, type Severity } from './severity.ts';

/** A case means the same by a village, a paper or a person's words in a complaint as in a claim: the schemas are shared. */
const { areaCode, receivedAt, riskCountry, subject, claimType, riskDay, lines } = claimInputs['opening@1'].shape;
const { urgentSigns } = claimInputs['urgency@1'].shape;
const { statement } = claimInputs['note@1'].shape;
const { reasonCode: code, article } = claimInputs['reasonWithArticle@1'].shape;
const { requirement, document, documentId, sha256 } = claimInputs['attachment@1'].shape;
const { reference } = claimInputs['reference@1'].shape;
const { caseId } = claimInputs['link@1'].shape;

const body = z.enum(Object.keys(BODIES) as [Body, ...Body[]]);
const severity = z.enum(Object.keys(SEVERITY_DAYS) as [Severity, ...Severity[]]);
const channel = z.enum(['PHONE', 'MESSAGE', 'VISIT', 'LETTER', 'EMAIL']);
const unit = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'the id of a unit, e.g. mediasi-advokasi');

/** What a family knows at the door; nothing else is asked before the complaint is received. */
const report = z.strictObject({
  category: code.describe('Category of the complaint, e.g. GAJI_TIDAK_DIBAYAR'),
  reporter: z.strictObject({
    relation: z.enum(['PARTICIPANT', 'FAMILY', 'NEIGHBOUR', 'VILLAGE', 'LAWYER', 'ORGANISATION', 'OTHER']),
  }),
  subject: subject.describe('Who the worker is (statement store)'),
  account: statement.describe('What happened, in words (statement store)'),
  contact: statement.optional().describe('How the reporter can be reached (statement store)'),
  consent: z.boolean().optional().describe('The worker agrees, if somebody else reports'),
  urgentSigns: urgentSigns.optional().describe('Signs of danger; any one makes the complaint urgent'),
  country: riskCountry.optional().describe('Where the worker is, ISO 3166 alpha-2'),
  placement: z
    .strictObject({
      status: z.enum(['PROCEDURAL', 'NONPROCEDURAL', 'UNKNOWN']),
      phase: z.enum(['BEFORE', 'DURING', 'AFTER']),
      by: z.enum(['P3MI', 'BP2MI', 'PERSEORANGAN', 'UNKNOWN']),
    })
    .optional(),
  demands: z.array(code).max(10).optional().describe('What the reporter wants, e.g. UPAH_DIBAYAR'),
});
const place = areaCode.describe('Village of the family, code of the interior ministry');

/** Input schemas of complaint commands by versioned name. Codes, days and references only: no free text. */
export const complaintInputs = {
  'opening@1': report.extend({
    areaCode: place,
    receivedAt: receivedAt.describe('When the letter was received, if before today; clocks run from then'),
  }),
  'draft@1': report.partial().extend({ areaCode: place }),
  'draftChange@1': report.partial(),
  'nothing@1': z.strictObject({}),
  'reason@1': z.strictObject({ reasonCode: code }),
  'statement@1': z.strictObject({ statement }),
  'urgency@1': claimInputs['urgency@1'],
  'contact@1': z.strictObject({ channel }),
  'intakeChecks@1': z.strictObject({ identityChecked: z.boolean(), duplicatesSearched: z.boolean() }),
  ...duplicateInputs,
  'suspectedDuplicate@1': z.strictObject({ caseId }),
  'infoRequest@1': z.strictObject({
    wanted: z.array(code).min(1).max(20),
    reasonCode: code,
    statement: statement.optional(),
  }),
  'infoAnswer@1': z.strictObject({ statement: statement.optional() }),
  'attachment@1': z.strictObject({ requirement, document, documentId, sha256 }),
  'disposition@1': z.strictObject({ body, severity, category: code }),
  ...custodyInputs,
  'transfer@1': custodyInputs['transfer@1'].extend({ severity: severity.optional() }),
  'handover@1': z.strictObject({ reference }),
  'unit@1': z.strictObject({ unit }),
  'finding@1': z.strictObject({ finding: code, statement: statement.optional() }),
  'session@1': z.strictObject({ sessionDay: z.iso.date() }),
  'settlement@1': z.strictObject({
    bothCalled: z.boolean(),
    result: z.enum(['resolved', 'partly_resolved']),
    statement: statement.describe('What the parties agreed (statement store)'),
  }),
  'mediationFailure@1': z.strictObject({ bothCalled: z.boolean(), reasonCode: code }),
  'resolution@1': z.strictObject({
    result: z.enum(['resolved', 'partly_resolved', 'not_proven', 'rejected']),
    statement: statement.describe('The resolution in plain words (statement store)'),
    article,
    reasonCode: code.optional(),
    told: z
      .strictObject({ channel, reached: z.boolean() })
      .describe('How the reporter was told, and whether it worked'),
  }),
  'objection@1': z.strictObject({ reasonCode: code, statement: statement.optional() }),
  'review@1': z.strictObject({ reasonCode: code, article, statement: statement.optional() }),
  'appeal@1': z.strictObject({
    body: z.enum(['OMBUDSMAN', 'COURT']),
    reference: reference.optional(),
    day: z.iso.date(),
  }),
  'categoryChange@1': z.strictObject({ category: code, reasonCode: code }),
  'link@1': z.strictObject({ caseId, relation: z.enum(['complaint', 'claim', 'appeal', 'placement']) }),
  'claim@1': z.strictObject({ claimType, riskDay, riskCountry, lines }),
  'linkedCase@1': z.strictObject({ caseId, relation: z.enum(['claim']) }),
  'linkedCaseRefusal@1': z.strictObject({
    refusal: z.string().regex(/^[a-z-]+\/[a-z-]+$/, 'code of a refusal, e.g. command/guard'),
  }),
} as const satisfies Record<string, z.ZodObject>;
