/** Deadlines of many cases fall together at midnight: each waits up to this much longer, by a hash of its id. */
export const LONGEST_SPREAD_MS = 540_000;
/** A deadline that was near when its timer was armed is told in time: it waits for no more than this share of the time ahead. */
const SHARE = 100;

/** How much later than its deadline a case is woken, if its timer is armed so long ahead. Never earlier, in milliseconds. */
export function spreadMs(caseId: string, aheadMs: number): number {
  let hash = 0;
  for (const char of caseId) hash = (hash * 31 + char.charCodeAt(0)) % LONGEST_SPREAD_MS;
  return Math.floor((hash / LONGEST_SPREAD_MS) * Math.min(LONGEST_SPREAD_MS, Math.max(0, aheadMs) / SHARE));
}
