import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, issuers: string[]) => ({ document, issuers, substitute: false });
const substitute = (document: string, issuers: string[]) => ({ document, issuers, substitute: true });
const CARE = ['JKK_RAWAT_LN'];

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
    claimTypes: [],
  },
  passport: {
    label: { id: 'Paspor', en: 'Passport' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('PASPOR', ['imigrasi'])],
    claimTypes: CARE,
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
    claimTypes: CARE,
  },
  medicalResume: {
    label: { id: 'Resume medis rumah sakit di luar negeri', en: 'Medical résumé of the hospital abroad' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('RESUME_MEDIS', ['rumah sakit di negara penempatan'])],
    claimTypes: CARE,
  },
  paymentProof: {
    label: { id: 'Bukti pembayaran', en: 'Proof of payment' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('BUKTI_BAYAR', ['rumah sakit di negara penempatan'])],
    claimTypes: CARE,
  },
  transportProof: {
    label: { id: 'Bukti biaya transportasi', en: 'Proof of the transport cost' },
    legalBasis: [LAW.careDocuments],
    anyOf: [one('BUKTI_TRANSPORT', ['penyedia transportasi'])],
    claimTypes: CARE,
    when: 'transportAsked@1',
  },
};
