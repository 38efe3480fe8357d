import { OWN_RULE, type LegalBasis } from '../shared/legal-basis.ts';

/** What the claim definition cites. `verified: false`: reported or proposed, the article itself was not read. */
const pmi = (article: string, source: string, verified = true): LegalBasis => ({
  instrument: 'Permenaker 4/2023',
  article,
  verified,
  source,
});

export const LAW = {
  reporters: pmi('Pasal 43 ayat (2)', 'S42'),
  channel: pmi('Pasal 43 ayat (1)', 'S42'),
  firstOpportunity: pmi('Pasal 43 ayat (3)', 'S42'),
  phase1: pmi('Pasal 43 ayat (4)', 'S42'),
  phase2: pmi('Pasal 44', 'S42'),
  oneStage: pmi('Pasal 45', 'S42'),
  careDocuments: pmi('Pasal 50 ayat (1)', 'S46'),
  careDuringWork: pmi('Pasal 34', 'S24'),
  participants: pmi('Bab II', 'S11', false),
  expiry: { instrument: 'PP 82/2019', article: 'Pasal 26', verified: false, source: 'T27' },
  payout: { instrument: 'PP 44/2015', article: 'Pasal 37 ayat (2)', verified: false, source: 'T34' },
  latePayment: { instrument: 'PP 44/2015', article: 'Pasal 37 ayat (3)', verified: false, source: 'T34' },
  verifyThreeDays: { instrument: 'SP4N-LAPOR!', article: 'verifikasi 3 hari kerja', verified: true, source: 'S80' },
  /** LAPOR! steps in when an agency misses its limit; it forwards, the agency answers. */
  lapor: {
    instrument: 'SP4N-LAPOR!',
    article: 'penerusan bila batas waktu terlampaui',
    verified: true,
    source: 'S80',
  },
  villageDuty: { instrument: 'UU 18/2017', article: 'Pasal 42', verified: false, source: 'S54' },
  districtDuty: { instrument: 'UU 18/2017', article: 'Pasal 41', verified: false, source: 'T40' },
  complaintRight: { instrument: 'UU 25/2009', article: 'Pasal 46', verified: true, source: 'S84' },
  coordination: { instrument: 'PP 59/2021', article: 'Pasal 35 huruf e', verified: true, source: 'T41' },
  heirs: pmi('Pasal 57 ayat (4)', 'S45'),
  deathDocuments: pmi('Pasal 57 ayat (1)', 'S45'),
  onLeave: pmi('Pasal 57 ayat (2)', 'S45'),
  lostAtSea: pmi('Pasal 57 ayat (3)', 'S45'),
  /** Pasal 50 ayat (3) is cut after the heir's identity card: the rest of the list follows Pasal 57. */
  accidentDeathDocuments: pmi('Pasal 50', 'S46', false),
  scholarship: pmi('Bab VI', 'T1', false),
  savings: pmi('Pasal 60', 'S47'),
  /** Papers that BPJS, a consul or a newspaper names; the article was not found. */
  practice: pmi('Bab VII, pasal belum ditemukan', 'S48', false),
  dismissalPapers: pmi('Bab VII, pasal belum ditemukan', 'T24', false),
  repatriationPapers: pmi('Bab VII, pasal belum ditemukan', 'T26', false),
  counterPractice: { instrument: 'Praktik loket BPJS', article: 'daftar dalam negeri', verified: false, source: 'T30' },
  own: OWN_RULE,
} as const satisfies Record<string, LegalBasis>;
