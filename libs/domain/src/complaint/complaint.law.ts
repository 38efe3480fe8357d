import { OWN_RULE, type LegalBasis } from '../shared/legal-basis.ts';

/** What the complaint definition cites. `verified: false`: reported or proposed, the article itself was not read. */
const cite =
  (instrument: string) =>
  (article: string, source: string, verified = true): LegalBasis => ({ instrument, article, verified, source });
const service = cite('Perban P2MI 23/2025');
/** Whether Perban P2MI 23/2025 repealed it is open; the articles themselves were read. */
const closing = cite('Perban BP2MI 6/2024');
const lapor = cite('SP4N-LAPOR!');

export const LAW = {
  service: service('Pasal 1', 'S67'),
  firstClarification: service('Pasal 17', 'S64', false),
  secondClarification: service('Pasal 18', 'S67b'),
  /** Seven "Hari": working or calendar days is not said. */
  commitment: service('Pasal 18 ayat (3)', 'S67b', false),
  sanction: service('Pasal 18 ayat (4)', 'S67b'),
  mediation: service('mediasi', 'S64', false),
  closeIncomplete: closing('Pasal 30 ayat (1) huruf a', 'S53'),
  closeUnclear: closing('Pasal 30 ayat (1) huruf b', 'S53'),
  closeUnreachable: closing('Pasal 30 ayat (1) huruf c', 'S53'),
  handOver: closing('Pasal 30 ayat (1) huruf d', 'S53'),
  monitoring: closing('Pasal 30 ayat (2)', 'S53'),
  closeUnsolved: closing('Pasal 30 ayat (1) huruf e', 'S53'),
  suspendAgency: { instrument: 'Permen P2MI 4/2025', article: 'Pasal 9', verified: true, source: 'T44' },
  deposit: { instrument: 'Permen P2MI 31/2025', article: 'Pasal 23', verified: true, source: 'S73' },
  verifyThreeDays: lapor('verifikasi 3 hari kerja', 'S80'),
  followUpFiveDays: lapor('tindak lanjut 5 hari kerja', 'T50'),
  /** LAPOR! steps in when an agency misses its limit; it forwards, the agency answers. */
  lapor: lapor('penerusan bila batas waktu terlampaui', 'S80'),
  silenceTenDays: lapor('10 hari kerja tanpa tanggapan', 'T50'),
  /** 2, 5, 14 and 60 working days: seen in the printed standard of an office only. */
  severity: {
    instrument: 'PermenPANRB 62/2018',
    article: 'jangka waktu 2, 5, 14 dan 60 hari kerja',
    verified: false,
    source: 'S81',
  },
  sixtyDays: { instrument: 'Perpres 76/2013', article: '60 hari sejak berkas lengkap', verified: false, source: 'S83' },
  confidential: { instrument: 'Perpres 76/2013', article: 'kerahasiaan pelapor', verified: false, source: 'S83' },
  ombudsman: { instrument: 'UU 25/2009', article: 'Pasal 46', verified: true, source: 'S84' },
  villageDuty: { instrument: 'UU 18/2017', article: 'Pasal 42', verified: false, source: 'S54' },
  districtDuty: { instrument: 'UU 18/2017', article: 'Pasal 41', verified: false, source: 'T40' },
  coordination: { instrument: 'PP 59/2021', article: 'Pasal 35 huruf e', verified: true, source: 'T41' },
  /** Lawyers and organisations act with a power of attorney. */
  proxy: { instrument: 'BNP2TKI', article: 'pengaduan dengan surat kuasa', verified: false, source: 'S65' },
  /** Names of categories as the official statistics print them. */
  statistics: { instrument: 'Statistik BP2MI', article: 'jenis pengaduan', verified: false, source: 'S74' },
  claimReporters: { instrument: 'Permenaker 4/2023', article: 'Pasal 43 ayat (2)', verified: true, source: 'S42' },
  own: OWN_RULE,
} as const satisfies Record<string, LegalBasis>;
