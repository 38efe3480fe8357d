import { nextDeadline } from './clock/next-deadline.ts';
import { dueInstant, isStopped } from './clock/ledger.ts';
import type { ClockRule, RungRule } from './definition.ts';
import { returnOffer } from './offers.ts';
import { isFit } from './people.ts';
import type { FilledRung, VacantRung } from './registry.ts';
import type { Clock } from './state.ts';
import { ESCALATION_CLOCK, type Length, type Unfolding } from './unfolding.ts';

/** A case that slept for years catches up in steps of this many thresholds; the rest follows at once. */
const THRESHOLDS_PER_COMMAND = 100;

/** Tells every threshold that is due by now, in order of time. Nothing due: nothing happens. */
export function tellDueClocks(unfolding: Unfolding): void {
  const { now, calendar } = unfolding.context;
  for (let told = 0; told < THRESHOLDS_PER_COMMAND; told += 1) {
    const deadline = nextDeadline(unfolding.state, calendar);
    if (deadline === null || deadline.at > now) return;
    const { clockId, threshold, at } = deadline;
    const clock = unfolding.state.clocks[clockId];
    if (clock === undefined) return;
    if (threshold === 'breach') {
      unfolding.emit({ kind: 'clock.breached', clockId, dueAt: at });
      if (unfolding.model.definition.outward?.afterBreachOf.includes(clock.name) === true)
        offerOutward(unfolding, clockId);
      actOnBreach(unfolding, clock, at);
    } else {
      unfolding.emit({ kind: 'clock.warned', clockId, threshold, dueAt: dueInstant(clock, calendar) ?? at });
    }
  }
}

function actOnBreach(unfolding: Unfolding, { name, unit, id: clockId, item }: Clock, dueAt: string): void {
  if (name === ESCALATION_CLOCK) {
    unfolding.turnClock('clock.stopped', clockId, 'climbed');
    climb(unfolding, clockId, dueAt);
    return;
  }
  const rule = unfolding.model.definition.clocks[name];
  if (rule?.returnsOffer !== undefined) returnOffer(unfolding, rule.returnsOffer, name);
  switch (rule?.onBreach) {
    case 'escalate':
      climb(unfolding, clockId, dueAt);
      return;
    case 'remind':
      unfolding.turnClock('clock.stopped', clockId, 'reminded');
      unfolding.startClockAsUsual(name, 'reminded', item);
      // The first reminder of an urgent case came in hours; from then on the ladder chases it, and reminders keep their pace.
      if (unit === 'hours' && rule.unit !== 'hours') climb(unfolding, clockId, dueAt);
      return;
    case 'chase':
      chase(unfolding, clockId, rule, name, item);
      return;
    case 'task':
    case undefined:
      unfolding.openTask(name, 'breach', unfolding.state.custody.role, unfolding.state.custody.office, { item });
      waitForRung(unfolding, dueAt);
  }
}

/** The ladder that is climbed for a case now, and the rung on which the matter stands. */
interface Standing {
  readonly direction: 'up' | 'sideways';
  readonly rungs: readonly RungRule[];
  /** Rung reached, 0 = below the first. */
  readonly level: number;
}

function standingOf({ model, state }: Unfolding): Standing {
  const { ladder, sideways } = model.definition;
  if (state.custody.role === sideways[0]?.role) {
    return { direction: 'sideways', rungs: sideways, level: state.sidewaysLevel };
  }
  const ofHolder = ladder.findIndex(({ role }) => role === state.custody.role) + 1;
  return { direction: 'up', rungs: ladder, level: Math.max(state.escalationLevel, ofHolder) };
}

/** How long a rung has, in the case's own pace. */
const lengthOf = ({ isUrgent }: Unfolding, { workingDays, urgentHours }: RungRule): Length =>
  isUrgent && urgentHours !== undefined
    ? { unit: 'hours', target: urgentHours }
    : { unit: 'working_days', target: workingDays };

/** The rung on which a matter stands, the first if it stands below it. */
function rungOf(unfolding: Unfolding): Length | null {
  const { rungs, level } = standingOf(unfolding);
  const rung = rungs[Math.max(level, 1) - 1];
  return rung === undefined ? null : lengthOf(unfolding, rung);
}

/** Why a clock starts over when the item it measures has not come. */
const CHASED = 'chased';

/** Asks the next of those who chase it, and goes on: whoever asked first keeps the task until the item is settled. */
function chase(unfolding: Unfolding, clockId: string, rule: ClockRule, name: string, item: string | undefined): void {
  const clocks = unfolding.clocks((each) => each.name === name && each.item === item);
  const asked = clocks.findLastIndex(({ entries }) => entries[0]?.reason !== CHASED);
  const role = rule.chasedBy?.[Math.min(clocks.length - asked, rule.chasedBy.length) - 1];
  unfolding.turnClock('clock.stopped', clockId, CHASED);
  unfolding.startClock(name, CHASED, undefined, item);
  if (role === undefined) return;
  const holder = unfolding.holderFor(role);
  const isAsked = Object.values(unfolding.state.tasks).some(
    (task) =>
      task.name === name &&
      task.item === item &&
      task.office === holder.office &&
      (task.status === 'unassigned' || task.status === 'assigned'),
  );
  if (!isAsked) unfolding.openTask(name, 'breach', holder.role, holder.office, { item });
}

/** After a task nobody may forget: if it stays undone for the rung's interval, the ladder is climbed. */
function waitForRung(unfolding: Unfolding, from: string): void {
  const length = rungOf(unfolding);
  if (length !== null) restartEscalation(unfolding, length, from);
}

/**
 * Climbs to the next rung where somebody can act now, among the insurer's own while the insurer holds the case. A rung where
 * nobody can is climbed over at once, and said with its cause. At the top the family is told where else it may turn, and the last rung is asked again
 * after its interval: a ladder has no end at which a case could be forgotten.
 */
export function climb(unfolding: Unfolding, clock: string, from: string): void {
  const { direction, rungs, level: reached } = standingOf(unfolding);
  for (let level = reached + 1; level <= rungs.length; level += 1) {
    const rung = rungs[level - 1];
    if (rung === undefined) break;
    const found = rungFor(unfolding, rung.role);
    if (found.office === null) {
      unfolding.emit({ kind: 'rung.vacant', direction, level, role: rung.role, because: found.because });
      continue;
    }
    const { office } = found;
    unfolding.emit({ kind: 'case.escalated', direction, level, role: rung.role, office, clock });
    askRung(unfolding, rung);
    restartEscalation(unfolding, lengthOf(unfolding, rung), from);
    if (level === rungs.length) offerOutward(unfolding, clock);
    return;
  }
  stayAtTop(unfolding, clock);
}

function rungFor({ state, context: { offices } }: Unfolding, role: RungRule['role']): FilledRung | VacantRung {
  return offices.rungFor(state.area, role, isFit(state, offices));
}

/** Nobody stands higher. Who was reached last is asked again, and the family may turn to somebody outside. */
function stayAtTop(unfolding: Unfolding, clock: string): void {
  const { direction, rungs, level } = standingOf(unfolding);
  const [rung, top] = [rungs[level - 1], rungs.at(-1)];
  const { escalationLevel, sidewaysLevel } = unfolding.state;
  const office = rung === undefined ? null : rungFor(unfolding, rung.role).office;
  if (rung !== undefined && office !== null) {
    const told = direction === 'up' ? escalationLevel : sidewaysLevel;
    if (level > told) unfolding.emit({ kind: 'case.escalated', direction, level, role: rung.role, office, clock });
    askRung(unfolding, rung);
  }
  offerOutward(unfolding, clock);
  if (top === undefined) return;
  // Everybody has been asked: even an urgent case is said again by working days, or it would drown in its own reminders.
  restartEscalation(unfolding, { unit: 'working_days', target: top.workingDays }, unfolding.context.now);
}

/** A rung keeps a task, and so does whoever looks after the matter beside it; nobody is asked twice for the same. */
function askRung(unfolding: Unfolding, { role, tells = [] }: RungRule): void {
  for (const asked of [role, ...tells]) {
    const { office } = rungFor(unfolding, asked);
    if (office === null) continue;
    const open = Object.values(unfolding.state.tasks).some(
      (task) =>
        task.name === ESCALATION_CLOCK &&
        task.role === asked &&
        task.office === office &&
        (task.status === 'unassigned' || task.status === 'assigned'),
    );
    if (!open) unfolding.openTask(ESCALATION_CLOCK, 'breach', asked, office);
  }
}

/** Once for each body: the family hears that it may turn there, and decides for itself. */
function offerOutward(unfolding: Unfolding, clock: string): void {
  const { outward } = unfolding.model.definition;
  if (outward === undefined) return;
  const { offered } = unfolding.state;
  const bodies = Object.keys(outward.bodies).filter((body) => !offered.includes(body));
  if (bodies.length === 0) return;
  unfolding.emit({ kind: 'outward.offered', bodies, clock });
  const { role, office } = unfolding.holderFor(outward.by);
  unfolding.openTask('outward', 'breach', role, office);
}

function restartEscalation(unfolding: Unfolding, length: Length, from: string): void {
  unfolding.stopClocks('next-rung', (clock) => clock.name === ESCALATION_CLOCK);
  unfolding.startEscalationClock(length, from);
}

/** Gives an open case that no clock would wake one again: the one its wait or stage asks for, else the next rung's. */
export function keepWatch(unfolding: Unfolding): void {
  const { definition } = unfolding.model;
  const unwatched = (): boolean => nextDeadline(unfolding.state, unfolding.context.calendar) === null;
  const { status, suspension, stage } = unfolding.state;
  if (status === 'closed' || !unwatched()) return;
  const name = suspension === null ? definition.stages[stage]?.clock : definition.suspensions[suspension]?.clock;
  const stands = unfolding.clocks((clock) => clock.name === name && !isStopped(clock)).length > 0;
  if (name != null && !stands) unfolding.startClock(name, 'watch-kept');
  if (unwatched()) waitForRung(unfolding, unfolding.context.now);
}

/**
 * An urgent case counts in hours from the moment it is known to be one: running clocks that would fall due later give way to
 * urgent ones, and those that stand still for a paper run again.
 */
export function hasten(unfolding: Unfolding): void {
  const { definition } = unfolding.model;
  const { calendar, now } = unfolding.context;
  for (const clock of unfolding.clocks((each) => !isStopped(each) && each.unit !== 'hours')) {
    const hours = clock.name === ESCALATION_CLOCK ? hoursOfRung(unfolding) : definition.clocks[clock.name]?.urgentHours;
    if (hours === undefined || clock.told.includes('breach')) continue;
    const due = dueInstant(clock, calendar);
    if (due !== null && Date.parse(due) <= Date.parse(now) + hours * 3_600_000) continue;
    unfolding.turnClock('clock.stopped', clock.id, 'urgent');
    if (clock.name === ESCALATION_CLOCK) unfolding.startEscalationClock({ unit: 'hours', target: hours }, now);
    else unfolding.startClock(clock.name, 'urgent', undefined, clock.item);
  }
}

function hoursOfRung(unfolding: Unfolding): number | undefined {
  const length = rungOf(unfolding);
  return length?.unit === 'hours' ? length.target : undefined;
}
