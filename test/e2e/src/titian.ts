import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LocalStack } from '@titian/local';

const TITIAN = fileURLToPath(new URL('../../../infra/cli/bin/titian.mjs', import.meta.url));

/** The offices of the demo users, as `npm start` imports them. */
export const DEMO_OFFICES = fileURLToPath(new URL('../../../infra/local/offices/demo.json', import.meta.url));

/** What a command line of `titian` came to: its exit code and its last line of JSON, or what it complained of. */
export interface CliAnswer {
  readonly code: number;
  readonly answer: unknown;
}

/** Runs the built CLI against a stack, as an operator would. */
export const titianOf =
  ({ addresses: { databaseUrl, temporalAddress } }: LocalStack) =>
  (...args: readonly string[]): Promise<CliAnswer> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress };
      execFile(process.execPath, [TITIAN, ...args, '--json'], { env }, (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({ code, answer: stdout.trim() === '' ? stderr : JSON.parse(stdout.trim().split('\n').at(-1) ?? '') });
      });
    });
