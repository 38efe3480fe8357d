import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { CUSTODY_CLOCKS } from '../custody/custody-commands.ts';
import { LAW } from './placement.law.ts';

type Parts = z.input<typeof CaseDefinitionSchema>;

/** The clocks of a placement. Time warns, asks and climbs; it ends no membership, no contract and no case. */
export const PLACEMENT_CLOCKS: Parts['clocks'] = {
  ...CUSTODY_CLOCKS,
  confirming: {
    label: { id: 'Pemeriksaan data calon PMI', en: 'Verifying the data of the candidate' },
    legalBasis: [LAW.villageDuty],
    unit: 'working_days',
    target: 7,
    warnAtShare: [0.5],
    pausedBy: [],
    onBreach: 'escalate',
  },
  preparing: {
    label: { id: 'Persiapan keberangkatan', en: 'Preparing the departure' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    pausedBy: [],
    onBreach: 'remind',
  },
  beforeCover: {
    label: { id: 'Pelindungan sebelum bekerja', en: 'Cover before work' },
    legalBasis: [LAW.windows],
    unit: 'months',
    target: 'beforeCoverMonths@1',
    startsFrom: 'beforePremiumDay@1',
    when: 'beforePremiumPaid@1',
    warnDaysBefore: [60, 30, 7],
    pausedBy: [],
    onBreach: 'task',
  },
  departureDay: {
    label: { id: 'Hari keberangkatan', en: 'The day of departure' },
    legalBasis: [LAW.villageDuty],
    unit: 'calendar_days',
    target: 'daysToDeparture@1',
    startsFrom: 'departurePlanned@1',
    warnDaysBefore: [7, 1],
    pausedBy: [],
    onBreach: 'task',
  },
  departureGaps: {
    label: { id: 'Dokumen atau iuran belum lengkap', en: 'Papers or premium are incomplete before the departure' },
    legalBasis: [LAW.papers, LAW.premiumDue],
    unit: 'calendar_days',
    target: 'daysToDeparture@1',
    startsFrom: 'departurePlanned@1',
    when: 'departureIncomplete@1',
    warnDaysBefore: [60, 30, 14, 7, 3, 1],
    pausedBy: [],
    onBreach: 'escalate',
  },
  leftGaps: {
    label: { id: 'Kekurangan setelah berangkat', en: 'What was missing at the departure' },
    legalBasis: [LAW.papers],
    unit: 'calendar_days',
    target: 30,
    when: 'departedIncomplete@1',
    pausedBy: [],
    onBreach: 'remind',
  },
  contact: {
    label: { id: 'Kabar dari PMI', en: 'News of the worker' },
    legalBasis: [LAW.own],
    unit: 'months',
    target: 6,
    pausedBy: [],
    onBreach: 'remind',
  },
  contract: {
    label: { id: 'Perjanjian kerja berakhir', en: 'End of the contract' },
    legalBasis: [LAW.contractContent],
    unit: 'calendar_days',
    target: 'contractDays@1',
    startsFrom: 'contractFrom@1',
    when: 'contractRuns@1',
    warnDaysBefore: [60, 30, 7],
    pausedBy: [],
    onBreach: 'task',
  },
  cover: {
    label: { id: 'Masa pelindungan yang sudah dibayar berakhir', en: 'End of the cover that is paid for' },
    legalBasis: [LAW.premium, LAW.oneContract],
    unit: 'calendar_days',
    target: 'coverDays@1',
    startsFrom: 'coverFrom@1',
    when: 'coverWatched@1',
    warnDaysBefore: [60, 30, 7],
    pausedBy: [],
    onBreach: 'task',
  },
  handover: {
    label: { id: 'Serah terima atau tiba di rumah', en: 'Handover, or arrival at home' },
    legalBasis: [LAW.handover],
    unit: 'calendar_days',
    target: 7,
    pausedBy: [],
    onBreach: 'escalate',
  },
  afterCover: {
    label: { id: 'Pelindungan setelah bekerja berakhir', en: 'End of the cover after work' },
    legalBasis: [LAW.windows],
    unit: 'calendar_days',
    target: 30,
    startsFrom: 'debarked@1',
    warnDaysBefore: [7],
    pausedBy: [],
    onBreach: 'task',
  },
  closing: {
    label: { id: 'Penutupan penempatan', en: 'Closing the placement' },
    legalBasis: [LAW.own],
    unit: 'calendar_days',
    target: 30,
    pausedBy: [],
    onBreach: 'remind',
  },
};

/** From the village upwards; each rung has its own interval in working days before the next is climbed. */
export const PLACEMENT_LADDER: Parts['ladder'] = [
  {
    label: { id: 'Dinas kabupaten', en: 'District labour office' },
    legalBasis: [LAW.districtDuty],
    role: 'district_officer',
    workingDays: 5,
  },
  {
    label: { id: 'BP3MI provinsi', en: 'Provincial BP3MI' },
    legalBasis: [LAW.own],
    role: 'bp3mi_officer',
    workingDays: 10,
  },
  {
    label: { id: 'Kementerian P2MI', en: 'Ministry' },
    legalBasis: [LAW.own],
    role: 'ministry_officer',
    workingDays: 20,
  },
];
