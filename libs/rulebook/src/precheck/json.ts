import type { Json, JsonObject, Text } from '@titian/domain';
import { PrecheckFactsSchema, type PrecheckFacts } from './facts.ts';
import type { PrecheckFinding, PrecheckResult } from './result.ts';

/** The answer as JSON: sums become digits, everything else stays. */
export function precheckToJson(result: PrecheckResult): JsonObject {
  const text = JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return JSON.parse(text) as JsonObject;
}

const REMEDY: Text = { id: 'Perbaiki isian itu; yang lain tetap.', en: 'Correct that field; the rest stays as it is.' };

const invalid = (field: string, message: string): PrecheckFinding => ({
  code: 'FIELD_INVALID',
  severity: 'error',
  field,
  message: { id: `Isian ${field} tidak sah.`, en: `${field} is not valid: ${message}` },
  remedy: REMEDY,
});

/** Facts out of JSON, or everything that is wrong with them by JSON pointer; nothing is guessed or dropped. */
export function factsFromJson(
  json: Json,
): { readonly facts: PrecheckFacts } | { readonly findings: readonly PrecheckFinding[] } {
  const read = PrecheckFactsSchema.safeParse(json);
  if (read.success) return { facts: read.data };
  const findings = read.error.issues.flatMap((issue) => {
    const at = issue.path.map((part) => `/${String(part)}`).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => invalid(`${at}/${key}`, 'there is no such field'));
    return [invalid(at === '' ? '/' : at, issue.message)];
  });
  return { findings };
}
