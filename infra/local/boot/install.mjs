import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asDiskFull } from './disk-space.mjs';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';
import { findOnPath, lastLines, runTool } from './run-tool.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, link?: boolean, optional?: boolean }>} LockedPackages */

// Kept beside the checkout it speaks of, not under TITIAN_HOME, which two checkouts may share.
const stampFile = join(root, '.titian', 'install.json');
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json'); // npm writes it last

/** @param {string} file */
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
/** @param {string} file @returns {LockedPackages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

const currentStamp = () => JSON.stringify({ lock: hashOf(lockFile), installed: hashOf(installedFile) });

/** Whether what somebody installed by hand is what the lock asks for; optional parts of other platforms may miss. */
function isInstalledByHand() {
  const installed = packagesOf(installedFile);
  return Object.entries(packagesOf(lockFile)).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true; // our own workspaces
    const found = installed[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Whether node_modules is missing or not what package-lock.json says. */
export function needsInstall() {
  if (!existsSync(installedFile)) return true;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === currentStamp()) return false;
  if (!isInstalledByHand()) return true;
  writeStamp();
  return false;
}

function writeStamp() {
  mkdirSync(join(root, '.titian'), { recursive: true });
  writeFileSync(stampFile, currentStamp());
}

/** @param {NodeJS.ProcessEnv} env how to call npm: the one that called us, else the one on PATH */
function findNpm(env) {
  const caller = env['npm_execpath'];
  if (caller && /npm-cli\.c?js$/.test(caller) && existsSync(caller))
    return { command: process.execPath, args: [caller] };
  const command = findOnPath('npm', env);
  if (command) return { command, args: [] };
  throw new Refusal(
    'npm is missing: it installs the packages that Titian is made of; put it on PATH (it comes with Node.js).',
  );
}

/** `npm ci`, with what it says in a log. @param {NodeJS.ProcessEnv} [env] */
export async function install(env = process.env) {
  const { command, args } = findNpm(env);
  const logs = join(root, '.titian', 'logs');
  mkdirSync(logs, { recursive: true });
  // NODE_ENV=production or a user's omit=dev would leave out what the build needs.
  const settings = ['ci', '--include=dev', '--include=optional', '--prefer-offline', '--no-audit', '--no-fund'];
  const { code, output } = await runTool(command, [...args, ...settings], { cwd: root, env });
  writeFileSync(join(logs, 'npm-ci.log'), output);
  if (code !== 0) {
    const errors = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line)); // the cause comes first
    const cause = errors.length > 0 ? errors.slice(0, 3).join(' | ') : lastLines(output);
    const message = `npm ci failed, see ${join(logs, 'npm-ci.log')}: ${cause}`;
    const error = asDiskFull(new Error(output), root);
    throw error instanceof Refusal ? error : new Refusal(message);
  }
  writeStamp();
}
