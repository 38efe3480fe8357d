import { precheck } from '@titian/rulebook';
import { PUBLISHED_CASES } from '@titian/rulebook/testing/published-cases';
import { percentile, resultOf, type Result } from './stats.ts';

const ROUNDS = 5;

/** One pre-check at a time, in this process, over the published cases in turn: every law, window and kind of sum is among them. */
export function benchPrecheck(quick: boolean): Promise<{ results: Result[]; samples: Record<string, number[]> }> {
  const times = quick ? 20 : 400;
  const round = (): number[] => {
    const each: number[] = [];
    for (let n = 0; n < times; n += 1) {
      for (const { facts } of PUBLISHED_CASES) {
        const began = performance.now();
        precheck(facts);
        each.push(performance.now() - began);
      }
    }
    return each;
  };
  round(); // warm up
  const rounds = Array.from({ length: ROUNDS }, round);
  return Promise.resolve({
    samples: Object.fromEntries(rounds.map((each, index) => [`round_${index + 1}`, each])),
    results: [
      resultOf(
        'precheck.p99_ms',
        rounds.map((each) => percentile(each, 0.99)),
        'ms',
        { text: '< 1', isMet: (value) => value < 1 },
      ),
      resultOf(
        'precheck.p50_ms',
        rounds.map((each) => percentile(each, 0.5)),
        'ms',
      ),
    ],
  });
}
