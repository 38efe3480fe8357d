import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chooseReachableHome, findBarrier } from './unprivileged-user.ts';

const somebody = { uid: 65_000, gid: 65_000 };
let open: string;

beforeEach(() => {
  open = mkdtempSync(join(tmpdir(), 'titian-user-'));
  chmodSync(open, 0o755);
});

afterEach(() => {
  rmSync(open, { recursive: true, force: true });
});

test('a home that the user of PostgreSQL can reach is used as it is', () => {
  expect(chooseReachableHome(join(open, 'later'), somebody)).toEqual({ home: join(open, 'later') });
});

test('a home behind a closed folder is replaced by the same one every time', () => {
  const closed = join(open, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const home = join(closed, 'home');
  expect(findBarrier(home, somebody)).toBe(closed);
  const chosen = chooseReachableHome(home, somebody);
  expect(chosen.home).toMatch(/^\/var\/lib\/titian\/[0-9a-f]{12}$/);
  expect(chooseReachableHome(home, somebody)).toEqual(chosen);
});

test('without another user every home will do', () => {
  expect(chooseReachableHome('/root/secret', undefined)).toEqual({ home: '/root/secret' });
});
