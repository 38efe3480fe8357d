import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { CUSTODY_CLOCKS } from '../custody/custody-commands.ts';
import { LAW } from './claim.law.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;
const WARN = [0.5, 0.8, 0.95];

/** The clocks of a claim. Every value marked `LAW.own` is a proposal of this system, shown as unverified. */
export const CLAIM_CLOCKS: Parts['clocks'] = {
  ...CUSTODY_CLOCKS,
  prechecking: {
    label: { id: 'Pra-cek dilanjutkan atau ditutup', en: 'Going on after the pre-check' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'task',
    urgentHours: 48,
  },
  followUp: {
    label: { id: 'Tindak lanjut laporan tahap I', en: 'Follow-up of the stage I report' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'remind',
    urgentHours: 72,
  },
  expiry: {
    label: { id: 'Kedaluwarsa klaim', en: 'Expiry of the claim' },
    legalBasis: [LAW.expiry, LAW.firstOpportunity],
    unit: 'years',
    target: 5,
    startsFrom: 'riskDay@1',
    when: 'rightExpires@1',
    warnDaysBefore: [180, 90, 30, 7],
    pausedBy: [],
    onBreach: 'task',
  },
  gathering: {
    label: { id: 'Pengumpulan dokumen', en: 'Gathering papers' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant', 'awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
    urgentHours: 72,
  },
  paperRequest: {
    label: { id: 'Menunggu dokumen pihak ketiga', en: 'Waiting for a paper of a third party' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 10,
    warnAtShare: [0.3, 0.7],
    pausedBy: [],
    onBreach: 'chase',
    chasedBy: ['bp3mi_officer', 'ministry_officer'],
  },
  verifying: {
    label: { id: 'Verifikasi berkas', en: 'Verifying the file' },
    legalBasis: [LAW.verifyThreeDays],
    unit: 'working_days',
    target: 3,
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant', 'awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
    urgentHours: 24,
  },
  secondCheck: {
    label: { id: 'Pemeriksaan kedua', en: 'Second check' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: ['awaiting_applicant', 'awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
    urgentHours: 12,
  },
  submitting: {
    label: { id: 'Pengajuan ke BPJS', en: 'Submitting to the insurer' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: ['awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
    urgentHours: 12,
  },
  receipt: {
    label: { id: 'Tanda terima BPJS', en: 'Receipt by the insurer' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: [],
    onBreach: 'escalate',
    urgentHours: 24,
  },
  insurerReview: {
    label: { id: 'Keputusan BPJS', en: 'Decision of the insurer' },
    legalBasis: [LAW.payout],
    unit: 'working_days',
    target: 7,
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant'],
    onBreach: 'escalate',
  },
  objectionWindow: {
    label: { id: 'Masa keberatan', en: 'Time to object' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5, 0.8],
    pausedBy: [],
    onBreach: 'task',
  },
  objectionReview: {
    label: { id: 'Pemeriksaan keberatan', en: 'Review of the objection' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: WARN,
    pausedBy: [],
    onBreach: 'escalate',
  },
  payout: {
    label: { id: 'Pembayaran', en: 'Payout' },
    legalBasis: [LAW.payout, LAW.latePayment],
    unit: 'working_days',
    target: 7,
    warnAtShare: WARN,
    pausedBy: [],
    onBreach: 'escalate',
  },
  confirming: {
    label: { id: 'Konfirmasi penerimaan', en: 'Confirming receipt' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 7,
    pausedBy: [],
    onBreach: 'task',
  },
  schoolYear: {
    label: { id: 'Tahun ajaran berikutnya', en: 'Next school year' },
    legalBasis: [LAW.scholarship],
    unit: 'years',
    target: 1,
    warnDaysBefore: [30],
    pausedBy: [],
    onBreach: 'task',
  },
  awaitingApplicant: {
    label: { id: 'Menunggu kelengkapan dari keluarga', en: 'Waiting for the family' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: [0.2, 0.5, 0.8],
    pausedBy: [],
    onBreach: 'task',
    urgentHours: 48,
  },
  awaitingExternal: {
    label: { id: 'Menunggu pihak lain', en: 'Waiting for another party' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'escalate',
    urgentHours: 48,
  },
  legalHold: {
    label: { id: 'Menunggu proses hukum', en: 'Held for the law' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    pausedBy: [],
    onBreach: 'remind',
  },
};

export const CLAIM_SUSPENSIONS: Parts['suspensions'] = {
  awaiting_applicant: {
    label: { id: 'Menunggu kelengkapan', en: 'Waiting for what is missing' },
    legalBasis: [LAW.own],
    clock: 'awaitingApplicant',
    waitsFor: 'family',
  },
  awaiting_external: {
    label: { id: 'Menunggu pihak lain', en: 'Waiting for another party' },
    legalBasis: [LAW.own],
    clock: 'awaitingExternal',
    waitsFor: 'third_party',
  },
  legal_hold: {
    label: { id: 'Ditahan karena proses hukum', en: 'Held for the law' },
    legalBasis: [LAW.own],
    clock: 'legalHold',
    waitsFor: 'legal_process',
  },
};

/**
 * From the village upwards; each rung has its own interval before the next is climbed. The order is a proposal of this
 * system: no text that sets one was seen.
 */
export const CLAIM_LADDER: Parts['ladder'] = [
  {
    label: { id: 'Pemerintah desa atau kelurahan', en: 'Village' },
    legalBasis: [LAW.villageDuty, LAW.own],
    role: 'village_officer',
    workingDays: 2,
    urgentHours: 4,
  },
  {
    label: { id: 'Kecamatan', en: 'Subdistrict' },
    legalBasis: [LAW.own],
    role: 'subdistrict_officer',
    workingDays: 2,
    urgentHours: 4,
  },
  {
    label: { id: 'Dinas kabupaten', en: 'District labour office' },
    legalBasis: [LAW.districtDuty, LAW.own],
    role: 'district_officer',
    workingDays: 2,
    urgentHours: 8,
  },
  {
    label: { id: 'BP3MI provinsi', en: 'Provincial BP3MI' },
    legalBasis: [LAW.own],
    role: 'bp3mi_officer',
    workingDays: 3,
    urgentHours: 12,
  },
  {
    label: { id: 'Kementerian P2MI', en: 'Ministry' },
    legalBasis: [LAW.own],
    role: 'ministry_officer',
    workingDays: 5,
    urgentHours: 24,
  },
];

/** The insurer is chased among its own, and one of our offices looks after the matter at each rung. */
export const CLAIM_SIDEWAYS: Parts['sideways'] = [
  {
    label: { id: 'Kepala cabang BPJS Ketenagakerjaan', en: 'Branch of the insurer' },
    legalBasis: [LAW.own],
    role: 'insurer',
    workingDays: 2,
    urgentHours: 8,
    tells: ['district_officer'],
  },
  {
    label: { id: 'Kantor wilayah BPJS Ketenagakerjaan', en: 'Regional office of the insurer' },
    legalBasis: [LAW.own],
    role: 'insurer_region',
    workingDays: 3,
    urgentHours: 12,
    tells: ['bp3mi_officer'],
  },
  {
    label: { id: 'Kantor pusat BPJS Ketenagakerjaan', en: 'Head office of the insurer' },
    legalBasis: [LAW.own],
    role: 'insurer_centre',
    workingDays: 5,
    urgentHours: 24,
    tells: ['ministry_officer'],
  },
];

/** Where the family may turn if nobody acts. Offered and never sent: the family decides. */
export const CLAIM_OUTWARD: Parts['outward'] = {
  by: 'village_officer',
  afterBreachOf: [],
  bodies: {
    ombudsman: { label: { id: 'Ombudsman RI', en: 'Ombudsman' }, legalBasis: [LAW.complaintRight] },
    lapor: { label: { id: 'SP4N-LAPOR!', en: 'LAPOR!, the national complaint channel' }, legalBasis: [LAW.lapor] },
  },
};
