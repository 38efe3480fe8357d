import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { evolveAll } from '@titian/domain';
import { steps } from '@titian/domain/testing/claim-world';
import { SERVICE_ROLES } from '../migrate.ts';
import {
  caseIn,
  openRecord,
  report,
  requestOf,
  tell,
  tellStory,
  world,
  type TestRecord,
} from '../testing/record-world.ts';
import { canonicalText } from './canonical-text.ts';
import { load } from './commit.ts';
import { eventIdOf, fromEventBody, GENESIS_HASH } from './event-row.ts';
import { shardOf } from './shard.ts';

jest.setTimeout(60_000);

interface LogRow {
  readonly case_id: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly at: Date;
  readonly body: string;
  readonly prev_hash: string;
  readonly hash: string;
  readonly shard: number;
}

let record: TestRecord;
let caseId: string;
let rows: LogRow[];
beforeAll(async () => {
  record = await openRecord();
  caseId = await tellStory(record.as.case_worker, steps.closed);
  await tellStory(record.as.case_worker, steps.review);
  rows = await record.owner.query(`select * from case_event order by case_id, revision`);
});
afterAll(() => record.close());

describe('the hash chain', () => {
  test('of every case begins at the genesis and links each text to the one before', () => {
    const last = new Map<string, { revision: number; hash: string }>();
    for (const row of rows) {
      const before = last.get(row.case_id) ?? { revision: 0, hash: GENESIS_HASH };
      expect(row.revision).toBe(before.revision + 1);
      expect(row.prev_hash).toBe(before.hash);
      expect(row.hash).toBe(createHash('sha256').update(row.body, 'utf8').digest('hex'));
      last.set(row.case_id, row);
    }
    expect(last.size).toBe(2);
  });

  test('covers texts that are canonical to the byte and say what their columns say', () => {
    for (const row of rows) {
      const told = JSON.parse(row.body) as Record<string, unknown>;
      expect(row.body).toBe(canonicalText(told));
      expect(told).toMatchObject({
        caseId: row.case_id,
        revision: row.revision,
        id: row.event_id,
        type: row.type,
        at: row.at.toISOString(),
        prevHash: row.prev_hash,
      });
      expect(row.event_id).toBe(eventIdOf(row.case_id, row.revision));
      expect(row.shard).toBe(shardOf(row.case_id));
    }
  });

  test('ends at the hash that the case file keeps, and folds to its state', async () => {
    const own = rows.filter((row) => row.case_id === caseId);
    const file: unknown = await record.owner.query(`select last_hash from case_file where case_id = $1`, [caseId]);
    expect(file).toEqual([{ last_hash: own.at(-1)?.hash }]);
    const folded = evolveAll(
      null,
      own.map(({ body }) => fromEventBody(body)),
    );
    expect(folded).toEqual((await load(record.as.case_worker, world, caseId)).state);
  });

  test('is over text that sorts members as RFC 8785 does, by code unit', () => {
    expect(canonicalText({ b: 1, a: { '€': 1, '\u{1F600}': 2, '\uFB33': 3 }, A: [1e21, 0.5, -0] })).toBe(
      '{"A":[1e+21,0.5,0],"a":{"€":1,"\u{1F600}":2,"\uFB33":3},"b":1}',
    );
  });
});

describe('a stored event', () => {
  const changes = [
    `update case_event set body = body || ' '`,
    `update case_event set position = position + 1000`,
    `delete from case_event`,
    `truncate case_event`,
    `truncate case_event cascade`,
  ];

  test.each(changes)('refuses even its owner: %s', async (change) => {
    await expect(record.owner.query(change)).rejects.toThrow('case_event is append-only');
  });

  test.each(SERVICE_ROLES.flatMap((role) => changes.map((change) => [role, change] as const)))(
    'is out of reach of %s: %s',
    async (role, change) => {
      await expect(record.as[role].query(change)).rejects.toThrow('permission denied');
    },
  );

  test('cannot be stored twice, nor take the place of another', async () => {
    const copy = (columns: string): Promise<unknown> =>
      record.as.case_worker.query(
        `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
         select ${columns}, case_type, type, at, command_id, body, prev_hash, hash, shard, position from case_event where case_id = $1 limit 1`,
        [caseId],
      );
    await expect(copy('case_id, revision, event_id')).rejects.toThrow('duplicate key');
    await expect(copy('gen_random_uuid(), 1, gen_random_uuid()')).rejects.toThrow('case_event_shard_position_key');
  });
});

describe('positions', () => {
  const SHARDS_AT_WORK = [3, 4];
  const WRITERS = 8;
  const EACH = 15;

  test('become visible in order and without gaps, while eight write', async () => {
    const before = await positions(record.owner);
    const following = new AbortController();
    const readers = SHARDS_AT_WORK.map((shard) => follow(record.as.event_relay, shard, following.signal));
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const own = caseIn(SHARDS_AT_WORK[writer % 2] ?? 0);
      await tell(record.as.case_worker, requestOf(own, report()));
      for (let n = 0; n < EACH; n += 1) {
        const statement = { statementId: randomUUID(), digest: 'c'.repeat(64) };
        const { actor } = report();
        await tell(record.as.case_worker, requestOf(own, { name: 'addNote', actor, input: { statement } }));
      }
    });
    await Promise.all(writers);
    following.abort();
    const seen = await Promise.all(readers);

    const stored = await positions(record.owner);
    expect(stored.length - before.length).toBeGreaterThanOrEqual(WRITERS * (EACH + 1));
    for (const [index, shard] of SHARDS_AT_WORK.entries()) {
      const own = stored.filter((row) => row.shard === shard).map(({ position }) => position);
      expect(own).toEqual(own.map((_, n) => n + 1));
      expect(seen[index]).toEqual(own); // what was not yet visible when its successor was read would be missing here
    }
  });

  const positions = (db: DataSource): Promise<{ shard: number; position: number }[]> =>
    db.query(`select shard, position::int as position from case_event order by shard, position`);

  /** Reads as the relay does, always after the last position seen; goes on until it is called off and nothing is left. */
  async function follow(db: DataSource, shard: number, signal: AbortSignal): Promise<number[]> {
    const seen: number[] = [];
    for (;;) {
      const last = signal.aborted;
      const batch: { position: number }[] = await db.query(
        `select position::int as position from case_event where shard = $1 and position > $2 order by position`,
        [shard, seen.at(-1) ?? 0],
      );
      seen.push(...batch.map(({ position }) => position));
      if (last) return seen;
    }
  }
});
