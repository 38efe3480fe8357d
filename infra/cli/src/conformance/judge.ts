import { compare, type Effect } from './effect.ts';
import type { Scenario } from './scenarios.ts';
import { Unsettled, type Trial } from './trial.ts';
import type { Sent } from './trial-topics.ts';

/** What a scenario showed. */
export interface Finding {
  readonly scenario: string;
  readonly what: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly seen: string;
  /** Only of one that failed. */
  readonly remedy?: string;
  /** What is no fault of the contract, and worth a look. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** A scenario as it was played: where the consumer came to rest, or why it did not. */
export interface Played {
  readonly scenario: Scenario;
  readonly effect: Effect | Unsettled;
  /** Whether the effect is another than before anything was published. */
  readonly isChanged: boolean;
  readonly notes: readonly string[];
  readonly letters: readonly string[];
  /** Poison that was neither put aside nor told. */
  readonly swallowed: readonly Sent[];
  readonly poison: number;
  readonly seconds: number;
}

const SHOWN = 3;

/** Plays a scenario to its end. @throws what is no fault of the consumer, e.g. brokers that are away */
export async function play(scenario: Scenario, trial: Trial): Promise<Played> {
  const began = performance.now();
  let effect: Effect | Unsettled;
  try {
    effect = await scenario.play(trial);
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    effect = error;
  }
  await trial.stop();
  const letters = await trial.topics.letters();
  const { poison } = trial.topics;
  const logs = poison.length > 0 ? trial.logs() : '';
  return {
    scenario,
    effect,
    isChanged: !(effect instanceof Unsettled) && effect.join('\n') !== trial.before,
    letters,
    poison: poison.length,
    swallowed: poison.filter((each) => !isPutAside(each, letters) && !isTold(each, logs)),
    notes: notesOf(trial),
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

const isPutAside = ({ parcel }: Sent, letters: readonly string[]): boolean =>
  letters.some((letter) => letter.includes(parcel.poison ?? ''));

/** Topic, partition and offset in one line, in this order, with any words between. */
function isTold({ topic, partition, offset }: Sent, logs: string): boolean {
  const place = new RegExp(`${topic.replaceAll('.', '\\.')}\\D+${partition}\\D+${offset}(?!\\d)`);
  return logs.split('\n').some((line) => place.test(line));
}

function notesOf({ instances }: Trial): string[] {
  const falls = instances.reduce((sum, each) => sum + each.falls, 0);
  const hung = instances.filter((each) => each.hung).length;
  return [
    ...(falls > 0 ? [`ended by itself ${falls} times and was started again`] : []),
    ...(hung > 0 ? ['did not end within 20 s of SIGTERM and was killed'] : []),
  ];
}

/** Holds what was played against the undisturbed run. */
export function judge(played: Played, undisturbed: Effect): Finding {
  const { scenario, effect, letters, poison, swallowed, notes, seconds } = played;
  const faults: string[] = [];
  if (effect instanceof Unsettled) faults.push(effect.message);
  else faults.push(...differences(undisturbed, effect));
  if (swallowed.length > 0) {
    const places = swallowed.map(({ topic, partition, offset }) => `${topic}/${partition} at ${offset}`);
    faults.push(`neither put aside nor told: ${places.join(', ')}`);
  }
  const wrongly = letters.filter((letter) => !letter.includes('poison-of-')).length;
  if (wrongly > 0) faults.push(`${wrongly} good messages are among the dead letters`);
  const { name, what, expected, remedy } = scenario;
  const good = poison > 0 ? `as expected, ${poison} put aside` : 'as expected';
  return {
    scenario: name,
    what,
    passed: faults.length === 0,
    expected,
    seen: faults.length === 0 ? good : faults.join('; '),
    ...(faults.length > 0 && { remedy }),
    notes,
    seconds,
  };
}

/** Whether the undisturbed runs say anything that others can be held against. */
export function judgeUndisturbed(first: Played, again: Played): Finding {
  const lost = [first, again].find(({ effect }) => effect instanceof Unsettled);
  if (lost !== undefined || first.effect instanceof Unsettled) return judge(lost ?? first, []);
  const finding = judge(again, first.effect);
  const fail = (seen: string): Finding => ({ ...finding, passed: false, seen, remedy: first.scenario.remedy });
  if (!first.isChanged) return fail('the events had no effect that the kit can see');
  if (!finding.passed) return fail(`two equal runs differ: ${finding.seen}`);
  return { ...finding, seen: `${first.effect.length} lines of effect, twice the same` };
}

function differences(expected: Effect, seen: Effect): string[] {
  const { missing, extra } = compare(expected, seen);
  const some = (lines: readonly string[]): string =>
    lines.slice(0, SHOWN).map((line) => `“${line}”`).join(', ') + (lines.length > SHOWN ? ' …' : ''); // prettier-ignore
  return [
    ...(missing.length > 0 ? [`${missing.length} lines are missing: ${some(missing)}`] : []),
    ...(extra.length > 0 ? [`${extra.length} lines should not be there: ${some(extra)}`] : []),
  ];
}
