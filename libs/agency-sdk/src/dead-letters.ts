import type { IHeaders, Kafka, KafkaMessage, Producer } from 'kafkajs';

/** Where messages go that a consumer could not apply: key, value and headers as they came, and why. */
export class DeadLetters {
  private producer: Promise<Producer> | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly consumer: string,
    readonly topic: string,
  ) {}

  /** Durable when it resolves. Repeatable: the same message may lie there twice. */
  async bury(message: KafkaMessage, place: { topic: string; partition: number }, reason: string): Promise<void> {
    this.producer ??= this.open();
    try {
      const producer = await this.producer;
      const headers: IHeaders = {
        ...message.headers,
        'dlq-reason': reason,
        'dlq-consumer': this.consumer,
        'dlq-topic': place.topic,
        'dlq-partition': String(place.partition),
        'dlq-offset': message.offset,
      };
      const { key, value, timestamp } = message;
      await producer.send({ topic: this.topic, acks: -1, messages: [{ key, value, timestamp, headers }] });
    } catch (error) {
      await this.close(); // the next try begins anew
      throw error;
    }
  }

  async close(): Promise<void> {
    const open = this.producer;
    this.producer = undefined;
    await open?.then((producer) => producer.disconnect()).catch(() => undefined); // it may never have opened
  }

  /** The topic is made when it is first needed, and kept as long as the events themselves. */
  private async open(): Promise<Producer> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const configEntries = [{ name: 'retention.ms', value: '-1' }];
      if (!(await admin.listTopics()).includes(this.topic))
        await admin.createTopics({ waitForLeaders: true, topics: [{ topic: this.topic, configEntries }] });
    } finally {
      await admin.disconnect();
    }
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  }
}
