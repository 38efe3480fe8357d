import { z } from 'zod';
import { complaintInputs, type JsonObject } from '@titian/domain';
import { Account, spokenWords, toJson } from '../desk/intake.ts';
import { Contact, Worker } from '../desk/word-forms.ts';
import type { Words } from '../desk/words.ts';

const { subject: _subject, account: _account, contact: _contact, ...codes } = complaintInputs['opening@1'].shape;

/** What a family knows at the door: nothing else is asked before the complaint is received. */
export const FileComplaintBody = z
  .strictObject({ ...codes, worker: Worker, account: Account.min(1), contact: Contact.optional() })
  .meta({ id: 'FileComplaintBody' });
export type FileComplaintBody = z.infer<typeof FileComplaintBody>;

/** A draft needs its village; everything else may come later. */
export const OpenDraftBody = FileComplaintBody.omit({ receivedAt: true })
  .partial()
  .required({ areaCode: true })
  .meta({ id: 'OpenDraftBody' });
export type OpenDraftBody = z.infer<typeof OpenDraftBody>;

/** Splits the body into the codes that enter the case and the words that do not. */
export function toReport({ worker, account, contact, ...rest }: FileComplaintBody | OpenDraftBody): {
  input: JsonObject;
  words: Words[];
} {
  return { input: toJson(rest), words: spokenWords({ worker, account, contact }) };
}
