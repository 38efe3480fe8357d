import {
  allowedActions,
  isWanted,
  requirementsOf,
  type AllowedAction,
  type CaseModel,
  type CaseState,
  type Instant,
  type Text,
} from '@titian/domain';
import type { Identity } from '@titian/auth';

/** What carries a claim forward in each stage, in the order in which a desk would do it. */
const FORWARD: Readonly<Record<string, readonly string[]>> = {
  precheck: ['recordPrecheck', 'proceedToReport', 'proceedToEvidence'],
  reported: ['recordAccidentOutcome', 'attach', 'requestPaper'],
  evidence: ['answerInfo', 'resume', 'attach', 'requestPaper', 'recordHeirs', 'recordPayee', 'markComplete'],
  verification: ['answerInfo', 'verifyItem', 'recordMembership', 'approveFile', 'checkFile'],
  ready: ['resume', 'submit'],
  insurer_review: ['attach', 'answerInsurer'],
  decided: ['acceptDecision', 'fileObjection', 'acceptRejection', 'openScholarship'],
  objection: ['attach'],
  payment: ['recordPayee', 'reorderPayment'],
  confirm: ['confirmReceipt', 'disputeReceipt'],
  closed: ['openScholarship', 'reopen'],
};

/** What to do, as one would say it to somebody at the desk. */
const SENTENCES: Readonly<Record<string, Text>> = {
  recordPrecheck: {
    id: 'Lengkapi fakta (kontrak, iuran, keberangkatan) agar hak dapat dihitung.',
    en: 'Complete the facts (contract, premium, departure), so that the benefits can be calculated.',
  },
  proceedToReport: { id: 'Laporkan kecelakaan ini (tahap I).', en: 'Report the accident (stage I).' },
  proceedToEvidence: { id: 'Buka klaim dan mulai kumpulkan dokumen.', en: 'Open the claim and gather the papers.' },
  recordAccidentOutcome: {
    id: 'Catat akibat kecelakaan (sembuh, cacat, atau meninggal): laporan tahap II ini adalah klaimnya.',
    en: 'Record the outcome (recovered, disabled or dead): this stage II report is the claim.',
  },
  attach: { id: 'Lampirkan dokumen yang belum ada.', en: 'Attach the papers that are missing.' },
  requestPaper: {
    id: 'Cetak surat permintaan untuk dokumen dari pihak lain dan catat permintaannya.',
    en: 'Print the letter for each paper of a third party and record the request.',
  },
  recordHeirs: {
    id: 'Catat semua ahli waris menurut urutan hukum.',
    en: 'Record all heirs, in the order of the law.',
  },
  recordPayee: { id: 'Catat rekening penerima.', en: 'Record the account that the money goes to.' },
  markComplete: { id: 'Nyatakan berkas lengkap.', en: 'Declare the file complete.' },
  answerInfo: {
    id: 'Kelengkapan yang diminta sudah ada: sampaikan.',
    en: 'What was asked for has come: say so.',
  },
  resume: { id: 'Yang ditunggu sudah ada: lanjutkan kasus.', en: 'What was waited for has come: go on.' },
  verifyItem: {
    id: 'Periksa tiap dokumen terhadap asli atau registrasi.',
    en: 'Verify each paper against the original or a registry.',
  },
  recordMembership: { id: 'Periksa dan catat masa kepesertaan.', en: 'Check the membership and record it.' },
  approveFile: {
    id: 'Setujui berkas dengan jumlah per manfaat.',
    en: 'Approve the file with the sum of each benefit.',
  },
  checkFile: { id: 'Lakukan pemeriksaan kedua.', en: 'Do the second check.' },
  submit: { id: 'Ajukan ke BPJS Ketenagakerjaan.', en: 'Submit it to the insurer.' },
  answerInsurer: { id: 'Jawab permintaan BPJS.', en: 'Answer the insurer.' },
  acceptDecision: {
    id: 'Terima keputusan agar uang dibayarkan, atau ajukan keberatan.',
    en: 'Accept the decision, so that it is paid, or object.',
  },
  fileObjection: { id: 'Ajukan keberatan jika keputusan tidak tepat.', en: 'Object if the decision is not right.' },
  acceptRejection: { id: 'Terima penolakan dan tutup klaim.', en: 'Accept the rejection and close the claim.' },
  openScholarship: { id: 'Buka kasus beasiswa untuk anak peserta.', en: 'Open the scholarship of a child.' },
  reorderPayment: { id: 'Perintahkan pembayaran lagi.', en: 'Order the payment again.' },
  confirmReceipt: { id: 'Pastikan uang sudah masuk rekening.', en: 'Make sure that the money has arrived.' },
  disputeReceipt: { id: 'Laporkan jika uang belum diterima.', en: 'Say so if the money has not arrived.' },
  reopen: { id: 'Buka kembali jika ada bukti baru.', en: 'Reopen it if there is new evidence.' },
};

/** Not a next step once every paper is there. */
const ABOUT_PAPERS: readonly string[] = ['attach', 'requestPaper'];

/** One thing to do now, and why. */
export interface NextStep extends AllowedAction {
  readonly sentence: Text;
}

/** What a case of another type offers: what moves it on, before everything else. */
const forwardOf = ({ definition }: CaseModel, { stage, type }: CaseState): readonly string[] =>
  type === 'claim'
    ? (FORWARD[stage] ?? [])
    : Object.entries(definition.commands)
        .filter(([, { from, to }]) => from.includes(stage) && to !== undefined && to !== stage)
        .map(([name]) => name);

/** What this identity can do to carry the case forward; what can be done at once comes before what still waits. */
export function nextSteps(model: CaseModel, state: CaseState, identity: Identity, now: Instant): readonly NextStep[] {
  const order = forwardOf(model, state);
  const papers = requirementsOf(model.definition, model.code.conditions, state);
  const isWantingPapers = papers.some(isWanted) || state.suspension === 'awaiting_applicant';
  return allowedActions(model, state, identity, now)
    .filter(({ command }) => order.includes(command) && (isWantingPapers || !ABOUT_PAPERS.includes(command)))
    .map((action) => ({ ...action, sentence: SENTENCES[action.command] ?? action.label }))
    .sort((a, b) => {
      const blocked = Number(a.blockedBy.length > 0) - Number(b.blockedBy.length > 0);
      return blocked === 0 ? order.indexOf(a.command) - order.indexOf(b.command) : blocked;
    });
}
