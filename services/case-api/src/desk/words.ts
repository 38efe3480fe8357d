import { v5 as uuidv5 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Identity } from '@titian/auth';
import type { Json, JsonObject } from '@titian/domain';
import { type StatementKind, type StatementRef, type StatementStore } from '@titian/persistence';

/** Words about a person on their way to the statement store: the command carries only what comes back. */
export interface Words {
  /** Where in the command's input the reference goes: a member, or a path to one, e.g. `heirs/0/person`. */
  readonly member: string;
  readonly kind: StatementKind;
  readonly content: JsonObject;
  /** Where it stood in what was sent, if not at the member. */
  readonly field?: string | undefined;
  /** Text to find the statement by, kept as a keyed digest (NIK). */
  readonly lookup?: string | undefined;
}

const STATEMENT_NAMESPACE = '5f1d7f0e-0a58-5d0b-9d0c-6f6b0a2f8c11';
/** Takes the place of a reference while a command is only tried: nothing is stored yet. */
const PLACEHOLDER: StatementRef = { statementId: '00000000-0000-5000-8000-000000000000', digest: '0'.repeat(64) };

/** The input as `decide` would see it, without storing a word. */
export function withPlaceholders(input: JsonObject, words: readonly Words[]): JsonObject {
  return words.reduce((given, { member }) => withReference(given, member.split('/'), { ...PLACEHOLDER }), input);
}

/** A copy of the input with a reference where its words were. */
function withReference(input: JsonObject, path: readonly string[], reference: JsonObject): JsonObject {
  return placed(input, path, reference) as JsonObject;
}

function placed(value: Json | undefined, [first, ...rest]: readonly string[], reference: JsonObject): Json {
  if (first === undefined) return reference;
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => (String(index) === first ? placed(item, rest, reference) : item));
  }
  const members = (value ?? {}) as JsonObject;
  return { ...members, [first]: placed(members[first], rest, reference) };
}

/** Keeps the words and puts their references into the input. Repeatable: the same command id finds the same statements. */
export async function withReferences(
  tx: EntityManager,
  store: StatementStore,
  input: JsonObject,
  words: readonly Words[],
  about: { readonly commandId: string; readonly area: string; readonly identity: Identity },
): Promise<JsonObject> {
  let referring = input;
  for (const { member, kind, content, lookup } of words) {
    const id = uuidv5(`${about.identity.id}/${about.commandId}/${member}`, STATEMENT_NAMESPACE);
    const kept = await store.keep(
      {
        id,
        kind,
        area: about.area,
        content,
        createdBy: about.identity.id,
        ...(lookup === undefined ? {} : { lookup }),
      },
      tx,
    );
    referring = withReference(referring, member.split('/'), { ...kept });
  }
  return referring;
}
