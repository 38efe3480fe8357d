import type { z } from 'zod';

/** One thing that is wrong, and what the caller can do about it. */
export interface Fault {
  /** JSON Pointer in the body, or `header:`, `query:`, `path:` and the name. */
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

/** A refusal: becomes an RFC 9457 problem document. `code` is the stable part. */
export class Problem extends Error {
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;
  readonly reference: string | undefined;
  readonly members: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    errors: Fault | readonly Fault[],
    more: {
      readonly reference?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** Sent beside the members that every problem has. */
      readonly members?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(title);
    this.errors = 'field' in errors ? [errors] : errors;
    this.reference = more.reference;
    this.headers = more.headers ?? {};
    this.members = more.members ?? {};
  }

  /** The body as sent with `application/problem+json`. */
  toJSON(): Readonly<Record<string, unknown>> {
    return {
      type: `urn:bpjs:problem:${this.code}`,
      title: this.title,
      status: this.status,
      errors: this.errors,
      ...this.members,
      ...(this.reference === undefined ? {} : { reference: this.reference }),
    };
  }
}

/** Anything that is not a refusal tells the caller nothing but that it may ask again. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(500, 'internal', 'The insurer made a mistake', {
    field: '',
    rule: 'the simulator has no rule for this',
    remedy: 'send the same request with the same Idempotency-Key again; read the log of the simulator',
  });
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function toFaults(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: pointer([...issue.path, key]),
      rule: 'no members beyond those of the contract',
      remedy: 'leave the member out, or correct its name as in openapi.yaml',
    }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    {
      field: pointer(issue.path),
      rule: issue.message,
      remedy: missing ? 'add the member' : 'send a value that meets the rule; see openapi.yaml',
    },
  ];
}

/** Checks a body against its schema and names every member that breaks it. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem(422, 'invalid-body', 'The body breaks its schema', parsed.error.issues.flatMap(toFaults));
}

/** Checks one value from outside the body. */
export function readPart<Schema extends z.ZodType>(
  schema: Schema,
  place: 'header' | 'query' | 'path',
  name: string,
  value: string | null | undefined,
): z.output<Schema> {
  const parsed = schema.safeParse(value ?? undefined);
  if (parsed.success) return parsed.data;
  const given = value !== null && value !== undefined;
  throw new Problem(400, `invalid-${place}`, `The ${place} cannot be read`, {
    field: `${place}:${name}`,
    rule: parsed.error.issues.map((issue) => issue.message).join('; '),
    remedy: given ? 'send a value that meets the rule; see openapi.yaml' : `add ${name} to the request`,
  });
}
