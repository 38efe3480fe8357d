import { z } from 'zod';
import { claimInputs, type JsonObject } from '@titian/domain';
import type { Words } from '../desk/words.ts';

const opening = claimInputs['opening@1'];

/** Date and serial of a NIK; the first six digits are where it was first registered, not today's home: never judged. */
const NIK = /^\d{6}([04][1-9]|[1256]\d|[37][01])(0[1-9]|1[0-2])\d{2}\d{4}$/;

/** What a family knows at the door. Names and words go to the statement store, codes to the case. */
export const OpenClaimBody = z
  .strictObject({
    claimType: opening.shape.claimType,
    areaCode: opening.shape.areaCode,
    riskDay: opening.shape.riskDay,
    riskCountry: opening.shape.riskCountry,
    receivedAt: opening.shape.receivedAt,
    reporter: opening.shape.reporter,
    lines: opening.shape.lines,
    worker: z.strictObject({
      name: z.string().trim().min(1).max(120),
      nik: z.string().regex(NIK, 'a NIK has 16 digits with a possible date of birth in digits 7 to 12').optional(),
      passport: z.string().trim().min(5).max(20).optional(),
      phone: z
        .string()
        .regex(/^\+?[0-9]{8,15}$/, 'digits only, e.g. +6281234567890')
        .optional(),
    }),
    account: z.string().trim().max(10_000).optional().describe('What happened, in the words of the family'),
  })
  .meta({ id: 'OpenClaimBody' });
export type OpenClaimBody = z.infer<typeof OpenClaimBody>;

/** Splits the body into the codes that enter the case and the words that do not. */
export function toOpening({ worker, account, ...codes }: OpenClaimBody): { input: JsonObject; words: Words[] } {
  const words: Words[] = [
    {
      member: 'subject',
      kind: 'person',
      content: JSON.parse(JSON.stringify(worker)) as JsonObject,
      lookup: worker.nik,
    },
  ];
  if (account !== undefined) words.push({ member: 'account', kind: 'account', content: { text: account } });
  return { input: JSON.parse(JSON.stringify(codes)) as JsonObject, words };
}
