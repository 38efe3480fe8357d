import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { identify } from './process-table.mjs';
import { asDiskFull } from './disk-space.mjs';

/** @typedef {{ size: number, mtimeMs: number, sha256: string } | { link: string }} FileStamp */
/** @typedef {{ name: string, version: string, files: Record<string, FileStamp> }} PartStamp */

const stampName = 'titian-part.json';
const worthSyncing = 65_536;

/** @param {string} folder @returns {Promise<string[]>} */
async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

/** @param {string} file */
async function hashOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {string} file */
async function flush(file) {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

/** @param {string} file @returns {Promise<FileStamp>} */
async function stampOf(file) {
  const { size, mtimeMs, ...kind } = await lstat(file).then((stat) => ({ ...stat, isLink: stat.isSymbolicLink() }));
  if (kind.isLink) return { link: await readlink(file) };
  if (size > worthSyncing) await flush(file);
  return { size, mtimeMs, sha256: await hashOf(file) };
}

/** @param {string} folder @param {string} path @param {FileStamp} stamp */
async function isWhole(folder, path, stamp) {
  const file = join(folder, path);
  const stat = await lstat(file).catch(() => undefined);
  if (!stat) return false;
  if ('link' in stamp) return stat.isSymbolicLink() && (await readlink(file)) === stamp.link;
  if (stat.size !== stamp.size) return false;
  return stat.mtimeMs === stamp.mtimeMs || (await hashOf(file)) === stamp.sha256;
}

/** Whether the part is there, complete and unchanged since it was fetched.
 * @param {string} folder @param {string} version
 */
export async function isPartWhole(folder, version) {
  try {
    /** @type {PartStamp} */
    const stamp = JSON.parse(await readFile(join(folder, stampName), 'utf8'));
    if (stamp.version !== version) return false;
    const whole = await Promise.all(Object.entries(stamp.files).map(([path, file]) => isWhole(folder, path, file)));
    return whole.length > 0 && whole.every(Boolean);
  } catch {
    return false;
  }
}

/** @param {string} parts drops what a fetch killed half-way has left */
async function sweep(parts) {
  for (const name of await readdir(parts)) {
    const pid = /^\.(?:fetch|damaged)-(\d+)-/.exec(name)?.[1];
    if (pid && !identify(Number(pid))) await rm(join(parts, name), { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} name @param {string} version writes the stamp last: without it nothing counts */
async function seal(folder, name, version) {
  /** @type {Record<string, FileStamp>} */
  const files = {};
  for (const file of await filesBelow(folder)) files[relative(folder, file)] = await stampOf(file);
  const stamp = join(folder, stampName);
  await writeFile(stamp, JSON.stringify({ name, version, files }));
  await flush(stamp);
}

/** The folder of a part, fetched on first use. It appears whole or not at all; a damaged one is fetched again.
 * @param {{ home: string, name: string, version: string, fetch: (folder: string) => Promise<void> }} part
 * @returns {Promise<string>}
 */
export async function keepPart({ home, name, version, fetch }) {
  const parts = join(home, 'parts');
  const folder = join(parts, `${name}-${version}`);
  if (await isPartWhole(folder, version)) return folder;
  const unique = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const temporary = join(parts, `.fetch-${unique}`);
  const damaged = join(parts, `.damaged-${unique}`);
  try {
    await mkdir(temporary, { recursive: true });
    await sweep(parts);
    await fetch(temporary);
    await seal(temporary, name, version);
    if (await isPartWhole(folder, version)) return folder; // somebody else was faster
    await rename(folder, damaged).catch(() => undefined);
    await rename(temporary, folder);
    return folder;
  } catch (error) {
    if (await isPartWhole(folder, version)) return folder;
    throw asDiskFull(error, home);
  } finally {
    await Promise.all([temporary, damaged].map((path) => rm(path, { recursive: true, force: true })));
  }
}
