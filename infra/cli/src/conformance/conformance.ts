import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka } from '@titian/kafka';
import { EXIT, Misuse, type ExitCode, type Terminal } from '../terminal.ts';
import { readConsumerConfig } from './consumer-config.ts';
import { judge, judgeUndisturbed, play, type Finding, type Played } from './judge.ts';
import { SCENARIOS, UNDISTURBED, type Scenario } from './scenarios.ts';
import { RECORDED, toParcel } from './stream.ts';
import { Trial, Unsettled, type Bench } from './trial.ts';
import { TrialTopics } from './trial-topics.ts';

/** What is asked on the command line. */
export interface ConformanceFlags {
  /** A file that describes the consumer, or a command line. */
  readonly consumer: string;
  /** Names of scenarios; all if none is given. The undisturbed run is always played. */
  readonly only: readonly string[];
  readonly atOnce?: number;
  readonly patienceS: number;
  readonly json: boolean;
}

/** What the kit found, as `--json` prints it. */
export interface ConformanceReport {
  readonly consumer: string;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 3;

/** Plays recorded events to a consumer of an agency, disturbed in every way that the contract allows, and tells what came of it. */
export async function testConformance(
  address: string,
  flags: ConformanceFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const config = readConsumerConfig(flags.consumer);
  const chosen = choose(flags.only);
  const kafka = createKafka({ brokers: address, clientId: 'conformance' });
  const brokers = { kafka, admin: kafka.admin(), producer: kafka.producer({ allowAutoTopicCreation: false }) };
  const folder = await mkdtemp(join(tmpdir(), 'titian-conformance-'));
  const broken = new AbortController();
  const run = randomBytes(4).toString('hex');
  const patienceMs = flags.patienceS * 1_000;
  const topics: TrialTopics[] = [];
  const bench = { brokers, address, config, env, folder, run, patienceMs, topics };
  let passed = false;
  try {
    await Promise.all([brokers.admin.connect(), brokers.producer.connect()]);
    const atOnce = config.reset === undefined ? (flags.atOnce ?? AT_ONCE) : 1;
    const either = { ...bench, signal: AbortSignal.any([signal, broken.signal]) };
    const findings = await findAll(either, chosen, atOnce, broken);
    passed = findings.every((finding) => finding.passed);
    tell({ consumer: flags.consumer, passed, findings }, flags.json, terminal);
    if (!passed) terminal.err(`titian: what the consumer wrote lies in ${folder}`);
    return passed ? EXIT.good : EXIT.finding;
  } finally {
    await TrialTopics.remove(brokers, topics).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'failed';
      terminal.err(`titian: topics conformance.${run}… stay on the brokers: ${reason}`); // e.g. it may not delete topics
    });
    await Promise.allSettled([brokers.admin.disconnect(), brokers.producer.disconnect()]);
    if (passed) await rm(folder, { recursive: true, force: true });
  }
}

function choose(only: readonly string[]): readonly Scenario[] {
  const names = SCENARIOS.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Misuse(`no scenario ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  return only.length === 0 ? SCENARIOS : SCENARIOS.filter(({ name }) => only.includes(name));
}

/** A fault that is none of the consumer's calls the others off, and is thrown when all have stopped. */
async function findAll(
  bench: Bench,
  chosen: readonly Scenario[],
  atOnce: number,
  broken: AbortController,
): Promise<readonly Finding[]> {
  const [first, again] = await playUndisturbed(bench);
  const undisturbed = judgeUndisturbed(first, again);
  const { effect } = first;
  if (!undisturbed.passed || effect instanceof Unsettled) return [undisturbed];
  const findings = new Map<Scenario, Finding>();
  const waiting = [...chosen];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !bench.signal.aborted; next = waiting.shift()) {
      const scenario = next;
      const trial = await Trial.open(bench, scenario.name);
      const played = await closing(trial, () => play(scenario, trial));
      findings.set(scenario, judge(played, effect));
    }
  };
  const callOff = (error: unknown): void => {
    broken.abort(error);
  };
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(callOff)));
  bench.signal.throwIfAborted();
  return [undisturbed, ...chosen.flatMap((scenario) => findings.get(scenario) ?? [])];
}

/** Twice beside each other, the second time under a new name on the same topics. */
async function playUndisturbed(bench: Bench): Promise<readonly [Played, Played]> {
  const trial = await Trial.open(bench, UNDISTURBED.name);
  const anew = await Trial.open(bench, `${UNDISTURBED.name}_again`, trial);
  await trial.topics.publish(RECORDED.map(toParcel));
  const played = [trial, anew].map((each) => closing(each, () => play(UNDISTURBED, each)));
  await Promise.allSettled(played);
  const [first, again] = await Promise.all(played);
  if (first === undefined || again === undefined) throw new Error('two runs were played');
  return [first, again];
}

async function closing<Result>(trial: Trial, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await trial.close();
  }
}

function tell(report: ConformanceReport, json: boolean, terminal: Terminal): void {
  if (json) {
    terminal.out(JSON.stringify(report));
    return;
  }
  for (const { scenario, what, passed, expected, seen, remedy, notes, seconds } of report.findings) {
    terminal.out(`${passed ? 'passed' : 'FAILED'}  ${scenario.padEnd(12)} ${what} (${seconds} s)`);
    if (!passed) terminal.out(`        expected  ${expected}`);
    terminal.out(`        seen      ${seen}`);
    if (remedy !== undefined) terminal.out(`        remedy    ${remedy}`);
    for (const note of notes) terminal.out(`        note      ${note}`);
  }
  const failed = report.findings.filter(({ passed }) => !passed).length;
  const left = report.findings.length === 1 && failed === 1 ? '; nothing else can be judged before that' : '';
  terminal.out(`${report.findings.length - failed} passed, ${failed} failed${left}`);
}
