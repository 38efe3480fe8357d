import { CASE_TOPICS, DEAD_LETTER_TOPICS } from '@titian/events';
import {
  connectPublisher,
  createKafka,
  ensureTopics,
  RefusedByBroker,
  type DeadLetter,
  type EventPublisher,
  type Kafka,
  type Weighed,
} from '@titian/kafka';

/** Kafka does not take what it is given. The relay keeps its session with the record and tries again. */
export class BrokersAway extends Error {
  override readonly name = 'BrokersAway';
}

/** Tells faults of Kafka from those of the record, and leaves alone what is the fault of one message. @throws BrokersAway */
export async function onBrokers<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RefusedByBroker) throw error;
    throw new BrokersAway(error instanceof Error ? error.message : 'unknown', { cause: error });
  }
}

/** One more try, and that soon: the relay goes on trying itself, and tells of its lag in between. */
const RETRIES = 1;
const REQUEST_TIMEOUT_MS = 5_000;

/** One session with the brokers. A message they refuse ends the publisher, not the session. */
export class BrokerLink {
  private constructor(
    private readonly kafka: Kafka,
    private publisher: EventPublisher,
  ) {}

  /** A publisher and its topics, ready. Called off by the signal. @throws BrokersAway */
  static async open(brokers: string, signal: AbortSignal): Promise<BrokerLink> {
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
    return new BrokerLink(kafka, await onBrokers(unlessAborted(connect(), signal)));
  }

  /** @throws RefusedByBroker if one of them can never be stored @throws BrokersAway */
  async send(messages: readonly Weighed[]): Promise<void> {
    try {
      await onBrokers(this.publisher.send(messages));
    } catch (error) {
      if (error instanceof RefusedByBroker) await this.renew();
      throw error;
    }
  }

  /** @throws BrokersAway */
  bury(letter: DeadLetter): Promise<void> {
    return onBrokers(this.publisher.bury(letter));
  }

  async close(): Promise<void> {
    await this.publisher.close().catch(() => undefined);
  }

  private async renew(): Promise<void> {
    await this.close();
    this.publisher = await onBrokers(connectPublisher(this.kafka));
  }
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
