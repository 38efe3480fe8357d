import type { CaseEvent, StoredEvent } from '@titian/domain';

/** Who held a case from when to when; the last period of an open case has no end. */
export interface CustodyPeriod {
  readonly since: string;
  readonly until: string | null;
  readonly role: string;
  readonly office: string;
  /** Of the event that began it. */
  readonly revision: number;
}

/** The periods of custody as a log tells them: they begin with the case, pass from hand to hand, and rest while it is closed. */
export function custodyPeriodsOf(events: readonly StoredEvent[]): readonly CustodyPeriod[] {
  const periods: CustodyPeriod[] = [];
  const end = (at: string): void => {
    const open = periods.at(-1);
    if (open?.until === null) periods[periods.length - 1] = { ...open, until: at };
  };
  for (const { event, at, revision } of events) {
    if (event.kind === 'case.closed') end(at);
    const holder = holderFrom(event, periods.at(-1));
    if (holder === null) continue;
    end(at);
    periods.push({ since: at, until: null, role: holder.role, office: holder.office, revision });
  }
  return periods;
}

/** Whoever holds the case from this event on; null if it changes nothing. */
function holderFrom(event: CaseEvent, last: CustodyPeriod | undefined): Pick<CustodyPeriod, 'role' | 'office'> | null {
  switch (event.kind) {
    case 'case.opened':
      return event.custody;
    case 'custody.moved':
      return event;
    case 'case.reopened':
      return last ?? null;
    default:
      return null;
  }
}
