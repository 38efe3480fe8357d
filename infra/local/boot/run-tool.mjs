import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {{ code: number, output: string }} ToolResult */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} name @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
export function findOnPath(name, env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** Runs a tool to its end and keeps what it says; stopped together with us.
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} [options]
 * @returns {Promise<ToolResult>}
 */
export function runTool(command, args, { env = process.env, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk.toString()).slice(-65_536));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends every tool still running, with whatever it started itself. */
export function stopTools() {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // it has ended already
    }
  }
}

/** The last lines that say something, for a message. @param {string} output @param {number} [count] */
export function lastLines(output, count = 3) {
  return output.split('\n').map((line) => line.trim()).filter(Boolean).slice(-count).join(' | '); // prettier-ignore
}
