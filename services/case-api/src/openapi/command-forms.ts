import { z } from 'zod';
import type { CaseDefinition, CaseModel, CommandRule, Json, JsonObject } from '@titian/domain';
import { formOf } from '../desk/word-forms.ts';
import { exampleOf, type Hints } from './example.ts';

/** Case types that a desk can open. */
export const DOCUMENTED_TYPES = ['claim', 'complaint', 'placement'] as const;

/** What to send to do a command. */
export interface CommandForm {
  /** JSON Schema 2020-12, complete in itself: no reference leads out of it. */
  readonly schema: JsonObject;
  readonly example: JsonObject;
}

/** Commands with an endpoint of their own: those of people. Opening a case has its own intake; the engine needs no door. */
export function commandsOfPeople({ opening, commands }: CaseDefinition): readonly (readonly [string, CommandRule])[] {
  return Object.entries(commands).filter(
    ([name, { roles }]) => !opening.includes(name) && roles.some((role) => role !== 'system'),
  );
}

/** The form of each command, by its name. */
export function formsOf(model: CaseModel): Readonly<Record<string, CommandForm>> {
  return Object.fromEntries(
    commandsOfPeople(model.definition).map(([name, rule]) => {
      const { $schema: _dialect, ...schema } = z.toJSONSchema(formOf(model, name), { io: 'input' }) as JsonObject;
      const whole = selfContained(schema);
      return [name, { schema: whole, example: exampleOf(whole, hintsFor(model.definition, name, rule)) as JsonObject }];
    }),
  );
}

/** A schema whose references into its own `$defs` are followed: it may stand anywhere in another document. */
export const selfContained = (schema: JsonObject): JsonObject =>
  inlined(schema, (schema['$defs'] ?? {}) as JsonObject) as JsonObject;

/** Puts shared parts where they are used: in the middle of another document their addresses would lead nowhere. */
function inlined(schema: Json, parts: JsonObject): Json {
  if (Array.isArray(schema)) return schema.map((item: Json) => inlined(item, parts));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as JsonObject;
  const shared = typeof $ref === 'string' ? parts[$ref.replace('#/$defs/', '')] : undefined;
  if (shared !== undefined) return inlined(shared, parts);
  return Object.fromEntries(
    Object.entries(schema)
      // The name of a shared part; a property called `id` is a schema, not a text.
      .filter(([key, value]) => key !== '$defs' && !(key === 'id' && typeof value === 'string'))
      .map(([key, value]: [string, Json]) => [key, inlined(value, parts)]),
  );
}

/** What only the definition knows: a paper that fits, and codes that the command takes. */
function hintsFor({ evidence }: CaseDefinition, command: string, rule: CommandRule): Hints {
  const substitute = command === 'useSubstitute';
  const papers = Object.entries(evidence).flatMap(([requirement, { anyOf }]) =>
    anyOf.filter((paper) => paper.substitute === substitute).map(({ document }) => ({ requirement, document })),
  );
  const [paper] = papers;
  return { ...paper, ...(rule.reasons?.[0] === undefined ? {} : { reasonCode: rule.reasons[0] }) };
}
