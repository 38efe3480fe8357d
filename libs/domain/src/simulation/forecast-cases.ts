import type { Calendar } from '../kernel/clock/calendar.ts';
import type { StoredEvent } from '../kernel/event.ts';
import type { CaseModel, OfficeDirectory } from '../kernel/registry.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Instant } from '../kernel/vocabulary.ts';
import { simulateDeadlines, underTargets, withRestDay, type Targets } from './deadlines.ts';
import { compareForecasts, foretold, loadOf, type Foretold, type OfficeLoad } from './forecast.ts';

const DAY_MS = 86_400_000;

/** The world as it is now, and how far ahead is looked. */
export interface ForecastWorld {
  readonly modelOf: (definitionHash: string) => CaseModel;
  readonly calendar: Calendar;
  /** Who answers at a moment, by the posts and absences known now. */
  readonly officesAt: (at: Instant) => OfficeDirectory;
  readonly now: Instant;
  readonly days: number;
}

/** What is tried out; nothing of it is stored. */
export interface TriedChange {
  readonly targets: Targets;
  /** Holidays more, e.g. `2026-12-31`. */
  readonly restDays: readonly string[];
}

/** What time alone will do to some cases, and what a change would make of it; null if none is tried. */
export interface CasesForecast {
  readonly lines: readonly Foretold[];
  readonly load: readonly OfficeLoad[];
  readonly change: ReturnType<typeof compareForecasts> | null;
}

/** Asks the rules themselves for every case. Pure: nothing is stored and no clock is read. */
export function forecastCases(
  states: readonly CaseState[],
  world: ForecastWorld,
  { targets, restDays }: TriedChange,
): CasesForecast {
  const plain = pass(states, world, {});
  const lines = foretold(plain);
  const isChange = restDays.length > 0 || Object.keys(targets).length > 0;
  const other = { ...world, calendar: restDays.reduce(withRestDay, world.calendar) };
  return {
    lines,
    load: loadOf(plain),
    change: isChange ? compareForecasts(lines, foretold(pass(states, other, targets))) : null,
  };
}

function pass(
  states: readonly CaseState[],
  { modelOf, calendar, officesAt, now, days }: ForecastWorld,
  targets: Targets,
): readonly StoredEvent[] {
  const until = new Date(Date.parse(now) + days * DAY_MS).toISOString();
  const events = states.flatMap((given) => {
    const { model, state } = underTargets(modelOf(given.definition.hash), given, targets);
    return simulateDeadlines(model, state, { calendar, officesAt, from: now, until });
  });
  return events.sort((a, b) => (a.at < b.at ? -1 : 1));
}
