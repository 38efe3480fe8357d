import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runBpjs } from './run.ts';
import { World } from './world.ts';

const RUN = { killPauseMs: [1_500, 4_000] as const };

/** Claims on the real stack under an insurer on a bad day, with gateway and worker killed; judged by the insurer's ledger. */
describe('sixty claims through a storm', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start(`test-${process.pid}-faults`);
  }, 120_000);
  afterAll(() => world.end(), 60_000);

  test('each ends, each approved line is paid exactly once, and the record says what the ledger says', async () => {
    const run = { ...RUN, claims: 60, seed: 20_260_105, kills: 5, stormMs: 40_000, patienceMs: 45_000 };
    expect(await runBpjs(world, run)).toEqual({ lost: [], doubled: [], stuck: [] });
  }, 300_000);

  test('without idempotency keys the same storm pays twice, and the suite sees it', async () => {
    const run = { ...RUN, claims: 12, seed: 7, kills: 0, stormMs: 45_000, patienceMs: 5_000, withoutKeys: true };
    expect((await runBpjs(world, run)).doubled).not.toEqual([]);
  }, 120_000);
});
