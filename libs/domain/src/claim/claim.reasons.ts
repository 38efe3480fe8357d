import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';

type Reasons = z.input<typeof CaseDefinitionSchema>['reasons'];
const because = (id: string, en: string, basis: Reasons[string]['legalBasis'] = [LAW.own]): Reasons[string] => ({
  label: { id, en },
  legalBasis: basis,
});

/** Every reason a claim command may give. */
export const CLAIM_REASONS: Reasons = {
  ISSUER_REFUSED: because('Penerbit menolak memberi surat', 'The issuer refuses the paper', [LAW.careDocuments]),
  ISSUER_UNREACHABLE: because('Penerbit tidak dapat dihubungi', 'The issuer cannot be reached', [LAW.careDocuments]),
  ISSUER_CLOSED: because('Penerbit sudah tutup', 'The issuer no longer exists', [LAW.careDocuments]),
  PAPER_MISSING: because('Dokumen belum ada', 'A paper is missing', [LAW.careDocuments]),
  PAPER_UNREADABLE: because('Dokumen tidak terbaca', 'A paper cannot be read'),
  DATA_DIFFER: because('Data berbeda', 'Data differ between papers'),
  WRONG_PAPER: because('Dokumen tidak sesuai', 'It is not the paper asked for'),
  FILE_INCOMPLETE: because('Berkas tidak lengkap', 'The file is incomplete', [LAW.careDocuments]),
  WRONG_BRANCH: because('Bukan cabang yang melayani', 'Another branch is competent'),
  NOT_A_MEMBER: because('Bukan peserta aktif', 'Not an active member', [LAW.participants]),
  DUPLICATE: because('Klaim ganda', 'The event was claimed before'),
  COST_PROOF_INCOMPLETE: because('Bukti biaya belum lengkap', 'The proof of cost is incomplete', [LAW.careDocuments]),
  FACTS_DIFFER: because('Fakta tidak sesuai', 'The facts are other than decided'),
  ARTICLE_DIFFERS: because('Pasal tidak sesuai', 'Another article applies'),
  NEW_EVIDENCE: because('Ada bukti baru', 'There is new evidence'),
  OUTSIDE_COVERAGE: because('Di luar masa pelindungan', 'Outside the covered time'),
  NOT_PROVEN: because('Tidak terbukti', 'Not proven'),
  ACCOUNT_CLOSED: because('Rekening ditutup', 'The account is closed'),
  NAME_DIFFERS: because('Nama rekening berbeda', 'The name on the account differs'),
  BANK_REFUSED: because('Bank menolak', 'The bank refused'),
  OWN_WISH: because('Atas keinginan sendiri', 'By own wish'),
  FILED_ELSEWHERE: because('Sudah diajukan di tempat lain', 'Filed elsewhere'),
  CLOSED_BY_MISTAKE: because('Salah tutup', 'Closed by mistake'),
  AWAITING_MISSION: because('Menunggu Perwakilan RI atau KDEI', 'Waiting for the mission'),
  AWAITING_EMPLOYER: because('Menunggu pemberi kerja', 'Waiting for the employer'),
  AWAITING_REGISTRY: because('Menunggu data kependudukan atau SISKOP2MI', 'Waiting for a registry'),
  POLICE_INVESTIGATION: because('Penyelidikan polisi', 'A police investigation runs'),
  COURT_CASE: because('Perkara di pengadilan', 'A court case runs'),
  NOBODY_ACTS: because('Tidak ada yang bertindak', 'Nobody acts'),
  LIFE_AT_RISK: because('Nyawa terancam', 'A life is at risk'),
  PAPER_FORGED: because('Dokumen diduga palsu', 'A paper looks forged'),
  PERSON_DIFFERS: because('Orangnya berbeda', 'It is another person'),
  SUSPICION_UNFOUNDED: because('Dugaan tidak terbukti', 'The suspicion was unfounded'),
  ANOTHER_MATTER: because('Perkara yang berbeda', 'It is another matter'),
  IS_A_MEMBER: because('Ternyata peserta', 'Is a member after all', [LAW.participants]),
  EXPIRED: because('Hak sudah kedaluwarsa', 'The right has expired', [LAW.expiry]),
};
