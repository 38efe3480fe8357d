import { nextDeadline } from './clock/next-deadline.ts';
import { dueInstant } from './clock/ledger.ts';
import { ESCALATION_CLOCK, type Unfolding } from './unfolding.ts';

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
      actOnBreach(unfolding, clock.name, clockId, at);
    } else {
      unfolding.emit({ kind: 'clock.warned', clockId, threshold, dueAt: dueInstant(clock, calendar) ?? at });
    }
  }
}

function actOnBreach(unfolding: Unfolding, name: string, clockId: string, dueAt: string): void {
  if (name === ESCALATION_CLOCK) {
    unfolding.emit({ kind: 'clock.stopped', clockId, reason: 'climbed', actorId: unfolding.actor.id });
    climb(unfolding, clockId, dueAt);
    return;
  }
  const rule = unfolding.model.definition.clocks[name];
  switch (rule?.onBreach) {
    case 'escalate':
      climb(unfolding, clockId, dueAt);
      return;
    case 'remind':
      unfolding.emit({ kind: 'clock.stopped', clockId, reason: 'reminded', actorId: unfolding.actor.id });
      unfolding.startClock(name, 'reminded');
      return;
    case 'task':
    case undefined:
      unfolding.openTask(name, 'breach', unfolding.state.custody.role, unfolding.state.custody.office);
      waitForRung(unfolding, dueAt);
  }
}

/** After a task nobody may forget: if it stays undone for the rung's interval, the ladder is climbed. */
function waitForRung(unfolding: Unfolding, from: string): void {
  const { ladder } = unfolding.model.definition;
  const rung = ladder[Math.min(unfolding.state.escalationLevel, ladder.length - 1)];
  if (rung !== undefined) restartEscalation(unfolding, rung.workingDays, from);
}

/**
 * Climbs to the next rung whose post is filled. A vacant post is climbed over at once, and said. At the top the last
 * rung is told again after its interval: a ladder has no end at which a case could be forgotten.
 */
export function climb(unfolding: Unfolding, clock: string, from: string): void {
  const { ladder } = unfolding.model.definition;
  const { area, escalationLevel } = unfolding.state;
  for (let level = escalationLevel + 1; level <= ladder.length; level += 1) {
    const rung = ladder[level - 1];
    if (rung === undefined) break;
    const office = unfolding.context.offices.officeFor(area, rung.role);
    if (office === null) {
      unfolding.emit({ kind: 'rung.vacant', level, role: rung.role });
      continue;
    }
    unfolding.emit({ kind: 'case.escalated', level, role: rung.role, office, clock });
    unfolding.openTask(ESCALATION_CLOCK, 'breach', rung.role, office);
    restartEscalation(unfolding, rung.workingDays, from);
    return;
  }
  askReachedRungAgain(unfolding);
  const top = ladder.at(-1);
  if (top !== undefined) restartEscalation(unfolding, top.workingDays, unfolding.context.now);
}

/** The rung that was reached keeps a task: the one it had ended when the case went on to the stage that is late now. */
function askReachedRungAgain(unfolding: Unfolding): void {
  const { area, escalationLevel, tasks } = unfolding.state;
  const role = unfolding.model.definition.ladder[escalationLevel - 1]?.role;
  const office = role === undefined ? null : unfolding.context.offices.officeFor(area, role);
  if (role === undefined || office === null) return;
  const asked = Object.values(tasks).some(
    (task) =>
      task.name === ESCALATION_CLOCK &&
      task.role === role &&
      task.office === office &&
      (task.status === 'unassigned' || task.status === 'assigned'),
  );
  if (!asked) unfolding.openTask(ESCALATION_CLOCK, 'breach', role, office);
}

function restartEscalation(unfolding: Unfolding, workingDays: number, from: string): void {
  unfolding.stopClocks('next-rung', (clock) => clock.name === ESCALATION_CLOCK);
  unfolding.startEscalationClock(workingDays, from);
}
