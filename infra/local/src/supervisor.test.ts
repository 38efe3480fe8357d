import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../boot/paths.mjs';
import { readRunningStack } from './running-stack.ts';
import { endOrphans } from './run-record.ts';
import { startStack } from './start-stack.ts';
import { createSmallStack, type SmallStack } from './testing/small-stack.ts';
import { findLiving, SupervisorProcess } from './testing/supervisor-process.ts';

const up = 'Titian is up';
let small: SmallStack;
let supervisors: SupervisorProcess[];

function startSupervisor(serviceEnv: Record<string, string> = {}): SupervisorProcess {
  const options = { ...small.options, env: { 'bpjs-simulator': serviceEnv } };
  const supervisor = new SupervisorProcess(small.profile, options);
  supervisors.push(supervisor);
  return supervisor;
}

function serviceListens(): boolean {
  const log = join(small.profile.logs, 'bpjs-simulator.log');
  return existsSync(log) && readFileSync(log, 'utf8').includes('listens');
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'infra/build/build.mjs')]); // the supervisor runs dist
}, 60_000);

beforeEach(() => {
  small = createSmallStack();
  supervisors = [];
});

afterEach(async () => {
  for (const supervisor of supervisors) supervisor.signal('SIGKILL');
  await Promise.all(supervisors.map(({ exitCode }) => exitCode));
  await endOrphans(small.profile);
  small.remove();
});

describe('stopping', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves no process behind', async (signal) => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const children = supervisor.children();
    expect(findLiving(children)).toEqual(['temporal', 'bpjs-simulator']);
    supervisor.signal(signal);
    expect(await supervisor.exitCode).toBe(0);
    expect(findLiving(children)).toEqual([]);
    expect(supervisor.said()).toContain('the data are kept');
    expect([small.profile.recordFile, small.profile.lockFile].filter(existsSync)).toEqual([]);
  });

  test('a stop while it still starts leaves no process behind', async () => {
    const supervisor = startSupervisor({ NEVER_READY: '1' });
    await supervisor.until(serviceListens, 'the service');
    const children = supervisor.children();
    supervisor.signal('SIGINT');
    expect(await supervisor.exitCode).toBe(0);
    expect(findLiving(children)).toEqual([]);
  });

  test('a second Ctrl-C ends even what ignores the first', async () => {
    const supervisor = startSupervisor({ STUBBORN: '1' });
    await supervisor.says(up);
    const children = supervisor.children();
    await supervisor.insist('SIGINT');
    expect(await supervisor.exitCode).toBe(130);
    await supervisor.until(() => findLiving(children).length === 0, 'the end of the parts');
  });

  test('a second Ctrl-C ends a start that hangs', async () => {
    const supervisor = startSupervisor({ STUBBORN: '1', NEVER_READY: '1' });
    await supervisor.until(serviceListens, 'the service');
    const children = supervisor.children();
    await supervisor.insist('SIGINT');
    expect(await supervisor.exitCode).toBe(130);
    await supervisor.until(() => findLiving(children).length === 0, 'the end of the parts');
  });
});

describe('deaths', () => {
  test('a service that dies is started again', async () => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const before = supervisor.children()['bpjs-simulator'];
    process.kill(before?.pid ?? 0, 'SIGKILL');
    await supervisor.says('bpjs-simulator runs again');
    expect(supervisor.children()['bpjs-simulator']?.pid).not.toBe(before?.pid);
  });

  test('a server that dies ends the stack with one sentence that quotes its log', async () => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const children = supervisor.children();
    process.kill(children['temporal']?.pid ?? 0, 'SIGKILL');
    expect(await supervisor.exitCode).toBe(1);
    const sentences = supervisor.said().split('\n').filter((line) => line.startsWith('titian: ')); // prettier-ignore
    expect(sentences).toEqual([
      expect.stringMatching(
        /^titian: temporal has ended by SIGKILL, see .*temporal\.log: .*the fake Temporal listens$/,
      ),
    ]);
    expect(findLiving(children)).toEqual([]);
  });

  test('what a supervisor killed with -9 leaves behind is stopped at the next start', async () => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const orphans = supervisor.children();
    supervisor.signal('SIGKILL');
    await supervisor.exitCode;
    expect(findLiving(orphans)).toEqual(['temporal', 'bpjs-simulator']);
    const notes: string[] = [];
    const local = await startStack({ ...small.options, onNote: (note) => notes.push(note) });
    expect(notes).toEqual(['stopped what an earlier run has left behind: temporal, bpjs-simulator']);
    expect(findLiving(orphans)).toEqual([]);
    await local.stop();
  });
});

describe('a stack that runs', () => {
  test('is found by other commands, and by nobody once it has stopped', async () => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const env = { TITIAN_HOME: small.profile.home };
    const found = readRunningStack(env, 'small');
    expect(found?.pid).toBe(supervisor.pid);
    expect(found?.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(found?.kafkaBrokers).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(found?.roleUrls.case_worker).toMatch(/^postgresql:\/\/case_worker:\w+@127\.0\.0\.1:\d+\/titian$/);
    supervisor.signal('SIGTERM');
    await supervisor.exitCode;
    expect(readRunningStack(env, 'small')).toBeUndefined();
  });

  test('refuses a second start, a fresh one too, and is not hurt by it', async () => {
    const supervisor = startSupervisor();
    await supervisor.says(up);
    const sentence = new RegExp(
      `^Titian is already running \\(pid ${supervisor.pid}\\), at http://127\\.0\\.0\\.1:\\d+: `,
    );
    await expect(startStack(small.options)).rejects.toThrow(sentence);
    await expect(startStack({ ...small.options, fresh: true })).rejects.toThrow(sentence);
    expect(existsSync(join(small.profile.data, 'secrets.json'))).toBe(true);
    expect(findLiving(supervisor.children())).toEqual(['temporal', 'bpjs-simulator']);
  });
});
