import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, issuers: string[]) => ({ document, issuers, substitute: false });
const substitute = (document: string, issuers: string[]) => ({ document, issuers, substitute: true });
const CARE = ['JKK_RAWAT_LN'];
const ACCIDENT = ['JKK_RAWAT_LN', 'JKK_MENINGGAL'];
const WORKER = [...ACCIDENT, 'JKM_SEBELUM', 'JKM_SELAMA', 'JKM_SETELAH'];

/** Papers for treatment abroad during work (Permenaker 4/2023 Pasal 50 ayat (1)): each requirement is "one of". */
export const CLAIM_EVIDENCE: Evidence = {
  form: {
    label: { id: 'Formulir klaim', en: 'Claim form' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('FORMULIR_KLAIM', ['bpjs'])],
    claimTypes: [],
  },
  memberCard: {
    label: { id: 'Kartu peserta (KPJ)', en: 'Member card (KPJ)' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('KPJ', ['bpjs'])],
    claimTypes: WORKER,
  },
  passport: {
    label: { id: 'Paspor', en: 'Passport' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('PASPOR', ['imigrasi'])],
    claimTypes: WORKER,
  },
  accidentLetter: {
    label: { id: 'Surat keterangan kecelakaan', en: 'Letter on the accident' },
    legalBasis: [LAW.careDocuments],
    anyOf: [
      one('SK_MAJIKAN', ['pemberi kerja']),
      substitute('SK_PERWAKILAN_RI', ['Perwakilan RI']),
      substitute('SK_KDEI', ['KDEI']),
      substitute('SK_AGENSI', ['agensi tenaga kerja']),
    ],
    claimTypes: ACCIDENT,
  },
  medicalResume: {
    label: { id: 'Resume medis rumah sakit di luar negeri', en: 'Medical résumé of the hospital abroad' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('RESUME_MEDIS', ['rumah sakit di negara penempatan'])],
    claimTypes: CARE,
  },
  deathLetter: {
    label: { id: 'Surat keterangan kematian', en: 'Letter on the death' },
    legalBasis: [LAW.deathDocuments, LAW.lostAtSea],
    anyOf: [
      one('SK_KEMATIAN', ['dokter', 'pejabat yang berwenang']),
      substitute('SK_KEMATIAN_PERWAKILAN', ['Perwakilan RI', 'KDEI']),
      substitute('SK_HILANG_PERWAKILAN', ['Perwakilan RI', 'KDEI']),
    ],
    claimTypes: [],
    when: 'died@1',
  },
  heirLetter: {
    label: { id: 'Surat keterangan ahli waris', en: 'Letter on the heirs' },
    legalBasis: [LAW.deathDocuments],
    anyOf: [one('SK_AHLI_WARIS', ['pejabat yang berwenang'])],
    claimTypes: [],
    when: 'died@1',
  },
  heirIdentity: {
    label: { id: 'KTP ahli waris', en: 'Identity card of the heir' },
    legalBasis: [LAW.deathDocuments],
    anyOf: [one('KTP_AHLI_WARIS', ['Dukcapil'])],
    claimTypes: [],
    when: 'died@1',
  },
  familyCard: {
    label: { id: 'Kartu keluarga', en: 'Family card' },
    legalBasis: [LAW.deathDocuments],
    anyOf: [one('KK', ['Dukcapil'])],
    claimTypes: [],
    when: 'died@1',
  },
  schoolLetter: {
    label: { id: 'Surat keterangan sekolah', en: 'Letter of the school' },
    legalBasis: [LAW.scholarship],
    anyOf: [one('SK_SEKOLAH', ['sekolah'])],
    claimTypes: ['BEASISWA'],
  },
  paymentProof: {
    label: { id: 'Bukti pembayaran', en: 'Proof of payment' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('BUKTI_BAYAR', ['rumah sakit di negara penempatan'])],
    claimTypes: CARE,
    when: 'survived@1',
  },
  transportProof: {
    label: { id: 'Bukti biaya transportasi', en: 'Proof of the transport cost' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('BUKTI_TRANSPORT', ['penyedia transportasi'])],
    claimTypes: CARE,
    when: 'transportAsked@1',
  },
};
