import { z } from 'zod';
import type { CaseState, JsonObject } from '@titian/domain';

const about = {
  callbackId: z.uuid(),
  reference: z.string().min(1).max(60),
  claimRef: z.uuid(),
  occurredAt: z.string(),
};
const amountIdr = z.string().regex(/^\d{1,15}$/);
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/);

/** What the insurer tells by callback. Unknown members are passed over: the insurer may add some. */
export const Callback = z.discriminatedUnion('type', [
  z.object({ ...about, type: z.literal('claim.received') }),
  z.object({
    ...about,
    type: z.literal('claim.intake-refused'),
    reasonCode: code,
    article: z.string().max(120).optional(),
  }),
  z.object({
    ...about,
    type: z.literal('claim.information-requested'),
    documents: z.array(code).min(1),
    reasonCode: code,
    article: z.string().max(120).optional(),
  }),
  z.object({
    ...about,
    type: z.literal('claim.decided'),
    lines: z
      .array(
        z.object({
          code,
          decision: z.enum(['approved', 'rejected']),
          approvedIdr: amountIdr,
          reasonCode: code.optional(),
          article: z.string().max(120).optional(),
        }),
      )
      .min(1),
  }),
  z.object({
    ...about,
    type: z.literal('payment.paid'),
    paymentReference: z.string().min(1).max(60),
    paidDay: z.iso.date(),
    lines: z.array(z.object({ code, amountIdr })).min(1),
  }),
  z.object({
    ...about,
    type: z.literal('payment.failed'),
    paymentReference: z.string().min(1).max(60),
    reasonCode: code,
  }),
]);
export type Callback = z.infer<typeof Callback>;

/** The command that a callback stands for; null if the case need not hear of it (the submission child tells the receipt). */
export function toCommand(callback: Callback, state: CaseState): { name: string; input: JsonObject } | null {
  const { reference } = callback;
  switch (callback.type) {
    case 'claim.received':
      return null;
    case 'claim.intake-refused': {
      const { reasonCode, article } = callback;
      return { name: 'insurerRefusedIntake', input: { reasonCode, ...(article === undefined ? {} : { article }) } };
    }
    case 'claim.information-requested': {
      const { documents, reasonCode, article } = callback;
      return {
        name: 'insurerRequestsInfo',
        input: { reference, documents, reasonCode, ...(article === undefined ? {} : { article }) },
      };
    }
    case 'claim.decided': {
      const name = decisionCommand(callback.lines, state);
      const maintained = name === 'reject' && state.stage === 'objection' ? maintainedBecause(callback.lines) : null;
      return maintained ?? { name, input: { reference, lines: toJson(callback.lines) } };
    }
    case 'payment.paid': {
      const { paymentReference, paidDay, lines } = callback;
      return { name: 'paid', input: { paymentReference, paidDay, lines: toJson(lines) } };
    }
    case 'payment.failed': {
      const { paymentReference, reasonCode } = callback;
      return { name: 'paymentFailed', input: { paymentReference, reasonCode } };
    }
  }
}

type DecidedLine = Extract<Callback, { type: 'claim.decided' }>['lines'][number];

function decisionCommand(lines: readonly DecidedLine[], state: CaseState): string {
  const inFull = ({ code: line, decision, approvedIdr }: DecidedLine): boolean =>
    decision === 'approved' && BigInt(approvedIdr) >= BigInt(state.lines[line]?.askedIdr ?? '0');
  if (lines.every(inFull)) return 'approve';
  return lines.every(({ decision }) => decision === 'rejected') ? 'reject' : 'approvePart';
}

/** The insurer rejects what it rejected before: its decision stands, for the reason of the first line. */
function maintainedBecause([first]: readonly DecidedLine[]): { name: string; input: JsonObject } | null {
  if (first?.reasonCode === undefined || first.article === undefined) return null;
  return { name: 'maintain', input: { reasonCode: first.reasonCode, article: first.article } };
}

/** Drops absent members, which JSON does not have. */
const toJson = (value: readonly object[]): JsonObject[] => JSON.parse(JSON.stringify(value)) as JsonObject[];
