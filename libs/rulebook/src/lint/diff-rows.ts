import type { PlainDay } from '@titian/domain';
import { lawRows, refOf, type Rulebook } from '../rows/rulebook.ts';

/** How the rules of two days differ, by row. */
export interface RowChange {
  readonly change: 'began' | 'ended' | 'replaced';
  /** `<kind>/<key>`. */
  readonly rule: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What changes between two days: rows that began, ended, or were replaced by another version. */
export function diffRules(book: Rulebook, from: PlainDay, to: PlainDay): readonly RowChange[] {
  const on = (day: PlainDay): ReadonlyMap<string, string> =>
    new Map(
      lawRows(book.rows)
        .filter(({ row }) => row.validFrom <= day && (row.validTo === null || day <= row.validTo))
        .map(({ kind, row }) => [`${kind}/${row.key}`, refOf(kind, row).id]),
    );
  const [before, after] = [on(from), on(to)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((rule): RowChange[] => {
    const [old, now] = [before.get(rule) ?? null, after.get(rule) ?? null];
    if (old === now) return [];
    return [{ change: old === null ? 'began' : now === null ? 'ended' : 'replaced', rule, from: old, to: now }];
  });
}
