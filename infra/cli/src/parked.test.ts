import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { main } from './main.ts';

jest.setTimeout(60_000);

const [HELD, OTHER] = [randomUUID(), randomUUID()];
let record: TestDatabase;

beforeAll(async () => {
  record = await createTestDatabase(migrate);
  for (const [index, [caseId, revision, reason]] of (
    [
      [HELD, 2, 'event breaks its contract at /flag'],
      [HELD, 3, 'waits for an earlier event of its case'],
      [OTHER, 1, 'refused by the broker: MESSAGE_TOO_LARGE'],
    ] as const
  ).entries()) {
    await record.owner.query(
      `insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
       values ($1, $2, $3, 'claim', 'titian.flag.raised.v1', now(), 'c', 'the words of Siti', '', '', 1, $4)`,
      [caseId, revision, randomUUID(), index + 1],
    );
    await record.owner.query(`insert into parked_event (case_id, revision, shard, reason) values ($1, $2, 1, $3)`, [
      caseId,
      revision,
      reason,
    ]);
  }
});
afterAll(() => record.drop());

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const terminal = { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) };
  const code = await main(['events', ...args, '--database', record.url], terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

test('what is held back is a finding, told by case without the words of the event', async () => {
  const { code, out } = await run('parked');
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`case ${HELD} event 2 .*contract at /flag; 1 behind`));
  expect(out).toContain('2 cases held back');
  expect(out).not.toContain('Siti');
});

test('a release names the first event of the case, who asked and how', async () => {
  expect(await run('release', HELD, '--skip', '--by', 'operator-1')).toMatchObject({ code: 0, err: '' });
  const { rows } = await record.owner.query(
    `select revision, release, released_by from parked_event where release is not null`,
  );
  expect(rows).toEqual([{ revision: 2, release: 'skip', released_by: 'operator-1' }]);
  const { out } = await run('parked', '--json');
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ caseId: HELD, release: 'skip', behind: 1 }));
});

test('nothing to release is a finding, and no case id is misuse', async () => {
  expect(await run('release', randomUUID())).toMatchObject({ code: 1, err: expect.stringContaining('held back') });
  expect((await run('release', 'x')).code).toBe(2);
});
