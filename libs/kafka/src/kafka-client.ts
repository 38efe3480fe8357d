import { Kafka, logLevel, type logCreator } from 'kafkajs';

export type { Kafka } from 'kafkajs';

/** What the client says, one line each. */
export type KafkaLog = (level: 'error' | 'warn' | 'info', message: string) => void;

/**
 * A client of the brokers. kafkajs retries a lost connection itself, but gives up after some tries: callers that must not
 * give up (the relay) try again around it.
 */
export function createKafka(options: { readonly brokers: string; readonly clientId: string; readonly log?: KafkaLog }): Kafka {
  const creator: logCreator = () => ({ level, log }) => {
    if (level === logLevel.ERROR) options.log?.('error', log.message);
    else if (level === logLevel.WARN) options.log?.('warn', log.message);
  };
  return new Kafka({
    clientId: options.clientId,
    brokers: options.brokers.split(','),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
    logLevel: logLevel.WARN,
    logCreator: creator,
  });
}
