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
 * JSON Schema 2020-12 for consumers. Unlike ours it permits unknown members: within v1 members may be added, and a consumer
 * that refuses what it does not know would break on the first addition.
 */
export function publishedSchema(contract: EventContract): object {
  const schema = z.toJSONSchema(contract.data, { io: 'input' });
  return {
    $id: schemaUri(contract.type),
    title: contract.type,
    description: contract.summary,
    ...(tolerant(schema) as object),
  };
}

function tolerant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tolerant);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !(key === 'additionalProperties' && member === false))
      .map(([key, member]) => [key, tolerant(member)]),
  );
}
