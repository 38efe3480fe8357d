import type { Text } from '@titian/domain';
import type { OpenFact } from './result.ts';

/** Questions that settle an answer, by the fact they ask for. */
const QUESTIONS = {
  coverage: {
    id: 'Apakah PMI pernah menjadi peserta, dan untuk kontrak apa?',
    en: 'Was the worker ever insured, and for which contract?',
  },
  paidBeforeOn: {
    id: 'Kapan iuran sebelum bekerja dibayar?',
    en: 'When was the premium for the time before work paid?',
  },
  paidDuringOn: {
    id: 'Kapan iuran selama bekerja dibayar?',
    en: 'When was the premium for the time during work paid?',
  },
  embarkedOn: { id: 'Kapan berangkat dari Indonesia?', en: 'When did the worker leave Indonesia?' },
  debarkedOn: { id: 'Kapan tiba kembali di Indonesia?', en: 'When did the worker come back to Indonesia?' },
  arrivedHomeOn: { id: 'Kapan tiba di daerah asal?', en: 'When did the worker reach the home area?' },
  contractEndsOn: { id: 'Kapan kontrak yang didaftarkan berakhir?', en: 'When does the registered contract end?' },
  activeOnEventDay: {
    id: 'Apakah BPJS mencatatnya aktif pada hari kejadian?',
    en: 'Does the insurer record an active membership on that day?',
  },
  country: { id: 'Di negara mana kejadiannya?', en: 'In which country did it happen?' },
  byAccident: { id: 'Apakah meninggal karena kecelakaan kerja?', en: 'Was it a death by a work accident?' },
  onLeave: { id: 'Apakah sedang cuti di Indonesia?', en: 'Was the worker on leave in Indonesia?' },
  causedBy: { id: 'Siapa yang menyebabkannya?', en: 'Who caused it?' },
  againstOwnWill: { id: 'Apakah di luar kehendak PMI sendiri?', en: "Was it against the worker's own will?" },
  proven: { id: 'Apakah sudah terbukti?', en: 'Has it been proven?' },
  crimeOrDrugs: {
    id: 'Apakah karena kejahatan, narkotika atau minuman terlarang?',
    en: 'Was it due to a crime, drugs or forbidden alcohol?',
  },
  disability: { id: 'Apakah ada kecacatan?', en: 'Is there a disability?' },
  basisPoints: { id: 'Berapa persen menurut surat dokter?', en: "Which percentage does the doctor's letter give?" },
  afterAccident: { id: 'Apakah PHK karena kecelakaan kerja?', en: 'Was the dismissal due to a work accident?' },
  serviceMonths: { id: 'Berapa bulan sudah bekerja?', en: 'How many months had the worker worked?' },
  excludedBy: {
    id: 'Apakah PHK karena sebab yang dikecualikan?',
    en: 'Does an excluded cause apply to the dismissal?',
  },
  heirs: { id: 'Siapa ahli warisnya?', en: 'Who are the heirs?' },
  school: { id: 'Apakah anak itu bersekolah, dan di tingkat apa?', en: 'Is the child at school, and at which level?' },
  yearsLeft: { id: 'Berapa tahun lagi di tingkat itu?', en: 'How many years are left at that level?' },
  jhtMember: { id: 'Apakah ikut JHT?', en: 'Did the worker take part in old-age savings?' },
  bornOn: { id: 'Kapan tanggal lahirnya?', en: 'What is the day of birth?' },
  cost: { id: 'Berapa biaya sebenarnya?', en: 'What was the actual cost?' },
  mode: { id: 'Dengan darat, laut atau udara?', en: 'By land, sea or air?' },
} as const satisfies Record<string, Text>;

/** The question for a fact at a place in the facts. */
export const ask = (question: keyof typeof QUESTIONS, field: string): OpenFact => ({
  field,
  question: QUESTIONS[question],
});
