export * from './kafka-client.ts';
export * from './topics.ts';
export * from './event-publisher.ts';
export * from './consume-events.ts';
