import { describe, expect, test } from '@jest/globals';
import { clockUsage } from '../kernel/clock/ledger.ts';
import { wantedCaseOf } from '../kernel/linked-case.ts';
import { lintDefinition } from '../kernel/linter.ts';
import { ROLES } from '../kernel/vocabulary.ts';
import { calendar } from '../testing/claim-world.ts';
import {
  actor,
  because,
  BP3MI,
  CHECKED,
  CLAIM,
  COMPLAINT,
  complaintModel,
  complaintWitness,
  complaintSteps as steps,
  DESA,
  CONSENT,
  DINAS,
  disposition,
  FAMILY,
  KECAMATAN,
  MINISTRY,
  MINUTES,
  paper,
  RESOLUTION,
  SECOND,
  STATEMENT,
  SYSTEM,
  TestComplaint,
} from '../testing/complaint-world.ts';
import { tellOfDuplicates } from '../testing/duplicate-story.ts';
import { unseen } from '../testing/witness.ts';
import { passAround, refusedRound } from '../testing/custody-round.ts';

const words = { statement: STATEMENT };
const OTHER_CASE = '3f6a1c52-0000-4000-8000-000000000009';
const transfer = (body: string, severity?: string) => ({
  body,
  reasonCode: 'OTHER_LEVEL',
  consent: CONSENT,
  ...(severity === undefined ? {} : { severity }),
});
const settlement = { bothCalled: true, result: 'resolved', statement: STATEMENT };
const asked = { wanted: ['KRONOLOGI'], reasonCode: 'DATA_MISSING' };
const review = { reasonCode: 'FACTS_DIFFER', article: 'Pasal 46 UU 25/2009' };
const clockOf = (complaint: TestComplaint, id: string) => {
  const clock = complaint.open.clocks[id];
  if (clock === undefined) throw new Error(`no clock ${id}`);
  return clock;
};
const dueAt = (complaint: TestComplaint, id: string) =>
  clockUsage(clockOf(complaint, id), calendar, complaint.now).dueAt;
const lastEntry = (complaint: TestComplaint, id: string) => clockOf(complaint, id).entries.at(-1)?.action;

describe('the complaint definition', () => {
  test('has no fault that the linter knows', () => {
    expect(lintDefinition(complaintModel.definition, complaintModel.code, ROLES)).toEqual([]);
  });

  test('names every event once', () => {
    const events = Object.values(complaintModel.definition.commands).map(({ event }) => event);
    expect(new Set(events).size).toBe(events.length);
  });

  test('carries a worker who left without complete papers through clarification and mediation to a settlement', () => {
    const complaint = steps
      .ready()
      .do('recordFirstClarification', DINAS, words)
      .do('recordSecondClarification', DINAS, words)
      .do('startMediation', DINAS, { sessionDay: '2026-01-12' })
      .do('attach', DINAS, MINUTES)
      .do('settle', DINAS, settlement);
    expect(complaint.open).toMatchObject({ stage: 'resolution', custody: { role: 'district_officer' } });
    complaint.do('messageFamily', DINAS, words).do('acceptResolution', FAMILY);
    expect(complaint.open).toMatchObject({ stage: 'closed', status: 'closed', outcome: 'resolved', suspension: null });
    expect(Object.keys(complaint.open.milestones)).toEqual(
      expect.arrayContaining(['filed', 'file_complete', 'disposed', 'second_clarification', 'settled']),
    );
    expect(Object.values(complaint.open.clocks).every(({ entries }) => entries.at(-1)?.action === 'stopped')).toBe(
      true,
    );
  });

  test('keeps no words, only the digest of them', () => {
    expect(steps.intake().open.facts).toMatchObject({ account: STATEMENT, category: 'GAJI_TIDAK_DIBAYAR' });
    expect(steps.intake().refusal('addNote', DESA, { statement: 'ibu Siti belum digaji' })).toBe(
      'command/invalid-input',
    );
  });

  test('a draft is filed once it says enough', () => {
    const draft = new TestComplaint().do('openDraft', FAMILY, { areaCode: '35.05.08.2003' });
    expect(draft.refusal('submit', FAMILY)).toBe('command/guard');
    const { areaCode: _area, ...report } = COMPLAINT;
    draft.do('editDraft', FAMILY, { ...report, contact: STATEMENT, urgentSigns: ['VIOLENCE'] }).do('submit', FAMILY);
    expect(draft.open).toMatchObject({ stage: 'intake', flags: ['urgent'] });
    expect(draft.open.clocks['contact#1']).toBeDefined();
  });
});

describe('who holds a complaint', () => {
  test.each([
    ['DISNAKER', 'GAJI_TIDAK_DIBAYAR', 'district_officer', 'bp3mi_officer'],
    ['BP3MI', 'GAJI_TIDAK_DIBAYAR', 'bp3mi_officer', 'ministry_officer'],
    ['KP2MI', 'TPPO', 'ministry_officer', 'ministry_officer'],
    ['DESA', 'PERMINTAAN_INFORMASI', 'village_officer', 'district_officer'],
    ['KECAMATAN', 'LAINNYA', 'subdistrict_officer', 'district_officer'],
  ])('%s handles %s and the office above reviews it', (body, category, role, above) => {
    const complaint = steps.handling(disposition(body, 'LIGHT', category));
    expect(complaint.open.custody).toMatchObject({ role, office: `${role}:35.05` });
    const handler = [DESA, KECAMATAN, DINAS, BP3MI, MINISTRY].find((each) => each.role === role);
    if (handler === undefined) throw new Error(`nobody is ${role}`);
    complaint
      .do('assignUnit', handler, { unit: 'u-1' })
      .do('recordFinding', handler, { finding: 'X' })
      .do('proposeResolution', handler, RESOLUTION)
      .do('fileObjection', FAMILY, because('FACTS_DIFFER'));
    expect(complaint.open.custody.role).toBe(above);
  });

  test('a referral leaves custody where it is', () => {
    const complaint = steps
      .handling()
      .do('refer', DINAS, { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT });
    expect(complaint.refusal('acceptReferral', DINAS)).toBe('command/guard');
    complaint.do('acceptReferral', BP3MI);
    expect(complaint.open).toMatchObject({ custody: { role: 'district_officer' }, flags: ['referred'] });
    expect(lastEntry(complaint, 'referralWork#1')).toBe('started');
    complaint.do('returnReferral', BP3MI, because('HELP_GIVEN'));
    expect(complaint.open.flags).toEqual([]);
    expect(lastEntry(complaint, 'referralWork#1')).toBe('stopped');
  });

  test('the holder records the answer of a body outside', () => {
    const complaint = steps
      .handling()
      .do('refer', DINAS, { body: 'PERWAKILAN', reasonCode: 'NEEDS_HELP', consent: CONSENT })
      .do('acceptReferral', DINAS);
    expect(complaint.open.offers.referral).toMatchObject({ body: 'PERWAKILAN', to: null, status: 'accepted' });
  });

  test('a transfer moves custody when the receiver accepts, and the legal clock counts from the complete file', () => {
    const complaint = steps
      .disposition()
      .at('2026-01-06T02:00:00.000Z')
      .do('transfer', DINAS, transfer('BP3MI', 'STANDARD'));
    expect(complaint.open.custody.role).toBe('district_officer');
    complaint.at('2026-01-07T02:00:00.000Z').do('acceptTransfer', BP3MI);
    expect(complaint.open).toMatchObject({ stage: 'handling', custody: { role: 'bp3mi_officer' } });
    expect(clockOf(complaint, 'legal#1').entries[0]).toMatchObject({ at: '2026-01-05T02:00:00.000Z' });
  });

  test('a transfer during handling keeps the legal clock that runs', () => {
    const complaint = steps.ready().do('transfer', DINAS, transfer('BP3MI')).do('acceptTransfer', BP3MI);
    expect(Object.keys(complaint.open.clocks).filter((id) => id.startsWith('legal#'))).toEqual(['legal#1']);
    expect(complaint.open.facts).toMatchObject({
      disposition: { body: 'BP3MI', severity: 'STANDARD' },
      unit: null,
    });
  });

  test('a declined transfer returns and climbs one level', () => {
    const complaint = steps
      .handling()
      .do('transfer', DINAS, transfer('BP3MI'))
      .do('declineTransfer', BP3MI, because('NOT_OURS'));
    expect(complaint.open).toMatchObject({
      stage: 'handling',
      custody: { role: 'district_officer' },
      escalationLevel: 4,
      flags: [],
    });
  });

  test('a transfer may be taken back until it is answered', () => {
    const complaint = steps.handling().do('transfer', DINAS, transfer('BP3MI'));
    complaint.do('recallTransfer', DINAS, because('NO_ANSWER'));
    expect(complaint.open).toMatchObject({ flags: [], offers: {} });
  });

  test('what belongs to a body outside is closed by its receipt and watched afterwards', () => {
    const complaint = steps
      .handling()
      .do('notCompetent', DINAS, { body: 'POLRI', reasonCode: 'OTHER_SUBJECT', consent: CONSENT })
      .do('recordHandover', DINAS, { reference: 'LP/B/12/I/2026' });
    expect(complaint.open).toMatchObject({ outcome: 'transferred_out', flags: ['monitored'] });
    expect(complaint.open.milestones['found_not_competent']).toBeDefined();
    complaint.until('2026-02-04T17:00:00.000Z');
    expect(lastEntry(complaint, 'monitoring#2')).toBe('started');
    complaint.do('recordOutsideResult', DINAS, words);
    expect(complaint.open.flags).toEqual([]);
    expect(lastEntry(complaint, 'monitoring#2')).toBe('stopped');
  });

  test('an officer whose rung was reached may act on a case that another office holds', () => {
    const complaint = steps.handling(disposition('BP3MI'));
    expect(complaint.refusal('assignUnit', DINAS, { unit: 'u-1' })).toBe('command/guard');
    complaint.do('escalateByHand', FAMILY, because('NOBODY_ACTS'));
    expect(complaint.open.escalationLevel).toBe(5);
    expect(complaint.refusal('assignUnit', DINAS, { unit: 'u-1' })).toBe('command/guard'); // its rung was never asked
    complaint.do('assignUnit', MINISTRY, { unit: 'u-1' });
  });
});

describe('the urgent lane', () => {
  const urgent = { ...COMPLAINT, urgentSigns: ['DETENTION'] };

  test.each(['MENINGGAL_LN', 'TPPO', 'KEKERASAN', 'DITAHAN'])('is for %s by rule, whoever files it', (category) => {
    expect(steps.intake({ ...COMPLAINT, category }).open.flags).toEqual(['urgent']);
  });

  test('counts hours where others count days, through the night and the weekend', () => {
    const complaint = new TestComplaint()
      .at('2026-01-09T14:00:00.000Z') // Friday evening
      .do('fileComplaint', DESA, urgent)
      .do('acknowledge', actor('system', 'system', ''));
    expect(clockOf(complaint, 'verifying#1')).toMatchObject({ unit: 'hours', target: 24 });
    expect(dueAt(complaint, 'verifying#1')).toBe('2026-01-10T14:00:00.000Z');
  });

  test('climbs in hours as well', () => {
    const complaint = steps.verification(urgent).until('2026-01-06T02:00:00.000Z');
    const rung = Object.values(complaint.open.clocks).find(
      ({ name, told }) => name === 'escalation' && told.length === 0,
    );
    expect(rung).toMatchObject({ unit: 'hours' });
  });

  test('takes over running clocks when an officer marks the case, and never gives a later due moment', () => {
    const complaint = steps.verification();
    expect(clockOf(complaint, 'verifying#1').unit).toBe('working_days');
    complaint.do('markUrgent', DESA, { urgentSigns: ['DANGER'] });
    expect(lastEntry(complaint, 'verifying#1')).toBe('stopped');
    expect(dueAt(complaint, 'verifying#2')).toBe('2026-01-06T02:00:00.000Z');

    const nearly = steps.verification().at('2026-01-08T16:00:00.000Z'); // due within the hour
    nearly.do('markUrgent', DESA, { urgentSigns: ['DANGER'] });
    expect(dueAt(nearly, 'verifying#1')).toBe('2026-01-08T17:00:00.000Z');
    expect(nearly.open.clocks['verifying#2']).toBeUndefined();
  });

  test('is never held up by a missing paper: no clock stands still, and the case goes on without it', () => {
    const complaint = steps.verification(urgent).do('requestInfo', DINAS, {
      wanted: ['ALAMAT'],
      reasonCode: 'DATA_MISSING',
    });
    expect(complaint.open.status).toBe('suspended');
    expect(dueAt(complaint, 'verifying#1')).toBe('2026-01-06T02:00:00.000Z');
    complaint.do('confirmComplete', DINAS, { ...CHECKED, identityChecked: false });
    expect(complaint.open).toMatchObject({ stage: 'disposition', status: 'open', suspension: null });
    expect(lastEntry(complaint, 'awaitingApplicant#1')).toBe('stopped');
  });

  test('is entered when the category becomes a grave one, and the family is called', () => {
    const complaint = steps.handling().do('changeCategory', DINAS, {
      category: 'TPPO',
      reasonCode: 'MATTER_CHANGED',
    });
    expect(complaint.open.flags).toEqual(['urgent']);
    expect(dueAt(complaint, 'contact#1')).toBe('2026-01-05T06:00:00.000Z');
  });
});

describe('the clocks of a complaint', () => {
  test.each([
    ['LIGHT', 2, '2026-01-07T17:00:00.000Z'],
    ['INFORMATION', 5, '2026-01-12T17:00:00.000Z'],
    ['STANDARD', 14, '2026-01-26T17:00:00.000Z'],
    ['EXAMINATION', 60, '2026-03-31T17:00:00.000Z'],
  ])('%s has %i working days from the complete file', (severity, target, due) => {
    const complaint = steps
      .disposition()
      .at('2026-01-06T02:00:00.000Z')
      .do('dispose', DINAS, disposition('DISNAKER', severity));
    expect(clockOf(complaint, 'legal#1')).toMatchObject({ target, warnAtShare: [0.5, 0.8, 0.95] });
    expect(dueAt(complaint, 'legal#1')).toBe(due);
  });

  test('the legal clock runs on through mediation, resolution and other waits, and stops for the family only', () => {
    const complaint = steps.mediation().do('suspendForOther', DINAS, because('AWAITING_MISSION'));
    expect(lastEntry(complaint, 'legal#1')).toBe('started');
    expect(lastEntry(complaint, 'mediating#1')).toBe('paused');
    complaint.do('resume', DINAS).do('holdLegally', DINAS, because('COURT_CASE'));
    expect(lastEntry(complaint, 'legal#1')).toBe('started');
    complaint
      .do('resume', DINAS)
      .do('attach', DINAS, MINUTES)
      .do('failMediation', DINAS, { bothCalled: true, reasonCode: 'PARTY_ABSENT' });
    expect(complaint.open.flags).toEqual(['mediation_failed']);
    complaint.do('requestInfo', DINAS, asked);
    expect(complaint.open).toMatchObject({
      suspension: 'awaiting_applicant',
      flags: ['incomplete', 'mediation_failed'],
    });
    expect(lastEntry(complaint, 'legal#1')).toBe('paused');
    complaint.do('answerInfo', FAMILY);
    expect(lastEntry(complaint, 'legal#1')).toBe('resumed');
    complaint.do('proposeResolution', DINAS, RESOLUTION);
    expect(lastEntry(complaint, 'legal#1')).toBe('resumed');
    complaint.do('fileObjection', FAMILY, because('FACTS_DIFFER'));
    expect(lastEntry(complaint, 'legal#1')).toBe('stopped');
    complaint.do('overturn', BP3MI, review);
    expect(lastEntry(complaint, 'legal#2')).toBe('started');
  });

  test('changing the category keeps the clock', () => {
    const complaint = steps.handling();
    const before = clockOf(complaint, 'legal#1');
    complaint.do('changeCategory', DINAS, { category: 'DOKUMEN_DITAHAN', reasonCode: 'WRONG_CATEGORY' });
    expect(clockOf(complaint, 'legal#1')).toEqual(before);
    expect(complaint.open.facts['category']).toBe('DOKUMEN_DITAHAN');
  });

  test('an urgent complaint wants a human voice within four hours', () => {
    const complaint = steps.verification({ ...COMPLAINT, urgentSigns: ['DETENTION'] });
    expect(complaint.open.flags).toEqual(['urgent']);
    expect(dueAt(complaint, 'contact#1')).toBe('2026-01-05T06:00:00.000Z');
    complaint.until('2026-01-05T06:00:00.000Z');
    expect(complaint.open.escalationLevel).toBe(4);
    complaint.do('contact', DESA, { channel: 'PHONE' });
    expect(lastEntry(complaint, 'contact#1')).toBe('stopped');
    expect(complaint.do('confirmComplete', DINAS, { ...CHECKED, identityChecked: false }).open.stage).toBe(
      'disposition',
    );
  });

  test('no signs, no such clock; an officer may still mark it later', () => {
    const complaint = steps.verification();
    expect(complaint.open.clocks['contact#1']).toBeUndefined();
    complaint.do('markUrgent', DESA, { urgentSigns: ['DANGER'] });
    expect(complaint.open.clocks['contact#1']).toBeDefined();
  });

  test('a letter found late counts from the day it was received', () => {
    const complaint = steps.intake({ ...COMPLAINT, receivedAt: '2025-12-29T02:00:00.000Z' });
    expect(clockOf(complaint, 'acknowledging#1').entries[0]).toMatchObject({ at: '2025-12-29T02:00:00.000Z' });
    expect(dueAt(complaint, 'completing#1')).toBe('2026-01-28T17:00:00.000Z');
  });

  test('waiting for the family ends in a task, never in a refusal', () => {
    const complaint = steps.verification().do('requestInfo', DINAS, asked).until('2026-03-30T17:00:00.000Z');
    expect(complaint.open).toMatchObject({ stage: 'verification', status: 'suspended', outcome: null });
    const tasks = Object.values(complaint.open.tasks).map(({ name }) => name);
    expect(tasks).toEqual(expect.arrayContaining(['awaitingApplicant', 'completing', 'explaining', 'unreachable']));
    expect(complaint.kinds.filter((kind) => kind === 'case.closed')).toEqual([]);
    complaint.do('closeUnanswered', SECOND, because('UNCLEAR'));
    expect(complaint.open.outcome).toBe('not_proven');
  });

  test('reaching the family starts the sixty days again', () => {
    const complaint = steps
      .verification()
      .do('requestInfo', DINAS, asked)
      .at('2026-02-02T02:00:00.000Z')
      .do('contact', DESA, { channel: 'VISIT' });
    expect(lastEntry(complaint, 'unreachable#1')).toBe('stopped');
    expect(dueAt(complaint, 'unreachable#2')).toBe('2026-04-03T17:00:00.000Z');
  });
});

describe('one worker, several complaints', () => {
  tellOfDuplicates({ open: () => steps.verification(), suspects: DESA, decides: DINAS, dismiss: 'dismissDuplicate' });

  test('are searched for when the complaint is acknowledged', () => {
    expect(steps.verification().open.attempts['duplicateSearch']).toEqual({ number: 1, status: 'requested' });
  });

  test('hold the file up until each is decided', () => {
    const complaint = steps.verification().do('suspectDuplicate', DESA, { caseId: OTHER_CASE });
    expect(complaint.refusal('confirmComplete', DINAS, CHECKED)).toBe('command/guard');
    complaint.do('dismissDuplicate', DINAS, { caseId: OTHER_CASE, reasonCode: 'ANOTHER_PERSON' });
    expect(complaint.do('confirmComplete', DINAS, CHECKED).open.stage).toBe('disposition');
  });

  test('that are found when it is being handled are no longer in the way', () => {
    const complaint = steps
      .handling()
      .do('recordDuplicateSearch', SYSTEM, { found: [{ caseId: OTHER_CASE, rule: 'NIK' }] });
    expect(complaint.open.flags).not.toContain('duplicate_suspected');
    expect(complaint.open.attempts['duplicateSearch']?.status).toBe('answered');
  });
});

describe('how a complaint ends', () => {
  test('two officers void a duplicate', () => {
    const complaint = steps.verification().do('proposeVoid', DINAS, because('DUPLICATE'));
    expect(complaint.open.flags).toEqual(['void_proposed']);
    expect(complaint.refusal('confirmVoid', DINAS)).toBe('command/maker-is-checker');
    complaint.do('confirmVoid', SECOND);
    expect(complaint.open).toMatchObject({ stage: 'closed', outcome: 'void_duplicate', flags: [] });
  });

  test('what is not about a worker is void for another reason, unless it is', () => {
    const complaint = steps.verification().do('proposeVoid', DINAS, because('NOT_A_PMI'));
    expect(complaint.do('confirmVoid', SECOND).open.outcome).toBe('void_not_competent');
    const kept = steps.verification().do('proposeVoid', DINAS, because('NOT_A_PMI'));
    expect(kept.do('rejectVoid', SECOND, because('IS_A_PMI')).open).toMatchObject({ stage: 'verification', flags: [] });
  });

  test('a supervisor closes only after the silence is over', () => {
    const complaint = steps.resolution();
    expect(complaint.until('2026-01-20T16:59:59.999Z').refusal('supervisorClose', SECOND)).toBe('command/guard');
    complaint.until('2026-01-20T17:00:00.000Z');
    expect(complaint.open.outcome).toBeNull();
    expect(complaint.refusal('supervisorClose', DINAS)).toBe('command/guard');
    expect(complaint.do('supervisorClose', SECOND).open.outcome).toBe('resolved');
  });

  test('silence on “cannot be solved” lasts six months', () => {
    const rejected = { ...RESOLUTION, result: 'rejected', reasonCode: 'NOT_SOLVABLE' };
    const complaint = steps.resolution(rejected).until('2026-01-20T17:00:00.000Z');
    expect(complaint.refusal('supervisorClose', SECOND)).toBe('command/guard');
    complaint.until('2026-07-05T17:00:00.000Z');
    expect(complaint.do('supervisorClose', SECOND).open.outcome).toBe('rejected');
  });

  test.each([
    ['2026-01-19T16:59:59.999Z', 'done'],
    ['2026-01-19T17:00:00.000Z', 'command/guard'],
  ])('reopening at %s, on day 14 or 15 after the closing, is %s', (now, answer) => {
    expect(steps.closed().at(now).refusal('reopen', FAMILY, because('NEW_EVIDENCE'))).toBe(answer);
  });

  test('a reopened case is handled where it was, under a new legal clock', () => {
    const complaint = steps.closed().do('reopen', FAMILY, because('NOT_CARRIED_OUT'));
    expect(complaint.open).toMatchObject({
      stage: 'handling',
      status: 'open',
      outcome: null,
      closedAt: null,
      custody: { role: 'district_officer' },
    });
    expect(lastEntry(complaint, 'legal#2')).toBe('started');
    expect(dueAt(complaint, 'legal#2')).toBe('2026-01-26T17:00:00.000Z');
  });

  test('a void case that is reopened stands without a severity and gets the longest time', () => {
    const complaint = steps
      .verification()
      .do('proposeVoid', DINAS, because('DUPLICATE'))
      .do('confirmVoid', SECOND)
      .do('reopen', DINAS, because('CLOSED_BY_MISTAKE'));
    expect(complaint.open).toMatchObject({ stage: 'handling', custody: { role: 'district_officer' } });
    expect(clockOf(complaint, 'legal#1').target).toBe(60);
  });

  test('after an appeal the case is not reopened; the appeal itself is heard at any stage', () => {
    const appeal = { body: 'OMBUDSMAN', day: '2026-01-05' };
    for (const stage of ['intake', 'verification', 'disposition', 'handling', 'mediation', 'resolution'] as const) {
      expect(steps[stage]().do('recordAppeal', FAMILY, appeal).open.flags).toContain('appeal_filed');
    }
    const complaint = steps.closed().do('recordAppeal', FAMILY, appeal);
    expect(complaint.refusal('reopen', FAMILY, because('NEW_EVIDENCE'))).toBe('command/guard');
  });

  test('an objection is decided by another person of the office above', () => {
    const complaint = steps.objection();
    expect(complaint.refusal('uphold', DINAS, { ...review, reasonCode: 'FOUND_CORRECT' })).toBe(
      'command/maker-is-checker',
    );
    expect(complaint.refusal('uphold', SECOND, { ...review, reasonCode: 'FOUND_CORRECT' })).toBe('command/guard');
    expect(complaint.do('uphold', BP3MI, { ...review, reasonCode: 'FOUND_CORRECT' }).open.outcome).toBe('resolved');
    const overturned = steps.objection().do('overturn', BP3MI, review);
    expect(overturned.open).toMatchObject({ stage: 'handling', facts: { resolution: null } });
  });

  test('a resolution that was not carried out is handled again', () => {
    const complaint = steps.resolution().do('rejectResolution', FAMILY, because('NOT_CARRIED_OUT'));
    expect(complaint.open).toMatchObject({ stage: 'handling', status: 'open' });
  });

  test('a ministry reviews itself by a person who had no part in it', () => {
    const by = (id: string) => actor('ministry_officer', id, '', 'ministry_officer:35.05');
    const complaint = steps
      .disposition()
      .do('dispose', by('minister-one'), disposition('KP2MI', 'LIGHT', 'TPPO'))
      .do('assignUnit', by('minister-two'), { unit: 'u-1' })
      .do('recordFinding', by('minister-two'), { finding: 'X' })
      .do('proposeResolution', by('minister-two'), RESOLUTION)
      .do('fileObjection', FAMILY, because('FACTS_DIFFER'));
    expect(complaint.refusal('overturn', by('minister-one'), review)).toBe('command/guard');
    expect(complaint.refusal('overturn', by('minister-two'), review)).toBe('command/maker-is-checker');
    expect(complaint.do('overturn', by('minister-three'), review).open.stage).toBe('handling');
  });

  test('a family withdraws alone, and with an officer where there was violence', () => {
    expect(steps.handling().do('withdraw', FAMILY, because('OWN_WISH')).open.outcome).toBe('withdrawn');
    const complaint = steps.verification({ ...COMPLAINT, category: 'KEKERASAN' });
    expect(complaint.refusal('withdraw', FAMILY, because('OWN_WISH'))).toBe('command/guard');
    complaint.do('requestWithdrawal', FAMILY, because('OWN_WISH'));
    expect(complaint.do('denyWithdrawal', DINAS, because('PRESSURE_SUSPECTED')).open.flags).toEqual(['urgent']);
    complaint.do('requestWithdrawal', FAMILY, because('OWN_WISH'));
    expect(complaint.do('grantWithdrawal', DINAS, because('FREE_WILL')).open.outcome).toBe('withdrawn');
  });

  test('a broken commitment ends in a recommendation to sanction, and the deposit may be claimed', () => {
    const complaint = steps
      .handling()
      .do('recordFirstClarification', DINAS, words)
      .do('recordSecondClarification', DINAS, words);
    expect(complaint.refusal('recommendSanction', DINAS, words)).toBe('command/guard');
    complaint.until('2026-01-12T17:00:00.000Z').do('recommendSanction', DINAS, words).do('claimDeposit', DINAS, words);
    expect(complaint.open).toMatchObject({ suspension: 'awaiting_external' });
    expect(Object.keys(complaint.open.milestones)).toEqual(
      expect.arrayContaining(['sanction_recommended', 'deposit_claimed']),
    );
  });
});

describe('a claim beside a complaint', () => {
  test('is wanted with all that opens it, and linked when it is open', () => {
    const complaint = steps.handling().do('openClaim', DINAS, CLAIM);
    expect(wantedCaseOf(complaint.open)).toEqual({
      type: 'claim',
      command: 'reportAccident',
      relation: 'claim',
      input: {
        ...CLAIM,
        areaCode: '35.05.08.2003',
        reporter: { relation: 'FAMILY' },
        subject: STATEMENT,
        findable: true,
        account: STATEMENT,
      },
    });
    expect(complaint.open.attempts['linkedCase']).toEqual({ number: 1, status: 'requested' });
    expect(complaint.refusal('openClaim', DINAS, CLAIM)).toBe('command/guard');
    complaint.do('linkedCaseOpened', SYSTEM, { caseId: OTHER_CASE, relation: 'claim' });
    expect(complaint.open.links).toEqual([{ caseId: OTHER_CASE, relation: 'claim' }]);
    expect(complaint.open.attempts['linkedCase']).toEqual({ number: 1, status: 'answered' });
  });

  test('a reporter whom the claim rule does not know is replaced by the office that opens it', () => {
    const complaint = steps.verification({ ...COMPLAINT, reporter: { relation: 'NEIGHBOUR' } });
    const relationBy = (by: typeof DINAS) =>
      steps.verification({ ...COMPLAINT, reporter: { relation: 'NEIGHBOUR' } }).do('openClaim', by, CLAIM).open.facts[
        'linkedCase'
      ];
    expect(complaint.open.facts['reporter']).toEqual({ relation: 'NEIGHBOUR' });
    expect(relationBy(DINAS)).toMatchObject({ input: { reporter: { relation: 'DISTRICT_LABOUR_OFFICE' } } });
    expect(relationBy(BP3MI)).toMatchObject({ input: { reporter: { relation: 'BP2MI' } } });
    expect(relationBy(DESA)).toMatchObject({ input: { reporter: { relation: 'FAMILY' } } });
  });

  test('a refusal is kept as a flag until a later try succeeds, even when the case waits or is closed', () => {
    const complaint = steps
      .handling()
      .do('openClaim', DINAS, CLAIM)
      .do('requestInfo', DINAS, asked)
      .do('linkedCaseRefused', SYSTEM, { refusal: 'command/guard' });
    expect(complaint.open.flags).toEqual(['incomplete', 'linked_case_refused']);
    complaint.do('openClaim', DINAS, CLAIM).do('withdraw', FAMILY, because('OWN_WISH'));
    complaint.do('linkedCaseOpened', SYSTEM, { caseId: OTHER_CASE, relation: 'claim' });
    expect(complaint.open).toMatchObject({ status: 'closed', attempts: { linkedCase: { number: 2 } } });
    expect(complaint.open.flags).not.toContain('linked_case_refused');
  });
});

describe('what the complaint definition refuses', () => {
  const filed = (change: object, by = DESA) =>
    new TestComplaint().refusal('fileComplaint', by, { ...COMPLAINT, ...change });
  const offered = () => steps.handling().do('transfer', DINAS, transfer('BP3MI'));
  const referred = () =>
    steps.handling().do('refer', DINAS, { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT });

  test.each([
    ['an unknown category', () => filed({ category: 'CUACA' }), 'command/guard'],
    ['another person’s matter without consent', () => filed({ consent: false }), 'command/guard'],
    ['a family that nobody can reach', () => filed({}, FAMILY), 'command/guard'],
    ['a letter from the future', () => filed({ receivedAt: '2026-01-06T00:00:00.000Z' }), 'command/guard'],
    ['a village without its code', () => filed({ areaCode: '35.05' }, DINAS), 'command/invalid-input'],
    ['free text', () => filed({ chronology: 'Ia pergi tanpa paspor' }), 'command/invalid-input'],
    ['another regency', () => filed({ areaCode: '35.07.01.2001' }), 'command/outside-jurisdiction'],
    [
      'a void by the village',
      () => steps.verification().refusal('proposeVoid', DESA, because('DUPLICATE')),
      'command/wrong-role',
    ],
    [
      'agreeing to a void that nobody proposed',
      () => steps.verification().refusal('confirmVoid', DINAS),
      'command/guard',
    ],
    [
      'a second proposal to void',
      () =>
        steps
          .verification()
          .do('proposeVoid', DINAS, because('DUPLICATE'))
          .refusal('proposeVoid', SECOND, because('DUPLICATE')),
      'command/guard',
    ],
    [
      'completing a file that may be void',
      () =>
        steps.verification().do('proposeVoid', DINAS, because('DUPLICATE')).refusal('confirmComplete', DINAS, CHECKED),
      'command/guard',
    ],
    [
      'completing without a search for duplicates',
      () => steps.verification().refusal('confirmComplete', DINAS, { ...CHECKED, duplicatesSearched: false }),
      'command/guard',
    ],
    [
      'a lawyer without a power of attorney',
      () =>
        steps
          .verification({ ...COMPLAINT, reporter: { relation: 'LAWYER' } })
          .refusal('confirmComplete', DINAS, CHECKED),
      'command/guard',
    ],
    ['a paper nobody knows', () => steps.verification().refusal('attach', DESA, paper('dowry', 'X')), 'command/guard'],
    [
      'marking urgent twice',
      () =>
        steps
          .verification()
          .do('markUrgent', DESA, { urgentSigns: ['DEATH'] })
          .refusal('markUrgent', DESA, { urgentSigns: ['DEATH'] }),
      'command/guard',
    ],
    [
      'an answer that nobody waits for',
      () => steps.verification().refusal('answerInfo', FAMILY),
      'command/wrong-stage',
    ],
    [
      'resuming while the family is asked',
      () => steps.handling().do('requestInfo', DINAS, asked).refusal('resume', DINAS),
      'command/guard',
    ],
    [
      'an answer of the family while another party is awaited',
      () => steps.handling().do('suspendForOther', DINAS, because('AWAITING_AGENCY')).refusal('answerInfo', FAMILY),
      'command/guard',
    ],
    [
      'closing for want of an answer before the time of the article',
      () => steps.verification().do('requestInfo', DINAS, asked).refusal('closeUnanswered', SECOND, because('UNCLEAR')),
      'command/guard',
    ],
    [
      'closing for want of an answer by the officer who asked',
      () =>
        steps
          .verification()
          .do('requestInfo', DINAS, asked)
          .until('2026-03-30T17:00:00.000Z')
          .refusal('closeUnanswered', DINAS, because('UNCLEAR')),
      'command/maker-is-checker',
    ],
    [
      'a body that is not competent',
      () => steps.disposition().refusal('dispose', DINAS, disposition('DESA')),
      'command/guard',
    ],
    [
      'disposing to a body outside',
      () => steps.disposition().refusal('dispose', DINAS, disposition('PERWAKILAN')),
      'command/guard',
    ],
    [
      'disposing while a transfer is open',
      () =>
        steps.disposition().do('transfer', DINAS, transfer('BP3MI', 'LIGHT')).refusal('dispose', DINAS, disposition()),
      'command/guard',
    ],
    [
      'a transfer without a severity',
      () => steps.disposition().refusal('transfer', DINAS, transfer('BP3MI')),
      'command/guard',
    ],
    ['a transfer to oneself', () => steps.handling().refusal('transfer', DINAS, transfer('DISNAKER')), 'command/guard'],
    ['accepting what was not offered', () => steps.handling().refusal('acceptTransfer', BP3MI), 'command/guard'],
    ['accepting for another body', () => offered().refusal('acceptTransfer', MINISTRY), 'command/guard'],
    [
      'declining for another body',
      () => offered().refusal('declineTransfer', DINAS, because('NOT_OURS')),
      'command/guard',
    ],
    [
      'a handover to a body that answers here',
      () => offered().refusal('recordHandover', DINAS, { reference: 'X-1' }),
      'command/guard',
    ],
    [
      'a second referral',
      () => referred().refusal('refer', DINAS, { body: 'KP2MI', reasonCode: 'NEEDS_HELP', consent: CONSENT }),
      'command/guard',
    ],
    [
      'returning no referral',
      () => steps.handling().refusal('returnReferral', BP3MI, because('NOT_OURS')),
      'command/guard',
    ],
    ['accepting no referral', () => steps.handling().refusal('acceptReferral', BP3MI), 'command/guard'],
    ['a result of no body outside', () => steps.closed().refusal('recordOutsideResult', DINAS, words), 'command/guard'],
    [
      'work by an office that does not hold it',
      () => steps.handling().refusal('assignUnit', BP3MI, { unit: 'u-1' }),
      'command/guard',
    ],
    [
      'a mediation without a unit',
      () => steps.handling().refusal('startMediation', DINAS, { sessionDay: '2026-01-12' }),
      'command/guard',
    ],
    ['a settlement without minutes', () => steps.mediation().refusal('settle', DINAS, settlement), 'command/guard'],
    [
      'a settlement with one party',
      () =>
        steps
          .mediation()
          .do('attach', DINAS, MINUTES)
          .refusal('settle', DINAS, { ...settlement, bothCalled: false }),
      'command/guard',
    ],
    [
      'the minutes of the mediation before',
      () =>
        steps
          .mediation()
          .do('attach', DINAS, MINUTES)
          .do('failMediation', DINAS, { bothCalled: true, reasonCode: 'PARTY_ABSENT' })
          .do('startMediation', DINAS, { sessionDay: '2026-01-14' })
          .refusal('settle', DINAS, settlement),
      'command/guard',
    ],
    [
      'a second clarification without a first',
      () => steps.handling().refusal('recordSecondClarification', DINAS, words),
      'command/guard',
    ],
    [
      'a resolution without a finding',
      () => steps.handling().do('assignUnit', DINAS, { unit: 'u-1' }).refusal('proposeResolution', DINAS, RESOLUTION),
      'command/guard',
    ],
    [
      'a resolution the family has not been told',
      () =>
        steps
          .ready()
          .refusal('proposeResolution', DINAS, { ...RESOLUTION, told: { channel: 'PHONE', reached: false } }),
      'command/guard',
    ],
    [
      'a refusal without a reason',
      () => steps.ready().refusal('proposeResolution', DINAS, { ...RESOLUTION, result: 'not_proven' }),
      'command/guard',
    ],
    [
      'a resolution without an article',
      () => steps.ready().refusal('proposeResolution', DINAS, { ...RESOLUTION, article: 'menurut saya' }),
      'command/invalid-input',
    ],
    [
      'accepting one’s own resolution',
      () =>
        steps
          .handling(disposition('DESA', 'LIGHT', 'PERMINTAAN_INFORMASI'))
          .do('assignUnit', DESA, { unit: 'u-1' })
          .do('recordFinding', DESA, { finding: 'X' })
          .do('proposeResolution', DESA, RESOLUTION)
          .refusal('acceptResolution', DESA),
      'command/guard',
    ],
    [
      'a reason of another command',
      () => steps.resolution().refusal('rejectResolution', FAMILY, because('DUPLICATE')),
      'command/unknown-reason',
    ],
    [
      'reopening a draft that was thrown away',
      () =>
        new TestComplaint()
          .do('openDraft', DESA, COMPLAINT)
          .do('discardDraft', DESA, because('OWN_WISH'))
          .refusal('reopen', DESA, because('CLOSED_BY_MISTAKE')),
      'command/guard',
    ],
    [
      'deciding a withdrawal that nobody asked for',
      () => steps.handling().refusal('grantWithdrawal', DINAS, because('FREE_WILL')),
      'command/guard',
    ],
    [
      'a change to the same category',
      () =>
        steps
          .handling()
          .refusal('changeCategory', DINAS, { category: 'GAJI_TIDAK_DIBAYAR', reasonCode: 'WRONG_CATEGORY' }),
      'command/guard',
    ],
    [
      'a claim for an event to come',
      () => steps.handling().refusal('openClaim', DINAS, { ...CLAIM, lines: [{ code: 'JKM_SELAMA', askedIdr: '1' }] }),
      'command/guard',
    ],
    [
      'a claim of an event in the future',
      () => steps.handling().refusal('openClaim', DINAS, { ...CLAIM, riskDay: '2026-02-01' }),
      'command/guard',
    ],
    [
      'accepting a transfer that was declined',
      () => offered().do('declineTransfer', BP3MI, because('NOT_OURS')).refusal('acceptTransfer', BP3MI),
      'command/guard',
    ],
    [
      'accepting a referral twice',
      () => referred().do('acceptReferral', BP3MI).refusal('acceptReferral', BP3MI),
      'command/guard',
    ],
    [
      'returning a referral twice',
      () =>
        referred()
          .do('acceptReferral', BP3MI)
          .do('returnReferral', BP3MI, because('CANNOT_HELP'))
          .refusal('returnReferral', BP3MI, because('CANNOT_HELP')),
      'command/guard',
    ],
    [
      'an objection decided by the office that handled it',
      () => steps.objection().refusal('overturn', actor('district_officer', 'dinas-three'), review),
      'command/guard',
    ],
    [
      'a draft that says too little',
      () =>
        new TestComplaint().do('openDraft', DESA, { areaCode: '35.05.08.2003', consent: true }).refusal('submit', DESA),
      'command/guard',
    ],
    [
      'a draft without consent',
      () => new TestComplaint().do('openDraft', DESA, { ...COMPLAINT, consent: false }).refusal('submit', DESA),
      'command/guard',
    ],
    [
      'a draft of a family that nobody can reach',
      () => new TestComplaint().do('openDraft', FAMILY, COMPLAINT).refusal('submit', FAMILY),
      'command/guard',
    ],
  ] as const)('%s', (_what, attempt, code) => {
    expect(attempt()).toBe(code);
  });

  test.each([
    ['signs of danger', { consent: false, urgentSigns: ['DETENTION'] }],
    ['a dead worker', { consent: false, category: 'MENINGGAL_LN' }],
    ['the worker’s own word', { consent: false, reporter: { relation: 'PARTICIPANT' } }],
  ])('but asks for no consent with %s', (_what, change) => {
    expect(filed(change)).toBe('done');
  });
});

describe('from office to office', () => {
  test('a complaint goes there and back', () => {
    passAround(() => steps.handling());
  });

  test('a complaint is passed on by nobody else, to nobody else, once', () => {
    const refused = refusedRound(() => steps.handling());
    expect(refused.filter(([, code]) => code !== 'command/guard')).toEqual([]);
  });
});

/** Last in this file: it judges the tests above. */
test('every guard has refused here, and every reason was taken', () => {
  expect(unseen(complaintWitness, complaintModel.definition)).toEqual([]);
});
