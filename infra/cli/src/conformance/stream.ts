import { createRequire } from 'node:module';
import type { CloudEvent } from '@titian/events';
import { toMessage } from '@titian/kafka';

/** A case type with its topic. */
export type Line = 'complaint' | 'claim' | 'placement';
export const LINES: readonly Line[] = ['complaint', 'claim', 'placement'];

/** A published event and the case type on whose topic it comes. Attributes of later releases may be there too. */
export interface Recorded {
  readonly caseType: Line;
  readonly event: CloudEvent;
}

/** A message as it is sent, event or not. */
export interface Parcel {
  readonly caseType: Line;
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
  readonly timestamp: string;
  /** Set on a message that no consumer can read: stands in its text. */
  readonly poison?: string;
}

/** Nine cases of all types, one after the other, each in order: told by the domain, everything in them invented. */
export const RECORDED = createRequire(import.meta.url)('./recorded-events.json') as readonly Recorded[];

export function toParcel({ caseType, event }: Recorded): Parcel {
  const { message } = toMessage('', event);
  return {
    caseType,
    key: event.subject,
    value: String(message.value),
    headers: message.headers as Record<string, string>,
    timestamp: message.timestamp ?? '',
  };
}

/** Cases, each in its order. */
function byCase(recorded: readonly Recorded[]): Recorded[][] {
  const cases = new Map<string, Recorded[]>();
  for (const each of recorded) cases.set(each.event.subject, [...(cases.get(each.event.subject) ?? []), each]);
  return [...cases.values()];
}

/** All cases at once: after an event of one comes, as a rule, one of another. */
export function interleaved(recorded: readonly Recorded[]): Recorded[] {
  const turns = byCase(recorded).flatMap((events) =>
    events.map((each, index) => ({ each, at: (index + 0.5) / events.length })),
  );
  return turns.sort((one, other) => one.at - other.at).map(({ each }) => each);
}

/** Every event twice, some three times, and the last third of all once more: a relay that died has forgotten how far it was. */
export function duplicated(recorded: readonly Recorded[]): Recorded[] {
  const twice = recorded.flatMap((each, index) => (index % 3 === 0 ? [each, each, each] : [each, each]));
  return [...twice, ...recorded.slice(-Math.ceil(recorded.length / 3))];
}

/** Of each case every third event comes after all others of it. */
export function belated(recorded: readonly Recorded[]): Recorded[] {
  return byCase(recorded).flatMap((events) => {
    const isLate = ({ event }: Recorded): boolean => event.caseversion > 1 && event.caseversion % 3 === 2;
    return [...events.filter((each) => !isLate(each)), ...events.filter(isLate)];
  });
}

/** Members and attributes that a later release may add, and types that it may bring, behind the events of each case. */
export function ofLaterRelease(recorded: readonly Recorded[]): Recorded[] {
  return byCase(recorded).flatMap((events) => {
    const last = events.at(-1);
    if (last === undefined) return [];
    const { caseType, event } = last;
    const news = [`titian.${caseType}.told-to-the-moon.v1`, 'titian.stage.entered.v2'];
    const later = news.map((type, index) => ({ caseType, event: ofType(event, type, index + 1) }));
    return [...events.map(grown), ...later];
  });
}

function grown({ caseType, event }: Recorded): Recorded {
  const { actor } = event.data;
  const isObject = typeof actor === 'object' && actor !== null && !Array.isArray(actor);
  const data = {
    ...event.data,
    addedLater: { since: 2031 },
    ...(isObject && { actor: { ...actor, addedLater: true } }),
  };
  return { caseType, event: { ...event, ...{ addedlater: 'yes' }, data } };
}

function ofType(last: CloudEvent, type: string, behind: number): CloudEvent {
  const id = `${last.id.slice(0, -1)}${'0123456789abcdef'[(parseInt(last.id.slice(-1), 16) + behind) % 16]}`;
  const data = { stage: 'moon', later: ['a', 'b'] };
  const caseversion = last.caseversion + behind;
  return { ...last, id, type, caseversion, dataschema: `urn:titian:schema:${type}`, prevhash: last.hash, data };
}

/** Messages that are no JSON, in the middle of each topic, under the key of a case whose events come before and after. */
export function poisoned(recorded: readonly Recorded[]): Parcel[] {
  const parcels = recorded.map(toParcel);
  return LINES.reduce<Parcel[]>((all, caseType) => {
    const own = all.flatMap((each, at) => (each.caseType === caseType ? [at] : []));
    const at = own[Math.floor(own.length / 2)] ?? 0;
    const before = all[at];
    if (before === undefined) return all;
    const poison = `poison-of-${caseType}`;
    return [...all.slice(0, at + 1), { ...before, value: `{"${poison}":`, poison }, ...all.slice(at + 1)];
  }, parcels);
}
