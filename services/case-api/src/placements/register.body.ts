import { z } from 'zod';
import { placementInputs, type JsonObject } from '@titian/domain';
import { spokenWords, toJson } from '../desk/intake.ts';
import { Worker } from '../desk/word-forms.ts';
import type { Words } from '../desk/words.ts';

const { subject: _candidate, importedRow: _row, ...candidate } = placementInputs['candidate@1'].shape;
const { subject: _abroad, importedRow: _abroadRow, ...abroad } = placementInputs['foundAbroad@1'].shape;

/** What the village takes down about a candidate. */
export const RegisterCandidateBody = z
  .strictObject({ ...candidate, worker: Worker })
  .meta({ id: 'RegisterCandidateBody' });
export type RegisterCandidateBody = z.infer<typeof RegisterCandidateBody>;

/** What the family knows of a worker who has left already. */
export const RegisterAbroadBody = z.strictObject({ ...abroad, worker: Worker }).meta({ id: 'RegisterAbroadBody' });
export type RegisterAbroadBody = z.infer<typeof RegisterAbroadBody>;

/** Splits the body into the codes and days that enter the case and the words that do not. */
export function toPlacement({ worker, ...rest }: RegisterCandidateBody | RegisterAbroadBody): {
  input: JsonObject;
  words: Words[];
} {
  return { input: toJson(rest), words: spokenWords({ worker }) };
}
