import { z } from 'zod';
import type { JsonObject } from '@titian/domain';
import { invalidRequest } from '@titian/http';
import type { StatementKind } from '@titian/persistence';
import type { Words } from '../desk/words.ts';

const text = z.strictObject({ text: z.string().trim().min(1).max(10_000) });
const bankAccount = z.strictObject({
  bank: z.string().trim().min(2).max(60),
  accountNumber: z.string().regex(/^\d{5,20}$/, 'digits only'),
  holderName: z.string().trim().min(1).max(120),
});

/** Members of command inputs that are words about people: they are taken out before the command leaves the desk. */
const WORDS: Readonly<
  Record<string, { readonly member: string; readonly kind: StatementKind; readonly schema: z.ZodType<JsonObject> }>
> = {
  recordPayee: { member: 'account', kind: 'bank-account', schema: bankAccount },
  addNote: { member: 'statement', kind: 'note', schema: text },
  fileObjection: { member: 'statement', kind: 'objection', schema: text },
};

/** Splits a command's body into what enters the case and what goes to the statement store. @throws ProblemError 400 */
export function splitWords(command: string, body: JsonObject): { input: JsonObject; words: Words[] } {
  const rule = WORDS[command];
  if (rule === undefined || body[rule.member] === undefined) return { input: body, words: [] };
  const { [rule.member]: said, ...input } = body;
  const parsed = rule.schema.safeParse(said);
  if (!parsed.success) {
    throw invalidRequest(
      parsed.error.issues.map(({ path, message }) => ({
        field: `/${[rule.member, ...path.map(String)].join('/')}`,
        rule: message,
        remedy: `give ${rule.member} as the schema of ${command} says`,
      })),
    );
  }
  return { input, words: [{ member: rule.member, kind: rule.kind, content: parsed.data }] };
}
