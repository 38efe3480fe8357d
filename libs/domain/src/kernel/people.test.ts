import { describe, expect, test } from '@jest/globals';
import { CONSENT, steps, SYSTEM, type TestCase, VILLAGE, actor } from '../testing/claim-world.ts';
import { complaintSteps, BP3MI, DINAS, FAMILY, SECOND } from '../testing/complaint-world.ts';
import { allowedActions } from './allowed-actions.ts';
import { model } from '../testing/claim-world.ts';

const OFFICE = 'district_officer:35.05';
const PEOPLE = { [OFFICE]: ['dinas', 'dinas-three', 'dinas-two'] };
const LINES = { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] };
const THREE = { ...DINAS, id: 'dinas-three' };

const stageTask = (of: TestCase) => {
  const task = Object.values(of.open.tasks).findLast(({ kind, status }) => kind === 'stage' && status !== 'completed');
  if (task === undefined) throw new Error('no open stage task');
  return task;
};
const inVerification = (workforce: Parameters<TestCase['staffed']>[0] = {}): TestCase =>
  steps
    .complete()
    .staffed({ people: PEOPLE, ...workforce })
    .do('markComplete', VILLAGE);

describe('a task that opens', () => {
  test.each([
    ['the least loaded', { loads: { dinas: 4, 'dinas-two': 2, 'dinas-three': 3 } }, 'dinas-two'],
    ['the first by id of equals', { loads: { dinas: 2, 'dinas-two': 1, 'dinas-three': 1 } }, 'dinas-three'],
    ['somebody who is there', { loads: { dinas: 9, 'dinas-three': 5 }, away: ['dinas-two'] }, 'dinas-three'],
    ['the only one, whatever they have to do', { loads: { dinas: 99 }, away: ['dinas-two', 'dinas-three'] }, 'dinas'],
  ])('goes to %s', (_what, workforce, expected) => {
    expect(stageTask(inVerification(workforce))).toMatchObject({ officerId: expected, status: 'assigned' });
  });

  test('lies in the pool where nobody is there, or nobody is known', () => {
    expect(stageTask(inVerification({ away: PEOPLE[OFFICE] }))).toMatchObject({ officerId: null });
    expect(stageTask(inVerification({ people: {} }))).toMatchObject({ officerId: null, status: 'unassigned' });
  });

  test('for a second check never goes to the maker', () => {
    const claim = steps.verified().staffed({ people: PEOPLE, loads: { 'dinas-two': 5, 'dinas-three': 5 } });
    claim.do('approveFile', DINAS, LINES);
    expect(stageTask(claim)).toMatchObject({ name: 'verification', notBy: ['dinas'], officerId: 'dinas-three' });
    const taskId = stageTask(claim).id;
    claim.do('releaseTask', THREE, { taskId });
    expect(claim.refusal('takeTask', DINAS, { taskId })).toBe('task/conflict-of-interest');
    expect(claim.refusal('assignTask', SECOND, { taskId, officerId: 'dinas' })).toBe('task/conflict-of-interest');
    expect(claim.refusal('checkFile', DINAS)).toBe('command/maker-is-checker');
    expect(claim.refusal('takeTask', SECOND, { taskId })).toBe('done');
  });

  test('for an objection never goes to whoever had a part in the answer', () => {
    const objected = complaintSteps
      .handling({ body: 'KP2MI', severity: 'STANDARD', category: 'INGIN_DIPULANGKAN' })
      .staffed({ people: { 'ministry_officer:35.05': ['ministry', 'ministry-two'] } });
    const ministry = actor('ministry_officer', 'ministry', '', 'ministry_officer:35.05');
    objected
      .do('assignUnit', ministry, { unit: 'u-1' })
      .do('recordFinding', ministry, { finding: 'UPAH_TIDAK_DIBAYAR' })
      .do('proposeResolution', ministry, {
        result: 'resolved',
        statement: { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) },
        article: 'Pasal 18 Perban 23/2025',
        told: { channel: 'VISIT', reached: true },
      })
      .do('fileObjection', FAMILY, { reasonCode: 'FACTS_DIFFER' });
    const task = stageTask(objected);
    expect(task.notBy).toContain('ministry');
    expect(task.officerId).toBe('ministry-two');
    expect(objected.refusal('assignTask', ministry, { taskId: task.id, officerId: 'ministry' })).toBe(
      'task/conflict-of-interest',
    );
  });
});

describe('a task that is given away', () => {
  const loads = { dinas: 0, 'dinas-two': 2, 'dinas-three': 1 };

  test('without a name goes to the least loaded of the others', () => {
    const claim = inVerification({ loads });
    expect(stageTask(claim).officerId).toBe('dinas');
    claim.do('assignTask', DINAS, { taskId: stageTask(claim).id });
    expect(stageTask(claim).officerId).toBe('dinas-three');
  });

  test('does not go to somebody who is away, nor to nobody', () => {
    const claim = inVerification({ loads, away: ['dinas-two', 'dinas-three'] });
    const taskId = stageTask(claim).id;
    expect(claim.refusal('assignTask', DINAS, { taskId, officerId: 'dinas-two' })).toBe('task/officer-absent');
    expect(claim.refusal('assignTask', DINAS, { taskId })).toBe('task/nobody-present');
  });
});

describe('somebody with a conflict of interest', () => {
  const declared = () =>
    inVerification({ loads: { 'dinas-two': 1, 'dinas-three': 2 } }).do('declareConflict', DINAS, {
      ground: 'RELATIVE',
    });

  test('has the work taken off their hands', () => {
    expect(stageTask(declared()).officerId).toBe('dinas-two');
    expect(declared().open.conflicts).toEqual({ dinas: 'RELATIVE' });
  });

  test('does nothing on the case, and is offered nothing', () => {
    const claim = declared();
    const taskId = stageTask(claim).id;
    expect(claim.refusal('verifyItem', DINAS, { requirement: 'form', against: 'ORIGINAL' })).toBe(
      'command/conflict-of-interest',
    );
    expect(claim.refusal('assignTask', SECOND, { taskId, officerId: 'dinas' })).toBe('task/conflict-of-interest');
    claim.do('releaseTask', SECOND, { taskId });
    expect(claim.refusal('takeTask', DINAS, { taskId })).toBe('command/conflict-of-interest');
    expect(allowedActions(model, claim.open, DINAS, claim.now)).toEqual([]);
  });

  test('is told who may do it instead', () => {
    const claim = declared();
    const taskId = stageTask(claim).id;
    const refused = claim.refused('assignTask', SECOND, { taskId, officerId: 'dinas' });
    expect(refused?.remedy.en).toContain('dinas-three, dinas-two');
  });

  test('is flagged by another, once, and by id only', () => {
    const claim = inVerification().do('declareConflict', BP3MI, { officerId: 'dinas', ground: 'OWN_CASE' });
    const before = claim.open.revision;
    claim.do('declareConflict', SECOND, { officerId: 'dinas', ground: 'INTEREST' });
    expect(claim.open.revision).toBe(before);
    expect(claim.refusal('declareConflict', SECOND, { officerId: 'Siti Aminah', ground: 'RELATIVE' })).toBe(
      'command/invalid-input',
    );
    expect(claim.refusal('declareConflict', SECOND, { officerId: 'dinas-three', ground: 'ENVY' })).toBe(
      'command/invalid-input',
    );
  });

  test('comes back when another officer lifts it, never by their own hand', () => {
    const claim = declared();
    expect(claim.refusal('liftConflict', DINAS, { officerId: 'dinas' })).toBe('command/conflict-of-interest');
    expect(claim.refusal('liftConflict', VILLAGE, { officerId: 'dinas' })).toBe('command/wrong-role');
    claim.do('liftConflict', BP3MI, { officerId: 'dinas' });
    expect(claim.open.conflicts).toEqual({});
    expect(claim.refusal('liftConflict', BP3MI, { officerId: 'dinas' })).toBe('command/invalid-input');
  });

  test('who is alone in the office takes the case with them: the office above holds it', () => {
    const home = { 'village_officer:35.05': ['kades'] };
    const claim = steps.evidence().staffed({ people: { ...home, ...PEOPLE } });
    claim.do('declareConflict', VILLAGE, { ground: 'RELATIVE' });
    expect(claim.open.custody).toMatchObject({ role: 'district_officer', office: OFFICE });
    expect(stageTask(claim)).toMatchObject({ name: 'evidence', office: OFFICE });
    expect(claim.kinds).toContain('post.passed');
    claim.do('requestInfo', DINAS, { requirements: ['form'], reasonCode: 'PAPER_MISSING' });
  });

  test('is climbed over by the ladder', () => {
    const claim = steps.evidence().staffed({ people: { [OFFICE]: ['dinas'] } });
    claim.do('declareConflict', BP3MI, { officerId: 'dinas', ground: 'RELATIVE' });
    claim.do('escalateByHand', FAMILY, { reasonCode: 'NOBODY_ACTS' });
    claim.do('escalateByHand', FAMILY, { reasonCode: 'NOBODY_ACTS' });
    expect(claim.events.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'rung.vacant', role: 'district_officer', because: 'conflict' }),
    );
  });

  test('nor do its people who are away: the ladder climbs over them at once, and says so', () => {
    const claim = steps.evidence().staffed({ people: { [OFFICE]: ['dinas'] }, away: ['dinas'] });
    claim.do('escalateByHand', FAMILY, { reasonCode: 'NOBODY_ACTS' });
    claim.do('escalateByHand', FAMILY, { reasonCode: 'NOBODY_ACTS' });
    const told = claim.events.map(({ event }) => event);
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'rung.vacant', role: 'district_officer', because: 'absent' }),
    );
    expect(told).toContainEqual(expect.objectContaining({ kind: 'case.escalated', role: 'bp3mi_officer' }));
  });

  test('gets no case passed on to them', () => {
    const claim = inVerification().staffed({ people: { ...PEOPLE, 'bp3mi_officer:35.05': ['bp3mi'] } });
    claim.do('declareConflict', DINAS, { officerId: 'bp3mi', ground: 'RELATIVE' });
    claim.do('refer', SECOND, { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT });
    expect(claim.open.offers.referral?.to?.office).toBe('ministry_officer:35.05');
  });
});

test('time itself is in no conflict', () => {
  const claim = inVerification().do('declareConflict', DINAS, { ground: 'RELATIVE' });
  claim.at('2026-01-09T17:00:00.000Z').do('clockDue', SYSTEM);
  expect(claim.open.escalationLevel).toBeGreaterThan(0);
});
