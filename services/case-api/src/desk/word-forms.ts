import { z } from 'zod';
import type { CaseModel, Json, JsonObject } from '@titian/domain';
import { invalidRequest } from '@titian/http';
import type { StatementKind } from '@titian/persistence';
import { BornOn, Nik } from './person-forms.ts';
import type { Words } from './words.ts';

const phone = z.string().regex(/^\+?[0-9]{8,15}$/, 'digits only, e.g. +6281234567890');
const words = z.string().trim().min(1).max(10_000);
const text = z.strictObject({ text: words });

/** Who the worker is, as far as the person at the door knows. */
export const Worker = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    nik: Nik.optional(),
    bornOn: BornOn.optional(),
    passport: z.string().trim().min(5).max(20).optional(),
    phone: phone.optional(),
  })
  .meta({ id: 'Worker' });

/** How the reporter can be reached; any one way is enough. */
export const Contact = z
  .strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    phone: phone.optional(),
    address: z.string().trim().min(1).max(400).optional(),
  })
  .refine((contact) => Object.keys(contact).length > 0, 'at least one way to reach the reporter')
  .meta({ id: 'Contact', minProperties: 1 });

const bankAccount = z.strictObject({
  bank: z.string().trim().min(2).max(60),
  accountNumber: z.string().regex(/^\d{5,20}$/, 'digits only'),
  holderName: z.string().trim().min(1).max(120),
});

/** How words about a person are given at the desk, and as what they are kept. */
interface WordForm {
  readonly kind: StatementKind;
  readonly schema: z.ZodType<JsonObject>;
  /** Text by which the statement can be found again. */
  readonly lookup?: (content: JsonObject) => string | undefined;
}

const nikOf = ({ nik }: JsonObject): string | undefined => (typeof nik === 'string' ? nik : undefined);
const spoken = (kind: StatementKind): WordForm => ({ kind, schema: text });

const person: WordForm = { kind: 'person', schema: Worker as z.ZodType<JsonObject>, lookup: nikOf };
const BY_MEMBER: Readonly<Record<string, WordForm>> = {
  subject: person,
  person,
  child: person,
  contact: { kind: 'contact', schema: Contact as z.ZodType<JsonObject> },
  account: spoken('account'),
};
/** Where the name of the member alone does not tell. */
const BY_COMMAND: Readonly<Record<string, Readonly<Record<string, WordForm>>>> = {
  recordPayee: { account: { kind: 'bank-account', schema: bankAccount } },
  addNote: { statement: spoken('note') },
  messageFamily: { statement: spoken('message') },
  fileObjection: { statement: spoken('objection') },
};
const wordForm = (command: string, member: string): WordForm =>
  BY_COMMAND[command]?.[member] ?? BY_MEMBER[member] ?? spoken('statement');

type Schema = z.core.$ZodType;
const bare = (schema: Schema): Schema => (schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema);
const likeBefore = (before: Schema, now: z.ZodType): z.ZodType =>
  before instanceof z.ZodOptional ? now.optional() : now;

/** True for the reference that stands for words in an input: id and salted digest, nothing else. */
export function isStatementRef(schema: Schema): boolean {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodObject)) return false;
  const members = Object.keys(inner.shape);
  return members.length === 2 && members.includes('statementId') && members.includes('digest');
}

/** The schema of an input with the words in place of their references, at any depth; what holds none stays as it is. */
function withWords(schema: Schema, command: string, member: string): Schema {
  const inner = bare(schema);
  if (isStatementRef(inner)) return likeBefore(schema, wordForm(command, member).schema);
  if (inner instanceof z.ZodArray) {
    const element = withWords(inner.element, command, member);
    return element === inner.element ? schema : likeBefore(schema, inner.clone({ ...inner.def, element }));
  }
  if (!(inner instanceof z.ZodObject)) return schema;
  const changed = Object.entries(inner.shape as Readonly<Record<string, Schema>>).flatMap(([name, given]) => {
    const said = withWords(given, command, name);
    return said === given ? [] : [[name, said] as const];
  });
  return changed.length === 0 ? schema : likeBefore(schema, inner.extend(Object.fromEntries(changed)));
}

/**
 * What is sent to do a command: its input schema with the words in place of their references, and only the reason codes
 * that the command takes.
 *
 * @throws RangeError if the definition has no such command
 */
export function formOf({ definition, code }: CaseModel, command: string): z.ZodObject {
  const rule = definition.commands[command];
  const input = code.inputs[rule?.input ?? ''];
  if (rule === undefined || input === undefined) throw new RangeError(`no form for ${command}`);
  const form = withWords(input, command, '') as z.ZodObject;
  const given = input.shape['reasonCode'] as Schema | undefined;
  if (rule.reasons === undefined || given === undefined) return form;
  return form.extend({ reasonCode: likeBefore(given, z.enum([...rule.reasons])) });
}

/** Splits a command's body into what enters the case and what goes to the statement store. @throws ProblemError 400 */
export function splitWords(
  { definition, code }: CaseModel,
  command: string,
  body: JsonObject,
): { input: JsonObject; words: Words[] } {
  const schema = code.inputs[definition.commands[command]?.input ?? ''];
  const words: Words[] = [];
  const input = schema === undefined ? body : (takeWords(schema, body, command, [], words) as JsonObject);
  return { input, words };
}

/** The value without its words, which go to `found`; null stands where their reference will be. */
function takeWords(schema: Schema, value: Json, command: string, path: readonly string[], found: Words[]): Json {
  const inner = bare(schema);
  if (isStatementRef(inner)) {
    found.push(asWords(value, command, path));
    return null;
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item: Json, index) => takeWords(inner.element, item, command, [...path, String(index)], found));
  }
  if (!(inner instanceof z.ZodObject) || !isJsonObject(value)) return value;
  const shape = inner.shape as Readonly<Record<string, Schema | undefined>>;
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => {
      const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return [name, known === undefined ? given : takeWords(known, given, command, [...path, name], found)];
    }),
  );
}

const isJsonObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asWords(said: Json, command: string, path: readonly string[]): Words {
  const member = path.join('/');
  const { kind, schema, lookup } = wordForm(command, path.at(-1) ?? '');
  const parsed = schema.safeParse(said);
  if (parsed.success) return { member, kind, content: parsed.data, lookup: lookup?.(parsed.data) };
  throw invalidRequest(
    parsed.error.issues.map((issue) => ({
      field: `/${[member, ...issue.path.map(String)].join('/')}`,
      rule: issue.message,
      remedy: `give ${member} as the schema of ${command} says`,
    })),
  );
}
