import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;
const WARN = [0.5, 0.8, 0.95];

/** The clocks of a claim. Every value marked `LAW.own` is a proposal of this system, shown as unverified. */
export const CLAIM_CLOCKS: Parts['clocks'] = {
  prechecking: {
    label: { id: 'Pra-cek dilanjutkan atau ditutup', en: 'Going on after the pre-check' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'task',
  },
  followUp: {
    label: { id: 'Tindak lanjut laporan tahap I', en: 'Follow-up of the stage I report' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'remind',
  },
  expiry: {
    label: { id: 'Kedaluwarsa klaim', en: 'Expiry of the claim' },
    legalBasis: [LAW.expiry, LAW.firstOpportunity],
    unit: 'years',
    target: 5,
    startsFrom: 'riskDay@1',
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
  },
  verifying: {
    label: { id: 'Verifikasi berkas', en: 'Verifying the file' },
    legalBasis: [LAW.verifyThreeDays],
    unit: 'working_days',
    target: 3,
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant', 'awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
  },
  secondCheck: {
    label: { id: 'Pemeriksaan kedua', en: 'Second check' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: ['awaiting_applicant', 'awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
  },
  submitting: {
    label: { id: 'Pengajuan ke BPJS', en: 'Submitting to the insurer' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: ['awaiting_external', 'legal_hold'],
    onBreach: 'escalate',
  },
  receipt: {
    label: { id: 'Tanda terima BPJS', en: 'Receipt by the insurer' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: [],
    onBreach: 'escalate',
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
  awaitingApplicant: {
    label: { id: 'Menunggu kelengkapan dari keluarga', en: 'Waiting for the family' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: [0.2, 0.5, 0.8],
    pausedBy: [],
    onBreach: 'task',
  },
  awaitingExternal: {
    label: { id: 'Menunggu pihak lain', en: 'Waiting for another party' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'escalate',
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
  },
  awaiting_external: {
    label: { id: 'Menunggu pihak lain', en: 'Waiting for another party' },
    legalBasis: [LAW.own],
    clock: 'awaitingExternal',
  },
  legal_hold: {
    label: { id: 'Ditahan karena proses hukum', en: 'Held for the law' },
    legalBasis: [LAW.own],
    clock: 'legalHold',
  },
};

/** From the village upwards; each rung has its own interval in working days before the next is climbed. */
export const CLAIM_LADDER: Parts['ladder'] = [
  {
    label: { id: 'Dinas kabupaten', en: 'District labour office' },
    legalBasis: [LAW.districtDuty],
    role: 'district_officer',
    workingDays: 2,
  },
  {
    label: { id: 'BP3MI provinsi', en: 'Provincial BP3MI' },
    legalBasis: [LAW.own],
    role: 'bp3mi_officer',
    workingDays: 3,
  },
  {
    label: { id: 'Kementerian P2MI', en: 'Ministry' },
    legalBasis: [LAW.own],
    role: 'ministry_officer',
    workingDays: 5,
  },
];
