import { calendarOf } from '../kernel/clock/ledger.ts';
import { nextDeadline } from '../kernel/clock/next-deadline.ts';
import { spreadMs } from '../kernel/clock/spread.ts';
import type { Calendar } from '../kernel/clock/calendar.ts';
import { decide } from '../kernel/decide.ts';
import { defineCase, type CaseDefinitionSchema } from '../kernel/definition.ts';
import type { StoredEvent } from '../kernel/event.ts';
import { evolveAll } from '../kernel/evolve.ts';
import type { CaseModel, OfficeDirectory } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Instant } from '../kernel/vocabulary.ts';
import type { z } from 'zod';

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

/** The world in which time passes while nobody acts. */
export interface SimulatedWorld {
  readonly calendar: Calendar;
  /** Who answers at a moment: somebody who is away next week is back in the week after. */
  readonly officesAt: (at: Instant) => OfficeDirectory;
  readonly from: Instant;
  /** Deadlines up to and including this moment are told. */
  readonly until: Instant;
}

/** A definition with other lengths for some clocks, by clock name and in the clock's own unit. */
export type Targets = Readonly<Record<string, number>>;

/**
 * What time alone does to a case: every event that the record would store if nobody acted. It is no second set of rules: the
 * same `decide` is asked at the moments at which the case's timer would fire.
 */
export function simulateDeadlines(model: CaseModel, state: CaseState, world: SimulatedWorld): readonly StoredEvent[] {
  const told: StoredEvent[] = [];
  let current = state;
  let now = world.from;
  const send = (name: 'recalendar' | 'clockDue'): void => {
    const context = { now, calendar: world.calendar, offices: world.officesAt(now), caseNumber: state.number };
    const decision = decide(model, state.caseId, current, { name, actor: SYSTEM, input: {} }, context);
    if (!decision.ok) throw new RangeError(`case ${state.caseId}: ${decision.refusal.message.en}`);
    const before = current.revision;
    const stored = decision.events.map((event, n) => ({
      caseId: state.caseId,
      revision: before + n + 1,
      at: now,
      event,
    }));
    current = evolveAll(current, stored) ?? current;
    told.push(...stored);
  };
  if (Object.values(current.clocks).some((clock) => calendarOf(clock, world.calendar) !== world.calendar)) {
    send('recalendar');
  }
  for (let deadline = nextDeadline(current, world.calendar); deadline !== null && deadline.at <= world.until;) {
    const ahead = Date.parse(deadline.at) - Date.parse(now);
    now = new Date(Math.max(Date.parse(now), Date.parse(deadline.at) + spreadMs(state.caseId, ahead))).toISOString();
    const before = told.length;
    send('clockDue');
    if (told.length === before) throw new RangeError(`case ${state.caseId}: ${deadline.clockId} never speaks`);
    deadline = nextDeadline(current, world.calendar);
  }
  return told;
}

/** The model and the case as they would be under other targets: running clocks are given the new length as well. */
export function underTargets(
  model: CaseModel,
  state: CaseState,
  targets: Targets,
): { readonly model: CaseModel; readonly state: CaseState } {
  const draft = structuredClone(model.definition) as unknown as z.input<typeof CaseDefinitionSchema>;
  for (const [name, target] of Object.entries(targets)) {
    const clock = draft.clocks[name];
    if (clock !== undefined) clock.target = target;
  }
  const clocks = Object.fromEntries(
    Object.entries(state.clocks).map(([id, clock]) => {
      const target = clock.unit === model.definition.clocks[clock.name]?.unit ? targets[clock.name] : undefined;
      return [id, target === undefined ? clock : { ...clock, target }];
    }),
  );
  return { model: { ...model, definition: defineCase(draft) }, state: { ...state, clocks } };
}

/** The calendar with one day of rest more, as a version of its own that takes over from it. */
export function withRestDay(calendar: Calendar, day: string): Calendar {
  return {
    version: `${calendar.version}+${day}`,
    restDays: new Set([...calendar.restDays, day]),
    knownUntilYear: calendar.knownUntilYear,
    earlier: [...(calendar.earlier ?? []), calendar],
  };
}
