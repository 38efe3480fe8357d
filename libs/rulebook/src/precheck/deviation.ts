import type { Text } from '@titian/domain';
import { rupiahText } from './money.ts';
import type { PrecheckLine, PrecheckResult, RowRef } from './result.ts';

/** A sum that somebody decided, paid or printed for a benefit. */
export interface StatedAmount {
  readonly code: string;
  readonly amountIdr: bigint;
}

/**
 * A stated sum that the rule does not give. The rule is never fitted to it: the difference stands by its name until somebody
 * explains it.
 */
export interface Deviation {
  readonly kind: 'LESS_THAN_RULE' | 'MORE_THAN_RULE' | 'ABOVE_CEILING' | 'NOT_DUE_BY_RULE' | 'NOT_STATED';
  readonly code: string;
  /** Null where the rule gives no sum of its own. */
  readonly ruleIdr: bigint | null;
  readonly statedIdr: bigint;
  /** Stated less rule; negative: the family got less. */
  readonly differenceIdr: bigint;
  readonly explanation: Text;
  /** The rows the rule's sum rests on. */
  readonly rows: readonly RowRef[];
}

const WORDS: Readonly<Record<Deviation['kind'], Text>> = {
  LESS_THAN_RULE: { id: 'lebih kecil daripada jumlah menurut aturan', en: 'less than the rule gives' },
  MORE_THAN_RULE: { id: 'lebih besar daripada jumlah menurut aturan', en: 'more than the rule gives' },
  ABOVE_CEILING: { id: 'melebihi batas tertinggi', en: 'above the ceiling' },
  NOT_DUE_BY_RULE: {
    id: 'dibayar, padahal tidak memenuhi syarat menurut data',
    en: 'stated though not due by the facts',
  },
  NOT_STATED: { id: 'menurut aturan ada, tetapi tidak disebut', en: 'due by the rule, but not stated' },
};

function deviation(
  kind: Deviation['kind'],
  code: string,
  rule: bigint | null,
  stated: bigint,
  rows: readonly RowRef[],
): Deviation {
  const sums = (language: keyof Text): string =>
    `${code}: ${rupiahText(stated)} ${WORDS[kind][language]}${rule === null ? '' : ` (${rupiahText(rule)})`}`;
  return {
    kind,
    code,
    ruleIdr: rule,
    statedIdr: stated,
    differenceIdr: stated - (rule ?? 0n),
    explanation: { id: sums('id'), en: sums('en') },
    rows,
  };
}

function ofLine(line: PrecheckLine, stated: bigint): Deviation | null {
  const { code, amount, answer, rows } = line;
  if (answer === 'no') return stated === 0n ? null : deviation('NOT_DUE_BY_RULE', code, 0n, stated, rows);
  if (amount === null || amount.idr === null) return null; // the rule gives no sum to compare with
  if (amount.kind === 'AT_MOST')
    return stated > amount.idr ? deviation('ABOVE_CEILING', code, amount.idr, stated, rows) : null;
  if (stated === amount.idr) return null;
  return deviation(stated < amount.idr ? 'LESS_THAN_RULE' : 'MORE_THAN_RULE', code, amount.idr, stated, rows);
}

/** Compares stated sums with a pre-check, line by line; nothing where they agree. */
export function deviationsFrom(result: PrecheckResult, stated: readonly StatedAmount[]): readonly Deviation[] {
  const byCode = new Map(stated.map(({ code, amountIdr }) => [code, amountIdr]));
  const known = new Set(result.lines.map(({ code }) => code));
  const unknown = stated
    .filter(({ code, amountIdr }) => !known.has(code) && amountIdr > 0n)
    .map(({ code, amountIdr }) => deviation('NOT_DUE_BY_RULE', code, null, amountIdr, []));
  const compared = result.lines.flatMap((line) => {
    const sum = byCode.get(line.code);
    if (sum !== undefined) return ofLine(line, sum) ?? [];
    const due = line.answer === 'eligible' && line.amount?.kind === 'EXACT' ? line.amount.idr : null;
    return due === null || due === 0n ? [] : [deviation('NOT_STATED', line.code, due, 0n, line.rows)];
  });
  return [...compared, ...unknown];
}
