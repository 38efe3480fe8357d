import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { getPythonLibrary, hasPython } from '@titian/local';
import { testVariable } from '@titian/testing';

jest.setTimeout(300_000);

/** What `titian conformance --json` prints, as far as it is looked at here. */
interface Report {
  readonly passed: boolean;
  readonly findings: readonly {
    readonly scenario: string;
    readonly passed: boolean;
    readonly seen: string;
    readonly remedy?: string;
  }[];
}

const home = join(import.meta.dirname, '..');
const root = join(home, '../..');
const CONFLUENT_KAFKA = '2.16.1';
/** Every scenario, in the order in which the kit tells them. */
const ALL = 'undisturbed duplicates interleaving unknown late poison replay rebalance kill'.split(' ');
/** Each mistake, the scenario that shows it, and what the kit says that it saw. */
const DEFECTS = [
  ['counts-twice', 'duplicates', /should not be there/],
  ['counts-twice', 'replay', /should not be there/],
  ['one-case-at-a-time', 'interleaving', /lines are missing/],
  ['strict-members', 'unknown', /ended by itself 4 times \(code 1: unknown member\)/],
  ['buries-unknown', 'unknown', /9 good messages are among the dead letters/],
  ['matches-prefix', 'unknown', /moon/],
  ['newest-version-only', 'late', /lines are missing/],
  ['last-word-wins', 'late', /lines are missing/],
  ['dies-on-poison', 'poison', /messages were not taken: it ended by itself 4 times/],
  ['swallows-poison', 'poison', /neither put aside nor told: conformance\.\w+\.claim\.v1\/\d at \d+/],
  ['keeps-in-memory', 'rebalance', /lines are missing/],
  ['commits-first', 'kill', /lines are missing/],
  ['remembers-later', 'kill', /should not be there/],
] as const;
const AT_ONCE = 3;

const database = `conformance_${randomUUID().slice(0, 8)}`;
const server = new pg.Client({ connectionString: testVariable('TEST_DATABASE_URL') });
const url = new URL(testVariable('TEST_DATABASE_URL'));
url.pathname = `/${database}`;

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${database}`);
});
afterAll(async () => {
  await server.query(`drop database ${database} with (force)`);
  await server.end();
});

/** Runs the kit as an agency does. */
function conformance(
  consumer: string,
  more: { readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; report: Report; told: string }> {
  const brokers = ['--brokers', testVariable('TEST_KAFKA_BROKERS')];
  const asked = ['conformance', '--consumer', join(home, consumer), '--json', '--patience', '60', ...brokers];
  const env = { ...process.env, DATABASE_URL: url.href, SESSION_TIMEOUT_MS: '1500', ...more.env };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'infra/cli/bin/titian.mjs'), ...asked, ...(more.args ?? [])],
      { env, cwd: root },
      (error, out, told) => {
        const code = error === null ? 0 : Number(error.code);
        if (out === '') reject(new Error(`the kit ended with ${code}: ${told}`));
        else resolve({ code, report: JSON.parse(out) as Report, told });
      },
    );
  });
}

const verdicts = ({ findings }: Report): string[] =>
  findings.map(({ scenario, passed, seen }) => (passed ? scenario : `${scenario} failed: ${seen}`));

describe('a consumer that keeps the contract passes every scenario', () => {
  test('in TypeScript with the SDK', async () => {
    const { code, report } = await conformance('with-sdk.json');
    expect(verdicts(report)).toEqual(ALL);
    expect(code).toBe(0);
  });

  test('with kafkajs alone', async () => {
    const { code, report } = await conformance('plain-kafkajs.json');
    expect(verdicts(report)).toEqual(ALL);
    expect(code).toBe(0);
  });

  const [inPython, why] = hasPython() ? [test, ''] : [test.skip, ' (skipped: no python3 on the PATH)'];
  inPython(`in Python with confluent-kafka${why}`, async () => {
    const library = await getPythonLibrary('confluent-kafka', CONFLUENT_KAFKA);
    if (library === undefined) throw new Error('neither pip nor uv is here to fetch confluent-kafka for this sample');
    const { code, report } = await conformance('python/consumer.json', { env: { PYTHONPATH: library } });
    expect(verdicts(report)).toEqual(ALL);
    expect(code).toBe(0);
  });
});

describe('a consumer that does not is caught, and told by which scenario', () => {
  const runs = new Map<string, Promise<Awaited<ReturnType<typeof conformance>>>>();
  let free: Promise<unknown>[] = [];

  beforeAll(() => {
    free = Array.from({ length: AT_ONCE }, () => Promise.resolve());
    DEFECTS.forEach(([defect, scenario], index) => {
      const lane = index % AT_ONCE;
      const run = (free[lane] ?? Promise.resolve()).then(() =>
        conformance('plain-kafkajs.json', { args: ['--only', scenario], env: { DEFECT: defect } }),
      );
      free[lane] = run.catch(() => undefined); // its own test tells
      runs.set(`${defect}/${scenario}`, run);
    });
  });
  afterAll(() => Promise.all(free));

  test.each(DEFECTS)('%s: %s', async (defect, scenario, seen) => {
    const { code, report, told } = (await runs.get(`${defect}/${scenario}`)) ?? (await conformance('none.json'));
    const [undisturbed, finding] = report.findings;
    expect(undisturbed).toMatchObject({ scenario: 'undisturbed', passed: true });
    expect(finding).toMatchObject({ scenario, passed: false, remedy: expect.any(String) });
    expect(finding?.seen).toMatch(seen);
    expect(report.passed).toBe(false);
    expect(code).toBe(1);
    expect(told).toMatch(/what the consumer wrote lies in/);
  });

  test.each([
    ['begins-at-end', 'messages were not taken'],
    ['does-nothing', 'no effect that the kit can see'],
  ])('%s: nothing else is judged', async (defect, seen) => {
    const args = ['--patience', '10'];
    const { code, report } = await conformance('plain-kafkajs.json', { args, env: { DEFECT: defect } });
    expect(report.findings.map(({ scenario, passed }) => ({ scenario, passed }))).toEqual([
      { scenario: 'undisturbed', passed: false },
    ]);
    expect(report.findings[0]?.seen).toContain(seen);
    expect(code).toBe(1);
  });
});
