import { describe, expect, test } from '@jest/globals';
import { lintDefinition } from '../kernel/linter.ts';
import { CLAIM, CONSENT } from '../testing/complaint-world.ts';
import { passAround, refusedRound } from '../testing/custody-round.ts';
import { nextDeadline } from '../kernel/clock/next-deadline.ts';
import { calendar } from '../testing/claim-world.ts';
import {
  BP3MI,
  CANDIDATE,
  CONTRACT,
  DESA,
  DINAS,
  FAMILY,
  FOUND_ABROAD,
  paper,
  placementModel,
  placementSteps as steps,
  placementWitness,
  SECOND,
  SYSTEM,
  TestPlacement,
} from '../testing/placement-world.ts';
import type { JsonObject } from '../shared/text.ts';
import { tellOfDuplicates } from '../testing/duplicate-story.ts';
import { unseen } from '../testing/witness.ts';
import { departureGapsOf } from './index.ts';

const HELD = [
  'family',
  'village_officer',
  'subdistrict_officer',
  'district_officer',
  'bp3mi_officer',
  'ministry_officer',
] as const;
const OTHER = '3f6a1c52-0000-4000-8000-000000000009';

const gaps = ({ open }: { readonly open: TestPlacement['open'] }): readonly string[] =>
  departureGapsOf(placementModel.definition, open);
const running = ({ open }: TestPlacement): string[] =>
  Object.values(open.clocks)
    .filter(({ entries }) => entries.at(-1)?.action !== 'stopped')
    .map(({ name }) => name)
    .filter((name) => name !== 'escalation')
    .sort();
/** What one clock said, each with the day on which it falls in Indonesia. */
const toldOf = (placement: TestPlacement, name: string): string[] =>
  placement.events.flatMap(({ at, event }) =>
    (event.kind === 'clock.warned' || event.kind === 'clock.breached') && event.clockId.startsWith(`${name}#`)
      ? [`${at.slice(0, 10)} ${event.kind === 'clock.warned' ? event.threshold : 'breach'}`]
      : [],
  );
/** Lets time pass from deadline to deadline, as the timer of the workflow does. */
function sleep(placement: TestPlacement, until: string): TestPlacement {
  for (let due = nextDeadline(placement.open, calendar); due !== null && due.at <= until;) {
    placement.at(due.at > placement.now ? due.at : placement.now).do('clockDue', SYSTEM);
    due = nextDeadline(placement.open, calendar);
  }
  return placement.at(until);
}
const openTasks = ({ open }: TestPlacement): string[] =>
  Object.values(open.tasks)
    .filter(({ status }) => status === 'unassigned' || status === 'assigned')
    .map(({ name, role }) => `${name} ${role}`);

test('the definition has no fault', () => {
  expect(lintDefinition(placementModel.definition, placementModel.code, HELD)).toEqual([]);
});

describe('before the departure', () => {
  test('the papers of UU 18/2017 Pasal 13 are asked for, the marriage book only of who needs a permit of the spouse', () => {
    const married = gaps(steps.preparation());
    expect(married).toEqual([
      'maritalStatus',
      'marriageBook',
      'permit',
      'skillCertificate',
      'healthLetter',
      'passport',
      'workVisa',
      'placementAgreement',
      'workContract',
      'orientation',
      'beforePremium',
      'premium',
    ]);
    const single = steps.registered().do('confirmCandidate', DESA, { identityChecked: true, permitFrom: 'PARENT' });
    expect(gaps(single)).not.toContain('marriageBook');
    expect(gaps(single)).toContain('permit');
  });

  test('who goes on their own has no placement agreement and no premium part "before"', () => {
    const alone = gaps(steps.preparation({ ...CANDIDATE, placedBy: 'PERSEORANGAN' }));
    expect(alone).not.toContain('placementAgreement');
    expect(alone).not.toContain('beforePremium');
    expect(alone).toContain('premium');
  });

  test('a permit counts once the village head has taken note of it, and a new permit needs that again', () => {
    const placement = steps.complete();
    expect(gaps(placement)).toEqual([]);
    placement.do('returnItem', DINAS, { requirement: 'permit', reasonCode: 'PAPER_UNREADABLE' });
    expect(gaps(placement)).toEqual(['permit']);
    placement.do('attach', DESA, {
      ...paper('permit', 'SURAT_IZIN_SUAMI_ISTRI'),
      documentId: '0a6f9a3e-0000-4000-8000-00000000000a',
    });
    expect(gaps(placement)).toEqual(['permitAcknowledged']);
    expect(gaps(placement.do('acknowledgePermit', DESA))).toEqual([]);
  });

  test('only the village takes note of a permit, and only of one that is there', () => {
    expect(steps.complete().refusal('acknowledgePermit', DINAS)).toBe('command/wrong-role');
    expect(steps.preparation().refusal('acknowledgePermit', DESA)).toBe('command/guard');
  });

  test('nobody verifies their own paper', () => {
    const placement = steps.preparation().do('attach', DINAS, paper('passport', 'PASPOR'));
    expect(placement.refusal('verifyItem', DINAS, { requirement: 'passport', against: 'ORIGINAL' })).toBe(
      'command/guard',
    );
    expect(placement.refusal('verifyItem', SECOND, { requirement: 'passport', against: 'ORIGINAL' })).toBe('done');
  });

  test('a scheduled departure with gaps is flagged at once and warned about up to the last day, then the district hears', () => {
    const placement = steps.preparation().do('scheduleDeparture', DESA, { day: '2026-03-16' });
    expect(placement.open.flags).toEqual(['departure_incomplete']);
    sleep(placement, '2026-03-20T02:00:00.000Z');
    expect(toldOf(placement, 'departureGaps')).toEqual([
      '2026-01-15 days:60',
      '2026-02-14 days:30',
      '2026-03-02 days:14',
      '2026-03-09 days:7',
      '2026-03-13 days:3',
      '2026-03-15 days:1',
      '2026-03-16 breach',
    ]);
    expect(openTasks(placement)).toContain('escalation district_officer');
    expect(placement.open).toMatchObject({ stage: 'departure', status: 'open' });
  });

  test('the last paper ends the warnings and the flag; a paper that goes back brings both back', () => {
    const placement = steps.preparation().do('scheduleDeparture', DESA, { day: '2026-03-16' });
    expect(running(placement)).toContain('departureGaps');
    const complete = steps.complete().do('scheduleDeparture', DESA, { day: '2026-03-16' });
    expect(running(complete)).not.toContain('departureGaps');
    expect(complete.open.flags).toEqual([]);
    complete.do('returnItem', DINAS, { requirement: 'passport', reasonCode: 'DATA_DIFFER' });
    expect(running(complete)).toContain('departureGaps');
    expect(complete.open.flags).toEqual(['departure_incomplete']);
    complete.do('attach', DESA, paper('passport', 'PASPOR'));
    expect(running(complete)).not.toContain('departureGaps');
    expect(complete.open.flags).toEqual([]);
  });

  test('the departure with everything is recorded as watched, with nothing missing', () => {
    const { open } = steps.abroad();
    expect(open.facts['departure']).toEqual({ day: '2026-03-01', watched: true, missing: [] });
    expect(open.flags).toEqual([]);
    expect(open.milestones).toHaveProperty('departed');
  });

  test('a departure with gaps is never recorded silently, and a missing paper forbids nothing', () => {
    const placement = steps.preparation().do('scheduleDeparture', DESA, { day: '2026-01-05' });
    expect(placement.refusal('recordDeparture', DESA, { day: '2026-01-05' })).toBe('command/guard');
    placement.do('recordIncompleteDeparture', DESA, { day: '2026-01-05' });
    expect(placement.open.stage).toBe('abroad');
    expect(placement.open.flags).toContain('departed_incomplete');
    expect(placement.open.flags).not.toContain('departure_incomplete');
    expect(placement.open.facts['departure']).toMatchObject({
      watched: false,
      missing: expect.arrayContaining(['passport', 'premium', 'orientation']),
    });
  });

  test('with everything there, nobody may record the departure as incomplete', () => {
    expect(steps.scheduled('2026-01-05').refusal('recordIncompleteDeparture', DESA, { day: '2026-01-05' })).toBe(
      'command/guard',
    );
  });

  test('what was missing is asked for again every month until it comes or an office decides', () => {
    const placement = sleep(steps.leftIncomplete(), '2026-03-10T02:00:00.000Z');
    expect(toldOf(placement, 'leftGaps')).toEqual(['2026-02-04 breach', '2026-03-07 breach']);
    expect(placement.refusal('acceptGaps', DESA, { reasonCode: 'CANNOT_BE_OBTAINED' })).toBe('command/wrong-role');
    placement.do('acceptGaps', DINAS, { reasonCode: 'CANNOT_BE_OBTAINED' });
    expect(running(placement)).not.toContain('leftGaps');
    expect(placement.open.flags).not.toContain('departed_incomplete');
    expect(placement.refusal('acceptGaps', DINAS, { reasonCode: 'CANNOT_BE_OBTAINED' })).toBe('command/guard');
  });

  test('the cover before work ends after five months, one for who goes alone: warned, then asked, never closed', () => {
    const agency = sleep(
      steps.preparation().do('recordBeforePremium', DESA, { paidDay: '2026-01-05' }),
      '2026-06-06T02:00:00.000Z',
    );
    expect(toldOf(agency, 'beforeCover')).toEqual([
      '2026-04-06 days:60',
      '2026-05-06 days:30',
      '2026-05-29 days:7',
      '2026-06-05 breach',
    ]);
    expect(agency.open).toMatchObject({ status: 'open', stage: 'preparation' });
    const alone = steps
      .preparation({ ...CANDIDATE, placedBy: 'PERSEORANGAN' })
      .do('recordContract', DESA, CONTRACT)
      .do('recordPremium', DESA, { paidDay: '2026-01-05', months: 24 });
    expect(toldOf(sleep(alone, '2026-02-06T02:00:00.000Z'), 'beforeCover').slice(-2)).toEqual([
      '2026-01-29 days:7',
      '2026-02-05 breach',
    ]);
  });

  test('paying again for the time before work starts its months again', () => {
    const placement = sleep(
      steps.preparation().do('recordBeforePremium', DESA, { paidDay: '2026-01-05' }),
      '2026-06-10T02:00:00.000Z',
    ).do('recordBeforePremium', DESA, { paidDay: '2026-06-10' });
    expect(Object.values(placement.open.clocks).filter(({ name }) => name === 'beforeCover')).toHaveLength(2);
    expect(running(placement).filter((name) => name === 'beforeCover')).toHaveLength(1);
  });

  test('a departure that fails closes with its own outcome; withdrawing is another, and both can be opened again', () => {
    const failed = steps
      .scheduled()
      .do('recordFailedDeparture', DESA, { day: '2026-01-05', reasonCode: 'EMPLOYER_CANCELLED' });
    expect(failed.open).toMatchObject({ status: 'closed', outcome: 'failed_departure' });
    const withdrawn = steps.preparation().do('withdraw', FAMILY, { reasonCode: 'OWN_WISH' });
    expect(withdrawn.open.outcome).toBe('withdrawn');
    expect(withdrawn.do('reopen', DESA, { reasonCode: 'DEPARTS_AFTER_ALL' }).open).toMatchObject({
      stage: 'registered',
      status: 'open',
      outcome: null,
    });
  });
});

describe('abroad', () => {
  test('the end of the contract and of the paid cover are announced 60, 30 and 7 days ahead, then become work', () => {
    const placement = sleep(steps.abroad(), '2028-03-02T02:00:00.000Z');
    const announced = ['2027-12-31 days:60', '2028-01-30 days:30', '2028-02-22 days:7', '2028-02-29 breach'];
    expect(toldOf(placement, 'contract')).toEqual(announced);
    expect(toldOf(placement, 'cover')).toEqual(announced);
    expect(openTasks(placement)).toEqual(expect.arrayContaining(['contract village_officer', 'cover village_officer']));
    expect(placement.open).toMatchObject({ stage: 'abroad', status: 'open' });
  });

  test('a premium for fewer months than the contract asks for the next one before those months end', () => {
    const placement = steps.foundAbroad({ ...FOUND_ABROAD, premium: { paidDay: '2025-02-20', months: 12 } });
    expect(placement.open.flags).toContain('premium_due');
    sleep(placement, '2026-03-01T02:00:00.000Z');
    expect(toldOf(placement, 'cover')).toEqual([
      '2026-01-05 days:60',
      '2026-01-29 days:30',
      '2026-02-21 days:7',
      '2026-02-28 breach',
    ]);
  });

  test('an extension needs its own premium: asked for before the old cover lapses, settled by paying', () => {
    const placement = steps.abroad().at('2027-12-01T02:00:00.000Z');
    placement.do('extendContract', FAMILY, { from: '2028-03-01', until: '2029-02-28' });
    expect(placement.open.flags).toContain('premium_due');
    sleep(placement, '2028-02-23T02:00:00.000Z');
    expect(toldOf(placement, 'cover')).toEqual(['2027-12-31 days:60', '2028-01-30 days:30', '2028-02-22 days:7']);
    placement.do('renewPremium', FAMILY, { paidDay: '2028-02-23', months: 12 });
    expect(placement.open.flags).not.toContain('premium_due');
    sleep(placement, '2028-12-30T17:00:00.000Z');
    expect(toldOf(placement, 'cover').slice(3)).toEqual(['2028-12-30 days:60']);
  });

  test('a contract that is changed without a new premium is uncovered from its first day: the next morning it is work', () => {
    const placement = steps.abroad().at('2026-06-01T02:00:00.000Z');
    placement.do('changeContract', DESA, { from: '2026-06-10', until: '2028-06-09', country: 'HK' });
    expect(placement.open.flags).toEqual(['contract_changed', 'premium_due']);
    expect(placement.open.facts['contracts']).toEqual([
      { number: 1, kind: 'FIRST', from: '2026-03-01', until: '2026-06-09' },
      { number: 2, kind: 'CHANGE', from: '2026-06-10', until: '2028-06-09', changed: 'OTHER' },
    ]);
    sleep(placement, '2026-06-10T02:00:00.000Z');
    expect(toldOf(placement, 'cover').at(-1)).toBe('2026-06-09 breach');
    placement.do('renewPremium', DESA, { paidDay: '2026-06-10', months: 24, contract: 2 });
    expect(placement.open.flags).toEqual(['contract_changed']);
    expect(openTasks(placement)).toEqual(['abroad village_officer']);
  });

  test('no clock starts in the future, so that one of a contract still to come can be stopped', () => {
    const { clocks } = steps
      .abroad()
      .at('2026-06-01T02:00:00.000Z')
      .do('changeContract', DESA, { from: '2026-09-01', until: '2028-08-31' }).open;
    expect(Object.values(clocks).filter(({ entries }) => (entries[0]?.at ?? '') > '2026-06-01T02:00:00.000Z')).toEqual(
      [],
    );
  });

  test('a cover that the family lets lapse is recorded, and no longer asked for', () => {
    const placement = sleep(steps.abroad(), '2028-03-02T02:00:00.000Z');
    placement.do('letCoverLapse', DESA, { reasonCode: 'FAMILY_DECLINES' });
    expect(placement.open.flags).toContain('cover_lapsed');
    expect(running(placement)).not.toContain('cover');
  });

  test('where nobody knows of a premium, that is said, and not asked for as if it had lapsed', () => {
    const placement = steps.foundAbroad({ ...CANDIDATE, departureDay: '2025-03-01' });
    expect(placement.open.flags).toEqual(['cover_unknown', 'papers_unknown']);
    expect(running(placement)).toEqual(['contact']);
    placement.do('recordContract', DESA, { from: '2025-03-01', until: '2027-02-28' });
    placement.do('renewPremium', DESA, { paidDay: '2025-02-01', months: 24 });
    expect(placement.open.flags).toEqual(['papers_unknown']);
    expect(running(placement)).toEqual(['contact', 'contract', 'cover']);
  });

  test('is reminded every half year to ask for news; news starts the half year again', () => {
    const placement = steps.abroad().at('2026-08-01T02:00:00.000Z');
    placement.do('recordContact', FAMILY, { day: '2026-07-31' });
    sleep(placement, '2027-02-02T02:00:00.000Z');
    expect(toldOf(placement, 'contact')).toEqual(['2027-02-01 breach']);
  });

  test('a death opens the way to a claim, and the body comes home to a witnessed handover', () => {
    const placement = steps.abroad().at('2026-06-01T02:00:00.000Z');
    expect(placement.refusal('recordReturn', DESA, { day: '2026-06-01', kind: 'BODY' })).toBe('command/guard');
    placement.do('recordDeath', DESA, { day: '2026-05-30' });
    expect(placement.refusal('recordDeath', DESA, { day: '2026-05-30' })).toBe('command/guard');
    placement.do('openClaim', DINAS, {
      claimType: 'JKM_SELAMA',
      riskDay: '2026-05-30',
      riskCountry: 'TW',
      lines: [{ code: 'JKM_SELAMA', askedIdr: '85000000' }],
    });
    expect(placement.open.attempts).toMatchObject({ linkedCase: { number: 1, status: 'requested' } });
    expect(placement.open.facts['linkedCase']).toMatchObject({
      type: 'claim',
      command: 'openClaim',
      input: { areaCode: '35.05.08.2003', reporter: { relation: 'DISTRICT_LABOUR_OFFICE' } },
    });
    placement.do('linkedCaseOpened', SYSTEM, { caseId: OTHER, relation: 'claim' });
    expect(placement.open.links).toEqual([{ caseId: OTHER, relation: 'claim' }]);
    placement.do('recordReturn', DESA, { day: '2026-06-01', kind: 'BODY' });
    expect(placement.refusal('confirmHome', DESA, { day: '2026-06-01' })).toBe('command/guard');
    const handover = { day: '2026-06-01', to: 'FAMILY', witnessedBy: 'VILLAGE' };
    expect(placement.refusal('recordHandover', DESA, handover)).toBe('command/guard');
    placement
      .do('attach', DESA, paper('handoverMinutes', 'BERITA_ACARA_SERAH_TERIMA'))
      .do('recordHandover', DESA, handover)
      .do('closePlacement', DESA);
    expect(placement.open.outcome).toBe('died');
  });
});

describe('a claim opened from a placement', () => {
  const wanted = (placement: ReturnType<typeof steps.abroad>) =>
    (placement.open.facts['linkedCase'] as { input: JsonObject }).input;
  const abroadOnLeave = () =>
    steps
      .abroad()
      .at('2026-06-01T02:00:00.000Z')
      .do('changeContract', DESA, { from: '2026-06-10', until: '2028-06-09', changed: 'TERM' })
      .do('recordLeave', DESA, { from: '2026-05-01', until: '2026-05-31' });
  const claim = { ...CLAIM, riskDay: '2026-05-30' };

  test('begins with the contracts, premiums and leaves that the placement knows', () => {
    expect(wanted(abroadOnLeave().do('openClaim', DINAS, claim))).toMatchObject({
      coverage: [
        { paidDuringOn: '2026-01-05', paidMonths: 24, contractEndsOn: '2026-06-09', contractChanged: 'NO' },
        { paidDuringOn: null, contractStartsOn: '2026-06-10', contractChanged: 'TERM' },
      ],
      circumstances: { onLeave: true },
    });
    expect(wanted(steps.abroad().do('openClaim', DINAS, CLAIM))).not.toHaveProperty('circumstances');
  });

  test('takes what the caller says in place of what the placement knows', () => {
    const said = { coverage: [], circumstances: { onLeave: false, byAccident: true } };
    expect(wanted(abroadOnLeave().do('openClaim', DINAS, { ...claim, ...said }))).toMatchObject(said);
  });
});

describe('the return', () => {
  test('an ordinary one needs no minutes, and the placement closes once the cover after work is over', () => {
    const placement = steps.home();
    expect(placement.refusal('closePlacement', DESA)).toBe('command/guard');
    sleep(placement, '2028-04-01T02:00:00.000Z');
    expect(toldOf(placement, 'afterCover')).toEqual(['2028-03-24 days:7', '2028-03-31 breach']);
    expect(placement.do('closePlacement', DESA).open).toMatchObject({ status: 'closed', outcome: 'completed' });
  });

  test('of a worker in trouble is handed over before a witness, and ends as returned early', () => {
    const placement = steps.returning('TROUBLED');
    expect(placement.refusal('confirmHome', DESA, { day: '2028-03-01' })).toBe('command/guard');
    placement
      .do('attach', DESA, paper('handoverMinutes', 'BERITA_ACARA_SERAH_TERIMA'))
      .do('recordHandover', DESA, { day: '2028-03-01', to: 'FAMILY', witnessedBy: 'LOCAL_GOVERNMENT' });
    expect(sleep(placement, '2028-04-02T02:00:00.000Z').do('closePlacement', DESA).open.outcome).toBe('returned_early');
  });

  test('a worker who does not arrive at home within a week is looked for by the district', () => {
    expect(openTasks(sleep(steps.returning(), '2028-03-10T02:00:00.000Z'))).toContain('escalation district_officer');
  });
});

describe('days that contradict each other', () => {
  const abroad = steps.abroad();
  test.each([
    ['a return before the departure', abroad, 'recordReturn', { day: '2026-02-27', kind: 'EARLY' }],
    ['news from before the departure', abroad, 'recordContact', { day: '2026-02-27' }],
    ['a leave before the departure', abroad, 'recordLeave', { from: '2026-02-01', until: '2026-02-10' }],
    ['a contract that ends before it begins', abroad, 'extendContract', { from: '2028-03-01', until: '2028-02-01' }],
    ['an extension inside the contract', abroad, 'extendContract', { from: '2028-02-01', until: '2029-02-01' }],
    ['a change before the contract', abroad, 'changeContract', { from: '2026-02-01', until: '2029-02-01' }],
    [
      'a premium for a contract that is not there',
      abroad,
      'renewPremium',
      { paidDay: '2026-03-01', months: 6, contract: 7 },
    ],
    ['a premium paid tomorrow', abroad, 'renewPremium', { paidDay: '2026-03-09', months: 6 }],
    ['home before the return', steps.returning(), 'confirmHome', { day: '2028-02-27' }],
    [
      'a registration in the future',
      new TestPlacement(),
      'registerCandidate',
      { ...CANDIDATE, registeredDay: '2026-02-05' },
    ],
    [
      'a contract over before the departure',
      new TestPlacement(),
      'registerAbroad',
      { ...FOUND_ABROAD, contract: { from: '2023-01-01', until: '2024-12-31' } },
    ],
    [
      'a premium without a contract',
      new TestPlacement(),
      'registerAbroad',
      { ...CANDIDATE, departureDay: '2025-03-01', premium: { paidDay: '2025-02-20', months: 24 } },
    ],
  ] as const)('%s is refused', (_what, placement, command, input) => {
    expect(placement.refusal(command, DESA, input)).toBe('command/guard');
  });

  test('a second first contract is refused', () => {
    expect(steps.complete().refusal('recordContract', DESA, CONTRACT)).toBe('command/guard');
  });
});

describe('one worker, several cases', () => {
  tellOfDuplicates({ open: () => steps.registered(), suspects: DESA, decides: DINAS, dismiss: 'dismissDuplicate' });

  test.each([
    ['registered', () => steps.registered(), 1],
    ['confirmed', () => steps.preparation(), 2],
    ['found abroad', () => steps.foundAbroad(), 1],
  ] as const)('is searched for when they are %s', (_when, placement, number) => {
    expect(placement().open.attempts['duplicateSearch']).toEqual({ number, status: 'requested' });
    const answered = placement().do('recordDuplicateSearch', SYSTEM, { found: [] });
    expect(answered.open.attempts['duplicateSearch']).toEqual({ number, status: 'answered' });
  });

  test('a placement entered twice is void only when two people agree', () => {
    const placement = steps.registered().do('proposeVoid', DINAS, { reasonCode: 'DUPLICATE' });
    expect(placement.refusal('confirmVoid', DINAS)).toBe('command/maker-is-checker');
    expect(placement.refusal('confirmVoid', DESA)).toBe('command/wrong-role');
    expect(placement.do('confirmVoid', SECOND).open.outcome).toBe('void_duplicate');
  });

  test('a void that is refused leaves the case as it was', () => {
    const placement = steps.registered().do('proposeVoid', DESA, { reasonCode: 'ENTERED_BY_MISTAKE' });
    expect(placement.do('rejectVoid', BP3MI, { reasonCode: 'ANOTHER_MATTER' }).open.flags).toEqual([]);
  });
});

describe('beside the main road of a placement', () => {
  const because = (reasonCode: string) => ({ reasonCode });

  test('it climbs by hand and is marked urgent for a reason', () => {
    const placement = steps
      .abroad()
      .do('escalateByHand', FAMILY, because('NO_NEWS'))
      .do('markUrgent', DINAS, because('NO_NEWS'));
    expect(placement.open.flags).toContain('urgent');
    expect(placement.open.escalationLevel).toBe(1);
  });

  test('it is void by two officers', () => {
    const placement = steps.preparation();
    expect(placement.refusal('confirmVoid', SECOND)).toBe('command/guard');
    placement.do('proposeVoid', DINAS, because('DUPLICATE'));
    expect(placement.refusal('proposeVoid', SECOND, because('DUPLICATE'))).toBe('command/guard');
    expect(placement.refusal('confirmVoid', DINAS)).toBe('command/maker-is-checker');
    expect(placement.do('confirmVoid', SECOND).open).toMatchObject({ stage: 'closed', outcome: 'void_duplicate' });
  });

  test.each<[string, () => string]>([
    [
      'a list from the future',
      () =>
        new TestPlacement().refusal('registerCandidate', DESA, {
          ...CANDIDATE,
          receivedAt: '2026-01-06T00:00:00.000Z',
        }),
    ],
    ['a paper nobody knows', () => steps.preparation().refusal('attach', DESA, paper('dowry', 'X'))],
    [
      'verifying what is not there',
      () => steps.preparation().refusal('verifyItem', SECOND, { requirement: 'passport', against: 'ORIGINAL' }),
    ],
    ['an extension of no contract', () => steps.leftIncomplete().refusal('extendContract', DINAS, CONTRACT)],
    [
      'a handover that nobody needs',
      () =>
        steps
          .returning()
          .do('attach', DESA, paper('passport', 'PASPOR'))
          .refusal('recordHandover', DESA, { day: '2028-03-01', to: 'FAMILY', witnessedBy: 'VILLAGE' }),
    ],
    ['closing after a death that nobody recorded', () => steps.abroad().refusal('closeAfterDeath', DESA)],
    ['a claim for tomorrow', () => steps.abroad().refusal('openClaim', DINAS, { ...CLAIM, riskDay: '2030-01-01' })],
    ['beginning anew after the departure', () => steps.closed().refusal('reopen', DESA, because('CLOSED_BY_MISTAKE'))],
    ['two claims at once', () => steps.abroad().do('openClaim', DINAS, CLAIM).refusal('openClaim', DINAS, CLAIM)],
  ])('%s is refused', (_what, tried) => {
    expect(tried()).toBe('command/guard');
  });
});

describe('from office to office', () => {
  test('a placement goes there and back', () => {
    passAround(() => steps.preparation());
  });

  test('a placement is taken over by nobody who could not go on with it', () => {
    const wish = { body: 'KECAMATAN', reasonCode: 'OTHER_LEVEL', consent: CONSENT };
    expect(steps.preparation().refusal('transfer', DINAS, wish)).toBe('command/guard');
  });

  test('a placement is passed on by nobody else, to nobody else, once', () => {
    const refused = refusedRound(() => steps.preparation());
    expect(refused.filter(([, code]) => code !== 'command/guard')).toEqual([]);
  });

  test('what the village gave away stays with whoever took it, from stage to stage', () => {
    const placement = steps.complete().do('scheduleDeparture', DESA, { day: '2026-03-01' });
    placement
      .do('transfer', DESA, { body: 'DISNAKER', reasonCode: 'OTHER_LEVEL', consent: CONSENT })
      .do('acceptTransfer', DINAS)
      .until('2026-03-01T02:00:00.000Z')
      .do('recordDeparture', DESA, { day: '2026-03-01' });
    expect(placement.open).toMatchObject({ stage: 'abroad', custody: { role: 'district_officer' } });
  });
});

/** Last in this file: it judges the tests above. */
test('every guard has refused here, and every reason was taken', () => {
  expect(unseen(placementWitness, placementModel.definition)).toEqual([]);
});
