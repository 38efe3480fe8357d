export * from './kafka-client.ts';
export * from './topics.ts';
export { byTopic, inChunks, isTooLarge, MAX_EVENT_BYTES, toMessage, type Weighed } from './messages.ts';
export * from './event-publisher.ts';
export { consumeEvents, type EventConsumer, type MessagePlace, type ReceivedEvent } from './consume-events.ts';
export * from './replay-events.ts';
export { RefusedByBroker } from './refused-by-broker.ts';
