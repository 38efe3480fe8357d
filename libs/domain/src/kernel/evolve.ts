import type { CaseEvent, StoredEvent } from './event.ts';
import type { CaseState, Clock, ClockEntry, Offer, OfficeRef, Task } from './state.ts';
import type { OfferName } from './vocabulary.ts';

/**
 * Folds one stored event into the state. Pure, total over the event kinds, and needs no definition: an event carries
 * everything the fold wants, so the record and a workflow of another release still agree.
 *
 * @throws RangeError if the event is not the next one of this case: a gap must never be folded over
 */
export function evolve(state: CaseState | null, stored: StoredEvent): CaseState {
  const expected = (state?.revision ?? 0) + 1;
  if (stored.revision !== expected) {
    throw new RangeError(`case ${stored.caseId}: event ${stored.revision} does not follow revision ${expected - 1}`);
  }
  const next = state === null ? open(stored) : apply(state, stored.event, stored.at);
  return { ...next, revision: stored.revision };
}

/** Folds many; an empty list returns the state unchanged. */
export function evolveAll(state: CaseState | null, events: readonly StoredEvent[]): CaseState | null {
  return events.reduce<CaseState | null>((folded, event) => evolve(folded, event), state);
}

function open({ caseId, event }: StoredEvent): CaseState {
  if (event.kind !== 'case.opened') throw new RangeError(`case ${caseId} begins with ${event.kind}`);
  return {
    caseId,
    type: event.type,
    number: event.number,
    definition: event.definition,
    revision: 0,
    area: event.area,
    zone: event.zone,
    stage: event.stage,
    status: 'open',
    suspension: null,
    flags: [],
    milestones: {},
    outcome: null,
    custody: { ...event.custody, since: event.openedAt, handedBy: null },
    offers: {},
    takenOver: {},
    conflicts: {},
    escalationLevel: 0,
    sidewaysLevel: 0,
    offered: [],
    clocks: {},
    tasks: {},
    evidence: {},
    lines: {},
    payments: {},
    attempts: {},
    links: [],
    facts: {},
    actedBy: {},
    openedAt: event.openedAt,
    closedAt: null,
  };
}

function apply(state: CaseState, event: CaseEvent, at: string): CaseState {
  switch (event.kind) {
    case 'acted':
      return { ...state, actedBy: { ...state.actedBy, [event.command]: event.actor.id } };
    case 'case.opened':
      throw new RangeError(`case ${state.caseId} is opened twice`);
    case 'stage.entered':
      return { ...state, stage: event.stage };
    case 'case.suspended':
      return { ...state, status: 'suspended', suspension: event.suspension };
    case 'case.resumed':
      return { ...state, status: 'open', suspension: null };
    case 'case.closed':
      return { ...state, status: 'closed', suspension: null, outcome: event.outcome, closedAt: at };
    case 'case.reopened':
      return { ...state, status: 'open', outcome: null, closedAt: null, custody: { ...state.custody, since: at } };
    case 'case.linked':
      return { ...state, links: [...state.links, { caseId: event.caseId, relation: event.relation }] };
    case 'facts.recorded':
      return { ...state, facts: { ...state.facts, ...event.facts } };
    case 'flag.raised':
      return { ...state, flags: [...state.flags.filter((flag) => flag !== event.flag), event.flag].sort() };
    case 'flag.cleared':
      return { ...state, flags: state.flags.filter((flag) => flag !== event.flag) };
    case 'milestone.reached':
      return { ...state, milestones: { ...state.milestones, [event.milestone]: at } };
    case 'custody.moved':
      return { ...state, custody: movedTo(state, event, at) };
    case 'post.passed':
      return state;
    case 'offer.made':
      return withOffer(state, event.offer, {
        body: event.body,
        to: event.role === null || event.office === null ? null : { role: event.role, office: event.office },
        from: { role: state.custody.role, office: state.custody.office },
        status: 'offered',
        reasonCode: event.reasonCode,
        severity: event.severity,
        consent: event.consent,
        offeredAt: at,
      });
    case 'offer.accepted':
      return event.offer === 'transfer'
        ? takeOver(state, offerOf(state, 'transfer'))
        : withOffer(state, event.offer, { ...offerOf(state, event.offer), status: 'accepted' });
    case 'offer.ended':
      return withoutOffer(state, event.offer);
    case 'conflict.declared':
      return { ...state, conflicts: { ...state.conflicts, [event.officerId]: event.ground } };
    case 'conflict.lifted':
      return { ...state, conflicts: without(state.conflicts, event.officerId) };
    case 'case.escalated':
      return event.direction === 'sideways'
        ? { ...state, sidewaysLevel: event.level }
        : { ...state, escalationLevel: event.level };
    case 'rung.vacant':
      return state;
    case 'outward.offered':
      return { ...state, offered: [...state.offered, ...event.bodies] };
    case 'clock.started':
      return withClock(state, {
        id: event.clockId,
        name: event.clock,
        unit: event.unit,
        target: event.target,
        zone: event.zone,
        warnAtShare: event.warnAtShare,
        warnDaysBefore: event.warnDaysBefore,
        entries: [
          {
            action: 'started',
            at: event.from,
            reason: event.reason,
            actorId: event.actorId,
            calendar: event.calendar,
          },
        ],
        told: [],
        ...(event.item === undefined ? {} : { item: event.item }),
      });
    case 'clock.paused':
    case 'clock.resumed':
    case 'clock.stopped':
      return turnClock(state, event.clockId, {
        action: event.kind.slice('clock.'.length) as ClockEntry['action'],
        at,
        reason: event.reason,
        actorId: event.actorId,
        calendar: event.calendar,
      });
    case 'clock.recalendared':
      return turnClock(state, event.clockId, {
        action: 'recalendared',
        at,
        reason: 'calendar',
        actorId: event.actorId,
        calendar: event.calendar,
      });
    case 'clock.warned':
      return tellClock(state, event.clockId, event.threshold);
    case 'clock.breached':
      return tellClock(state, event.clockId, 'breach');
    case 'task.opened':
      return withTask(state, {
        id: event.taskId,
        name: event.name,
        kind: event.task,
        role: event.role,
        office: event.office,
        officerId: null,
        status: 'unassigned',
        notBy: event.notBy ?? [],
        openedAt: at,
        ...(event.item === undefined ? {} : { item: event.item }),
      });
    case 'task.assigned':
      return withTask(state, {
        ...taskOf(state, event.taskId),
        officerId: event.officerId,
        status: event.officerId === null ? 'unassigned' : 'assigned',
      });
    case 'task.completed':
      return withTask(state, { ...taskOf(state, event.taskId), status: 'completed' });
    case 'task.cancelled':
      return withTask(state, { ...taskOf(state, event.taskId), status: 'cancelled' });
    case 'evidence.attached':
      return { ...state, evidence: { ...state.evidence, [event.item.requirement]: event.item } };
    case 'evidence.verified':
      return withEvidence(state, event.requirement, { status: 'verified', verifiedBy: event.verifiedBy });
    case 'evidence.returned':
      return withEvidence(state, event.requirement, { status: 'returned', reasonCode: event.reasonCode });
    case 'line.changed':
      return { ...state, lines: { ...state.lines, [event.line.code]: event.line } };
    case 'payment.changed':
      return { ...state, payments: { ...state.payments, [event.payment.id]: event.payment } };
    case 'attempt.requested':
      return withAttempt(state, event.attempt, { number: event.number, status: 'requested' });
    case 'attempt.answered':
      return withAttempt(state, event.attempt, { number: event.number, status: 'answered' });
  }
}

const movedTo = ({ custody }: CaseState, { role, office }: OfficeRef, since: string): CaseState['custody'] => ({
  role,
  office,
  since,
  handedBy: { role: custody.role, office: custody.office },
});

const without = <T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));

const withOffer = (state: CaseState, name: OfferName, offer: Offer): CaseState => ({
  ...state,
  offers: { ...state.offers, [name]: offer },
});

const withoutOffer = (state: CaseState, name: OfferName): CaseState => ({
  ...state,
  offers: without(state.offers as Readonly<Record<string, Offer>>, name),
});

/**
 * Whoever takes a case over does the work of the role that gave it away, and has given away nothing: without the second, two
 * offices that handed a case back and forth would wait for each other.
 */
function takeOver(state: CaseState, { from, to }: Offer): CaseState {
  if (to === null) return withoutOffer(state, 'transfer');
  const others = without(state.takenOver as Readonly<Record<string, OfficeRef>>, to.role);
  const takenOver = to.role === from.role ? others : { ...others, [from.role]: to };
  return { ...withoutOffer(state, 'transfer'), takenOver };
}

function offerOf(state: CaseState, name: OfferName): Offer {
  const offer = state.offers[name];
  if (offer === undefined) throw new RangeError(`case ${state.caseId} has no open ${name}`);
  return offer;
}

const withClock = (state: CaseState, clock: Clock): CaseState => ({
  ...state,
  clocks: { ...state.clocks, [clock.id]: clock },
});

const turnClock = (state: CaseState, clockId: string, entry: ClockEntry): CaseState => {
  const clock = clockOf(state, clockId);
  return withClock(state, { ...clock, entries: [...clock.entries, entry] });
};

const tellClock = (state: CaseState, clockId: string, threshold: string): CaseState => {
  const clock = clockOf(state, clockId);
  return withClock(state, { ...clock, told: [...clock.told, threshold] });
};

const withTask = (state: CaseState, task: Task): CaseState => ({
  ...state,
  tasks: { ...state.tasks, [task.id]: task },
});

const withEvidence = (
  state: CaseState,
  requirement: string,
  change: Partial<CaseState['evidence'][string]>,
): CaseState => {
  const item = state.evidence[requirement];
  if (item === undefined) throw new RangeError(`case ${state.caseId} has no evidence for ${requirement}`);
  return { ...state, evidence: { ...state.evidence, [requirement]: { ...item, ...change } } };
};

const withAttempt = (state: CaseState, name: string, attempt: CaseState['attempts'][string]): CaseState => ({
  ...state,
  attempts: { ...state.attempts, [name]: attempt },
});

function clockOf(state: CaseState, clockId: string): Clock {
  const clock = state.clocks[clockId];
  if (clock === undefined) throw new RangeError(`case ${state.caseId} has no clock ${clockId}`);
  return clock;
}

function taskOf(state: CaseState, taskId: string): Task {
  const task = state.tasks[taskId];
  if (task === undefined) throw new RangeError(`case ${state.caseId} has no task ${taskId}`);
  return task;
}
