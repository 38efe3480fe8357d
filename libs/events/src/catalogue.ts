import { CASE_TYPES, type CaseType } from '@titian/domain';
import { CLAIM_EVENTS, COMPLAINT_EVENTS, PLACEMENT_EVENTS } from './command-events.v1.ts';
import { KERNEL_EVENTS } from './kernel-events.v1.ts';
import type { EventContract } from './contract.ts';

/** Every event that Titian publishes, by type. */
export const CATALOGUE: ReadonlyMap<string, EventContract> = new Map(
  [...Object.values(KERNEL_EVENTS), ...CLAIM_EVENTS, ...COMPLAINT_EVENTS, ...PLACEMENT_EVENTS].map((contract) => [
    contract.type,
    contract,
  ]),
);

/** Topic of a case type: all events of a case are on it, in order. */
export const topicOf = (caseType: CaseType): string => `titian.${caseType}.v1`;

/** Topics that hold events of cases. */
export const CASE_TOPICS: readonly string[] = CASE_TYPES.map(topicOf);

/** Where an event goes that cannot be published as it is. */
export const deadLetterTopicOf = (topic: string): string => `${topic}.dlq`;

/** Where a row goes whose case type no release knows: it has no topic to stand beside. */
export const UNKNOWN_DEAD_LETTERS = deadLetterTopicOf('titian.unknown.v1');

/** Every dead-letter topic. */
export const DEAD_LETTER_TOPICS: readonly string[] = [...CASE_TOPICS.map(deadLetterTopicOf), UNKNOWN_DEAD_LETTERS];
