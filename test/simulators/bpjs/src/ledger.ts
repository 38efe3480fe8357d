import type { PaidLine } from './contract.ts';

/** One side of a booking, before the ledger has numbered it. */
export interface LedgerPosting {
  readonly claimRef: string;
  readonly reference: string;
  readonly paymentReference: string;
  readonly orderRef: string;
  readonly lineCode: string;
  readonly account: 'benefit-expense' | 'bank';
  readonly debitIdr: string;
  readonly creditIdr: string;
}

/** One side of a booking as it stands in the ledger for good. */
export interface LedgerEntry extends LedgerPosting {
  readonly entryId: string;
  readonly at: string;
}

/** What a payment books, and what its failure books back. */
export interface BookedPayment {
  readonly claimRef: string;
  readonly reference: string;
  readonly paymentReference: string;
  readonly orderRef: string;
  readonly lines: readonly PaidLine[];
}

/** A payment books expense against bank, line by line: the line is what must not be paid twice. */
export function paymentPostings({ lines, ...payment }: BookedPayment): LedgerPosting[] {
  return lines.flatMap(({ code, amountIdr }): LedgerPosting[] => {
    const amount = BigInt(amountIdr).toString();
    const { claimRef, reference, paymentReference, orderRef } = payment;
    const of = { claimRef, reference, paymentReference, orderRef };
    return [
      { ...of, lineCode: code, account: 'benefit-expense', debitIdr: amount, creditIdr: '0' },
      { ...of, lineCode: code, account: 'bank', debitIdr: '0', creditIdr: amount },
    ];
  });
}

/** A failed payment keeps its entries and gets the opposite ones. */
export function reversalPostings(payment: BookedPayment): LedgerPosting[] {
  return paymentPostings(payment).map((posting) => ({
    ...posting,
    debitIdr: posting.creditIdr,
    creditIdr: posting.debitIdr,
  }));
}

/** Numbers the postings that follow the first `count` entries. */
export function toEntries(postings: readonly LedgerPosting[], count: number, at: string): LedgerEntry[] {
  return postings.map((posting, index) => ({
    entryId: `LE-${String(count + index + 1).padStart(8, '0')}`,
    at,
    ...posting,
  }));
}

/** What the ledger says about one line of a claim. */
export interface LineTotal {
  readonly code: string;
  readonly paidIdr: string;
  /** Payments of this line that were not reversed. */
  readonly standingPayments: number;
}

/** What the ledger says about a claimRef, over all its attempts. */
export interface ClaimTotal {
  readonly claimRef: string;
  readonly debitIdr: string;
  readonly creditIdr: string;
  readonly paidIdr: string;
  readonly lines: readonly LineTotal[];
}

function sum(entries: readonly LedgerEntry[], side: 'debitIdr' | 'creditIdr'): bigint {
  return entries.reduce((total, entry) => total + BigInt(entry[side]), 0n);
}

function lineTotal(code: string, entries: readonly LedgerEntry[]): LineTotal {
  const expense = entries.filter((entry) => entry.account === 'benefit-expense');
  const paid = expense.filter((entry) => entry.debitIdr !== '0').length;
  const reversed = expense.filter((entry) => entry.creditIdr !== '0').length;
  const paidIdr = sum(expense, 'debitIdr') - sum(expense, 'creditIdr');
  return { code, paidIdr: paidIdr.toString(), standingPayments: paid - reversed };
}

function groupBy(entries: readonly LedgerEntry[], key: 'claimRef' | 'lineCode'): Map<string, LedgerEntry[]> {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry[key]);
    if (group) group.push(entry);
    else groups.set(entry[key], [entry]);
  }
  return groups;
}

/** Reckoned from the entries alone, so that it proves what the rest of the simulator only claims. */
export function ledgerView(entries: readonly LedgerEntry[]): {
  entries: readonly LedgerEntry[];
  debitIdr: string;
  creditIdr: string;
  totals: ClaimTotal[];
} {
  const totals = [...groupBy(entries, 'claimRef')].map(([claimRef, ofClaim]): ClaimTotal => {
    const lines = [...groupBy(ofClaim, 'lineCode')].map(([code, ofLine]) => lineTotal(code, ofLine));
    return {
      claimRef,
      debitIdr: sum(ofClaim, 'debitIdr').toString(),
      creditIdr: sum(ofClaim, 'creditIdr').toString(),
      paidIdr: lines.reduce((total, line) => total + BigInt(line.paidIdr), 0n).toString(),
      lines,
    };
  });
  return {
    entries,
    debitIdr: sum(entries, 'debitIdr').toString(),
    creditIdr: sum(entries, 'creditIdr').toString(),
    totals,
  };
}
