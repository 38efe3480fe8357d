import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './placement.law.ts';

type Evidence = z.input<typeof CaseDefinitionSchema>['evidence'];
const one = (document: string, issuers: string[]) => ({ document, issuers, substitute: false });
const paper = (id: string, en: string, anyOf: Evidence[string]['anyOf'], when?: string): Evidence[string] => ({
  label: { id, en },
  legalBasis: [LAW.papers],
  anyOf,
  claimTypes: [],
  ...(when === undefined ? {} : { when }),
});

/** The papers without which nobody should depart (UU 18/2017 Pasal 13). A missing one is shown and never forbids. */
export const DEPARTURE_PAPERS: Evidence = {
  maritalStatus: paper('Surat keterangan status perkawinan', 'Letter on the marital status', [
    one('SK_STATUS_PERKAWINAN', ['desa atau kelurahan']),
  ]),
  marriageBook: paper(
    'Salinan buku nikah',
    'Copy of the marriage book',
    [one('BUKU_NIKAH', ['KUA atau Dukcapil'])],
    'spousePermits@1',
  ),
  permit: paper('Surat izin keluarga, diketahui kepala desa atau lurah', 'Permit of the family, known to the village', [
    one('SURAT_IZIN_SUAMI_ISTRI', ['suami atau istri']),
    one('SURAT_IZIN_ORANG_TUA', ['orang tua']),
    one('SURAT_IZIN_WALI', ['wali']),
  ]),
  skillCertificate: paper('Sertifikat kompetensi kerja', 'Certificate of skill', [
    one('SERTIFIKAT_KOMPETENSI', ['lembaga sertifikasi']),
  ]),
  healthLetter: paper('Surat keterangan sehat (kesehatan dan psikologi)', 'Health letter (body and mind)', [
    one('SK_SEHAT', ['sarana kesehatan']),
  ]),
  passport: paper('Paspor', 'Passport', [one('PASPOR', ['imigrasi'])]),
  workVisa: paper('Visa kerja', 'Work visa', [one('VISA_KERJA', ['perwakilan negara penempatan'])]),
  placementAgreement: paper(
    'Perjanjian penempatan',
    'Placement agreement',
    [one('PERJANJIAN_PENEMPATAN', ['pelaksana penempatan'])],
    'hasPlacingBody@1',
  ),
  workContract: paper('Perjanjian kerja', 'Work contract', [one('PERJANJIAN_KERJA', ['pemberi kerja'])]),
};

/** Every paper of a placement: those of the departure, and the minutes of a handover. */
export const PLACEMENT_EVIDENCE: Evidence = {
  ...DEPARTURE_PAPERS,
  handoverMinutes: {
    label: { id: 'Berita acara serah terima', en: 'Minutes of the handover' },
    legalBasis: [LAW.handover],
    anyOf: [one('BERITA_ACARA_SERAH_TERIMA', ['pihak yang menyerahkan'])],
    claimTypes: [],
    when: 'handoverNeeded@1',
  },
};
