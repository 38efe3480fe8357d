import type { PlainDay, Text } from '@titian/domain';
import { rupiahText } from './precheck/money.ts';
import type { RowRef } from './precheck/result.ts';
import { refOf, rulebook as current, type Rulebook } from './rows/rulebook.ts';

/** What is paid for cover: whole rupiah, with the rows it rests on. */
export interface Premium {
  readonly amountIdr: bigint;
  readonly formula: Text;
  readonly rows: readonly RowRef[];
}

const same = (text: string): Text => ({ id: text, en: text });

/**
 * Premium for the time during and after work of a contract of so many months, by the rows of a day. Null where no row names it:
 * between two terms (8 months) no text says which one counts, and no premium of before 2023 was found.
 */
export function premiumDuringWork(months: number, day: PlainDay, book: Rulebook = current): Premium | null {
  const rows = book.rulesOn(day).rows.premium;
  const terms = rows.filter(({ part }) => part === 'during-and-after');
  const exact = terms.find((row) => row.months === months);
  if (exact !== undefined)
    return { amountIdr: exact.amount, formula: same(rupiahText(exact.amount)), rows: [refOf('premium', exact)] };
  const longest = terms.toSorted((a, b) => (b.months ?? 0) - (a.months ?? 0))[0];
  const extra = rows.find(({ part }) => part === 'extra-month');
  if (longest?.months == null || extra === undefined || months < longest.months) return null;
  const over = months - longest.months;
  const amountIdr = longest.amount + BigInt(over) * extra.amount;
  return {
    amountIdr,
    formula: same(`${rupiahText(longest.amount)} + ${over} x ${rupiahText(extra.amount)} = ${rupiahText(amountIdr)}`),
    rows: [refOf('premium', longest), refOf('premium', extra)],
  };
}

/** Premium for the time before work; null where none is due or known: who goes alone has no such part. */
export function premiumBeforeWork(
  placement: 'PLACED' | 'PERSEORANGAN',
  day: PlainDay,
  book: Rulebook = current,
): Premium | null {
  const row = book.rulesOn(day).rows.premium.find((each) => each.part === 'before' && each.placement === placement);
  return row === undefined
    ? null
    : { amountIdr: row.amount, formula: same(rupiahText(row.amount)), rows: [refOf('premium', row)] };
}
