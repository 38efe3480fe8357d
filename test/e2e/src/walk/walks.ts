import { randomUUID } from 'node:crypto';
import { APPROVED, ATTACHED, claim, COMPLETE, LINE, NEVER, ONE_STAGE } from './claim-words.ts';
import { INSURER_WALKS } from './insurer-walks.ts';
import { PLACEMENT_WALKS } from './placement-walks.ts';
import {
  because,
  BP3MI,
  BP3MI_2,
  CONSENT,
  day,
  DINAS,
  FAMILY,
  instant,
  KADES,
  MINISTRY,
  passAround,
  scan,
  SECOND,
  words,
  type Step,
  type Walk,
} from './walk-words.ts';

export type { Step, Walk } from './walk-words.ts';

const letter = (document: string, addressee: string): object => ({
  requirement: 'accidentLetter',
  document,
  addressee,
});

const reject = { do: 'reject', reasonCode: 'NOT_PROVEN', article: 'Pasal 34' };
const half = {
  do: 'decide',
  lines: [
    {
      code: 'JKK_GAGAL_BERANGKAT',
      decision: 'approved',
      approvedIdr: '400000',
      reasonCode: 'NOT_PROVEN',
      article: 'Pasal 34',
    },
  ],
};
const pay = { do: 'pay' };
const LESS = { code: LINE, decision: 'approved', approvedIdr: '300000', reasonCode: 'NOT_PROVEN', article: 'Pasal 34' };
const LIKE = randomUUID();
const OF_SAME_WORKER = randomUUID();
const LETTER = { documentId: randomUUID(), sha256: 'c'.repeat(64) };
const heir = (payee: string, share = '1/2'): object => ({
  kind: 'HEIR',
  payee,
  share,
  account: { bank: 'BRI', accountNumber: '0001234567', holderName: 'Orang Contoh' },
});
const bankNote = (amountIdr: string): object => ({ paymentReference: 'PAY-BANK', paidDay: day(0), amountIdr });

const SCHOLARSHIP = claim({ claimType: 'BEASISWA', lines: [{ code: 'BEASISWA_SMA', askedIdr: '3000000' }] });
const schoolYear: readonly Step[] = [
  [KADES, 'attach', scan('form', 'FORMULIR_KLAIM')],
  [KADES, 'attach', scan('schoolLetter', 'SK_SEKOLAH')],
  [KADES, 'attach', scan('heirAccount', 'REKENING_AHLI_WARIS')],
  [KADES, 'recordPayee', heir('heir-1', '1/1')],
  [KADES, 'markComplete'],
  [DINAS, 'verifyItem', { requirement: 'form', against: 'ORIGINAL' }],
  [DINAS, 'verifyItem', { requirement: 'schoolLetter', against: 'ORIGINAL' }],
  [DINAS, 'verifyItem', { requirement: 'heirAccount', against: 'ORIGINAL' }],
  [DINAS, 'recordMembership', { from: day(400), until: day(-300), active: true, source: 'SISKOP2MI' }],
  [DINAS, 'approveFile', { lines: [{ code: 'BEASISWA_SMA', verifiedIdr: '3000000' }] }],
  [SECOND, 'checkFile'],
  [DINAS, 'submit'],
  { until: 'decided' },
  [KADES, 'acceptDecision'],
  { until: 'confirm' },
  [FAMILY, 'confirmSchoolYear', { channel: 'MESSAGE' }],
];

const complaint = (change: object = {}): object => ({
  areaCode: '35.05.08.2003',
  category: 'GAJI_TIDAK_DIBAYAR',
  reporter: { relation: 'FAMILY' },
  consent: true,
  country: 'MY',
  worker: { name: 'Orang Contoh' },
  account: 'Kata-kata yang tidak boleh keluar.',
  ...change,
});
const filed: readonly Step[] = [{ until: 'verification' }];
const disposed: readonly Step[] = [
  ...filed,
  [DINAS, 'confirmComplete', { identityChecked: true, duplicatesSearched: true }],
];
const handled: readonly Step[] = [
  ...disposed,
  [DINAS, 'dispose', { body: 'DISNAKER', severity: 'STANDARD', category: 'GAJI_TIDAK_DIBAYAR' }],
  [DINAS, 'assignUnit', { unit: 'perselisihan' }],
  [DINAS, 'recordFinding', { finding: 'UPAH_TIDAK_DIBAYAR' }],
];
const answer = { result: 'resolved', article: 'Pasal 18', told: { channel: 'VISIT', reached: true }, ...words };
const answered: readonly Step[] = [...handled, [DINAS, 'proposeResolution', answer]];

/** Together with the stories these reach every command that people, the insurer and the system can give. */
export const WALKS: Readonly<Record<string, Walk>> = {
  'a claim refused at the counter': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [{ do: 'refuse-intake', reasonCode: 'FILE_INCOMPLETE', article: 'Pasal 50' }],
    steps: [...COMPLETE, ...APPROVED, { until: 'evidence' }],
  },
  'a claim decided in part, paid after a failure, disputed and settled': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [half, { do: 'fail-payment', reasonCode: 'ACCOUNT_CLOSED' }, pay],
    steps: [
      ...COMPLETE,
      ...APPROVED,
      { until: 'decided' },
      [KADES, 'acceptDecision'],
      { flag: 'payment_failed' },
      [
        KADES,
        'recordPayee',
        { kind: 'PARTICIPANT', account: { bank: 'BNI', accountNumber: '0007654321', holderName: 'Orang Contoh' } },
      ],
      [DINAS, 'verifyAccount', { against: 'PASSBOOK' }],
      [SECOND, 'reorderPayment'],
      { until: 'confirm' },
      [FAMILY, 'disputeReceipt'],
      [DINAS, 'insurerSettlesDispute', { paymentReference: 'PAY-DIPERIKSA' }],
      [FAMILY, 'confirmReceipt', { channel: 'PHONE' }],
    ],
  },
  'a claim refused, and the refusal accepted, reopened and withdrawn': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [reject],
    steps: [
      ...COMPLETE,
      ...APPROVED,
      { until: 'decided' },
      [KADES, 'acceptRejection'],
      [DINAS, 'reopen', because('NEW_EVIDENCE')],
      [FAMILY, 'withdraw', because('OWN_WISH')],
    ],
  },
  'a claim refused, and the decision maintained': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [reject, reject],
    steps: [
      ...COMPLETE,
      ...APPROVED,
      { until: 'decided' },
      [FAMILY, 'fileObjection', because('FACTS_DIFFER')],
      { until: 'closed', status: 'closed' },
    ],
  },
  'a claim of two heirs, reversed, objected to and paid to the wrong one': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [
      half,
      { do: 'pay' },
      { do: 'pay' },
      { do: 'reverse', lines: [LESS] },
      { do: 'approve' },
      { ...pay, delayMs: NEVER },
    ],
    steps: [
      ...ATTACHED,
      [KADES, 'recordPayee', heir('heir-1')],
      [KADES, 'recordPayee', heir('heir-2')],
      [KADES, 'markComplete'],
      ...APPROVED,
      { until: 'decided' },
      [KADES, 'acceptDecision'],
      { flag: 'decision_reversed' },
      [KADES, 'acceptSettled'],
      [DINAS, 'explainAmounts', { line: LINE, reasonCode: 'REVERSED_AFTER_PAYMENT', paper: LETTER }],
      [FAMILY, 'confirmPart', { payee: 'heir-1', channel: 'PHONE' }],
      [KADES, 'objectToRest', because('NEW_EVIDENCE')],
      { until: 'decided' },
      [KADES, 'acceptDecision'],
      { until: 'payment' },
      [DINAS, 'blockPayee', { payee: 'heir-2', ...because('NOT_THE_HEIR') }],
      [
        DINAS,
        'explainDifference',
        { order: `${LINE}.heir-1.2`, ...bankNote('100000'), ...because('BANK_FEE'), paper: LETTER },
      ],
    ],
  },
  'a claim whose payment comes back': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [{ do: 'approve' }, pay, { do: 'return-payment', reasonCode: 'NAME_DIFFERS', delayMs: 300 }],
    steps: [...COMPLETE, ...APPROVED, { until: 'decided' }, [KADES, 'acceptDecision'], { flag: 'payment_failed' }],
  },
  'an accident reported to the insurer while it is treated': {
    what: 'claims',
    body: claim(),
    steps: [
      [DINAS, 'sendAccidentReport'],
      [KADES, 'recordTreatment', { day: day(20), place: 'ABROAD' }],
    ],
  },
  'a claim withdrawn while the insurer has it': {
    what: 'claims',
    body: ONE_STAGE,
    plan: [{ do: 'approve' }],
    steps: [
      ...COMPLETE,
      ...APPROVED,
      { until: 'decided' },
      [FAMILY, 'withdrawSubmitted', because('OWN_WISH')],
      { until: 'closed', status: 'closed' },
    ],
  },
  'a scholarship, a year and the next': {
    what: 'claims',
    body: SCHOLARSHIP,
    steps: [...schoolYear, [KADES, 'beginSchoolYear', { level: 'PT' }], { until: 'evidence' }],
  },
  'a scholarship of a child that leaves school': {
    what: 'claims',
    body: SCHOLARSHIP,
    steps: [...schoolYear, [KADES, 'leaveSchool', because('SCHOOL_LEFT')]],
  },
  'a claim with every doubt and every wait': {
    what: 'claims',
    body: ONE_STAGE,
    steps: [
      [KADES, 'markUrgent', { urgentSigns: ['CRITICAL_ILLNESS'] }],
      [KADES, 'suspectDuplicate', { caseId: OF_SAME_WORKER }],
      [DINAS, 'proposeVoid', { reasonCode: 'DUPLICATE', article: 'Pasal 43' }],
      [SECOND, 'rejectVoid', because('ANOTHER_MATTER')],
      [SECOND, 'confirmSameWorker', { caseId: OF_SAME_WORKER, ...because('ANOTHER_MATTER') }],
      [KADES, 'suspectDuplicate', { caseId: LIKE }],
      [DINAS, 'clearDuplicate', { caseId: LIKE, ...because('ANOTHER_MATTER') }],
      [DINAS, 'flagFraud', because('PAPER_FORGED')],
      [SECOND, 'clearFraud', because('SUSPICION_UNFOUNDED')],
      [KADES, 'requestInfo', { requirements: ['form'], reasonCode: 'PAPER_MISSING' }],
      [FAMILY, 'answerInfo'],
      [KADES, 'suspendForOther', because('AWAITING_EMPLOYER')],
      [KADES, 'resume'],
      [DINAS, 'holdLegally', because('COURT_CASE')],
      [DINAS, 'resume'],
      [FAMILY, 'escalateByHand', because('NOBODY_ACTS')],
      [DINAS, 'addNote', words],
      [DINAS, 'messageFamily', words],
      [DINAS, 'linkCase', { caseId: randomUUID(), relation: 'complaint' }],
      [FAMILY, 'recordAppeal', { body: 'OMBUDSMAN', day: day(0) }],
      ...COMPLETE,
      [DINAS, 'returnItem', { requirement: 'form', reasonCode: 'PAPER_UNREADABLE' }],
      [DINAS, 'proposeVoid', { reasonCode: 'NOT_A_MEMBER', article: 'Pasal 43' }],
      [SECOND, 'confirmVoid'],
    ],
  },
  'a claim that is referred and passed from office to office': {
    what: 'claims',
    body: ONE_STAGE,
    steps: [
      ...COMPLETE,
      ...passAround,
      [BP3MI, 'verifyItem', { requirement: 'form', against: 'ORIGINAL' }],
      [BP3MI, 'declareConflict', { ground: 'RELATIVE' }],
      [BP3MI_2, 'returnItem', { requirement: 'form', reasonCode: 'PAPER_UNREADABLE' }],
    ],
  },
  'a claim that expired': {
    what: 'claims',
    body: { ...ONE_STAGE, riskDay: day(6 * 366) },
    steps: [{ flag: '' }, [DINAS, 'closeExpired', { reasonCode: 'EXPIRED', article: 'Pasal 26' }]],
  },
  'a pre-check that becomes a report': {
    what: 'claims/prechecks',
    body: claim(),
    steps: [
      [KADES, 'recordPrecheck', { coverage: [], circumstances: { hostInsurancePaid: false } }],
      [KADES, 'proceedToReport'],
      [KADES, 'requestPaper', letter('SK_MAJIKAN', 'PEMBERI_KERJA')],
      [FAMILY, 'paperArrived', letter('SK_MAJIKAN', 'PEMBERI_KERJA')],
      [KADES, 'requestPaper', letter('SK_AGENSI', 'AGENSI')],
      [KADES, 'cancelPaperRequest', { ...letter('SK_AGENSI', 'AGENSI'), ...because('WRONG_ADDRESSEE') }],
      [KADES, 'paperRefused', { ...letter('SK_AGENSI', 'AGENSI'), ...because('ISSUER_CLOSED') }],
      [KADES, 'paperRefused', { ...letter('SK_KDEI', 'KDEI'), ...because('ISSUER_REFUSED'), ...words }],
      [FAMILY, 'paperRefused', { ...letter('SK_MAJIKAN', 'PEMBERI_KERJA'), ...because('ISSUER_REFUSED') }],
      [DINAS, 'relyOnRefusals', { requirement: 'accidentLetter', documentId: randomUUID(), sha256: 'c'.repeat(64) }],
    ],
  },
  'a pre-check that becomes a claim': {
    what: 'claims/prechecks',
    body: ONE_STAGE,
    steps: [[KADES, 'proceedToEvidence']],
  },
  'a draft that is thrown away': {
    what: 'complaints/drafts',
    body: { areaCode: '35.05.08.2003' },
    steps: [[KADES, 'discardDraft', because('OWN_WISH')]],
  },
  'a draft that is filed, urgent, and void': {
    what: 'complaints/drafts',
    body: { areaCode: '35.05.08.2003' },
    steps: [
      [
        KADES,
        'editDraft',
        {
          category: 'GAJI_TIDAK_DIBAYAR',
          reporter: { relation: 'FAMILY' },
          consent: true,
          subject: { name: 'Orang Contoh' },
          account: { text: 'Gaji enam bulan belum dibayar.' },
        },
      ],
      [KADES, 'submit'],
      ...filed,
      [KADES, 'markUrgent', { urgentSigns: ['VIOLENCE'] }],
      [KADES, 'contact', { channel: 'VISIT' }],
      [KADES, 'suspectDuplicate', { caseId: LIKE }],
      [DINAS, 'proposeVoid', because('DUPLICATE')],
      [SECOND, 'rejectVoid', because('ANOTHER_MATTER')],
      [DINAS, 'confirmSameWorker', { caseId: LIKE, ...because('SAME_MATTER') }],
      [DINAS, 'dismissDuplicate', { caseId: LIKE, ...because('ANOTHER_PERSON') }],
      [DINAS, 'proposeVoid', because('TEST_ENTRY')],
      [SECOND, 'confirmVoid'],
    ],
  },
  'a complaint that nobody explained': {
    what: 'complaints',
    body: complaint({ receivedAt: instant(200) }),
    steps: [
      ...filed,
      [DINAS, 'requestInfo', { wanted: ['KRONOLOGI'], reasonCode: 'DATA_MISSING' }],
      [SECOND, 'closeUnanswered', because('FILE_INCOMPLETE')],
    ],
  },
  'a complaint that is referred, transferred back and forth': {
    what: 'complaints',
    body: complaint(),
    steps: [
      ...handled,
      [DINAS, 'refer', { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT }],
      [BP3MI, 'acceptReferral'],
      [BP3MI, 'returnReferral', because('HELP_GIVEN')],
      [DINAS, 'refer', { body: 'BP3MI', reasonCode: 'NEEDS_HELP', consent: CONSENT }],
      [BP3MI, 'declineReferral', because('CANNOT_HELP')],
      [DINAS, 'transfer', { body: 'BP3MI', reasonCode: 'OTHER_LEVEL', consent: CONSENT }],
      [BP3MI, 'declineTransfer', because('NOT_OURS')],
      [DINAS, 'transfer', { body: 'BP3MI', reasonCode: 'OTHER_LEVEL', consent: CONSENT }],
      [DINAS, 'recallTransfer', because('NO_ANSWER')],
      [DINAS, 'transfer', { body: 'BP3MI', reasonCode: 'OTHER_LEVEL', consent: CONSENT }],
      [BP3MI, 'acceptTransfer'],
      [BP3MI, 'suspendForOther', because('AWAITING_MISSION')],
      [BP3MI, 'resume'],
      [BP3MI, 'holdLegally', because('COURT_CASE')],
      [BP3MI, 'resume'],
      [BP3MI, 'beginLitigation'],
      [BP3MI, 'resume'],
      [BP3MI, 'changeCategory', { category: 'INGIN_DIPULANGKAN', reasonCode: 'MATTER_CHANGED' }],
      [BP3MI, 'addNote', words],
      [BP3MI, 'linkCase', { caseId: randomUUID(), relation: 'claim' }],
      [BP3MI, 'claimDeposit', words],
      [BP3MI_2, 'resume'],
    ],
  },
  'a complaint handed over to a body outside': {
    what: 'complaints',
    body: complaint({ category: 'GAJI_TIDAK_DIBAYAR' }),
    steps: [
      ...disposed,
      [
        DINAS,
        'notCompetent',
        { body: 'POLRI', reasonCode: 'OTHER_SUBJECT', severity: 'EXAMINATION', consent: CONSENT },
      ],
      [DINAS, 'recordHandover', { reference: 'LP-2026-1' }],
      [DINAS, 'recordOutsideResult', words],
    ],
  },
  'a complaint whose mediation fails and whose answer is refused, objected to, upheld and reopened': {
    what: 'complaints',
    body: complaint(),
    steps: [
      ...handled,
      [DINAS, 'recordFirstClarification', words],
      [DINAS, 'recordSecondClarification', words],
      [DINAS, 'commitmentKept'],
      [DINAS, 'startMediation', { sessionDay: day(-3) }],
      [DINAS, 'attach', scan('mediationMinutes', 'BERITA_ACARA_MEDIASI')],
      [DINAS, 'failMediation', { bothCalled: true, reasonCode: 'PARTY_ABSENT' }],
      [DINAS, 'proposeResolution', answer],
      [FAMILY, 'rejectResolution', because('FACTS_DIFFER')],
      [DINAS, 'proposeResolution', answer],
      [FAMILY, 'fileObjection', because('FACTS_DIFFER')],
      [BP3MI, 'overturn', { reasonCode: 'FACTS_DIFFER', article: 'Pasal 18' }],
      [DINAS, 'proposeResolution', answer],
      [FAMILY, 'fileObjection', because('FACTS_DIFFER')],
      [BP3MI_2, 'uphold', { reasonCode: 'FOUND_CORRECT', article: 'Pasal 18' }],
      [FAMILY, 'reopen', because('NEW_EVIDENCE')],
      [FAMILY, 'requestWithdrawal', because('OWN_WISH')],
      [DINAS, 'denyWithdrawal', because('PRESSURE_SUSPECTED')],
      [FAMILY, 'requestWithdrawal', because('OWN_WISH')],
      [DINAS, 'grantWithdrawal', because('FREE_WILL')],
    ],
  },
  'a complaint that opens a claim, is withdrawn and appealed': {
    what: 'complaints',
    body: complaint(),
    steps: [
      ...answered,
      [
        DINAS,
        'openClaim',
        {
          claimType: 'JKK_RAWAT_LN',
          riskDay: day(30),
          riskCountry: 'MY',
          lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000000' }],
        },
      ],
      [FAMILY, 'withdraw', because('OWN_WISH')],
      [MINISTRY, 'recordAppeal', { body: 'OMBUDSMAN', day: day(0) }],
    ],
  },
  ...INSURER_WALKS,
  ...PLACEMENT_WALKS,
};

/** Commands that need days to pass, or a fault: walked over skipped time and in the kernel's tests instead. */
export const NOT_IN_REAL_TIME: readonly string[] = [
  'claim/duplicateFound',
  'claim/linkedCaseRefused',
  'complaint/linkedCaseRefused',
  'complaint/recommendSanction',
  'complaint/supervisorClose',
  'placement/linkedCaseRefused',
];
