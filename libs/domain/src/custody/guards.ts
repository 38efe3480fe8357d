import { BODIES, roleOf } from '../kernel/bodies.ts';
import { localDay, plainDay } from '../kernel/clock/calendar.ts';
import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState, Consent, Offer } from '../kernel/state.ts';
import type { Actor, OfferName, Role } from '../kernel/vocabulary.ts';
import type { Text } from '../shared/text.ts';

const unmet = (message: Text, remedy: Text, field?: string): GuardRefusal => ({
  message,
  remedy,
  ...(field === undefined ? {} : { field }),
});
const onInput = (check: (state: CaseState, situation: Situation) => GuardRefusal | null): Guard => ({
  check: (situation) => (situation.state === null ? null : check(situation.state, situation)),
  readsInput: true,
});
const onState = (check: (state: CaseState, situation: Situation) => GuardRefusal | null): Guard => ({
  ...onInput(check),
  readsInput: false,
});

const holds = ({ custody }: CaseState, { role, office }: Actor): boolean =>
  custody.role === role && custody.office === office;

/** The receiving office answers; what a body outside has said is recorded by whoever holds the case. */
const answers = (state: CaseState, { to }: Offer, actor: Actor): boolean =>
  to === null ? holds(state, actor) : to.role === actor.role && to.office === actor.office;

/** Offices that may judge for those who cannot speak for themselves. */
const SUPERVISORS: readonly Role[] = ['district_officer', 'bp3mi_officer', 'ministry_officer'];

/** What an offer is called, and the commands that make and end one. */
const WORDS: Readonly<Record<OfferName, { readonly id: string; readonly make: string; readonly end: string }>> = {
  referral: { id: 'rujukan', make: 'refer', end: 'returnReferral' },
  transfer: { id: 'pelimpahan', make: 'transfer', end: 'recallTransfer' },
};

const none = (name: OfferName): GuardRefusal => {
  const { id, make } = WORDS[name];
  return unmet(
    { id: `Tidak ada ${id} yang menunggu.`, en: `No ${name} is open here.` },
    { id: `Mulai dengan ${make}.`, en: `Begin with ${make}.` },
  );
};
const withOffer = (
  name: OfferName,
  check: (state: CaseState, offer: Offer, actor: Actor) => GuardRefusal | null,
): Guard =>
  onState((state, { actor }) => {
    const offer = state.offers[name];
    return offer === undefined ? none(name) : check(state, offer, actor);
  });

const noneOpen = (name: OfferName): Guard => {
  const { id, end } = WORDS[name];
  return onState(({ offers }) =>
    offers[name] === undefined
      ? null
      : unmet(
          { id: `Masih ada ${id} yang terbuka.`, en: `A ${name} is open already.` },
          { id: `Tunggu jawabannya, atau akhiri dengan ${end}.`, en: `Wait for its answer, or end it with ${end}.` },
        ),
  );
};

const answeredHere = (name: OfferName): Guard => {
  const { id } = WORDS[name];
  return withOffer(name, (state, offer, actor) =>
    answers(state, offer, actor)
      ? null
      : unmet(
          {
            id: `${offer.to?.office ?? offer.body} yang menjawab ${id} ini.`,
            en: `${offer.to?.office ?? offer.body} answers this ${name}.`,
          },
          { id: 'Tunggu jawaban kantor itu.', en: 'Wait for that office.' },
        ),
  );
};

function checkConsent(
  sensitive: boolean,
  { by, how, day, minor }: Consent & { minor?: boolean },
  { actor, now, state }: Situation,
): GuardRefusal | null {
  const speaksForChild = by === 'PARENT' || by === 'GUARDIAN';
  if ((by === 'NOBODY') !== (how === 'NOT_ASKED')) {
    return unmet(
      { id: 'by dan how tidak cocok.', en: 'NOBODY goes with NOT_ASKED, and with nothing else.' },
      { id: 'Sebut siapa yang setuju dan bagaimana.', en: 'Say who agreed, and how.' },
      '/consent/how',
    );
  }
  if (day > plainDay(localDay(now, state?.zone ?? 'WIB'))) {
    return unmet(
      { id: 'Persetujuan tidak boleh bertanggal di masa depan.', en: 'The day of the consent lies in the future.' },
      { id: 'Isi hari persetujuan diberikan.', en: 'Give the day on which it was given.' },
      '/consent/day',
    );
  }
  if (minor === true && !speaksForChild && by !== 'NOBODY') {
    return unmet(
      { id: 'Untuk anak, orang tua atau wali yang menyetujui.', en: 'For a child a parent or guardian agrees.' },
      { id: 'Isi by dengan PARENT atau GUARDIAN.', en: 'Give PARENT or GUARDIAN.' },
      '/consent/by',
    );
  }
  const child = minor === true || speaksForChild;
  if ((sensitive || child || by === 'NOBODY') && !SUPERVISORS.includes(actor.role)) {
    return unmet(
      {
        id: 'Kasus anak, kekerasan atau tanpa persetujuan hanya diteruskan oleh kantor pengawas.',
        en: 'A case of a child, of violence or without consent is passed on by a supervising office only.',
      },
      { id: 'Naikkan ke dinas dengan escalateByHand.', en: 'Climb to the regency with escalateByHand.' },
      '/consent',
    );
  }
  return by === 'NOBODY' && !sensitive
    ? unmet(
        { id: 'Persetujuan peserta belum ada.', en: 'The worker has not agreed.' },
        {
          id: 'Tanyakan kepada peserta; tanpa persetujuan hanya dalam keadaan darurat (markUrgent).',
          en: 'Ask the worker; without consent only in an emergency (markUrgent).',
        },
        '/consent/by',
      )
    : null;
}

/** Whether people of a role can bring a case out of the stage it is in. */
const canGoOn = ({ definition, state }: Situation, role: Role): boolean =>
  Object.values(definition.commands).some(
    ({ from, to, roles }) =>
      to !== undefined && to !== state?.stage && from.includes(state?.stage ?? '') && roles.includes(role),
  );

/** Guards of custody, the same for every case type; `isSensitive` tells cases of violence and danger. */
export const custodyGuards = (isSensitive: (state: CaseState) => boolean) =>
  ({
    'holdsCase@1': onState((state, { actor, definition }) => {
      const ofHolder = definition.ladder.findIndex(({ role }) => role === state.custody.role) + 1;
      const climbed = definition.ladder.slice(ofHolder, state.escalationLevel).some(({ role }) => role === actor.role);
      return holds(state, actor) || climbed
        ? null
        : unmet(
            { id: `Kasus dipegang ${state.custody.office}.`, en: `The case is held by ${state.custody.office}.` },
            {
              id: 'Minta pemegang kasus, atau naikkan dengan escalateByHand.',
              en: 'Ask its holder, or climb the ladder with escalateByHand.',
            },
          );
    }),
    'anotherBody@1': onInput((state, { input }) =>
      roleOf(input['body']) !== state.custody.role
        ? null
        : unmet(
            { id: 'Kasus sudah dipegang instansi itu.', en: 'That body holds the case already.' },
            { id: 'Pilih instansi lain.', en: 'Choose another body.' },
            '/body',
          ),
    ),
    'bodyCanGoOn@1': onInput((_state, situation) => {
      const role = roleOf(situation.input['body']);
      if (role !== null && canGoOn(situation, role)) return null;
      const able = Object.entries(BODIES).flatMap(([name, rule]) =>
        rule.role !== null && canGoOn(situation, rule.role) ? [name] : [],
      );
      return unmet(
        {
          id: `${String(situation.input['body'])} tidak dapat meneruskan kasus pada tahap ini.`,
          en: `${String(situation.input['body'])} could not go on with the case in this stage.`,
        },
        {
          id: `Pilih ${able.join(', ')}, atau minta bantuannya dengan refer.`,
          en: `Choose ${able.join(', ')}, or ask it for help with refer.`,
        },
        '/body',
      );
    }),
    'consentRecorded@1': onInput((state, situation) =>
      checkConsent(isSensitive(state), situation.input['consent'] as unknown as Consent, situation),
    ),
    'noReferralOpen@1': noneOpen('referral'),
    'referralOffered@1': withOffer('referral', (_state, { status }) =>
      status === 'offered' ? null : none('referral'),
    ),
    'referralAccepted@1': withOffer('referral', (_state, { status }) =>
      status === 'accepted'
        ? null
        : unmet(
            { id: 'Rujukan belum diterima.', en: 'The referral is not accepted yet.' },
            { id: 'Terima atau tolak dahulu.', en: 'Accept or decline it first.' },
          ),
    ),
    'answersReferral@1': answeredHere('referral'),
    'noTransferOpen@1': noneOpen('transfer'),
    'transferOpen@1': withOffer('transfer', () => null),
    'transferToMe@1': withOffer('transfer', (_state, { to }, actor) =>
      to !== null && to.role === actor.role && to.office === actor.office
        ? null
        : unmet(
            { id: 'Pelimpahan ini ditujukan kepada kantor lain.', en: 'The transfer is offered to another office.' },
            { id: 'Tunggu jawaban kantor tujuan.', en: 'Wait for the office it is offered to.' },
          ),
    ),
    'answersTransfer@1': answeredHere('transfer'),
  }) as const satisfies Record<string, Guard>;
