import { expect, test } from '@jest/globals';
import { crowd, percentile, resultOf } from './stats.ts';

test.each([
  [[1], 0.99, 1],
  [[3, 1, 2], 0.5, 2],
  [Array.from({ length: 100 }, (_one, n) => n + 1), 0.99, 99],
])('percentile of %j at %d', (samples, share, expected) => {
  expect(percentile(samples, share)).toBe(expected);
});

test('a result is the median of its rounds, with their spread, held against its goal', () => {
  const goal = { text: '≥ 0.8', isMet: (value: number) => value >= 0.8 };
  expect(resultOf('x', [0.7, 0.9, 0.85], 'ratio', goal)).toEqual({
    id: 'x',
    value: 0.85,
    unit: 'ratio',
    goal: '≥ 0.8',
    met: true,
    spread: [0.7, 0.9],
  });
});

test('a crowd does its work as often as it is told, and no more', async () => {
  const done: number[] = [];
  const { each } = await crowd(20, 4, (n) => {
    done.push(n);
    return Promise.resolve();
  });
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_one, n) => n));
  expect(each).toHaveLength(20);
});
