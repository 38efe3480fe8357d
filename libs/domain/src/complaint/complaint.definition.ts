import { CUSTODY_FLAGS } from '../custody/custody-commands.ts';
import { DUPLICATE_MILESTONES } from '../duplicates/duplicates.commands.ts';
import { defineCase } from '../kernel/definition.ts';
import { COMPLAINT_CLOCKS, COMPLAINT_LADDER, COMPLAINT_OUTWARD, COMPLAINT_SUSPENSIONS } from './complaint.clocks.ts';
import { COMPLAINT_EVIDENCE } from './complaint.evidence.ts';
import { HANDLING_COMMANDS } from './complaint.handling-commands.ts';
import { INTAKE_COMMANDS } from './complaint.intake-commands.ts';
import { LAW } from './complaint.law.ts';
import { OPEN_COMMANDS } from './complaint.open-commands.ts';
import { PARTS } from './complaint.people.ts';
import { COMPLAINT_REASONS } from './complaint.reasons.ts';
import { ROUTING_COMMANDS } from './complaint.routing-commands.ts';

/** The complaint of a migrant worker or family, from the words at the door to an answer they accept or object to. */
export const complaintDefinition = defineCase({
  type: 'complaint',
  version: 1,
  label: { id: 'Pengaduan PMI', en: 'Complaint of a migrant worker' },
  legalBasis: [LAW.service],
  opening: ['openDraft', 'fileComplaint'],
  stages: {
    draft: {
      label: { id: 'Draf', en: 'Draft' },
      legalBasis: [LAW.villageDuty],
      final: false,
      holder: 'village_officer',
      clock: 'drafting',
    },
    intake: {
      label: { id: 'Diterima', en: 'Received' },
      legalBasis: [LAW.service],
      final: false,
      holder: 'village_officer',
      clock: 'acknowledging',
    },
    verification: {
      label: { id: 'Verifikasi', en: 'Verification' },
      legalBasis: [LAW.verifyThreeDays],
      final: false,
      holder: 'district_officer',
      clock: 'verifying',
    },
    disposition: {
      label: { id: 'Disposisi', en: 'Disposition' },
      legalBasis: [LAW.coordination],
      final: false,
      holder: 'district_officer',
      clock: 'disposing',
    },
    handling: {
      label: { id: 'Penanganan', en: 'Handling' },
      legalBasis: [LAW.service],
      final: false,
      holder: 'byBody@1',
      clock: 'followUp',
    },
    mediation: {
      label: { id: 'Mediasi', en: 'Mediation' },
      legalBasis: [LAW.mediation],
      final: false,
      holder: 'byBody@1',
      clock: 'mediating',
    },
    resolution: {
      label: { id: 'Penyelesaian', en: 'Resolution' },
      legalBasis: [LAW.silenceTenDays],
      final: false,
      holder: 'byBody@1',
      clock: 'silence',
      waitsFor: 'family',
    },
    objection: {
      label: { id: 'Keberatan', en: 'Objection' },
      legalBasis: [LAW.ombudsman],
      final: false,
      holder: 'officeAbove@1',
      clock: 'objectionReview',
      notBy: [...PARTS],
    },
    closed: {
      label: { id: 'Selesai', en: 'Closed' },
      legalBasis: [LAW.own],
      final: true,
      holder: 'district_officer',
      clock: null,
    },
  },
  commands: { ...INTAKE_COMMANDS, ...ROUTING_COMMANDS, ...HANDLING_COMMANDS, ...OPEN_COMMANDS },
  clocks: COMPLAINT_CLOCKS,
  suspensions: COMPLAINT_SUSPENSIONS,
  evidence: COMPLAINT_EVIDENCE,
  reasons: COMPLAINT_REASONS,
  outcomes: {
    resolved: { label: { id: 'Selesai', en: 'Resolved' } },
    partly_resolved: { label: { id: 'Selesai sebagian', en: 'Resolved in part' } },
    not_proven: { label: { id: 'Tidak terbukti', en: 'Not proven' } },
    rejected: { label: { id: 'Tidak dapat dipenuhi', en: 'Rejected' } },
    withdrawn: { label: { id: 'Dicabut', en: 'Withdrawn' } },
    void_duplicate: { label: { id: 'Batal: pengaduan ganda', en: 'Void: a duplicate' } },
    void_not_competent: { label: { id: 'Batal: bukan pengaduan PMI', en: 'Void: not a complaint for these offices' } },
    transferred_out: { label: { id: 'Dilimpahkan ke instansi lain', en: 'Handed over to another agency' } },
  },
  flags: {
    urgent: { label: { id: 'Darurat', en: 'Urgent' } },
    incomplete: { label: { id: 'Belum lengkap', en: 'Incomplete' } },
    duplicate_suspected: { label: { id: 'Diduga ganda', en: 'Suspected duplicate' } },
    void_proposed: { label: { id: 'Pembatalan diusulkan', en: 'Proposed to be void' } },
    ...CUSTODY_FLAGS,
    monitored: { label: { id: 'Dipantau', en: 'Watched after the handover' } },
    mediation_failed: { label: { id: 'Mediasi gagal', en: 'A mediation failed' } },
    withdrawal_requested: { label: { id: 'Pencabutan diminta', en: 'Withdrawal asked for' } },
    appeal_filed: { label: { id: 'Dibawa ke Ombudsman', en: 'Appeal filed' } },
    linked_case_refused: { label: { id: 'Klaim tidak dapat dibuka', en: 'The claim could not be opened' } },
  },
  milestones: {
    ...DUPLICATE_MILESTONES,
    filed: { label: { id: 'Diajukan', en: 'Filed' } },
    acknowledged: { label: { id: 'Tanda terima diberikan', en: 'Acknowledged' } },
    family_reached: { label: { id: 'Keluarga dihubungi', en: 'The family was reached' } },
    file_complete: { label: { id: 'Berkas lengkap', en: 'File complete' } },
    disposed: { label: { id: 'Didisposisikan', en: 'Given to a body' } },
    found_not_competent: { label: { id: 'Bukan kewenangan', en: 'Found not competent' } },
    first_clarification: { label: { id: 'Klarifikasi kesatu', en: 'First clarification' } },
    second_clarification: { label: { id: 'Klarifikasi kedua', en: 'Second clarification' } },
    sanction_recommended: { label: { id: 'Sanksi direkomendasikan', en: 'Sanction recommended' } },
    deposit_claimed: { label: { id: 'Pencairan deposito diusulkan', en: 'Deposit claimed' } },
    litigation_begun: { label: { id: 'Litigasi dimulai', en: 'Litigation begun' } },
    settled: { label: { id: 'Perjanjian bersama', en: 'Settled' } },
    answered: { label: { id: 'Penyelesaian diusulkan', en: 'Resolution proposed' } },
    objected: { label: { id: 'Keberatan diajukan', en: 'Objection filed' } },
    claim_opened: { label: { id: 'Klaim dibuka', en: 'Claim opened' } },
  },
  ladder: COMPLAINT_LADDER,
  outward: COMPLAINT_OUTWARD,
});
