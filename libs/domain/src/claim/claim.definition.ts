import { CUSTODY_FLAGS } from '../custody/custody-commands.ts';
import { defineCase } from '../kernel/definition.ts';
import { LAW } from './claim.law.ts';
import { CLAIM_CLOCKS, CLAIM_LADDER, CLAIM_OUTWARD, CLAIM_SIDEWAYS, CLAIM_SUSPENSIONS } from './claim.clocks.ts';
import { CLAIM_EVIDENCE } from './claim.evidence.ts';
import { CHECKING_COMMANDS } from './claim.checking-commands.ts';
import { FILING_COMMANDS } from './claim.filing-commands.ts';
import { INSURER_COMMANDS } from './claim.insurer-commands.ts';
import { OPEN_COMMANDS } from './claim.open-commands.ts';
import { PAYMENT_COMMANDS } from './claim.payment-commands.ts';
import { duplicateCommands, DUPLICATE_MILESTONES } from '../duplicates/duplicates.commands.ts';
import { CHIEFS, OPEN, OURS } from './claim.people.ts';
import { REQUEST_COMMANDS } from './claim.request-commands.ts';
import { CLAIM_REASONS } from './claim.reasons.ts';

/** The claim of a migrant worker or heir against BPJS Ketenagakerjaan, from the first report to the money. */
export const claimDefinition = defineCase({
  type: 'claim',
  version: 1,
  label: { id: 'Klaim jaminan sosial PMI', en: 'Social-security claim of a migrant worker' },
  legalBasis: [LAW.reporters],
  opening: ['startPrecheck', 'reportAccident', 'openClaim'],
  stages: {
    precheck: {
      label: { id: 'Pra-cek', en: 'Pre-check' },
      legalBasis: [LAW.villageDuty],
      final: false,
      holder: 'village_officer',
      clock: 'prechecking',
    },
    reported: {
      label: { id: 'Laporan tahap I', en: 'Accident reported (stage I)' },
      legalBasis: [LAW.phase1],
      final: false,
      holder: 'village_officer',
      clock: 'followUp',
    },
    evidence: {
      label: { id: 'Pengumpulan dokumen', en: 'Gathering papers' },
      legalBasis: [LAW.phase2, LAW.careDocuments],
      final: false,
      holder: 'village_officer',
      clock: 'gathering',
    },
    verification: {
      label: { id: 'Verifikasi berkas', en: 'Verifying the file' },
      legalBasis: [LAW.districtDuty],
      final: false,
      holder: 'district_officer',
      clock: 'verifying',
    },
    ready: {
      label: { id: 'Siap diajukan', en: 'Ready to submit' },
      legalBasis: [LAW.channel],
      final: false,
      holder: 'district_officer',
      clock: 'submitting',
    },
    submitted: {
      label: { id: 'Diajukan ke BPJS', en: 'Submitted to the insurer' },
      legalBasis: [LAW.channel],
      final: false,
      holder: 'insurer',
      clock: 'receipt',
    },
    insurer_review: {
      label: { id: 'Diperiksa BPJS', en: 'Under review by the insurer' },
      legalBasis: [LAW.payout],
      final: false,
      holder: 'insurer',
      clock: 'insurerReview',
    },
    decided: {
      label: { id: 'Diputuskan', en: 'Decided' },
      legalBasis: [LAW.own],
      final: false,
      holder: 'village_officer',
      clock: 'objectionWindow',
      waitsFor: 'family',
    },
    objection: {
      label: { id: 'Keberatan', en: 'Objection' },
      legalBasis: [LAW.complaintRight],
      final: false,
      holder: 'insurer',
      clock: 'objectionReview',
    },
    payment: {
      label: { id: 'Pembayaran', en: 'Payment' },
      legalBasis: [LAW.payout],
      final: false,
      holder: 'insurer',
      clock: 'payout',
    },
    confirm: {
      label: { id: 'Konfirmasi penerimaan', en: 'Confirming receipt' },
      legalBasis: [LAW.own],
      final: false,
      holder: 'village_officer',
      clock: 'confirming',
      waitsFor: 'family',
    },
    schooling: {
      label: { id: 'Menunggu tahun ajaran berikutnya', en: 'Until the next school year' },
      legalBasis: [LAW.scholarship],
      final: false,
      holder: 'village_officer',
      clock: 'schoolYear',
    },
    closed: {
      label: { id: 'Selesai', en: 'Closed' },
      legalBasis: [LAW.own],
      final: true,
      holder: 'district_officer',
      clock: null,
    },
  },
  commands: {
    ...FILING_COMMANDS,
    ...REQUEST_COMMANDS,
    ...CHECKING_COMMANDS,
    ...INSURER_COMMANDS,
    ...PAYMENT_COMMANDS,
    ...OPEN_COMMANDS,
    ...duplicateCommands({
      legalBasis: LAW.own,
      searched: [...OPEN, 'closed'],
      decided: OURS,
      deciders: CHIEFS,
    }),
  },
  clocks: CLAIM_CLOCKS,
  suspensions: CLAIM_SUSPENSIONS,
  evidence: CLAIM_EVIDENCE,
  reasons: CLAIM_REASONS,
  outcomes: {
    paid_full: { label: { id: 'Dibayar penuh', en: 'Paid in full' } },
    paid_part: { label: { id: 'Dibayar sebagian', en: 'Paid in part' } },
    rejected: { label: { id: 'Ditolak', en: 'Rejected' } },
    withdrawn: { label: { id: 'Dicabut', en: 'Withdrawn' } },
    expired: { label: { id: 'Kedaluwarsa', en: 'Expired' } },
    not_insured: { label: { id: 'Bukan peserta', en: 'Not insured' } },
    void_duplicate: { label: { id: 'Batal: klaim ganda', en: 'Void: a duplicate' } },
  },
  flags: {
    ...CUSTODY_FLAGS,
    payment_failed: { label: { id: 'Pembayaran gagal', en: 'A payment failed' } },
    third_party_awaited: {
      label: { id: 'Menunggu dokumen pihak ketiga', en: 'A paper of a third party is awaited' },
      waitsFor: 'third_party',
    },
    decision_differs: {
      label: { id: 'Keputusan berbeda dari perhitungan', en: 'The decision is other than calculated' },
    },
    incomplete: { label: { id: 'Belum lengkap', en: 'Incomplete' } },
    urgent: { label: { id: 'Mendesak', en: 'Urgent' } },
    duplicate_suspected: { label: { id: 'Diduga ganda', en: 'Suspected duplicate' } },
    // Who helps the family is not told what the family is suspected of.
    fraud_suspected: { label: { id: 'Diduga tidak benar', en: 'Suspected fraud' }, seenBy: [...CHIEFS] },
    void_proposed: { label: { id: 'Pembatalan diusulkan', en: 'Proposed to be void' } },
    appeal_filed: { label: { id: 'Dibawa ke Ombudsman atau pengadilan', en: 'Appeal filed' } },
    linked_case_refused: { label: { id: 'Kasus anak tidak dapat dibuka', en: 'The child case could not be opened' } },
    withdrawal_sent: { label: { id: 'Pencabutan dikirim ke BPJS', en: 'Withdrawal sent to the insurer' } },
    decision_reversed: { label: { id: 'Keputusan diubah BPJS', en: 'Decision reversed by the insurer' } },
    payee_disputed: { label: { id: 'Penerima dipersoalkan', en: 'A payee is in doubt' } },
    amounts_differ: { label: { id: 'Jumlah berbeda, sudah dijelaskan', en: 'Amounts differ, explained' } },
    overpaid: { label: { id: 'Dibayar lebih dari keputusan', en: 'Paid more than decided' } },
    insurer_differs: { label: { id: 'Catatan BPJS berbeda', en: 'The insurer’s list differs' } },
    payment_disputed: { label: { id: 'Penerimaan disengketakan', en: 'Receipt is disputed' } },
  },
  milestones: {
    ...DUPLICATE_MILESTONES,
    file_complete: { label: { id: 'Berkas lengkap', en: 'File complete' } },
    first_check: { label: { id: 'Pemeriksaan pertama', en: 'First check' } },
    file_verified: { label: { id: 'Berkas terverifikasi', en: 'File verified' } },
    submitted: { label: { id: 'Diajukan', en: 'Submitted' } },
    accident_reported: { label: { id: 'Laporan tahap I diterima', en: 'Stage I report received' } },
    received_by_insurer: { label: { id: 'Diterima BPJS', en: 'Received by the insurer' } },
    decided: { label: { id: 'Diputuskan', en: 'Decided' } },
    paid: { label: { id: 'Dibayar', en: 'Paid' } },
    confirmed: { label: { id: 'Penerimaan dikonfirmasi', en: 'Receipt confirmed' } },
    scholarship_opened: { label: { id: 'Kasus beasiswa dibuka', en: 'Scholarship case opened' } },
  },
  ladder: CLAIM_LADDER,
  sideways: CLAIM_SIDEWAYS,
  outward: CLAIM_OUTWARD,
});
