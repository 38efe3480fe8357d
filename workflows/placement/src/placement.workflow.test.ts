import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { CLAIM } from '@titian/domain/testing/complaint-world';
import { CANDIDATE, DESA, DINAS as DINAS_OFFICER, paper, placementModel } from '@titian/domain/testing/placement-world';
import { bundleOf, CaseWorld, keepHistory, type Outside } from '@titian/testing/workflows';
import { attemptWorkflowId, caseWorkflowId, getState } from '@titian/workflow-contracts';

/** The officer in the office that the directory names. */
const DINAS = { ...DINAS_OFFICER, office: 'disnaker:35.05' };
const CLAIM_ID = '3f6a1c52-0000-4000-8000-000000000008';
let bundle: WorkflowBundle;
let world: CaseWorld;

const noInsurer = (): Promise<never> => Promise.reject(new Error('a placement never speaks to the insurer'));
const outside: Outside = {
  reportAccident: noInsurer,
  submitClaim: noInsurer,
  sendInformation: noInsurer,
  fileObjection: noInsurer,
  requestPayments: noInsurer,
  withdrawClaim: noInsurer,
  openLinkedCase: () => Promise.resolve({ kind: 'opened', caseId: CLAIM_ID, relation: 'claim' }),
};

beforeAll(async () => {
  bundle = await bundleOf(new URL('./testing/bundle.ts', import.meta.url));
}, 60_000);
beforeEach(async () => {
  world = await CaseWorld.start(placementModel, bundle, outside);
});
afterEach(() => world.end());

const keep = (caseId: string, name: string): Promise<void> =>
  keepHistory(
    world.env.client.workflow.getHandle(caseWorkflowId('placement', caseId)),
    new URL('../histories/', import.meta.url),
    name,
  );

async function prepared(): Promise<string> {
  const caseId = randomUUID();
  await world.act(caseId, 'registerCandidate', DESA, { ...CANDIDATE, registeredDay: await world.day(-1) });
  await world.act(caseId, 'confirmCandidate', DESA, { identityChecked: true, permitFrom: 'PARENT' });
  return caseId;
}
/** Abroad for a year, of which so many months are paid. */
async function abroad(months: number): Promise<string> {
  const caseId = randomUUID();
  await world.act(caseId, 'registerAbroad', DESA, {
    ...CANDIDATE,
    registeredDay: await world.day(-1),
    departureDay: await world.day(-2),
    contract: { from: await world.day(-2), until: await world.day(362) },
    premium: { paidDay: await world.day(-10), months },
  });
  return caseId;
}
const told = (caseId: string, clock: string): string[] =>
  (world.record.events.get(caseId) ?? []).flatMap(({ event }) =>
    (event.kind === 'clock.warned' || event.kind === 'clock.breached') && event.clockId.startsWith(`${clock}#`)
      ? [event.kind === 'clock.warned' ? event.threshold : 'breach']
      : [],
  );

describe('a placement over time', () => {
  test('with gaps before the departure is warned about up to the last day, and then the district hears', async () => {
    const caseId = await prepared();
    await world.act(caseId, 'scheduleDeparture', DESA, { day: await world.day(20) });
    expect(world.record.stateOf(caseId)?.flags).toEqual(['departure_incomplete']);
    await world.env.sleep('25 days');
    expect(told(caseId, 'departureGaps')).toEqual(['days:14', 'days:7', 'days:3', 'days:1', 'breach']);
    expect(world.record.stateOf(caseId)).toMatchObject({ status: 'open', stage: 'departure' });
    expect(world.record.stateOf(caseId)?.escalationLevel).toBeGreaterThan(0);
    expect(await world.runOf(caseId).query(getState)).toEqual(world.record.stateOf(caseId));
    await world.act(caseId, 'recordIncompleteDeparture', DESA, { day: await world.day(-1) });
    expect(world.record.stateOf(caseId)).toMatchObject({
      stage: 'abroad',
      flags: expect.arrayContaining(['departed_incomplete']),
    });
    await keep(caseId, 'departed-incomplete');
  }, 60_000);

  test('asks for the next premium 60, 30 and 7 days before the cover lapses, and again after it was renewed', async () => {
    const caseId = await abroad(6);
    await world.env.sleep('185 days');
    expect(told(caseId, 'cover')).toEqual(['days:60', 'days:30', 'days:7', 'breach']);
    await world.act(caseId, 'renewPremium', DESA, { paidDay: await world.day(-1), months: 6 });
    expect(world.record.stateOf(caseId)?.flags).not.toContain('premium_due');
    await world.env.sleep('160 days');
    expect(told(caseId, 'cover').slice(4)).toEqual(['days:60', 'days:30']);
    await keep(caseId, 'premium-renewed');
  }, 60_000);

  test('ends after the return, when the cover after work is over', async () => {
    const caseId = await abroad(12);
    await world.act(caseId, 'recordReturn', DESA, { day: await world.day(-1), kind: 'TROUBLED' });
    await world.act(caseId, 'attach', DESA, paper('handoverMinutes', 'BERITA_ACARA_SERAH_TERIMA'));
    await world.act(caseId, 'recordHandover', DESA, { day: await world.day(-1), to: 'FAMILY', witnessedBy: 'VILLAGE' });
    const early = await world.send(caseId, { name: 'closePlacement', actor: DESA, input: {} });
    expect(early).toMatchObject({ status: 'refused', refusal: { code: 'command/guard' } });
    await world.env.sleep('31 days');
    await world.act(caseId, 'closePlacement', DESA);
    await world.runOf(caseId).result();
    expect(world.record.stateOf(caseId)).toMatchObject({ status: 'closed', outcome: 'returned_early' });
    await keep(caseId, 'returned-early');
  }, 60_000);

  test('opens a claim beside it, and both know each other', async () => {
    const caseId = await abroad(12);
    await world.act(caseId, 'openClaim', DINAS, { ...CLAIM, riskDay: await world.day(-1) });
    await world.ended(attemptWorkflowId(caseId, 'linkedCase', 1));
    expect(world.record.stateOf(caseId)).toMatchObject({ links: [{ caseId: CLAIM_ID, relation: 'claim' }] });
    await keep(caseId, 'claim-opened');
  }, 60_000);
});
