import { setTimeout as pause } from 'node:timers/promises';
import { Draw } from '@titian/cli/draw';
import type { CaseState } from '@titian/domain';
import { BRANCHES, drawMatters, type Matter } from './matters.ts';
import { People } from './people.ts';
import { judge, type LedgerEntry, type Verdict } from './verdict.ts';
import type { World } from './world.ts';

export interface BpjsRun {
  readonly claims: number;
  readonly seed: number;
  /** Services are killed, in turns, at most so many times while the claims run. */
  readonly kills: number;
  /** Between two of them pass so many milliseconds, at least and at most. */
  readonly killPauseMs: readonly [number, number];
  /** After so long the faults end, and the claims settle. */
  readonly stormMs: number;
  /** A claim that has not settled is stuck once no claim has moved for so long: a slow machine is none. */
  readonly patienceMs: number;
  /** The insurer takes payment orders as if they had no key: the suite must see a double payment. */
  readonly withoutKeys?: boolean;
}

/** An insurer on a bad day. It trusts every order, so that nothing but our own keys stands between a retry and a second payment. */
const STORM = {
  refuse: 5,
  timeoutAfter: 10,
  error500: 5,
  throttle429: 4,
  slow: 10,
  slowMs: 150,
  duplicateCallback: 10,
  reorderCallback: 15,
  wrongSignature: 5,
  loseCallback: 6,
  clockSkew: 4,
  skewSeconds: -900,
  trusting: true,
};

/**
 * It forgets keys, often never answers, and its callbacks are lost: a retry that learns of no earlier order has nothing but the key
 * between it and a second payment. Nothing else goes wrong, so that claims come as far as their money.
 */
const FORGETFUL = { forgetsKeys: true, timeoutAfter: 50, loseCallback: 70, trusting: true };

const CLOSED_MS = 5_000;
const OPEN_MS = 15_000;

/** Runs claims through a storm and judges them by the insurer's ledger. */
export async function runBpjs(world: World, run: BpjsRun): Promise<Verdict> {
  const draw = new Draw(run.seed);
  const matters = drawMatters(draw, run.claims);
  await world.admin('PUT', 'faults', { seed: run.seed, ...(run.withoutKeys === true ? FORGETFUL : STORM) });
  const storm = new AbortController();
  const nuisance = Promise.all([
    killServices(world, draw, run, storm.signal),
    reconcileOften(world, storm.signal),
    ...(run.withoutKeys === true ? [] : [closeCounters(world, run.seed, storm.signal)]),
  ]);
  nuisance.catch(() => undefined); // told below, where it is awaited
  const stormEnds = Date.now() + run.stormMs;
  const settled = await live(world, matters, () => Date.now() < stormEnds);
  storm.abort();
  await nuisance;
  if (!settled) {
    await world.admin('PUT', 'faults', { trusting: true });
    const calm = new AbortController();
    const reconciling = reconcileOften(world, calm.signal);
    await live(world, matters, (movedAt) => Date.now() < movedAt + run.patienceMs);
    calm.abort();
    await reconciling;
  }
  const { entries } = await world.admin<{ entries: readonly LedgerEntry[] }>('GET', 'ledger');
  return judge(matters, await world.statesOf(matters.map(({ caseId }) => caseId)), entries);
}

const known = new WeakMap<Matter, People>();
/** Claims that are on their way at once; the next begins when one is over. */
const AT_ONCE = 60;

/**
 * People go on with their claims until all are closed.
 *
 * @param mayGoOn told the moment (ms) at which a claim moved last; false ends it before
 * @returns whether all are closed
 */
async function live(world: World, matters: readonly Matter[], mayGoOn: (movedAt: number) => boolean): Promise<boolean> {
  let last = { moves: -1, at: Date.now() };
  const busy = new Set<string>();
  const working = new Set<Promise<void>>();
  const put = (caseId: string, work: Promise<unknown>): void => {
    busy.add(caseId);
    const done = work.then(
      () => undefined,
      () => undefined, // e.g. the worker was killed for too long: they look again
    );
    const tracked = done.then(() => void busy.delete(caseId)).finally(() => working.delete(tracked));
    working.add(tracked);
  };
  let states: ReadonlyMap<string, CaseState> = new Map();
  while (mayGoOn(last.at)) {
    states = await world.statesOf(matters.map(({ caseId }) => caseId));
    const moves = [...states.values()].reduce((sum, { revision }) => sum + revision, 0);
    if (moves !== last.moves) last = { moves, at: Date.now() };
    if (matters.every(({ caseId }) => isOver(states.get(caseId)))) break;
    let onTheirWay = matters.filter((matter) => known.has(matter) && !isOver(states.get(matter.caseId))).length;
    for (const matter of matters) {
      const state = states.get(matter.caseId);
      const people = known.get(matter);
      if (isOver(state) || busy.has(matter.caseId)) continue;
      if (people === undefined && onTheirWay < AT_ONCE) {
        put(matter.caseId, begin(world, matter));
        onTheirWay += 1;
      } else if (people !== undefined) put(matter.caseId, state === undefined ? people.begin() : people.goOn(state));
    }
    await pause(150);
  }
  await Promise.all(working);
  return matters.every(({ caseId }) => isOver(states.get(caseId)));
}

function begin(world: World, matter: Matter): Promise<void> {
  const people = new People(world, matter);
  known.set(matter, people);
  return people.begin();
}

const isOver = (state: CaseState | undefined): boolean => state?.status === 'closed';

async function killServices(
  world: World,
  draw: Draw,
  { kills, killPauseMs }: BpjsRun,
  signal: AbortSignal,
): Promise<void> {
  for (let killed = 0; killed < kills; killed += 1) {
    const isOver = await pause(draw.int(...killPauseMs), false, { signal }).catch(() => true);
    if (isOver) return;
    await world.kill(killed % 2 === 0 ? 'bpjs-gateway' : 'case-worker');
  }
}

/** The counter of one branch is shut for some seconds, later that of the other; between them both are open. */
async function closeCounters(world: World, seed: number, signal: AbortSignal): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const opens = turn % 2 === 0;
    const isOver = await pause(opens ? CLOSED_MS : OPEN_MS, false, { signal }).catch(() => true);
    if (isOver) return;
    const closedBranches = opens ? [] : [BRANCHES[(turn >> 1) % BRANCHES.length]];
    await world.admin('PUT', 'faults', { ...STORM, seed: seed + turn, closedBranches });
  }
}

async function reconcileOften(world: World, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(2_000, undefined, { signal }).catch(() => undefined);
    await world.reconcile();
  }
}
