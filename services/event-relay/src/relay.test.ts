import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CaseEvent } from '@titian/domain';
import { deadLetterTopicOf, topicOf, UNKNOWN_DEAD_LETTERS } from '@titian/events';
import { EVENT_CHANNEL, SHARDS } from '@titian/persistence';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import type { Relay } from './relay.ts';
import { ShardLog } from './shard-log.ts';
import {
  caseIn,
  cursorOf,
  cutSessions,
  flags,
  insert,
  limitMessages,
  openReader,
  parkedOf,
  release,
  rowOf,
  shutDoor,
  startRelay,
  store,
  until,
  type Reader,
} from './testing/relay-world.ts';

jest.setTimeout(60_000);

let record: TestDatabase;
let reader: Reader;
const running: Relay[] = [];

const start = (more: Partial<Parameters<typeof startRelay>[0]> = {}): ReturnType<typeof startRelay> => {
  const started = startRelay({ DATABASE_URL: record.urlOf('event_relay'), ...more });
  running.push(started.relay);
  return started;
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
const leads = (shards: number, ...relays: Relay[]): Promise<void> =>
  until(`the lead of ${shards} shards`, () => relays.every(({ health }) => health.leads === shards));
beforeAll(async () => {
  reader = await openReader();
});
beforeEach(async () => {
  record = await createTestDatabase(migrate);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.stop()));
  await record.drop();
});
afterAll(() => reader.close());

describe('the event relay', () => {
  test('publishes the events of every case in order, once, stored before and after its start', async () => {
    const cases = upTo(40).map(() => randomUUID());
    const hashes = new Map<string, string>();
    for (const caseId of cases) hashes.set(caseId, await store(record.owner, caseId, 1, flags(5)));
    const { metrics } = start();
    await leads(SHARDS, ...running);
    for (const caseId of cases) await store(record.owner, caseId, 6, flags(5), hashes.get(caseId));
    await until('the last event', () => cases.every((caseId) => reader.versionsOf(caseId).length >= 10));
    for (const caseId of cases) expect(reader.versionsOf(caseId)).toEqual(upTo(10));
    await until('the count', () => metrics.render().includes('titian_relay_published_total 400\n'));
  });

  test('takes more events than fit into one batch', async () => {
    const caseId = randomUUID();
    await store(record.owner, caseId, 1, flags(95));
    start({ RELAY_BATCH: 20 });
    await until('the last event', () => reader.versionsOf(caseId).length >= 95);
    expect(reader.versionsOf(caseId)).toEqual(upTo(95));
  });

  test('reads large events in portions that fit its heap, and at least one', async () => {
    const caseId = caseIn(14);
    const large: CaseEvent = {
      kind: 'facts.recorded',
      facts: { infoRequest: { requirements: upTo(2_000).map((n) => `requirement${n}`), reasonCode: 'PAPER_MISSING' } },
    };
    await store(record.owner, caseId, 1, Array<CaseEvent>(10).fill(large));
    const log = new ShardLog(record.owner);
    const read = async (bytes: number): Promise<number[]> =>
      (await log.rowsAfter(new Map([[14, '0']]), { rows: 6, bytes })).map(({ revision }) => revision);
    expect(await read(100_000_000)).toEqual(upTo(6));
    expect(await read(80_000)).toEqual([1, 2, 3]);
    expect(await read(1)).toEqual([1]);
    start();
    await until('all of them', () => reader.versionsOf(caseId).length === 10);
    expect(reader.versionsOf(caseId)).toEqual(upTo(10));
  });

  test('keeps no shard waiting behind the backlog of another, and says how far behind it is meanwhile', async () => {
    const backlog = caseIn(1);
    const other = caseIn(2);
    await store(record.owner, backlog, 1, flags(120));
    const { relay } = start({ RELAY_BATCH: 2, RELAY_PATIENCE_MS: 25 });
    await until('the first of the backlog', () => reader.versionsOf(backlog).length > 0);
    await store(record.owner, other, 1, flags(1));
    await until('the event of the other shard', () => reader.versionsOf(other).length === 1);
    expect(reader.versionsOf(backlog).length).toBeLessThan(120);
    await until('an honest lag', () => relay.health.lag > 0 && relay.health.lag < 120);
    await until('the end of the backlog', () => reader.versionsOf(backlog).length >= 120);
    expect(reader.versionsOf(backlog)).toEqual(upTo(120));
    await until('no lag', () => relay.health.lag === 0);
  });

  test('repeats, and does not lose, what was published when it died before the cursor moved', async () => {
    const caseId = caseIn(3);
    await store(record.owner, caseId, 1, flags(3));
    start({ RELAY_PATIENCE_MS: 2_000 });
    await until('the first delivery', () => reader.versionsOf(caseId).length >= 3);
    expect(await cursorOf(record.owner, 3)).toBe('0');
    await cutSessions(record.owner);
    await until('the second delivery', () => reader.versionsOf(caseId).length >= 6);
    expect(reader.versionsOf(caseId)).toEqual([...upTo(3), ...upTo(3)]);
    await until('the cursor', async () => (await cursorOf(record.owner, 3)) === '3');
  });

  test('does not stop for ever over a batch that is not confirmed, and leaves it to the next', async () => {
    const caseId = caseIn(4);
    await store(record.owner, caseId, 1, flags(1));
    const { relay } = start({ RELAY_PATIENCE_MS: 8_000 }); // stands for brokers that do not answer
    await until('the delivery', () => reader.versionsOf(caseId).length >= 1);
    await relay.stop();
    expect(await cursorOf(record.owner, 4)).toBe('0');
  });

  test('comes back by itself when the record has cut its session', async () => {
    const caseId = randomUUID();
    start();
    await leads(SHARDS, ...running);
    await cutSessions(record.owner);
    await store(record.owner, caseId, 1, flags(2));
    await until('the events', () => reader.versionsOf(caseId).length >= 2);
    expect(reader.versionsOf(caseId)).toEqual([1, 2]);
  });

  test('shares the shards with a second relay, and takes them all when that one ends', async () => {
    const first = start().relay;
    await leads(SHARDS, first);
    const second = start().relay;
    await leads(SHARDS / 2, first, second);
    const cases = upTo(20).map(() => randomUUID());
    for (const caseId of cases) await store(record.owner, caseId, 1, flags(2));
    await until('the events', () => cases.every((caseId) => reader.versionsOf(caseId).length >= 2));
    await first.stop();
    await leads(SHARDS, second);
    for (const caseId of cases) await store(record.owner, caseId, 3, flags(1));
    await until('the third event', () => cases.every((caseId) => reader.versionsOf(caseId).length >= 3));
    for (const caseId of cases) expect(reader.versionsOf(caseId)).toEqual([1, 2, 3]);
  });

  test('stops leading when somebody else has moved a cursor', async () => {
    const caseId = caseIn(5);
    start({ RELAY_PATIENCE_MS: 1_000 });
    await store(record.owner, caseId, 1, flags(2));
    await until('the delivery', () => reader.versionsOf(caseId).length >= 2);
    await record.owner.query(`update relay_cursor set position = 1 where shard = 5`);
    await until('the cursor', async () => (await cursorOf(record.owner, 5)) === '2');
    expect(reader.versionsOf(caseId)).toEqual([1, 2, 2]);
  });

  test('waits for brokers that cannot be reached, says so, and catches up when they can', async () => {
    const door = await shutDoor();
    const caseId = caseIn(7);
    await store(record.owner, caseId, 1, flags(4));
    const { relay, metrics } = start({ KAFKA_BROKERS: door.address });
    await until('the lag', () => relay.health.lag === 4);
    expect(relay.health.parts()['kafka']).toEqual({ ok: false, detail: 'out of reach so far, lag 4' });
    expect(metrics.render()).toContain('titian_relay_lag{shard="7"} 4');
    expect(await cursorOf(record.owner, 7)).toBe('0');
    await door.open();
    await until('the events', () => reader.versionsOf(caseId).length >= 4);
    expect(reader.versionsOf(caseId)).toEqual(upTo(4));
    await until('no lag', () => relay.health.parts()['kafka']?.detail === 'lag 0');
    await relay.stop();
    door.close();
  });

  test('leaves a shard to another relay while it cannot reach the brokers itself', async () => {
    const door = await shutDoor();
    start({ KAFKA_BROKERS: door.address });
    const able = start().relay;
    await leads(SHARDS, able);
  });

  test('parks a row that breaks its contract and what follows of its case; every other case goes on', async () => {
    const caseId = caseIn(9);
    const hash = await store(record.owner, caseId, 1, flags(1));
    const bad = rowOf(caseId, 2, { kind: 'flag.raised', flag: 'Siti jatuh' }, hash);
    await insert(record.owner, 9, 'claim', bad);
    const next = await store(record.owner, caseId, 3, flags(1), bad.hash);
    const other = caseIn(9);
    await store(record.owner, other, 1, flags(2));
    const { relay, metrics } = start();
    await until('the other case', () => reader.versionsOf(other).length >= 2);
    await until('the alarm', () => metrics.render().includes('titian_relay_parked_events 2\n'));
    await store(record.owner, caseId, 4, flags(1), next);
    await until('the one that comes later', async () => (await parkedOf(record.owner, caseId)).length === 3);
    expect(await parkedOf(record.owner, caseId)).toMatchObject([
      { revision: 2, reason: expect.stringMatching(/contract at \/flag/) },
      { revision: 3, reason: expect.stringMatching(/waits/) },
      { revision: 4, reason: expect.stringMatching(/waits/) },
    ]);
    expect(reader.versionsOf(caseId)).toEqual([1]);
    await until('all of them', () => relay.health.parts()['parked']?.detail?.startsWith('degraded: 3 events') === true);
    expect(await cursorOf(record.owner, 9)).toBe('6');
  });

  test('goes on with a case in order, also after a new leader, when an operator has skipped what cannot be', async () => {
    const caseId = caseIn(10);
    const hash = await store(record.owner, caseId, 1, flags(1));
    const bad = rowOf(caseId, 2, { kind: 'flag.raised', flag: 'Siti jatuh' }, hash);
    await insert(record.owner, 10, 'claim', bad);
    const next = await store(record.owner, caseId, 3, flags(1), bad.hash);
    const first = start().relay;
    await until('what is parked', async () => (await parkedOf(record.owner, caseId)).length === 2);
    await first.stop();
    const { metrics } = start();
    await leads(SHARDS, ...running.slice(-1));
    const last = await store(record.owner, caseId, 4, flags(1), next);
    await until('the one that comes later', async () => (await parkedOf(record.owner, caseId)).length === 3);
    await release(record.owner, caseId, 'skip');
    await until('the events behind', () => reader.versionsOf(caseId).length >= 3);
    await until('the letter', () => reader.lettersOf(caseId).length === 1);
    await until('the end', async () => (await parkedOf(record.owner, caseId)).every(({ ended }) => ended !== null));
    await store(record.owner, caseId, 5, flags(1), last);
    await until('the case', () => reader.versionsOf(caseId).length >= 4);
    expect(reader.versionsOf(caseId)).toEqual([1, 3, 4, 5]);
    expect((await parkedOf(record.owner, caseId)).map(({ ended }) => ended)).toEqual([
      'skipped',
      'published',
      'published',
    ]);
    const topic = deadLetterTopicOf(topicOf('claim'));
    expect(metrics.render()).toContain(`titian_relay_skipped_total{topic="${topic}"} 1`);
    await until('no alarm', () => metrics.render().includes('titian_relay_parked_events 0\n'));
  });

  test('parks what the brokers refuse, whatever it stood beside, and publishes it once they take it', async () => {
    const topic = topicOf('placement');
    const storePlacement = (caseId: string, first: number, events: CaseEvent[], hash?: string): Promise<string> =>
      store(record.owner, caseId, first, events, hash, 'placement');
    await limitMessages(topic, 3_000);
    const [caseId, other] = [caseIn(12), caseIn(12)];
    const large: CaseEvent = {
      kind: 'facts.recorded',
      facts: { infoRequest: { requirements: upTo(300).map((n) => `requirement${n}`), reasonCode: 'PAPER_MISSING' } },
    };
    await storePlacement(caseId, 1, [...flags(1), large, ...flags(1)]);
    await storePlacement(other, 1, flags(5));
    start();
    await until('the other case', () => new Set(reader.versionsOf(other)).size === 5);
    await until('what is parked', async () => (await parkedOf(record.owner, caseId)).length === 2);
    await release(record.owner, caseId, 'publish');
    await until('a try in vain', async () => (await parkedOf(record.owner, caseId))[0]?.release === null);
    expect(await parkedOf(record.owner, caseId)).toMatchObject([
      { revision: 2, reason: 'refused by the broker: MESSAGE_TOO_LARGE', ended: null },
      { revision: 3, ended: null },
    ]);
    expect(new Set(reader.versionsOf(caseId))).toEqual(new Set([1]));
    await limitMessages(topic, 1_048_588);
    await release(record.owner, caseId, 'publish');
    await until('all', () => reader.versionsOf(caseId).includes(3));
    expect([...new Set(reader.versionsOf(caseId))]).toEqual([1, 2, 3]);
    await until('the end', async () =>
      (await parkedOf(record.owner, caseId)).every(({ ended }) => ended === 'published'),
    );
  });

  test('parks a row of a case type that no release knows, and buries it for good on another topic', async () => {
    const stranger = caseIn(13);
    const row = rowOf(stranger, 1, { kind: 'case.reopened' });
    await insert(record.owner, 13, 'divorce', row);
    start();
    await until('what is parked', async () => (await parkedOf(record.owner, stranger)).length === 1);
    await release(record.owner, stranger, 'skip');
    await until('the letter', () => reader.lettersOf(stranger).length === 1);
    expect(reader.lettersOf(stranger)).toEqual([UNKNOWN_DEAD_LETTERS]);
  });

  test('finds events whose notice was lost', async () => {
    const caseId = caseIn(11);
    start();
    await leads(SHARDS, ...running);
    const row = rowOf(caseId, 1, { kind: 'case.reopened' });
    await insert(record.owner, 11, 'claim', row);
    await until('the event', () => reader.versionsOf(caseId).length === 1);
  });

  test('is not led astray by notices that name no shard', async () => {
    const caseId = randomUUID();
    start();
    await leads(SHARDS, ...running);
    await record.owner.query(`select pg_notify($1, 'none'), pg_notify($1, '99')`, [EVENT_CHANNEL]);
    await store(record.owner, caseId, 1, flags(1));
    await until('the event', () => reader.versionsOf(caseId).length === 1);
  });
});
