import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requirementsOf } from '../claim/index.ts';
import type { Json, JsonObject } from '../shared/text.ts';
import {
  actor,
  calendar,
  CASE,
  decideAt,
  model,
  OPENING,
  paper,
  STATEMENT,
  steps,
  SYSTEM,
} from '../testing/claim-world.ts';
import { dueInstant, isRunning, isStopped, thresholds } from './clock/ledger.ts';
import { nextDeadline } from './clock/next-deadline.ts';
import type { Command, Decision } from './command.ts';
import type { StoredEvent } from './event.ts';
import { evolve, evolveAll } from './evolve.ts';
import type { CaseState } from './state.ts';
import type { Actor, Role } from './vocabulary.ts';

const { definition } = model;
const HOUR_MS = 3_600_000;

const post = (role: Role, id: string, area = '35.05'): Actor => actor(role, id, area, `${role}:35.05`);
const PEOPLE: readonly Actor[] = [
  post('family', 'siti', '35.05.08.2003'),
  post('village_officer', 'kades', '35.05.08.2003'),
  post('subdistrict_officer', 'camat', '35.05.08'),
  post('district_officer', 'first'),
  post('district_officer', 'second'),
  post('district_officer', 'stranger', '35.07'),
  post('bp3mi_officer', 'third', '35'),
  post('ministry_officer', 'fourth', ''),
  post('insurer', 'bpjs-gateway', ''),
  SYSTEM,
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
    { weight: 1, arbitrary: fc.constant('desk' as const) },
  ),
  timer: fc.oneof(
    { weight: 6, arbitrary: fc.constant('in time' as const) },
    { weight: 2, arbitrary: fc.constant('late' as const) },
    { weight: 1, arbitrary: fc.constant('silent' as const) },
  ),
});
/** Half of the stories begin before the case; the others open the book later, where the first pages bar the way. */
const CHAPTERS = {
  verification: steps.verification,
  review: steps.review,
  decided: steps.decided,
  payment: steps.payment,
};
type Chapter = keyof typeof CHAPTERS;
const aStory = fc.record({
  from: fc.oneof(fc.constant(null), fc.constantFrom<Chapter>('verification', 'review', 'decided', 'payment')),
  vacant: fc.subarray<Role>(['district_officer', 'bp3mi_officer', 'ministry_officer']),
  steps: fc.array(aStep, { minLength: 40, maxLength: 100, size: 'max' }),
});

const pick = <T>(list: readonly T[], by: number): T => {
  const found = list[by % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** What brings a claim forward, so that stories do not stay in the first stages; everything else weighs 1. */
const WEIGHTS: Readonly<Record<string, number>> = {
  attach: 60,
  recordPayee: 9,
  recordMembership: 9,
  markComplete: 36,
  verifyItem: 90,
  approveFile: 60,
  checkFile: 90,
  submit: 30,
  insurerReceived: 18,
  insurerRequestsInfo: 12,
  approve: 12,
  approvePart: 18,
  reject: 15,
  acceptDecision: 18,
  fileObjection: 18,
  maintain: 15,
  paid: 9,
  answerInfo: 18,
  answerInsurer: 18,
  recordAccidentOutcome: 18,
  recordHeirs: 9,
  proceedToReport: 6,
  proceedToEvidence: 6,
  paymentFailed: 3,
  reorderPayment: 9,
  disputeReceipt: 3,
  insurerSettlesDispute: 6,
  useSubstitute: 3,
  informationDelivered: 3,
  resume: 6,
};

/** Who asks for what: an eager step looks for a command that is done, a wild one takes any command of any stage. */
function commandOf(state: CaseState | null, step: Step, accepts: (command: Command) => boolean): Command {
  if (step.mood === 'desk' && state !== null) return taskCommand(state, step);
  const wild = step.mood === 'wild';
  const names =
    state === null
      ? definition.opening
      : Object.entries(definition.commands).flatMap(([name, { from }]) =>
          wild ? [name] : from.includes(state.stage) ? Array<string>(WEIGHTS[name] ?? 1).fill(name) : [],
        );
  const likeliestFirst = [...names].sort((a, b) => (WEIGHTS[b] ?? 1) - (WEIGHTS[a] ?? 1));
  const tries = new Set([pick(names, step.what), ...likeliestFirst]);
  const commands = [...tries].map((name) => {
    const roles = definition.commands[name]?.roles ?? [];
    const able = PEOPLE.filter(({ role }) => wild || roles.includes(role));
    return { name, actor: pick(able, step.who), input: inputFor(name, state, step) };
  });
  return (step.mood === 'eager' ? commands.find(accepts) : undefined) ?? pick(commands, 0);
}

function taskCommand(state: CaseState, { what, who, input }: Step): Command {
  const tasks = Object.values(state.tasks);
  const task = tasks.length === 0 ? undefined : pick(tasks, what);
  const mates = PEOPLE.filter(({ role }) => role === task?.role);
  return {
    name: pick(['takeTask', 'assignTask', 'releaseTask'], input),
    actor: pick(mates.length === 0 ? PEOPLE : mates, who),
    input: { taskId: task?.id ?? 'none', officerId: pick(PEOPLE, who).id },
  };
}

const OTHER_CASE = '3f6a1c52-0000-4000-8000-000000000009';
const ARTICLE = { reasonCode: 'OUTSIDE_COVERAGE', article: 'Pasal 34' };
const AMOUNTS = ['42500000', '1000', '0'];

/** An input that could well be the right one. */
function inputFor(name: string, state: CaseState | null, { input: by }: Step): JsonObject {
  const rule = definition.commands[name];
  const lines = Object.values(state?.lines ?? {});
  const reasonCode = pick(rule?.reasons ?? ['OWN_WISH'], by);
  const wanted = state === null ? [] : requirementsOf(definition, model.code.conditions, state);
  const having = (status: string): string =>
    (wanted.find((each) => each.status === status) ?? wanted[by % (4 * wanted.length + 1)])?.requirement ?? 'form';
  const paperFor = (requirement: string, substitute: boolean): JsonObject => {
    const papers = definition.evidence[requirement]?.anyOf ?? [];
    return paper(requirement, papers.find((each) => each.substitute === substitute)?.document ?? 'KPJ');
  };
  const eachLine = (more: (line: CaseState['lines'][string], index: number) => JsonObject): Json =>
    lines.map((line, index) => ({ code: line.code, ...more(line, index) }));
  switch (rule?.input) {
    case 'opening@1':
      return {
        ...OPENING,
        claimType: name === 'openClaim' || by % 5 === 0 ? 'JKM_SELAMA' : 'JKK_RAWAT_LN',
        lines: [
          { code: 'JKK_RAWAT_LN', askedIdr: '42500000' },
          ...(by % 3 === 0 ? [{ code: 'JKK_TRANSPORT', askedIdr: '1000' }] : []),
        ],
        ...(by % 4 === 0 ? { receivedAt: '2025-12-22T02:00:00.000Z' } : {}),
      };
    case 'accidentOutcome@1':
      return { outcome: pick(['RECOVERED', 'DIED'], by), day: '2026-01-02' };
    case 'membership@1':
      return { from: '2025-01-01', until: '2027-01-01', active: by % 8 !== 0, source: 'SISKOP2MI' };
    case 'attachment@1':
      return paperFor(having('missing'), false);
    case 'substitute@1':
      return { ...paperFor('accidentLetter', true), reasonCode };
    case 'payee@1':
      return { kind: 'PARTICIPANT', account: STATEMENT };
    case 'infoRequest@1':
      return { requirements: [having('attached')], reasonCode };
    case 'verification@1':
      return { requirement: having('attached'), against: 'ORIGINAL' };
    case 'return@1':
      return { requirement: having('attached'), reasonCode };
    case 'verifiedAmounts@1':
      return { lines: eachLine(({ askedIdr }) => ({ verifiedIdr: askedIdr ?? '0' })) };
    case 'reason@1':
      return { reasonCode };
    case 'reasonWithArticle@1':
    case 'intakeRefusal@1':
      return { reasonCode, article: ARTICLE.article };
    case 'reference@1':
      return { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' };
    case 'insurerRequest@1':
      return { reference: 'BPJS-1', documents: ['KPJ'], reasonCode };
    case 'decision@1':
      return {
        reference: by % 20 === 0 ? 'BPJS-2' : 'BPJS-1',
        lines: eachLine(({ askedIdr }, index) =>
          name === 'approve'
            ? { decision: 'approved', approvedIdr: askedIdr ?? '0' }
            : name === 'reject' || (index > 0 && by % 2 === 0)
              ? { decision: 'rejected', approvedIdr: '0', ...ARTICLE }
              : { decision: 'approved', approvedIdr: pick(AMOUNTS, by) },
        ),
      };
    case 'objection@1':
      return { reasonCode };
    case 'paymentOrder@1':
      return { paymentReference: 'PAY-1' };
    case 'payment@1':
      return {
        paymentReference: 'PAY-1',
        paidDay: '2026-01-06',
        lines: lines
          .filter(({ decidedIdr }) => by % 9 === 0 || BigInt(decidedIdr ?? '0') > 0n)
          .map(({ code, decidedIdr }) => ({ code, amountIdr: by % 10 === 0 ? '1' : (decidedIdr ?? '0') })),
      };
    case 'paymentFailure@1':
      return { paymentReference: 'PAY-1', reasonCode };
    case 'heirs@1':
      return { heirs: [{ person: STATEMENT, relation: 'SPOUSE' }] };
    case 'certification@1':
      return { requirement: having('attached') };
    case 'precheck@1':
      return { result: 'ELIGIBLE', rulesVersion: '2026.1', lines: [{ code: 'JKK_RAWAT_LN', expectedIdr: '1000' }] };
    case 'suspectedDuplicate@1':
      return { caseId: OTHER_CASE };
    case 'appeal@1':
      return { body: 'OMBUDSMAN', day: '2026-01-06' };
    case 'scholarship@1':
      return { child: STATEMENT, level: 'SD', askedIdr: '1500000' };
    case 'linkedCase@1':
      return { caseId: OTHER_CASE, relation: 'scholarship' };
    case 'linkedCaseRefusal@1':
      return { refusal: 'command/guard' };
    case 'note@1':
      return { statement: STATEMENT };
    case 'link@1':
      return { caseId: CASE, relation: 'complaint' };
    default:
      return {};
  }
}

/** What the stories have shown, to prove that they reach the late stages. */
const seen = {
  stages: new Set<string>(),
  done: new Set<string>(),
  refused: new Set<string>(),
  kinds: new Set<string>(),
};

/** A case that is told a story; every step is checked. */
class ToldCase {
  state: CaseState | null = null;
  readonly events: StoredEvent[];
  private now = Date.parse('2026-01-05T03:00:00.000Z');
  private readonly vacant: readonly Role[];

  constructor({ vacant, from }: { readonly vacant: readonly Role[]; readonly from: Chapter | null }) {
    this.vacant = vacant;
    this.events = from === null ? [] : CHAPTERS[from]().events;
    this.state = evolveAll(null, this.events);
  }

  tell(step: Step): void {
    this.sleep(step);
    this.send(commandOf(this.state, step, (command) => this.decide(command).ok));
  }

  private get instant(): string {
    return new Date(this.now).toISOString();
  }

  private decide(command: Command): Decision {
    return decideAt(this.state, command, this.instant, this.vacant);
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
      seen.refused.add(decision.refusal.code);
      return;
    }
    for (const event of decision.events) this.append(event, command);
    if (command.name !== 'clockDue') seen.done.add(command.name);
    if (this.state !== null) {
      seen.stages.add(this.state.stage);
      checkCase(this.state, this.events, this.instant);
    }
  }

  private append(event: StoredEvent['event'], { actor: by }: Command): void {
    const stored: StoredEvent = { caseId: CASE, revision: this.events.length + 1, at: this.instant, event };
    if (this.state !== null) checkEvent(this.state, stored, by);
    const next = evolve(this.state, stored);
    if (this.state !== null && next.escalationLevel < this.state.escalationLevel) throw new Error('the level fell');
    this.state = next;
    this.events.push(stored);
    seen.kinds.add(event.kind);
  }
}

function same(what: string, actual: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(actual, wanted)) expect({ [what]: actual }).toEqual({ [what]: wanted });
}

function hold(what: string, holds: boolean): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
}

/** What must be so when an event is told, judged on the state before it. */
function checkEvent(before: CaseState, { at, event }: StoredEvent, by: Actor): void {
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
    const checks = definition.commands[event.command]?.checks;
    hold('the checker is not the maker', checks === undefined || before.actedBy[checks] !== by.id);
  }
  if (event.kind === 'evidence.verified') {
    hold('nobody verifies their own paper', before.evidence[event.requirement]?.attachedBy !== event.verifiedBy);
  }
  if (event.kind === 'line.changed') {
    const paid = before.lines[event.line.code]?.paidIdr ?? null;
    hold('a line is paid once', paid === null || event.line.paidIdr === paid);
  }
}

/** What must be so after every step. */
function checkCase(state: CaseState, events: readonly StoredEvent[], now: string): void {
  same('the state folded again', evolveAll(null, events), state);
  hold('the revision counts the events', state.revision === events.length);
  hold(
    'the case keeps its definition',
    state.definition.version === definition.version && state.definition.hash === 'test',
  );
  const stage = definition.stages[state.stage];
  hold('the stage is one of the definition', stage !== undefined);
  hold('a case is closed exactly in a final stage', (state.status === 'closed') === stage?.final);
  hold('a suspended case says what it waits for', (state.status === 'suspended') === (state.suspension !== null));
  hold('the ladder has that rung', state.escalationLevel <= definition.ladder.length);
  hold('somebody holds the case', state.custody.office !== '' && state.custody.since <= now);
  (state.status === 'closed' ? checkClosed : checkOpen)(state);
  checkClocks(state, now);
  checkMoney(state);
}

const openTasks = ({ tasks }: CaseState) =>
  Object.values(tasks).filter(({ status }) => status === 'unassigned' || status === 'assigned');

function checkOpen(state: CaseState): void {
  hold('an open case has a next deadline', nextDeadline(state, calendar) !== null);
  hold('an open case has no outcome', state.outcome === null && state.closedAt === null);
  hold('an open case asks somebody', openTasks(state).length > 0);
}

function checkClosed(state: CaseState): void {
  hold('a closed case has an outcome', Object.hasOwn(definition.outcomes, state.outcome ?? ''));
  hold('a closed case has a last moment', state.closedAt !== null && state.suspension === null);
  hold('a closed case has no clock left', Object.values(state.clocks).every(isStopped));
  hold('a closed case asks nobody', openTasks(state).length === 0);
}

function checkClocks({ clocks }: CaseState, now: string): void {
  const going = Object.values(clocks).filter((clock) => !isStopped(clock));
  hold('a clock runs once at a time', new Set(going.map(({ name }) => name)).size === going.length);
  for (const clock of Object.values(clocks)) {
    const actions = clock.entries.map(({ action }) => action[0]).join('');
    hold('a ledger starts, pauses and resumes in turn, and stops once', /^s(pr)*p?s?$/.test(actions));
    hold(
      'a ledger is in order of time',
      clock.entries.every(({ at }, i, all) => i === 0 || (all[i - 1]?.at ?? '') <= at),
    );
    if (!isRunning(clock)) continue;
    const told = thresholds(clock, calendar).filter(({ name }) => clock.told.includes(name));
    hold(
      'what was told is still due by the ledger',
      told.every(({ at }) => at <= now),
    );
  }
}

function checkMoney({ lines, outcome }: CaseState): void {
  const all = Object.values(lines);
  hold(
    'what is paid is what was decided',
    all.every((line) => line.paidIdr === null || line.paidIdr === line.decidedIdr),
  );
  const owed = all.some((line) => BigInt(line.decidedIdr ?? '0') > BigInt(line.paidIdr ?? '0'));
  hold(
    'no claim ends while decided money is owed, but for a family that withdraws',
    !owed || outcome === null || outcome === 'withdrawn',
  );
}

/** A failure is not shrunk: a story of a hundred steps takes minutes to shorten, and its path is enough to tell it again. */
const tellStories = () =>
  fc.check(
    fc.property(aStory, (story) => {
      const claim = new ToldCase(story);
      for (const step of story.steps) claim.tell(step);
      const stored = JSON.parse(JSON.stringify(claim.events)) as StoredEvent[];
      same('the state from stored JSON', evolveAll(null, stored), claim.state);
    }),
    { seed: 20_260_105, numRuns: 150, endOnFailure: true },
  );
/** Told once for both tests. */
let told: ReturnType<typeof tellStories> | undefined;
const toldStories = () => (told ??= tellStories());
const SLOW_MS = 120_000;

describe('whatever is asked of a claim, in whatever order', () => {
  test(
    'it keeps every invariant',
    () => {
      const { failed, seed, counterexamplePath, errorInstance } = toldStories();
      if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath ?? ''}`, { cause: errorInstance });
    },
    SLOW_MS,
  );

  test(
    'the stories reach every stage, and close, reopen, suspend and climb on the way',
    () => {
      toldStories();
      expect([...seen.stages]).toEqual(
        expect.arrayContaining([
          'reported',
          'evidence',
          'verification',
          'ready',
          'submitted',
          'insurer_review',
          'decided',
          'objection',
          'payment',
          'confirm',
          'closed',
        ]),
      );
      expect([...seen.done]).toEqual(
        expect.arrayContaining([
          'checkFile',
          'answerInsurer',
          'maintain',
          'paid',
          'reorderPayment',
          'insurerSettlesDispute',
        ]),
      );
      expect([...seen.kinds]).toEqual(
        expect.arrayContaining([
          'case.closed',
          'case.reopened',
          'case.suspended',
          'case.resumed',
          'case.escalated',
          'rung.vacant',
          'clock.warned',
          'clock.breached',
          'task.assigned',
        ]),
      );
      expect([...seen.refused]).toEqual(
        expect.arrayContaining([
          'case/suspended',
          'command/guard',
          'command/maker-is-checker',
          'command/outside-jurisdiction',
          'command/wrong-role',
          'command/wrong-stage',
          'task/not-found',
          'task/not-yours',
        ]),
      );
    },
    SLOW_MS,
  );
});
