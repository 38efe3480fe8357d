import { z } from 'zod';
import type { Refusal, RefusalCode, Text } from '@titian/domain';

const text = z.object({ id: z.string(), en: z.string() });

/** Error body of every endpoint (RFC 9457). `type` is the stable part: clients switch on it, never on `title`. */
export const Problem = z
  .object({
    type: z.string().describe('`urn:titian:problem:<code>`, listed in docs/errors.md'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    field: z.string().optional().describe('JSON Pointer of the faulty member'),
    rule: text.optional().describe('What is wrong, naming the rule'),
    remedy: text.optional().describe('What the caller can do now'),
    errors: z
      .array(z.object({ field: z.string(), rule: z.string(), remedy: z.string() }))
      .optional()
      .describe('One entry for each faulty member of the request'),
    revision: z.int().optional().describe('Current revision of the case, where it matters'),
    commandId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** Thrown anywhere in the API; the filter turns it into the answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.title);
  }
}

/** Builds a problem; `code` becomes the stable type. */
export function problem(
  status: number,
  code: string,
  rule: Text,
  remedy: Text,
  more: Partial<Omit<Problem, 'type' | 'title' | 'status'>> = {},
): Problem {
  return { type: `urn:titian:problem:${code}`, title: rule.en, status, rule, remedy, ...more };
}

const STATUS: Readonly<Record<RefusalCode, number>> = {
  'case/not-found': 404,
  'case/already-opened': 409,
  'case/stale-version': 412,
  'case/suspended': 409,
  'command/unknown': 404,
  'command/wrong-stage': 409,
  'command/wrong-role': 403,
  'command/outside-jurisdiction': 403,
  'command/invalid-input': 422,
  'command/key-reused': 409,
  'command/guard': 422,
  'command/maker-is-checker': 409,
  'command/unknown-reason': 422,
  'command/conflict-of-interest': 403,
  'task/not-found': 404,
  'task/not-yours': 409,
  'task/conflict-of-interest': 409,
  'task/officer-absent': 409,
  'task/nobody-present': 409,
};

/** A refusal of the domain as an answer; pure, so that the table of errors is tested without HTTP. */
export function refusalProblem(refusal: Refusal, revision?: number): Problem {
  return problem(STATUS[refusal.code], refusal.code, refusal.message, refusal.remedy, {
    ...(refusal.field === null ? {} : { field: refusal.field }),
    ...(revision === undefined ? {} : { revision }),
  });
}
