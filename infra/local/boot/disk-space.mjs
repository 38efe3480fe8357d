import { mkdirSync, statfsSync } from 'node:fs';
import { Refusal } from './refusal.mjs';

const neededBytes = 1024 ** 3;

/** @param {string} folder @returns {number} bytes an ordinary user may still write there */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @param {string} home @param {(folder: string) => number} [probe] replaced by tests
 * @throws {Refusal} when less than 1 GiB is free
 */
export function requireDiskSpace(home, probe = freeBytes) {
  try {
    mkdirSync(home, { recursive: true });
    const free = probe(home);
    if (free >= neededBytes) return;
    throw new Refusal(
      `only ${Math.floor(free / 1024 ** 2)} MiB are free in ${home} and Titian needs 1024: make room or set TITIAN_HOME to a folder on another disk.`,
    );
  } catch (error) {
    throw asDiskFull(error, home);
  }
}

/** Turns "no space left" of any tool or call into a sentence; everything else passes through.
 * @param {unknown} error @param {string} home
 */
export function asDiskFull(error, home) {
  const text =
    error instanceof Error ? `${/** @type {NodeJS.ErrnoException} */ (error).code ?? ''} ${error.message}` : '';
  if (error instanceof Refusal || !/ENOSPC|EDQUOT|no space left/i.test(text)) return error;
  return new Refusal(`the disk of ${home} is full: make room or set TITIAN_HOME to a folder on another disk.`);
}
