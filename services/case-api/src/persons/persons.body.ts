import { z } from 'zod';
import { claimInputs } from '@titian/domain';
import { BornOn, Nik } from '../desk/person-forms.ts';

const { areaCode } = claimInputs['opening@1'].shape;

/** Who is looked for. Sent in a body and never in an address: addresses are logged, and numbers and names are not. */
export const PersonSearchBody = z
  .strictObject({
    nik: Nik.optional(),
    name: z.string().trim().min(1).max(120).optional().describe('In any usual spelling, with or without titles'),
    bornOn: BornOn.optional(),
    areaCode: areaCode.optional().describe('Village; with `name` and `bornOn`'),
  })
  .refine(
    ({ nik, name, bornOn, areaCode: village }) =>
      nik !== undefined || [name, bornOn, village].every((given) => given !== undefined),
    { message: 'needs the nik, or name, bornOn and areaCode together' },
  )
  .meta({ id: 'PersonSearch' });
export type PersonSearchBody = z.infer<typeof PersonSearchBody>;

const PersonCase = z.object({
  caseId: z.uuid(),
  type: z.string(),
  number: z.string(),
  stage: z.string(),
  status: z.string(),
  area: z.string(),
  areaName: z.string(),
  openedAt: z.iso.datetime(),
  as: z.enum(['worker', 'family']).describe('Whom the case is about, or somebody whom it names'),
});

/** One worker with every placement, claim and complaint that the caller may see. */
export const PersonView = z
  .object({
    personId: z.uuid(),
    name: z.string().nullable().describe('As the newest statement has it'),
    bornOn: z.string().nullable(),
    hasNik: z.boolean().describe('Whether a number is on record; it is read on the card, not here'),
    sameAs: z.array(z.uuid()).describe('Persons whom an officer has found to be the same; their cases are listed too'),
    cases: z.array(PersonCase),
  })
  .meta({ id: 'Person' });

export const PersonSearchAnswer = z
  .object({
    asOf: z.iso.datetime(),
    persons: z.array(PersonView).describe('By number, those of another name under it included; or those alike'),
  })
  .meta({ id: 'PersonSearchAnswer' });
