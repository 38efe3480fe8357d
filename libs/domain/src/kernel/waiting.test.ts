import { describe, expect, test } from '@jest/globals';
import { calendar, FAMILY, MAKER, model, steps, SYSTEM, VILLAGE, type TestCase } from '../testing/claim-world.ts';
import { because, BP3MI, complaintModel, complaintSteps, CONSENT, DINAS } from '../testing/complaint-world.ts';
import { dueInstant } from './clock/ledger.ts';
import { nearestDue, nextDeadline } from './clock/next-deadline.ts';
import type { WaitedFor } from './vocabulary.ts';
import { waitsFor } from './waiting.ts';

const infoAsked = (claim: TestCase): TestCase =>
  claim.do('requestInfo', MAKER, { requirements: ['form'], reasonCode: 'PAPER_MISSING' });
const paperAsked = (claim: TestCase): TestCase =>
  claim.do('requestPaper', VILLAGE, { requirement: 'accidentLetter', document: 'SK_KDEI', addressee: 'KDEI' });

describe('a claim waits', () => {
  test.each<[string, () => TestCase, readonly WaitedFor[]]>([
    ['for nobody while papers are gathered', steps.evidence, []],
    ['for nobody while the file is verified', steps.verification, []],
    ['for the insurer while it reviews', steps.review, ['insurer']],
    ['for the family once it is decided', steps.decided, ['family']],
    ['for the insurer while it pays', steps.payment, ['insurer']],
    ['for the family to confirm', steps.confirm, ['family']],
    ['for nobody once it is closed', steps.closed, []],
    ['for the family that was asked', () => infoAsked(steps.evidence()), ['family']],
    ['for an issuer that was asked, while the work goes on', () => paperAsked(steps.evidence()), ['third_party']],
    ['for both', () => infoAsked(paperAsked(steps.evidence())), ['family', 'third_party']],
    [
      'for another party',
      () => steps.evidence().do('suspendForOther', VILLAGE, because('AWAITING_EMPLOYER')),
      ['third_party'],
    ],
    ['for the court', () => steps.evidence().do('holdLegally', MAKER, because('COURT_CASE')), ['legal_process']],
    [
      'for nobody when it goes on',
      () => steps.evidence().do('suspendForOther', VILLAGE, because('AWAITING_EMPLOYER')).do('resume', VILLAGE),
      [],
    ],
  ])('%s', (_whom, story, expected) => {
    expect(waitsFor(model.definition, story().open)).toEqual(expected);
  });
});

test('a case that is closed waits for nobody, whatever is still up', () => {
  expect(waitsFor(model.definition, { ...paperAsked(steps.evidence()).open, status: 'closed' })).toEqual([]);
});

test('a complaint that was answered waits for the family, and for nobody once it objects', () => {
  const answered = complaintSteps.resolution();
  expect(waitsFor(complaintModel.definition, answered.open)).toEqual(['family']);
  answered.do('fileObjection', FAMILY, because('FACTS_DIFFER'));
  expect(waitsFor(complaintModel.definition, answered.open)).toEqual([]);
});

describe('a case that is offered to another body waits', () => {
  const offer = (body: string, reasonCode: string) => ({ body, reasonCode, consent: CONSENT });
  test.each<[string, () => TestCase, readonly WaitedFor[]]>([
    [
      'for the office that may take it over',
      () => complaintSteps.ready().do('transfer', DINAS, offer('BP3MI', 'OTHER_LEVEL')),
      ['office'],
    ],
    [
      'for the office that may help',
      () => complaintSteps.ready().do('refer', DINAS, offer('BP3MI', 'NEEDS_HELP')),
      ['office'],
    ],
    [
      'for a body outside',
      () => complaintSteps.ready().do('refer', DINAS, offer('POLRI', 'NEEDS_HELP')),
      ['third_party'],
    ],
    [
      'for nobody once help is promised',
      () => complaintSteps.ready().do('refer', DINAS, offer('BP3MI', 'NEEDS_HELP')).do('acceptReferral', BP3MI),
      [],
    ],
    [
      'for nobody once it is taken back',
      () =>
        complaintSteps
          .ready()
          .do('transfer', DINAS, offer('BP3MI', 'OTHER_LEVEL'))
          .do('recallTransfer', DINAS, because('NO_ANSWER')),
      [],
    ],
  ])('%s', (_whom, story, expected) => {
    expect(waitsFor(complaintModel.definition, story().open)).toEqual(expected);
  });
});

describe('the nearest due instant', () => {
  test('is no warning: it is when a clock runs out', () => {
    const { open } = steps.verification();
    const due = nearestDue(open, calendar);
    expect(nextDeadline(open, calendar)?.threshold).toMatch(/^share:/);
    expect(due?.clockId).toBe('verifying#1');
    expect((nextDeadline(open, calendar)?.at ?? '') < (due?.at ?? '')).toBe(true);
  });

  test('stays the one that has passed until its work is done', () => {
    const claim = steps.verification();
    const due = nearestDue(claim.open, calendar);
    claim.at('2026-02-09T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(nearestDue(claim.open, calendar)).toEqual(due);
    expect((nextDeadline(claim.open, calendar)?.at ?? '') > claim.now).toBe(true);
  });

  test('is the earliest of all clocks that run, and none of those that stand still', () => {
    const { open } = infoAsked(steps.verification());
    const running = Object.values(open.clocks).flatMap((clock) => dueInstant(clock, calendar) ?? []);
    expect(nearestDue(open, calendar)).toEqual({ clockId: 'awaitingApplicant#1', at: running.sort()[0] });
    expect(open.clocks['verifying#1']?.entries.at(-1)?.action).toBe('paused');
  });

  test('is none once a case is closed for good', () => {
    expect(nearestDue(steps.closed().open, calendar)).toBeNull();
  });
});
