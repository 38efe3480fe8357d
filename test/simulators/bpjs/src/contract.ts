import { z } from 'zod';

/** What lines, papers, reasons and claim types are named by. */
export const Code = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]*$/, 'a code of letters, digits and _ . : / -, e.g. JKK_RAWAT_LN');
/** Whole rupiah, decimal digits. */
export const AmountIdr = z
  .string()
  .max(18)
  .regex(/^\d+$/, 'whole rupiah as decimal digits in a string, e.g. "85000000"');
/** A day of the calendar, YYYY-MM-DD. */
export const Day = z.iso.date('a day that exists, as YYYY-MM-DD');
/** Any UUID, also of versions the insurer has not heard of; kept in lower case. */
export const Uuid = z.guid('a UUID, e.g. 0198c5e2-7b1a-7000-8000-000000000001').toLowerCase();
/** The article of law that a decision rests on, as text. */
export const Article = z.string().min(1).max(200);
/** What the caller repeats when it cannot know whether a request arrived. */
export const IdempotencyKey = z.string().min(1).max(200);

/** The branch that serves a claim, by the code of its regency. */
export const Branch = z.string().regex(/^\d{2}\.\d{2}$/, 'a regency code such as 35.05');

const AccountToken = z.string().min(1).max(200);

const SentDocument = z.strictObject({
  code: Code,
  documentId: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 as 64 lower-case hex digits'),
});

const AskedLine = z.strictObject({ code: Code, askedIdr: AmountIdr });
const PaidLine = z.strictObject({ code: Code, amountIdr: AmountIdr });

function eachCodeOnce(lines: readonly { code: string }[]): boolean {
  return new Set(lines.map((line) => line.code)).size === lines.length;
}

/** Body of `POST /v1/claims`. */
export const Submission = z.strictObject({
  claimRef: Uuid,
  branch: Branch,
  /** The stage I report that this claim follows from, if there was one. */
  accidentReference: z.string().min(1).max(60).optional(),
  attempt: z.int().min(1).max(1_000_000),
  claimType: Code,
  programme: z.enum(['JKK', 'JKM', 'JHT']),
  riskDay: Day,
  riskCountry: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 alpha-2 country code, e.g. TW'),
  documents: z.array(SentDocument).max(200),
  lines: z.array(AskedLine).min(1).max(50).refine(eachCodeOnce, 'each line code once'),
  payee: z.strictObject({ kind: z.enum(['PARTICIPANT', 'HEIR', 'PAYER']), accountToken: AccountToken }),
});
/** Body of `POST /v1/claims/{reference}/information`. */
export const Information = z.strictObject({ documents: z.array(SentDocument).min(1).max(200) });
/** Body of `POST /v1/claims/{reference}/payments`. */
export const PaymentOrder = z.strictObject({
  /** The caller's name of the order; shown again with every result. */
  orderRef: z.string().min(1).max(200),
  lines: z.array(PaidLine).min(1).max(50).refine(eachCodeOnce, 'each line code once'),
  accountToken: AccountToken,
});

/** Body of `POST /v1/claims/{reference}/objections`. */
export const Objection = z.strictObject({ reasonCode: Code });

/** Body of `POST /v1/claims/{reference}/withdrawals`. */
export const Withdrawal = z.strictObject({ reasonCode: Code });
/** Body of `POST /v1/accident-reports`: stage I, before anybody knows how it ends. */
export const AccidentReport = z.strictObject({
  claimRef: Uuid,
  branch: Branch,
  riskDay: Day,
  riskCountry: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 alpha-2 country code, e.g. TW'),
});

/** An accident as it was reported. */
export type AccidentReport = z.infer<typeof AccidentReport>;
/** A claim as it was handed in. */
export type Submission = z.infer<typeof Submission>;
/** Papers that answer a request for information. */
export type Information = z.infer<typeof Information>;
/** Why the family does not accept the decision. */
export type Objection = z.infer<typeof Objection>;
/** Which lines to pay, how much and to whom. */
export type PaymentOrder = z.infer<typeof PaymentOrder>;
/** One line of a payment. */
export type PaidLine = z.infer<typeof PaidLine>;
/** One paper, by its hash. */
export type SentDocument = z.infer<typeof SentDocument>;
