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
};
