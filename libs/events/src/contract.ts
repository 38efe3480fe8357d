import { z } from 'zod';

/** One kind of event as agencies see it. The version is part of the name, and a name never changes its meaning. */
export interface EventContract<Data extends z.ZodObject = z.ZodObject> {
  readonly type: `titian.${string}.v${number}`;
  readonly summary: string;
  /** Ids, codes, days and amounts only: no personal data ever. */
  readonly data: Data;
}

/** Declared once: the check, the TypeScript type and the published JSON Schema all follow from it. */
export function defineEvent<Data extends z.ZodObject>(contract: EventContract<Data>): EventContract<Data> {
  return Object.freeze(contract);
}

/** Where the schema of an event is published. */
export const schemaUri = (type: string): string => `urn:titian:schema:${type}`;

/**
 * JSON Schema 2020-12 for consumers. Unlike ours it permits what may come within v1: members it does not name, and values that an
 * enumeration does not have yet (`x-extensible-enum`). A consumer that refused either would break on the first addition.
 */
export function publishedSchema(contract: Pick<EventContract, 'type' | 'summary' | 'data'>): JsonSchema {
  return {
    $id: schemaUri(contract.type),
    title: contract.type,
    description: contract.summary,
    ...(tolerant(z.toJSONSchema(contract.data, { io: 'input' })) as JsonSchema),
  };
}

/** A schema as JSON, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What every value of an enumeration looks like, today's and later ones. */
export const ENUM_WORD = '^[A-Za-z][A-Za-z0-9_-]{0,59}$';

/** A schema as consumers may rely on it. */
export function tolerant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tolerant);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    if (key === 'additionalProperties' && member === false) return [];
    if (key === 'enum' && Array.isArray(member)) {
      return [
        ['pattern', ENUM_WORD],
        ['x-extensible-enum', member],
      ];
    }
    return [[key, tolerant(member)]];
  });
  return Object.fromEntries(members);
}
