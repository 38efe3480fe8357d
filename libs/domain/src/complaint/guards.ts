import { duplicateGuards } from '../duplicates/duplicates.ts';
import { claimGuards } from '../claim/guards.ts';
import { localDay } from '../kernel/clock/calendar.ts';
import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import { custodyGuards } from '../custody/guards.ts';
import { rankOf, roleOf } from '../kernel/bodies.ts';
import { CATEGORIES, categoryOf } from './categories.ts';
import { PARTS } from './complaint.people.ts';
import { reportOf, type Report } from './report.ts';

/** Calendar days after the closing event in which the same matter may be opened again. */
const REOPEN_DAYS = 14;
/** The clock that has to run out before a case may be closed for a reason. */
const CLOSING_CLOCKS: Readonly<Record<string, string>> = {
  FILE_INCOMPLETE: 'completing',
  UNCLEAR: 'explaining',
  UNREACHABLE: 'unreachable',
};

const unmet = (id: string, en: string, remedyId: string, remedyEn: string, field?: string): GuardRefusal => ({
  message: { id, en },
  remedy: { id: remedyId, en: remedyEn },
  ...(field === undefined ? {} : { field }),
});
const onInput = (check: Guard['check']): Guard => ({ check, readsInput: true });
const onState = (check: (state: CaseState, situation: Situation) => GuardRefusal | null): Guard => ({
  check: (situation) => (situation.state === null ? null : check(situation.state, situation)),
  readsInput: false,
});
const flagUp = (flag: string, refusal: GuardRefusal): Guard =>
  onState(({ flags }) => (flags.includes(flag) ? null : refusal));
const flagDown = (flag: string, refusal: GuardRefusal): Guard =>
  onState(({ flags }) => (flags.includes(flag) ? refusal : null));

/** What the case knows together with what the command adds. */
const said = ({ state, input }: Situation): Report => reportOf({ ...state?.facts, ...input });
const known = (state: CaseState): Report => reportOf(state.facts);

function hasBreached({ clocks }: CaseState, name: string): boolean {
  const last = Object.values(clocks).findLast((clock) => clock.name === name);
  return last?.told.includes('breach') === true;
}

const proposedBy = ({ actedBy }: CaseState): readonly (string | undefined)[] => [
  actedBy['proposeResolution'],
  actedBy['settle'],
];

const waits = (suspensions: readonly string[], refusal: GuardRefusal): Guard =>
  onState(({ suspension }) => (suspension !== null && suspensions.includes(suspension) ? null : refusal));

function checkConsent(situation: Situation): GuardRefusal | null {
  const { reporter, consent, urgentSigns = [], category } = said(situation);
  const own = reporter?.relation === 'PARTICIPANT';
  if (own || consent === true || urgentSigns.length > 0 || categoryOf(category)?.workerCanConsent === false)
    return null;
  return unmet(
    'Pengaduan tentang orang lain memerlukan persetujuannya.',
    'A complaint about another person needs that person’s consent.',
    'Tanyakan persetujuan PMI; untuk keadaan darurat pilih tandanya.',
    'Ask the worker; in an emergency mark its signs.',
    '/consent',
  );
}

/** Guards of complaint commands by versioned name. */
export const complaintGuards = {
  ...custodyGuards(
    ({ flags, facts }) => flags.includes('urgent') || categoryOf(reportOf(facts).category)?.sensitive === true,
  ),
  ...duplicateGuards,
  'receivedPast@1': claimGuards['receivedPast@1'],
  'riskDayPast@1': claimGuards['riskDayPast@1'],
  'linesOfType@1': claimGuards['linesOfType@1'],
  'categoryKnown@1': onInput(({ input }) =>
    input['category'] === undefined || categoryOf(input['category']) !== undefined
      ? null
      : unmet(
          `Kategori ${String(input['category'])} tidak dikenal.`,
          `There is no category ${String(input['category'])}.`,
          `Pilih salah satu: ${Object.keys(CATEGORIES).join(', ')}.`,
          `Choose one of ${Object.keys(CATEGORIES).join(', ')}.`,
          '/category',
        ),
  ),
  'consentGiven@1': onInput(checkConsent),
  'draftConsentGiven@1': onState((_state, situation) => checkConsent(situation)),
  'reachable@1': onInput(({ actor, input }) =>
    actor.role !== 'family' || input['contact'] !== undefined
      ? null
      : unmet(
          'Belum ada cara menghubungi pelapor.',
          'There is no way to reach the reporter yet.',
          'Isi kontak, atau sampaikan melalui desa.',
          'Give a contact, or report through the village.',
          '/contact',
        ),
  ),
  'draftReachable@1': onState(({ facts }, { actor }) =>
    actor.role !== 'family' || facts['contact'] !== undefined
      ? null
      : unmet(
          'Belum ada cara menghubungi pelapor.',
          'There is no way to reach the reporter yet.',
          'Isi kontak dengan editDraft, atau kirim melalui desa.',
          'Give a contact with editDraft, or send it through the village.',
        ),
  ),
  'draftComplete@1': onState(({ facts }) => {
    const missing = ['category', 'reporter', 'subject', 'account'].filter((name) => facts[name] === undefined);
    return missing.length === 0
      ? null
      : unmet(
          `Draf belum memuat: ${missing.join(', ')}.`,
          `The draft lacks ${missing.join(', ')}.`,
          'Lengkapi dengan editDraft.',
          'Complete it with editDraft.',
        );
  }),
  'notUrgent@1': flagDown(
    'urgent',
    unmet(
      'Pengaduan sudah ditandai darurat.',
      'The complaint is marked urgent already.',
      'Hubungi keluarga dan catat dengan contact.',
      'Reach the family and record it with contact.',
    ),
  ),
  'intakeChecked@1': onInput(({ state, input }) => {
    const urgent = state?.flags.includes('urgent') === true;
    const missing = [
      ...(input['identityChecked'] === true || urgent ? [] : ['identityChecked']),
      ...(input['duplicatesSearched'] === true ? [] : ['duplicatesSearched']),
    ];
    return missing.length === 0
      ? null
      : unmet(
          `Belum dilakukan: ${missing.join(', ')}.`,
          `Not done yet: ${missing.join(', ')}.`,
          'Periksa identitas dan cari pengaduan ganda; dalam keadaan darurat identitas dapat menyusul.',
          'Check the identity and search for duplicates; in an emergency the identity may follow.',
          `/${missing[0] ?? ''}`,
        );
  }),
  'proxyAuthorised@1': onState((state) => {
    const proxy = ['LAWYER', 'ORGANISATION'].includes(known(state).reporter?.relation ?? '');
    return !proxy || state.evidence['powerOfAttorney'] !== undefined || state.flags.includes('urgent')
      ? null
      : unmet(
          'Surat kuasa belum dilampirkan.',
          'The power of attorney is not attached yet.',
          'Minta surat kuasa dengan requestInfo.',
          'Ask for it with requestInfo.',
        );
  }),
  'requirementKnown@1': onInput(({ definition, input }) => {
    const rule = definition.evidence[String(input['requirement'])];
    const accepted = rule?.anyOf.map(({ document }) => document) ?? Object.keys(definition.evidence);
    return rule !== undefined && accepted.includes(String(input['document']))
      ? null
      : unmet(
          `Dokumen ${String(input['document'])} tidak dikenal untuk ${String(input['requirement'])}.`,
          `Document ${String(input['document'])} is not known for ${String(input['requirement'])}.`,
          `Yang diterima: ${accepted.join(', ')}.`,
          `Accepted: ${accepted.join(', ')}.`,
          rule === undefined ? '/requirement' : '/document',
        );
  }),
  'voidProposed@1': flagUp(
    'void_proposed',
    unmet(
      'Pembatalan belum diusulkan.',
      'Nobody has proposed to void it.',
      'Usulkan dengan proposeVoid.',
      'Propose it with proposeVoid.',
    ),
  ),
  'noVoidProposed@1': flagDown(
    'void_proposed',
    unmet(
      'Ada usulan pembatalan yang belum diputuskan.',
      'A proposal to void it is not decided yet.',
      'Putuskan dengan confirmVoid atau rejectVoid.',
      'Decide it with confirmVoid or rejectVoid.',
    ),
  ),
  'waitsForFamily@1': waits(
    ['awaiting_applicant'],
    unmet(
      'Kasus tidak menunggu keluarga.',
      'The case does not wait for the family.',
      'Gunakan resume untuk penangguhan lain.',
      'Use resume for another suspension.',
    ),
  ),
  'waitsForOthers@1': waits(
    ['awaiting_external', 'legal_hold'],
    unmet(
      'Kasus menunggu keluarga.',
      'The case waits for the family.',
      'Gunakan answerInfo bila kelengkapan sudah diterima.',
      'Use answerInfo when the answer has come.',
    ),
  ),
  'lawfulToClose@1': onInput(({ state, input }) => {
    const clock = CLOSING_CLOCKS[String(input['reasonCode'])];
    return state !== null && clock !== undefined && hasBreached(state, clock)
      ? null
      : unmet(
          'Batas waktu menurut pasalnya belum lewat.',
          'The time that the article gives the family has not passed.',
          'Tunggu, dan minta desa mendatangi keluarga.',
          'Wait, and ask the village to visit the family.',
          '/reasonCode',
        );
  }),
  'bodyCompetent@1': onInput((situation) => {
    const { category } = said(situation);
    const bodies = categoryOf(category)?.bodies ?? [];
    return (bodies as readonly string[]).includes(String(situation.input['body']))
      ? null
      : unmet(
          `${String(situation.input['body'])} tidak berwenang untuk ${String(category)}.`,
          `${String(situation.input['body'])} is not competent for ${String(category)}.`,
          `Yang berwenang: ${bodies.join(', ')}.`,
          `Competent: ${bodies.join(', ')}.`,
          '/body',
        );
  }),
  'bodyActsHere@1': onInput(({ input }) =>
    roleOf(input['body']) !== null
      ? null
      : unmet(
          'Instansi itu di luar sistem ini.',
          'That body is outside this system.',
          'Rujuk dengan refer, atau limpahkan dengan transfer atau notCompetent.',
          'Refer it, or hand it over with transfer or notCompetent.',
          '/body',
        ),
  ),
  'severityKnown@1': onInput(({ state, input }) =>
    input['severity'] !== undefined || (state !== null && known(state).disposition !== undefined)
      ? null
      : unmet(
          'Bobot pengaduan belum ditetapkan.',
          'The severity is not set yet.',
          'Isi severity; batas waktu hukum bergantung padanya.',
          'Give a severity; the legal time depends on it.',
          '/severity',
        ),
  ),
  'transferOutside@1': onState((state) =>
    state.offers.transfer?.to == null
      ? null
      : unmet(
          'Instansi tujuan menjawab sendiri di sistem ini.',
          'The receiving body answers here itself.',
          'Tunggu acceptTransfer atau declineTransfer.',
          'Wait for acceptTransfer or declineTransfer.',
        ),
  ),
  'unitAssigned@1': onState((state) =>
    typeof known(state).unit === 'string'
      ? null
      : unmet(
          'Belum ada unit yang menangani.',
          'No unit is assigned yet.',
          'Tetapkan unit dengan assignUnit.',
          'Assign one with assignUnit.',
        ),
  ),
  'findingRecorded@1': onState((state) =>
    (known(state).findings ?? []).length > 0
      ? null
      : unmet(
          'Belum ada temuan.',
          'There is no finding yet.',
          'Catat paling sedikit satu temuan dengan recordFinding.',
          'Record at least one with recordFinding.',
        ),
  ),
  'clarifiedFirst@1': onState(({ milestones }) =>
    milestones['first_clarification'] !== undefined
      ? null
      : unmet(
          'Klarifikasi kesatu belum dilakukan.',
          'The first clarification has not been held.',
          'Catat dengan recordFirstClarification.',
          'Record it with recordFirstClarification.',
        ),
  ),
  'commitmentBroken@1': onState((state) =>
    hasBreached(state, 'commitment')
      ? null
      : unmet(
          'Waktu memenuhi janji belum lewat.',
          'The time to keep the commitment has not passed.',
          'Tunggu sampai waktunya habis, atau catat commitmentKept.',
          'Wait until it has, or record commitmentKept.',
        ),
  ),
  'bothPartiesCalled@1': onInput(({ input }) =>
    input['bothCalled'] === true
      ? null
      : unmet(
          'Kedua pihak harus dipanggil.',
          'Both parties have to be called.',
          'Panggil pihak yang belum dipanggil.',
          'Call the party that was not.',
          '/bothCalled',
        ),
  ),
  'minutesAttached@1': onState(({ evidence, facts }) => {
    const minutes = evidence['mediationMinutes'];
    return minutes !== undefined && minutes.documentId !== facts['usedMinutes']
      ? null
      : unmet(
          'Berita acara mediasi belum dilampirkan.',
          'The minutes of the mediation are not attached yet.',
          'Lampirkan dengan attach (mediationMinutes).',
          'Attach them with attach (mediationMinutes).',
        );
  }),
  'familyTold@1': onInput(({ input }) => {
    const told = input['told'] as { readonly reached?: boolean } | undefined;
    return told?.reached === true
      ? null
      : unmet(
          'Pelapor belum menerima penyelesaian ini.',
          'The reporter has not been told on a channel that works.',
          'Hubungi lewat saluran lain, atau melalui desa.',
          'Try another channel, or the village.',
          '/told',
        );
  }),
  'refusalReasoned@1': onInput(({ input }) =>
    ['resolved', 'partly_resolved'].includes(String(input['result'])) || input['reasonCode'] !== undefined
      ? null
      : unmet(
          'Hasil yang merugikan pelapor harus menyebut kode alasan.',
          'A result against the reporter must carry a reason code.',
          'Isi reasonCode.',
          'Give reasonCode.',
          '/reasonCode',
        ),
  ),
  'notProposer@1': onState((state, { actor }) =>
    proposedBy(state).includes(actor.id)
      ? unmet(
          'Pengusul penyelesaian tidak boleh menerimanya sendiri.',
          'Who proposed the resolution may not accept or close it.',
          'Minta pelapor, atau petugas lain.',
          'Ask the reporter, or another officer.',
        )
      : null,
  ),
  'silenceOver@1': onState((state) => {
    const unsolvable = known(state).resolution?.result === 'rejected';
    return hasBreached(state, 'silence') && (!unsolvable || hasBreached(state, 'unsolved'))
      ? null
      : unmet(
          'Pelapor masih dapat menanggapi.',
          'The reporter may still answer.',
          'Tunggu sampai masa tanggapan habis.',
          'Wait until the time to answer has passed.',
        );
  }),
  'officeAbove@1': onState((state, { actor }) => {
    const handler = roleOf(known(state).disposition?.body) ?? 'district_officer';
    const above = rankOf(actor.role) > rankOf(handler);
    return above || (handler === 'ministry_officer' && actor.role === handler)
      ? null
      : unmet(
          'Keberatan diperiksa kantor di atas yang menangani.',
          'An objection is decided by the office above the one that handled it.',
          'Tunggu kantor di atasnya.',
          'Wait for the office above.',
        );
  }),
  'noPartInIt@1': onState(({ actedBy }, { actor }) =>
    PARTS.some((command) => actedBy[command] === actor.id)
      ? unmet(
          'Petugas ini ikut menangani pengaduan yang dikeberatani.',
          'This officer had a part in what is objected to.',
          'Minta petugas lain.',
          'Ask another officer.',
        )
      : null,
  ),
  'wasFiled@1': onState(({ milestones }) =>
    milestones['filed'] !== undefined
      ? null
      : unmet(
          'Draf yang dibuang belum pernah diajukan.',
          'A discarded draft was never filed.',
          'Ajukan pengaduan baru.',
          'File a new complaint.',
        ),
  ),
  'withinReopenWindow@1': onState(({ closedAt, zone }, { now }) =>
    closedAt !== null && localDay(now, zone) - localDay(closedAt, zone) <= REOPEN_DAYS
      ? null
      : unmet(
          `Masa membuka kembali (${REOPEN_DAYS} hari) sudah lewat.`,
          `The ${REOPEN_DAYS} days to reopen have passed.`,
          'Ajukan pengaduan baru dan kaitkan dengan yang ini, atau mengadu kepada Ombudsman.',
          'File a new complaint and link it with this one, or turn to the Ombudsman.',
        ),
  ),
  'noAppeal@1': flagDown(
    'appeal_filed',
    unmet(
      'Pengaduan ini sudah dibawa ke Ombudsman atau pengadilan.',
      'The complaint is before the Ombudsman or a court.',
      'Tunggu hasilnya.',
      'Wait for the result.',
    ),
  ),
  'mayWithdrawAlone@1': onState((state) => {
    const sensitive = categoryOf(known(state).category)?.sensitive === true || state.flags.includes('urgent');
    return sensitive
      ? unmet(
          'Pengaduan kekerasan atau darurat hanya dicabut bersama petugas.',
          'A complaint of violence or danger is withdrawn together with an officer only.',
          'Ajukan dengan requestWithdrawal.',
          'Ask for it with requestWithdrawal.',
        )
      : null;
  }),
  'withdrawalRequested@1': flagUp(
    'withdrawal_requested',
    unmet(
      'Keluarga tidak meminta pencabutan.',
      'The family has not asked to withdraw.',
      'Tidak ada yang perlu diputuskan.',
      'There is nothing to decide.',
    ),
  ),
  'anotherCategory@1': onInput(({ state, input }) =>
    state?.facts['category'] === input['category']
      ? unmet(
          'Kategorinya sudah itu.',
          'It has that category already.',
          'Pilih kategori lain.',
          'Choose another category.',
          '/category',
        )
      : null,
  ),
  'isMonitored@1': flagUp(
    'monitored',
    unmet(
      'Pengaduan ini tidak sedang dipantau.',
      'The complaint is not being watched.',
      'Tidak ada hasil yang ditunggu.',
      'No result is awaited.',
    ),
  ),
  'noClaimWanted@1': onState(({ attempts }) =>
    attempts['linkedCase']?.status === 'requested'
      ? unmet(
          'Klaim sedang dibuka.',
          'A claim is being opened already.',
          'Tunggu sampai selesai.',
          'Wait until that is done.',
        )
      : null,
  ),
} as const satisfies Record<string, Guard>;
