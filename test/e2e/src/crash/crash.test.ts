import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Command } from '@titian/domain';
import { startStack, type LocalStack } from '@titian/local';
import type { Receipt } from '@titian/workflow-contracts';
import { watchEvents } from '../story/event-watch.ts';
import { CrashWorld, FAMILY, note, outcomeOfAccident, VILLAGE } from './crash-world.ts';

/** Services are killed with SIGKILL in the worst moments; record, run and what callers were told must agree afterwards. */
describe('after kill -9', () => {
  let stack: LocalStack;
  let world: CrashWorld;

  beforeAll(async () => {
    stack = await startStack({ profile: `test-${String(process.pid)}-crash`, ports: 'free' });
    world = new CrashWorld(stack);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  /** Every commit is followed by a pause in which the test can kill the worker. */
  const slowWorker = (): Promise<void> => stack.restart('case-worker', { COMMIT_PATIENCE_MS: '4000' });
  const plainWorker = (): Promise<void> => stack.start('case-worker', { COMMIT_PATIENCE_MS: '0' });

  test('of the worker between commit and answer, with a command, a signal and a due timer in the gap', async () => {
    const caseId = await world.open();
    await slowWorker();
    const [first, second] = [randomUUID(), randomUUID()];
    const commands = `/v1/cases/${caseId}/commands`;
    const telling = world.post(`${commands}/recordAccidentOutcome`, outcomeOfAccident, first);
    await world.untilCommitted(first);
    await stack.kill('case-worker');
    const noting = world.send(caseId, note, second);
    await world.wake(caseId);
    await plainWorker();
    const [told, noted] = await Promise.all([telling, noting]);
    expect(told).toMatchObject({ status: 200, body: { caseId, status: 'done' } });
    const state = await world.untilAgreed(caseId);
    expect(state).toMatchObject({ stage: 'evidence', revision: noted.revision });
    expect(told.body.revision).toBeLessThan(noted.revision);
    for (const id of [first, second]) {
      expect((await world.effects(caseId)).get(id)).toEqual({ commandId: id, events: 1, receipts: 1 });
    }
  }, 90_000);

  test('of the worker while an overdue clock speaks: each threshold is told once', async () => {
    await slowWorker();
    const key = randomUUID();
    const receivedAt = new Date(Date.now() - 90 * 86_400_000).toISOString();
    const opening = world.post('/v1/claims', world.opening({ receivedAt }), key);
    await world.untilCommitted(key);
    await stack.kill('case-worker'); // the paper is three months old: the follow-up is due before anybody is told
    await plainWorker();
    const { status, body } = await opening;
    expect(status).toBe(201);
    await world.send(body.caseId, note, randomUUID());
    const state = await world.untilAgreed(body.caseId);
    const types = await world.eventTypes(body.caseId);
    const breached = types.filter((type) => type === 'titian.clock.breached.v1').length;
    expect(breached).toBeGreaterThan(0);
    const told = Object.values(state.clocks).flatMap(({ told: thresholds }) => thresholds);
    const spoken = types.filter((type) => /clock\.(breached|warned)/.test(type));
    expect(spoken).toHaveLength(told.length);
  }, 90_000);

  test('of the API between command and answer: the same key gets the answer, and the command acted once', async () => {
    const caseId = await world.open();
    await stack.restart('case-worker', { COMMIT_PATIENCE_MS: '1500' });
    const key = randomUUID();
    const telling = world.post(`/v1/cases/${caseId}/commands/recordAccidentOutcome`, outcomeOfAccident, key);
    await world.untilCommitted(key);
    await stack.kill('case-api');
    await stack.start('case-api');
    expect(await telling).toMatchObject({ status: 200, body: { caseId, status: 'done' } });
    expect((await world.effects(caseId)).get(key)).toEqual({ commandId: key, events: 1, receipts: 1 });
    await stack.restart('case-worker', { COMMIT_PATIENCE_MS: '0' });
    expect(await world.untilAgreed(caseId)).toMatchObject({ stage: 'evidence' });
  }, 90_000);

  test('of the relay between publish and cursor: every event arrives, in order, twice at worst under the same id', async () => {
    const watch = await watchEvents(stack.addresses.kafkaBrokers);
    await stack.restart('event-relay', { RELAY_PATIENCE_MS: '3000' });
    const caseId = await world.open();
    const { revision } = (await world.stateInRecord(caseId)) ?? { revision: 0 };
    await watch.until(caseId, 1); // published; the cursor moves three seconds later
    await stack.kill('event-relay');
    await stack.start('event-relay', { RELAY_PATIENCE_MS: '0' });
    const last = await world.send(caseId, note, randomUUID());
    await watch.until(caseId, last.revision);
    const seen = watch.of(caseId);
    const versions = new Map(seen.map(({ event }) => [event.id, event.caseversion]));
    expect([...versions.values()]).toEqual(Array.from({ length: last.revision }, (_one, index) => index + 1));
    expect(seen.length).toBeGreaterThanOrEqual(last.revision + revision); // the first batch came twice
    await watch.stop();
  }, 90_000);
});

describe('a crowd', () => {
  let stack: LocalStack;
  let world: CrashWorld;

  beforeAll(async () => {
    stack = await startStack({
      profile: `test-${String(process.pid)}-crowd`,
      ports: 'free',
      parts: ['postgres', 'temporal', 'case-worker', 'case-api'],
      // Temporal suggests to continue as new after 4,096 events; a case would need months for that.
      temporalSettings: { 'limit.historyCount.suggestContinueAsNew': '150' },
    });
    world = new CrashWorld(stack);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await stack.stop();
    await stack.forget();
  }, 60_000);

  /** Mostly notes; now and then the family withdraws and an officer reopens, so that runs end and begin. */
  const commandOf = (n: number): Command => {
    if (n % 25 === 11) return { name: 'withdraw', actor: FAMILY, input: { reasonCode: 'OWN_WISH' } };
    if (n % 25 === 12) return { name: 'reopen', actor: note.actor, input: { reasonCode: 'CLOSED_BY_MISTAKE' } };
    return note;
  };

  test('of 900 commands on 12 cases: none is lost, none doubled, though the worker is killed and runs end', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => world.open()));
    const sent = Array.from({ length: 900 }, (_one, n) => ({
      caseId: cases[n % 12] ?? '',
      commandId: randomUUID(),
      command: commandOf(Math.floor(n / 12)),
    }));
    const firstRuns = await Promise.all(cases.map((caseId) => world.runId(caseId)));
    const answers = new Map<string, Receipt>();
    const queue = [...sent];
    const caller = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        answers.set(next.commandId, await world.send(next.caseId, next.command, next.commandId));
        if (answers.size !== 450) continue;
        await stack.kill('case-worker');
        await stack.start('case-worker');
      }
    };
    await Promise.all(Array.from({ length: 36 }, caller));

    expect(answers.size).toBe(900);
    for (const caseId of cases) {
      const effects = await world.effects(caseId);
      for (const { commandId } of sent.filter((each) => each.caseId === caseId)) {
        const events = answers.get(commandId)?.status === 'done' ? 1 : 0;
        expect(effects.get(commandId)).toEqual({ commandId, events, receipts: 1 });
      }
      expect(await world.untilAgreed(caseId)).toMatchObject({ caseId });
    }
    const lastRuns = await Promise.all(cases.map((caseId) => world.runId(caseId)));
    expect(lastRuns.filter((runId) => firstRuns.includes(runId))).toEqual([]);
    // The first commands again, after continue-as-new and on a closed case: the first answers.
    for (const { caseId, commandId, command } of sent.slice(0, 12)) {
      if ((await world.stateInRecord(caseId))?.status !== 'closed') {
        await world.send(caseId, { name: 'withdraw', actor: FAMILY, input: { reasonCode: 'OWN_WISH' } }, randomUUID());
      }
      expect(await world.send(caseId, command, commandId)).toEqual(answers.get(commandId));
    }
  }, 240_000);

  test('at the door: a refused intake leaves nothing, with the API and without', async () => {
    const key = randomUUID();
    const refused = await world.post('/v1/claims', world.opening({ riskDay: '2999-01-01' }), key, VILLAGE);
    expect(refused.status).toBe(422);
    const caseId = randomUUID();
    const receipt = await world.send(caseId, { name: 'openClaim', actor: note.actor, input: {} }, randomUUID());
    expect(receipt.status).toBe('refused');
    for (const deadline = Date.now() + 10_000; (await world.runStatus(caseId)) === 'RUNNING' && Date.now() < deadline;);
    expect(await world.runStatus(caseId)).toBe('COMPLETED');
    expect(await world.eventTypes(caseId)).toEqual([]);
    expect((await world.effects(caseId)).size).toBe(0);
  }, 60_000);
});
