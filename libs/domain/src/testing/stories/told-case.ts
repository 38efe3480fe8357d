import fc from 'fast-check';
import { nextDeadline } from '../../kernel/clock/next-deadline.ts';
import type { Command, Decision } from '../../kernel/command.ts';
import type { StoredEvent } from '../../kernel/event.ts';
import { evolve, evolveAll } from '../../kernel/evolve.ts';
import type { CaseState } from '../../kernel/state.ts';
import type { Role } from '../../kernel/vocabulary.ts';
import { calendar, CASE, decideAt, SYSTEM } from '../claim-world.ts';
import { checkCase, checkEvent, hold, same } from './case-invariants.ts';
import { PEOPLE, pick, type Lifecycle } from './lifecycle.ts';

const HOUR_MS = 3_600_000;

/** Two offices keep a list of their people; the others have none. */
const WORKFORCE = {
  people: { 'district_officer:35.05': ['first', 'second'], 'bp3mi_officer:35.05': ['third'] },
  loads: { first: 3, second: 1 },
};

/** What a desk does with tasks; somebody with a conflict of interest is rare. */
const DESK = [
  ...['takeTask', 'takeTask', 'takeTask', 'assignTask', 'assignTask', 'assignTask', 'releaseTask', 'releaseTask'],
  ...['liftConflict', 'liftConflict', 'declareConflict'],
];

/** One step of a story, as numbers that shrink: who, what, with which input, after how long. */
interface Step {
  readonly who: number;
  readonly what: number;
  readonly input: number;
  readonly hours: number;
  readonly mood: 'eager' | 'hopeful' | 'wild' | 'desk';
  /** The timer fires at every due moment, once at the end, or not at all before this step. */
  readonly timer: 'in time' | 'late' | 'silent';
}

/** A story of a case, as numbers. */
export interface Story {
  /** The chapter it begins with; null before the case. */
  readonly from: string | null;
  readonly vacant: readonly Role[];
  /** Who is away for the whole story. */
  readonly away: readonly string[];
  readonly steps: readonly Step[];
}

const aStep: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(1_000),
  what: fc.nat(100_000),
  input: fc.nat(1_000),
  hours: fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 9, arbitrary: fc.integer({ min: 24, max: 24 * 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 24 * 20, max: 24 * 120 }) },
  ),
  mood: fc.oneof(
    { weight: 12, arbitrary: fc.constant('eager' as const) },
    { weight: 4, arbitrary: fc.constant('hopeful' as const) },
    { weight: 1, arbitrary: fc.constant('wild' as const) },
    { weight: 2, arbitrary: fc.constant('desk' as const) },
  ),
  timer: fc.oneof(
    { weight: 6, arbitrary: fc.constant('in time' as const) },
    { weight: 2, arbitrary: fc.constant('late' as const) },
    { weight: 1, arbitrary: fc.constant('silent' as const) },
  ),
});

/** Half of the stories begin before the case; the others open the book later, where the first pages bar the way. */
export const aStory = ({ chapters }: Lifecycle): fc.Arbitrary<Story> =>
  fc.record({
    from: fc.oneof(fc.constant(null), fc.constantFrom(...Object.keys(chapters))),
    vacant: fc.subarray<Role>(['district_officer', 'bp3mi_officer', 'ministry_officer']),
    away: fc.subarray(['first', 'second', 'third']),
    steps: fc.array(aStep, { minLength: 40, maxLength: 100, size: 'max' }),
  });

/** What stories have shown, to prove that they reach the late stages. */
export class Seen {
  readonly stages = new Set<string>();
  readonly done = new Set<string>();
  readonly refused = new Set<string>();
  readonly kinds = new Set<string>();
}

/** A case that is told a story; every step is checked. */
export class ToldCase {
  state: CaseState | null = null;
  readonly events: StoredEvent[];
  private now = Date.parse('2026-01-05T03:00:00.000Z');

  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly story: Story,
    private readonly seen: Seen,
  ) {
    this.events = story.from === null ? [] : [...(lifecycle.chapters[story.from]?.().events ?? [])];
    this.state = evolveAll(null, this.events);
  }

  tell(): void {
    for (const step of this.story.steps) {
      this.sleep(step);
      this.send(this.commandOf(step));
    }
    const stored = JSON.parse(JSON.stringify(this.events)) as StoredEvent[];
    same('the state from stored JSON', evolveAll(null, stored), this.state);
  }

  private get instant(): string {
    return new Date(this.now).toISOString();
  }

  private decide(command: Command): Decision {
    const { vacant, away } = this.story;
    const workforce = { ...WORKFORCE, away };
    return decideAt(this.state, command, this.instant, vacant, this.lifecycle.model, undefined, workforce);
  }

  /** Who asks for what: an eager step looks for a command that is done, a wild one takes any command of any stage. */
  private commandOf(step: Step): Command {
    const { state } = this;
    const { model, weights, inputFor } = this.lifecycle;
    if (step.mood === 'desk' && state !== null) return this.taskCommand(state, step);
    const wild = step.mood === 'wild';
    const names =
      state === null
        ? model.definition.opening
        : Object.entries(model.definition.commands).flatMap(([name, { from }]) =>
            wild ? [name] : from.includes(state.stage) ? Array<string>(weights[name] ?? 1).fill(name) : [],
          );
    const likeliestFirst = [...names].sort((a, b) => (weights[b] ?? 1) - (weights[a] ?? 1));
    const tries = new Set([pick(names, step.what), ...likeliestFirst]);
    const commands = [...tries].map((name) => {
      const roles = model.definition.commands[name]?.roles ?? [];
      const able = PEOPLE.filter(({ role }) => wild || roles.includes(role));
      return { name, actor: pick(able, step.who), input: inputFor(name, state, step.input) };
    });
    return (step.mood === 'eager' ? commands.find((each) => this.decide(each).ok) : undefined) ?? pick(commands, 0);
  }

  private taskCommand(state: CaseState, { what, who, input }: Step): Command {
    const tasks = Object.values(state.tasks);
    const task = tasks.length === 0 ? undefined : pick(tasks, what);
    const mates = PEOPLE.filter(({ role }) => role === task?.role);
    const name = pick(DESK, input);
    const excluded = name === 'liftConflict' ? Object.keys(state.conflicts) : [];
    const officerId = excluded.length > 0 ? pick(excluded, what) : pick(PEOPLE, what).id;
    return {
      name,
      actor: pick(mates.length === 0 ? PEOPLE : mates, who),
      input: {
        taskId: task?.id ?? 'none',
        ground: pick(['RELATIVE', 'INTEREST'], who),
        ...(input % 3 === 0 ? {} : { officerId }),
      },
    };
  }

  private sleep({ hours, timer }: Step): void {
    const until = this.now + hours * HOUR_MS;
    for (let fired = 0; timer === 'in time' && this.state !== null && fired < 200; fired += 1) {
      const due = nextDeadline(this.state, calendar);
      if (due === null || Date.parse(due.at) > until) break;
      this.now = Math.max(this.now, Date.parse(due.at));
      this.tick();
    }
    this.now = until;
    if (timer === 'late' && this.state !== null) this.tick();
  }

  private tick(): void {
    this.send({ name: 'clockDue', actor: SYSTEM, input: {} });
    const due = this.state === null ? null : nextDeadline(this.state, calendar);
    if (due !== null && due.at <= this.instant) throw new Error(`${due.clockId} ${due.threshold} was not told`);
  }

  private send(command: Command): void {
    const before = JSON.stringify(this.state);
    const decision = this.decide(command);
    same('the answer of a command asked twice', this.decide(command), decision);
    hold('deciding changes nothing', JSON.stringify(this.state) === before);
    if (!decision.ok) {
      this.seen.refused.add(decision.refusal.code);
      return;
    }
    for (const event of decision.events) this.append(event, command);
    if (command.name !== 'clockDue') this.seen.done.add(command.name);
    if (this.state !== null) {
      this.seen.stages.add(this.state.stage);
      checkCase(this.lifecycle, this.state, this.events, this.instant);
    }
  }

  private append(event: StoredEvent['event'], { actor: by, name }: Command): void {
    const stored: StoredEvent = { caseId: CASE, revision: this.events.length + 1, at: this.instant, event };
    if (this.state !== null) checkEvent(this.lifecycle, this.state, stored, by);
    if (event.kind === 'task.assigned' && name !== 'takeTask')
      hold('nobody who is away is given work', !this.story.away.includes(event.officerId ?? ''));
    const next = evolve(this.state, stored);
    if (this.state !== null && next.escalationLevel < this.state.escalationLevel) throw new Error('the level fell');
    this.state = next;
    this.events.push(stored);
    this.seen.kinds.add(event.kind);
  }
}
