import { z } from 'zod';
import { BODIES, type Body } from '../kernel/bodies.ts';
import { code, statement } from '../claim/words.ts';

const body = z.enum(Object.keys(BODIES) as [Body, ...Body[]]);

/** Who may agree that others see a case: the worker, who speaks for them, or nobody could be asked. */
export const CONSENT_BY = ['SUBJECT', 'HEIR', 'PARENT', 'GUARDIAN', 'PROXY', 'NOBODY'] as const;
export const CONSENT_HOW = ['WRITTEN', 'SPOKEN', 'CALL', 'MESSAGE', 'NOT_ASKED'] as const;

const consent = z
  .strictObject({
    by: z.enum(CONSENT_BY).describe('Who agreed; NOBODY only where nobody can be asked'),
    how: z.enum(CONSENT_HOW).describe('NOT_ASKED goes with NOBODY and with nothing else'),
    day: z.iso.date().describe('Day on which it was given'),
    minor: z.boolean().optional().describe('The worker is a child: a parent or guardian agrees'),
    statement: statement.optional().describe('The words or the paper of the consent (statement store)'),
  })
  .describe('That the person whom the case is about agrees to another office seeing it');

/** Input schemas of referral and transfer, the same for every case type. */
export const custodyInputs = {
  'referral@1': z.strictObject({ body, reasonCode: code, consent, statement: statement.optional() }),
  'transfer@1': z.strictObject({ body, reasonCode: code, consent }),
  'offerAnswer@1': z.strictObject({ reasonCode: code, statement: statement.optional() }),
  'accepted@1': z.strictObject({}),
} as const satisfies Record<string, z.ZodObject>;
