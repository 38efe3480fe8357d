import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { eventType, type CaseEvent, type CaseType, type StoredEvent } from '@titian/domain';
import { canonicalText } from './canonical-text.ts';

/** Namespace of event ids: the same case and revision give the same id on every machine. */
const EVENT_NAMESPACE = '8a2f8f43-5f0b-5c53-9d38-3f1b6c0f7a11';

/** Hash before the first event of every case. */
export const GENESIS_HASH = '0'.repeat(64);

/** Id of an event: UUIDv5 of case id and revision. */
export const eventIdOf = (caseId: string, revision: number): string => uuidv5(`${caseId}/${revision}`, EVENT_NAMESPACE);

export interface EventRow {
  readonly caseId: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
  /** RFC 8785 text that the hash covers. */
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** Chains an event to its predecessor. */
export function toEventRow(caseType: CaseType, stored: StoredEvent, prevHash: string): EventRow {
  const { caseId, revision, at, event } = stored;
  const { kind: _kind, ...data } = event;
  const eventId = eventIdOf(caseId, revision);
  const type = eventType(caseType, event);
  const body = canonicalText({ at, caseId, caseType, data, id: eventId, prevHash, revision, type });
  return { caseId, revision, eventId, type, at, body, prevHash, hash: createHash('sha256').update(body).digest('hex') };
}

/** Reads a stored body back into the event that the fold takes. */
export function fromEventBody(body: string): StoredEvent {
  const parsed = JSON.parse(body) as {
    at: string;
    caseId: string;
    caseType: string;
    data: object;
    revision: number;
    type: string;
  };
  const name = parsed.type.slice('titian.'.length, parsed.type.lastIndexOf('.v'));
  const kind = name.startsWith(`${parsed.caseType}.`) && 'command' in parsed.data ? 'acted' : name;
  return {
    caseId: parsed.caseId,
    revision: parsed.revision,
    at: parsed.at,
    event: { kind, ...parsed.data } as CaseEvent,
  };
}
