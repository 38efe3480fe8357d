import { z } from 'zod';

/** Whole rupiah as people write them in a decree, e.g. `Rp85.000.000`; no decimals exist, so none can be lost. */
export const rupiah = z
  .string()
  .regex(/^Rp(0|[1-9]\d{0,2}(\.\d{3}){0,4})$/, 'whole rupiah such as Rp85.000.000')
  .transform((text) => BigInt(text.slice(2).replaceAll('.', '')));

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('a day such as 2023-02-22');

/** A statutory code in capitals, e.g. `JKM_SELAMA`. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/, 'a code in capitals such as JKM_SELAMA');

/** What a person reads, in both languages. */
export const text = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });

/** Number of a source in docs/law/sources.md; several where they say the same or contradict each other. */
const sourceNumber = z.string().regex(/^[ST]\d{1,3}b?$/, 'a number of docs/law/sources.md such as S42');

/** What every row of law has, whatever it says. */
export const rowShape = {
  /** What the row is about; the same key in another time is another version of the same rule. */
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*([.-][A-Za-z0-9_]+)*$/, 'a key such as window.before.placed'),
  instrument: z.string().min(3),
  /** As people quote it; null where no article is known, which a row with a sum may not have. */
  article: z.string().min(3).nullable(),
  /** First and last day of the rule, both included; null: it has not ended. */
  validFrom: day,
  validTo: day.nullable(),
  /** Empty for a rule of our own only. */
  source: z.union([sourceNumber, z.array(sourceNumber)]).transform((source) => [source].flat()),
  /** True only if the text of that article was seen. */
  verified: z.boolean(),
  note: z.string().min(3).optional(),
};
