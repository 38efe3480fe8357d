import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { DeadLetters } from './dead-letters.ts';
import { readEvent, type AgencyEvent, type Envelope, type EventType } from './event.ts';
import { isPassing, Poison, reasonOf } from './faults.ts';
import { Inbox, type Gap, type InboxClient, type PlacedEvent, type Position } from './inbox.ts';
import { PositionWatch } from './position-watch.ts';
import { findPositions, type Start } from './positions.ts';

/** A client of the pool; one of `pg` fits. */
export interface PooledClient extends InboxClient {
  release(error?: Error | boolean): void;
}

/** The consumer's own database; a pool of `pg` fits. */
export interface InboxPool<Client extends PooledClient> {
  connect(): Promise<Client>;
}

/** What a handler is told beside the event. */
export interface HandlerContext<Client> {
  /** In the transaction that also remembers the event: what is written here takes effect once. */
  readonly client: Client;
  /** A later event of the case came before this one. */
  readonly late: boolean;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** Applies one event. A fault is retried, then buried; see `Poison` and `NotNow`. */
export type Handle<Event, Client> = (event: Event, context: HandlerContext<Client>) => Promise<void> | void;

/** One handler for each type that matters to the agency; other types pass. */
export type Handlers<Client> = { readonly [Type in EventType]?: Handle<AgencyEvent<Type>, Client> };

/** What happened beside the handlers. */
export type Notice =
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'retry'; readonly eventId: string; readonly tries: number; readonly error: unknown }
  | { readonly kind: 'dead-letter'; readonly place: string; readonly reason: string }
  | { readonly kind: 'waiting'; readonly error: unknown };

/** How a consumer is set up. */
export interface ConsumerOptions<Client extends PooledClient> {
  readonly kafka: Kafka;
  /** Name of the consumer: its group on Kafka and its rows in the inbox. */
  readonly name: string;
  readonly topics: readonly string[];
  readonly pool: InboxPool<Client>;
  readonly handlers: Handlers<Client>;
  /** Every event without a handler, also of types that this release does not know. */
  readonly otherwise?: Handle<Envelope, Client>;
  /** Where a consumer begins that has no position yet; another goes on where it was. */
  readonly from: Start;
  readonly onNotice?: (notice: Notice) => void;
  /** Of an event that fails, before it is buried. */
  readonly retry?: { readonly tries: number; readonly firstMs: number; readonly maxMs: number };
  /** Events that may share a transaction; one that fails is tried again alone. */
  readonly eventsPerTransaction?: number;
  /** How long Kafka waits for a sign of life before others get the partitions of an instance; 10 s if not said. */
  readonly sessionTimeoutMs?: number;
  /** Schema of the inbox tables in the consumer's database. */
  readonly inboxSchema?: string;
  /** Topic of the dead letters. */
  readonly deadLetters?: string;
}

/** A running consumer. */
export interface AgencyConsumer {
  /** Drains: finishes the transaction at hand, leaves the group. Repeatable. */
  readonly stop: () => Promise<void>;
  /** Settles when it has stopped; rejects if it gave up for good. */
  readonly ended: Promise<void>;
}

interface Placed extends PlacedEvent {
  readonly message: KafkaMessage;
  readonly known: boolean;
}
interface Bad {
  readonly message: KafkaMessage;
  readonly fault: string;
  readonly event: Envelope | undefined;
}
interface Place {
  readonly topic: string;
  readonly partition: number;
}

const RETRY = { tries: 5, firstMs: 200, maxMs: 30_000 };

/**
 * Reads events in order for each case. Position, inbox and effect are one transaction in the consumer's database, so that each event
 * takes effect once, whatever crashes or comes twice. Resolves when it reads.
 */
export async function startConsumer<Client extends PooledClient>(
  options: ConsumerOptions<Client>,
): Promise<AgencyConsumer> {
  const inbox = new Inbox(options.name, options.from === 'beginning', options.inboxSchema);
  const begin = await findPositions(options.kafka, options.topics, options.from);
  const client = await options.pool.connect();
  try {
    await inbox.prepare(client);
    await inbox.begin(client, begin);
  } finally {
    client.release();
  }
  const consumer = options.kafka.consumer({
    groupId: options.name,
    sessionTimeout: options.sessionTimeoutMs ?? 10_000,
    heartbeatInterval: 1_000,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
  });
  const running = new RunningConsumer(options, consumer, inbox);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...options.topics], fromBeginning: true }); // the inbox says where to go on
    await consumer.run({ eachBatchAutoResolve: false, eachBatch: (payload) => running.take(payload) });
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

class RunningConsumer<Client extends PooledClient> implements AgencyConsumer {
  readonly ended: Promise<void>;
  private readonly letters: DeadLetters;
  private readonly watch: PositionWatch<Client>;
  private readonly sought = new Map<string, bigint>();
  private readonly stopping = new AbortController();
  private leaving: Promise<void> | undefined;
  private finish: (leaving: Promise<void>) => void = () => undefined;

  constructor(
    private readonly options: ConsumerOptions<Client>,
    private readonly consumer: Consumer,
    private readonly inbox: Inbox,
  ) {
    this.letters = new DeadLetters(options.kafka, options.name, options.deadLetters ?? `${options.name}.dlq`);
    const seek = ({ topic, partition, nextOffset }: Position): void => {
      consumer.seek({ topic, partition, offset: String(nextOffset) });
    };
    this.watch = new PositionWatch(options.pool, inbox, seek, (error) => {
      options.onNotice?.({ kind: 'waiting', error });
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.watch.assign(payload.memberAssignment);
    });
    this.ended = new Promise<void>((resolve, reject) => {
      this.finish = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
    });
    this.ended.catch(() => undefined); // whoever awaits it hears of it
  }

  readonly stop = (): Promise<void> => {
    this.stopping.abort();
    this.leaving ??= this.leave();
    this.finish(this.leaving);
    return this.leaving;
  };

  async take(payload: EachBatchPayload): Promise<void> {
    const { topic, partition, messages } = payload.batch;
    const place = { topic, partition };
    const heartbeat = (): Promise<void> => payload.heartbeat();
    for (const unit of this.unitsOf(messages)) {
      if (!payload.isRunning() || payload.isStale() || this.stopping.signal.aborted) return;
      const went = await this.insist(() => this.applyOrSplit(place, unit, heartbeat), heartbeat);
      const last = unit.at(-1);
      if (went !== 'done' || last === undefined) return;
      payload.resolveOffset(last.message.offset);
      this.watch.moved({ ...place, nextOffset: BigInt(last.message.offset) + 1n });
      await heartbeat();
    }
  }

  private async leave(): Promise<void> {
    await this.watch.end();
    await this.consumer.stop();
    await this.consumer.disconnect();
    await this.letters.close();
  }

  /** Good events side by side share a transaction; a message that cannot be read stands alone. */
  private unitsOf(messages: readonly KafkaMessage[]): (Placed | Bad)[][] {
    const units: (Placed | Bad)[][] = [];
    const size = this.options.eventsPerTransaction ?? 100;
    for (const message of messages) {
      const reading = readEvent(message.value);
      const last = units.at(-1);
      if ('fault' in reading) units.push([{ message, ...reading }]);
      else {
        const good = { message, ...reading, stampedAt: new Date(Number(message.timestamp)) };
        if (last !== undefined && last.length < size && last.every((each) => !('fault' in each))) last.push(good);
        else units.push([good]);
      }
    }
    return units;
  }

  private async applyOrSplit(
    place: Place,
    unit: readonly (Placed | Bad)[],
    heartbeat: () => Promise<void>,
  ): Promise<'done' | 'elsewhere' | 'stopped'> {
    const [first] = unit;
    if (unit.length === 1 && first !== undefined) return this.applyAlone(place, first, heartbeat);
    try {
      return await this.apply(place, unit, 'applied');
    } catch (error) {
      if (isPassing(error)) throw error;
    }
    for (const each of unit) {
      const went = await this.applyAlone(place, each, heartbeat);
      if (went !== 'done') return went;
    }
    return 'done';
  }

  private async applyAlone(
    place: Place,
    one: Placed | Bad,
    heartbeat: () => Promise<void>,
  ): Promise<'done' | 'elsewhere' | 'stopped'> {
    if ('fault' in one) return this.bury(place, one, one.fault);
    const { tries: limit, firstMs, maxMs } = this.options.retry ?? RETRY;
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.apply(place, [one], 'applied');
      } catch (error) {
        if (isPassing(error)) throw error;
        if (error instanceof Poison || tries >= limit) return this.bury(place, one, reasonOf(error, tries));
        this.options.onNotice?.({ kind: 'retry', eventId: one.event.id, tries, error });
        await this.rest(Math.min(maxMs, firstMs * 2 ** (tries - 1)), heartbeat);
        if (this.stopping.signal.aborted) return 'stopped';
      }
    }
  }

  /** Position, inbox and effects, or none of them. */
  private async apply(
    place: Place,
    unit: readonly (Placed | Bad)[],
    state: 'applied' | 'dead',
  ): Promise<'done' | 'elsewhere'> {
    const client = await this.options.pool.connect();
    let fault: Error | boolean = false;
    let isOpen = true;
    try {
      await client.query('begin');
      const next = await this.inbox.lockPosition(client, place.topic, place.partition);
      const rest = unit.filter(({ message }) => next === undefined || BigInt(message.offset) >= next);
      const [first] = rest;
      const last = unit.at(-1);
      if (first === undefined || last === undefined || next === undefined) return 'done'; // another instance was here
      if (this.isElsewhere(place, next, BigInt(first.message.offset))) return 'elsewhere';
      const placed = rest.flatMap((each) => ('fault' in each ? toPlaced(each) : [each]));
      const { admitted, gaps } = await this.inbox.admit(client, placed, state);
      if (state === 'applied')
        for (const { placed: each, late } of admitted) await this.handle(each, { ...place, client, late });
      await this.inbox.advance(client, place.topic, place.partition, BigInt(last.message.offset) + 1n);
      await client.query('commit');
      isOpen = false;
      for (const gap of gaps) this.options.onNotice?.({ kind: 'gap', gap });
      return 'done';
    } catch (error) {
      fault = error instanceof Error && isPassing(error) ? error : false;
      throw error;
    } finally {
      if (isOpen) await client.query('rollback').catch(() => undefined); // the session may be lost
      client.release(fault);
    }
  }

  /** The inbox is behind what Kafka sends (set back, or offsets that Kafka has lost): go there. Once: older messages may be gone. */
  private isElsewhere(place: Place, next: bigint, offset: bigint): boolean {
    const key = `${place.topic}/${place.partition}`;
    if (offset === next) this.sought.delete(key);
    if (offset === next || this.sought.get(key) === next) return false;
    this.sought.set(key, next);
    this.consumer.seek({ ...place, offset: String(next) });
    return true;
  }

  private async handle(
    { event, known, message }: Placed,
    context: Omit<HandlerContext<Client>, 'offset'>,
  ): Promise<void> {
    const handlers = this.options.handlers as Readonly<Record<string, Handle<Envelope, Client> | undefined>>;
    const handle = known && Object.hasOwn(handlers, event.type) ? handlers[event.type] : this.options.otherwise;
    await handle?.(event, { ...context, offset: message.offset });
  }

  /** First the letter, then the record of it: after a crash in between the letter is there twice, never missing. */
  private async bury(place: Place, one: Placed | Bad, reason: string): Promise<'done' | 'elsewhere'> {
    await this.letters.bury(one.message, place, reason).catch((error: unknown) => {
      throw new Unburied(error);
    });
    const went = await this.apply(place, [one], 'dead');
    const at = `${place.topic}/${place.partition} at ${one.message.offset}`;
    if (went === 'done') this.options.onNotice?.({ kind: 'dead-letter', place: at, reason });
    return went;
  }

  /** What is away may stay away for hours: no event is given up for it. */
  private async insist<Result>(
    work: () => Promise<Result>,
    heartbeat: () => Promise<void>,
  ): Promise<Result | 'stopped'> {
    const { firstMs, maxMs } = this.options.retry ?? RETRY;
    for (let tries = 0; !this.stopping.signal.aborted; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unburied) && !isPassing(error)) throw error;
        this.options.onNotice?.({ kind: 'waiting', error });
        await this.rest(Math.min(maxMs, firstMs * 2 ** Math.min(tries, 20)), heartbeat);
      }
    }
    return 'stopped';
  }

  /** Waits without losing the place in the group; cut short when the consumer stops. */
  private async rest(ms: number, heartbeat: () => Promise<void>): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until && !this.stopping.signal.aborted;) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, until - Date.now())));
      await heartbeat();
    }
  }
}

/** The topic of the dead letters cannot be written: an event is not passed over for that. */
class Unburied extends Error {
  override readonly name = 'Unburied';
  constructor(cause: unknown) {
    super('the dead letters cannot be written', { cause });
  }
}

/** A message that breaks its schema still has its place in the case; one that is no event has none. */
const toPlaced = ({ message, event }: Bad): Placed[] =>
  event === undefined ? [] : [{ message, event, known: false, stampedAt: new Date(Number(message.timestamp)) }];
