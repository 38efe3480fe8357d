/**
 * How the record lays out its log. The same stands in libs/persistence, and a test holds the two together; importing it from
 * there would load TypeORM, 12 MiB in a process of 80, for these two lines.
 */
export const SHARDS = 16;

/** Channel of the notices; the payload is the number of a shard that has news. */
export const EVENT_CHANNEL = 'titian_event';
