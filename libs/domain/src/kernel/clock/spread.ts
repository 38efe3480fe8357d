/** Deadlines of many cases fall together at midnight: each waits up to this much longer, by a hash of its id. */
const SPREAD_MS = 180_000;
/** A deadline that is close was not set for midnight by a calendar: it is told in time. */
const CLOSE_MS = 3_600_000;

/** How much later than its deadline a case is woken, if its timer is armed so long ahead. Never earlier, in milliseconds. */
export function spreadMs(caseId: string, aheadMs: number): number {
  if (aheadMs <= CLOSE_MS) return 0;
  let hash = 0;
  for (const char of caseId) hash = (hash * 31 + char.charCodeAt(0)) % SPREAD_MS;
  return hash;
}
