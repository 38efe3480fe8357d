import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import {
  forget,
  Inbox,
  lagOf,
  NotNow,
  Poison,
  replay,
  type AgencyEvent,
  type InboxClient,
  type NamedConsumer,
} from './index.ts';
import { openAgency, reopened, until, type Agency } from './testing/agency.ts';

jest.setTimeout(60_000);

let agency: Agency;
const caseId = (): string => randomUUID();
beforeEach(async () => {
  agency = await openAgency();
});
afterEach(() => agency.close());

const effectsAre = (expected: readonly string[]): Promise<void> =>
  until(async () => JSON.stringify(await agency.effects()) === JSON.stringify(expected));

describe('a consumer of an agency', () => {
  test('applies each event once, in the order of its case, however often it comes', async () => {
    const subject = caseId();
    const [one, two, three] = [1, 2, 3].map((version) => reopened(subject, version));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no events');
    await agency.publish(one, one, two, one, two, three);
    const first = await agency.start();
    await effectsAre(['1', '2', '3']);
    await first.stop();
    await agency.publish(three, reopened(subject, 4));
    await agency.start();
    await effectsAre(['1', '2', '3', '4']);
    expect(agency.notices).toEqual([]);
  });

  test('hands a typed event to its handler, and others to nobody', async () => {
    const subject = caseId();
    const flag = reopened(subject, 2, { type: 'titian.flag.raised.v1', data: { flag: 'urgent', later: 'unknown' } });
    await agency.publish(reopened(subject, 1), flag, reopened(subject, 3, { type: 'titian.moon.landed.v9' }));
    const seen: AgencyEvent<'titian.flag.raised.v1'>[] = [];
    const others: string[] = [];
    await agency.start({
      handlers: { 'titian.flag.raised.v1': (event) => void seen.push(event) },
      otherwise: ({ type }) => void others.push(type),
    });
    await until(() => others.length === 2);
    expect(seen.map(({ data }) => data.flag)).toEqual(['urgent']);
    expect(others).toEqual(['titian.case.reopened.v1', 'titian.moon.landed.v9']);
  });

  test('undoes the effect when it cannot remember it, and the other way round', async () => {
    const subject = caseId();
    let tries = 0;
    await agency.publish(reopened(subject, 1), reopened(subject, 2));
    await agency.start({
      otherwise: async ({ id, caseversion }, { client }) => {
        await client.query(`insert into ${agency.schema}.effect (event_id, words) values ($1, $2)`, [id, caseversion]);
        tries += 1;
        if (tries <= 2) throw new Error('after the effect');
      },
    });
    await effectsAre(['1', '2']);
    expect(tries).toBe(4); // the pair failed, the first failed alone, then both went
  });

  test('buries what is poison, cannot be read or breaks its schema, with reason and original headers', async () => {
    const subject = caseId();
    const broken = reopened(subject, 2, { type: 'titian.flag.raised.v1', data: { flag: 'Words of a person' } });
    await agency.publish(reopened(subject, 1), broken, '{"no":"event"}', reopened(subject, 3), reopened(subject, 4));
    await agency.start({
      otherwise: async ({ id, caseversion }, { client }) => {
        if (caseversion === 3) throw new Poison('no such office here');
        await client.query(`insert into ${agency.schema}.effect (event_id, words) values ($1, $2)`, [id, caseversion]);
      },
    });
    await effectsAre(['1', '4']);
    await until(() => agency.notices.filter(({ kind }) => kind === 'dead-letter').length === 3);
    const letters = await agency.letters();
    expect(letters.map(({ headers }) => headers['dlq-reason']).sort()).toEqual([
      'breaks the schema of titian.flag.raised.v1: /flag (pattern)',
      'no event of Titian: / (required)',
      'no such office here',
    ]);
    const letter = letters.find(({ headers }) => headers['ce_id'] === broken.id);
    expect(letter).toMatchObject({
      key: subject,
      value: JSON.stringify(broken),
      headers: { 'dlq-topic': agency.topic },
    });
    expect(agency.notices.filter(({ kind }) => kind === 'gap')).toEqual([]); // a dead event is no missing event
  });

  test('gives up an event after its tries, and none while a register is away', async () => {
    const subject = caseId();
    let away = 6;
    await agency.publish(reopened(subject, 1), reopened(subject, 2));
    await agency.start({
      otherwise: async ({ id, caseversion }, { client }) => {
        if (caseversion === 1) throw new RangeError('always');
        away -= 1;
        if (away > 0) throw new NotNow('register away');
        await client.query(`insert into ${agency.schema}.effect (event_id, words) values ($1, $2)`, [id, caseversion]);
      },
    });
    await effectsAre(['2']);
    const [letter] = await agency.letters();
    expect(letter?.headers['dlq-reason']).toBe('gave up after 2 tries: RangeError');
  });

  test('sees a gap, and the late event that fills it', async () => {
    const subject = caseId();
    await agency.publish(reopened(subject, 1), reopened(subject, 4), reopened(subject, 2));
    await agency.start();
    await effectsAre(['1', '4', '2 late']);
    await until(() => agency.notices.length > 0);
    expect(agency.notices).toEqual([{ kind: 'gap', gap: { caseId: subject, missing: [2, 3] } }]);
    const client = await agency.pool.connect();
    expect(await new Inbox(agency.name, true, agency.schema).gaps(client)).toEqual([{ caseId: subject, missing: [3] }]);
    client.release();
  });

  test('knows how far it is behind, also while it does not run', async () => {
    const subject = caseId();
    const behind = async (): Promise<number> => {
      const lags = await lagOf({ ...agency, topics: [agency.topic], inboxSchema: agency.schema });
      return lags.reduce((sum, { behind: ofPartition }) => sum + ofPartition, 0);
    };
    await agency.publish(reopened(subject, 1), reopened(subject, 2));
    const consumer = await agency.start();
    await effectsAre(['1', '2']);
    expect(await behind()).toBe(0);
    await consumer.stop();
    await agency.publish(reopened(subject, 3));
    expect(await behind()).toBe(1);
  });

  describe('that is set back', () => {
    const emptied = async (client: InboxClient): Promise<void> => {
      await client.query(`delete from ${agency.schema}.effect`);
    };
    const named = (): NamedConsumer<pg.PoolClient> => ({
      ...agency,
      topics: [agency.topic],
      inboxSchema: agency.schema,
    });

    test('begins anew, also while it runs and nothing is published', async () => {
      const subject = caseId();
      await agency.publish(reopened(subject, 1), reopened(subject, 2));
      await agency.start();
      await effectsAre(['1', '2']);
      for (let times = 0; times < 2; times += 1) {
        const takeBack = async (client: InboxClient): Promise<void> => {
          await emptied(client);
          await client.query(`insert into ${agency.schema}.effect (words) values ('anew')`);
        };
        await replay({ ...named(), from: 'beginning', takeBack });
        await effectsAre(['anew', '1', '2']);
      }
      await agency.publish(reopened(subject, 3));
      await effectsAre(['anew', '1', '2', '3']);
      expect(agency.notices).toEqual([]);
    });

    test('while it is stopped begins anew when it is started', async () => {
      const subject = caseId();
      await agency.publish(reopened(subject, 1), reopened(subject, 2));
      const first = await agency.start();
      await effectsAre(['1', '2']);
      await first.stop();
      await replay({ ...named(), from: 'beginning', takeBack: emptied });
      expect(await agency.effects()).toEqual([]);
      await agency.start();
      await effectsAre(['1', '2']);
    });

    test('from an instant gets what is stamped then or later, and knows the rest', async () => {
      const [early, late] = [caseId(), caseId()];
      await agency.publish(reopened(early, 1));
      await agency.start();
      await effectsAre(['1']);
      const from = new Date();
      await until(() => Date.now() > from.getTime());
      await agency.publish(reopened(late, 1), reopened(late, 2));
      await effectsAre(['1', '1', '2']);
      const takeBack = async (client: InboxClient): Promise<void> => {
        await client.query(`insert into ${agency.schema}.effect (words) values ('again')`);
      };
      await replay({ ...named(), from, takeBack });
      await effectsAre(['1', '1', '2', 'again', '1', '2']);
      await agency.publish(reopened(early, 2));
      await effectsAre(['1', '1', '2', 'again', '1', '2', '2']);
      expect(agency.notices).toEqual([]); // nothing was taken for a gap
    });

    test('is as before if its effects cannot be taken back', async () => {
      await agency.publish(reopened(caseId(), 1));
      await agency.start();
      await effectsAre(['1']);
      const takeBack = (): Promise<void> => Promise.reject(new Error('no'));
      await expect(replay({ ...named(), from: 'beginning', takeBack })).rejects.toThrow('no');
      const lags = await lagOf(named());
      expect(lags.reduce((sum, { behind }) => sum + behind, 0)).toBe(0);
    });
  });

  describe('that forgets', () => {
    const rows = async (): Promise<number> => {
      const { rows: counted } = await agency.pool.query<{ count: string }>(
        `select count(*) from ${agency.schema}.seen_event`,
      );
      return Number(counted[0]?.count);
    };
    const later = (): Date => new Date(Date.now() + 60_000);
    const inbox = (): Omit<NamedConsumer<pg.PoolClient>, 'kafka' | 'topics'> => ({
      ...agency,
      inboxSchema: agency.schema,
    });

    test('keeps no row of old events, and still knows them when they come again', async () => {
      const [one, other] = [caseId(), caseId()];
      const events = [one, other].flatMap((subject) => [1, 2, 3].map((version) => reopened(subject, version)));
      await agency.publish(...events);
      await agency.start();
      await until(async () => (await agency.effects()).length === 6);
      expect(await forget({ ...inbox(), before: later(), eventsAtOnce: 2 })).toBe(6);
      expect(await rows()).toBe(0);
      await agency.publish(...events, reopened(one, 4), reopened(other, 4));
      await until(async () => (await agency.effects()).length >= 8);
      expect((await agency.effects()).slice(6)).toEqual(['4', '4']);
      expect(await forget({ ...inbox(), before: new Date(0) })).toBe(0); // nothing is that old
      expect(agency.notices).toEqual([]);
    });

    test('keeps the rows of a case with a gap, so that its late event is taken once', async () => {
      const subject = caseId();
      const late = reopened(subject, 2);
      await agency.publish(reopened(subject, 1), reopened(subject, 3));
      await agency.start();
      await effectsAre(['1', '3']);
      expect(await forget({ ...inbox(), before: later() })).toBe(0);
      await agency.publish(late);
      await effectsAre(['1', '3', '2 late']);
      expect(await forget({ ...inbox(), before: later() })).toBe(3);
      await agency.publish(late, reopened(subject, 4));
      await effectsAre(['1', '3', '2 late', '4']);
    });

    test('replays from the beginning, and from no instant that it has forgotten', async () => {
      const subject = caseId();
      await agency.publish(reopened(subject, 1), reopened(subject, 2));
      await agency.start();
      await effectsAre(['1', '2']);
      const before = later();
      await forget({ ...inbox(), before });
      const takeBack = async (client: InboxClient): Promise<void> => {
        await client.query(`delete from ${agency.schema}.effect`);
      };
      const named = { ...inbox(), kafka: agency.kafka, topics: [agency.topic], takeBack };
      await expect(replay({ ...named, from: new Date() })).rejects.toThrow(
        `events before ${before.toISOString()} were forgotten`,
      );
      expect(await agency.effects()).toEqual(['1', '2']);
      await replay({ ...named, from: before });
      await agency.publish(reopened(subject, 3));
      await effectsAre(['3']);
      await replay({ ...named, from: 'beginning' });
      await effectsAre(['1', '2', '3']);
      expect(agency.notices).toEqual([]);
    });
  });

  test('finishes the transaction at hand when it is stopped', async () => {
    const subject = caseId();
    await agency.publish(reopened(subject, 1));
    let begun: () => void = () => undefined;
    const handling = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const consumer = await agency.start({
      otherwise: async (event, { client }) => {
        begun();
        await client.query('select pg_sleep(0.2)');
        await client.query(`insert into ${agency.schema}.effect (event_id, words) values ($1, 'done')`, [event.id]);
      },
    });
    await handling;
    await consumer.stop();
    await consumer.ended;
    expect(await agency.effects()).toEqual(['done']);
  });

  test('shares its partitions with a second instance, and still applies each event once', async () => {
    const cases = Array.from({ length: 20 }, caseId);
    await agency.publish(...cases.map((subject) => reopened(subject, 1)));
    const first = await agency.start({ eventsPerTransaction: 2 });
    await agency.start({ eventsPerTransaction: 2 });
    await agency.publish(...cases.map((subject) => reopened(subject, 2)));
    await first.stop();
    await agency.publish(...cases.map((subject) => reopened(subject, 3)));
    await until(async () => (await agency.effects()).length >= 60);
    expect((await agency.effects()).length).toBe(60);
    expect(agency.notices).toEqual([]);
  });
});

test('a reading says what is wrong without saying what was written', async () => {
  const { readEvent } = await import('./index.ts');
  const event = reopened(caseId(), 1, { type: 'titian.flag.raised.v1', data: { flag: 'Siti jatuh' } });
  expect(JSON.stringify(readEvent(Buffer.from(JSON.stringify(event))))).toContain('/flag (pattern)');
  expect(readEvent(null)).toEqual({ fault: 'no JSON', event: undefined });
});
