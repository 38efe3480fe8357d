import { z } from 'zod';
import { amountIdr, code, documentRef, line, plainDay, reference, statement } from './words.ts';

/** Key of a payee within the case. */
const payee = z.string().regex(/^(main|(heir|payer)-[1-9]\d?)$/, 'main, heir-1 … heir-99 or payer-1 …');
const order = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{0,59}\.(main|(heir|payer)-[1-9]\d?)\.[1-9]\d{0,3}$/,
    'a payment order, e.g. JKM_SELAMA.heir-1.1',
  );
/** The letter or receipt that an officer works from where the insurer is a counter. */
export const paper = z.strictObject(documentRef).optional().describe('The insurer’s letter, if an officer records it');
const settled = { order, paymentReference: reference, paper };

/** Input schemas of payment commands by versioned name. */
export const paymentInputs = {
  'payee@1': z.strictObject({
    kind: z.enum(['PARTICIPANT', 'HEIR', 'PAYER']),
    account: statement.describe('Bank account and holder (statement store)'),
    payee: payee.optional().describe('Which of several; without it the one payee of the claim'),
    share: z
      .string()
      .regex(/^[1-9]\d?\/[1-9]\d?$/, 'a share such as 1/3')
      .optional()
      .describe('Share of each line; without it the whole'),
    lines: z.array(line).min(1).max(20).optional().describe('Only these lines; without it all that name nobody'),
  }),
  'accountCheck@1': z.strictObject({
    payee: payee.optional(),
    against: z.enum(['PASSBOOK', 'BANK_LETTER', 'BANK_CALL']),
  }),
  'paymentOrder@1': z.strictObject(settled),
  'payment@1': z.strictObject({ ...settled, paidDay: plainDay, amountIdr }),
  'explainedPayment@1': z.strictObject({
    order,
    paymentReference: reference,
    paidDay: plainDay,
    amountIdr,
    reasonCode: code,
    paper: z.strictObject(documentRef).describe('What proves the amount'),
  }),
  'explainedAmounts@1': z.strictObject({
    line,
    reasonCode: code,
    paper: z.strictObject(documentRef).describe('What proves it'),
  }),
  'paymentFailure@1': z.strictObject({ ...settled, reasonCode: code }),
  'disputeSettled@1': z.strictObject({ paymentReference: reference }),
  'blockedPayee@1': z.strictObject({ payee: payee.optional(), reasonCode: code }),
  'receipt@1': z.strictObject({
    channel: z
      .enum(['VISIT', 'PHONE', 'MESSAGE', 'BANK_RECORD'])
      .describe('How the family was asked or saw it: never the insurer’s own word'),
    payee: payee.optional(),
  }),
  'receiptOfOne@1': z.strictObject({ channel: z.enum(['VISIT', 'PHONE', 'MESSAGE', 'BANK_RECORD']), payee }),
  'disputedReceipt@1': z.strictObject({ payee: payee.optional() }),
} as const satisfies Record<string, z.ZodObject>;
