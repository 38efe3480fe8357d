import type { Text } from '@titian/domain';
import type { BenefitCondition, Window } from '../rows/vocabulary.ts';
import { monthsLater } from './days.ts';
import type { CoveragePeriod, PrecheckFacts } from './facts.ts';
import { ask } from './questions.ts';
import type { OpenFact } from './result.ts';

/**
 * How a condition stands. `no` with `silent`: another benefit answers for the case, so the line is left out unless it was
 * asked for by name.
 */
export type Standing =
  | { readonly is: 'yes' }
  | { readonly is: 'no'; readonly because: Text; readonly silent?: boolean }
  | { readonly is: 'not_yet'; readonly because: Text }
  | { readonly is: 'unknown'; readonly open: OpenFact };

/** What a condition may look at. */
export interface ConditionSituation {
  readonly facts: PrecheckFacts;
  readonly window: Window | null;
  /** The period that covers the event, with its place in the facts. */
  readonly period: { readonly at: string; readonly facts: CoveragePeriod } | null;
  readonly ageOfJht: number;
}
type Check = (situation: ConditionSituation) => Standing;

const YES: Standing = { is: 'yes' };
const no = (id: string, en: string): Standing => ({ is: 'no', because: { id, en } });
const silently = (id: string, en: string): Standing => ({ is: 'no', because: { id, en }, silent: true });
const notYet = (id: string, en: string): Standing => ({ is: 'not_yet', because: { id, en } });
const unknown = (question: Parameters<typeof ask>[0], field: string): Standing => ({
  is: 'unknown',
  open: ask(question, field),
});

const disabled =
  (kinds: readonly string[]): Check =>
  ({ facts: { event } }) => {
    const { disability } = event;
    if (disability === undefined) return unknown('disability', '/event/disability');
    if (!kinds.includes(disability.kind)) return silently('Kecacatannya lain.', 'The disability is of another kind.');
    return disability.declaredByDoctor === false
      ? notYet('Kecacatan belum ditetapkan dokter.', 'The doctor has not declared the disability yet.')
      : YES;
  };

const EXCLUDED_DISMISSALS: Readonly<Record<string, Text>> = {
  CONTRACT_ENDED: { id: 'Kontrak berakhir.', en: 'The contract had ended.' },
  LEAVE: { id: 'Sedang cuti.', en: 'The worker was on leave.' },
  SICKNESS: { id: 'Sakit bukan karena kecelakaan.', en: 'An illness that was no accident.' },
  DEPORTED: { id: 'Dideportasi.', en: 'The worker was deported.' },
  CRIME: { id: 'Karena tindak pidana.', en: 'Because of a crime.' },
  RAN_AWAY: { id: 'Pindah kerja atau pergi atas kehendak sendiri.', en: 'Moved or ran away by own will.' },
};

const dismissedAfterAccident =
  (wanted: boolean): Check =>
  ({ facts: { event } }) => {
    const after = event.dismissal?.afterAccident;
    if (after === undefined) return unknown('afterAccident', '/event/dismissal/afterAccident');
    return after === wanted ? YES : silently('Sebab PHK-nya lain.', 'The dismissal had another cause.');
  };

/** What a benefit asks of the facts, by the name in its row. */
export const CONDITIONS: Readonly<Record<BenefitCondition, Check>> = {
  DIED_BY_ACCIDENT: ({ facts: { event } }) => {
    if (event.kind !== 'DEATH') return YES; // an accident that was survived
    if (event.byAccident === undefined) return unknown('byAccident', '/event/byAccident');
    return event.byAccident ? YES : silently('Bukan kecelakaan kerja.', 'It was no work accident.');
  },
  DIED_OTHERWISE: ({ facts: { event } }) => {
    if (event.byAccident === undefined) return unknown('byAccident', '/event/byAccident');
    return event.byAccident
      ? silently('Karena kecelakaan kerja: berlaku JKK.', 'By a work accident: JKK applies.')
      : YES;
  },
  NOT_ON_LEAVE: ({ facts: { event }, window }) => {
    if (event.onLeave === true)
      return no('Selama cuti di Indonesia hanya JKM yang berlaku.', 'On leave in Indonesia only JKM covers.');
    const mayBeLeave = event.onLeave === undefined && event.country === 'ID' && window === 'during';
    return mayBeLeave ? unknown('onLeave', '/event/onLeave') : YES;
  },
  NOT_BY_PLACER_OR_POLICY: ({ facts: { event } }) =>
    event.causedBy === 'PLACER' || event.causedBy === 'GOVERNMENT_POLICY'
      ? no(
          'Disebabkan pelaksana penempatan atau kebijakan pemerintah.',
          'It was caused by the placing body or a policy of the government.',
        )
      : YES,
  NOT_OWN_FAULT: ({ facts: { event } }) => {
    if (event.causedBy === undefined) return unknown('causedBy', '/event/causedBy');
    return event.causedBy === 'WORKER' ? no('Karena kesalahan sendiri.', 'It was by own fault.') : YES;
  },
  AGAINST_OWN_WILL: ({ facts: { event } }) => {
    if (event.againstOwnWill === undefined) return unknown('againstOwnWill', '/event/againstOwnWill');
    return event.againstOwnWill ? YES : no('Atas kehendak sendiri.', 'It was by own will.');
  },
  PROVEN: ({ facts: { event } }) => {
    if (event.proven === undefined) return unknown('proven', '/event/proven');
    return event.proven ? YES : notYet('Belum terbukti.', 'It is not proven yet.');
  },
  PARTIAL_DISABILITY: disabled(['PARTIAL_ANATOMICAL', 'PARTIAL_FUNCTIONAL']),
  TOTAL_DISABILITY: disabled(['TOTAL']),
  TREATED_ABROAD: ({ facts: { event } }) => {
    if (event.country === undefined) return unknown('country', '/event/country');
    return event.country === 'ID' ? silently('Kejadian di Indonesia.', 'It happened in Indonesia.') : YES;
  },
  DISMISSED_AFTER_ACCIDENT: dismissedAfterAccident(true),
  DISMISSED_OTHERWISE: dismissedAfterAccident(false),
  NO_EXCLUDED_DISMISSAL: ({ facts: { event } }) => {
    const cause = event.dismissal?.excludedBy;
    if (cause === undefined) return unknown('excludedBy', '/event/dismissal/excludedBy');
    const because = EXCLUDED_DISMISSALS[cause];
    return because === undefined ? YES : { is: 'no', because };
  },
  MONTH_BEFORE_CONTRACT_END: ({ facts: { event }, period }) => {
    const end = period?.facts.contractEndsOn;
    if (typeof end !== 'string') return unknown('contractEndsOn', `${period?.at ?? '/coverage/0'}/contractEndsOn`);
    return event.day <= monthsLater(end, -1)
      ? YES
      : no('PHK dalam bulan terakhir kontrak.', 'The dismissal falls in the last month of the contract.');
  },
  NO_CRIME_OR_DRUGS: ({ facts: { event } }) => {
    if (event.crimeOrDrugs === undefined) return unknown('crimeOrDrugs', '/event/crimeOrDrugs');
    return event.crimeOrDrugs
      ? no('Karena kejahatan, narkotika atau minuman terlarang.', 'Because of a crime, drugs or forbidden alcohol.')
      : YES;
  },
  DURING_UNLESS_ACCIDENT: ({ facts: { event }, window }) => {
    if (event.byAccident === true || window === 'during' || window === null) return YES;
    if (event.byAccident === undefined) return unknown('byAccident', '/event/byAccident');
    return no(
      'Beasiswa hanya bila meninggal selama bekerja atau karena kecelakaan kerja.',
      'A scholarship is for a death during work or by a work accident.',
    );
  },
  CHILD_AT_SCHOOL: ({ facts: { heirs } }) => {
    if (heirs === undefined) return unknown('heirs', '/heirs');
    const children = heirs
      .map((heir, index) => ({ heir, index }))
      .filter(({ heir }) => heir.relation === 'CHILD' && heir.alive !== false);
    if (children.some(({ heir }) => heir.school)) return YES;
    const unasked = children.find(({ heir }) => heir.school === undefined);
    return unasked === undefined
      ? no('Tidak ada anak yang bersekolah.', 'No child is at school.')
      : unknown('school', `/heirs/${unasked.index}/school`);
  },
  JHT_MEMBER: ({ facts: { coverage } }) => {
    if (coverage?.some(({ jhtMember }) => jhtMember === true) === true) return YES;
    if (coverage?.every(({ jhtMember }) => jhtMember === false) === true)
      return silently('Tidak ikut JHT.', 'No member of old-age savings.');
    return unknown('jhtMember', '/coverage/0/jhtMember');
  },
  AGE_REACHED: ({ facts, ageOfJht }) => {
    const born = facts.worker?.bornOn;
    if (born === undefined) return unknown('bornOn', '/worker/bornOn');
    return monthsLater(born, ageOfJht * 12) <= facts.askedOn
      ? YES
      : notYet(`Belum berusia ${ageOfJht} tahun.`, `The worker is not ${ageOfJht} years old yet.`);
  },
};
