import { z } from 'zod';
import type { WishOutcome } from '../desk/case-desk.ts';

/** Name of a command in an address; whether a definition has it is asked later. */
export const CommandName = z.string().regex(/^[a-zA-Z]{1,40}$/);

/** What is sent with a command; each one's own schema is in its operation and in the definition. */
export const CommandBody = z.record(z.string(), z.json()).meta({
  id: 'CommandBody',
  description: 'Input of the command; its schema is in the operation of the command and at /v1/definitions/{type}',
});

const text = z.object({ id: z.string(), en: z.string() });

/** What a command answers: the case, its new revision (also the ETag), and the id to ask by. */
export const CommandAnswerBody = z
  .object({
    caseId: z.uuid(),
    commandId: z.string(),
    status: z.enum(['done', 'pending']),
    revision: z.int().nullable().describe('Revision after the command; null while pending'),
    warnings: z
      .array(
        z.object({
          code: z.string().describe('e.g. person/nik-of-another-district'),
          field: z.string(),
          message: text,
          remedy: text,
        }),
      )
      .optional()
      .describe('What was taken as it was said and should be looked at again'),
  })
  .meta({ id: 'CommandAnswer' });

/** The part of Fastify's reply that an answer uses. */
export interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** 200 or 201 with the receipt, or 202 with the place to ask again. */
export function sendAnswer(
  reply: Reply,
  status: number,
  caseId: string,
  commandId: string,
  outcome: WishOutcome,
): void {
  const warnings = outcome.warnings.length === 0 ? {} : { warnings: outcome.warnings };
  if (outcome.kind === 'pending') {
    reply
      .status(202)
      .header('location', `/v1/cases/${caseId}/receipts/${commandId}`)
      .header('retry-after', '1')
      .send({ caseId, commandId, status: 'pending', revision: null, ...warnings });
    return;
  }
  const { revision } = outcome.receipt;
  reply.status(status).header('etag', `"${revision}"`);
  if (status === 201) reply.header('location', `/v1/cases/${caseId}`);
  if (outcome.replayed) reply.header('idempotent-replayed', 'true');
  reply.send({ caseId, commandId, status: 'done', revision, ...warnings });
}
