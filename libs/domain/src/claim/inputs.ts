import { z } from 'zod';
import { isAreaCode } from '../shared/area-code.ts';

const plainDay = z.iso.date();
const instant = z.iso.datetime({ precision: 3, error: 'must be UTC with milliseconds, e.g. 2026-01-05T02:00:00.000Z' });
const amountIdr = z.string().regex(/^(0|[1-9]\d{0,14})$/, 'whole rupiah as digits, e.g. "50000000"');
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/, 'a code in capitals, e.g. BUKTI_BAYAR');
/** A national id number, an account or a telephone number may not enter the log as a reference. */
const looksLikeAPerson = (text: string): boolean =>
  /^\d{10,}$/.test(text) || /^(0|62[._/-]?)8\d[\d._/-]{7,}$/.test(text);
const reference = z
  .string()
  .regex(/^[A-Za-z0-9._/-]{1,60}$/, 'a reference of letters, digits and . _ / -')
  .refine(
    (text) => !looksLikeAPerson(text),
    'a reference with at least one letter or separator, e.g. BPJS-2026-000001; a national id or telephone number is none',
  );
/** An article and nothing else: what looks like free text has no way into the log. */
const article = z
  .string()
  .regex(
    /^Pasal \d{1,3}[A-Z]?( ayat \(\d{1,2}[a-z]?\))?( huruf [a-z])?( (UU|PP|Perpres|Permenaker|Permen P2MI|Perban) \d{1,3}\/\d{4})?$/,
    'an article such as "Pasal 50 ayat (1)" or "Pasal 26 PP 82/2019"',
  );
const requirement = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'name of an evidence requirement, e.g. accidentLetter');
const documentRef = { documentId: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lower-case hex') };
/** Words of a person live in the statement store; here stand only their id and salted digest. */
const statement = z.strictObject({ statementId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) });
const line = code.describe('Benefit line, e.g. JKK_RAWAT_LN');
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
    .strictObject({ caseId: z.uuid(), relation: z.enum(['complaint', 'claim']) })
    .optional()
    .describe('The case that asked for this one; set by the system'),
});
const heir = z.strictObject({
  person: statement.describe('Who the heir is (statement store)'),
  relation: z.enum(['SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'GRANDPARENT', 'SIBLING', 'PARENT_IN_LAW', 'BY_WILL']),
});

const decision = z.strictObject({
  reference: reference,
  lines: z
    .array(
      z.strictObject({
        code: line,
        decision: z.enum(['approved', 'rejected']),
        approvedIdr: amountIdr,
        reasonCode: code.optional(),
        article: article.optional(),
      }),
    )
    .min(1),
});

/** Input schemas of claim commands by versioned name. Codes, days, amounts and references only: no free text. */
export const claimInputs = {
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
  'payee@1': z.strictObject({
    kind: z.enum(['PARTICIPANT', 'HEIR', 'PAYER']),
    account: statement.describe('Bank account and holder (statement store)'),
  }),
  'infoRequest@1': z.strictObject({ requirements: z.array(requirement).min(1), reasonCode: code }),
  'verification@1': z.strictObject({ requirement, against: z.enum(['ORIGINAL', 'REGISTRY']) }),
  'return@1': z.strictObject({ requirement, reasonCode: code }),
  'verifiedAmounts@1': z.strictObject({
    lines: z.array(z.strictObject({ code: line, verifiedIdr: amountIdr })).min(1),
  }),
  'reason@1': z.strictObject({ reasonCode: code }),
  'reasonWithArticle@1': z.strictObject({ reasonCode: code, article: article }),
  'intakeRefusal@1': z.strictObject({ reasonCode: code, article: article.optional() }),
  'reference@1': z.strictObject({ reference: reference, receivedAt: instant }),
  'insurerRequest@1': z.strictObject({
    reference: reference,
    documents: z.array(code).min(1),
    reasonCode: code,
    article: article.optional(),
  }),
  'decision@1': decision,
  'objection@1': z.strictObject({ reasonCode: code, statement: statement.optional() }),
  'paymentOrder@1': z.strictObject({ paymentReference: reference }),
  'payment@1': z.strictObject({
    paymentReference: reference,
    paidDay: plainDay,
    lines: z.array(z.strictObject({ code: line, amountIdr })).min(1),
  }),
  'paymentFailure@1': z.strictObject({ paymentReference: reference, reasonCode: code }),
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
  'linkedCase@1': z.strictObject({ caseId: z.uuid(), relation: z.enum(['scholarship']) }),
  'linkedCaseRefusal@1': z.strictObject({
    refusal: z.string().regex(/^[a-z-]+\/[a-z-]+$/, 'code of a refusal, e.g. command/guard'),
  }),
  'link@1': z.strictObject({ caseId: z.uuid(), relation: z.enum(['complaint', 'child', 'appeal']) }),
} as const satisfies Record<string, z.ZodObject>;
