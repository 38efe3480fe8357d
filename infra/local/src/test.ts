import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, titianHome } from '../boot/paths.mjs';
import { getTestServer } from '../boot/temporal-cli.mjs';
import { type LocalStack } from './local-stack.ts';
import { servers } from './stack.ts';
import { startStack } from './start-stack.ts';
import { CalledOff, forcedExitCode, onStopSignals } from './stop-signals.ts';
import { ownTestProfile, sweepTestProfiles } from './test-profiles.ts';

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Tests must not write into a database that somebody's shell happens to name. */
function withoutNamedServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = new Set(servers.map(({ external }) => external));
  return Object.fromEntries(Object.entries(env).filter(([name]) => !named.has(name)));
}

/** `npm test`: servers of its own, every suite in one Jest run, and a last line that counts. @returns the exit code */
export async function test(args: string[]): Promise<number> {
  const home = titianHome();
  const stop = new AbortController();
  const callOff = (): void => {
    stop.abort(new CalledOff());
  };
  onStopSignals(callOff, callOff);
  let local: LocalStack | undefined;
  try {
    const testServer = await getTestServer({ home, env: process.env });
    await sweepTestProfiles(home);
    console.log('starting PostgreSQL, Temporal and Kafka for the tests');
    local = await startStack({
      profile: ownTestProfile,
      ports: 'free',
      parts: ['postgres', 'temporal', 'kafka'],
      processEnv: withoutNamedServers(process.env),
      signal: stop.signal,
      onReady: (name, seconds) => {
        console.log(`  ${name.padEnd(16)} ready after ${seconds.toFixed(1)} s`);
      },
    });
    return await runSuites(args, local, testServer, stop.signal);
  } catch (error) {
    if (error instanceof CalledOff) return forcedExitCode;
    throw error;
  } finally {
    await local?.stop();
    await sweepTestProfiles(home); // also after a start that failed
  }
}

async function runSuites(args: string[], local: LocalStack, testServer: string, signal: AbortSignal): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'titian-jest-'));
  try {
    const resultFile = join(folder, 'result.json');
    const code = await runJest(args, resultFile, signal, {
      ...withoutNamedServers(process.env),
      TEST_DATABASE_URL: local.addresses.databaseUrl,
      TEST_TEMPORAL_ADDRESS: local.addresses.temporalAddress,
      TEST_KAFKA_BROKERS: local.addresses.kafkaBrokers,
      TITIAN_ROLE_PASSWORDS: JSON.stringify(local.secrets.rolePasswords),
      TEMPORAL_TEST_SERVER: testServer,
    });
    signal.throwIfAborted();
    const { line, failed } = count(resultFile);
    process.once('exit', () => {
      console.log(line); // last, after everything is stopped
    });
    return code === 0 && failed > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runJest(args: string[], resultFile: string, signal: AbortSignal, env: NodeJS.ProcessEnv): Promise<number> {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const config = ['--config', join(root, 'jest.config.mjs'), '--maxWorkers=2'];
  const own = ['--experimental-vm-modules', '--no-warnings', jest, ...config, '--json', `--outputFile=${resultFile}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...own, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'], // --json repeats on stdout what the file holds; people read stderr
      detached: true,
    });
    signal.addEventListener('abort', () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** The line that CI reads. A suite that could not run counts as failed. */
function count(resultFile: string): { line: string; failed: number } {
  try {
    const result = JSON.parse(readFileSync(resultFile, 'utf8')) as JestResult;
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests === 0 ? '' : `, ${result.numPendingTests} skipped`;
    return { line: `${result.numPassedTests} passed, ${failed} failed${skipped}`, failed };
  } catch {
    return { line: '0 passed, 1 failed', failed: 1 }; // Jest did not come to its end
  }
}
