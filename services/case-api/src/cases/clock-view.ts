import {
  clockUsage,
  dueInstant,
  isRunning,
  isStopped,
  localDay,
  type CaseDefinition,
  type Calendar,
  type Clock,
  type Instant,
} from '@titian/domain';

/** A clock as a desk reads it: how much is used, how much remains, whether it stands still and when it falls due. */
export function clockView(definition: CaseDefinition, clock: Clock, calendar: Calendar, now: Instant): object {
  const rule = definition.clocks[clock.name];
  const { used, target, pausedMs, dueAt, calendarVersion } = clockUsage(clock, calendar, now);
  return {
    clockId: clock.id,
    name: clock.name,
    label: rule?.label ?? { id: 'Tingkat eskalasi berikutnya', en: 'Next rung of the ladder' },
    legalBasis: rule?.legalBasis ?? [],
    state: isStopped(clock) ? 'stopped' : isRunning(clock) ? 'running' : 'paused',
    unit: clock.unit,
    target,
    used,
    remaining: remaining(clock, calendar, used, now),
    /** Months and years are used up in days. */
    countedIn: inMonths(clock) ? 'calendar_days' : clock.unit,
    pausedMs,
    dueAt,
    calendarVersion,
    /** The holidays of that year are not decreed yet: the day may still move. */
    provisional: dueAt !== null && clock.unit === 'working_days' && Number(dueAt.slice(0, 4)) > calendar.knownUntilYear,
    onBreach: rule?.onBreach ?? 'escalate',
    told: clock.told,
    ledger: clock.entries,
  };
}

const inMonths = ({ unit }: Clock): boolean => unit === 'months' || unit === 'years';

/** What is left, in the unit in which use is counted; never below zero. */
function remaining(clock: Clock, calendar: Calendar, used: number, now: Instant): number {
  if (!inMonths(clock)) return Math.max(0, clock.target - used);
  const { clock: going, at } = asIfGoing(clock, now);
  const due = dueInstant(going, calendar);
  if (due === null) return 0;
  // It falls due when its last day ends, so that day is the one before; today is still to be used, unless it began today.
  const lastUsed = Math.max(localDay(at, clock.zone) - 1, localDay(going.entries[0]?.at ?? at, clock.zone));
  return Math.max(0, localDay(due, clock.zone) - 1 - lastUsed);
}

/** The clock as if it ran on: from now if it is paused, from its last moment if it has stopped. */
function asIfGoing(clock: Clock, now: Instant): { clock: Clock; at: Instant } {
  const last = clock.entries.at(-1);
  const stopped = last?.action === 'stopped';
  const at = stopped ? last.at : now;
  const before: Clock = { ...clock, entries: stopped ? clock.entries.slice(0, -1) : clock.entries };
  if (isRunning(before)) return { clock: before, at };
  const version = before.entries.at(-1)?.calendar ?? '';
  const resumed = { action: 'resumed', at, reason: 'shown', actorId: 'system', calendar: version } as const;
  return { clock: { ...before, entries: [...before.entries, resumed] }, at };
}
