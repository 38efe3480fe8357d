import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../boot/paths.mjs';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** What is checked, in order; the boundaries are rules of the linter. */
const steps = [
  {
    name: 'lint, boundaries, types',
    command: bin('nx'),
    args: ['run-many', '-t', 'lint', 'typecheck', '--outputStyle=static'],
  },
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'generated files', command: process.execPath, args: [join(root, 'infra/build/generate.mjs'), '--check'] },
  {
    name: 'events against the last release',
    command: process.execPath,
    args: [join(root, 'infra/build/event-compatibility.mjs')],
  },
];

/** `npm run check`: everything that can be judged without running the system. @returns the exit code */
export async function check(): Promise<number> {
  const failed: string[] = [];
  for (const { name, command, args } of steps) {
    if (!existsSync(command)) throw new Error(`${command} is missing`);
    const started = performance.now();
    const code = await run(command, args);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`titian: check failed at ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false' } });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
