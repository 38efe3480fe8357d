import type { Text } from '@titian/domain';
import type { RulesOfDay } from '../rows/rulebook.ts';
import type { RowOf } from '../rows/schema.ts';
import { WINDOWS, type Programme, type Window } from '../rows/vocabulary.ts';
import { CONDITIONS, type Standing } from './conditions.ts';
import { isAway } from './cover.ts';
import type { PrecheckFacts } from './facts.ts';
import { ageRow } from './payment.ts';
import type { Answer, CoverAnswer, OpenFact } from './result.ts';

type Benefit = RowOf<'benefit'>;

/** What one run looks at: the facts that can be used, the law of the event's day, and the procedure of the day of asking. */
export interface Run {
  readonly facts: PrecheckFacts;
  readonly law: RulesOfDay;
  readonly procedure: RulesOfDay;
  readonly covers: Readonly<Record<Programme, CoverAnswer>>;
  readonly wanted: ReadonlySet<string>;
}

const ELIGIBLE: Text = { id: 'Memenuhi syarat menurut data yang ada.', en: 'Entitled by the facts given.' };
const OPEN: Text = {
  id: 'Belum dapat ditentukan: ada data yang kurang.',
  en: 'Cannot be told yet: facts are missing.',
};
const OTHER_WINDOW: Text = { id: 'Manfaat ini untuk masa lain.', en: 'This benefit is for another time of cover.' };

/** Windows the event can still lie in; somebody abroad is at work. */
export function possibleWindows(cover: CoverAnswer, { event }: PrecheckFacts): readonly Window[] {
  if (cover.window !== null) return [cover.window];
  return isAway(event) ? ['during'] : WINDOWS;
}

const isCost = ({ formula }: Benefit): boolean => formula.kind === 'COST_UP_TO' || formula.kind === 'COST_BY_MODE';

/** Aids, transport, and treatment before a death fill no answer unless somebody speaks of them. */
export function isShown(benefit: Benefit, { facts, wanted, covers }: Run): boolean {
  const cover = covers[benefit.programme];
  const spokenOf = wanted.has(benefit.code) || facts.costs?.some((cost) => cost.benefit === benefit.code) === true;
  if (spokenOf) return true;
  if (!benefit.events.includes(facts.event.kind)) return false;
  if (benefit.onlyIfAsked || (facts.event.kind === 'DEATH' && isCost(benefit))) return false;
  if (benefit.programme === 'JHT') return facts.coverage?.some(({ jhtMember }) => jhtMember === true) === true;
  return benefit.windows.some((window) => possibleWindows(cover, facts).includes(window));
}

/** An answer and what it rests on. */
export interface Judged {
  readonly answer: Answer;
  readonly because: Text;
  readonly open: readonly OpenFact[];
  /** Another benefit answers for the case. */
  readonly silent: boolean;
}
const judged = (answer: Answer, because: Text, open: readonly OpenFact[] = [], silent = false): Judged => ({
  answer,
  because,
  open,
  silent,
});

function standingsOf(benefit: Benefit, run: Run): readonly Standing[] {
  const { facts, covers, law } = run;
  const cover = covers[benefit.programme];
  const index = facts.coverage?.findIndex(({ ref }) => ref === cover.ref) ?? -1;
  const period = facts.coverage?.[index];
  const situation = {
    facts,
    window: cover.window,
    period: period === undefined ? null : { at: `/coverage/${index}`, facts: period },
    ageOfJht: ageRow('age.jht', law)?.value ?? Infinity,
  };
  return benefit.conditions.map((name) => CONDITIONS[name](situation));
}

/** Whether the facts meet a benefit: cover on the day, and every condition of its row. */
export function judge(benefit: Benefit, run: Run): Judged {
  const { facts, covers } = run;
  const cover = covers[benefit.programme];
  const standings = standingsOf(benefit, run);
  const refused = standings.find((standing) => standing.is === 'no');
  if (refused !== undefined) return judged('no', refused.because, [], refused.silent === true);
  if (!benefit.events.includes(facts.event.kind))
    return judged('no', { id: 'Manfaat ini untuk kejadian lain.', en: 'This benefit is for another event.' });
  // Savings belong to the member in every time; the others need cover on the day.
  if (benefit.programme !== 'JHT') {
    if (cover.answer === 'not_covered') return judged('no', cover.because);
    if (!benefit.windows.some((window) => possibleWindows(cover, facts).includes(window)))
      return judged('no', OTHER_WINDOW);
  }
  const open = [
    ...(benefit.programme === 'JHT' ? [] : cover.settledBy),
    ...standings.flatMap((standing) => (standing.is === 'unknown' ? [standing.open] : [])),
  ];
  const waiting = standings.find((standing) => standing.is === 'not_yet');
  if (waiting !== undefined) return judged('not_yet', waiting.because, open);
  return open.length > 0 ? judged('undetermined', OPEN, open) : judged('eligible', ELIGIBLE);
}
