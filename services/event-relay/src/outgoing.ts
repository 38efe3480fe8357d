import { CASE_TYPES, type CaseType } from '@titian/domain';
import { BrokenContract, deadLetterTopicOf, toCloudEvent, topicOf, UNKNOWN_DEAD_LETTERS } from '@titian/events';
import { MAX_EVENT_BYTES, toMessage, type DeadLetter, type Weighed } from '@titian/kafka';
import type { PlacedRow } from './shard-log.ts';

/** What becomes of a row: a message, or the reason why it cannot be one. */
export type Outgoing = { readonly row: PlacedRow } & ({ readonly message: Weighed } | { readonly fault: string });

/** Pure: the same row always leaves in the same way. Nothing a row holds can stop the rows of other cases. */
export function toOutgoing(row: PlacedRow): Outgoing {
  if (!isCaseType(row.caseType)) return { row, fault: 'unknown case type' };
  try {
    const event = toCloudEvent(row);
    if (event.subject !== row.caseId) return { row, fault: 'body of another case' };
    const message = toMessage(topicOf(row.caseType), event);
    return message.bytes > MAX_EVENT_BYTES ? { row, fault: 'too large for the brokers' } : { row, message };
  } catch (error) {
    return { row, fault: error instanceof BrokenContract ? error.message : 'unreadable' };
  }
}

const isCaseType = (text: string): text is CaseType => (CASE_TYPES as readonly string[]).includes(text);

/**
 * Tells consumers that an event will never come: where it lies and why. The body stays in the record: a row that breaks its
 * contract may hold the very words that must not be in Kafka.
 */
export function toLetter(
  { caseId, caseType, revision, eventId, type, shard, position }: PlacedRow,
  reason: string,
): DeadLetter {
  const topic = isCaseType(caseType) ? deadLetterTopicOf(topicOf(caseType)) : UNKNOWN_DEAD_LETTERS;
  return { topic, key: caseId, reason, value: { caseId, revision, eventId, type, shard, position, reason } };
}
