export type { EventData } from './contract/event-types.ts';
export { readEvent, type AgencyEvent, type Envelope, type EventType, type Reading } from './event.ts';
export { Poison, NotNow } from './faults.ts';
export {
  Inbox,
  inboxDdl,
  type AdmittedEvent,
  type Gap,
  type InboxClient,
  type PlacedEvent,
  type Position,
} from './inbox.ts';
export type { Start } from './positions.ts';
export * from './consumer.ts';
export * from './lag.ts';
export { forget } from './forget.ts';
export type { NamedConsumer } from './named-consumer.ts';
export { replay } from './replay.ts';
