import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CASE_TOPICS } from '@titian/events';
import { consumeEvents, createKafka, ensureTopics, type ReceivedEvent } from '@titian/kafka';

/** An outside consumer that remembers what it has read of each case. */
export interface EventWatch {
  /** Waits until the event of this version has been read from Kafka. @throws Error after the patience, 30 s if none is given */
  until(caseId: string, version: number, patienceMs?: number): Promise<ReceivedEvent>;
  of(caseId: string): readonly ReceivedEvent[];
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/** Reads everything published from now on, in a consumer group of its own. */
export async function watchEvents(brokers: string): Promise<EventWatch> {
  const kafka = createKafka({ brokers, clientId: 'story' });
  await ensureTopics(kafka, CASE_TOPICS);
  const seen = new Map<string, ReceivedEvent[]>();
  const consumer = await consumeEvents({
    kafka,
    groupId: `story-${randomUUID()}`,
    topics: CASE_TOPICS,
    from: 'latest',
    onEvent: (received) => {
      const events = seen.get(received.event.subject) ?? [];
      events.push(received);
      seen.set(received.event.subject, events);
    },
  });
  const of = (caseId: string): readonly ReceivedEvent[] => seen.get(caseId) ?? [];
  return {
    of,
    async until(caseId, version, patienceMs = PATIENCE_MS) {
      for (const deadline = Date.now() + patienceMs; Date.now() < deadline;) {
        const found = of(caseId).find(({ event }) => event.caseversion >= version);
        if (found !== undefined) return found;
        await pause(5);
      }
      throw new Error(`event ${version} of case ${caseId} did not reach Kafka within ${patienceMs / 1000} s`);
    },
    stop: () => consumer.stop(),
  };
}
