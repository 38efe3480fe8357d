import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { CUSTODY_REASONS } from '../custody/custody-commands.ts';
import { LAW } from './complaint.law.ts';

type Reasons = z.input<typeof CaseDefinitionSchema>['reasons'];
const because = (id: string, en: string, basis: Reasons[string]['legalBasis'] = [LAW.own]): Reasons[string] => ({
  label: { id, en },
  legalBasis: basis,
});

/** Every reason a complaint command may give. */
export const COMPLAINT_REASONS: Reasons = {
  ...CUSTODY_REASONS,
  DUPLICATE: because('Pengaduan ganda', 'The matter was reported before'),
  NOT_A_PMI: because('Bukan PMI atau calon PMI', 'Not about a migrant worker'),
  TEST_ENTRY: because('Data percobaan', 'Entered as a test'),
  ANOTHER_PERSON: because('Orang yang berbeda', 'It is another person'),
  SAME_MATTER: because('Perkara yang sama, dilaporkan dua kali', 'The same matter, told twice'),
  ANOTHER_MATTER: because('Bukan perkara yang sama', 'It is another matter'),
  IS_A_PMI: because('Benar PMI atau calon PMI', 'It is about a migrant worker'),
  DATA_MISSING: because('Data belum ada', 'Facts are missing', [LAW.closeIncomplete]),
  ACCOUNT_UNCLEAR: because('Uraian belum jelas', 'The account is not clear', [LAW.closeUnclear]),
  PAPER_MISSING: because('Dokumen belum ada', 'A paper is missing', [LAW.closeIncomplete]),
  FILE_INCOMPLETE: because('Berkas tidak dilengkapi dalam 30 hari', 'Not completed within 30 days', [
    LAW.closeIncomplete,
  ]),
  UNCLEAR: because('Penjelasan tidak diberikan dalam 15 hari kerja', 'Not explained within 15 working days', [
    LAW.closeUnclear,
  ]),
  UNREACHABLE: because('Tidak dapat dihubungi selama 60 hari', 'Not reached for 60 days', [LAW.closeUnreachable]),
  OTHER_LEVEL: because('Tingkat lain yang berwenang', 'Another level is competent', [LAW.coordination]),
  OTHER_SUBJECT: because('Bidang instansi lain', 'A matter of another agency', [LAW.handOver]),
  NEEDS_HELP: because('Perlu bantuan instansi lain', 'Another body has to help', [LAW.coordination]),
  AGREEMENT_REFUSED: because('Para pihak tidak sepakat', 'The parties do not agree'),
  PARTY_ABSENT: because('Pihak tidak hadir', 'A party stayed away'),
  NOT_PROVEN: because('Tidak terbukti', 'Not proven'),
  NOT_SOLVABLE: because('Tidak dapat diselesaikan', 'Cannot be solved', [LAW.closeUnsolved]),
  OUTSIDE_LAW: because('Tidak ada dasar hukumnya', 'No law supports the demand'),
  NOT_CARRIED_OUT: because('Penyelesaian tidak dilaksanakan', 'What was promised was not done'),
  FACTS_DIFFER: because('Fakta tidak sesuai', 'The facts are other than found'),
  ARTICLE_DIFFERS: because('Pasal tidak sesuai', 'Another article applies'),
  NEW_EVIDENCE: because('Ada bukti baru', 'There is new evidence'),
  FOUND_CORRECT: because('Penyelesaian sudah tepat', 'The resolution is right'),
  CLOSED_BY_MISTAKE: because('Salah tutup', 'Closed by mistake'),
  AWAITING_MISSION: because('Menunggu Perwakilan RI', 'Waiting for the mission abroad'),
  AWAITING_AGENCY: because('Menunggu instansi lain', 'Waiting for another agency'),
  AWAITING_COMPANY: because('Menunggu P3MI atau pemberi kerja', 'Waiting for the company or employer'),
  POLICE_INVESTIGATION: because('Penyidikan berjalan', 'Under investigation'),
  COURT_CASE: because('Perkara di pengadilan', 'Before a court'),
  NOBODY_ACTS: because('Tidak ada tindak lanjut', 'Nobody acts'),
  LIFE_AT_RISK: because('Nyawa terancam', 'A life is at risk'),
  WRONG_CATEGORY: because('Kategori keliru', 'Wrong category'),
  MATTER_CHANGED: because('Pokok masalah berubah', 'The matter has changed'),
  OWN_WISH: because('Atas keinginan sendiri', 'By own wish'),
  FILED_ELSEWHERE: because('Sudah diadukan di tempat lain', 'Reported elsewhere'),
  FREE_WILL: because('Kehendak bebas telah dipastikan', 'Free will was made sure'),
  PRESSURE_SUSPECTED: because('Diduga ada tekanan', 'Pressure is suspected'),
};
