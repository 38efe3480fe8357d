import { describe, expect, test } from '@jest/globals';
import {
  actor,
  CHECKER,
  CONSENT,
  MAKER as MAKER_ELSEWHERE,
  steps as claimSteps,
  STATEMENT,
  SYSTEM,
  type TestCase,
} from '../testing/claim-world.ts';
import { BP3MI, complaintSteps, DESA, DINAS, FAMILY, MINISTRY, SECOND } from '../testing/complaint-world.ts';
import type { JsonObject } from '../shared/text.ts';

/** The regency's people at the office that holds a claim in verification. */
const MAKER = { ...MAKER_ELSEWHERE, office: 'district_officer:35.05' };

/** Cases of both types whose regency may pass them on; what follows holds for each of them alike. */
const HELD: readonly (readonly [string, () => TestCase])[] = [
  ['a claim', () => claimSteps.verification()],
  ['a complaint', () => complaintSteps.handling()],
];
const wish = (body: string, more: JsonObject = {}): JsonObject => ({
  body,
  reasonCode: 'OTHER_LEVEL',
  consent: CONSENT,
  ...more,
});
const help = (body: string, more: JsonObject = {}): JsonObject => ({ ...wish(body, more), reasonCode: 'NEEDS_HELP' });
const because = (reasonCode: string): JsonObject => ({ reasonCode });
const tick = (held: TestCase, now: string): TestCase => held.at(now).do('clockDue', SYSTEM);
const openTasks = (held: TestCase) =>
  Object.values(held.open.tasks).filter(({ status }) => status === 'unassigned' || status === 'assigned');
const TWO_DAYS_LATER = '2026-01-07T17:00:00.000Z';

describe.each(HELD)('%s', (_type, held) => {
  test('is transferred when the receiver accepts, and not before', () => {
    const passed = held().do('transfer', DINAS, wish('BP3MI'));
    expect(passed.open.custody.role).toBe('district_officer');
    expect(passed.open.offers.transfer).toMatchObject({
      to: { role: 'bp3mi_officer', office: 'bp3mi_officer:35.05' },
      from: { role: 'district_officer' },
      consent: CONSENT,
    });
    expect(openTasks(passed)).toContainEqual(
      expect.objectContaining({ kind: 'offer', name: 'transfer', office: 'bp3mi_officer:35.05' }),
    );
    passed.at('2026-01-06T02:00:00.000Z').do('acceptTransfer', BP3MI);
    expect(passed.open.custody).toEqual({
      role: 'bp3mi_officer',
      office: 'bp3mi_officer:35.05',
      since: '2026-01-06T02:00:00.000Z',
      handedBy: { role: 'district_officer', office: 'district_officer:35.05' },
    });
    expect(passed.open).toMatchObject({ offers: {}, flags: [] });
    expect(openTasks(passed).map(({ kind, office }) => [kind, office])).toEqual([['stage', 'bp3mi_officer:35.05']]);
  });

  test('that nobody answers for comes back after two working days, and a rung is climbed', () => {
    for (const [command, offer] of [
      ['transfer', wish('BP3MI')],
      ['refer', help('BP3MI')],
    ] as const) {
      const passed = held().do(command, DINAS, offer);
      tick(passed, TWO_DAYS_LATER);
      expect(passed.open).toMatchObject({ offers: {}, flags: [], custody: { role: 'district_officer' } });
      expect(passed.kinds).toContain('case.escalated');
      expect(passed.events.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ kind: 'offer.ended', as: 'lapsed' }),
      );
      expect(openTasks(passed).filter(({ kind }) => kind === 'offer')).toEqual([]);
      expect(passed.refusal('acceptTransfer', BP3MI)).toBe('command/guard');
    }
  });

  test('that is declined comes back with the reason, and a rung is climbed', () => {
    for (const [offer, decline] of [
      ['transfer', 'declineTransfer'],
      ['refer', 'declineReferral'],
    ] as const) {
      const passed = held().do(offer, DINAS, offer === 'transfer' ? wish('BP3MI') : help('BP3MI'));
      passed.do(decline, BP3MI, because('CANNOT_HELP'));
      expect(passed.open).toMatchObject({ offers: {}, custody: { role: 'district_officer' } });
      expect(passed.kinds).toContain('case.escalated');
    }
  });

  test('that is referred stays where it is, and the help has its own time', () => {
    const passed = held().do('refer', DINAS, help('BP3MI')).do('acceptReferral', BP3MI);
    expect(passed.open).toMatchObject({ custody: { role: 'district_officer' }, flags: ['referred'] });
    expect(passed.open.offers.referral).toMatchObject({ status: 'accepted' });
    expect(passed.refusal('returnReferral', DINAS, because('HELP_GIVEN'))).toBe('command/guard');
    passed.do('returnReferral', BP3MI, because('HELP_GIVEN'));
    expect(passed.open).toMatchObject({ offers: {}, flags: [], escalationLevel: 0 });
  });

  test('is passed on by its holder only, and one offer at a time', () => {
    expect(held().refusal('transfer', BP3MI, wish('KP2MI'))).toBe('command/guard');
    expect(held().do('transfer', DINAS, wish('BP3MI')).refusal('transfer', DINAS, wish('BP3MI'))).toBe('command/guard');
    expect(held().do('refer', DINAS, help('BP3MI')).refusal('refer', DINAS, help('KP2MI'))).toBe('command/guard');
  });

  test.each<[string, JsonObject, string]>([
    ['no word of consent', { consent: null }, 'command/invalid-input'],
    ['consent of tomorrow', { consent: { ...CONSENT, day: '2026-01-06' } }, 'command/guard'],
    ['nobody, but in writing', { consent: { ...CONSENT, by: 'NOBODY', how: 'WRITTEN' } }, 'command/guard'],
    ['the worker, but not asked', { consent: { ...CONSENT, how: 'NOT_ASKED' } }, 'command/guard'],
    ['nobody, though there is no danger', { consent: { ...CONSENT, by: 'NOBODY', how: 'NOT_ASKED' } }, 'command/guard'],
    ['a child of its own', { consent: { ...CONSENT, minor: true } }, 'command/guard'],
    ['a parent for a child', { consent: { ...CONSENT, minor: true, by: 'PARENT', how: 'WRITTEN' } }, 'done'],
    ['an heir', { consent: { ...CONSENT, by: 'HEIR', statement: STATEMENT } }, 'done'],
  ])('is passed on with %s: %3$s', (_what, more, expected) => {
    expect(held().refusal('transfer', DINAS, wish('BP3MI', more))).toBe(expected);
  });
});

describe('of those who cannot speak for themselves', () => {
  const noWord = { consent: { ...CONSENT, by: 'NOBODY', how: 'NOT_ASKED' } };

  test('a case of danger is passed on without a word, by a supervising office', () => {
    const urgent = complaintSteps.handling().do('markUrgent', DESA, { urgentSigns: ['VIOLENCE'] });
    expect(urgent.refusal('transfer', DINAS, wish('BP3MI', noWord))).toBe('done');
  });

  test('a village does not pass on a child’s case', () => {
    const child = { consent: { ...CONSENT, by: 'PARENT', minor: true } };
    expect(claimSteps.evidence().refusal('transfer', DESA, wish('DISNAKER'))).toBe('done');
    expect(claimSteps.evidence().refusal('transfer', DESA, wish('DISNAKER', child))).toBe('command/guard');
    expect(claimSteps.evidence().refusal('transfer', DESA, wish('DISNAKER', noWord))).toBe('command/guard');
  });
});

describe('a claim that was taken over', () => {
  const taken = () => claimSteps.verified().do('transfer', DINAS, wish('BP3MI')).do('acceptTransfer', BP3MI);
  const lines = [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }];

  test('stays with who took it in every stage that the giver would hold', () => {
    const claim = taken().do('approveFile', BP3MI, { lines }).do('checkFile', CHECKER);
    expect(claim.open).toMatchObject({ stage: 'ready', custody: { role: 'bp3mi_officer' } });
  });

  test('goes back and forth without an office waiting for itself', () => {
    const claim = taken().do('transfer', BP3MI, wish('DISNAKER')).do('acceptTransfer', DINAS);
    expect(claim.open.custody.role).toBe('district_officer');
    claim.do('approveFile', DINAS, { lines }).do('checkFile', CHECKER);
    expect(claim.open.custody.role).toBe('district_officer');
  });

  test('is not taken over by a body that could not go on with it', () => {
    expect(claimSteps.verification().refusal('transfer', DINAS, wish('KECAMATAN'))).toBe('command/guard');
    expect(claimSteps.verification().refusal('transfer', DINAS, wish('POLRI'))).toBe('command/guard');
    expect(claimSteps.verification().refusal('refer', DINAS, help('POLRI'))).toBe('done');
  });

  test('is no longer offered once it has gone on to another office', () => {
    const claim = claimSteps.ready().do('transfer', DINAS, wish('BP3MI')).do('submit', MAKER);
    expect(claim.open).toMatchObject({ custody: { role: 'insurer' }, offers: {}, flags: [] });
    tick(claim, TWO_DAYS_LATER);
    expect(claim.kinds.filter((kind) => kind === 'offer.ended')).toHaveLength(1);
  });
});

describe('help that was promised', () => {
  test('goes on when the case does, and ends with it', () => {
    const claim = claimSteps.evidence().do('refer', DESA, help('DISNAKER')).do('acceptReferral', DINAS);
    claim.do('proposeVoid', DINAS, { reasonCode: 'DUPLICATE', article: 'Pasal 43' });
    expect(openTasks(claim).filter(({ kind }) => kind === 'offer')).toHaveLength(1);
    claim.do('confirmVoid', SECOND);
    expect(claim.open).toMatchObject({ status: 'closed', offers: {}, flags: expect.not.arrayContaining(['referred']) });
    expect(openTasks(claim)).toEqual([]);
  });

  test('a complaint moves on while another office helps', () => {
    const complaint = complaintSteps.ready().do('refer', DINAS, help('BP3MI')).do('acceptReferral', BP3MI);
    complaint.do('startMediation', DINAS, { sessionDay: '2026-01-12' });
    expect(
      openTasks(complaint)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['offer', 'stage']);
  });
});

describe('a case that is opened again', () => {
  test('is held since then: the time it was closed is nobody’s', () => {
    const complaint = complaintSteps
      .closed()
      .at('2026-01-10T02:00:00.000Z')
      .do('reopen', FAMILY, because('NEW_EVIDENCE'));
    expect(complaint.open.custody.since).toBe('2026-01-10T02:00:00.000Z');
  });
});

test('an office whose post is vacant is passed over, and that is told', () => {
  const actors = [DINAS, MINISTRY, actor('bp3mi_officer')];
  expect(actors).toHaveLength(3);
  const complaint = complaintSteps.handling().staffed({ people: { 'bp3mi_officer:35.05': ['bp3mi'] } });
  complaint.do('declareConflict', DINAS, { officerId: 'bp3mi', ground: 'RELATIVE' });
  complaint.do('transfer', DINAS, wish('BP3MI'));
  expect(complaint.open.offers.transfer?.to).toEqual({ role: 'ministry_officer', office: 'ministry_officer:35.05' });
  expect(complaint.events.map(({ event }) => event)).toContainEqual({
    kind: 'post.passed',
    role: 'bp3mi_officer',
    office: 'bp3mi_officer:35.05',
    because: 'conflict',
  });
});
