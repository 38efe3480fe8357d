import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Inbox, lagOf, NotNow, Poison, type AgencyEvent } from './index.ts';
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
