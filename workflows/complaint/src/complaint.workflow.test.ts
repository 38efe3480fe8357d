import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import {
  because,
  CHECKED,
  CLAIM,
  COMPLAINT,
  complaintModel,
  DESA,
  DINAS as DINAS_OFFICER,
  disposition,
  FAMILY,
  MINUTES,
  SECOND as SECOND_OFFICER,
  STATEMENT,
} from '@titian/domain/testing/complaint-world';
import { bundleOf, CaseWorld, keepHistory, type Outside } from '@titian/testing/workflows';
import { attemptWorkflowId, caseWorkflowId, getState, type LinkedCaseResult } from '@titian/workflow-contracts';

/** The officers in the office that the directory names. */
const DINAS = { ...DINAS_OFFICER, office: 'disnaker:35.05' };
const SECOND = { ...SECOND_OFFICER, office: 'disnaker:35.05' };
const CLAIM_ID = '3f6a1c52-0000-4000-8000-000000000008';
let bundle: WorkflowBundle;
let world: CaseWorld;
let opened: LinkedCaseResult;
let asked: number;

beforeAll(async () => {
  bundle = await bundleOf(new URL('./testing/bundle.ts', import.meta.url));
}, 60_000);
beforeEach(async () => {
  asked = 0;
  opened = { kind: 'opened', caseId: CLAIM_ID, relation: 'claim' };
  world = await CaseWorld.start(complaintModel, bundle, outside);
});
afterEach(() => world.end());

const noInsurer = (): Promise<never> => Promise.reject(new Error('a complaint never speaks to the insurer'));
const outside: Outside = {
  reportAccident: noInsurer,
  submitClaim: noInsurer,
  sendInformation: noInsurer,
  fileObjection: noInsurer,
  requestPayments: noInsurer,
  withdrawClaim: noInsurer,
  openLinkedCase: () => {
    asked += 1;
    return Promise.resolve(opened);
  },
};
const keep = (workflowId: string, name: string): Promise<void> =>
  keepHistory(world.env.client.workflow.getHandle(workflowId), new URL('../histories/', import.meta.url), name);

async function filed(change: object = {}): Promise<string> {
  const caseId = randomUUID();
  await world.act(caseId, 'fileComplaint', DESA, { ...COMPLAINT, ...change });
  await world.until(caseId, 'verification'); // acknowledged by the run itself
  return caseId;
}
async function handled(): Promise<string> {
  const caseId = await filed();
  await world.act(caseId, 'confirmComplete', DINAS, CHECKED);
  await world.act(caseId, 'dispose', SECOND, disposition());
  await world.act(caseId, 'assignUnit', DINAS, { unit: 'perselisihan' });
  await world.act(caseId, 'recordFinding', DINAS, { finding: 'UPAH_TIDAK_DIBAYAR' });
  return caseId;
}

describe('a complaint over time', () => {
  test('is acknowledged at once, mediated, settled, accepted, and ends', async () => {
    const caseId = await handled();
    await world.act(caseId, 'startMediation', DINAS, { sessionDay: await world.day(3) });
    await world.act(caseId, 'attach', DINAS, MINUTES);
    await world.act(caseId, 'settle', DINAS, { bothCalled: true, result: 'resolved', statement: STATEMENT });
    await world.act(caseId, 'acceptResolution', FAMILY);
    await world.runOf(caseId).result();
    expect(world.record.stateOf(caseId)).toMatchObject({ status: 'closed', outcome: 'resolved' });
    expect(world.kindsOf(caseId).filter((kind) => kind === 'acknowledged')).toHaveLength(1);
    await keep(caseWorkflowId('complaint', caseId), 'settled');
  }, 60_000);

  test('found two weeks late is warned about, breached and escalated as soon as it is registered', async () => {
    const caseId = await filed({ receivedAt: await world.instant(-21) });
    await world.act(caseId, 'addNote', DESA, { statement: STATEMENT }); // answered after the clocks have spoken
    const kinds = world.kindsOf(caseId);
    expect(kinds).toContain('clock.warned');
    expect(kinds).toContain('clock.breached');
    expect(world.record.stateOf(caseId)?.escalationLevel).toBeGreaterThanOrEqual(2);
    expect(await world.runOf(caseId).query(getState)).toEqual(world.record.stateOf(caseId));
    await keep(caseWorkflowId('complaint', caseId), 'found-late');
  }, 60_000);

  test('climbs to the top while nobody acts, and is never closed by time', async () => {
    const caseId = await filed();
    await world.env.sleep('120 days');
    expect(world.record.stateOf(caseId)).toMatchObject({ status: 'open', stage: 'verification' });
    expect(world.record.stateOf(caseId)?.escalationLevel).toBe(complaintModel.definition.ladder.length);
  }, 60_000);
});

describe('a complaint that opens a claim', () => {
  test('asks once, and both know each other', async () => {
    const caseId = await handled();
    await world.act(caseId, 'openClaim', DINAS, CLAIM);
    await world.ended(attemptWorkflowId(caseId, 'linkedCase', 1));
    expect(world.record.stateOf(caseId)).toMatchObject({
      links: [{ caseId: CLAIM_ID, relation: 'claim' }],
      attempts: { linkedCase: { number: 1, status: 'answered' } },
    });
    expect(asked).toBe(1);
    await keep(caseWorkflowId('complaint', caseId), 'claim-opened');
    await keep(attemptWorkflowId(caseId, 'linkedCase', 1), 'linked-case');
  }, 60_000);

  test('is told why none could be opened, and may ask again', async () => {
    const caseId = await handled();
    opened = { kind: 'refused', refusal: 'command/guard' };
    await world.act(caseId, 'openClaim', DINAS, CLAIM);
    await world.ended(attemptWorkflowId(caseId, 'linkedCase', 1));
    expect(world.record.stateOf(caseId)).toMatchObject({ flags: ['linked_case_refused'], links: [] });
    opened = { kind: 'opened', caseId: CLAIM_ID, relation: 'claim' };
    await world.act(caseId, 'openClaim', DINAS, CLAIM);
    await world.ended(attemptWorkflowId(caseId, 'linkedCase', 2));
    expect(world.record.stateOf(caseId)).toMatchObject({ flags: [], links: [{ caseId: CLAIM_ID, relation: 'claim' }] });
  }, 60_000);
});

describe('the timer of a run', () => {
  const timersOf = async (caseId: string): Promise<{ started: number; cancelled: number }> => {
    const { events = [] } = await world.runOf(caseId).fetchHistory();
    const those = (kind: 'timerStartedEventAttributes' | 'timerCanceledEventAttributes'): number =>
      (events ?? []).filter((event) => event[kind] != null).length;
    return { started: those('timerStartedEventAttributes'), cancelled: those('timerCanceledEventAttributes') };
  };

  test('gives way to an earlier deadline only: one that moved later lets it fire, find nothing due and be armed again', async () => {
    const caseId = await filed();
    await world.ended(attemptWorkflowId(caseId, 'duplicateSearch', 1));
    const { started, cancelled } = await timersOf(caseId);
    await world.act(caseId, 'addNote', DESA, { statement: STATEMENT });
    expect(await timersOf(caseId)).toEqual({ started, cancelled });
    await world.act(caseId, 'markUrgent', DINAS, { urgentSigns: ['DANGER'] });
    expect(await timersOf(caseId)).toEqual({ started: started + 1, cancelled: cancelled + 1 });
    const told = world.record.commands.length;
    await world.act(caseId, 'contact', DINAS, { channel: 'PHONE' });
    expect(await timersOf(caseId)).toEqual({ started: started + 1, cancelled: cancelled + 1 });
    await world.env.sleep('5 hours');
    expect(await timersOf(caseId)).toEqual({ started: started + 2, cancelled: cancelled + 1 });
    expect(world.record.commands).toHaveLength(told + 1);
  }, 30_000);
});

test('a reason is asked of whoever withdraws', async () => {
  const caseId = await filed();
  const refused = await world.send(caseId, { name: 'withdraw', actor: FAMILY, input: because('BORED') });
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'command/unknown-reason' } });
}, 30_000);
