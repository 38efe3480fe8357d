import { z } from 'zod';
import { claimInputs, type JsonObject } from '@titian/domain';
import { Account, spokenWords, toJson } from '../desk/intake.ts';
import { Worker } from '../desk/word-forms.ts';
import type { Words } from '../desk/words.ts';

const { claimType, areaCode, riskDay, riskCountry, receivedAt, reporter, lines, circumstances, coverage } =
  claimInputs['opening@1'].shape;

/** What a family knows at the door. Names and words go to the statement store, codes to the case. */
export const OpenClaimBody = z
  .strictObject({
    claimType,
    areaCode,
    riskDay,
    riskCountry,
    receivedAt,
    reporter,
    lines,
    circumstances,
    coverage,
    worker: Worker,
    account: Account.optional(),
  })
  .meta({ id: 'OpenClaimBody' });
export type OpenClaimBody = z.infer<typeof OpenClaimBody>;

/** Splits the body into the codes that enter the case and the words that do not. */
export function toOpening({ worker, account, ...codes }: OpenClaimBody): { input: JsonObject; words: Words[] } {
  // A name alone finds nobody: neither search nor run is begun for it.
  const findable = worker.nik !== undefined || worker.bornOn !== undefined;
  return { input: toJson({ ...codes, ...(findable ? { findable } : {}) }), words: spokenWords({ worker, account }) };
}
