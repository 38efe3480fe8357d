/** What a measurement found. `value` has the goal's unit; `met` is null where no goal is set. */
export interface Result {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string | null;
  readonly met: boolean | null;
  /** Smallest and largest value of a round, to show the spread. */
  readonly spread: readonly [number, number];
}

/** Value below which a share of the samples lies (nearest rank). @throws RangeError without a sample */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no sample');
  return found;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** A result out of the value of each round: the median stands for all, the extremes show the spread. */
export function resultOf(
  id: string,
  rounds: readonly number[],
  unit: string,
  goal?: { readonly text: string; readonly isMet: (value: number) => boolean },
): Result {
  const value = median(rounds);
  return {
    id,
    value: round(value),
    unit,
    goal: goal?.text ?? null,
    met: goal === undefined ? null : goal.isMet(value),
    spread: [round(Math.min(...rounds)), round(Math.max(...rounds))],
  };
}

const round = (value: number): number => Number(value.toPrecision(4));

/** Runs work a number of times, so many at once. @returns seconds in all, and milliseconds of each */
export async function crowd(
  times: number,
  atOnce: number,
  work: (n: number) => Promise<void>,
): Promise<{ readonly seconds: number; readonly each: readonly number[] }> {
  const each: number[] = [];
  let next = 0;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (next < times) {
      const n = next;
      next += 1;
      const started = performance.now();
      await work(n);
      each.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { seconds: (performance.now() - began) / 1000, each };
}
