import { OWN_RULE, type LegalBasis } from '../shared/legal-basis.ts';

/** What the placement definition cites. `verified: false`: reported or proposed, the article itself was not read. */
const cite =
  (instrument: string) =>
  (article: string, source: string, verified = true): LegalBasis => ({ instrument, article, verified, source });
const protection = cite('UU 18/2017');
const security = cite('Permenaker 4/2023');

export const LAW = {
  papers: protection('Pasal 13', 'S50'),
  contractContent: protection('Pasal 15 ayat (2)', 'S50'),
  villageDuty: protection('Pasal 42', 'S54', false),
  districtDuty: protection('Pasal 41', 'T40', false),
  participants: security('Bab II', 'S11', false),
  premium: security('Pasal 18', 'S13'),
  /** Chapter on the windows: its articles were not seen, their content is reported by a booklet on membership. */
  windows: security('Bab IV', 'T9', false),
  premiumDue: security('Bab IV', 'T11', false),
  /** "Membership covers one contract": a labour consul. */
  oneContract: security('Bab IV', 'T14', false),
  failedDeparture: security('Pasal 45', 'S42'),
  claimReporters: security('Pasal 43 ayat (2)', 'S42'),
  orientation: { instrument: 'Sisko P2MI', article: 'orientasi prapemberangkatan', verified: false, source: 'S51' },
  registration: { instrument: 'SIAPkerja', article: 'pendaftaran di LTSA', verified: false, source: 'S51' },
  handover: { instrument: 'Permen P2MI 32/2025', article: 'Pasal 13', verified: true, source: 'S56' },
  bodyHome: { instrument: 'PP 59/2021', article: 'Pasal 21 ayat (3)', verified: true, source: 'T42' },
  returnService: { instrument: 'Perban BP2MI 1/2024', article: 'layanan kepulangan', verified: false, source: 'T48' },
  villageData: { instrument: 'Permen P2MI 33/2025', article: 'Pasal 6', verified: true, source: 'S57' },
  coordination: { instrument: 'PP 59/2021', article: 'Pasal 35 huruf e', verified: true, source: 'T41' },
  own: OWN_RULE,
} as const satisfies Record<string, LegalBasis>;
