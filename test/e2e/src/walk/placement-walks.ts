import {
  because,
  BP3MI,
  day,
  DINAS,
  FAMILY,
  KADES,
  passAround,
  scan,
  SECOND,
  words,
  type Step,
  type Walk,
} from './walk-words.ts';
import { randomUUID } from 'node:crypto';

const candidate = (change: object = {}): object => ({
  areaCode: '35.05.08.2003',
  registeredDay: day(1),
  country: 'TW',
  placedBy: 'P3MI',
  worker: { name: 'Orang Contoh' },
  ...change,
});
const abroad = (change: object = {}): object =>
  candidate({
    departureDay: day(400),
    contract: { from: day(400), until: day(-330) },
    premium: { paidDay: day(420), months: 24 },
    ...change,
  });
const OTHER = randomUUID();
const confirmed: Step = [KADES, 'confirmCandidate', { identityChecked: true, permitFrom: 'SPOUSE' }];
const papers: readonly Step[] = [
  [KADES, 'attach', scan('maritalStatus', 'SK_STATUS_PERKAWINAN')],
  [KADES, 'attach', scan('marriageBook', 'BUKU_NIKAH')],
  [KADES, 'attach', scan('permit', 'SURAT_IZIN_SUAMI_ISTRI')],
  [KADES, 'attach', scan('skillCertificate', 'SERTIFIKAT_KOMPETENSI')],
  [KADES, 'attach', scan('healthLetter', 'SK_SEHAT')],
  [KADES, 'attach', scan('passport', 'PASPOR')],
  [KADES, 'attach', scan('workVisa', 'VISA_KERJA')],
  [KADES, 'attach', scan('placementAgreement', 'PERJANJIAN_PENEMPATAN')],
  [KADES, 'attach', scan('workContract', 'PERJANJIAN_KERJA')],
  [KADES, 'acknowledgePermit'],
];

/** Placements, by what happens to the worker. */
export const PLACEMENT_WALKS: Readonly<Record<string, Walk>> = {
  'a placement with everything, from the register to the news from abroad': {
    what: 'placements',
    body: candidate(),
    steps: [
      [KADES, 'correctPlan', { country: 'HK' }],
      confirmed,
      ...papers,
      [DINAS, 'returnItem', { requirement: 'passport', reasonCode: 'DATA_DIFFER' }],
      [KADES, 'attach', scan('passport', 'PASPOR')],
      [DINAS, 'verifyItem', { requirement: 'passport', against: 'ORIGINAL' }],
      [KADES, 'recordBeforePremium', { paidDay: day(10) }],
      [DINAS, 'recordOrientation', { day: day(3) }],
      [DINAS, 'recordContract', { from: day(0), until: day(-729) }],
      [KADES, 'recordPremium', { paidDay: day(2), months: 24 }],
      [KADES, 'scheduleDeparture', { day: day(0) }],
      [KADES, 'recordDeparture', { day: day(0) }],
      { until: 'abroad' },
      [KADES, 'recordContact', { day: day(0) }],
      [FAMILY, 'extendContract', { from: day(-730), until: day(-1095) }],
      [DINAS, 'changeContract', { from: day(-800), until: day(-1200), country: 'TW', changed: 'EMPLOYER' }],
      [KADES, 'renewPremium', { paidDay: day(0), months: 12 }],
      [KADES, 'letCoverLapse', because('FAMILY_DECLINES')],
      [KADES, 'recordLeave', { from: day(-100), until: day(-120) }],
      [DINAS, 'markUrgent', because('NO_NEWS')],
      [FAMILY, 'escalateByHand', because('NO_NEWS')],
      [KADES, 'addNote', words],
      [KADES, 'messageFamily', words],
      [DINAS, 'linkCase', { caseId: OTHER, relation: 'complaint' }],
    ],
  },
  'a departure with something missing, a troubled return, a witnessed handover, a death': {
    what: 'placements',
    body: candidate(),
    steps: [
      confirmed,
      [KADES, 'attach', scan('passport', 'PASPOR')],
      [KADES, 'recordIncompleteDeparture', { day: day(1) }],
      { flag: 'departed_incomplete' },
      [DINAS, 'acceptGaps', because('CANNOT_BE_OBTAINED')],
      [KADES, 'recordReturn', { day: day(0), kind: 'TROUBLED' }],
      [KADES, 'attach', scan('handoverMinutes', 'BERITA_ACARA_SERAH_TERIMA')],
      [KADES, 'recordHandover', { day: day(0), to: 'FAMILY', witnessedBy: 'VILLAGE' }],
      [KADES, 'recordDeath', { day: day(0) }],
      [KADES, 'closePlacement'],
      { until: 'closed', status: 'closed' },
    ],
  },
  'found abroad, of the same worker as another, back home': {
    what: 'placements/abroad',
    body: abroad(),
    steps: [
      [DINAS, 'suspectDuplicate', { caseId: OTHER }],
      [DINAS, 'dismissDuplicate', { caseId: OTHER, reasonCode: 'ANOTHER_PERSON' }],
      [DINAS, 'suspectDuplicate', { caseId: OTHER }],
      [DINAS, 'confirmSameWorker', { caseId: OTHER, reasonCode: 'ANOTHER_MATTER' }],
      [
        DINAS,
        'openClaim',
        {
          claimType: 'JKK_RAWAT_LN',
          riskDay: day(30),
          riskCountry: 'TW',
          lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '1000000' }],
        },
      ],
      [KADES, 'recordReturn', { day: day(0), kind: 'EARLY' }],
      [KADES, 'confirmHome', { day: day(0) }],
      { until: 'home' },
    ],
  },
  'found abroad, died there': {
    what: 'placements/abroad',
    body: abroad(),
    steps: [[KADES, 'recordDeath', { day: day(2) }], [KADES, 'closeAfterDeath'], { until: 'closed', status: 'closed' }],
  },
  'a departure that failed, and departs after all; then withdrawn': {
    what: 'placements',
    body: candidate(),
    steps: [
      confirmed,
      [KADES, 'recordFailedDeparture', { day: day(0), reasonCode: 'EMPLOYER_CANCELLED' }],
      [KADES, 'reopen', because('DEPARTS_AFTER_ALL')],
      [FAMILY, 'withdraw', because('OWN_WISH')],
    ],
  },
  'a placement that is referred and passed from office to office': {
    what: 'placements',
    body: candidate(),
    steps: [confirmed, ...passAround],
  },
  'entered twice, void by two officers': {
    what: 'placements',
    body: candidate(),
    steps: [
      [DINAS, 'proposeVoid', because('DUPLICATE')],
      [BP3MI, 'rejectVoid', because('ANOTHER_PERSON')],
      [DINAS, 'proposeVoid', because('DUPLICATE')],
      [SECOND, 'confirmVoid'],
      { until: 'closed', status: 'closed' },
    ],
  },
};
