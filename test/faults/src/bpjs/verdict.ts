import { nextDeadline, type CaseState } from '@titian/domain';
import { currentCalendar } from '@titian/rulebook';
import type { Matter } from './matters.ts';

/** One side of a booking, as the simulator's ledger shows it. */
export interface LedgerEntry {
  readonly claimRef: string;
  readonly orderRef: string;
  readonly lineCode: string;
  readonly account: string;
  readonly debitIdr: string;
  readonly creditIdr: string;
}

/** What went wrong, each as one sentence naming the claim. */
export interface Verdict {
  /** Money or news that is missing: the record and the insurer's ledger differ, or what was decided was not paid. */
  readonly lost: readonly string[];
  /** An order that was paid more than once. */
  readonly doubled: readonly string[];
  /** A claim that neither ended nor says what it waits for. */
  readonly stuck: readonly string[];
}

/** Judges the record by the insurer's own ledger, which shares no line of code with it. */
export function judge(
  matters: readonly Matter[],
  states: ReadonlyMap<string, CaseState>,
  entries: readonly LedgerEntry[],
): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  const stuck: string[] = [];
  for (const { caseId } of matters) {
    const state = states.get(caseId);
    if (state === undefined) {
      lost.push(`${caseId}: not in the record`);
      continue;
    }
    const booked = entries.filter((entry) => entry.claimRef === caseId && entry.account === 'benefit-expense');
    doubled.push(...paidTwice(booked).map((order) => `${caseId}: ${order} is paid more than once`));
    lost.push(...differences(state, booked).map((what) => `${caseId}: ${what}`));
    if (state.status === 'closed') continue;
    const hasDeadline = nextDeadline(state, currentCalendar) !== null;
    stuck.push(`${caseId}: in ${state.stage}/${state.status}, ${hasDeadline ? 'with' : 'without'} a next deadline`);
  }
  return { lost, doubled, stuck };
}

function paidTwice(booked: readonly LedgerEntry[]): readonly string[] {
  const standing = new Map<string, number>();
  for (const { orderRef, debitIdr } of booked)
    standing.set(orderRef, (standing.get(orderRef) ?? 0) + (debitIdr === '0' ? -1 : 1));
  return [...standing].filter(([, times]) => times > 1).map(([order]) => order);
}

function differences({ lines, flags, outcome, status }: CaseState, booked: readonly LedgerEntry[]): readonly string[] {
  return Object.values(lines).flatMap(({ code, decidedIdr, paidIdr }) => {
    const ofLine = booked.filter(({ lineCode }) => lineCode === code);
    const paid = ofLine.reduce((sum, { debitIdr, creditIdr }) => sum + BigInt(debitIdr) - BigInt(creditIdr), 0n);
    const ours = BigInt(paidIdr ?? '0');
    const found = paid === ours ? [] : [`the ledger has paid ${paid} of ${code}, the record says ${ours}`];
    const isDue = status === 'closed' && outcome !== 'withdrawn' && !flags.includes('amounts_differ');
    const decided = BigInt(decidedIdr ?? '0');
    return isDue && paid !== decided ? [...found, `${decided} of ${code} was decided and ${paid} paid`] : found;
  });
}
