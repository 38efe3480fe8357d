import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import type { AreaCode, JsonObject } from '@titian/domain';
import { problem, ProblemError } from '@titian/http';
import type { Places } from '../places/places.ts';
import type { Worker } from './word-forms.ts';
import type { Words } from './words.ts';

/** The same key from the same person always means the same case, so that a repeated intake never opens a second one. */
const CASE_NAMESPACE = '3c9f5f52-61c7-5a8e-9b0a-0d5c6b1f7e21';

/** Id of the case that an intake opens. */
export const caseIdFor = (identity: Identity, commandId: string): string =>
  uuidv5(`${identity.id}/${commandId}`, CASE_NAMESPACE);

/** The family's own account of what happened, as it is sent. */
export const Account = z.string().trim().max(10_000).describe('What happened, in the words of the family');

/** What was said at the door, of the case's `subject`, `account` and `contact`; what was left out is not kept. */
export function spokenWords(said: {
  readonly worker?: z.infer<typeof Worker> | undefined;
  readonly account?: string | undefined;
  readonly contact?: object | undefined;
}): Words[] {
  const words: Words[] = [];
  if (said.worker !== undefined) {
    words.push({
      member: 'subject',
      field: '/worker',
      kind: 'person',
      content: toJson(said.worker),
      lookup: said.worker.nik,
    });
  }
  if (said.account !== undefined) words.push({ member: 'account', kind: 'account', content: { text: said.account } });
  if (said.contact !== undefined) words.push({ member: 'contact', kind: 'contact', content: toJson(said.contact) });
  return words;
}

/** Plain JSON: members that were not given disappear. */
export const toJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** @throws ProblemError 422 if the interior ministry's list has no such village */
export function mustBePlace(places: Places, area: AreaCode): void {
  if (places.isKnown(area)) return;
  throw new ProblemError(
    problem(
      422,
      'place/unknown',
      { id: `Tidak ada desa atau kelurahan dengan kode ${area}.`, en: `There is no village with the code ${area}.` },
      {
        id: 'Gunakan kode wilayah Kemendagri, misalnya 35.05.08.2003 (Tambakrejo).',
        en: 'Use the code of the interior ministry, e.g. 35.05.08.2003 (Tambakrejo).',
      },
      { field: '/areaCode' },
    ),
  );
}
