import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { CUSTODY_REASONS } from '../custody/custody-commands.ts';
import { LAW } from './placement.law.ts';

type Reasons = z.input<typeof CaseDefinitionSchema>['reasons'];
const because = (id: string, en: string, basis: Reasons[string]['legalBasis'] = [LAW.own]): Reasons[string] => ({
  label: { id, en },
  legalBasis: basis,
});

/** Every reason a placement command may give. */
export const PLACEMENT_REASONS: Reasons = {
  ...CUSTODY_REASONS,
  OWN_WISH: because('Atas keinginan sendiri', 'By own wish'),
  EMPLOYER_CANCELLED: because('Dibatalkan pemberi kerja', 'The employer cancelled', [LAW.failedDeparture]),
  VISA_REFUSED: because('Visa ditolak', 'The visa was refused', [LAW.failedDeparture]),
  ILL: because('Sakit', 'Ill', [LAW.failedDeparture]),
  PLACING_BODY_FAILED: because('Kesalahan pelaksana penempatan', 'Fault of the placing body', [LAW.failedDeparture]),
  GOVERNMENT_POLICY: because('Kebijakan pemerintah', 'A policy of the government', [LAW.failedDeparture]),
  PAPER_UNREADABLE: because('Dokumen tidak terbaca', 'A paper cannot be read'),
  DATA_DIFFER: because('Data berbeda', 'Data differ between papers'),
  WRONG_PAPER: because('Dokumen tidak sesuai', 'It is not the paper asked for'),
  CANNOT_BE_OBTAINED: because('Tidak dapat lagi diperoleh', 'It can no longer be obtained'),
  SETTLED_ABROAD: because('Sudah diselesaikan di negara penempatan', 'Settled in the country of work'),
  FAMILY_DECLINES: because('Keluarga atau PMI tidak memperpanjang kepesertaan', 'The family or worker does not renew', [
    LAW.oneContract,
  ]),
  UNREACHABLE: because('PMI dan keluarga tidak dapat dihubungi', 'Worker and family cannot be reached'),
  LIFE_AT_RISK: because('Nyawa terancam', 'A life is at risk'),
  NO_NEWS: because('Tidak ada kabar', 'There is no news'),
  NOBODY_ACTS: because('Tidak ada yang bertindak', 'Nobody acts'),
  DUPLICATE: because('Penempatan yang sama sudah tercatat', 'The same placement is on record'),
  ENTERED_BY_MISTAKE: because('Salah masuk', 'Entered by mistake'),
  ANOTHER_PERSON: because('Orang yang berbeda', 'It is another person'),
  SAME_MATTER: because('Penempatan yang sama, dicatat dua kali', 'The same placement, entered twice'),
  ANOTHER_MATTER: because('Penempatan yang berbeda', 'It is another placement'),
  CLOSED_BY_MISTAKE: because('Salah tutup', 'Closed by mistake'),
  DEPARTS_AFTER_ALL: because('Ternyata tetap berangkat', 'Departs after all'),
};
