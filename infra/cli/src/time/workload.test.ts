import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { main } from '../main.ts';

jest.setTimeout(60_000);

let record: TestDatabase;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

beforeAll(async () => {
  record = await createTestDatabase(migrate);
  const put = (n: number, area: string, office: string, heldDays: number, dueDays: number, status = 'open') =>
    record.owner.query(
      `insert into case_file (case_id, type, number, definition_version, definition_hash, revision, stage, status, area, regency,
         province, holder_role, holder_office, escalation_level, due_at, opened_at, held_since, last_hash, state)
       values (gen_random_uuid(), 'claim', $1, 1, 'h', 1, 'verification', $2, $3, left($3, 5), left($3, 2), 'district_officer', $4, 0,
         $5, $6, $6, 'h', '{}')`,
      [`N-${n}`, status, area, office, daysAgo(dueDays), daysAgo(heldDays)],
    );
  await put(1, '35.05.08.2003', 'disnaker:35.05', 2, 1);
  await put(2, '35.05.08.2003', 'disnaker:35.05', 40, -1);
  await put(3, '35.05.08.2003', 'disnaker:35.05', 400, 9, 'closed');
  await put(4, '35.07.01.2001', 'disnaker:35.07', 400, -3, 'suspended');
});
afterAll(() => record.drop());

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const terminal = { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) };
  const code = await main(['workload', ...args, '--database', record.url], terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

test('every office is told with what it holds, what is breached and for how long it has it', async () => {
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toContain(
    'disnaker:35.05: 2 cases, 1 breached, 0 waiting, 0 tasks untaken; held 0-7 d: 1, 30-90 d: 1; longest',
  );
  expect(out).toContain('disnaker:35.07: 1 cases, 0 breached');
  expect(out).toContain('held 365+ d: 1');
  expect(out).toContain('2 offices, 3 open cases, 1 breached');
});

test('an area has its own offices only, as JSON too', async () => {
  const { out } = await run('--area', '35.07', '--json');
  expect(JSON.parse(out)).toMatchObject({ offices: [{ office: 'disnaker:35.07', cases: 1, suspended: 1 }] });
});

test('what is no area is misuse', async () => {
  expect(await run('--area', 'Blitar')).toMatchObject({ code: 2, out: '' });
});
