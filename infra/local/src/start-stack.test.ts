import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { identifySelf } from '../boot/process-table.mjs';
import { isPortFree } from './ports.ts';
import { endOrphans } from './run-record.ts';
import { type StackOptions } from './stack-options.ts';
import { startStack } from './start-stack.ts';
import { createSmallStack, type SmallStack } from './testing/small-stack.ts';
import { listenAsStranger } from './testing/stranger.ts';

let small: SmallStack;

beforeEach(() => {
  small = createSmallStack();
});

afterEach(async () => {
  await endOrphans(small.profile); // what a failed test has left
  small.remove();
});

const withVariables = (variables: Record<string, string>): StackOptions => ({
  ...small.options,
  processEnv: { ...small.options.processEnv, ...variables },
});

describe('a port that is taken', () => {
  test.each(['127.0.0.1', '0.0.0.0'] as const)('by a stranger on %s is refused and never talked to', async (host) => {
    const stranger = await listenAsStranger(host);
    const started: string[] = [];
    const options = withVariables({ TITIAN_BPJS_SIMULATOR_PORT: String(stranger.port) });
    const start = startStack({
      ...options,
      ports: 'default',
      parts: ['bpjs-simulator'],
      onReady: (name) => started.push(name),
    });
    await expect(start).rejects.toThrow(
      `port ${stranger.port}, which bpjs-simulator needs, is taken by another program: free it, or move bpjs-simulator with TITIAN_BPJS_SIMULATOR_PORT.`,
    );
    expect([started, stranger.visits(), existsSync(small.profile.lockFile)]).toEqual([[], 0, false]);
    await stranger.close();
  });

  test('is refused before anything is started, also when it is the last part that needs it', async () => {
    const stranger = await listenAsStranger('127.0.0.1');
    const free = await listenAsStranger('127.0.0.1');
    await free.close();
    const options = withVariables({
      TITIAN_TEMPORAL_PORT: String(free.port),
      TITIAN_TEMPORAL_UI_PORT: String(stranger.port),
    });
    const start = startStack({ ...options, ports: 'default', parts: ['temporal'] });
    await expect(start).rejects.toThrow(`port ${stranger.port}, which temporal-ui needs`);
    expect(await isPortFree(free.port)).toBe(true);
    expect(existsSync(join(small.profile.logs, 'temporal.log'))).toBe(false);
    await stranger.close();
  });

  test('is moved for the API by --port, and a number that is none is refused', async () => {
    const stranger = await listenAsStranger('127.0.0.1');
    const start = (apiPort: string): Promise<unknown> =>
      startStack({ ...small.options, ports: 'default', apiPort, parts: ['case-api'] });
    await expect(start(String(stranger.port))).rejects.toThrow(`move case-api with --port <number> or`);
    await expect(start('many')).rejects.toThrow('--port is "many", which is no port: give a number from 1 to 65535.');
    await stranger.close();
  });

  test('twice by our own wish is refused', async () => {
    const options = withVariables({ TITIAN_TEMPORAL_PORT: '18999', TITIAN_TEMPORAL_UI_PORT: '18999' });
    const start = startStack({ ...options, ports: 'default', parts: ['temporal'] });
    await expect(start).rejects.toThrow('port 18999 is given to both temporal and temporal-ui');
  });
});

describe('the lock', () => {
  test.each([
    ['of a process that is gone', { pid: 4_194_303, started: 'long ago', command: 'node' }],
    ['of a number that another process has now', { ...identifySelf(), started: 'before the machine was restarted' }],
  ])('%s is stale', async (_, holder) => {
    mkdirSync(dirname(small.profile.lockFile), { recursive: true });
    writeFileSync(small.profile.lockFile, JSON.stringify({ ...holder, nonce: 'old' }));
    const local = await startStack(small.options);
    await local.stop();
  });

  test('half written by a power cut is stale', async () => {
    mkdirSync(dirname(small.profile.lockFile), { recursive: true });
    writeFileSync(small.profile.lockFile, '{"pid": 1');
    const local = await startStack(small.options);
    await local.stop();
  });

  test('of ourselves is free again after a stop, and after a start that failed', async () => {
    await expect(startStack({ ...small.options, scripts: { 'bpjs-simulator': 'no/such.js' } })).rejects.toThrow(
      /^bpjs-simulator is not built, .*no\/such\.js is missing: run npm run build\.$/,
    );
    for (let times = 1; times <= 2; times += 1) await (await startStack(small.options)).stop();
  });
});

describe('a start', () => {
  test('is refused in one sentence when the disk is nearly full', async () => {
    const start = startStack({ ...small.options, freeBytes: () => 1024 ** 3 - 1 });
    await expect(start).rejects.toThrow(
      `only 1023 MiB are free in ${small.profile.home} and Titian needs 1024: make room or set TITIAN_HOME to a folder on another disk.`,
    );
    expect(existsSync(small.profile.data)).toBe(false);
  });

  test('keeps its secrets for itself, and the same ones at every start', async () => {
    const first = await startStack(small.options);
    await first.stop();
    const second = await startStack(small.options);
    await second.stop();
    expect(second.secrets).toEqual(first.secrets);
    expect(first.secrets.dataKey).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(small.profile.data, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('forgets everything when it is to be fresh', async () => {
    const first = await startStack(small.options);
    await first.stop();
    const second = await startStack({ ...small.options, fresh: true });
    await second.stop();
    expect(second.secrets).not.toEqual(first.secrets);
  });

  test('starts nothing for a server that the user names, and says so when that one is silent', async () => {
    const stranger = await listenAsStranger('127.0.0.1');
    const address = `127.0.0.1:${stranger.port}`;
    await stranger.close();
    await expect(startStack(withVariables({ TEMPORAL_ADDRESS: address }))).rejects.toThrow(
      `the Temporal that TEMPORAL_ADDRESS names (${address}) does not answer: mend it, or leave the variable unset to have one started here.`,
    );
    expect(existsSync(join(small.profile.logs, 'temporal.log'))).toBe(false);
  });
});

test('a part can be killed, started and restarted by its name', async () => {
  const local = await startStack(small.options);
  const pid = (): number | undefined => local.pids()['bpjs-simulator'];
  const first = pid();
  await local.kill('bpjs-simulator');
  expect(pid()).toBeUndefined();
  await local.start('bpjs-simulator');
  const second = pid();
  await local.restart('bpjs-simulator');
  expect(new Set([first, second, pid(), undefined]).size).toBe(4);
  expect(await fetch(`${local.addresses.simulatorUrl}/readyz`).then(({ status }) => status)).toBe(200);
  await local.stop();
});
