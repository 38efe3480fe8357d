import type { Guard, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import { onInput, onState, unmet } from './guard.ts';
import { linesInPlay } from './payments.ts';
import { isScholarship, MAX_CHILDREN, openLevels, schoolLevel } from './scholarship.ts';

const decidedIdr = (state: CaseState): bigint =>
  linesInPlay(state).reduce((total, line) => total + BigInt(line.decidedIdr ?? '0'), 0n);
const askedIdr = (state: CaseState): bigint =>
  linesInPlay(state).reduce((total, line) => total + BigInt(line.askedIdr ?? '0'), 0n);

/** Whether the lines of a decision are those that stand already. */
function changesNothing({ state, input }: Situation): boolean {
  const lines = (input['lines'] ?? []) as unknown as readonly { code: string; decision: string; approvedIdr: string }[];
  return lines.every(({ code, decision, approvedIdr }) => {
    const before = state?.lines[code];
    return before?.decidedIdr === (decision === 'approved' ? approvedIdr : '0') && before.decision === decision;
  });
}

/** Guards on what passes between the case and the insurer, by versioned name. */
export const insurerGuards = {
  'paperUnlessInsurer@1': onInput(({ actor, input }) =>
    actor.role === 'insurer' || input['paper'] !== undefined
      ? null
      : unmet(
          'Petugas mencatat kabar BPJS hanya dengan surat atau tanda terimanya.',
          'An officer records what the insurer said only with its letter or receipt.',
          'Lampirkan surat BPJS pada paper.',
          'Give the insurer’s letter as paper.',
          '/paper',
        ),
  ),
  'noDuplicateSuspected@1': onState(({ flags }) =>
    flags.includes('duplicate_suspected')
      ? unmet(
          'Klaim ini diduga ganda.',
          'The claim is suspected to be a duplicate.',
          'Petugas memutuskan dahulu: confirmSameWorker, clearDuplicate, atau proposeVoid.',
          'An officer decides first: confirmSameWorker, clearDuplicate or proposeVoid.',
        )
      : null,
  ),
  'anotherDecider@1': onInput(({ state, input }) => {
    const before = state?.facts['decider'];
    if (state?.stage !== 'objection' || typeof before !== 'string' || input['decider'] !== before) return null;
    return unmet(
      'Keberatan harus diputus oleh orang lain.',
      'An objection is decided by somebody else than the first decision.',
      'Minta BPJS menunjuk pemutus lain; bila tidak, bawa ke Ombudsman dengan recordAppeal.',
      'Ask the insurer for another decider; if it will not, go to the Ombudsman with recordAppeal.',
      '/decider',
    );
  }),
  'changesDecision@1': onInput((situation) =>
    changesNothing(situation)
      ? unmet(
          'Keputusan ini sama dengan yang berlaku.',
          'This is the decision that stands already.',
          'Tidak ada yang berubah.',
          'Nothing changes.',
          '/lines',
        )
      : null,
  ),
  'laterDecision@1': onInput(({ state, input }) => {
    const before = state?.facts['decidedAt'];
    if (typeof before !== 'string' || input['decidedAt'] === undefined || String(input['decidedAt']) > before)
      return null;
    return unmet(
      'Keputusan ini lebih lama daripada yang berlaku.',
      'This decision is older than the one that stands.',
      'Tidak ada yang perlu dicatat.',
      'There is nothing to record.',
      '/decidedAt',
    );
  }),
  'somethingRefused@1': onState((state) =>
    decidedIdr(state) < askedIdr(state)
      ? null
      : unmet(
          'Semua yang diminta sudah disetujui.',
          'Everything that was asked is approved.',
          'Tunggu pembayaran.',
          'Wait for the payment.',
        ),
  ),
  'notBeingWithdrawn@1': onState(({ flags }) =>
    flags.includes('withdrawal_sent')
      ? unmet(
          'Pencabutan sudah dikirim ke BPJS dan belum dijawab.',
          'A withdrawal was sent to the insurer and is not answered yet.',
          'Tunggu jawaban BPJS.',
          'Wait for the insurer’s answer.',
        )
      : null,
  ),
  'beingWithdrawn@1': onState(({ flags }) =>
    flags.includes('withdrawal_sent')
      ? null
      : unmet(
          'Tidak ada pencabutan yang dikirim.',
          'No withdrawal was sent.',
          'Kirim dengan withdrawSubmitted.',
          'Send one with withdrawSubmitted.',
        ),
  ),
  'insurerDiffers@1': onState(({ flags }) =>
    flags.includes('insurer_differs')
      ? null
      : unmet(
          'Tidak ada perbedaan yang dicatat.',
          'No difference is recorded.',
          'Tidak ada yang perlu diselesaikan.',
          'There is nothing to settle.',
        ),
  ),
  'schoolYearLeft@1': onState((state) =>
    isScholarship(state) && openLevels(state).length > 0
      ? null
      : unmet(
          'Tidak ada tahun beasiswa berikutnya.',
          'There is no further year of scholarship.',
          'Gunakan confirmReceipt.',
          'Use confirmReceipt.',
        ),
  ),
  'noSchoolYearLeft@1': onState((state) =>
    !isScholarship(state) || openLevels(state).length === 0
      ? null
      : unmet(
          'Masih ada tahun beasiswa berikutnya.',
          'There are further years of scholarship.',
          'Gunakan confirmSchoolYear; bila anak berhenti sekolah, leaveSchool sesudahnya.',
          'Use confirmSchoolYear; if the child has left school, leaveSchool after it.',
        ),
  ),
  'levelOpen@1': onInput(({ state, input }) => {
    const open = state === null ? [] : openLevels(state).map(({ level }) => level as string);
    if (open.includes(String(input['level']))) return null;
    return unmet(
      `Jenjang yang masih terbuka: ${open.join(', ') || '–'}.`,
      `Levels that are still open: ${open.join(', ') || '–'}.`,
      'Anak tidak kembali ke jenjang yang lebih rendah, dan tiap jenjang punya batas tahun.',
      'A child does not go back to a lower level, and each level has a number of years.',
      '/level',
    );
  }),
  'withinYearlyAmount@1': onInput(({ input }) => {
    const yearly = schoolLevel(String(input['level']))?.yearlyIdr ?? '0';
    if (BigInt(String(input['askedIdr'] ?? '0')) <= BigInt(yearly)) return null;
    return unmet(
      `Beasiswa setahun untuk jenjang ini paling banyak ${yearly}.`,
      `The scholarship of a year at this level is at most ${yearly}.`,
      'Isi jumlah setahun, bukan seluruh masa sekolah.',
      'Give the amount of one year, not of the whole school.',
      '/askedIdr',
    );
  }),
  'childrenLeft@1': onState(({ links }) =>
    links.filter(({ relation }) => relation === 'scholarship').length < MAX_CHILDREN
      ? null
      : unmet(
          `Beasiswa paling banyak untuk ${MAX_CHILDREN} anak.`,
          `A scholarship is for ${MAX_CHILDREN} children at most.`,
          'Keluarga memilih anak yang mana.',
          'The family picks which children.',
        ),
  ),
} as const satisfies Record<string, Guard>;
