import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { titianHome } from '../boot/paths.mjs';
import { Refusal } from '../boot/refusal.mjs';
import { KeepAlive } from './keep-alive.ts';
import { type LocalStack } from './local-stack.ts';
import { locateProfile } from './profile.ts';
import { seedOffices } from './seed-offices.ts';
import { describeStack } from './report.ts';
import { killRecorded } from './run-record.ts';
import { servers, services } from './stack.ts';
import { startStack } from './start-stack.ts';
import { type StackOptions } from './stack-options.ts';
import { CalledOff, forcedExitCode, onStopSignals } from './stop-signals.ts';
import { hasStory, playStory } from './story.ts';
import { writeAtomically } from './write-atomically.ts';

/** What the bootstrap took, in seconds, and when it began. */
export interface Stages {
  readonly install: number;
  readonly build: number;
  readonly started: number;
}

function readArguments(args: string[]): { port?: string | undefined; fresh?: boolean | undefined } {
  try {
    return parseArgs({ args, options: { port: { type: 'string' }, fresh: { type: 'boolean' } } }).values;
  } catch (error) {
    const fault = (error as Error).message.split('.')[0] ?? 'unknown option';
    throw new Refusal(`${fault}: npm start takes -- --port <number> and -- --fresh.`);
  }
}

/** `npm start`: the whole system, until Ctrl-C. Tests give `options` for a smaller one. @returns the exit code */
export async function start(args: string[], stages: Stages, options: Partial<StackOptions> = {}): Promise<number> {
  const { port, fresh } = readArguments(args);
  const stop = new AbortController();
  let local: LocalStack | undefined;
  onStopSignals(
    () => {
      console.log('\nstopping (Ctrl-C again to force)');
      stop.abort(new CalledOff());
    },
    () => {
      console.log('stopping at once');
      killRecorded(locateProfile(options.home ?? titianHome(), options.profile ?? 'default'));
      process.exit(forcedExitCode);
    },
  );
  const keepAlive = new KeepAlive((failure) => {
    stop.abort(failure);
  });
  try {
    const ready: Record<string, number> = {};
    local = await startStack({
      profile: 'default',
      apiPort: port,
      fresh: fresh ?? false,
      ...options,
      signal: stop.signal,
      onNote: console.log,
      onDeath: (name, failure) => {
        keepAlive.onDeath(name, failure);
      },
      onReady: (name, seconds) => {
        if (name in ready) console.log(`${name} runs again`);
        else console.log(`  ${name.padEnd(16)} ready after ${seconds.toFixed(1)} s`);
        ready[name] ??= seconds;
      },
    });
    keepAlive.watch(local);
    console.log(summarise(stages, ready));
    await playOnce(local, stop.signal);
    console.log(await describeStack(local));
    await untilAborted(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error; // else the reason tells more than what it led to
  } finally {
    if (local !== undefined) {
      await local.stop();
      console.log('stopped; the data are kept');
    }
  }
  if (!(stop.signal.reason instanceof CalledOff)) throw stop.signal.reason;
  return 0;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const alive = setInterval(() => undefined, 60_000); // with every server external nothing else keeps us here
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  clearInterval(alive);
}

function summarise({ install, build, started }: Stages, ready: Readonly<Record<string, number>>): string {
  const total = (performance.now() - started) / 1000;
  const upTo = (names: readonly string[]): number => Math.max(0, ...names.map((name) => ready[name] ?? 0));
  const forServers = upTo(servers.map(({ name }) => name));
  const stages = { install, build, servers: forServers, services: Math.max(0, upTo(Object.keys(ready)) - forServers) };
  const figures = Object.entries(stages).map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`);
  return `ready in ${total.toFixed(1)} s: ${figures.join(', ')}`;
}

/** Offices and story come into an empty system once; a story that failed is tried again at the next start. */
async function playOnce(local: LocalStack, signal: AbortSignal): Promise<void> {
  const marker = join(local.profile.data, 'story-played');
  const isWhole = services.every(({ name }) => local.pids()[name] !== undefined);
  if (!isWhole || !hasStory() || existsSync(marker)) return;
  await seedOffices(local.addresses.databaseUrl, signal);
  console.log('\nFirst run: playing the South Blitar story into the system.\n');
  const code = await playStory(local.addresses, signal);
  if (code === 0) writeAtomically(marker, `${new Date().toISOString()}\n`);
}
