import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
/** Runs of the kit beside each other: most of the time they wait. */
const AT_ONCE = 4;
/** As in `with-sdk.json`, for a consumer that keeps its positions to itself. */
const OWN_POSITIONS = {
  command: ['node', 'dist/samples/with-sdk.js'],
  cwd: home,
  positions: 'own',
  effect: { sql: 'select case_id, steps, stage from {group}.case_stage', database: '${DATABASE_URL}' },
};

const database = `conformance_${randomUUID().slice(0, 8)}`;
const server = new pg.Client({ connectionString: testVariable('TEST_DATABASE_URL') });
const url = new URL(testVariable('TEST_DATABASE_URL'));
url.pathname = `/${database}`;
const folder = mkdtempSync(join(tmpdir(), 'titian-kit-'));

interface Run {
  readonly code: number;
  readonly report: Report;
  readonly told: string;
}
interface Asked {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the kit as an agency does. */
function conformance(consumer: string, { args = [], env = {} }: Asked = {}): Promise<Run> {
  const brokers = ['--brokers', testVariable('TEST_KAFKA_BROKERS')];
  const asked = ['conformance', '--consumer', resolve(home, consumer), '--json', '--patience', '60', ...brokers];
  const own = { DATABASE_URL: url.href, SESSION_TIMEOUT_MS: '1500', TMPDIR: folder };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(root, 'infra/cli/bin/titian.mjs'), ...asked, ...args],
      { env: { ...process.env, ...own, ...env }, cwd: root },
      (error, out, told) => {
        const code = error === null ? 0 : Number(error.code);
        if (out === '') reject(new Error(`the kit ended with ${code}: ${told}`));
        else resolve({ code, report: JSON.parse(out) as Report, told });
      },
    );
  });
}

async function conformanceInPython(): Promise<Run> {
  const library = await getPythonLibrary('confluent-kafka', CONFLUENT_KAFKA);
  if (library === undefined) throw new Error('neither pip nor uv is here to fetch confluent-kafka for this sample');
  return conformance('python/consumer.json', { env: { PYTHONPATH: library } });
}

function conformanceWithOwnPositions(): Promise<Run> {
  const file = join(folder, 'own.json');
  writeFileSync(file, JSON.stringify(OWN_POSITIONS));
  return conformance(file, { args: ['--only', 'duplicates'] });
}

const withDefect = (defect: string, ...args: string[]): Promise<Run> =>
  conformance('plain-kafkajs.json', { args, env: { DEFECT: defect } });

/** Every run, the longest first. */
const RUNS: Readonly<Record<string, () => Promise<Run>>> = {
  ...(hasPython() && { python: conformanceInPython }),
  sdk: () => conformance('with-sdk.json'),
  plain: () => conformance('plain-kafkajs.json'),
  own: conformanceWithOwnPositions,
  ...Object.fromEntries(
    DEFECTS.map(([defect, scenario]) => [`${defect}: ${scenario}`, () => withDefect(defect, '--only', scenario)]),
  ),
  'begins-at-end': () => withDefect('begins-at-end', '--patience', '5'),
  'does-nothing': () => withDefect('does-nothing', '--patience', '5'),
};
const runs = new Map<string, Promise<Run>>();
let workers: Promise<unknown>[] = [];

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${database}`);
  const starts: (() => Promise<unknown>)[] = [];
  for (const [name, work] of Object.entries(RUNS)) {
    const run = new Promise<void>((resolve) => void starts.push(() => (resolve(), settled))).then(work);
    const settled = run.catch(() => undefined); // its own test tells
    runs.set(name, run);
  }
  workers = Array.from({ length: AT_ONCE }, async () => {
    for (let next = starts.shift(); next !== undefined; next = starts.shift()) await next();
  });
});
afterAll(async () => {
  await Promise.all(workers);
  await server.query(`drop database ${database} with (force)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

async function runOf(name: string): Promise<Run> {
  const run = runs.get(name);
  if (run === undefined) throw new Error(`no run ${name}`);
  return run;
}
const verdicts = ({ findings }: Report): string[] =>
  findings.map(({ scenario, passed, seen }) => (passed ? scenario : `${scenario} failed: ${seen}`));

describe('a consumer that keeps the contract passes every scenario', () => {
  const [inPython, why] = hasPython() ? [test, ''] : [test.skip, ' (skipped: no python3 on the PATH)'];
  inPython(`in Python with confluent-kafka${why}`, async () => {
    const { code, report } = await runOf('python');
    expect(verdicts(report)).toEqual(ALL);
    expect(code).toBe(0);
  });

  test.each([
    ['in TypeScript with the SDK', 'sdk', ALL],
    ['with kafkajs alone', 'plain', ALL],
    ['and is waited for by its effect if it says that it commits no offsets', 'own', ['undisturbed', 'duplicates']],
  ])('%s', async (_how, name, scenarios) => {
    const { code, report } = await runOf(name);
    expect(verdicts(report)).toEqual(scenarios);
    expect(code).toBe(0);
  });
});

describe('a consumer that does not is caught, and told by which scenario', () => {
  test.each(DEFECTS)('%s: %s', async (defect, scenario, seen) => {
    const { code, report, told } = await runOf(`${defect}: ${scenario}`);
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
    const { code, report } = await runOf(defect);
    expect(report.findings.map(({ scenario, passed }) => ({ scenario, passed }))).toEqual([
      { scenario: 'undisturbed', passed: false },
    ]);
    expect(report.findings[0]?.seen).toContain(seen);
    expect(code).toBe(1);
  });
});
