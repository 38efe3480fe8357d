import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../boot/paths.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { toInheritedEnv } from './child-env.ts';

/** The offices that the demo users work in, in the form that `titian offices import` takes. */
export const demoOffices = join(root, 'infra/local/offices/demo.json');

/**
 * Gives a new record the offices of the demo users. One whose directory was ever changed keeps what it has. Repeatable.
 *
 * @throws Refusal naming what could not be stored
 */
export async function seedOffices(databaseUrl: string, signal: AbortSignal): Promise<void> {
  const args = [
    join(root, 'infra/cli/bin/titian.mjs'),
    'offices',
    'import',
    demoOffices,
    '--first',
    '--by',
    'npm-start',
  ];
  const words: string[] = [];
  const code = await new Promise<number>((resolve) => {
    // The address holds a password: it goes by the environment, where other users of the machine cannot read it.
    const env = { ...toInheritedEnv(process.env), DATABASE_URL: databaseUrl };
    const child = spawn(process.execPath, ['--no-warnings', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      signal,
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => words.push(chunk.toString()));
    child.once('error', () => undefined); // e.g. called off: its exit follows
    child.once('close', (exit) => {
      resolve(exit ?? 1);
    });
  });
  signal.throwIfAborted();
  if (code !== 0) throw new Refusal(`the offices of the local stack could not be stored: ${words.join('').trim()}`);
}
