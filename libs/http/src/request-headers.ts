import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { z } from 'zod';
import { invalidRequest } from './validation.ts';

const headersOf = (context: ExecutionContext): Readonly<Record<string, string | undefined>> =>
  context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers;

/** The caller's `Idempotency-Key`. Nest's `@Headers` takes no schema, hence a decorator of our own. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = z.uuid().safeParse(headersOf(context)['idempotency-key']);
  if (key.success) return key.data;
  throw invalidRequest([
    {
      field: '/headers/idempotency-key',
      rule: 'Idempotency-Key must be a UUID',
      remedy: 'make one UUID for each command and send it again with every retry',
    },
  ]);
});

/** The revision in `If-Match: "12"`; undefined if the caller does not care. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number | undefined => {
  const given = headersOf(context)['if-match'];
  if (given === undefined || given === '*') return undefined;
  const [, revision] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given) ?? [];
  if (revision !== undefined) return Number(revision);
  throw invalidRequest([
    {
      field: '/headers/if-match',
      rule: 'If-Match must be the ETag of the case',
      remedy: 'send the ETag as it came, e.g. "12"',
    },
  ]);
});
