import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number: start time and command belong to it.
 * @typedef {{ pid: number, started: string, command: string }} ProcessIdentity
 */

const onLinux = process.platform === 'linux';
/** @type {string | undefined} */
let bootId;

/** @param {number} pid @returns {ProcessIdentity | undefined} */
function identifyOnLinux(pid) {
  bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined; // dead, but nobody has collected it yet
  const [command = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return { pid, started: `${bootId}:${fields[19]}`, command };
}

/** @param {number} pid @returns {ProcessIdentity | undefined} */
function identifyByPs(pid) {
  const ps = (/** @type {string} */ column) =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  if (ps('stat').trim().startsWith('Z')) return undefined;
  const [command = ''] = ps('command').trim().split(' ');
  return { pid, started: ps('lstart').trim(), command };
}

/** Who runs under this number now; undefined when nobody does or only a zombie is left.
 * @param {number} pid
 * @returns {ProcessIdentity | undefined}
 */
export function identify(pid) {
  try {
    return onLinux ? identifyOnLinux(pid) : identifyByPs(pid);
  } catch {
    return undefined; // e.g. it ended while we looked
  }
}

/** Whether that very process still runs. The command is compared only when both sides know it.
 * @param {ProcessIdentity} identity
 */
export function isRunning({ pid, started, command }) {
  const now = identify(pid);
  return now !== undefined && now.started === started && (!command || !now.command || now.command === command);
}

/** @returns {ProcessIdentity} */
export function identifySelf() {
  return identify(process.pid) ?? { pid: process.pid, started: '', command: '' };
}
