import { dayNumber, localDay, type Calendar } from '../kernel/clock/calendar.ts';
import { dueInstant } from '../kernel/clock/ledger.ts';
import type { CaseState, Clock } from '../kernel/state.ts';
import type { Instant } from '../kernel/vocabulary.ts';
import type { LegalBasis } from '../shared/legal-basis.ts';
import { LAW } from './claim.law.ts';
import { isOnItsWay } from './payments.ts';

/** Of the nominal benefit, for each day of delay (PP 44/2015 Pasal 37 ayat (3)); unverified for migrant workers. */
export const LATE_PERCENT_A_DAY = 1;

/** What the insurer would owe for being late: shown to the family and the offices, never charged by this system. */
export interface LatePayment {
  readonly order: string;
  /** Calendar days after the day on which the payment was due. */
  readonly days: number;
  readonly amountIdr: string;
  readonly charged: false;
  readonly legalBasis: LegalBasis;
}

/** The payout clock of the first order as if nothing had stopped it. */
function dueAtOf(state: CaseState, calendar: Calendar): Instant | null {
  const clock = state.clocks['payout#1'];
  const first = clock?.entries[0];
  if (clock === undefined || first === undefined) return null;
  const running: Clock = { ...clock, entries: clock.entries.filter(({ action }) => action !== 'stopped') };
  return dueInstant(running, calendar);
}

/** Every order that was paid late, or is late by now. */
export function latePayments(state: CaseState, calendar: Calendar, now: Instant): readonly LatePayment[] {
  const dueAt = dueAtOf(state, calendar);
  if (dueAt === null) return [];
  const dueDay = localDay(new Date(Date.parse(dueAt) - 1).toISOString(), state.zone);
  return Object.values(state.payments).flatMap((payment): LatePayment[] => {
    const paidDay = payment.paidIdr === null ? null : payment.paidDay;
    if (paidDay === null && !isOnItsWay(payment)) return [];
    const until = paidDay === null ? localDay(now, state.zone) : dayNumber(paidDay);
    const days = until - dueDay;
    if (days <= 0) return [];
    const amountIdr = ((BigInt(payment.amountIdr) * BigInt(days * LATE_PERCENT_A_DAY)) / 100n).toString();
    return [{ order: payment.id, days, amountIdr, charged: false, legalBasis: LAW.latePayment }];
  });
}
