import { describe, expect, test } from '@jest/globals';
import '../testing/claim-heirs.ts';
import '../testing/claim-money.ts';
import { openingCommandOf } from './index.ts';
import { lintDefinition } from '../kernel/linter.ts';
import { requirementsOf } from './evidence.ts';
import { ROLES } from '../kernel/vocabulary.ts';
import {
  actor,
  approval,
  CHECKER,
  claimWitness,
  FAMILY,
  failure,
  INSURER,
  MAKER,
  model,
  OPENING,
  paper,
  payment,
  rejection,
  STATEMENT,
  steps,
  SYSTEM,
  TestCase,
  VILLAGE,
} from '../testing/claim-world.ts';
import { tellOfDuplicates } from '../testing/duplicate-story.ts';
import { unseen } from '../testing/witness.ts';
import { passAround, refusedRound } from '../testing/custody-round.ts';
import { CONSENT, DINAS } from '../testing/complaint-world.ts';

tellOfDuplicates({ open: () => steps.complete(), suspects: VILLAGE, decides: MAKER, dismiss: 'clearDuplicate' });

describe('a claim of which there may be another', () => {
  const OTHER = '3f6a1c52-0000-4000-8000-000000000009';

  test('is searched for when it goes to be verified, and at the door if enough is known of the worker', () => {
    const open = (findable?: boolean) =>
      new TestCase().do('reportAccident', VILLAGE, { ...OPENING, ...(findable === undefined ? {} : { findable }) })
        .open;
    expect(open().attempts).toEqual({});
    expect(open(false).attempts).toEqual({});
    expect(open(true).attempts).toEqual({ duplicateSearch: { number: 1, status: 'requested' } });
    expect(open(true).facts).not.toHaveProperty('findable');
    expect(steps.complete().do('markComplete', VILLAGE).open.attempts).toEqual({
      duplicateSearch: { number: 1, status: 'requested' },
    });
  });

  test('is not submitted before each is decided', () => {
    const claim = steps
      .ready()
      .do('recordDuplicateSearch', SYSTEM, { found: [{ caseId: OTHER, rule: 'NAME_BIRTH_VILLAGE' }] });
    expect(claim.refusal('submit', MAKER)).toBe('command/guard');
    claim.do('confirmSameWorker', MAKER, { caseId: OTHER, reasonCode: 'ANOTHER_MATTER' });
    expect(claim.do('submit', MAKER).open.stage).toBe('submitted');
  });

  test('stays a question to the district while the claim goes on', () => {
    const claim = steps.evidence().do('recordDuplicateSearch', SYSTEM, { found: [{ caseId: OTHER, rule: 'NIK' }] });
    for (const { requirement, rule } of requirementsOf(model.definition, model.code.conditions, claim.open))
      claim.do('attach', VILLAGE, paper(requirement, rule.anyOf[0]?.document ?? ''));
    claim.do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: STATEMENT }).do('markComplete', VILLAGE);
    const asked = () => Object.values(claim.open.tasks).filter(({ name }) => name === 'recordDuplicateSearch');
    expect(asked()).toMatchObject([{ status: 'unassigned' }]);
    claim.do('clearDuplicate', MAKER, { caseId: OTHER, reasonCode: 'ANOTHER_PERSON' });
    expect(asked()).toMatchObject([{ status: 'completed' }]);
  });

  test('is searched for in vain once the insurer has it: nobody here could decide', () => {
    const claim = steps.review().do('recordDuplicateSearch', SYSTEM, { found: [{ caseId: OTHER, rule: 'NIK' }] });
    expect(claim.open.flags).not.toContain('duplicate_suspected');
  });
});

describe('the claim definition', () => {
  test('has no fault that the linter knows', () => {
    expect(lintDefinition(model.definition, model.code, ROLES)).toEqual([]);
  });

  test('carries a claim from the village to the money', () => {
    const { open } = steps.closed();
    expect(open).toMatchObject({
      stage: 'closed',
      status: 'closed',
      outcome: 'paid_full',
      attempts: { submission: { number: 1, status: 'answered' }, payment: { number: 1, status: 'answered' } },
    });
    expect(open.lines['JKK_RAWAT_LN']).toMatchObject({
      askedIdr: '42500000',
      verifiedIdr: '42500000',
      decidedIdr: '42500000',
      paidIdr: '42500000',
    });
    expect(Object.values(open.clocks).every(({ entries }) => entries.at(-1)?.action === 'stopped')).toBe(true);
  });

  test('keeps the substitute letter and why the main one could not be had', () => {
    expect(steps.complete().open.evidence['accidentLetter']).toMatchObject({
      document: 'SK_KDEI',
      substitute: true,
      reasonCode: 'ISSUER_REFUSED',
    });
  });

  test('pauses the insurer’s clock while the family looks for a paper, and lets it run on afterwards', () => {
    const claim = steps.review().do('insurerRequestsInfo', INSURER, {
      reference: 'BPJS-1',
      documents: ['BUKTI_BAYAR'],
      reasonCode: 'COST_PROOF_INCOMPLETE',
    });
    expect(claim.open).toMatchObject({ status: 'suspended', suspension: 'awaiting_applicant' });
    expect(claim.open.clocks['insurerReview#1']?.entries.at(-1)).toMatchObject({ action: 'paused' });
    const asked = (): string | undefined =>
      Object.values(claim.open.tasks).find(({ name }) => name === 'insurerRequestsInfo')?.status;
    expect(asked()).toBe('unassigned'); // the village goes and tells the family
    claim
      .at('2026-01-07T02:00:00.000Z')
      .do('attach', VILLAGE, paper('paymentProof', 'BUKTI_BAYAR'))
      .do('answerInsurer', VILLAGE);
    expect(claim.open).toMatchObject({ status: 'open', attempts: { information: { number: 1, status: 'requested' } } });
    expect(claim.open.clocks['insurerReview#1']?.entries.at(-1)).toMatchObject({ action: 'resumed' });
    expect(asked()).toBe('completed');
  });

  test('a paper that goes back must be approved again by both officers', () => {
    const claim = steps
      .verified()
      .do('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] })
      .do('returnItem', MAKER, { requirement: 'passport', reasonCode: 'DATA_DIFFER' });
    expect(claim.open.stage).toBe('evidence');
    claim.do('attach', VILLAGE, paper('passport', 'PASPOR')).do('markComplete', VILLAGE);
    claim.do('verifyItem', MAKER, { requirement: 'passport', against: 'ORIGINAL' });
    expect(claim.refusal('checkFile', CHECKER)).toBe('command/guard');
  });

  test('a failed payment is ordered again after somebody who did not change the account has verified it', () => {
    const claim = steps
      .payment()
      .do('paymentFailed', INSURER, failure())
      .do('recordPayee', MAKER, { kind: 'PARTICIPANT', account: OPENING['subject'] ?? null });
    expect(claim.refusal('verifyAccount', MAKER, { against: 'PASSBOOK' })).toBe('command/maker-is-checker');
    expect(claim.refusal('reorderPayment', CHECKER)).toBe('command/guard');
    claim.do('verifyAccount', CHECKER, { against: 'PASSBOOK' }).do('reorderPayment', MAKER);
    expect(claim.open.attempts['payment']).toEqual({ number: 2, status: 'requested' });
  });
});

describe('the expiry of a claim', () => {
  const running = ({ open }: TestCase): boolean =>
    Object.values(open.clocks).some(({ name, entries }) => name === 'expiry' && entries.at(-1)?.action === 'started');

  test('counts from the event, stops with the receipt, and runs again when the file comes back or is reopened', () => {
    expect(steps.reported().open.clocks['expiry#1']?.entries[0]?.at).toBe('2025-12-19T17:00:00.000Z');
    const claim = steps.review();
    expect(running(claim)).toBe(false);
    expect(running(claim.do('insurerRefusedIntake', INSURER, { reasonCode: 'FILE_INCOMPLETE' }))).toBe(true);
    const family = actor('family', 'family', '35.05.08.2003', 'family');
    claim.do('withdraw', family, { reasonCode: 'OWN_WISH' });
    expect(running(claim)).toBe(false);
    expect(running(claim.do('reopen', MAKER, { reasonCode: 'CLOSED_BY_MISTAKE' }))).toBe(true);
  });
});

describe('what the claim definition refuses', () => {
  test.each([
    [
      'a village officer who verifies',
      () => steps.verification().refusal('verifyItem', VILLAGE, { requirement: 'form', against: 'ORIGINAL' }),
      'command/wrong-role',
    ],
    ['verifying one’s own paper', () => own(), 'command/guard'],
    [
      'an officer of another regency',
      () =>
        steps
          .verification()
          .refusal('verifyItem', actor('district_officer', 'x', '35.07'), { requirement: 'form', against: 'ORIGINAL' }),
      'command/outside-jurisdiction',
    ],
    [
      'a stale version',
      () => steps.reported().refusal('recordAccidentOutcome', VILLAGE, { outcome: 'RECOVERED', day: '2026-01-02' }, 1),
      'case/stale-version',
    ],
    ['the wrong stage', () => steps.reported().refusal('submit', MAKER), 'command/wrong-stage'],
    ['an unknown command', () => steps.reported().refusal('pay', MAKER), 'command/unknown'],
    ['opening twice', () => steps.reported().refusal('reportAccident', VILLAGE, OPENING), 'case/already-opened'],
    ['a command on no case', () => new TestCase().refusal('submit', MAKER), 'case/not-found'],
    [
      'an event in the future',
      () => new TestCase().refusal('reportAccident', VILLAGE, { ...OPENING, riskDay: '2026-02-01' }),
      'command/guard',
    ],
    [
      'a paper received in the future',
      () => new TestCase().refusal('reportAccident', VILLAGE, { ...OPENING, receivedAt: '2026-01-06T00:00:00.000Z' }),
      'command/guard',
    ],
    [
      'a day that does not exist',
      () => new TestCase().refusal('reportAccident', VILLAGE, { ...OPENING, riskDay: '2025-02-30' }),
      'command/invalid-input',
    ],
    ['an incomplete file', () => steps.evidence().refusal('markComplete', VILLAGE), 'command/guard'],
    [
      'a file without an account',
      () => {
        const claim = steps.complete();
        delete (claim.open.facts as Record<string, unknown>)['payees'];
        return claim.refusal('markComplete', VILLAGE);
      },
      'command/guard',
    ],
    [
      'a paper the claim does not need',
      () => steps.evidence().refusal('attach', VILLAGE, paper('dowry', 'X')),
      'command/guard',
    ],
    [
      'a document that does not settle the requirement',
      () => steps.evidence().refusal('attach', VILLAGE, paper('passport', 'KPJ')),
      'command/guard',
    ],
    [
      'a substitute without a reason',
      () => steps.evidence().refusal('attach', VILLAGE, paper('accidentLetter', 'SK_KDEI')),
      'command/guard',
    ],
    [
      'a main paper as a substitute',
      () =>
        steps.evidence().refusal('useSubstitute', VILLAGE, {
          ...paper('accidentLetter', 'SK_MAJIKAN'),
          reasonCode: 'ISSUER_REFUSED',
        }),
      'command/guard',
    ],
    [
      'an unknown reason',
      () =>
        steps
          .evidence()
          .refusal('useSubstitute', VILLAGE, { ...paper('accidentLetter', 'SK_KDEI'), reasonCode: 'TOO_FAR' }),
      'command/unknown-reason',
    ],
    [
      'approval before every paper is verified',
      () => steps.verification().refusal('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '1' }] }),
      'command/guard',
    ],
    [
      'approval without membership on the day',
      () =>
        steps
          .verified()
          .do('recordMembership', MAKER, { from: '2026-01-01', until: '2027-01-01', active: true, source: 'BPJS_CARD' })
          .refusal('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '1' }] }),
      'command/guard',
    ],
    [
      'approval with an inactive membership',
      () =>
        steps
          .verified()
          .do('recordMembership', MAKER, {
            from: '2025-01-01',
            until: '2027-01-01',
            active: false,
            source: 'BPJS_CARD',
          })
          .refusal('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '1' }] }),
      'command/guard',
    ],
    [
      'the second check by the same officer',
      () =>
        steps
          .verified()
          .do('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] })
          .refusal('checkFile', MAKER),
      'command/maker-is-checker',
    ],
    [
      'a decision with another reference',
      () => steps.review().refusal('approve', INSURER, { ...approval('42500000'), reference: 'BPJS-2' }),
      'command/guard',
    ],
    [
      'a decision that leaves a line out',
      () =>
        steps.review().refusal('approve', INSURER, {
          reference: 'BPJS-1',
          lines: [{ code: 'JKK_TRANSPORT', decision: 'approved', approvedIdr: '1' }],
        }),
      'command/guard',
    ],
    [
      'a partial approval called full',
      () => steps.review().refusal('approve', INSURER, approval('1000')),
      'command/guard',
    ],
    [
      'a full approval called partial',
      () => steps.review().refusal('approvePart', INSURER, approval('42500000')),
      'command/guard',
    ],
    [
      'a rejection without article',
      () => steps.review().refusal('reject', INSURER, rejection({ reasonCode: 'NOT_PROVEN' })),
      'command/guard',
    ],
    [
      'an approval called rejection',
      () => steps.review().refusal('reject', INSURER, approval('42500000')),
      'command/guard',
    ],
    [
      'payment of a rejected claim',
      () => steps.review().do('reject', INSURER, rejection()).refusal('acceptDecision', VILLAGE),
      'command/guard',
    ],
    [
      'closing an approved claim as rejected',
      () => steps.decided().refusal('acceptRejection', VILLAGE),
      'command/guard',
    ],
    [
      'ending as rejected while a part stands approved',
      () =>
        steps
          .review()
          .do('approvePart', INSURER, approval('1000'))
          .do('fileObjection', VILLAGE, { reasonCode: 'FACTS_DIFFER' })
          .refusal('maintain', INSURER, { reasonCode: 'NOT_PROVEN', article: 'Pasal 34' }),
      'command/guard',
    ],
    [
      'another amount than decided',
      () => steps.payment().refusal('paid', INSURER, payment('42500001')),
      'command/guard',
    ],
    [
      'a payment ordered again without a failure',
      () => steps.payment().refusal('reorderPayment', CHECKER),
      'command/guard',
    ],
    [
      'settling a dispute that nobody raised',
      () => steps.payment().refusal('insurerSettlesDispute', INSURER, { paymentReference: 'PAY-1' }),
      'command/guard',
    ],
    [
      'reopening what was paid',
      () => steps.closed().refusal('reopen', MAKER, { reasonCode: 'NEW_EVIDENCE' }),
      'command/guard',
    ],
    ['an answer when nothing was asked', () => steps.review().refusal('answerInsurer', VILLAGE), 'command/wrong-stage'],
    [
      'a submission while the case waits',
      () =>
        steps
          .verification()
          .do('requestInfo', MAKER, { requirements: ['form'], reasonCode: 'PAPER_UNREADABLE' })
          .refusal('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '1' }] }),
      'case/suspended',
    ],
  ] as const)('%s', (_what, attempt, code) => {
    expect(attempt()).toBe(code);
  });

  /** A paper attached by the officer who then wants to verify it. */
  function own(): string {
    const claim = steps.evidence().do('attach', MAKER, paper('form', 'FORMULIR_KLAIM'));
    for (const [requirement, document] of [
      ['memberCard', 'KPJ'],
      ['passport', 'PASPOR'],
      ['medicalResume', 'RESUME_MEDIS'],
      ['paymentProof', 'BUKTI_BAYAR'],
      ['account', 'REKENING_PESERTA'],
      ['accidentLetter', 'SK_MAJIKAN'],
    ] as const) {
      claim.do('attach', VILLAGE, paper(requirement, document));
    }
    claim
      .do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: OPENING['subject'] ?? null })
      .do('markComplete', VILLAGE);
    return claim.refusal('verifyItem', MAKER, { requirement: 'form', against: 'ORIGINAL' });
  }
});

describe('beside the main road of a claim', () => {
  const because = (reasonCode: string) => ({ reasonCode });
  const DEATH = { ...OPENING, claimType: 'JKM_SELAMA', lines: [{ code: 'JKM_SELAMA', askedIdr: '85000000' }] };
  const CHILD = { child: STATEMENT, level: 'SD', askedIdr: '1500000' };

  test('it waits for others, is held for the law, and goes on by the command that fits the wait', () => {
    const claim = steps.evidence().do('suspendForOther', VILLAGE, because('AWAITING_EMPLOYER'));
    expect(claim.refusal('answerInfo', VILLAGE)).toBe('command/guard');
    claim.do('resume', VILLAGE).do('holdLegally', MAKER, because('COURT_CASE')).do('resume', MAKER);
    claim.do('requestInfo', MAKER, { requirements: ['form'], reasonCode: 'PAPER_MISSING' });
    expect(claim.refusal('resume', MAKER)).toBe('command/guard');
    expect(claim.do('answerInfo', VILLAGE).open).toMatchObject({ status: 'open', stage: 'evidence' });
  });

  test('it climbs by hand, and is marked urgent once', () => {
    const claim = steps
      .evidence()
      .do('escalateByHand', VILLAGE, because('NOBODY_ACTS'))
      .do('markUrgent', MAKER, { urgentSigns: ['CRITICAL_ILLNESS'] });
    expect(claim.open).toMatchObject({ escalationLevel: 2, flags: ['urgent'] });
    expect(claim.refusal('markUrgent', MAKER, { urgentSigns: ['DANGER'] })).toBe('command/guard');
    expect(claim.open.clocks['gathering#2']).toMatchObject({ unit: 'hours', target: 72 });
  });

  test.each(['JKM_SELAMA', 'JKK_MENINGGAL', 'JKK_PEMERKOSAAN'])('a claim of type %s is urgent by rule', (claimType) => {
    const lines = [{ code: claimType, askedIdr: '85000000' }];
    const opened = new TestCase().do(openingCommandOf(claimType), VILLAGE, { ...OPENING, claimType, lines });
    expect(opened.open.flags).toEqual(['urgent']);
  });

  test('an accident that ends in death is urgent from then on', () => {
    const died = { outcome: 'DIED', day: '2026-01-02' };
    expect(steps.reported().do('recordAccidentOutcome', VILLAGE, died).open.flags).toEqual(['urgent']);
  });

  test('an urgent file goes on while papers are missing; what has come is verified all the same', () => {
    const claim = steps.evidence().do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM'));
    claim.do('recordPayee', VILLAGE, { kind: 'PARTICIPANT', account: STATEMENT });
    expect(claim.refusal('markComplete', VILLAGE)).toBe('command/guard');
    claim.do('markUrgent', MAKER, { urgentSigns: ['CRITICAL_ILLNESS'] }).do('markComplete', VILLAGE);
    expect(claim.open.stage).toBe('verification');
    const lines = [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }];
    claim.do('recordMembership', MAKER, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' });
    expect(claim.refusal('approveFile', MAKER, { lines })).toBe('command/guard');
    claim.do('verifyItem', MAKER, { requirement: 'form', against: 'ORIGINAL' }).do('approveFile', MAKER, { lines });
    expect(claim.open.milestones['first_check']).toBeDefined();
  });

  test('a suspicion is raised by one officer and cleared by another', () => {
    const claim = steps.verification();
    expect(claim.refusal('clearFraud', CHECKER, because('SUSPICION_UNFOUNDED'))).toBe('command/guard');
    claim.do('flagFraud', MAKER, because('PAPER_FORGED'));
    expect(claim.refusal('clearFraud', MAKER, because('SUSPICION_UNFOUNDED'))).toBe('command/maker-is-checker');
    expect(claim.do('clearFraud', CHECKER, because('SUSPICION_UNFOUNDED')).open.flags).toEqual([]);
  });

  test.each([
    ['DUPLICATE', 'void_duplicate'],
    ['NOT_A_MEMBER', 'not_insured'],
  ])('%s is proposed by one officer, agreed to by another, and ends as %s', (reasonCode, outcome) => {
    const why = { reasonCode, article: 'Pasal 34' };
    const claim = steps.verification();
    expect(claim.refusal('confirmVoid', CHECKER)).toBe('command/guard');
    claim.do('proposeVoid', MAKER, why);
    expect(claim.refusal('proposeVoid', CHECKER, why)).toBe('command/guard');
    claim.do('rejectVoid', CHECKER, because('ANOTHER_MATTER')).do('proposeVoid', MAKER, why);
    expect(claim.do('confirmVoid', CHECKER).open).toMatchObject({ stage: 'closed', outcome });
  });

  test('an expired right is closed by a person, and not before it has expired', () => {
    const why = { reasonCode: 'EXPIRED', article: 'Pasal 26 PP 82/2019' };
    const claim = steps.evidence();
    expect(claim.refusal('closeExpired', MAKER, why)).toBe('command/guard');
    for (let told = -1; claim.events.length > told;) {
      told = claim.events.length;
      claim.at('2031-01-02T00:00:00.000Z').do('clockDue', SYSTEM);
    }
    expect(claim.open.status).toBe('open');
    expect(claim.do('closeExpired', MAKER, why).open).toMatchObject({ stage: 'closed', outcome: 'expired' });
  });

  test('only a paper that is there is certified', () => {
    const claim = steps.evidence();
    expect(claim.refusal('certifyItem', VILLAGE, { requirement: 'form' })).toBe('command/guard');
    claim.do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM')).do('certifyItem', VILLAGE, { requirement: 'form' });
    expect(claim.open.facts['certified']).toEqual([{ requirement: 'form', office: VILLAGE.office }]);
  });

  test('a pre-check goes on in the stages that its type has', () => {
    const begun = (opening = OPENING) => new TestCase().do('startPrecheck', VILLAGE, opening);
    expect(begun().refusal('proceedToEvidence', VILLAGE)).toBe('command/guard');
    expect(begun().do('proceedToReport', VILLAGE).open.stage).toBe('reported');
    expect(begun(DEATH).refusal('proceedToReport', VILLAGE)).toBe('command/guard');
    expect(begun(DEATH).do('proceedToEvidence', VILLAGE).open.stage).toBe('evidence');
  });

  test('a death needs its heirs before the file is complete', () => {
    const claim = new TestCase().do('openClaim', VILLAGE, DEATH);
    for (const { requirement, rule } of requirementsOf(model.definition, model.code.conditions, claim.open)) {
      const main = rule.anyOf.find(({ substitute }) => !substitute);
      claim.do('attach', VILLAGE, paper(requirement, main?.document ?? ''));
    }
    claim.do('recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT });
    expect(claim.refusal('markComplete', VILLAGE)).toBe('command/guard');
    claim.do('recordHeirs', VILLAGE, { heirs: [{ person: STATEMENT, relation: 'SPOUSE' }] });
    expect(claim.do('markComplete', VILLAGE).open.stage).toBe('verification');
  });

  test('a scholarship is for a child of somebody who died covered, one at a time', () => {
    expect(steps.decided().refusal('openScholarship', VILLAGE, CHILD)).toBe('command/guard');
    const died = steps.decided();
    const facts = died.open.facts as Record<string, unknown>;
    facts['accidentOutcome'] = 'DIED';
    died.do('openScholarship', VILLAGE, CHILD);
    expect(died.refusal('openScholarship', VILLAGE, CHILD)).toBe('command/guard');
  });

  test('money that has moved is not withdrawn', () => {
    expect(steps.confirm().refusal('withdrawSubmitted', FAMILY, because('OWN_WISH'))).toBe('command/wrong-stage');
    const claim = steps.payment().do('withdrawSubmitted', FAMILY, because('OWN_WISH'));
    expect(claim.do('insurerAcceptsWithdrawal', INSURER, because('OWN_WISH')).open.outcome).toBe('withdrawn');
  });

  test('a refusal that stands after an objection names its reason', () => {
    const claim = steps
      .review()
      .do('reject', INSURER, rejection())
      .do('fileObjection', VILLAGE, because('FACTS_DIFFER'))
      .do('maintain', INSURER, { reasonCode: 'NOT_PROVEN', article: 'Pasal 34' });
    expect(claim.open).toMatchObject({ stage: 'closed', outcome: 'rejected' });
  });
});

describe('papers of third parties and lines of a claim', () => {
  const request = { requirement: 'accidentLetter', document: 'SK_MAJIKAN', addressee: 'PEMBERI_KERJA' };
  const { documentId = null } = paper('accidentLetter', 'SK_MAJIKAN');

  test('are refused where they make no sense', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, request);
    const refused = (name: string, input: object, by = VILLAGE): string =>
      claim.refusal(name, by, { ...request, ...input });
    expect(refused('requestPaper', {})).toBe('command/guard');
    expect(refused('requestPaper', { addressee: 'KDEI' })).toBe('command/guard');
    expect(refused('paperArrived', { document: 'SK_KDEI', addressee: 'KDEI' })).toBe('command/guard');
    expect(refused('paperRefused', { reasonCode: 'ISSUER_REFUSED', documentId })).toBe('command/guard');
    const rely = { requirement: 'accidentLetter', documentId, sha256: 'b'.repeat(64) };
    expect(claim.refusal('relyOnRefusals', MAKER, rely)).toBe('command/guard');
    const lines = [{ code: 'JKM_SELAMA', askedIdr: '1' }];
    expect(new TestCase().refusal('reportAccident', VILLAGE, { ...OPENING, lines })).toBe('command/guard');
  });

  test('end with every reason', () => {
    const asked = (): TestCase => steps.evidence().do('requestPaper', VILLAGE, request);
    expect(asked().do('paperRefused', VILLAGE, { ...request, reasonCode: 'ISSUER_CLOSED' }).open.flags).toEqual([]);
    asked().do('cancelPaperRequest', VILLAGE, { ...request, reasonCode: 'NO_LONGER_NEEDED' });
  });
});

describe('from office to office', () => {
  test('a claim goes there and back', () => {
    passAround(() => steps.verification());
  });

  test('a claim is taken over by nobody who could not go on with it', () => {
    const wish = { body: 'KECAMATAN', reasonCode: 'OTHER_LEVEL', consent: CONSENT };
    expect(steps.verification().refusal('transfer', DINAS, wish)).toBe('command/guard');
  });

  test('a claim is passed on by nobody else, to nobody else, once', () => {
    const refused = refusedRound(() => steps.verification());
    expect(refused.filter(([, code]) => code !== 'command/guard')).toEqual([]);
  });
});

/** Last in this file: it judges the tests above. */
test('every guard has refused here, and every reason was taken', () => {
  expect(unseen(claimWitness, model.definition)).toEqual([]);
});
