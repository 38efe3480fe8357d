import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepPart } from '../boot/part-store.mjs';
import { waitUntil } from './wait-until.ts';

const storeModule = new URL('../boot/part-store.mjs', import.meta.url).href;
let home: string;
let fetches: number;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'titian-parts-'));
  fetches = 0;
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const keep = (): Promise<string> =>
  keepPart({
    home,
    name: 'server',
    version: '1',
    fetch: (folder) => {
      fetches += 1;
      writeFileSync(join(folder, 'program'), 'whole');
      return Promise.resolve();
    },
  });

const partsKept = (): string[] => readdirSync(join(home, 'parts'));

test('a part is fetched once', async () => {
  const folder = await keep();
  expect(await keep()).toBe(folder);
  expect([fetches, partsKept()]).toEqual([1, ['server-1']]);
});

test('a fetch that fails half-way leaves nothing, and the next one succeeds', async () => {
  const failing = keepPart({
    home,
    name: 'server',
    version: '1',
    fetch: (folder) => {
      writeFileSync(join(folder, 'program'), 'wh');
      return Promise.reject(new Error('the line went dead'));
    },
  });
  await expect(failing).rejects.toThrow('the line went dead');
  expect(partsKept()).toEqual([]);
  expect(readFileSync(join(await keep(), 'program'), 'utf8')).toBe('whole');
});

test('a fetch killed half-way is never used, and swept away by the next one', async () => {
  const script = `
    import { writeFileSync } from 'node:fs';
    const { keepPart } = await import(${JSON.stringify(storeModule)});
    await keepPart({ home: ${JSON.stringify(home)}, name: 'server', version: '1', fetch: (folder) => {
      writeFileSync(folder + '/program', 'wh');
      return new Promise(() => setInterval(() => {}, 1000));
    } });`;
  const fetching = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const half = (): string | undefined =>
    existsSync(join(home, 'parts'))
      ? partsKept().find((name) => existsSync(join(home, 'parts', name, 'program')))
      : undefined;
  await waitUntil(() => Promise.resolve(half() !== undefined), { withinMs: 10_000 });
  fetching.kill('SIGKILL');
  await new Promise((resolve) => fetching.once('close', resolve));
  expect(half()).toMatch(/^\.fetch-/);
  expect(readFileSync(join(await keep(), 'program'), 'utf8')).toBe('whole');
  expect(partsKept()).toEqual(['server-1']);
});

test.each([
  ['cut short', (file: string): void => { truncateSync(file, 2); }], // prettier-ignore
  ['changed', (file: string): void => { writeFileSync(file, 'WHOLE'); }], // prettier-ignore
  ['removed', (file: string): void => { rmSync(file); }], // prettier-ignore
])('a part with a file %s is fetched again', async (_, damage) => {
  damage(join(await keep(), 'program'));
  expect(readFileSync(join(await keep(), 'program'), 'utf8')).toBe('whole');
  expect([fetches, partsKept()]).toEqual([2, ['server-1']]);
});

test('of two who fetch at once both get the whole part', async () => {
  const folders = await Promise.all([keep(), keep()]);
  expect(new Set(folders)).toEqual(new Set([join(home, 'parts', 'server-1')]));
  expect(partsKept()).toEqual(['server-1']);
});
