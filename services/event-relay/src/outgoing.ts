import { CASE_TYPES, type CaseType } from '@titian/domain';
import { BrokenContract, deadLetterTopicOf, toCloudEvent, topicOf, UNKNOWN_DEAD_LETTERS } from '@titian/events';
import { isTooLarge, type DeadLetter, type Publication } from '@titian/kafka';
import type { PlacedRow } from './shard-log.ts';

/** What becomes of a row: an event, or a letter that says where it lies and why it cannot be one. */
export type Outgoing = { readonly event: Publication } | { readonly letter: DeadLetter };

/** Pure: the same row always leaves in the same way. Nothing a row holds can stop the rows behind it. */
export function toOutgoing(row: PlacedRow): Outgoing {
  if (!isCaseType(row.caseType)) return { letter: toLetter(row, UNKNOWN_DEAD_LETTERS, 'unknown case type') };
  const topic = topicOf(row.caseType);
  try {
    const event = toCloudEvent(row);
    if (event.subject !== row.caseId)
      return { letter: toLetter(row, deadLetterTopicOf(topic), 'body of another case') };
    if (isTooLarge(event)) return { letter: toLetter(row, deadLetterTopicOf(topic), 'too large for the brokers') };
    return { event: { topic, event } };
  } catch (error) {
    const reason = error instanceof BrokenContract ? error.message : 'unreadable';
    return { letter: toLetter(row, deadLetterTopicOf(topic), reason) };
  }
}

const isCaseType = (text: string): text is CaseType => (CASE_TYPES as readonly string[]).includes(text);

/** The body stays in the record: a row that breaks its contract may hold the very words that must not be in Kafka. */
function toLetter(
  { caseId, revision, eventId, type, shard, position }: PlacedRow,
  topic: string,
  reason: string,
): DeadLetter {
  return { topic, key: caseId, reason, value: { caseId, revision, eventId, type, shard, position, reason } };
}
