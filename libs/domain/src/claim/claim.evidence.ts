import type { z } from 'zod';
import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';
import type { IssuerCode } from '../shared/issuers.ts';
import { CLAIM_TYPE_CODES, type ClaimType } from './claim-types.ts';
import { LAW } from './claim.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, ...issuers: IssuerCode[]) => ({ document, issuers, substitute: false });
const substitute = (document: string, ...issuers: IssuerCode[]) => ({ document, issuers, substitute: true });

const where = (holds: (claimType: ClaimType) => boolean): ClaimType[] => CLAIM_TYPE_CODES.filter(holds);
/** The same other basis for several claim types. */
const restingOn = (basis: LegalBasis, claimTypes: readonly ClaimType[]): Record<string, LegalBasis[]> =>
  Object.fromEntries(claimTypes.map((claimType) => [claimType, [basis]]));

const CARE: ClaimType[] = ['JKK_RAWAT_LN'];
const ANY_CARE: ClaimType[] = [...CARE, 'JKK_RAWAT_RI'];
const DISABLED: ClaimType[] = ['JKK_CACAT_SEBAGIAN', 'JKK_CACAT_TOTAL'];
const DISMISSED: ClaimType[] = ['JKK_PHK_SEPIHAK', 'JKK_PHK_KECELAKAAN'];
/** Claims for which law or practice wants the passport itself, and not any other card. */
const PASSPORT: ClaimType[] = [
  ...CARE,
  ...DISMISSED,
  'JKK_MENINGGAL',
  'JKK_GAGAL_DITEMPATKAN',
  'JKK_TIDAK_SESUAI_PK',
  'JKK_KERUGIAN_PULANG',
  'JKK_PEMULANGAN',
];
const JKM: ClaimType[] = ['JKM_SEBELUM', 'JKM_SELAMA', 'JKM_SETELAH'];
/** Savings whose article names no form, although counters give one. */
const NO_FORM: ClaimType[] = ['JHT_CACAT_TOTAL', 'JHT_USIA_56', 'JHT_GAGAL_BERANGKAT'];
const FAILED: ClaimType[] = ['JKK_GAGAL_BERANGKAT', 'JKK_GAGAL_DITEMPATKAN'];
/** Paid to whoever paid first, if that was somebody else. */
const REPAID: ClaimType[] = [...ANY_CARE, 'JKK_PEMULANGAN'];
const CHILD: ClaimType = 'BEASISWA';
/** Claims of the worker's own; a scholarship has the child in the worker's place. */
const WORKER = where((claimType) => claimType !== CHILD);
const ABROAD_LETTER: ClaimType[] = ['JKK_GAGAL_DITEMPATKAN', 'JKK_TIDAK_SESUAI_PK', 'JKK_PEMULANGAN'];
/** No article was found that says which papers these claims need: the list is that of practice. */
const PRACTICE: ClaimType[] = [
  'JKK_RAWAT_RI',
  ...DISABLED,
  ...ABROAD_LETTER,
  'JKK_GAGAL_BERANGKAT',
  'JKK_PEMERKOSAAN',
  'JKK_KERUGIAN_PULANG',
];
const UNREAD = {
  ...restingOn(LAW.practice, PRACTICE),
  ...restingOn(LAW.dismissalPapers, DISMISSED),
  ...restingOn(LAW.scholarship, [CHILD]),
};
/** The lists of Pasal 57 and 60 name the same papers; Pasal 50 ayat (3) is cut where they would stand. */
const OF_DEATH = {
  ...restingOn(LAW.savings, ['JHT_MENINGGAL']),
  ...restingOn(LAW.accidentDeathDocuments, ['JKK_MENINGGAL', ...CARE]),
};
const OF_SAVINGS = {
  ...restingOn(
    LAW.savings,
    where((claimType) => claimType.startsWith('JHT_')),
  ),
  ...restingOn({ ...LAW.savings, verified: false }, ['JHT_GAGAL_BERANGKAT']),
};

/**
 * Papers of every claim type: each requirement is "one of". What a claim needs follows from its type and from what is known
 * of the case; where the article of a type was not seen, the requirement says so for that type.
 */
export const CLAIM_EVIDENCE: Evidence = {
  form: {
    label: { id: 'Formulir klaim', en: 'Claim form' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: { ...UNREAD, ...restingOn(LAW.deathDocuments, JKM), ...OF_SAVINGS },
    anyOf: [one('FORMULIR_KLAIM', 'BPJS')],
    claimTypes: where((claimType) => !NO_FORM.includes(claimType)),
  },
  counterForm: {
    label: { id: 'Formulir klaim dari loket', en: 'Claim form of the counter' },
    legalBasis: [{ ...LAW.counterPractice, source: 'S100' }],
    anyOf: [one('FORMULIR_KLAIM', 'BPJS')],
    claimTypes: ['JHT_CACAT_TOTAL', 'JHT_USIA_56'],
    advised: true,
  },
  memberCard: {
    label: { id: 'Kartu peserta (KPJ)', en: 'Member card (KPJ)' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: { ...UNREAD, ...restingOn(LAW.deathDocuments, JKM), ...OF_SAVINGS },
    anyOf: [one('KPJ', 'BPJS')],
    claimTypes: WORKER,
  },
  passport: {
    label: { id: 'Paspor', en: 'Passport' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: UNREAD,
    anyOf: [one('PASPOR', 'IMIGRASI')],
    claimTypes: PASSPORT,
  },
  workerIdentity: {
    label: { id: 'Identitas PMI (KTP, paspor, atau lainnya)', en: 'Identity of the worker (any one card)' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: { ...UNREAD, ...OF_SAVINGS },
    anyOf: [one('KTP', 'DUKCAPIL'), one('PASPOR', 'IMIGRASI'), one('IDENTITAS_LAIN', 'DUKCAPIL', 'PEJABAT')],
    claimTypes: WORKER.filter((claimType) => !PASSPORT.includes(claimType) || claimType === 'JKK_GAGAL_DITEMPATKAN'),
  },
  accidentLetter: {
    label: { id: 'Surat keterangan kecelakaan', en: 'Letter on the accident' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: UNREAD,
    anyOf: [
      one('SK_MAJIKAN', 'PEMBERI_KERJA'),
      substitute('SK_PERWAKILAN_RI', 'PERWAKILAN_RI'),
      substitute('SK_KDEI', 'KDEI'),
      substitute('SK_AGENSI', 'AGENSI'),
    ],
    claimTypes: [...ANY_CARE, 'JKK_MENINGGAL', 'JKK_PHK_KECELAKAAN'],
  },
  medicalResume: {
    label: { id: 'Resume medis rumah sakit di luar negeri', en: 'Medical résumé of the hospital abroad' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: UNREAD,
    anyOf: [one('RESUME_MEDIS', 'RUMAH_SAKIT')],
    claimTypes: [...ANY_CARE, 'JKK_MENINGGAL'],
  },
  disabilityLetter: {
    label: { id: 'Surat keterangan dokter tentang cacat', en: 'Letter of the doctor on the disability' },
    legalBasis: [LAW.practice],
    legalBasisFor: OF_SAVINGS,
    anyOf: [one('SK_DOKTER', 'DOKTER', 'DOKTER_PENASIHAT')],
    claimTypes: [...DISABLED, 'JHT_CACAT_TOTAL'],
  },
  paymentProof: {
    label: { id: 'Bukti pembayaran', en: 'Proof of payment' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: UNREAD,
    anyOf: [one('BUKTI_BAYAR', 'RUMAH_SAKIT')],
    claimTypes: ANY_CARE,
    when: 'survived@1',
  },
  transportProof: {
    label: { id: 'Bukti biaya transportasi', en: 'Proof of the transport cost' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('BUKTI_TRANSPORT', 'PENGANGKUT')],
    claimTypes: CARE,
    when: 'transportAsked@1',
  },
  hostInsuranceLetter: {
    label: { id: 'Surat jumlah yang sudah diganti asuransi', en: 'Letter on what the host insurance has paid' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('SK_ASURANSI_SETEMPAT', 'ASURANSI', 'PERWAKILAN_RI', 'KDEI', 'AGENSI')],
    claimTypes: CARE,
    when: 'hostInsurancePaid@1',
  },
  hospitalReceipts: {
    label: { id: 'Kuitansi rumah sakit', en: 'Receipts of the hospital' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('KUITANSI_RS', 'RUMAH_SAKIT')],
    claimTypes: CARE,
    when: 'hostInsurancePaid@1',
  },
  deathLetter: {
    label: { id: 'Surat keterangan kematian', en: 'Letter on the death' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: OF_DEATH,
    anyOf: [
      one('SK_KEMATIAN', 'DOKTER', 'PEJABAT'),
      substitute('SK_KEMATIAN_PERWAKILAN', 'PERWAKILAN_RI', 'KDEI'),
      substitute('SK_HILANG_PERWAKILAN', 'PERWAKILAN_RI', 'KDEI'),
    ],
    claimTypes: WORKER,
    when: 'diedAshore@1',
  },
  lostAtSeaLetter: {
    label: {
      id: 'Surat Perwakilan RI atau KDEI tentang hilang di laut',
      en: 'Letter of the mission on the loss at sea',
    },
    legalBasis: [LAW.lostAtSea],
    legalBasisFor: restingOn(LAW.accidentDeathDocuments, ['JKK_MENINGGAL', ...CARE]),
    anyOf: [one('SK_HILANG_PERWAKILAN', 'PERWAKILAN_RI', 'KDEI')],
    claimTypes: WORKER,
    when: 'lostAtSea@1',
  },
  leaveLetter: {
    label: { id: 'Surat keterangan sedang cuti', en: 'Letter that the worker was on leave' },
    legalBasis: [LAW.onLeave],
    anyOf: [
      one('SK_CUTI_MAJIKAN', 'PEMBERI_KERJA'),
      one('SK_CUTI_PELAKSANA', 'P3MI', 'BP3MI'),
      one('SK_CUTI_PERWAKILAN', 'PERWAKILAN_RI', 'KDEI'),
    ],
    claimTypes: ['JKM_SELAMA'],
    when: 'onLeave@1',
  },
  heirLetter: {
    label: { id: 'Surat keterangan ahli waris', en: 'Letter on the heirs' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: OF_DEATH,
    anyOf: [one('SK_AHLI_WARIS', 'PEJABAT', 'DESA')],
    claimTypes: WORKER,
    when: 'died@1',
  },
  heirIdentity: {
    label: { id: 'KTP ahli waris', en: 'Identity card of the heir' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: restingOn(LAW.savings, ['JHT_MENINGGAL']),
    anyOf: [one('KTP_AHLI_WARIS', 'DUKCAPIL')],
    claimTypes: WORKER,
    when: 'died@1',
  },
  familyCard: {
    label: { id: 'Kartu keluarga', en: 'Family card' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: OF_DEATH,
    anyOf: [one('KK', 'DUKCAPIL')],
    claimTypes: WORKER,
    when: 'died@1',
  },
  heirAccount: {
    label: { id: 'Rekening bank atas nama ahli waris', en: 'Bank account in the name of the heir' },
    legalBasis: [LAW.deathDocuments],
    legalBasisFor: { ...OF_DEATH, ...restingOn(LAW.scholarship, [CHILD]) },
    anyOf: [one('REKENING_AHLI_WARIS', 'BANK')],
    claimTypes: [],
    when: 'paidToHeirs@1',
  },
  marriageBook: {
    label: { id: 'Buku nikah, jika ahli waris suami atau istri', en: 'Marriage book, if the heir is the spouse' },
    legalBasis: [LAW.counterPractice],
    anyOf: [one('BUKU_NIKAH', 'KUA')],
    claimTypes: [...JKM, 'JKK_MENINGGAL'],
    when: 'spouseInherits@1',
    advised: true,
  },
  guardianLetter: {
    label: { id: 'Surat wali, jika ahli waris di bawah umur', en: 'Letter of guardianship, if an heir is under age' },
    legalBasis: [LAW.own],
    anyOf: [one('SURAT_WALI', 'DESA'), one('PENETAPAN_WALI', 'PENGADILAN')],
    claimTypes: [...JKM, 'JKK_MENINGGAL'],
    when: 'minorInherits@1',
    advised: true,
  },
  account: {
    label: { id: 'Rekening bank PMI atau yang membayar lebih dulu', en: 'Account of the worker or of who paid first' },
    legalBasis: [LAW.careDocuments],
    legalBasisFor: UNREAD,
    anyOf: [one('REKENING_PESERTA', 'BANK'), one('REKENING_PEMBAYAR', 'BANK')],
    claimTypes: REPAID,
    when: 'survived@1',
  },
  ownAccount: {
    label: { id: 'Rekening bank atas nama PMI', en: 'Bank account in the name of the worker' },
    legalBasis: [LAW.practice],
    legalBasisFor: { ...UNREAD, ...OF_SAVINGS },
    anyOf: [one('REKENING_PESERTA', 'BANK')],
    claimTypes: WORKER.filter((claimType) => !REPAID.includes(claimType)),
    when: 'survived@1',
  },
  placementAgreement: {
    label: { id: 'Perjanjian penempatan', en: 'Placement agreement' },
    legalBasis: [LAW.practice],
    anyOf: [one('PERJANJIAN_PENEMPATAN', 'P3MI', 'BP3MI')],
    claimTypes: FAILED,
  },
  workContract: {
    label: { id: 'Perjanjian kerja', en: 'Contract of work' },
    legalBasis: [LAW.practice],
    legalBasisFor: restingOn(LAW.dismissalPapers, DISMISSED),
    anyOf: [one('PERJANJIAN_KERJA', 'PEMBERI_KERJA', 'P3MI', 'BP3MI')],
    claimTypes: [...DISMISSED, 'JKK_TIDAK_SESUAI_PK'],
  },
  causeLetter: {
    label: { id: 'Surat keterangan sebab', en: 'Letter on the cause' },
    legalBasis: [LAW.practice],
    legalBasisFor: OF_SAVINGS,
    anyOf: [one('SK_SEBAB', 'P3MI', 'BP3MI', 'PEJABAT')],
    claimTypes: [...FAILED, 'JHT_GAGAL_BERANGKAT'],
  },
  missionLetter: {
    label: { id: 'Surat keterangan Perwakilan RI atau KDEI', en: 'Letter of the mission' },
    legalBasis: [LAW.practice],
    legalBasisFor: restingOn(LAW.repatriationPapers, ['JKK_PEMULANGAN']),
    anyOf: [one('SK_PERWAKILAN_RI', 'PERWAKILAN_RI'), one('SK_KDEI', 'KDEI')],
    claimTypes: ABROAD_LETTER,
  },
  dismissalLetter: {
    label: { id: 'Surat PHK', en: 'Letter of dismissal' },
    legalBasis: [LAW.dismissalPapers],
    anyOf: [
      one('SURAT_PHK', 'PEMBERI_KERJA'),
      substitute('SK_PHK_PERWAKILAN', 'PERWAKILAN_RI', 'KDEI'),
      substitute('SK_PHK_AGENSI', 'AGENSI'),
    ],
    claimTypes: DISMISSED,
  },
  ticket: {
    label: { id: 'Tiket pemulangan', en: 'Ticket of the journey home' },
    legalBasis: [LAW.repatriationPapers],
    anyOf: [one('TIKET', 'PENGANGKUT')],
    claimTypes: ABROAD_LETTER,
    when: 'ticketAsked@1',
  },
  forensicReport: {
    label: { id: 'Visum', en: 'Forensic medical report' },
    legalBasis: [LAW.practice],
    anyOf: [one('VISUM', 'FASILITAS_KESEHATAN', 'RUMAH_SAKIT')],
    claimTypes: ['JKK_PEMERKOSAAN'],
  },
  policeReport: {
    label: { id: 'Laporan polisi', en: 'Report to the police' },
    legalBasis: [LAW.practice],
    anyOf: [one('LAPORAN_POLISI', 'POLISI')],
    claimTypes: ['JKK_PEMERKOSAAN', 'JKK_KERUGIAN_PULANG'],
  },
  lossList: {
    label: { id: 'Daftar barang yang hilang atau rusak', en: 'List of what was lost or damaged' },
    legalBasis: [LAW.practice],
    anyOf: [one('DAFTAR_BARANG', 'PMI')],
    claimTypes: ['JKK_KERUGIAN_PULANG'],
  },
  schoolLetter: {
    label: { id: 'Surat keterangan sekolah', en: 'Letter of the school' },
    legalBasis: [LAW.scholarship],
    anyOf: [one('SK_SEKOLAH', 'SEKOLAH')],
    claimTypes: [CHILD],
  },
};

/** Papers about a body or a crime: a village that helps the family sees that they exist, never what they are. */
export const SENSITIVE_PAPERS: readonly string[] = [
  'medicalResume',
  'disabilityLetter',
  'forensicReport',
  'policeReport',
];
