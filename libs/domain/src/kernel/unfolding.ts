import type { ClockRule } from './definition.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { isFit, leastLoaded } from './people.ts';
import type { CaseModel, DecisionContext, Holder } from './registry.ts';
import type { CaseState, Clock, Task } from './state.ts';
import type { Actor } from './vocabulary.ts';
import { isRunning, isStopped } from './clock/ledger.ts';

/** The kernel's own clock: it runs between two rungs of the ladder, and its length is the rung's. */
export const ESCALATION_CLOCK = 'escalation';

/** Flag of a case that cannot wait: hours count in place of days, and a missing paper holds nothing up. */
export const URGENT_FLAG = 'urgent';

/** How long a clock runs when it is started now. */
export interface Length {
  readonly unit: Clock['unit'];
  readonly target: number;
}

const isOpen = ({ status }: Task): boolean => status === 'unassigned' || status === 'assigned';

/**
 * Collects the events of one decision and keeps the state they lead to, so that each step sees what the steps before it
 * did. The record folds the same events again and must come to the same state.
 */
export class Unfolding {
  readonly events: CaseEvent[] = [];
  private current: CaseState | null;

  constructor(
    readonly model: CaseModel,
    state: CaseState | null,
    readonly actor: Actor,
    readonly context: DecisionContext,
    private readonly caseId: string,
  ) {
    this.current = state;
  }

  /** @throws RangeError before the case is opened */
  get state(): CaseState {
    if (this.current === null) throw new RangeError(`case ${this.caseId} is not open yet`);
    return this.current;
  }

  emit(event: CaseEvent): void {
    const revision = (this.current?.revision ?? 0) + 1;
    this.current = evolve(this.current, { caseId: this.caseId, revision, at: this.context.now, event });
    this.events.push(event);
  }

  /** Starts a clock of the definition if its condition holds; `from` may lie in the past (a paper letter found late). */
  startClock(name: string, reason: string, from: string = this.context.now, item?: string): void {
    const rule = this.model.definition.clocks[name];
    if (rule === undefined) throw new RangeError(`definition has no clock ${name}`);
    if (rule.when !== undefined && !this.holds(rule.when)) return;
    this.start(name, rule, this.lengthOf(rule), reason, from, item);
  }

  /** The same, at the pace of a case that can wait. */
  startClockAsUsual(name: string, reason: string, item?: string): void {
    const rule = this.model.definition.clocks[name];
    if (rule === undefined) throw new RangeError(`definition has no clock ${name}`);
    this.start(name, rule, this.usualLengthOf(rule), reason, this.context.now, item);
  }

  private start(
    name: string,
    rule: ClockRule,
    { unit, target }: Length,
    reason: string,
    from: string,
    item?: string,
  ): void {
    this.emit({
      kind: 'clock.started',
      clockId: this.nextClockId(name),
      clock: name,
      unit,
      target,
      zone: this.state.zone,
      warnAtShare: rule.warnAtShare ?? [],
      warnDaysBefore: rule.warnDaysBefore ?? [],
      from: rule.startsFrom === undefined ? from : this.startNamed(rule.startsFrom),
      reason,
      actorId: this.actor.id,
      calendar: this.context.calendar.version,
      ...(item === undefined ? {} : { item }),
    });
  }

  startEscalationClock({ unit, target }: Length, from: string): void {
    this.emit({
      kind: 'clock.started',
      clockId: this.nextClockId(ESCALATION_CLOCK),
      clock: ESCALATION_CLOCK,
      unit,
      target,
      zone: this.state.zone,
      warnAtShare: [],
      warnDaysBefore: [],
      from,
      reason: 'rung',
      actorId: this.actor.id,
      calendar: this.context.calendar.version,
    });
  }

  stopClocks(reason: string, matches: (clock: Clock) => boolean): void {
    for (const clock of this.clocks((each) => !isStopped(each) && matches(each))) {
      this.turnClock('clock.stopped', clock.id, reason);
    }
  }

  pauseClocks(reason: string, matches: (clock: Clock) => boolean): void {
    for (const clock of this.clocks((each) => isRunning(each) && matches(each))) {
      this.turnClock('clock.paused', clock.id, reason);
    }
  }

  resumeClocks(reason: string): void {
    for (const clock of this.clocks((each) => !isRunning(each) && !isStopped(each))) {
      this.turnClock('clock.resumed', clock.id, reason);
    }
  }

  turnClock(kind: 'clock.paused' | 'clock.resumed' | 'clock.stopped', clockId: string, reason: string): void {
    this.emit({ kind, clockId, reason, actorId: this.actor.id, calendar: this.context.calendar.version });
  }

  get isUrgent(): boolean {
    return this.state.flags.includes(URGENT_FLAG);
  }

  clocks(matches: (clock: Clock) => boolean): readonly Clock[] {
    return Object.values(this.state.clocks).filter(matches);
  }

  /** The office of the case's area that can answer for a role on this case, and the posts passed over on the way. */
  holderFor(role: CaseState['custody']['role']): Holder {
    const { offices } = this.context;
    return offices.holderFor(this.state.area, role, isFit(this.state, offices));
  }

  /** Opens a task and gives it to the person of the office who is there and has the least to do; else it lies in the pool. */
  openTask(
    name: string,
    task: Task['kind'],
    role: CaseState['custody']['role'],
    office: string,
    { item, notBy = [] }: { readonly item?: string | undefined; readonly notBy?: readonly string[] } = {},
  ): void {
    const taskId = `${name}#${Object.keys(this.state.tasks).length + 1}`;
    this.emit({
      kind: 'task.opened',
      taskId,
      name,
      task,
      role,
      office,
      ...(item === undefined ? {} : { item }),
      ...(notBy.length === 0 ? {} : { notBy }),
    });
    const { offices, loadOf = () => 0 } = this.context;
    const officerId = leastLoaded(this.state, { office, notBy }, offices, loadOf);
    if (officerId !== null) this.emit({ kind: 'task.assigned', taskId, officerId });
  }

  /** Moves custody, and the open work of the office that had it; says which posts were climbed over on the way. */
  moveCustody({ role, office, passed }: Holder, reason: string): void {
    const left = this.state.custody;
    for (const post of passed) this.emit({ kind: 'post.passed', ...post });
    if (role === left.role && office === left.office) return;
    const lost = Object.values(this.state.tasks).filter(
      (task) => task.kind === 'stage' && task.office === left.office && isOpen(task),
    );
    this.endTasks(
      reason,
      () => false,
      (task) => lost.some(({ id }) => id === task.id),
    );
    this.emit({ kind: 'custody.moved', role, office });
    for (const { name, kind, notBy } of lost) this.openTask(name, kind, role, office, { notBy });
  }

  /** Ends open tasks: completed if their work is done, cancelled if the case went on without it. */
  endTasks(reason: string, isDone: (task: Task) => boolean, matches: (task: Task) => boolean = () => true): void {
    for (const task of Object.values(this.state.tasks)) {
      if (!isOpen(task) || !matches(task)) continue;
      this.emit({ kind: isDone(task) ? 'task.completed' : 'task.cancelled', taskId: task.id, reason });
    }
  }

  private lengthOf(rule: ClockRule): Length {
    const { urgentHours } = rule;
    return urgentHours !== undefined && this.isUrgent
      ? { unit: 'hours', target: urgentHours }
      : this.usualLengthOf(rule);
  }

  private usualLengthOf({ unit, target }: ClockRule): Length {
    return { unit, target: typeof target === 'number' ? target : this.targetNamed(target) };
  }

  private holds(condition: string): boolean {
    const holds = this.model.code.conditions[condition];
    if (holds === undefined) throw new RangeError(`no condition ${condition}`);
    return holds(this.state);
  }

  private startNamed(name: string): string {
    const find = this.model.code.starts[name];
    if (find === undefined) throw new RangeError(`no start ${name}`);
    return find(this.state);
  }

  private targetNamed(name: string): number {
    const find = this.model.code.targets[name];
    if (find === undefined) throw new RangeError(`no target ${name}`);
    return find(this.state);
  }

  private nextClockId(name: string): string {
    const before = this.clocks((clock) => clock.name === name).length;
    return `${name}#${before + 1}`;
  }
}
