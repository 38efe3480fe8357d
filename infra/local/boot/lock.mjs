import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { identifySelf, isRunning } from './process-table.mjs';

/** @typedef {import('./process-table.mjs').ProcessIdentity & { nonce: string }} LockHolder */
/** @typedef {{ release: () => void, isHeld: () => boolean }} Lock */

/** @param {string} file @returns {LockHolder | undefined} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The living process that holds the lock. A lock left behind by `kill -9` or a power cut counts as free.
 * @param {string} file
 */
export function findHolder(file) {
  const holder = readHolder(file);
  return holder && isRunning(holder) ? holder : undefined;
}

/** Takes the lock, or tells who holds it.
 * @param {string} file
 * @returns {{ lock: Lock } | { holder: LockHolder }}
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const nonce = randomUUID();
  const mine = `${file}.${nonce}`;
  writeFileSync(mine, JSON.stringify({ ...identifySelf(), nonce }));
  try {
    for (;;) {
      try {
        linkSync(mine, file); // atomic and complete: nobody ever reads half a lock
        const isHeld = () => readHolder(file)?.nonce === nonce;
        return { lock: { isHeld, release: () => isHeld() && rmSync(file, { force: true }) } };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const seen = readHolder(file);
      if (seen && isRunning(seen)) return { holder: seen };
      removeStale(file, seen, mine);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Two may find the same stale lock: each moves it aside and puts back what turns out not to be the stale one.
 * @param {string} file @param {LockHolder | undefined} stale @param {string} mine
 */
function removeStale(file, stale, mine) {
  const aside = `${mine}.stale`;
  try {
    renameSync(file, aside);
    if (readHolder(aside)?.nonce !== stale?.nonce) linkSync(aside, file);
  } catch {
    // e.g. the other one was faster: the caller looks again
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Waits until the lock is ours.
 * @param {string} file
 * @param {(holder: LockHolder) => void} [onWait] told once, when somebody else holds it
 */
export async function waitForLock(file, onWait) {
  for (let told = false; ; told = true) {
    const attempt = tryLock(file);
    if ('lock' in attempt) return attempt.lock;
    if (!told) onWait?.(attempt.holder);
    await delay(100);
  }
}
