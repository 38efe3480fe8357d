import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fill, type ConsumerConfig } from './consumer-config.ts';
import { ConsumerProcess } from './consumer-process.ts';
import { openEffect, type Effect, type EffectReader } from './effect.ts';
import { TrialTopics, type Brokers } from './trial-topics.ts';

/** What all trials of a run share. */
export interface Bench {
  readonly brokers: Brokers;
  readonly address: string;
  readonly config: ConsumerConfig;
  readonly env: NodeJS.ProcessEnv;
  /** Folder of the run: state and logs of each trial. */
  readonly folder: string;
  /** Part of every name on the brokers. */
  readonly run: string;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** Topics of all trials: taken away together, since the client asks for every topic it has ever heard of. */
  readonly topics: TrialTopics[];
}

/** The consumer did not come to rest; the message says how far it got. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled';
}

const POLL_MS = 100;
/** The effect of a consumer that is through with all messages stays the same so long. */
const STILL_MS = 1_000;
/** The same of one whose positions nobody sees. */
const STILL_UNSEEN_MS = 5_000;

/** One consumer under one disturbance: topics, group and state of its own, shared by the instances that are started. */
export class Trial {
  readonly instances: ConsumerProcess[] = [];
  /** The effect before the first instance was started. */
  before = '';
  private readonly state: string;
  private readonly effect: EffectReader;
  private readonly childEnv: NodeJS.ProcessEnv;

  private constructor(
    private readonly bench: Bench,
    name: string,
    readonly topics: TrialTopics,
  ) {
    const { config, env } = bench;
    this.state = join(bench.folder, name);
    mkdirSync(this.state, { recursive: true });
    const values = { group: topics.group, state: this.state, effect: join(this.state, 'effect.txt') };
    const own = Object.entries(config.env).map(([key, value]) => [key, fill(value, values, env)] as const);
    this.childEnv = {
      ...env,
      ...Object.fromEntries(own),
      KAFKA_BROKERS: bench.address,
      TITIAN_TOPICS: topics.names.join(','),
      TITIAN_GROUP: topics.group,
      TITIAN_DEAD_LETTERS: topics.deadLetters,
      TITIAN_STATE: this.state,
      TITIAN_EFFECT: values.effect,
    };
    this.effect = openEffect(config.effect, { values, env: this.childEnv, cwd: config.cwd });
  }

  /** With topics of its own, or those of another trial under a new group. Nothing is started yet. */
  static async open(bench: Bench, name: string, beside?: Trial): Promise<Trial> {
    const label = `${bench.run}_${name}`;
    const topics = beside?.topics.underGroup(label) ?? TrialTopics.of(bench.brokers, label);
    const trial = new Trial(bench, name, topics);
    bench.topics.push(topics);
    await topics.prepare();
    const { reset, cwd } = bench.config;
    const [program, ...args] = reset ?? [];
    if (program !== undefined) await promisify(execFile)(program, args, { cwd, env: trial.childEnv });
    trial.before = await trial.effectText();
    return trial;
  }

  /** One more instance of the consumer. */
  start(): ConsumerProcess {
    const { command, cwd } = this.bench.config;
    const logFile = join(this.state, `instance-${this.instances.length + 1}.log`);
    const instance = new ConsumerProcess({ command, cwd, env: this.childEnv, logFile });
    this.instances.push(instance);
    instance.start();
    return instance;
  }

  /** Changes when the consumer has got on: its committed positions, or its effect if nobody sees those. */
  async progress(): Promise<string> {
    if (this.bench.config.positions === 'kafka') return String(await this.topics.committed());
    return this.effectText();
  }

  async effectText(): Promise<string> {
    return (await this.effect.read())?.join('\n') ?? '';
  }

  /** What all instances have written. */
  logs(): string {
    return this.instances.map((instance) => instance.log()).join('\n');
  }

  /** Waits until something is so, while the consumer lives. @throws Unsettled */
  async until(what: string, isSo: () => Promise<boolean>, everyMs = POLL_MS): Promise<void> {
    const { patienceMs, signal } = this.bench;
    const deadline = Date.now() + patienceMs;
    while (!(await isSo())) {
      signal.throwIfAborted();
      const lost = this.instances.find(({ isLost }) => isLost);
      if (lost !== undefined) throw new Unsettled(`it ended by itself ${lost.falls} times (${lost.lastWords()})`);
      if (Date.now() > deadline) throw new Unsettled(`${what} (waited ${patienceMs / 1000} s)`);
      await pause(everyMs);
    }
  }

  /** Waits until the consumer is through with everything and its effect stands still. @throws Unsettled */
  async settle(): Promise<Effect> {
    const isSeen = this.bench.config.positions === 'kafka';
    if (isSeen) await this.takeAll();
    return this.standStill(isSeen);
  }

  private async takeAll(): Promise<void> {
    let behind = 0;
    try {
      await this.until('it did not commit them', async () => (behind = await this.topics.behind()) === 0);
    } catch (error) {
      if (error instanceof Unsettled) throw new Unsettled(`${behind} messages were not taken: ${error.message}`);
      throw error;
    }
  }

  private async standStill(isSeen: boolean): Promise<Effect> {
    const stillMs = isSeen ? STILL_MS : STILL_UNSEEN_MS;
    let last: string | undefined;
    let since = Date.now();
    let seen: Effect = [];
    try {
      await this.until('its effect did not change, or did not stand still', async () => {
        const now = await this.effect.read();
        const text = now?.join('\n');
        const isIdle = !isSeen && text === this.before; // nobody sees whether it has begun to read
        if (text === undefined || text !== last || isIdle) since = Date.now();
        last = text;
        seen = now ?? [];
        return Date.now() - since >= stillMs;
      });
    } catch (error) {
      const { trouble } = this.effect;
      if (error instanceof Unsettled && trouble !== undefined)
        throw new Unsettled(`its effect cannot be read: ${trouble}`);
      throw error;
    }
    return seen;
  }

  /** Stops what runs. */
  async stop(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.stop()));
  }

  async close(): Promise<void> {
    await this.stop();
    await this.effect.close();
  }
}
