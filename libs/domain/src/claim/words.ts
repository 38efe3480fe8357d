import { z } from 'zod';

/** The words that inputs of claim commands are made of. None lets free text, a name or a number of a person through. */
export const plainDay = z.iso.date();
export const instant = z.iso.datetime({
  precision: 3,
  error: 'must be UTC with milliseconds, e.g. 2026-01-05T02:00:00.000Z',
});
export const amountIdr = z.string().regex(/^(0|[1-9]\d{0,14})$/, 'whole rupiah as digits, e.g. "50000000"');
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/, 'a code in capitals, e.g. BUKTI_BAYAR');
/** A national id number, an account or a telephone number may not enter the log as a reference. */
const looksLikeAPerson = (text: string): boolean =>
  /^\d{10,}$/.test(text) || /^(0|62[._/-]?)8\d[\d._/-]{7,}$/.test(text);
export const reference = z
  .string()
  .regex(/^[A-Za-z0-9._/-]{1,60}$/, 'a reference of letters, digits and . _ / -')
  .refine(
    (text) => !looksLikeAPerson(text),
    'a reference with at least one letter or separator, e.g. BPJS-2026-000001; a national id or telephone number is none',
  );
/** An article and nothing else: what looks like free text has no way into the log. */
export const article = z
  .string()
  .regex(
    /^Pasal \d{1,3}[A-Z]?( ayat \(\d{1,2}[a-z]?\))?( huruf [a-z])?( (UU|PP|Perpres|Permenaker|Permen P2MI|Perban) \d{1,3}\/\d{4})?$/,
    'an article such as "Pasal 50 ayat (1)" or "Pasal 26 PP 82/2019"',
  );
export const documentRef = {
  documentId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in lower-case hex'),
};
/** Words of a person live in the statement store; here stand only their id and salted digest. */
export const statement = z.strictObject({ statementId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) });
export const line = code.describe('Benefit line, e.g. JKK_RAWAT_LN');
