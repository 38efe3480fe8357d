/** One figure that counts cases or acts, by its coordinates: one code for each dimension, `*` for all of it. */
export interface Counted {
  readonly at: readonly string[];
  readonly count: number;
}

/** Names the next wider code of a dimension: of `35.05` it is `35`, of `35` it is `*`; undefined for `*`. */
export type Wider = (code: string) => string | undefined;

/** Of a code made of parts, the same without its last part; all of it for the first. */
export const widerBy =
  (separator: string): Wider =>
  (code) => {
    if (code === '*') return undefined;
    const end = code.lastIndexOf(separator);
    return end < 0 ? '*' : code.slice(0, end);
  };

/** A total and its parts. */
interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Chooses what must not be shown, so that nobody learns of fewer than `least` cases: every count from 1 to `least - 1`, and then
 * as many others as it takes that no total, in any dimension, gives a hidden one away. In each total with its parts either nothing is
 * hidden, or at least two figures are; and where the total is shown, what is hidden of its parts adds up to `least` or more.
 *
 * Decided on all figures at once, before anybody's filter: two questions about the same figures can then not be played off against
 * each other. @returns whether each figure, in the order given, is hidden
 */
export function hide(figures: readonly Counted[], dimensions: readonly Wider[], least: number): readonly boolean[] {
  const sums = sumsOf(figures, dimensions);
  const hidden = figures.map(({ count }) => count > 0 && count < least);
  const sumsWith = figures.map((): Sum[] => []);
  for (const sum of sums) for (const member of [sum.total, ...sum.parts]) sumsWith[member]?.push(sum);
  const open = sums.filter((sum) => [sum.total, ...sum.parts].some((member) => hidden[member] === true));
  for (let sum = open.pop(); sum !== undefined; sum = open.pop()) {
    const next = toHide(sum, figures, hidden, least);
    if (next === undefined) continue;
    hidden[next] = true;
    open.push(...(sumsWith[next] ?? []), sum);
  }
  return hidden;
}

/** The figure that has to go as well, if any: the smallest part first, the total when there is no other. */
function toHide(
  { total, parts }: Sum,
  figures: readonly Counted[],
  hidden: readonly boolean[],
  least: number,
): number | undefined {
  const gone = parts.filter((part) => hidden[part] === true);
  const isTotalGone = hidden[total] === true;
  if (gone.length === 0 && !isTotalGone) return undefined;
  const countOf = (figure: number): number => figures[figure]?.count ?? 0;
  const isSafe = isTotalGone
    ? gone.length >= 1
    : gone.length >= 2 && gone.reduce((sum, part) => sum + countOf(part), 0) >= least;
  if (isSafe) return undefined;
  const left = parts.filter((part) => hidden[part] !== true && countOf(part) > 0);
  if (left.length === 0) return isTotalGone ? undefined : total;
  return left.reduce((smallest, part) => (countOf(part) < countOf(smallest) ? part : smallest));
}

function sumsOf(figures: readonly Counted[], dimensions: readonly Wider[]): readonly Sum[] {
  const keyOf = (at: readonly string[]): string => at.join('\u0000');
  const byKey = new Map(figures.map(({ at }, index) => [keyOf(at), index]));
  const sums = new Map<string, { total: number; parts: number[] }>();
  for (const [index, { at }] of figures.entries()) {
    for (const [dimension, wider] of dimensions.entries()) {
      const code = wider(at[dimension] ?? '*');
      if (code === undefined) continue;
      const totalKey = keyOf(at.with(dimension, code));
      const total = byKey.get(totalKey);
      if (total === undefined) continue;
      const sum = sums.get(`${dimension}\u0000${totalKey}`);
      if (sum === undefined) sums.set(`${dimension}\u0000${totalKey}`, { total, parts: [index] });
      else sum.parts.push(index);
    }
  }
  return [...sums.values()];
}
