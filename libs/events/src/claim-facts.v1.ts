import { z } from 'zod';
import { AMOUNT_KINDS, ANSWERS, claimInputs, DIFFERENCES, DUPLICATE_RULES, type Difference } from '@titian/domain';
import { amountIdr, article, code, instant, name, office, sha256, village } from './words.ts';

const opening = claimInputs['opening@1'].omit({ lines: true, areaCode: true, findable: true, origin: true }).shape;
const { outcome, day } = claimInputs['accidentOutcome@1'].shape;
const { reference, receivedAt } = claimInputs['reference@1'].shape;
const { paymentReference, paidDay } = claimInputs['payment@1'].shape;
const { decidedAt, decider } = claimInputs['decision@1'].shape;
const { kind, account, lines } = claimInputs['payee@1'].shape;
const { payee } = claimInputs['receiptOfOne@1'].shape;
const payeeFact = z.strictObject({
  payee,
  kind,
  account,
  share: claimInputs['payee@1'].shape.share.unwrap(),
  lines: lines.unwrap().nullable(),
  mustVerify: z.boolean(),
  blocked: z.boolean(),
});

/** Cases that nobody has decided about, or that were found to be this very matter. */
export const possibleDuplicates = z.array(z.strictObject({ caseId: z.uuid(), rule: z.enum(DUPLICATE_RULES) }));
/** Id of a row of the rulebook. */
const row = z.string().regex(/^[A-Za-z]+\/[A-Za-z0-9_.-]{1,80}@\d{4}-\d{2}-\d{2}$/);
const expectation = z
  .strictObject({
    verdict: z.enum(['ELIGIBLE', 'NOT_YET', 'NOT_ELIGIBLE', 'UNDETERMINED']),
    rulesVersion: z.string().regex(/^\d{4}\.\d{1,3}$/),
    rulesDigest: z.string().regex(/^r[0-9a-f]{16}$/),
    lawDay: z.iso.date(),
    lines: z.array(
      z.strictObject({
        code,
        answer: z.enum(ANSWERS),
        amount: z.enum(AMOUNT_KINDS).nullable(),
        expectedIdr: amountIdr.nullable(),
        rows: z.array(row),
        verified: z.boolean(),
      }),
    ),
  })
  .describe('What the rules gave for the facts of that moment, with the rows it rests on');
const comparison = z
  .array(
    z.strictObject({
      code,
      difference: z.enum(Object.keys(DIFFERENCES) as [Difference, ...Difference[]]),
      expectedIdr: amountIdr.nullable(),
      foundIdr: amountIdr,
      rows: z.array(row),
      verified: z.boolean(),
      reasonCode: code.nullable(),
      article: article.nullable(),
    }),
  )
  .describe('Each line beside the last run of the rules');
const { requirement, document, addressee } = claimInputs['paperRequest@1'].shape;
const paperRequest = z.strictObject({
  requirement,
  document,
  addressee,
  status: z.enum(['awaited', 'arrived', 'refused', 'cancelled']),
  askedAt: instant.nullable(),
  settledAt: instant.nullable(),
  reasonCode: code.nullable(),
  refusal: z.strictObject({ documentId: z.uuid(), sha256 }).nullable(),
});

/** A case that another wants opened: what it is to be opened with. */
export const wantedCase = z.strictObject({
  type: z.enum(['claim']),
  command: z.enum(['reportAccident', 'openClaim']),
  relation: z.enum(['claim', 'scholarship']),
  input: claimInputs['opening@1'].omit({ origin: true }).extend({ areaCode: village }),
});

/**
 * Facts of a claim by name, each with the schema of the input it comes from: a fact that is not listed is not published. An effect that
 * records a new one adds a line here; the walk through the lifecycle in the tests fails until it does.
 */
export const claimFacts = z
  .strictObject({
    ...opening,
    receivedAt,
    accidentOutcome: outcome.nullable(),
    outcomeDay: day.nullable(),
    membership: claimInputs['membership@1'],
    payees: z.array(payeeFact),
    insurerReference: reference.nullable(),
    insurerReceivedAt: receivedAt.nullable(),
    infoRequest: z.union([claimInputs['infoRequest@1'], claimInputs['insurerRequest@1']]),
    objection: claimInputs['objection@1'],
    paymentReference: paymentReference.nullable(),
    paidDay: paidDay.nullable(),
    precheck: expectation,
    recheck: expectation,
    verifiedComparison: comparison,
    decisionComparison: comparison,
    paperRequests: z.array(paperRequest),
    heirs: claimInputs['heirs@1'].shape.heirs,
    certified: z.array(z.strictObject({ requirement: name, office })),
    possibleDuplicates,
    void: claimInputs['reasonWithArticle@1'],
    appeal: claimInputs['appeal@1'],
    accidentReference: reference.nullable(),
    treatments: z.array(claimInputs['treatment@1']),
    channel: claimInputs['channel@1'].shape.channel.nullable(),
    decidedAt: decidedAt.nullable(),
    decider: decider.nullable(),
    duplicatesCleared: z.array(z.uuid()),
    insurerFinding: claimInputs['insurerFinding@1'],
    amountsExplained: z.array(z.strictObject({ line: code, reasonCode: code })),
    schoolYear: claimInputs['schoolYear@1'].extend({ year: z.int().positive(), line: code }),
    linkedCase: wantedCase.nullable(),
    linkedCaseRefusal: claimInputs['linkedCaseRefusal@1'].shape.refusal.nullable(),
  })
  .partial();
