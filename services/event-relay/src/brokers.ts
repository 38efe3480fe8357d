import { CASE_TOPICS, DEAD_LETTER_TOPICS } from '@titian/events';
import { connectPublisher, createKafka, ensureTopics, type EventPublisher } from '@titian/kafka';

/** Kafka does not take what it is given. The relay keeps its session with the record and tries again. */
export class BrokersAway extends Error {
  override readonly name = 'BrokersAway';
}

/** Tells faults of Kafka from those of the record. @throws BrokersAway */
export async function onBrokers<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new BrokersAway(error instanceof Error ? error.message : 'unknown', { cause: error });
  }
}

/** One more try, and that soon: the relay goes on trying itself, and tells of its lag in between. */
const RETRIES = 1;
const REQUEST_TIMEOUT_MS = 5_000;

/** A publisher and its topics, ready. Called off by the signal. @throws BrokersAway */
export async function connectBrokers(brokers: string, signal: AbortSignal): Promise<EventPublisher> {
  const kafka = createKafka({
    brokers,
    clientId: 'event-relay',
    retries: RETRIES,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
  });
  const connect = async (): Promise<EventPublisher> => {
    await ensureTopics(kafka, [...CASE_TOPICS, ...DEAD_LETTER_TOPICS]);
    return connectPublisher(kafka);
  };
  return onBrokers(unlessAborted(connect(), signal));
}

/** A publisher that comes too late is closed again. */
async function unlessAborted(connecting: Promise<EventPublisher>, signal: AbortSignal): Promise<EventPublisher> {
  let callOff: () => void = () => undefined;
  const calledOff = new Promise<never>((_resolve, reject) => {
    callOff = () => {
      reject(new Error('the relay stops'));
      connecting.then((publisher) => publisher.close()).catch(() => undefined);
    };
  });
  signal.addEventListener('abort', callOff);
  try {
    return await Promise.race([connecting, calledOff]);
  } finally {
    signal.removeEventListener('abort', callOff);
  }
}
