import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { premiumBeforeWork, premiumDuringWork } from './premium.ts';

const DAY = '2025-01-01';

test.each([
  [6, 108_000n],
  [12, 189_000n],
  [24, 332_500n],
  [25, 346_000n],
  [36, 494_500n], // announced for Korea (S16)
])('%i months cost %s during and after work', (months, amountIdr) => {
  expect(premiumDuringWork(months, DAY)?.amountIdr).toBe(amountIdr);
});

test('24 months with the part before work are the 370,000 that the minister named', () => {
  const before = premiumBeforeWork('PLACED', DAY)?.amountIdr ?? 0n;
  expect(before + (premiumDuringWork(24, DAY)?.amountIdr ?? 0n)).toBe(370_000n);
});

test('who goes alone has no part before work', () => {
  expect(premiumBeforeWork('PERSEORANGAN', DAY)).toBeNull();
});

test.each([1, 8, 18, 23])('%i months lie between two terms: no sum is made up', (months) => {
  expect(premiumDuringWork(months, DAY)).toBeNull();
});

test('premiums of before 2023 were not found', () => {
  expect(premiumDuringWork(24, '2020-01-01')).toBeNull();
});

test('every month beyond 24 costs the same, and the rows are cited', () => {
  fc.assert(
    fc.property(fc.integer({ min: 25, max: 120 }), (months) => {
      const [one, next] = [premiumDuringWork(months, DAY), premiumDuringWork(months + 1, DAY)];
      expect((next?.amountIdr ?? 0n) - (one?.amountIdr ?? 0n)).toBe(13_500n);
      expect(one?.rows.map(({ article, verified }) => [article, verified])).toEqual([
        ['Pasal 18', true],
        ['Pasal 18', true],
      ]);
    }),
  );
});
