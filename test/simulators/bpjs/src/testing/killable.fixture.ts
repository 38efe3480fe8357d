import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { transform } from '@swc/core';

const SOURCE = join(import.meta.dirname, '..');
const TRANSPILE = {
  swcrc: false,
  jsc: {
    target: 'es2023' as const,
    parser: { syntax: 'typescript' as const },
    transform: { verbatimModuleSyntax: true },
    rewriteRelativeImportExtensions: true, // not in swc's types yet
  },
  module: { type: 'es6' as const },
};

/** The simulator as plain JavaScript in a folder of its own; Node 20 runs no TypeScript, and a kill needs a real process. */
export async function transpileSimulator(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const parent = join(SOURCE, '../dist');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'killable-'));
  const names = (await readdir(SOURCE)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of names) {
    const { code } = await transform(await readFile(join(SOURCE, name), 'utf8'), TRANSPILE);
    await writeFile(join(folder, name.replace(/\.ts$/, '.js')), code);
  }
  await writeFile(
    join(folder, 'child.js'),
    `import { startSimulator } from './index.js';
const simulator = await startSimulator(JSON.parse(process.argv[2]));
console.log(simulator.url);
process.once('SIGTERM', () => void simulator.stop());
`,
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A simulator in a process of its own. */
export interface Killable {
  readonly url: string;
  /** Ends it by this signal. @returns its exit code, null if the signal killed it */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts one. */
export async function startKillable(folder: string, options: object): Promise<Killable> {
  const child = spawn(process.execPath, [join(folder, 'child.js'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url,
    end: async (signal) => {
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
}
