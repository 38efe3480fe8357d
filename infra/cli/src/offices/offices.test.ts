import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { migrate } from '@titian/persistence/migrate';
import { createTestDatabase, type TestDatabase } from '@titian/testing';
import { main } from '../main.ts';

jest.setTimeout(60_000);

const DEMO = fileURLToPath(new URL('../../../local/offices/demo.json', import.meta.url));
let record: TestDatabase;
let folder: string;

beforeAll(async () => {
  record = await createTestDatabase(migrate);
  folder = await mkdtemp(join(tmpdir(), 'titian-offices-'));
});
afterAll(async () => {
  await record.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await record.owner.query(`truncate office, office_post, post_holder, absence, office_change`);
  await record.owner.query(`update office_directory set version = 0`);
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const terminal = { out: (line: string) => lines.out.push(line), err: (line: string) => lines.err.push(line) };
  const code = await main(['offices', ...args, '--database', record.url], terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}
async function written(content: unknown): Promise<string> {
  const file = join(folder, 'offices.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const importDemo = () => run('import', DEMO, '--by', 'operator-1');

describe('importing offices', () => {
  test('the offices of the local stack go in, and a second time change nothing', async () => {
    expect(await importDemo()).toMatchObject({ code: 0, out: '7 created, 0 changed, 0 unchanged, 0 refused' });
    expect(await importDemo()).toMatchObject({ code: 0, out: '0 created, 0 changed, 7 unchanged, 0 refused' });
    const { rows } = await record.owner.query(`select distinct by_whom from office_change`);
    expect(rows).toEqual([{ by_whom: 'operator-1' }]);
  });

  test('into a directory that is kept already nothing goes with --first', async () => {
    await importDemo();
    await run('remove', 'disnaker:35.07');
    expect((await run('import', DEMO, '--first')).out).toContain('nothing was changed');
    const { rows } = await record.owner.query(`select from office`);
    expect(rows).toHaveLength(6);
  });

  test('a row that is refused is told with field, rule and remedy, is a finding, and holds up no other', async () => {
    await importDemo();
    const absence = { officerId: 'disnaker-blitar-1', from: '2026-03-02', until: '2026-03-06', reasonCode: 'LEAVE' };
    const file = await written({
      offices: [{ office: 'x' }],
      absences: [{ ...absence, officerId: 'nobody' }, absence],
    });
    const { code, out } = await run('import', file);
    expect(code).toBe(1);
    expect(out).toMatch(/^\/offices\/0\/role \(x\): .+ \[shape\]$/m);
    expect(out).toMatch(/^\/absences\/0\/officerId \(nobody\): .+ Check the id.+ \[no-such-officer\]$/m);
    expect(out).toContain('1 created, 0 changed, 0 unchanged, 2 refused');
  });

  test.each([
    ['no file', () => Promise.resolve(join('nowhere', 'offices.json')), /not a JSON file that can be read/],
    ['no JSON', () => written('offices:'), /not a JSON file that can be read/],
    ['another shape', () => written({ office: [] }), /holds \{"offices"/],
  ])('%s is misuse, said in one sentence', async (_what, file, sentence) => {
    const { code, err } = await run('import', await file());
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});

describe('somebody is not there', () => {
  beforeEach(importDemo);
  const absent = ['absent', 'disnaker-blitar-1', '--from', '2026-03-02'];

  test('the deputy stands in on those days, and the path says until when', async () => {
    expect(await run(...absent, '--until', '2026-03-06')).toMatchObject({ code: 0 });
    const asked = ['resolve', '--area', '35.05.08.2003', '--role', 'district_officer'];
    const { code, out } = await run(...asked, '--at', '2026-03-06');
    expect(code).toBe(0);
    expect(out).toContain(
      'kepala-bidang: deputised (disnaker-blitar-1 absent until 2026-03-06, deputy disnaker-blitar-2)',
    );
    expect(out).toContain('disnaker:35.05: disnaker-blitar-2');
    expect((await run(...asked, '--at', '2026-03-07')).out).toContain('kepala-bidang: held (disnaker-blitar-1)');
  });

  test('a post whose holder is away without a deputy is a finding, and a ladder climbs over it', async () => {
    expect(await run('check', '--at', '2026-03-02')).toMatchObject({ code: 0 });
    await run('absent', 'kecamatan-wonotirto', '--from', '2026-03-02', '--until', '2026-03-06');
    const { code, out } = await run('check', '--at', '2026-03-02');
    expect(code).toBe(1);
    expect(out).toContain('kecamatan:35.05.08 petugas: absent (kecamatan-wonotirto absent until 2026-03-06)');
    const resolved = await run(
      ...['resolve', '--area', '35.05.08', '--role', 'subdistrict_officer', '--at', '2026-03-02'],
    );
    expect(resolved).toMatchObject({ code: 1, out: expect.stringContaining('a ladder climbs over it: absent') });
  });

  test('it is taken back by its first day', async () => {
    await run(...absent, '--until', '2026-03-06');
    expect(await run(...absent, '--cancel')).toMatchObject({ code: 0 });
    expect(await run(...absent, '--cancel')).toMatchObject({ code: 1, err: expect.stringContaining('no absence') });
    expect(await run(...absent)).toMatchObject({ code: 2, err: expect.stringContaining('--until') });
  });
});

test('an office that is not there cannot be removed, and no role or place is misuse', async () => {
  expect(await run('remove', 'disnaker:99.99')).toMatchObject({ code: 1 });
  expect(await run('resolve', '--area', '35.5', '--role', 'district_officer')).toMatchObject({ code: 2 });
  expect(await run('resolve', '--area', '35.05', '--role', 'camat')).toMatchObject({ code: 2 });
});
