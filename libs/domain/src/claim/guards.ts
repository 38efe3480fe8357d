import { duplicateGuards } from '../duplicates/duplicates.ts';
import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import { localDay, plainDay } from '../kernel/clock/calendar.ts';
import { custodyGuards } from '../custody/guards.ts';
import { claimTypeRule, openingCommandOf, SENSITIVE_CLAIMS } from './claim-types.ts';
import { claimConditions, isDeath } from './conditions.ts';
import { isWanted, requirementsOf } from './evidence.ts';
import { onInput, onState, unmet } from './guard.ts';
import { heirGuards } from './heirs.ts';
import { insurerGuards } from './insurer.guards.ts';
import { requestGuards } from './paper-requests.ts';
import { paymentGuards } from './payment.guards.ts';
import { linesInPlay, payeesOf } from './payments.ts';

interface LineInput {
  readonly code: string;
  readonly decision?: string;
  readonly approvedIdr?: string;
  readonly amountIdr?: string;
  readonly reasonCode?: string;
  readonly article?: string;
}
const linesIn = ({ input }: Situation): readonly LineInput[] =>
  (input['lines'] ?? []) as unknown as readonly LineInput[];

const statusOf = ({ definition }: Situation, state: CaseState) => requirementsOf(definition, claimConditions, state);
const names = (list: readonly { readonly requirement: string }[]): string =>
  list.map((each) => each.requirement).join(', ');

/** All lines of the claim exactly once, so that no line is left without an answer. */
function sameLines(situation: Situation): GuardRefusal | null {
  const wanted = situation.state === null ? [] : linesInPlay(situation.state).map(({ code }) => code);
  wanted.sort();
  const given = linesIn(situation)
    .map(({ code }) => code)
    .sort();
  if (given.join() === wanted.join()) return null;
  return unmet(
    `Baris manfaat harus tepat: ${wanted.join(', ')}.`,
    `The benefit lines must be exactly: ${wanted.join(', ')}.`,
    'Kirim satu keputusan untuk tiap baris.',
    'Send one entry for each line.',
    '/lines',
  );
}

const hasFlag = (flag: string, id: string, en: string): Guard =>
  onState(({ flags }) =>
    flags.includes(flag) ? null : unmet(id, en, 'Lihat penanda kasus.', 'Look at the flags of the case.'),
  );

/** Work accidents are reported in two stages, everything else in one: the type decides, in the input or in the facts. */
const onOpening = (command: ReturnType<typeof openingCommandOf>): Guard => ({
  readsInput: true,
  check: ({ input, state }) => {
    const claimType = String(input['claimType'] ?? state?.facts['claimType'] ?? '');
    const right = openingCommandOf(claimType);
    return right === command
      ? null
      : unmet(
          `Klaim jenis ini dibuka dengan ${right}.`,
          `A claim of this type is opened by ${right}.`,
          `Gunakan ${right}.`,
          `Use ${right}.`,
          '/claimType',
        );
  },
});

const decidedAs = (wanted: 'all' | 'some' | 'none'): Guard =>
  onInput((situation) => {
    const lines = linesIn(situation);
    const full = lines.filter(
      ({ code, decision, approvedIdr }) =>
        decision === 'approved' && BigInt(approvedIdr ?? '0') >= BigInt(situation.state?.lines[code]?.askedIdr ?? '0'),
    ).length;
    const rejected = lines.filter(({ decision }) => decision === 'rejected').length;
    const is = full === lines.length ? 'all' : rejected === lines.length ? 'none' : 'some';
    if (is === wanted) return null;
    return unmet(
      'Isi keputusan tidak cocok dengan tindakannya.',
      `The lines say that ${is} of the claim is approved in full, the command says ${wanted}.`,
      'Gunakan approve, approvePart, atau reject sesuai isi keputusan.',
      'Use approve, approvePart or reject as the lines say.',
      '/lines',
    );
  });

/** A line asks for a benefit that its type of claim can give, and each benefit once. */
export const linesOfType: Guard = onInput((situation) => {
  const claimType = String(situation.input['claimType']);
  const allowed: readonly string[] = claimTypeRule(claimType)?.lines ?? [];
  const codes = linesIn(situation).map(({ code }) => code);
  const index = codes.findIndex((code, at) => !allowed.includes(code) || codes.indexOf(code) !== at);
  if (index === -1) return null;
  return unmet(
    `Manfaat ${codes[index] ?? ''} tidak dapat diminta di sini: bukan bagian dari ${claimType}, atau disebut dua kali.`,
    `${codes[index] ?? ''} cannot be asked for here: it is no part of ${claimType}, or it is named twice.`,
    `Pilih, masing-masing satu kali: ${allowed.join(', ')}.`,
    `Choose, each once: ${allowed.join(', ')}.`,
    `/lines/${index}/code`,
  );
});

/** Guards of claim commands by versioned name. */
export const claimGuards = {
  ...insurerGuards,
  ...paymentGuards,
  ...custodyGuards(
    ({ flags, facts }) => flags.includes('urgent') || SENSITIVE_CLAIMS.includes(String(facts['claimType'])),
  ),
  ...heirGuards,
  'anotherCase@1': duplicateGuards['anotherCase@1'],
  'duplicateNamed@1': duplicateGuards['duplicateNamed@1'],
  'notUrgent@1': onState(({ flags }) =>
    flags.includes('urgent')
      ? unmet(
          'Klaim sudah ditandai mendesak.',
          'The claim is marked urgent already.',
          'Lanjutkan menurut jam mendesak.',
          'Go on: its clocks count in hours.',
        )
      : null,
  ),
  'linesOfType@1': linesOfType,
  ...requestGuards,
  'riskDayPast@1': onInput(({ input, now }) => {
    const today = plainDay(localDay(now, 'WIT'));
    return String(input['riskDay']) <= today
      ? null
      : unmet(
          'Tanggal kejadian tidak boleh di masa depan.',
          'The day of the event lies in the future.',
          'Isi tanggal kejadian yang sebenarnya.',
          'Give the day on which it happened.',
          '/riskDay',
        );
  }),
  'receivedPast@1': onInput(({ input, now }) =>
    input['receivedAt'] === undefined || String(input['receivedAt']) <= now
      ? null
      : unmet(
          'Tanggal terima tidak boleh di masa depan.',
          'The moment of receipt lies in the future.',
          'Isi tanggal surat diterima.',
          'Give the moment the paper was received.',
          '/receivedAt',
        ),
  ),
  'requirementKnown@1': onInput((situation) => {
    const { state, input } = situation;
    if (state === null) return null;
    const rows = statusOf(situation, state);
    const row = rows.find(({ requirement }) => requirement === input['requirement']);
    if (row === undefined) {
      return unmet(
        `Klaim ini tidak memerlukan ${String(input['requirement'])}.`,
        `This claim does not need ${String(input['requirement'])}.`,
        `Pilih salah satu: ${names(rows)}.`,
        `Choose one of ${names(rows)}.`,
        '/requirement',
      );
    }
    const documents = row.rule.anyOf.map(({ document }) => document);
    if (input['document'] === undefined || documents.includes(String(input['document']))) return null;
    return unmet(
      `Dokumen ${String(input['document'])} tidak memenuhi ${row.requirement}.`,
      `Document ${String(input['document'])} does not settle ${row.requirement}.`,
      `Yang diterima: ${documents.join(', ')}.`,
      `Accepted: ${documents.join(', ')}.`,
      '/document',
    );
  }),
  'notASubstitute@1': onInput((situation) => {
    const rule = situation.definition.evidence[String(situation.input['requirement'])];
    const alternative = rule?.anyOf.find(({ document }) => document === situation.input['document']);
    return alternative?.substitute === true
      ? unmet(
          'Dokumen ini pengganti: alasan mengapa yang utama tidak ada harus dicatat.',
          'This document is a substitute: say why the main one cannot be had.',
          'Gunakan useSubstitute dengan kode alasan.',
          'Use useSubstitute with a reason code.',
          '/document',
        )
      : null;
  }),
  'isASubstitute@1': onInput((situation) => {
    const rule = situation.definition.evidence[String(situation.input['requirement'])];
    const alternative = rule?.anyOf.find(({ document }) => document === situation.input['document']);
    return alternative?.substitute === true
      ? null
      : unmet(
          'Dokumen ini bukan pengganti.',
          'This document is not a substitute.',
          'Gunakan attach.',
          'Use attach.',
          '/document',
        );
  }),
  'evidenceComplete@1': onState((state, situation) => {
    if (state.flags.includes('urgent')) return null; // papers may follow
    const missing = statusOf(situation, state).filter(isWanted);
    return missing.length === 0
      ? null
      : unmet(
          `Dokumen belum lengkap: ${names(missing)}.`,
          `Papers are missing: ${names(missing)}.`,
          'Lampirkan dokumen itu, atau gunakan pengganti yang diizinkan.',
          'Attach them, or use a substitute that the rule allows.',
        );
  }),
  'payeeKnown@1': onState((state) =>
    payeesOf(state).size === 0
      ? unmet(
          'Rekening penerima belum dicatat.',
          'The account of the payee is not recorded yet.',
          'Catat rekening penerima dengan recordPayee.',
          'Record it with recordPayee.',
        )
      : null,
  ),
  'itemAttached@1': onInput(({ state, input }) => {
    const item = state?.evidence[String(input['requirement'])];
    return item !== undefined && item.status !== 'returned'
      ? null
      : unmet(
          `Tidak ada dokumen untuk ${String(input['requirement'])}.`,
          `There is no paper for ${String(input['requirement'])} to judge.`,
          'Tunggu sampai dokumen dilampirkan.',
          'Wait until it is attached.',
          '/requirement',
        );
  }),
  'notOwnItem@1': onInput(({ state, input, actor }) =>
    state?.evidence[String(input['requirement'])]?.attachedBy === actor.id
      ? unmet(
          'Dokumen tidak boleh diperiksa oleh orang yang melampirkannya.',
          'A paper may not be verified by the person who attached it.',
          'Minta petugas lain.',
          'Ask another officer.',
          '/requirement',
        )
      : null,
  ),
  'allItemsVerified@1': onState((state, situation) => {
    const mayFollow = state.flags.includes('urgent');
    const open = statusOf(situation, state).filter((row) => row.status === 'attached' || (isWanted(row) && !mayFollow));
    return open.length === 0
      ? null
      : unmet(
          `Belum diperiksa: ${names(open)}.`,
          `Not verified yet: ${names(open)}.`,
          'Periksa tiap dokumen terhadap asli atau registrasi.',
          'Verify each paper against the original or a registry.',
        );
  }),
  'insuredOnRiskDay@1': onState((state) => {
    const membership = state.facts['membership'] as { from: string; until: string; active: boolean } | undefined;
    const riskDay = String(state.facts['riskDay']);
    if (membership === undefined) {
      return unmet(
        'Kepesertaan belum dicatat.',
        'The membership is not recorded yet.',
        'Catat masa kepesertaan dengan recordMembership.',
        'Record it with recordMembership.',
      );
    }
    return membership.active && membership.from <= riskDay && riskDay <= membership.until
      ? null
      : unmet(
          `Tidak terdaftar aktif pada ${riskDay}.`,
          `Not an active member on ${riskDay}.`,
          'Periksa kembali masa kepesertaan; kontrak yang diperpanjang tanpa iuran tidak tertutup.',
          'Check the membership again; a contract extended without a premium is not covered.',
        );
  }),
  'fileApproved@1': onState((state) =>
    linesInPlay(state).every(({ verifiedIdr }) => verifiedIdr !== null)
      ? null
      : unmet(
          'Berkas belum disetujui petugas pertama.',
          'The first officer has not approved the file yet.',
          'Setujui berkas dengan approveFile.',
          'Approve it with approveFile first.',
        ),
  ),
  'paymentDisputed@1': onState((state) =>
    state.flags.includes('payment_disputed')
      ? null
      : unmet(
          'Penerimaan tidak disengketakan.',
          'The receipt is not in dispute.',
          'Tidak ada yang perlu dibuktikan.',
          'There is nothing to prove.',
        ),
  ),
  'notPaid@1': onState((state) =>
    linesInPlay(state).every(({ paidIdr }) => paidIdr === null)
      ? null
      : unmet(
          'Klaim ini sudah dibayar.',
          'The claim is paid already.',
          'Ajukan klaim baru untuk kejadian lain.',
          'Open a new claim for another event.',
        ),
  ),
  'sameLines@1': onInput(sameLines),
  'approvesAll@1': decidedAs('all'),
  'approvesSome@1': decidedAs('some'),
  'approvesNone@1': decidedAs('none'),
  'rejectionsReasoned@1': onInput((situation) => {
    const index = linesIn(situation).findIndex(
      ({ decision, reasonCode, article }) =>
        decision === 'rejected' && (reasonCode === undefined || article === undefined),
    );
    return index === -1
      ? null
      : unmet(
          'Penolakan harus menyebut kode alasan dan pasal.',
          'A rejection must carry a reason code and an article.',
          'Isi reasonCode dan article.',
          'Give reasonCode and article.',
          `/lines/${index}`,
        );
  }),
  'sameReference@1': onInput(({ state, input }) =>
    state?.facts['insurerReference'] === input['reference']
      ? null
      : unmet(
          'Nomor referensi BPJS tidak cocok dengan kasus ini.',
          'The insurer reference does not belong to this case.',
          'Periksa nomor referensi.',
          'Check the reference.',
          '/reference',
        ),
  ),
  'somethingApproved@1': onState((state) =>
    linesInPlay(state).some(({ decidedIdr }) => BigInt(decidedIdr ?? '0') > 0n)
      ? null
      : unmet(
          'Tidak ada jumlah yang disetujui.',
          'Nothing was approved, so nothing can be paid.',
          'Terima penolakan atau ajukan keberatan.',
          'Accept the rejection or object.',
        ),
  ),
  'nothingApproved@1': onState((state) =>
    linesInPlay(state).every(({ decidedIdr }) => BigInt(decidedIdr ?? '0') === 0n)
      ? null
      : unmet(
          'Ada jumlah yang disetujui.',
          'Something was approved.',
          'Gunakan acceptDecision.',
          'Use acceptDecision.',
        ),
  ),
  'nothingStandsApproved@1': onState((state) =>
    linesInPlay(state).every(({ decidedIdr }) => BigInt(decidedIdr ?? '0') === 0n)
      ? null
      : unmet(
          'Sebagian klaim sudah disetujui: menutupnya sebagai ditolak menghapus hak atas bagian itu.',
          'A part of the claim stands approved: closing it as rejected would lose that part.',
          'Putuskan lagi baris yang sama dengan approvePart.',
          'Decide the same lines again with approvePart.',
        ),
  ),
  'inTwoStages@1': onOpening('reportAccident'),
  'inOneStage@1': onOpening('openClaim'),
  'heirsKnown@1': onState((state) =>
    !isDeath(state) || Array.isArray(state.facts['heirs'])
      ? null
      : unmet(
          'Ahli waris belum dicatat.',
          'No heir is recorded.',
          'Catat ahli waris menurut urutan Pasal 57 ayat (4).',
          'Record the heirs, in the order of Pasal 57 ayat (4).',
        ),
  ),
  'waitsForFamily@1': onState(({ suspension }) =>
    suspension === 'awaiting_applicant'
      ? null
      : unmet(
          'Kasus ini tidak sedang menunggu keluarga.',
          'The case does not wait for the family.',
          'Gunakan resume.',
          'Use resume.',
        ),
  ),
  'waitsForOthers@1': onState(({ suspension }) =>
    suspension !== 'awaiting_applicant'
      ? null
      : unmet(
          'Kasus ini menunggu keluarga.',
          'The case waits for the family.',
          'Gunakan answerInfo.',
          'Use answerInfo.',
        ),
  ),
  'fraudSuspected@1': hasFlag('fraud_suspected', 'Tidak ada dugaan yang dicatat.', 'No suspicion is recorded.'),
  'voidProposed@1': hasFlag('void_proposed', 'Pembatalan belum diusulkan.', 'Nobody has proposed to void it.'),
  'noVoidProposed@1': onState(({ flags }) =>
    flags.includes('void_proposed')
      ? unmet(
          'Pembatalan sudah diusulkan.',
          'It is proposed already.',
          'Petugas lain harus menyetujui atau menolak.',
          'Another officer has to agree or to refuse.',
        )
      : null,
  ),
  'hasExpired@1': onState(({ clocks }) =>
    Object.values(clocks).some(({ name, told }) => name === 'expiry' && told.includes('breach'))
      ? null
      : unmet('Hak belum kedaluwarsa.', 'The right has not expired.', 'Lanjutkan klaim.', 'Go on with the claim.'),
  ),
  'nothingPaid@1': onState((state) =>
    linesInPlay(state).every(({ paidIdr }) => paidIdr === null)
      ? null
      : unmet(
          'Sudah ada pembayaran.',
          'Something has been paid already.',
          'Konfirmasi atau sengketakan penerimaan.',
          'Confirm or dispute the receipt.',
        ),
  ),
  'diedCovered@1': onState((state) =>
    isDeath(state) && Object.values(state.lines).some(({ decidedIdr }) => BigInt(decidedIdr ?? '0') > 0n)
      ? null
      : unmet(
          'Beasiswa hanya untuk anak peserta yang meninggal dengan klaim disetujui.',
          'A scholarship is for a child of a worker who died, with an approved claim.',
          'Tunggu keputusan BPJS.',
          'Wait for the decision of the insurer.',
        ),
  ),
  'noCaseWanted@1': onState(({ attempts }) =>
    attempts['linkedCase']?.status !== 'requested'
      ? null
      : unmet(
          'Kasus anak sebelumnya sedang dibuka.',
          'The child case before is being opened.',
          'Tunggu sebentar, lalu kirim lagi.',
          'Wait a moment and send again.',
        ),
  ),
} as const satisfies Record<string, Guard>;
