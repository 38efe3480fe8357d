import { isStopped } from './clock/ledger.ts';
import type { Command } from './command.ts';
import { isCodeName, RECEIVED, type CommandRule, type StageRule } from './definition.ts';
import { climb, hasten } from './escalation.ts';
import { acceptOffer, endOffer, makeOffer } from './offers.ts';
import { holderOf } from './people.ts';
import type { CodeRegistry, Holder, Situation } from './registry.ts';
import type { CaseState, Task } from './state.ts';
import { ESCALATION_CLOCK, URGENT_FLAG, type Unfolding } from './unfolding.ts';
import { OFFERS, type Role } from './vocabulary.ts';

/** What a command of the definition does, in the order a reader would tell it. */
export function carryOut(unfolding: Unfolding, { name, attempt }: Command, situation: Situation): void {
  const { rule, input, actor, state } = situation;
  const wasUrgent = state === null || state.flags.includes(URGENT_FLAG);
  unfolding.emit({
    kind: 'acted',
    name: rule.event,
    command: name,
    actor: { id: actor.id, role: actor.role, office: actor.office },
    input,
  });
  for (const event of effectOf(unfolding, situation)) unfolding.emit(event);
  if (rule.answers !== undefined) answerAttempt(unfolding, rule.answers, attempt);
  if (rule.acceptsOffer !== undefined) acceptOffer(unfolding, rule.acceptsOffer, rule.to !== undefined, name);
  if (rule.endsOffer !== undefined) endOffer(unfolding, rule.endsOffer.offer, rule.endsOffer.as, name);
  if (rule.resumes === true) resume(unfolding, name);
  for (const flag of rule.raises ?? []) unfolding.emit({ kind: 'flag.raised', flag });
  for (const flag of rule.clears ?? []) unfolding.emit({ kind: 'flag.cleared', flag });
  if (rule.milestone !== undefined) unfolding.emit({ kind: 'milestone.reached', milestone: rule.milestone });
  const item = itemOf(rule, input);
  for (const clock of rule.stop ?? []) stopClock(unfolding, clock, name, item);
  if (unfolding.isUrgent && !wasUrgent) hasten(unfolding);
  if (rule.asksSecondOfficer === true) askSecondOfficer(unfolding, name, actor.id);
  if (rule.to !== undefined) moveTo(unfolding, rule.to, name, situation);
  if (rule.offers !== undefined) makeOffer(unfolding, rule.offers, situation);
  for (const clock of rule.start ?? []) {
    // e.g. a file approved twice: a second clock beside the first would climb the ladder twice as fast.
    if (unfolding.clocks((each) => each.name === clock && each.item === item && !isStopped(each)).length > 0) continue;
    unfolding.startClock(clock, name, clockStart(situation, unfolding.state), item);
  }
  if (rule.suspends !== undefined) suspend(unfolding, rule.suspends, name);
  if (rule.escalates === true) climb(unfolding, name, unfolding.context.now);
  if (isAsked(unfolding, name, rule)) ask(unfolding, name, rule);
  if (rule.attempt !== undefined && (rule.attemptIf === undefined || input[rule.attemptIf] === true))
    requestAttempt(unfolding, rule.attempt);
}

/** The item that a command means, named by members of its input; undefined if it means the case. */
function itemOf({ item }: CommandRule, input: Situation['input']): string | undefined {
  return item === undefined ? undefined : item.map((member) => String(input[member])).join('.');
}

/** True for the item itself and for every item under it; without an `under`, for what belongs to no item. */
const isUnder = (item: string | undefined, under: string | undefined): boolean =>
  item === under || (under !== undefined && item?.startsWith(`${under}.`) === true);

/** An item whose clock stops is settled, so the tasks that it asked for are done. */
function stopClock(unfolding: Unfolding, clock: string, reason: string, item: string | undefined): void {
  unfolding.stopClocks(reason, (each) => each.name === clock && isUnder(each.item, item));
  if (item !== undefined) {
    unfolding.endTasks(
      reason,
      () => true,
      (task) => task.name === clock && isUnder(task.item, item),
    );
  }
}

/** Opens the case in the opening command's target stage; called before `carryOut`, for opening commands only. */
export function openCase(unfolding: Unfolding, rule: CommandRule, situation: Situation): void {
  const { model, context } = unfolding;
  const area = String(situation.input['areaCode']);
  const stage = rule.to ?? '';
  const { passed, ...custody } = context.offices.holderFor(area, openingHolder(model.definition.stages[stage]));
  unfolding.emit({
    kind: 'case.opened',
    type: model.definition.type,
    number: context.caseNumber,
    definition: { type: model.definition.type, version: model.definition.version, hash: model.hash },
    area,
    zone: context.offices.zoneOf(area),
    stage,
    custody,
    openedAt: context.now,
  });
  for (const post of passed) unfolding.emit({ kind: 'post.passed', ...post });
}

/** A case is opened into a stage that one role always holds: nothing is known yet that could choose another. */
function openingHolder(stage: StageRule | undefined): Role {
  if (stage === undefined || isCodeName(stage.holder)) throw new RangeError('an opening stage names its holder');
  return stage.holder as Role;
}

/** The case has gone on to another office while a transfer was offered: who offered it can no longer give it away. */
function withdrawTransfer(unfolding: Unfolding, reason: string): void {
  const { offers, custody } = unfolding.state;
  const { transfer } = offers;
  if (transfer === undefined || (transfer.from.role === custody.role && transfer.from.office === custody.office))
    return;
  endOffer(unfolding, 'transfer', 'recalled', reason);
  const { clocks } = unfolding.model.definition;
  unfolding.stopClocks(reason, ({ name }) => clocks[name]?.returnsOffer === 'transfer');
}

/** A stage that a function finds the holder of knows itself who took the case over; of the others the record does. */
function holderOfStage({ model, state, context }: Unfolding, { holder }: StageRule): Holder {
  if (!isCodeName(holder)) return holderOf(state, context.offices, holder as Role);
  return holderOf({ ...state, takenOver: {} }, context.offices, holderRole(model.code, holder, state));
}

function holderRole({ holders }: CodeRegistry, holder: string, state: CaseState): Role {
  const rule = holders[holder];
  if (rule === undefined) throw new RangeError(`no holder ${holder}`);
  return rule.find(state);
}

/** The maker's work is done; the same stage asks for somebody who is not the maker. */
function askSecondOfficer(unfolding: Unfolding, reason: string, maker: string): void {
  const { stage, custody } = unfolding.state;
  unfolding.endTasks(
    reason,
    () => true,
    ({ kind }) => kind === 'stage',
  );
  unfolding.openTask(stage, 'stage', custody.role, custody.office, { notBy: [maker] });
}

const effectOf = ({ model }: Unfolding, situation: Situation) =>
  situation.rule.effect === undefined ? [] : (model.code.effects[situation.rule.effect]?.(situation) ?? []);

/** A case entered late counts from the day its paper was received; a command may count from a milestone. */
function clockStart({ rule, input, now }: Situation, { milestones, facts }: CaseState): string {
  if (typeof input['receivedAt'] === 'string') return input['receivedAt'];
  if (rule.countsFrom === RECEIVED) return typeof facts['receivedAt'] === 'string' ? facts['receivedAt'] : now;
  return (rule.countsFrom === undefined ? undefined : milestones[rule.countsFrom]) ?? now;
}

function moveTo(unfolding: Unfolding, target: string, reason: string, situation: Situation): void {
  const { definition } = unfolding.model;
  const left = definition.stages[unfolding.state.stage];
  const entered = definition.stages[target];
  if (entered === undefined) throw new RangeError(`definition has no stage ${target}`);
  const opening = unfolding.events[0]?.kind === 'case.opened';
  if (!opening) {
    if (unfolding.isUrgent && unfolding.state.suspension !== null) resume(unfolding, reason); // it went on without the paper
    unfolding.endTasks(
      reason,
      ({ role }) => !entered.final || role === situation.actor.role,
      // An item, and help that was promised, go on through the stages.
      ({ item, kind }) => entered.final || (item === undefined && kind !== 'offer'),
    );
    unfolding.stopClocks(reason, ({ name }) => name === left?.clock || name === ESCALATION_CLOCK);
    if (left?.final === true) unfolding.emit({ kind: 'case.reopened' });
    unfolding.emit({ kind: 'stage.entered', from: unfolding.state.stage, stage: target });
  }
  if (entered.final) {
    close(unfolding, reason, situation);
    return;
  }
  const holder = holderOfStage(unfolding, entered);
  if (!opening) unfolding.moveCustody(holder, reason);
  withdrawTransfer(unfolding, reason);
  const counted = opening || situation.rule.countsFrom === RECEIVED;
  if (entered.clock !== null)
    unfolding.startClock(entered.clock, reason, counted ? clockStart(situation, unfolding.state) : undefined);
  const { actedBy, custody } = unfolding.state;
  const notBy = (entered.notBy ?? []).flatMap((command) => actedBy[command] ?? []);
  unfolding.openTask(target, 'stage', custody.role, custody.office, { notBy: [...new Set(notBy)] });
}

function close(unfolding: Unfolding, reason: string, situation: Situation): void {
  const { outcome } = situation.rule;
  const found =
    outcome === undefined
      ? 'closed'
      : (unfolding.model.code.outcomes[outcome]?.({ ...situation, state: unfolding.state }) ?? outcome);
  for (const offer of OFFERS) endOffer(unfolding, offer, 'closed', reason);
  unfolding.stopClocks(reason, () => true);
  unfolding.emit({ kind: 'case.closed', outcome: found });
}

function suspend(unfolding: Unfolding, suspension: string, reason: string): void {
  const { definition } = unfolding.model;
  unfolding.emit({ kind: 'case.suspended', suspension });
  unfolding.pauseClocks(
    reason,
    ({ name, unit }) =>
      !(unfolding.isUrgent && unit === 'hours') &&
      (name === ESCALATION_CLOCK || (definition.clocks[name]?.pausedBy.includes(suspension) ?? false)),
  );
  const waiting = definition.suspensions[suspension]?.clock;
  if (waiting !== undefined) unfolding.startClock(waiting, reason);
}

function resume(unfolding: Unfolding, reason: string): void {
  const { suspension, stage } = unfolding.state;
  if (suspension === null) return;
  const { definition } = unfolding.model;
  const waiting = definition.suspensions[suspension]?.clock;
  unfolding.emit({ kind: 'case.resumed', suspension });
  unfolding.stopClocks(reason, ({ name }) => name === waiting);
  unfolding.resumeClocks(reason);
  // Whoever was asked to chase what the case waited for has done it.
  const asking = ({ name }: Task): boolean => definition.commands[name]?.suspends === suspension;
  unfolding.endTasks(reason, () => true, asking);
  // A rung that only chased the waited-for answer has done its work; one that chases the stage goes on.
  const stageClock = definition.stages[stage]?.clock;
  const stageBreached =
    unfolding.clocks((each) => each.name === stageClock && !isStopped(each) && each.told.includes('breach')).length > 0;
  if (!stageBreached) unfolding.stopClocks(reason, ({ name }) => name === ESCALATION_CLOCK);
}

/** Whether there is something to ask, and nobody who is asked it already. A closed case asks nobody. */
function isAsked({ model, state }: Unfolding, name: string, { asksWhen }: CommandRule): boolean {
  if (asksWhen === undefined) return true;
  const open = Object.values(state.tasks).some(
    (task) => task.name === name && (task.status === 'unassigned' || task.status === 'assigned'),
  );
  const isClosed = model.definition.stages[state.stage]?.final === true;
  return !open && !isClosed && model.code.conditions[asksWhen]?.(state) === true;
}

/** What is asked on a condition goes on through the stages, until whatever it asks for is settled. */
function ask(unfolding: Unfolding, name: string, { asks, asksWhen }: CommandRule): void {
  if (asks === undefined) return;
  const holder = unfolding.holderFor(asks);
  unfolding.openTask(name, 'breach', holder.role, holder.office, asksWhen === undefined ? {} : { item: name });
}

function requestAttempt(unfolding: Unfolding, attempt: NonNullable<CommandRule['attempt']>): void {
  const number = (unfolding.state.attempts[attempt]?.number ?? 0) + 1;
  unfolding.emit({ kind: 'attempt.requested', attempt, number });
}

/** What reports late answers its own attempt and no later one, which would then never start. */
function answerAttempt(
  unfolding: Unfolding,
  answers: NonNullable<CommandRule['answers']>,
  by: number | undefined,
): void {
  const open = unfolding.state.attempts[answers];
  if (open?.status !== 'requested' || (by !== undefined && by !== open.number)) return;
  unfolding.emit({ kind: 'attempt.answered', attempt: answers, number: open.number });
}
