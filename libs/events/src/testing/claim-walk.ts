import {
  claimCode,
  claimDefinition,
  decide,
  evolveAll,
  type Actor,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type JsonObject,
  type OfficeDirectory,
  type Role,
} from '@titian/domain';

type Step = readonly [command: string, by: Actor, input?: JsonObject];

const CASE = '3f6a1c52-0000-4000-8000-000000000001';
const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };
const PAPER = { documentId: '0a6f9a3e-0000-4000-8000-000000000003', sha256: 'b'.repeat(64) };
const LINE = 'JKK_RAWAT_LN';
const EMPLOYER_LETTER = { requirement: 'accidentLetter', document: 'SK_MAJIKAN', addressee: 'PEMBERI_KERJA' };
const AGENCY_LETTER = { requirement: 'accidentLetter', document: 'SK_AGENSI', addressee: 'AGENSI' };
const REFERENCE = 'BPJS-1';
const calendar: Calendar = { version: 'test', restDays: new Set(['2026-01-01']), knownUntilYear: 2040 };
const offices: OfficeDirectory = {
  rungFor: (area, role) =>
    role === 'bp3mi_officer' ? { office: null, because: 'vacant' } : { office: `${role}:${area.slice(0, 5)}` },
  holderFor: (area, role) => {
    const office = `${role}:${area.slice(0, 5)}`;
    return role === 'bp3mi_officer'
      ? { role: 'ministry_officer', office: 'kp2mi', passed: [{ role, office, because: 'vacant' }] }
      : { role, office, passed: [] };
  },
  zoneOf: () => 'WIB',
  present: () => [],
  staff: () => [],
  isAbsent: () => false,
};

const actor = (id: string, role: Role, office: string, area = ''): Actor => ({ id, role, office, area });
const village = actor('kades-slumbung', 'village_officer', 'village_officer:35.05', '35.05.08.2003');
const maker = actor('maker', 'district_officer', 'district_officer:35.05', '35.05');
const checker = actor('checker', 'district_officer', 'district_officer:35.05', '35.05');
const ministry = actor('kp2mi-1', 'ministry_officer', 'kp2mi');
const family = actor('family-1', 'family', 'family', '35.05.08.2003');
const insurer = actor('bpjs-gateway', 'insurer', 'bpjs');
const system = actor('system', 'system', 'titian');

const papers: readonly Step[] = (
  [
    ['form', 'FORMULIR_KLAIM'],
    ['memberCard', 'KPJ'],
    ['passport', 'PASPOR'],
    ['medicalResume', 'RESUME_MEDIS'],
    ['paymentProof', 'BUKTI_BAYAR'],
    ['account', 'REKENING_PESERTA'],
  ] as const
).map(([requirement, document]) => ['attach', village, { requirement, document, ...PAPER }]);
const requirements = ['form', 'memberCard', 'passport', 'medicalResume', 'paymentProof', 'account', 'accidentLetter'];
const verify: readonly Step[] = requirements.map((requirement) => [
  'verifyItem',
  maker,
  { requirement, against: 'ORIGINAL' },
]);
const lines = (words: JsonObject): JsonObject[] => [{ code: LINE, ...words }];
const rejected = { reasonCode: 'OUTSIDE_COVERAGE', article: 'Pasal 34 ayat (1) huruf a Permenaker 4/2023' };

const submitted: readonly Step[] = [
  [
    'reportAccident',
    village,
    {
      claimType: LINE,
      areaCode: '35.05.08.2003',
      riskDay: '2025-12-20',
      riskCountry: 'TW',
      receivedAt: '2026-01-02T02:00:00.000Z',
      reporter: { relation: 'FAMILY' },
      subject: STATEMENT,
      account: STATEMENT,
      lines: lines({ askedIdr: '42500000' }),
    },
  ],
  ['recordAccidentOutcome', village, { outcome: 'RECOVERED', day: '2026-01-02' }],
  ['takeTask', village, { taskId: 'evidence#2' }],
  ...papers,
  [
    'useSubstitute',
    village,
    { requirement: 'accidentLetter', document: 'SK_KDEI', reasonCode: 'ISSUER_REFUSED', ...PAPER },
  ],
  ['recordPayee', village, { kind: 'PARTICIPANT', account: STATEMENT }],
  ['requestPaper', village, EMPLOYER_LETTER],
  ['paperRefused', village, { ...EMPLOYER_LETTER, reasonCode: 'ISSUER_REFUSED', statement: STATEMENT, ...PAPER }],
  ['requestPaper', village, AGENCY_LETTER],
  ['cancelPaperRequest', village, { ...AGENCY_LETTER, reasonCode: 'NO_LONGER_NEEDED' }],
  ['requestPaper', village, AGENCY_LETTER],
  ['paperArrived', village, AGENCY_LETTER],
  ['requestInfo', maker, { requirements: ['form'], reasonCode: 'PAPER_UNREADABLE' }],
  ['answerInfo', village],
  ['addNote', village, { statement: STATEMENT }],
  ['linkCase', maker, { caseId: '3f6a1c52-0000-4000-8000-000000000009', relation: 'complaint' }],
  ['markComplete', village],
  ['returnItem', maker, { requirement: 'passport', reasonCode: 'DATA_DIFFER' }],
  ['attach', village, { requirement: 'passport', document: 'PASPOR', ...PAPER }],
  ['markComplete', village],
  ...verify,
  ['recordMembership', maker, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' }],
  ['approveFile', maker, { lines: lines({ verifiedIdr: '42500000' }) }],
  ['checkFile', checker],
  ['submit', maker],
  ['insurerReceived', insurer, { reference: REFERENCE, receivedAt: '2026-01-05T03:00:00.000Z' }],
  [
    'insurerRequestsInfo',
    insurer,
    { reference: REFERENCE, documents: ['BUKTI_BAYAR'], reasonCode: 'PAPER_MISSING', article: 'Pasal 50' },
  ],
  ['attach', village, { requirement: 'paymentProof', document: 'BUKTI_BAYAR', ...PAPER }],
  ['answerInsurer', village],
  ['informationDelivered', insurer],
];
const decision = (name: string, words: JsonObject): Step => [
  name,
  insurer,
  { reference: REFERENCE, lines: lines(words) },
];
const order = (n: number): JsonObject => ({ order: `${LINE}.main.${n}`, paymentReference: `PAY-${n}` });
const paidOn = { paidDay: '2026-01-06' };
const letter = { documentId: PAPER.documentId, sha256: PAPER.sha256 };

const paid: readonly Step[] = [
  ...submitted,
  decision('approve', { decision: 'approved', approvedIdr: '42500000' }),
  ['acceptDecision', village],
  ['paymentFailed', insurer, { ...order(1), reasonCode: 'ACCOUNT_CLOSED' }],
  ['recordPayee', maker, { kind: 'HEIR', account: STATEMENT }],
  ['verifyAccount', checker, { against: 'PASSBOOK' }],
  ['reorderPayment', checker],
  ['paymentOrdered', insurer, order(2)],
  ['ordersDelivered', insurer],
  ['paid', insurer, { ...order(2), ...paidOn, amountIdr: '42500000' }],
  ['disputeReceipt', village],
  ['insurerSettlesDispute', insurer, { paymentReference: 'PAY-2' }],
  ['paymentReturned', insurer, { ...order(2), reasonCode: 'NAME_DIFFERS' }],
  ['verifyAccount', checker, { against: 'BANK_CALL' }],
  ['reorderPayment', checker],
  [
    'explainDifference',
    maker,
    { ...order(3), ...paidOn, amountIdr: '42490000', reasonCode: 'BANK_FEE', paper: letter },
  ],
  ['acceptSettled', village],
  ['reconcileFinding', system, { finding: 'PAYMENT_DIFFERS', reference: 'PAY-3' }],
  ['settleFinding', maker, { reasonCode: 'RECORDED_BY_HAND' }],
  ['confirmReceipt', village, { channel: 'VISIT' }],
];
/** A part is paid, the rest is objected to, the insurer changes its mind, and the family withdraws too late. */
const disputed: readonly Step[] = [
  ...submitted,
  decision('approvePart', { decision: 'approved', approvedIdr: '30000000' }),
  ['withdrawSubmitted', family, { reasonCode: 'OWN_WISH' }],
  ['insurerRefusesWithdrawal', insurer, { reasonCode: 'NOT_WITHDRAWABLE' }],
  ['acceptDecision', village],
  ['objectToRest', village, { reasonCode: 'FACTS_DIFFER' }],
  ['objectionDelivered', insurer],
  ['paidPart', insurer, { ...order(1), ...paidOn, amountIdr: '30000000' }],
  decision('approve', { decision: 'approved', approvedIdr: '42500000' }),
  [
    'reverseDecision',
    insurer,
    {
      reference: REFERENCE,
      decidedAt: '2026-01-06T01:00:00.000Z',
      decider: 'KANWIL-JATIM',
      lines: lines({ decision: 'approved', approvedIdr: '20000000' }),
    },
  ],
  ['blockPayee', maker, { reasonCode: 'HEIR_DISPUTED' }],
  ['acceptSettled', village],
  ['explainAmounts', maker, { line: LINE, reasonCode: 'REVERSED_AFTER_PAYMENT', paper: letter }],
];
/** Filed at the counter after a like claim was found, and withdrawn. */
const atTheCounter: readonly Step[] = [
  ...submitted.slice(0, 1),
  ['sendAccidentReport', maker],
  ['accidentReportReceived', insurer, { reference: 'BPJS-I-1', receivedAt: '2026-01-05T03:00:00.000Z' }],
  ['recordTreatment', village, { day: '2026-01-02', place: 'ABROAD' }],
  ...submitted.slice(
    1,
    submitted.findIndex(([name]) => name === 'insurerReceived'),
  ),
  ['duplicateFound', system, { caseId: '3f6a1c52-0000-4000-8000-000000000009' }],
  ['clearDuplicate', checker, { caseId: '3f6a1c52-0000-4000-8000-000000000009', reasonCode: 'ANOTHER_MATTER' }],
  ['submit', maker],
  ['filingPrepared', insurer, { channel: 'manual' }],
  ['insurerReceived', maker, { reference: REFERENCE, receivedAt: '2026-01-05T03:00:00.000Z', paper: letter }],
  ['withdrawSubmitted', family, { reasonCode: 'OWN_WISH' }],
  ['insurerAcceptsWithdrawal', insurer, { reasonCode: 'OWN_WISH' }],
];
const YEAR = 'BEASISWA_PT';
/** The scholarship of one child: a year, and the next one. */
const scholarship: readonly Step[] = [
  [
    'openClaim',
    village,
    {
      claimType: 'BEASISWA',
      areaCode: '35.05.08.2003',
      riskDay: '2025-11-26',
      riskCountry: 'HK',
      reporter: { relation: 'FAMILY' },
      subject: STATEMENT,
      lines: [{ code: YEAR, askedIdr: '12000000' }],
    },
  ],
  ['attach', village, { requirement: 'form', document: 'FORMULIR_KLAIM', ...PAPER }],
  ['attach', village, { requirement: 'schoolLetter', document: 'SK_SEKOLAH', ...PAPER }],
  ['attach', village, { requirement: 'heirAccount', document: 'REKENING_AHLI_WARIS', ...PAPER }],
  ['recordPayee', village, { kind: 'HEIR', account: STATEMENT, payee: 'heir-1', share: '1/2' }],
  ['recordPayee', village, { kind: 'HEIR', account: STATEMENT, payee: 'heir-2', share: '1/2', lines: [YEAR] }],
  ['recordPayee', village, { kind: 'HEIR', account: STATEMENT, payee: 'heir-1', share: '1/2', lines: [YEAR] }],
  ['markComplete', village],
  ...['form', 'schoolLetter', 'heirAccount'].map((requirement): Step => [
    'verifyItem',
    maker,
    { requirement, against: 'ORIGINAL' },
  ]),
  ['recordMembership', maker, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' }],
  ['approveFile', maker, { lines: [{ code: YEAR, verifiedIdr: '12000000' }] }],
  ['checkFile', checker],
  ['submit', maker],
  ['insurerReceived', insurer, { reference: REFERENCE, receivedAt: '2026-01-05T03:00:00.000Z' }],
  [
    'approve',
    insurer,
    { reference: REFERENCE, lines: [{ code: YEAR, decision: 'approved', approvedIdr: '12000000' }] },
  ],
  ['acceptDecision', village],
  ...([1, 2] as const).map((n): Step => [
    n === 1 ? 'paidPart' : 'paid',
    insurer,
    { order: `${YEAR}.heir-${n}.1`, paymentReference: `PAY-${n}`, ...paidOn, amountIdr: '6000000' },
  ]),
  ['confirmPart', family, { payee: 'heir-1', channel: 'PHONE' }],
  ['confirmSchoolYear', family, { channel: 'PHONE' }],
  ['beginSchoolYear', village, { level: 'PT' }],
];
const leavesSchool: readonly Step[] = [
  ...scholarship.slice(0, -1),
  ['leaveSchool', family, { reasonCode: 'SCHOOL_LEFT' }],
];
const refused: readonly Step[] = [
  ...submitted,
  decision('reject', { decision: 'rejected', approvedIdr: '0', ...rejected }),
  ['fileObjection', village, { reasonCode: 'FACTS_DIFFER', statement: STATEMENT }],
  ['maintain', insurer, rejected],
  ['reopen', maker, { reasonCode: 'NEW_EVIDENCE' }],
  ['markUrgent', village, { urgentSigns: ['DANGER'] }],
  ['withdraw', family, { reasonCode: 'OWN_WISH' }],
];
/** From the pre-check on, with every doubt and every wait, to an appeal and a scholarship. */
const death = { decision: 'approved', approvedIdr: '85000000' };
const doubted: readonly Step[] = [
  [
    'startPrecheck',
    village,
    {
      claimType: 'JKM_SELAMA',
      areaCode: '35.05.08.2003',
      riskDay: '2025-11-26',
      riskCountry: 'HK',
      reporter: { relation: 'FAMILY' },
      subject: STATEMENT,
      lines: [{ code: 'JKM_SELAMA', askedIdr: '85000000' }],
      origin: { caseId: '3f6a1c52-0000-4000-8000-000000000009', relation: 'complaint' },
    },
  ],
  [
    'recordPrecheck',
    village,
    {
      circumstances: { byAccident: false, onLeave: false, lostAtSea: false },
      coverage: [
        { placement: 'PLACED', paidDuringOn: '2025-01-02', paidMonths: 24, embarkedOn: '2025-01-10', debarkedOn: null },
      ],
    },
  ],
  ['suspectDuplicate', village, { caseId: '3f6a1c52-0000-4000-8000-000000000009' }],
  ['proposeVoid', maker, { reasonCode: 'DUPLICATE', article: 'Pasal 43' }],
  ['rejectVoid', checker, { reasonCode: 'ANOTHER_MATTER' }],
  [
    'recordDuplicateSearch',
    system,
    { found: [{ caseId: '3f6a1c52-0000-4000-8000-00000000000a', rule: 'NAME_BIRTH_VILLAGE' }] },
  ],
  ['confirmSameWorker', maker, { caseId: '3f6a1c52-0000-4000-8000-00000000000a', reasonCode: 'ANOTHER_MATTER' }],
  ['clearDuplicate', checker, { caseId: '3f6a1c52-0000-4000-8000-000000000009', reasonCode: 'ANOTHER_PERSON' }],
  ['flagFraud', maker, { reasonCode: 'PERSON_DIFFERS' }],
  ['clearFraud', checker, { reasonCode: 'SUSPICION_UNFOUNDED' }],
  ['proceedToEvidence', village],
  ['suspendForOther', village, { reasonCode: 'AWAITING_MISSION' }],
  ['resume', village],
  ['holdLegally', maker, { reasonCode: 'COURT_CASE' }],
  ['resume', maker],
  ['recordHeirs', village, { heirs: [{ person: STATEMENT, relation: 'SPOUSE' }] }],
  ['escalateByHand', family, { reasonCode: 'NOBODY_ACTS' }],
  ...(
    [
      ['form', 'FORMULIR_KLAIM'],
      ['memberCard', 'KPJ'],
      ['workerIdentity', 'KTP'],
      ['deathLetter', 'SK_KEMATIAN'],
      ['heirLetter', 'SK_AHLI_WARIS'],
      ['heirIdentity', 'KTP_AHLI_WARIS'],
      ['familyCard', 'KK'],
      ['heirAccount', 'REKENING_AHLI_WARIS'],
    ] as const
  ).map(([requirement, document]): Step => ['attach', village, { requirement, document, ...PAPER }]),
  ['certifyItem', village, { requirement: 'familyCard' }],
  ['recordPayee', village, { kind: 'HEIR', account: STATEMENT }],
  ['markComplete', village],
  ...[
    'form',
    'memberCard',
    'workerIdentity',
    'deathLetter',
    'heirLetter',
    'heirIdentity',
    'familyCard',
    'heirAccount',
  ].map((requirement): Step => ['verifyItem', maker, { requirement, against: 'REGISTRY' }]),
  ['recordMembership', maker, { from: '2025-01-01', until: '2027-01-01', active: true, source: 'BPJS_CARD' }],
  ['approveFile', maker, { lines: [{ code: 'JKM_SELAMA', verifiedIdr: '85000000' }] }],
  ['checkFile', checker],
  ['submit', maker],
  ['insurerReceived', insurer, { reference: REFERENCE, receivedAt: '2026-01-05T03:00:00.000Z' }],
  ['approve', insurer, { reference: REFERENCE, lines: [{ code: 'JKM_SELAMA', ...death }] }],
  ['openScholarship', village, { child: STATEMENT, level: 'SD', askedIdr: '1500000' }],
  ['linkedCaseRefused', system, { refusal: 'command/guard' }],
  ['openScholarship', village, { child: STATEMENT, level: 'SMP', askedIdr: '1500000' }],
  ['linkedCaseOpened', system, { caseId: '3f6a1c52-0000-4000-8000-000000000008', relation: 'scholarship' }],
  ['messageFamily', village, { statement: STATEMENT }],
  ['recordAppeal', family, { body: 'OMBUDSMAN', day: '2026-01-06' }],
  ['withdrawSubmitted', family, { reasonCode: 'OWN_WISH' }],
];
/** A holiday more, decreed while the case ran. */
const amended: Calendar = {
  ...calendar,
  version: 'test-b',
  restDays: new Set([...calendar.restDays, '2026-01-08']),
  earlier: [calendar],
};
const moved: readonly Step[] = [...submitted, ['recalendar', system]];

/** Help is asked of a province whose post is empty, so that the ministry gives it; somebody keeps out, then no longer has to. */
const help = {
  body: 'BP3MI',
  reasonCode: 'NEEDS_HELP',
  consent: { by: 'SUBJECT', how: 'WRITTEN', day: '2026-01-05', statement: STATEMENT },
};
const passedAround: readonly Step[] = [
  ...submitted.slice(
    0,
    submitted.findIndex(([name]) => name === 'approveFile'),
  ),
  ['refer', maker, help],
  ['acceptReferral', ministry],
  ['returnReferral', ministry, { reasonCode: 'HELP_GIVEN', statement: STATEMENT }],
  ['refer', maker, help],
  ['declineReferral', ministry, { reasonCode: 'CANNOT_HELP' }],
  ['transfer', maker, { ...help, reasonCode: 'OTHER_LEVEL' }],
  ['declineTransfer', ministry, { reasonCode: 'NOT_OURS' }],
  ['transfer', maker, { ...help, reasonCode: 'OTHER_LEVEL' }],
  ['recallTransfer', maker, { reasonCode: 'NO_ANSWER' }],
  ['transfer', maker, { ...help, reasonCode: 'OTHER_AREA' }],
  ['acceptTransfer', ministry],
  ['declareConflict', checker, { ground: 'RELATIVE' }],
  ['liftConflict', ministry, { officerId: 'checker' }],
];

/** Ten months without a hand stirred: warnings, breaches, every rung and a vacant one. */
const forgotten: readonly Step[] = [
  ...submitted.slice(0, 2),
  ['requestPaper', village, EMPLOYER_LETTER],
  ['clockDue', system],
];

/** The events of claims that were paid after a failed payment, refused and reopened, and forgotten. */
export function walkThroughClaims(): readonly CaseEvent[] {
  const insured = [disputed, atTheCounter, scholarship, leavesSchool].flatMap((steps) => walk(steps));
  return [
    ...walk(paid),
    ...walk(refused),
    ...insured,
    ...walk(forgotten, '2026-11-02T02:00:00.000Z'),
    ...walk(moved),
    ...walk(passedAround),
    ...walk(doubted),
  ];
}

function walk(steps: readonly Step[], lastAt = '2026-01-06T02:00:00.000Z'): readonly CaseEvent[] {
  const model = { definition: claimDefinition, hash: 'c'.repeat(64), code: claimCode };
  const told: CaseEvent[] = [];
  let state: CaseState | null = null;
  for (const [at, [name, by, input = {}]] of steps.entries()) {
    const now = at === steps.length - 1 ? lastAt : '2026-01-06T02:00:00.000Z';
    const context = {
      now,
      calendar: name === 'recalendar' ? amended : calendar,
      offices,
      caseNumber: 'KLM-2026-000001',
    };
    const decided = decide(model, CASE, state, { name, actor: by, input }, context);
    if (!decided.ok) throw new Error(`${name}: ${decided.refusal.code} ${decided.refusal.message.en}`);
    const before: number = state?.revision ?? 0;
    const stored = decided.events.map((event, index) => ({
      caseId: CASE,
      revision: before + index + 1,
      at: now,
      event,
    }));
    state = evolveAll(state, stored);
    told.push(...decided.events);
  }
  return told;
}
