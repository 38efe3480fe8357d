import { z } from 'zod';
import { paper } from './payment.inputs.ts';
import { amountIdr, article, code, instant, line, plainDay, reference } from './words.ts';

const decider = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/, 'code of a post or officer of the insurer, never a name')
  .optional()
  .describe('Who decided: an objection is decided by another');
const decisionLine = z.strictObject({
  code: line,
  decision: z.enum(['approved', 'rejected']),
  approvedIdr: amountIdr,
  reasonCode: code.optional(),
  article: article.optional(),
});

/** Input schemas of what passes between the case and the insurer, by versioned name. */
export const insurerInputs = {
  'channel@1': z.strictObject({ channel: z.enum(['manual']) }),
  'delivered@1': z.strictObject({ paper }),
  'treatment@1': z.strictObject({ day: plainDay, place: z.enum(['ABROAD', 'HOME']) }),
  'intakeRefusal@1': z.strictObject({ reasonCode: code, article: article.optional(), paper }),
  'reference@1': z.strictObject({ reference, receivedAt: instant, paper }),
  'insurerRequest@1': z.strictObject({
    reference,
    documents: z.array(code).min(1),
    reasonCode: code,
    article: article.optional(),
    paper,
  }),
  'decision@1': z.strictObject({
    reference,
    decidedAt: instant.optional().describe('When the insurer decided: a later one replaces an earlier one'),
    decider,
    lines: z.array(decisionLine).min(1),
    paper,
  }),
  'maintained@1': z.strictObject({ reasonCode: code, article, decider }),
  'withdrawalAnswer@1': z.strictObject({ reasonCode: code, paper }),
  'insurerFinding@1': z.strictObject({ finding: code, reference: reference.optional() }),
} as const satisfies Record<string, z.ZodObject>;
