import { claimGuards } from '../claim/guards.ts';
import { requirementsOf } from '../claim/evidence.ts';
import { custodyGuards } from '../custody/guards.ts';
import { duplicateGuards } from '../duplicates/duplicates.ts';
import { localDay, plainDay } from '../kernel/clock/calendar.ts';
import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { JsonObject } from '../shared/text.ts';
import { isHandoverNeeded, placementConditions } from './conditions.ts';
import { departureGapsOf } from './departure.ts';
import { contractsOf, lastContract, placementFactsOf, type PlacementFacts } from './facts.ts';

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
const known = ({ state }: Situation): PlacementFacts => placementFactsOf(state?.facts ?? {});

/** Days that something has happened on, by member; all compared as the text that they are. */
const PAST_DAYS = ['registeredDay', 'departureDay', 'day', 'paidDay'];

function notInFuture({ input, now }: Situation): GuardRefusal | null {
  const today = plainDay(localDay(now, 'WIT')); // the day that begins first in Indonesia
  const { premium } = input as { premium?: JsonObject };
  const given: readonly (readonly [string, unknown])[] = [
    ...PAST_DAYS.map((member) => [`/${member}`, input[member]] as const),
    ['/premium/paidDay', premium?.['paidDay']],
  ];
  const late = given.find(([, day]) => typeof day === 'string' && day > today);
  return late === undefined
    ? null
    : unmet(
        `Tanggal ${String(late[1])} berada di masa depan.`,
        `The day ${String(late[1])} lies in the future.`,
        'Isi tanggal yang sudah terjadi.',
        'Give the day on which it happened.',
        late[0],
      );
}

const inOrder = (
  [earlier, earlierName]: readonly [unknown, string],
  [later, laterName]: readonly [unknown, string],
  field: string,
): GuardRefusal | null =>
  typeof earlier !== 'string' || typeof later !== 'string' || earlier <= later
    ? null
    : unmet(
        `${laterName} ${later} mendahului ${earlierName} ${earlier}.`,
        `${laterName} ${later} lies before ${earlierName} ${earlier}.`,
        'Periksa kedua tanggal itu.',
        'Check both days.',
        field,
      );

function termOf({ from, until }: { readonly from?: unknown; readonly until?: unknown }, at = ''): GuardRefusal | null {
  if (typeof from !== 'string' || typeof until !== 'string' || from < until) return null;
  return unmet(
    `Akhir ${until} tidak setelah awal ${from}.`,
    `The end ${until} does not lie after the beginning ${from}.`,
    'Isi hari terakhir setelah hari pertama.',
    'Give a last day after the first.',
    `${at}/until`,
  );
}

/** Who issues each missing paper, for a remedy that says where to go. */
function wayTo(situation: Situation, gaps: readonly string[]): { readonly id: string; readonly en: string } {
  const issuers = gaps.flatMap((gap) => {
    const rule = situation.definition.evidence[gap];
    return rule === undefined
      ? []
      : [`${rule.label.id} (${[...new Set(rule.anyOf.flatMap((one) => one.issuers))].join(', ')})`];
  });
  const papers = issuers.length === 0 ? '' : `: ${issuers.join('; ')}`;
  return {
    id: `Lengkapi${papers}; bila tetap berangkat, catat dengan recordIncompleteDeparture.`,
    en: `Complete it${papers}; if the worker leaves all the same, record that with recordIncompleteDeparture.`,
  };
}

/** Guards of placement commands by versioned name. */
export const placementGuards = {
  ...custodyGuards(({ flags }) => flags.includes('urgent')),
  'receivedPast@1': claimGuards['receivedPast@1'],
  'riskDayPast@1': claimGuards['riskDayPast@1'],
  'itemAttached@1': claimGuards['itemAttached@1'],
  'notOwnItem@1': claimGuards['notOwnItem@1'],
  'voidProposed@1': claimGuards['voidProposed@1'],
  'noVoidProposed@1': claimGuards['noVoidProposed@1'],
  'noCaseWanted@1': claimGuards['noCaseWanted@1'],
  'daysPast@1': onInput(notInFuture),
  'termInOrder@1': onInput(({ input }) => termOf(input)),
  'foundInOrder@1': onInput(({ input }) => {
    const contract = (input['contract'] ?? {}) as { from?: string; until?: string };
    return (
      termOf(contract, '/contract') ??
      inOrder([input['departureDay'], 'keberangkatan'], [contract.until, 'akhir kontrak'], '/contract/until') ??
      (input['premium'] !== undefined && input['contract'] === undefined
        ? unmet(
            'Iuran dibayar untuk satu perjanjian kerja, dan perjanjian itu tidak disebut.',
            'A premium is paid for one contract, and none is given.',
            'Isi masa perjanjian kerja.',
            'Give the term of the contract.',
            '/contract',
          )
        : null)
    );
  }),
  'requirementKnown@1': onInput((situation) => {
    const { state, input, definition } = situation;
    if (state === null) return null;
    const rows = requirementsOf(definition, placementConditions, state);
    const row = rows.find(({ requirement }) => requirement === input['requirement']);
    const accepted = row?.rule.anyOf.map(({ document }) => document) ?? rows.map(({ requirement }) => requirement);
    if (row !== undefined && (input['document'] === undefined || accepted.includes(String(input['document']))))
      return null;
    return unmet(
      `Tidak dapat dilampirkan di sini: ${String(input[row === undefined ? 'requirement' : 'document'])}.`,
      `It cannot be attached here: ${String(input[row === undefined ? 'requirement' : 'document'])}.`,
      `Pilih salah satu: ${accepted.join(', ')}.`,
      `Choose one of ${accepted.join(', ')}.`,
      row === undefined ? '/requirement' : '/document',
    );
  }),
  'permitAttached@1': onState(({ evidence }) =>
    evidence['permit'] !== undefined && evidence['permit'].status !== 'returned'
      ? null
      : unmet(
          'Surat izin keluarga belum dilampirkan.',
          'The permit of the family is not attached yet.',
          'Lampirkan surat izin suami/istri, orang tua, atau wali.',
          'Attach the permit of the spouse, parents or guardian.',
        ),
  ),
  'noContractYet@1': onState(({ facts }) =>
    contractsOf(placementFactsOf(facts)).length === 0
      ? null
      : unmet(
          'Perjanjian kerja sudah dicatat.',
          'A contract is recorded already.',
          'Gunakan extendContract atau changeContract setelah berangkat.',
          'After the departure use extendContract or changeContract.',
        ),
  ),
  'contractKnown@1': onState(({ facts }) =>
    contractsOf(placementFactsOf(facts)).length > 0
      ? null
      : unmet(
          'Perjanjian kerja belum dicatat.',
          'No contract is recorded.',
          'Catat perjanjian kerja dengan recordContract.',
          'Record it with recordContract.',
        ),
  ),
  'extensionFollows@1': onInput((situation) => {
    const last = lastContract(known(situation));
    const from = String(situation.input['from']);
    if (last === undefined || from > last.until) return null;
    return unmet(
      `Perpanjangan mulai ${from}, padahal perjanjian ${last.number} berlaku sampai ${last.until}: keduanya tumpang tindih.`,
      `The extension begins on ${from}, but contract ${last.number} runs until ${last.until}: they overlap.`,
      'Mulai sehari setelahnya, atau gunakan changeContract bila perjanjian diganti.',
      'Begin on the day after it, or use changeContract if the contract was replaced.',
      '/from',
    );
  }),
  'changeFollows@1': onInput((situation) => {
    const last = lastContract(known(situation));
    const from = String(situation.input['from']);
    if (last === undefined || from > last.from) return null;
    return unmet(
      `Perjanjian baru mulai ${from}, tidak setelah perjanjian ${last.number} (${last.from}).`,
      `The new contract begins on ${from}, not after contract ${last.number} (${last.from}).`,
      'Isi hari pertama perjanjian yang baru.',
      'Give the first day of the new contract.',
      '/from',
    );
  }),
  'premiumForContract@1': onInput((situation) => {
    const contracts = contractsOf(known(situation));
    const { contract } = situation.input;
    if (contracts.length > 0 && (contract === undefined || contracts.some(({ number }) => number === contract)))
      return null;
    const numbers = contracts.map(({ number }) => number).join(', ') || '–';
    return unmet(
      'Iuran dibayar untuk satu perjanjian kerja yang sudah dicatat.',
      'A premium is paid for one contract that is on record.',
      `Pilih salah satu: ${numbers}; catat perjanjian kerja lebih dahulu bila belum ada.`,
      `Choose one of ${numbers}; record the contract first if there is none.`,
      '/contract',
    );
  }),
  'departureComplete@1': onState((state, situation) => {
    const gaps = departureGapsOf(situation.definition, state);
    if (gaps.length === 0) return null;
    const { id, en } = wayTo(situation, gaps);
    return unmet(`Belum lengkap: ${gaps.join(', ')}.`, `Still missing: ${gaps.join(', ')}.`, id, en);
  }),
  'departureIncomplete@1': onState((state, { definition }) =>
    departureGapsOf(definition, state).length > 0
      ? null
      : unmet(
          'Dokumen dan iuran sudah lengkap.',
          'Papers and premium are complete.',
          'Jadwalkan, lalu catat keberangkatan dengan recordDeparture.',
          'Schedule the departure and record it with recordDeparture.',
        ),
  ),
  'neverLeft@1': onState(({ facts }) =>
    placementFactsOf(facts).departure === undefined
      ? null
      : unmet(
          'PMI ini sudah berangkat; penempatannya tidak dimulai lagi dari pendaftaran.',
          'The worker has left: the placement does not begin at the register again.',
          'Daftarkan keadaannya sekarang dengan registerAbroad dan kaitkan kedua kasus.',
          'Register how things stand now with registerAbroad, and link the two cases.',
        ),
  ),
  'gapsLeft@1': onState(({ flags }) =>
    flags.includes('departed_incomplete')
      ? null
      : unmet(
          'Tidak ada kekurangan yang terbuka.',
          'Nothing is open that was missing.',
          'Tidak ada yang perlu diputuskan.',
          'There is nothing to decide.',
        ),
  ),
  'afterDeparture@1': onInput((situation) =>
    inOrder([known(situation).departure?.day, 'keberangkatan'], [situation.input['day'], 'hari ini'], '/day'),
  ),
  'leaveAbroad@1': onInput((situation) =>
    inOrder([known(situation).departure?.day, 'keberangkatan'], [situation.input['from'], 'awal cuti'], '/from'),
  ),
  'afterReturn@1': onInput((situation) =>
    inOrder([known(situation).return?.day, 'kepulangan'], [situation.input['day'], 'hari ini'], '/day'),
  ),
  'bodyOfDead@1': onInput((situation) =>
    situation.input['kind'] !== 'BODY' || known(situation).deathDay !== undefined
      ? null
      : unmet(
          'Pemulangan jenazah memerlukan catatan kematian.',
          'A body can only come home after a death was recorded.',
          'Catat kematian dengan recordDeath.',
          'Record the death with recordDeath.',
          '/kind',
        ),
  ),
  'aliveUntilNow@1': onState(({ facts }) =>
    placementFactsOf(facts).deathDay === undefined
      ? null
      : unmet('Kematian sudah dicatat.', 'The death is recorded.', 'Lanjutkan kasus.', 'Go on with the case.'),
  ),
  'hasDied@1': onState(({ facts }) =>
    placementFactsOf(facts).deathDay === undefined
      ? unmet(
          'Tidak ada kematian yang dicatat.',
          'No death is recorded.',
          'Catat kepulangan dengan recordReturn.',
          'Record the return with recordReturn.',
        )
      : null,
  ),
  'minutesAttached@1': onState(({ evidence }) =>
    evidence['handoverMinutes'] !== undefined
      ? null
      : unmet(
          'Berita acara serah terima belum dilampirkan.',
          'The minutes of the handover are not attached.',
          'Lampirkan berita acara yang disaksikan pemerintah desa atau daerah (Permen P2MI 32/2025 Pasal 13).',
          'Attach the minutes, witnessed by the village or the local government (Permen P2MI 32/2025 Pasal 13).',
        ),
  ),
  'handoverNeeded@1': onState((state) =>
    isHandoverNeeded(state)
      ? null
      : unmet(
          'Kepulangan ini tidak memerlukan serah terima.',
          'This return needs no handover.',
          'Catat tiba di rumah dengan confirmHome.',
          'Record the arrival at home with confirmHome.',
        ),
  ),
  'noHandoverNeeded@1': onState((state) =>
    isHandoverNeeded(state)
      ? unmet(
          'Kepulangan ini harus diserahterimakan dengan saksi.',
          'This return is handed over before a witness.',
          'Lampirkan berita acara, lalu gunakan recordHandover.',
          'Attach the minutes and use recordHandover.',
        )
      : null,
  ),
  'afterCoverOver@1': onState(({ clocks, facts }) => {
    const over = Object.values(clocks).some(({ name, told }) => name === 'afterCover' && told.includes('breach'));
    return over || placementFactsOf(facts).deathDay !== undefined
      ? null
      : unmet(
          'Masa pelindungan setelah bekerja belum berakhir.',
          'The cover after work has not ended.',
          'Tunggu sampai masa itu berakhir; sebelum itu kejadian masih dapat diklaim.',
          'Wait for its end: until then something that happens can still be claimed.',
        );
  }),
  'anotherCase@1': duplicateGuards['anotherCase@1'],
  'duplicateNamed@1': duplicateGuards['duplicateNamed@1'],
} as const satisfies Record<string, Guard>;
