import type { Admin, Kafka, Message, Producer } from 'kafkajs';
import { patiently } from './patiently.ts';
import { LINES, type Line, type Parcel } from './stream.ts';

/** The brokers, as all trials share them. */
export interface Brokers {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly producer: Producer;
}

/** A message that was sent, and where it lies. */
export interface Sent {
  readonly parcel: Parcel;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

const PARTITIONS = 3;
const AS_THE_BROKER_SAYS = -1;

/** The topics of one trial and what its consumer group says of them. */
export class TrialTopics {
  /** Messages that no consumer can read. */
  readonly poison: Sent[] = [];

  constructor(
    private readonly brokers: Brokers,
    readonly group: string,
    private readonly byLine: ReadonlyMap<Line, string>,
    readonly deadLetters: string,
  ) {}

  /** Names of a trial of its own. */
  static of(brokers: Brokers, label: string): TrialTopics {
    const byLine = new Map(LINES.map((line) => [line, `conformance.${label}.${line}.v1`]));
    return new TrialTopics(brokers, `conformance_${label}`, byLine, `conformance.${label}.dlq`);
  }

  /** The same topics, read under another group. */
  underGroup(label: string): TrialTopics {
    return new TrialTopics(this.brokers, `conformance_${label}`, this.byLine, `conformance.${label}.dlq`);
  }

  get names(): readonly string[] {
    return [...this.byLine.values()];
  }

  /** Creates what is not there yet. */
  async prepare(): Promise<void> {
    const existing = new Set(await this.brokers.admin.listTopics());
    const topics = [...this.names, this.deadLetters]
      .filter((topic) => !existing.has(topic))
      .map((topic) => ({ topic, numPartitions: PARTITIONS, replicationFactor: AS_THE_BROKER_SAYS }));
    await patiently(() => this.brokers.admin.createTopics({ topics, waitForLeaders: true }));
  }

  /** Sends in the given order; within a case it is kept. */
  async publish(parcels: readonly Parcel[]): Promise<void> {
    let waiting: Parcel[] = [];
    for (const parcel of parcels) {
      if (parcel.poison === undefined) {
        waiting.push(parcel);
        continue;
      }
      await this.send(waiting);
      waiting = [];
      const [placed] = await this.send([parcel]);
      if (placed !== undefined) this.poison.push({ parcel, ...placed });
    }
    await this.send(waiting);
  }

  private async send(
    parcels: readonly Parcel[],
  ): Promise<readonly { readonly topic: string; readonly partition: number; readonly offset: string }[]> {
    const topicMessages = [...this.byLine].flatMap(([line, topic]) => {
      const messages: Message[] = parcels.filter(({ caseType }) => caseType === line).map(toKafka);
      return messages.length === 0 ? [] : [{ topic, messages }];
    });
    if (topicMessages.length === 0) return [];
    const placed = await patiently(() => this.brokers.producer.sendBatch({ acks: -1, topicMessages }));
    return placed.map(({ topicName, partition, baseOffset = '' }) => ({
      topic: topicName,
      partition,
      offset: baseOffset,
    }));
  }

  /** Sum of the positions that the group has committed. */
  async committed(): Promise<number> {
    const positions = await this.positions();
    return [...positions.values()].reduce((sum, offset) => sum + offset, 0);
  }

  /** Messages that the group has not committed. */
  async behind(): Promise<number> {
    const positions = await this.positions();
    let behind = 0;
    for (const topic of this.names)
      for (const { partition, high } of await patiently(() => this.brokers.admin.fetchTopicOffsets(topic)))
        behind += Number(high) - (positions.get(`${topic}/${partition}`) ?? 0);
    return behind;
  }

  private async positions(): Promise<Map<string, number>> {
    const { admin } = this.brokers;
    const committed = await patiently(() => admin.fetchOffsets({ groupId: this.group, topics: [...this.names] }));
    return new Map(
      committed.flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => [`${topic}/${partition}`, Math.max(0, Number(offset))] as const),
      ),
    );
  }

  /** Sets the group back to the first message, as its member: it may have no other. */
  async rewind(): Promise<void> {
    await patiently(() => this.commitFirst());
  }

  private async commitFirst(): Promise<void> {
    const consumer = this.brokers.kafka.consumer({ groupId: this.group, maxWaitTimeInMs: 100 });
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
    try {
      const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.names] });
      await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: () => Promise.resolve() });
      await joined;
      await consumer.commitOffsets(
        this.names.flatMap((topic) => partitions.map((partition) => ({ topic, partition, offset: '0' }))),
      );
    } finally {
      await consumer.disconnect();
    }
  }

  /** Whether two share the partitions by now, or nobody can tell: without a group no member is seen. */
  async isShared(): Promise<boolean> {
    const { groups } = await patiently(() => this.brokers.admin.describeGroups([this.group]));
    const { members = [], state } = groups[0] ?? {};
    return members.length === 0 || (members.length > 1 && state === 'Stable');
  }

  /** Dead letters: headers and value of each as one text. */
  async letters(): Promise<string[]> {
    return patiently(() => this.readLetters());
  }

  private async readLetters(): Promise<string[]> {
    const ends = await this.brokers.admin.fetchTopicOffsets(this.deadLetters);
    const wanted = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    if (wanted === 0) return [];
    const consumer = this.brokers.kafka.consumer({ groupId: `${this.group}_letters`, maxWaitTimeInMs: 100 });
    const found: string[] = [];
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [this.deadLetters], fromBeginning: true });
      await new Promise<void>((resolve, reject) => {
        consumer.on(consumer.events.CRASH, ({ payload }) => {
          reject(payload.error);
        });
        const eachMessage = ({ message: { headers, value } }: { message: Message }): Promise<void> => {
          const words = Object.entries(headers ?? {}).map(([name, text]) => `${name}: ${String(text)}`);
          found.push([...words, String(value)].join('\n'));
          if (found.length === wanted) resolve();
          return Promise.resolve();
        };
        consumer.run({ eachMessage }).catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
    return found;
  }

  /** Takes away what trials have left on the brokers. Together: the client asks for every topic that it has ever heard of. */
  static async remove({ admin }: Brokers, trials: readonly TrialTopics[]): Promise<void> {
    const topics = new Set(await admin.listTopics());
    const own = new Set(trials.flatMap(({ names, deadLetters }) => [...names, deadLetters]));
    await admin.deleteTopics({ topics: [...own].filter((topic) => topics.has(topic)) });
    const { groups } = await admin.listGroups();
    const left = groups.map(({ groupId }) => groupId).filter((id) => trials.some(({ group }) => id.startsWith(group)));
    if (left.length > 0) await admin.deleteGroups(left);
  }
}

const toKafka = ({ key, value, headers, timestamp }: Parcel): Message => ({ key, value, headers, timestamp });
