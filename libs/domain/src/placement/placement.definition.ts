import { CUSTODY_FLAGS } from '../custody/custody-commands.ts';
import { DUPLICATE_MILESTONES } from '../duplicates/duplicates.commands.ts';
import { defineCase } from '../kernel/definition.ts';
import { ABROAD_COMMANDS } from './placement.abroad-commands.ts';
import { BEFORE_COMMANDS } from './placement.before-commands.ts';
import { PLACEMENT_CLOCKS, PLACEMENT_LADDER } from './placement.clocks.ts';
import { PLACEMENT_EVIDENCE } from './placement.evidence.ts';
import { LAW } from './placement.law.ts';
import { OPEN_COMMANDS } from './placement.open-commands.ts';
import { PLACEMENT_REASONS } from './placement.reasons.ts';

/** One placement of a worker, from the register of the village to the end of the cover after the return. */
export const placementDefinition = defineCase({
  type: 'placement',
  version: 1,
  label: { id: 'Penempatan PMI', en: 'Placement of a migrant worker' },
  legalBasis: [LAW.papers, LAW.villageDuty],
  opening: ['registerCandidate', 'registerAbroad'],
  stages: {
    registered: {
      label: { id: 'Terdaftar di desa', en: 'Registered in the village' },
      legalBasis: [LAW.villageDuty],
      final: false,
      holder: 'village_officer',
      clock: 'confirming',
    },
    preparation: {
      label: { id: 'Persiapan dokumen', en: 'Preparing the papers' },
      legalBasis: [LAW.papers],
      final: false,
      holder: 'district_officer',
      clock: 'preparing',
    },
    departure: {
      label: { id: 'Menjelang keberangkatan', en: 'Before the departure' },
      legalBasis: [LAW.villageDuty, LAW.papers],
      final: false,
      holder: 'village_officer',
      clock: 'departureDay',
    },
    abroad: {
      label: { id: 'Bekerja di luar negeri', en: 'Working abroad' },
      legalBasis: [LAW.windows],
      final: false,
      holder: 'village_officer',
      clock: 'contact',
    },
    returning: {
      label: { id: 'Dalam kepulangan', en: 'On the way home' },
      legalBasis: [LAW.returnService, LAW.handover],
      final: false,
      holder: 'village_officer',
      clock: 'handover',
    },
    home: {
      label: { id: 'Sudah di rumah', en: 'At home' },
      legalBasis: [LAW.windows],
      final: false,
      holder: 'village_officer',
      clock: 'closing',
    },
    closed: {
      label: { id: 'Selesai', en: 'Closed' },
      legalBasis: [LAW.own],
      final: true,
      holder: 'village_officer',
      clock: null,
    },
  },
  commands: { ...BEFORE_COMMANDS, ...ABROAD_COMMANDS, ...OPEN_COMMANDS },
  clocks: PLACEMENT_CLOCKS,
  suspensions: {},
  evidence: PLACEMENT_EVIDENCE,
  reasons: PLACEMENT_REASONS,
  outcomes: {
    completed: { label: { id: 'Selesai sesuai perjanjian', en: 'Completed as agreed' } },
    returned_early: { label: { id: 'Pulang lebih awal', en: 'Returned early' } },
    died: { label: { id: 'Meninggal dunia', en: 'Died' } },
    failed_departure: { label: { id: 'Gagal berangkat', en: 'Did not depart, not by own wish' } },
    withdrawn: { label: { id: 'Batal atas keinginan sendiri', en: 'Withdrawn by own wish' } },
    void_duplicate: { label: { id: 'Batal: penempatan ganda', en: 'Void: a duplicate' } },
    void_by_mistake: { label: { id: 'Batal: salah masuk', en: 'Void: entered by mistake' } },
  },
  flags: {
    ...CUSTODY_FLAGS,
    departure_incomplete: { label: { id: 'Belum lengkap menjelang berangkat', en: 'Incomplete before the departure' } },
    departed_incomplete: { label: { id: 'Berangkat tidak lengkap', en: 'Departed with something missing' } },
    papers_unknown: { label: { id: 'Dokumen tidak diketahui', en: 'The papers are not known' } },
    cover_unknown: { label: { id: 'Kepesertaan tidak diketahui', en: 'The membership is not known' } },
    premium_due: { label: { id: 'Iuran berikutnya belum dibayar', en: 'The next premium is not paid' } },
    cover_lapsed: { label: { id: 'Kepesertaan tidak diperpanjang', en: 'The cover is let lapse' } },
    contract_changed: { label: { id: 'Perjanjian kerja berubah', en: 'The contract was changed' } },
    died: { label: { id: 'Meninggal dunia', en: 'Died' } },
    duplicate_suspected: { label: { id: 'Diduga orang yang sama', en: 'The same worker is suspected' } },
    void_proposed: { label: { id: 'Pembatalan diusulkan', en: 'Proposed to be void' } },
    urgent: { label: { id: 'Mendesak', en: 'Urgent' } },
    linked_case_refused: { label: { id: 'Klaim tidak dapat dibuka', en: 'The claim could not be opened' } },
  },
  milestones: {
    candidate_confirmed: { label: { id: 'Data diperiksa', en: 'Data verified' } },
    ...DUPLICATE_MILESTONES,
    orientation: { label: { id: 'Orientasi diikuti', en: 'Orientation attended' } },
    departed: { label: { id: 'Berangkat', en: 'Departed' } },
    debarked: { label: { id: 'Tiba di Indonesia', en: 'Debarked in Indonesia' } },
    handed_over: { label: { id: 'Diserahterimakan', en: 'Handed over' } },
    home: { label: { id: 'Tiba di rumah', en: 'Arrived at home' } },
    died: { label: { id: 'Kematian dicatat', en: 'Death recorded' } },
    claim_opened: { label: { id: 'Klaim dibuka', en: 'Claim opened' } },
  },
  ladder: PLACEMENT_LADDER,
});
