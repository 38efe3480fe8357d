import { refOf, type RulesOfDay } from '../rows/rulebook.ts';
import type { RowOf } from '../rows/schema.ts';
import { monthsLater } from './days.ts';
import type { HeirFact, PrecheckFacts } from './facts.ts';
import { ask } from './questions.ts';
import type { OpenFact, Payee, Payment } from './result.ts';

/** Age at which a person acts alone; the row says on what it rests. */
export const ageRow = (key: 'age.adult' | 'age.jht', rules: RulesOfDay): RowOf<'clock'> | undefined =>
  rules.rows.clock.find((row) => row.key === key);

/** Whether somebody is under age on a day; null if the day of birth is not known. */
export function isMinor({ bornOn }: HeirFact, day: string, rules: RulesOfDay): boolean | null {
  const adult = ageRow('age.adult', rules);
  if (typeof bornOn !== 'string' || adult === undefined) return null;
  return day < monthsLater(bornOn, adult.value * 12);
}

const nobody = (to: Payment['to'], explanation: Payment['explanation'], rows: Payment['rows'] = []): Payment => ({
  to,
  rank: null,
  payees: [],
  division: 'NONE',
  explanation,
  rows,
});

function heirsPaid(heirs: readonly HeirFact[], facts: PrecheckFacts, rules: RulesOfDay): Payment {
  const living = heirs.filter(({ alive }) => alive !== false);
  const order = [...rules.rows.heirOrder].sort((a, b) => a.rank - b.rank);
  const reached =
    order.find(({ relations }) => living.some(({ relation }) => relations.includes(relation))) ??
    order.find(({ relations }) => relations.length === 0);
  if (reached === undefined)
    return nobody('HEIRS', { id: 'Urutan ahli waris tidak ditemukan.', en: 'No order of heirs was found.' });
  const payees: Payee[] = living
    .filter(({ relation }) => reached.relations.includes(relation))
    .map((heir) => ({
      ref: heir.ref,
      relation: heir.relation,
      minor: isMinor(heir, facts.askedOn, rules),
      guardianRef: heir.guardianRef ?? null,
    }));
  const division = payees.length === 0 ? 'NONE' : payees.length === 1 ? 'WHOLE' : 'BY_HEIR_LETTER';
  const { label } = reached;
  const explanation = {
    NONE: {
      id: 'Tidak ada ahli waris: biaya pemakaman kepada pihak yang mengurus, santunan kepada Dana Jaminan Sosial (analogi).',
      en: 'No heir: the funeral cost goes to whoever arranged it, the benefit to Dana Jaminan Sosial (by analogy).',
    },
    WHOLE: {
      id: `Urutan ${reached.rank}: ${label.id}. Dibayar penuh.`,
      en: `Rank ${reached.rank}: ${label.en}. Paid in full.`,
    },
    BY_HEIR_LETTER: {
      id: `Urutan ${reached.rank}: ${label.id}. Aturan tidak menetapkan bagian; pembagian menurut surat ahli waris.`,
      en: `Rank ${reached.rank}: ${label.en}. The rule sets no shares; they divide as the heir letter says.`,
    },
  }[division];
  return { to: 'HEIRS', rank: reached.rank, payees, division, explanation, rows: [refOf('heirOrder', reached)] };
}

/** Who is paid for a claim of a type. The order of heirs is that of the day of the event. */
export function paymentOf(
  claimType: RowOf<'claimType'>,
  facts: PrecheckFacts,
  rules: RulesOfDay,
): { readonly payment: Payment; readonly open: readonly OpenFact[] } {
  // Whoever is dead is paid through the heirs, whatever the type says.
  const to = facts.event.kind === 'DEATH' && claimType.paidTo === 'PARTICIPANT' ? 'HEIRS' : claimType.paidTo;
  if (to === 'HEIRS') {
    const open = facts.heirs === undefined ? [ask('heirs', '/heirs')] : [];
    const waiting = { id: 'Ahli waris belum diketahui.', en: 'The heirs are not known yet.' };
    return { payment: facts.heirs === undefined ? nobody(to, waiting) : heirsPaid(facts.heirs, facts, rules), open };
  }
  const explanation =
    to === 'PAYER'
      ? {
          id: 'Kepada peserta, atau kepada pihak yang membayar lebih dulu.',
          en: 'To the worker, or to whoever paid first.',
        }
      : { id: 'Kepada peserta.', en: 'To the worker.' };
  return { payment: nobody(to, explanation), open: [] };
}
