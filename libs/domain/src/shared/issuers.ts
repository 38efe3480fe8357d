import type { Text } from './text.ts';

/** Somebody who gives out a paper. */
export interface Issuer {
  readonly label: Text;
  /** Neither the family nor an office that it can walk to: the paper is asked for by letter, and the answer is watched. */
  readonly thirdParty: boolean;
}

const near = (id: string, en: string): Issuer => ({ label: { id, en }, thirdParty: false });
const afar = (id: string, en: string): Issuer => ({ label: { id, en }, thirdParty: true });

/** Who can give out the papers that definitions ask for, by code. */
export const ISSUERS = {
  PEMBERI_KERJA: afar('pemberi kerja', 'the employer'),
  P3MI: afar('P3MI (perusahaan penempatan)', 'the placement company (P3MI)'),
  PERWAKILAN_RI: afar('Perwakilan RI (KBRI atau KJRI)', 'the Indonesian mission'),
  KDEI: afar('KDEI', 'the Indonesian trade office (KDEI)'),
  AGENSI: afar('agensi tenaga kerja', 'the manpower agency'),
  RUMAH_SAKIT: afar('rumah sakit di negara penempatan', 'the hospital abroad'),
  ASURANSI: afar('perusahaan asuransi di negara penempatan', 'the insurer of the host country'),
  BP3MI: near('BP3MI', 'the provincial service office (BP3MI)'),
  DISNAKER: near('Dinas Ketenagakerjaan', 'the district labour office'),
  DOKTER: near('dokter', 'a doctor'),
  DOKTER_PENASIHAT: near('dokter penasihat', 'the advisory doctor'),
  FASILITAS_KESEHATAN: near('rumah sakit atau puskesmas', 'a hospital or health centre'),
  PEJABAT: near('pejabat yang berwenang', 'the competent official'),
  DESA: near('kantor desa atau kelurahan', 'the village office'),
  DUKCAPIL: near('Dukcapil', 'the civil registry'),
  KUA: near('KUA atau Dukcapil', 'the marriage registry'),
  IMIGRASI: near('kantor imigrasi', 'the immigration office'),
  BPJS: near('BPJS Ketenagakerjaan', 'BPJS Ketenagakerjaan'),
  BANK: near('bank', 'the bank'),
  POLISI: near('kepolisian', 'the police'),
  PENGADILAN: near('pengadilan', 'the court'),
  SEKOLAH: near('sekolah', 'the school'),
  PENGANGKUT: near('penyedia transportasi', 'the carrier'),
  MEDIATOR: near('mediator', 'the mediator'),
  PELAPOR: near('pelapor', 'the reporter'),
  PMI: near('PMI sendiri', 'the worker'),
  KELUARGA: near('keluarga', 'the family'),
} as const satisfies Record<string, Issuer>;
export type IssuerCode = keyof typeof ISSUERS;

/** Those who are asked by letter. */
export const THIRD_PARTIES = (Object.keys(ISSUERS) as IssuerCode[]).filter((code) => ISSUERS[code].thirdParty) as [
  IssuerCode,
  ...IssuerCode[],
];

export const isIssuer = (code: string): code is IssuerCode => Object.hasOwn(ISSUERS, code);
