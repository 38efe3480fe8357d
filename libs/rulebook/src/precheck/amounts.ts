import type { Text } from '@titian/domain';
import type { RulesOfDay } from '../rows/rulebook.ts';
import type { Formula, RowOf } from '../rows/schema.ts';
import type { PrecheckFacts } from './facts.ts';
import { lesser, percentText, rupiahText, sumOf } from './money.ts';
import { ask } from './questions.ts';
import type { OpenFact, PrecheckAmount, RowRef } from './result.ts';
import { scholarshipOf } from './scholarship.ts';

/** A sum, the facts it still wants, and rows besides that of the benefit. */
export interface Calculated {
  readonly amount: PrecheckAmount;
  readonly open: readonly OpenFact[];
  readonly rows: readonly RowRef[];
}

type Benefit = RowOf<'benefit'>;
type FormulaOf<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

function calculated(
  amount: Partial<PrecheckAmount> & Pick<PrecheckAmount, 'kind' | 'formula'>,
  open: readonly OpenFact[] = [],
): Calculated {
  return { amount: { idr: null, ceilingIdr: null, parts: [], reported: [], ...amount }, open, rows: [] };
}
const same = (text: string): Text => ({ id: text, en: text });
const exactly = (idr: bigint, ceilingIdr: bigint | null, formula: Text): Calculated =>
  calculated({ kind: 'EXACT', idr, ceilingIdr, formula });

const costsOf = ({ costs = [] }: PrecheckFacts, code: string) => costs.filter(({ benefit }) => benefit === code);
const askCost = (facts: PrecheckFacts): OpenFact => ask('cost', `/costs/${facts.costs?.length ?? 0}/amountIdr`);

function ofParts({ parts }: FormulaOf<'PARTS'>): Calculated {
  const total = sumOf(parts.map(({ amount }) => amount));
  const words = (language: keyof Text): string =>
    `${parts.map(({ name, amount }) => `${name[language]} ${rupiahText(amount)}`).join(' + ')} = ${rupiahText(total)}`;
  return calculated({
    kind: 'EXACT',
    idr: total,
    ceilingIdr: total,
    formula: { id: words('id'), en: words('en') },
    parts: parts.map(({ name, amount }) => ({ name, amountIdr: amount, times: 1 })),
  });
}

function ofCost({ ceiling }: FormulaOf<'COST_UP_TO'>, code: string, facts: PrecheckFacts): Calculated {
  const costs = costsOf(facts, code);
  const most: Text =
    ceiling === null
      ? { id: 'biaya sebenarnya', en: 'the actual cost' }
      : {
          id: `biaya sebenarnya, paling banyak ${rupiahText(ceiling)}`,
          en: `the actual cost, at most ${rupiahText(ceiling)}`,
        };
  if (costs.length === 0)
    return calculated({ kind: 'AT_MOST', idr: ceiling, ceilingIdr: ceiling, formula: most }, [askCost(facts)]);
  const cost = sumOf(costs.map(({ amountIdr }) => amountIdr));
  const paid = ceiling === null ? cost : lesser(cost, ceiling);
  return exactly(paid, ceiling, {
    id: `${most.id}: dari ${rupiahText(cost)} menjadi ${rupiahText(paid)}`,
    en: `${most.en}: of ${rupiahText(cost)} it is ${rupiahText(paid)}`,
  });
}

function ofCostByMode({ modes }: FormulaOf<'COST_BY_MODE'>, code: string, facts: PrecheckFacts): Calculated {
  const costs = costsOf(facts, code);
  const words = modes.map(({ mode, ceiling }) => `${mode} ≤ ${rupiahText(ceiling)}`).join(', ');
  const all = sumOf(modes.map(({ ceiling }) => ceiling));
  const formula: Text = {
    id: `biaya sebenarnya menurut angkutan: ${words}`,
    en: `the actual cost by way of transport: ${words}`,
  };
  const vague = facts.costs?.findIndex(({ benefit, mode }) => benefit === code && mode === undefined) ?? -1;
  if (costs.length === 0 || vague >= 0) {
    const open = costs.length === 0 ? askCost(facts) : ask('mode', `/costs/${vague}/mode`);
    return calculated({ kind: 'AT_MOST', idr: all, ceilingIdr: all, formula }, [open]);
  }
  const paid = modes.map(({ mode, ceiling }) =>
    lesser(ceiling, sumOf(costs.filter((cost) => cost.mode === mode).map(({ amountIdr }) => amountIdr))),
  );
  const total = sumOf(paid);
  return exactly(total, all, {
    id: `${formula.id} = ${rupiahText(total)}`,
    en: `${formula.en} = ${rupiahText(total)}`,
  });
}

function ofFixedAndCost(formula: FormulaOf<'FIXED_AND_COST'>, code: string, facts: PrecheckFacts): Calculated {
  const { amount, costName, costCeiling } = formula;
  const costs = costsOf(facts, code);
  const most = amount + costCeiling;
  const words = (language: keyof Text, atMost: string): string =>
    `${rupiahText(amount)} + ${costName[language]} ${atMost} ${rupiahText(costCeiling)}`;
  const text: Text = { id: words('id', 'paling banyak'), en: words('en', 'at most') };
  if (costs.length === 0)
    return calculated({ kind: 'AT_MOST', idr: most, ceilingIdr: most, formula: text }, [askCost(facts)]);
  const paid = amount + lesser(sumOf(costs.map(({ amountIdr }) => amountIdr)), costCeiling);
  return exactly(paid, most, { id: `${text.id} = ${rupiahText(paid)}`, en: `${text.en} = ${rupiahText(paid)}` });
}

/** Hundredths of a percent are whole numbers, so the only rounding is down to the rupiah below. */
function ofPercent({ base }: FormulaOf<'PERCENT_OF'>, facts: PrecheckFacts): Calculated {
  const basisPoints = facts.event.disability?.basisPoints;
  if (basisPoints === undefined) {
    const text: Text = { id: `persentase tabel x ${rupiahText(base)}`, en: `share of the table x ${rupiahText(base)}` };
    return calculated({ kind: 'AT_MOST', idr: base, ceilingIdr: base, formula: text }, [
      ask('basisPoints', '/event/disability/basisPoints'),
    ]);
  }
  const paid = (base * BigInt(basisPoints)) / 10_000n;
  return exactly(paid, base, same(`${percentText(basisPoints)} x ${rupiahText(base)} = ${rupiahText(paid)}`));
}

function ofService({ steps }: FormulaOf<'BY_SERVICE'>, facts: PrecheckFacts): Calculated {
  const months = facts.event.dismissal?.serviceMonths;
  const most = steps.map(({ amount }) => amount).reduce((a, b) => (a > b ? a : b));
  const words = steps.map(({ fromMonths, amount }) => `≥ ${fromMonths}: ${rupiahText(amount)}`).join(', ');
  const text: Text = { id: `menurut bulan bekerja (${words})`, en: `by months of service (${words})` };
  if (months === undefined)
    return calculated({ kind: 'AT_MOST', idr: most, ceilingIdr: most, formula: text }, [
      ask('serviceMonths', '/event/dismissal/serviceMonths'),
    ]);
  const step = steps.findLast(({ fromMonths }) => fromMonths <= months);
  const paid = step?.amount ?? 0n;
  return exactly(paid, most, {
    id: `${text.id}: ${months} bulan = ${rupiahText(paid)}`,
    en: `${text.en}: ${months} months = ${rupiahText(paid)}`,
  });
}

const NOT_FOUND: Text = {
  id: 'Manfaatnya ada; jumlahnya belum ditemukan dalam naskah mana pun.',
  en: 'The benefit exists; its sum was found in no text.',
};

function bySum(benefit: Benefit, facts: PrecheckFacts, rules: RulesOfDay): Calculated {
  const { formula, code } = benefit;
  switch (formula.kind) {
    case 'FIXED':
      return exactly(formula.amount, formula.amount, same(rupiahText(formula.amount)));
    case 'PARTS':
      return ofParts(formula);
    case 'COST_UP_TO':
      return ofCost(formula, code, facts);
    case 'COST_BY_MODE':
      return ofCostByMode(formula, code, facts);
    case 'FIXED_AND_COST':
      return ofFixedAndCost(formula, code, facts);
    case 'PERCENT_OF':
      return ofPercent(formula, facts);
    case 'BY_SERVICE':
      return ofService(formula, facts);
    case 'SCHOLARSHIP':
      return scholarshipOf(facts.heirs ?? [], rules);
    case 'BALANCE':
      return calculated({ kind: 'BALANCE', formula: { id: 'saldo JHT', en: 'the balance of the savings' } });
    case 'SERVICE':
      return calculated({ kind: 'IN_KIND', formula: { id: 'layanan, bukan uang', en: 'a service, no money' } });
    case 'NOT_FOUND':
      return calculated({ kind: 'UNKNOWN', formula: NOT_FOUND });
  }
}

/** The sum of a benefit. Whole rupiah in `bigint` from end to end: nothing here is a floating-point number. */
export function amountOf(benefit: Benefit, facts: PrecheckFacts, rules: RulesOfDay): Calculated {
  const found = bySum(benefit, facts, rules);
  return benefit.reported.length === 0 ? found : { ...found, amount: { ...found.amount, reported: benefit.reported } };
}
