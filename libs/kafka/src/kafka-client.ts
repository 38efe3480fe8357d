import { Kafka, logLevel, type logCreator } from 'kafkajs';
import { repairRequestQueue } from './request-queue.ts';

export type { Kafka } from 'kafkajs';

/** What the client needs of a logger; pino's fits. */
export interface KafkaLogger {
  warn(message: string): void;
  error(message: string): void;
}

/**
 * A client of the brokers (`host:port[,host:port]`). kafkajs tries a lost connection `retries` times, then gives up: callers
 * that must not give up (the relay) try again around it. Without a logger it is silent: its errors reach the caller anyway.
 */
export function createKafka(options: {
  readonly brokers: string;
  readonly clientId: string;
  readonly logger?: KafkaLogger;
  readonly retries?: number;
  /** How long brokers may take for an answer before they are asked again. */
  readonly requestTimeoutMs?: number;
}): Kafka {
  repairRequestQueue();
  const creator: logCreator =
    () =>
    ({ level, log }) => {
      if (level === logLevel.ERROR) options.logger?.error(log.message);
      else if (level === logLevel.WARN) options.logger?.warn(log.message);
    };
  return new Kafka({
    clientId: options.clientId,
    brokers: options.brokers.split(',').map((broker) => broker.trim()),
    connectionTimeout: 3_000,
    requestTimeout: options.requestTimeoutMs ?? 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: options.retries ?? 5 },
    logLevel: options.logger === undefined ? logLevel.NOTHING : logLevel.WARN,
    logCreator: creator,
  });
}
