import { isDeepStrictEqual } from 'node:util';
import { dueInstant, isRunning, isStopped, thresholds } from '../../kernel/clock/ledger.ts';
import { nextDeadline } from '../../kernel/clock/next-deadline.ts';
import type { StoredEvent } from '../../kernel/event.ts';
import { evolveAll } from '../../kernel/evolve.ts';
import { barOf } from '../../kernel/people.ts';
import type { CaseState } from '../../kernel/state.ts';
import type { Actor } from '../../kernel/vocabulary.ts';
import { calendar } from '../claim-world.ts';
import type { Hold, Lifecycle } from './lifecycle.ts';

export const hold: Hold = (what, holds) => {
  if (!holds) throw new Error(`does not hold: ${what}`);
};

/** Throws, showing both, if two values differ. */
export function same(what: string, actual: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(actual, wanted)) return;
  throw new Error(`${what}: ${JSON.stringify(actual, null, 1)} is not ${JSON.stringify(wanted, null, 1)}`);
}

/** What must be so when an event is told, judged on the state before it. */
export function checkEvent(lifecycle: Lifecycle, before: CaseState, { at, event }: StoredEvent, by: Actor): void {
  if (event.kind === 'clock.breached' || event.kind === 'clock.warned') {
    const clock = before.clocks[event.clockId];
    const name = event.kind === 'clock.breached' ? 'breach' : event.threshold;
    const threshold = clock && thresholds(clock, calendar).find((each) => each.name === name);
    hold('a clock speaks of a threshold that its ledger knows and that has come', (threshold?.at ?? '9') <= at);
    hold(
      'a due moment is the one its ledger gives',
      clock !== undefined && dueInstant(clock, calendar) === event.dueAt,
    );
    hold('a threshold is told once', clock?.told.includes(name) === false);
    hold('thresholds are told in order of time', nextDeadline(before, calendar)?.at === threshold?.at);
  }
  if (event.kind === 'acted') {
    const checks = lifecycle.model.definition.commands[event.command]?.checks;
    hold('the checker is not the maker', checks === undefined || before.actedBy[checks] !== by.id);
  }
  if (event.kind === 'acted') hold('nobody acts who keeps out of the case', !Object.hasOwn(before.conflicts, by.id));
  if (event.kind === 'task.assigned' && event.officerId !== null) {
    const task = before.tasks[event.taskId];
    hold('nobody is given a task they may not do', task !== undefined && barOf(before, task, event.officerId) === null);
  }
  if (event.kind === 'custody.moved') {
    const { role, office } = before.custody;
    hold('custody moves to another office', role !== event.role || office !== event.office);
  }
  if (event.kind === 'evidence.verified') {
    hold('nobody verifies their own paper', before.evidence[event.requirement]?.attachedBy !== event.verifiedBy);
  }
  lifecycle.checkEvent?.(before, event, hold);
}

/** What must be so after every step of whatever case. */
/** The periods as the log tells them; the last one ends now, or when the case was closed. */
function checkCustody(state: CaseState, events: readonly StoredEvent[], now: string): void {
  let since: string | null = null;
  let held = 0;
  let age = 0;
  let openSince = state.openedAt;
  const until = (at: string): number => (since === null ? 0 : Date.parse(at) - Date.parse(since));
  for (const { event, at } of events) {
    if (event.kind === 'case.opened' || event.kind === 'case.reopened') [since, openSince] = [at, at];
    if (event.kind === 'custody.moved') [held, since] = [held + until(at), at];
    if (event.kind === 'case.closed')
      [held, since, age] = [held + until(at), null, age + Date.parse(at) - Date.parse(openSince)];
  }
  if (state.status !== 'closed') age += Date.parse(now) - Date.parse(openSince);
  hold('custody periods add up to the age of the case', held + until(now) === age);
  hold('the holder has it since their period began', state.status === 'closed' || state.custody.since === since);
}

export function checkCase(lifecycle: Lifecycle, state: CaseState, events: readonly StoredEvent[], now: string): void {
  const { definition, hash } = lifecycle.model;
  same('the state folded again', evolveAll(null, events), state);
  hold('the revision counts the events', state.revision === events.length);
  hold(
    'the case keeps its definition',
    state.definition.version === definition.version && state.definition.hash === hash,
  );
  const stage = definition.stages[state.stage];
  hold('the stage is one of the definition', stage !== undefined);
  hold('a case is closed exactly in a final stage', (state.status === 'closed') === stage?.final);
  hold('a suspended case says what it waits for', (state.status === 'suspended') === (state.suspension !== null));
  hold('the ladder has that rung', state.escalationLevel <= definition.ladder.length);
  hold('somebody holds the case', state.custody.office !== '' && state.custody.since <= now);
  if (state.status === 'closed') checkClosed(lifecycle, state);
  else checkOpen(state);
  checkCustody(state, events, now);
  checkClocks(state, now);
  lifecycle.check?.(state, hold);
}

const openTasks = ({ tasks }: CaseState) =>
  Object.values(tasks).filter(({ status }) => status === 'unassigned' || status === 'assigned');

function checkOpen(state: CaseState): void {
  hold('an open case has a next deadline', nextDeadline(state, calendar) !== null);
  hold('an open case has no outcome', state.outcome === null && state.closedAt === null);
  hold('an open case asks somebody', openTasks(state).length > 0);
}

function checkClosed({ model, afterClosing }: Lifecycle, state: CaseState): void {
  hold('a closed case has an outcome', Object.hasOwn(model.definition.outcomes, state.outcome ?? ''));
  hold('a closed case has a last moment', state.closedAt !== null && state.suspension === null);
  const left = Object.values(state.clocks).filter((clock) => !isStopped(clock));
  hold(
    'a closed case has no clock left that ends with it',
    left.every(({ name }) => afterClosing.includes(name)),
  );
  hold('a closed case asks nobody', left.length > 0 || openTasks(state).length === 0);
}

function checkClocks({ clocks }: CaseState, now: string): void {
  const going = Object.values(clocks).filter((clock) => !isStopped(clock));
  hold(
    'a clock runs once at a time, for each item',
    new Set(going.map(({ name, item = '' }) => `${name} ${item}`)).size === going.length,
  );
  for (const clock of Object.values(clocks)) {
    const actions = clock.entries.map(({ action }) => action[0]).join('');
    hold('a ledger starts, pauses and resumes in turn, and stops once', /^s(pr)*p?s?$/.test(actions));
    hold(
      'a ledger is in order of time',
      clock.entries.every(({ at }, i, all) => i < 2 || (all[i - 1]?.at ?? '') <= at), // the first may lie ahead
    );
    if (!isRunning(clock)) continue;
    const told = thresholds(clock, calendar).filter(({ name }) => clock.told.includes(name));
    hold(
      'what was told is still due by the ledger',
      told.every(({ at }) => at <= now),
    );
  }
}
