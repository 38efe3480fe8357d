import type { JsonObject } from '../shared/text.ts';
import type { CaseState } from './state.ts';
import type { CaseType } from './vocabulary.ts';

/** A case that another case wants opened beside it: kept under `linkedCase` in its facts until the attempt is answered. */
export interface WantedCase {
  readonly type: CaseType;
  /** Command that opens it. */
  readonly command: string;
  /** What the opened case is to this one: `claim`, `scholarship`. */
  readonly relation: string;
  readonly input: JsonObject;
}

/** What the case wants opened. @throws RangeError if it wants nothing: an attempt is only requested with it */
export function wantedCaseOf({ caseId, facts }: CaseState): WantedCase {
  const wanted = facts['linkedCase'] as unknown as WantedCase | undefined;
  if (wanted === undefined) throw new RangeError(`case ${caseId} wants no other case opened`);
  return wanted;
}
