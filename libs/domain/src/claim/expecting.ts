import { localDay, plainDay } from '../kernel/clock/calendar.ts';
import type { CaseEvent } from '../kernel/event.ts';
import type { Situation } from '../kernel/registry.ts';
import type { Expectation } from '../shared/benefit-rules.ts';
import type { JsonObject } from '../shared/text.ts';
import { compareLines, isStriking } from './comparison.ts';

/** The flag of a decision that is other than calculated. */
const DIFFERS = 'decision_differs';

const facts = (recorded: JsonObject): CaseEvent => ({ kind: 'facts.recorded', facts: recorded });

interface AskedLine {
  readonly code: string;
  readonly askedIdr?: string | null;
}

/** The rules run over what the case knows once `news` is added; undefined where there is no rulebook. */
export function runOn(
  { state, now, benefits }: Situation,
  news: JsonObject,
  lines: readonly AskedLine[] = Object.values(state?.lines ?? {}),
): Expectation | undefined {
  return benefits?.expect({
    facts: { ...state?.facts, ...news },
    lines: lines.map(({ code, askedIdr = null }) => ({ code, askedIdr })),
    askedOn: plainDay(localDay(now, state?.zone ?? 'WIB')),
  });
}

/** A fact under its name, or none. */
export const told = (name: string, value: object | undefined): JsonObject =>
  value === undefined ? {} : { [name]: value as JsonObject };

/** What a file is verified at, beside what the rules give for the facts as they stand now. */
export function recheck(situation: Situation): CaseEvent[] {
  const again = runOn(situation, {});
  if (again === undefined) return [];
  const verified = (situation.input['lines'] ?? []) as unknown as readonly { code: string; verifiedIdr?: string }[];
  const sums = new Map(verified.map(({ code, verifiedIdr = '0' }) => [code, verifiedIdr]));
  const lines = Object.values(situation.state?.lines ?? {}).filter(({ code }) => sums.has(code));
  const compared = compareLines(again, lines, (code) => sums.get(code) ?? '0');
  return [facts({ ...told('recheck', again), verifiedComparison: compared as unknown as JsonObject[] })];
}

/** What was decided beside the last run of the rules; a flag says that somebody has to explain the difference. */
export function compareDecision({ state }: Situation, changed: readonly CaseEvent[]): CaseEvent[] {
  const known = state?.facts ?? {};
  const last = (known['recheck'] ?? known['precheck']) as Expectation | undefined;
  const lines = changed.flatMap((event) => (event.kind === 'line.changed' ? [event.line] : []));
  const sums = new Map(lines.map(({ code, decidedIdr }) => [code, decidedIdr ?? '0']));
  const compared = compareLines(last, lines, (code) => sums.get(code) ?? '0');
  const isNews = compared.some(isStriking) !== (state?.flags.includes(DIFFERS) === true);
  return [
    facts({ decisionComparison: compared as unknown as JsonObject[] }),
    ...(isNews ? [{ kind: compared.some(isStriking) ? 'flag.raised' : 'flag.cleared', flag: DIFFERS } as const] : []),
  ];
}
