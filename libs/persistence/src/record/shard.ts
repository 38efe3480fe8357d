/** Shards of the log: each has one order of positions and one relay cursor. Never change it for a stored log. */
export const SHARDS = 16;

/** Shard of a case, 0 … 15, from its id alone. */
export function shardOf(caseId: string): number {
  return Number.parseInt(caseId.replaceAll('-', '').slice(-4), 16) % SHARDS;
}

/** Channel on which the record says that a shard has new events; the payload is the shard's number. */
export const EVENT_CHANNEL = 'titian_event';
