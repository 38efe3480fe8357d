import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { CUSTODY_CLOCKS } from '../custody/custody-commands.ts';
import { LAW } from './complaint.law.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;
const WARN = [0.5, 0.8, 0.95];
/** Waits that stop an office's own clock; the legal clock stops for the family's answer only. */
const ALL_WAITS = ['awaiting_applicant', 'awaiting_external', 'legal_hold'];

/** The clocks of a complaint. Every value marked `LAW.own` is a proposal of this system, shown as unverified. */
export const COMPLAINT_CLOCKS: Parts['clocks'] = {
  ...CUSTODY_CLOCKS,
  legal: {
    label: { id: 'Batas waktu penyelesaian', en: 'Legal time to settle' },
    legalBasis: [LAW.severity, LAW.sixtyDays],
    unit: 'working_days',
    target: 'bySeverity@1',
    when: 'noLegalClock@1',
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant'],
    onBreach: 'escalate',
  },
  contact: {
    label: { id: 'Kontak pertama keadaan darurat', en: 'First contact in an emergency' },
    legalBasis: [LAW.own],
    unit: 'hours',
    target: 4,
    when: 'urgent@1',
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'escalate',
  },
  drafting: {
    label: { id: 'Draf belum dikirim', en: 'Draft not sent yet' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'remind',
  },
  acknowledging: {
    label: { id: 'Tanda terima pengaduan', en: 'Acknowledging the complaint' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 1,
    pausedBy: [],
    onBreach: 'escalate',
    urgentHours: 1,
  },
  verifying: {
    label: { id: 'Verifikasi pengaduan', en: 'Verifying the complaint' },
    legalBasis: [LAW.verifyThreeDays],
    unit: 'working_days',
    target: 3,
    warnAtShare: WARN,
    pausedBy: ['awaiting_applicant'],
    onBreach: 'escalate',
    urgentHours: 24,
  },
  disposing: {
    label: { id: 'Disposisi', en: 'Finding the competent body' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 2,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'escalate',
    urgentHours: 12,
  },
  followUp: {
    label: { id: 'Tindak lanjut', en: 'Follow-up' },
    legalBasis: [LAW.followUpFiveDays],
    unit: 'working_days',
    target: 5,
    warnAtShare: [0.8],
    pausedBy: ALL_WAITS,
    onBreach: 'remind',
    urgentHours: 24,
  },
  mediating: {
    label: { id: 'Sesi mediasi', en: 'Mediation session' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: WARN,
    pausedBy: ALL_WAITS,
    onBreach: 'escalate',
  },
  silence: {
    label: { id: 'Tanggapan pelapor', en: 'Answer of the reporter' },
    legalBasis: [LAW.silenceTenDays],
    unit: 'working_days',
    target: 10,
    warnAtShare: [0.3, 0.7],
    pausedBy: [],
    onBreach: 'task',
  },
  unsolved: {
    label: { id: 'Tanggapan atas masalah yang tidak dapat diselesaikan', en: 'Answer to “cannot be solved”' },
    legalBasis: [LAW.closeUnsolved],
    unit: 'months',
    target: 6,
    when: 'foundUnsolvable@1',
    warnDaysBefore: [30],
    pausedBy: [],
    onBreach: 'task',
  },
  objectionReview: {
    label: { id: 'Pemeriksaan keberatan', en: 'Review of the objection' },
    legalBasis: [LAW.own],
    unit: 'working_days',
    target: 14,
    warnAtShare: WARN,
    pausedBy: [],
    onBreach: 'escalate',
  },
  commitment: {
    label: { id: 'Pemenuhan janji teradu', en: 'The other side keeps its word' },
    legalBasis: [LAW.commitment],
    unit: 'calendar_days',
    target: 7,
    pausedBy: [],
    onBreach: 'task',
  },
  monitoring: {
    label: { id: 'Pemantauan setelah pelimpahan', en: 'Watching what the other body does' },
    legalBasis: [LAW.monitoring],
    unit: 'calendar_days',
    target: 30,
    pausedBy: [],
    onBreach: 'remind',
  },
  completing: {
    label: { id: 'Batas kelengkapan sejak pendaftaran', en: 'Completing the file' },
    legalBasis: [LAW.closeIncomplete],
    unit: 'calendar_days',
    target: 30,
    pausedBy: [],
    onBreach: 'task',
  },
  explaining: {
    label: { id: 'Batas penjelasan sejak diminta', en: 'Explaining what was asked' },
    legalBasis: [LAW.closeUnclear],
    unit: 'working_days',
    target: 15,
    pausedBy: [],
    onBreach: 'task',
  },
  unreachable: {
    label: { id: 'Pelapor tidak dapat dihubungi', en: 'The reporter cannot be reached' },
    legalBasis: [LAW.closeUnreachable],
    unit: 'calendar_days',
    target: 60,
    when: 'asksFamily@1',
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
    onBreach: 'task',
    urgentHours: 48,
  },
  legalHold: {
    label: { id: 'Menunggu proses hukum', en: 'Waiting for the court or police' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 90,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'task',
  },
};

export const COMPLAINT_SUSPENSIONS: Parts['suspensions'] = {
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
    label: { id: 'Menunggu proses hukum', en: 'Waiting for the court or police' },
    legalBasis: [LAW.own],
    clock: 'legalHold',
    waitsFor: 'legal_process',
  },
};

/**
 * From the village upwards; each rung has its own interval before the next is climbed. The order is a proposal of this
 * system: no text that sets one was seen.
 */
export const COMPLAINT_LADDER: Parts['ladder'] = [
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
    legalBasis: [LAW.coordination],
    role: 'ministry_officer',
    workingDays: 5,
    urgentHours: 24,
  },
];

/** Where the family may turn if nobody acts. Offered and never sent: the family decides. */
export const COMPLAINT_OUTWARD: Parts['outward'] = {
  by: 'village_officer',
  afterBreachOf: ['legal'],
  bodies: {
    ombudsman: { label: { id: 'Ombudsman RI', en: 'Ombudsman' }, legalBasis: [LAW.ombudsman] },
    lapor: { label: { id: 'SP4N-LAPOR!', en: 'LAPOR!, the national complaint channel' }, legalBasis: [LAW.lapor] },
  },
};
