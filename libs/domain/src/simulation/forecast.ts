import type { StoredEvent } from '../kernel/event.ts';

/** One line of what time will do, as a desk reads it. */
export interface Foretold {
  readonly at: string;
  readonly caseId: string;
  readonly what: 'warning' | 'breach' | 'reminder' | 'escalation' | 'vacant-rung' | 'offer' | 'moved';
  readonly clockId: string | null;
  readonly detail: string;
  readonly office: string | null;
}

/** What an office will be asked in a month, `YYYY-MM`. */
export interface OfficeLoad {
  readonly office: string;
  readonly month: string;
  readonly tasks: number;
}

/** Simulated events as dated lines, in order of time. */
export function foretold(events: readonly StoredEvent[]): readonly Foretold[] {
  return events.flatMap(({ at, caseId, event }): Foretold[] => {
    const line = (
      what: Foretold['what'],
      clockId: string | null,
      detail: string,
      office: string | null = null,
    ): Foretold[] => [{ at, caseId, what, clockId, detail, office }];
    switch (event.kind) {
      case 'clock.warned':
        return line('warning', event.clockId, event.threshold);
      case 'clock.breached':
        return line('breach', event.clockId, event.dueAt);
      case 'clock.started':
        return event.reason === 'reminded' ? line('reminder', event.clockId, event.clock) : [];
      case 'clock.recalendared':
        return line('moved', event.clockId, `${event.dueBefore} → ${event.dueAt}`);
      case 'case.escalated':
        return line('escalation', event.clock, `${event.direction} ${event.level} ${event.role}`, event.office);
      case 'rung.vacant':
        return line('vacant-rung', null, `${event.direction} ${event.level} ${event.role} ${event.because}`);
      case 'outward.offered':
        return line('offer', event.clock, event.bodies.join(', '));
      default:
        return [];
    }
  });
}

/** Tasks that offices are asked for, by month. */
export function loadOf(events: readonly StoredEvent[]): readonly OfficeLoad[] {
  const counts = new Map<string, number>();
  for (const { at, event } of events) {
    if (event.kind !== 'task.opened') continue;
    const key = `${event.office} ${at.slice(0, 7)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tasks]) => {
      const [office = '', month = ''] = key.split(' ');
      return { office, month, tasks };
    });
}

/** Lines that are only in one of two forecasts: what a change brings, and what it takes away. */
export function compareForecasts(
  before: readonly Foretold[],
  after: readonly Foretold[],
): { readonly gone: readonly Foretold[]; readonly come: readonly Foretold[] } {
  const keyOf = ({ at, caseId, what, clockId, detail }: Foretold): string =>
    [at.slice(0, 16), caseId, what, clockId, detail].join('|');
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    gone: before.filter((line) => !has.has(keyOf(line))),
    come: after.filter((line) => !had.has(keyOf(line))),
  };
}
