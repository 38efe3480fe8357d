import { z } from 'zod';
import type { Guard, GuardRefusal, Situation } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { HeirRank } from '../shared/benefit-rules.ts';
import { onInput, onState, unmet } from './guard.ts';
import { payeesOf, type Payee } from './payments.ts';
import { statement } from './words.ts';

/** Who a worker's relative is; the order of payment is a row of law, not this list. */
export const HEIR_RELATIONS = [
  'SPOUSE',
  'CHILD',
  'PARENT',
  'GRANDCHILD',
  'GRANDPARENT',
  'SIBLING',
  'PARENT_IN_LAW',
  'BY_WILL',
] as const;
export type HeirRelation = (typeof HEIR_RELATIONS)[number];

/** What a guardian is to the child. */
const GUARDIAN_RELATIONS = ['PARENT', 'GRANDPARENT', 'SIBLING', 'OTHER_RELATIVE', 'APPOINTED'] as const;

/**
 * How many of a relation can live at once: a limit of sense and no row of law. Marriages are four at most in any register, and
 * each has its own parents.
 */
export const HEIRS_AT_MOST: Readonly<Partial<Record<HeirRelation, number>>> = {
  PARENT: 2,
  GRANDPARENT: 4,
  SPOUSE: 4,
  PARENT_IN_LAW: 8,
};
/** Relations that somebody under age cannot be. */
const GROWN_UP: readonly HeirRelation[] = ['PARENT', 'GRANDPARENT', 'PARENT_IN_LAW'];

export const heir = z.strictObject({
  person: statement.describe('Who the heir is (statement store)'),
  relation: z.enum(HEIR_RELATIONS),
  minor: z
    .boolean()
    .optional()
    .describe('Under age on the day of the event; worked out at the desk where a day of birth is said'),
  guardian: z
    .strictObject({
      person: statement.describe('Who acts for a child (statement store)'),
      relation: z.enum(GUARDIAN_RELATIONS).describe('What the guardian is to the child'),
    })
    .optional(),
});

/** An heir as the case knows one: codes and references, no name and no day of birth. */
export type Heir = z.infer<typeof heir>;

/** Nobody has said, or the list in its order: `heir-1` is the first. */
export const heirsOf = ({ facts }: Pick<CaseState, 'facts'>): readonly Heir[] =>
  (facts['heirs'] ?? []) as unknown as readonly Heir[];

/** The heir whom a payee stands for; undefined for a payee of another kind. */
export function heirOfPayee(heirs: readonly Heir[], payee: string): Heir | undefined {
  const number = /^heir-(\d+)$/.exec(payee)?.[1];
  return number === undefined ? undefined : heirs[Number(number) - 1];
}

/** An heir under age for whom nobody acts. */
export const isUnguarded = ({ minor, guardian }: Heir): boolean => minor === true && guardian === undefined;

const ranksOf = ({ state, benefits }: Situation): readonly HeirRank[] =>
  benefits?.heirRanks?.(String(state?.facts['riskDay'] ?? '')) ?? [];
const rankOf = (ranks: readonly HeirRank[], { relation }: Heir): HeirRank | undefined =>
  ranks.find(({ relations }) => relations.includes(relation));

/** Why these cannot all be heirs of one worker, with the row and the field. */
function impossible(heirs: readonly Heir[]): GuardRefusal | null {
  for (const [relation, most = 0] of Object.entries(HEIRS_AT_MOST)) {
    const rows = heirs.flatMap((each, index) => (each.relation === relation ? [index] : []));
    const beyond = rows[most];
    if (beyond === undefined) continue;
    return unmet(
      `Ahli waris baris ${beyond + 1}: paling banyak ${most} ${relation} yang hidup.`,
      `Heir in row ${beyond + 1}: at most ${most} living ${relation} can exist.`,
      'Periksa siapa yang hidup dan apa hubungannya.',
      'Check who lives and what the relation is.',
      `/heirs/${beyond}/relation`,
    );
  }
  const child = heirs.findIndex(({ minor, relation }) => minor === true && GROWN_UP.includes(relation));
  if (child === -1) return null;
  return unmet(
    `Ahli waris baris ${child + 1}: ${heirs[child]?.relation ?? ''} tidak mungkin di bawah umur.`,
    `Heir in row ${child + 1}: a ${heirs[child]?.relation ?? ''} cannot be under age.`,
    'Periksa hubungan dan tanggal lahirnya.',
    'Check the relation and the day of birth.',
    `/heirs/${child}/relation`,
  );
}

/** Why that payee cannot be paid as an heir; null for payees of another kind, and while no heir is recorded. */
function notPayable(situation: Situation, key: string, kind: Payee['kind']): GuardRefusal | null {
  const heirs = situation.state === null ? [] : heirsOf(situation.state);
  if (kind !== 'HEIR' || heirs.length === 0 || !key.startsWith('heir-')) return null;
  const payee = heirOfPayee(heirs, key);
  if (payee === undefined) {
    return unmet(
      `${key} bukan ahli waris yang dicatat: ada ${heirs.length}.`,
      `${key} is no heir on record: there are ${heirs.length}.`,
      'Pilih heir-1 dan seterusnya menurut urutan daftar, atau perbaiki daftarnya dengan recordHeirs.',
      'Choose heir-1 and so on in the order of the list, or correct the list with recordHeirs.',
      '/payee',
    );
  }
  if (isUnguarded(payee)) return unguarded(heirs.indexOf(payee), '/payee');
  const ranks = ranksOf(situation);
  const own = rankOf(ranks, payee);
  const before = heirs.findIndex((each) => (rankOf(ranks, each)?.rank ?? Infinity) < (own?.rank ?? 0));
  const first = before === -1 ? undefined : heirs[before];
  if (first === undefined) return null;
  const rank = rankOf(ranks, first);
  const article = [rank?.instrument, rank?.article].filter(Boolean).join(' ');
  return unmet(
    `${key} (${payee.relation}) baru berhak bila tidak ada ahli waris di urutan sebelumnya; baris ${before + 1} adalah ${first.relation} (${article}).`,
    `${key} (${payee.relation}) is paid only if nobody of the ranks before lives; row ${before + 1} is a ${first.relation} (${article}).`,
    'Bayar ahli waris di urutan itu, atau perbaiki daftarnya dengan recordHeirs.',
    'Pay the heirs of that rank, or correct the list with recordHeirs.',
    '/payee',
  );
}

const unguarded = (index: number, field: string): GuardRefusal =>
  unmet(
    `Ahli waris baris ${index + 1} di bawah umur dan belum ada walinya.`,
    `The heir in row ${index + 1} is under age and has no guardian.`,
    'Catat wali dan hubungannya dengan recordHeirs; surat walinya dilampirkan pada guardianLetter.',
    'Record the guardian and the relation with recordHeirs; the paper that says so is attached as guardianLetter.',
    field,
  );

/** Guards about heirs, by versioned name. */
export const heirGuards = {
  'heirsCanExist@1': onInput(({ input }) => impossible((input['heirs'] ?? []) as unknown as readonly Heir[])),
  'payeeIsHeir@1': onInput((situation) =>
    notPayable(situation, String(situation.input['payee'] ?? ''), situation.input['kind'] as Payee['kind']),
  ),
  'minorsGuarded@1': onState((state) => {
    const index = heirsOf(state).findIndex(isUnguarded);
    return index === -1 ? null : unguarded(index, `/heirs/${index}/guardian`);
  }),
  'payeesAreHeirs@1': onState((state, situation) => {
    for (const [key, { kind }] of payeesOf(state)) {
      const refusal = notPayable(situation, key, kind);
      if (refusal !== null) return refusal;
    }
    return null;
  }),
} as const satisfies Record<string, Guard>;
