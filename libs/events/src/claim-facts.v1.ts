import { z } from 'zod';
import { claimInputs } from '@titian/domain';
import { code, name, office, village } from './words.ts';

const opening = claimInputs['opening@1'].omit({ lines: true, areaCode: true, origin: true }).shape;
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
    precheck: claimInputs['precheck@1'],
    heirs: claimInputs['heirs@1'].shape.heirs,
    certified: z.array(z.strictObject({ requirement: name, office })),
    suspectedDuplicateOf: z.uuid().nullable(),
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
