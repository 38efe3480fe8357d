import { parseArgs } from 'node:util';
import { runBpjs } from './bpjs/run.ts';
import type { Verdict } from './bpjs/verdict.ts';
import { World } from './bpjs/world.ts';

/** Exit code of a run that was stopped by hand, as shells give it. */
const STOPPED = 130;

interface Wanted {
  readonly claims: number;
  readonly seed: number;
}

const AREAS: Readonly<Record<string, (wanted: Wanted, signal: AbortSignal) => Promise<Verdict>>> = { bpjs };

/** `npm run faults [-- --only <area> --claims N --seed N]`: prints what was lost, doubled and stuck. @returns exit code */
export async function faults(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      claims: { type: 'string', default: '60' },
      seed: { type: 'string', default: '20260105' },
    },
  });
  const wanted = { claims: Number(values.claims), seed: Number(values.seed) };
  const chosen = Object.entries(AREAS).filter(([name]) => values.only === undefined || values.only === name);
  if (chosen.length === 0 || !Number.isInteger(wanted.claims) || wanted.claims < 1 || !Number.isInteger(wanted.seed)) {
    console.error(`faults: --only one of ${Object.keys(AREAS).join(', ')}; --claims and --seed are whole numbers.`);
    return 2;
  }
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort();
    });
  }
  try {
    return await play(chosen, wanted, stopped.signal);
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    return STOPPED;
  }
}

async function play(
  areas: readonly (readonly [string, (typeof AREAS)[string]])[],
  wanted: Wanted,
  signal: AbortSignal,
): Promise<number> {
  let found = 0;
  for (const [name, area] of areas) {
    const { lost, doubled, stuck } = await area(wanted, signal);
    for (const sentence of [...lost, ...doubled, ...stuck]) console.log(`  ${sentence}`);
    console.log(`${name}: lost ${lost.length}, doubled ${doubled.length}, stuck ${stuck.length}`);
    found += lost.length + doubled.length + stuck.length;
  }
  return found === 0 ? 0 : 1;
}

async function bpjs({ claims, seed }: Wanted, signal: AbortSignal): Promise<Verdict> {
  const world = await World.start(`faults-${process.pid}`, signal);
  signal.addEventListener('abort', () => void world.end().finally(() => process.exit(STOPPED)));
  try {
    const stormMs = 60_000 + claims * 2_000;
    const kills = Math.ceil(claims / 12);
    return await runBpjs(world, { claims, seed, kills, killPauseMs: [5_000, 15_000], stormMs, patienceMs: 60_000 });
  } finally {
    await world.end();
  }
}
