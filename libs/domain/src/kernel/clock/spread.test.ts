import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_SPREAD_MS, spreadMs } from './spread.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the spread of deadlines that fall together', () => {
  test('is never negative, never more than a hundredth of the time ahead, and the same for the same case', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: -DAY, max: 3_650 * DAY }), (caseId, ahead) => {
        const spread = spreadMs(caseId, ahead);
        expect(spread).toBeGreaterThanOrEqual(0);
        expect(spread).toBeLessThanOrEqual(Math.min(LONGEST_SPREAD_MS, Math.max(0, ahead / 100)));
        expect(spreadMs(caseId, ahead)).toBe(spread);
      }),
    );
  });

  test('gives each minute of nine about its share of the cases', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 9_000, seed: 1 });
    const perMinute = new Array<number>(9).fill(0);
    for (const id of ids) {
      const minute = Math.floor(spreadMs(id, 30 * DAY) / MINUTE);
      perMinute[minute] = (perMinute[minute] ?? 0) + 1;
    }
    for (const cases of perMinute) {
      expect(cases).toBeGreaterThan(800);
      expect(cases).toBeLessThan(1_200);
    }
  });
});
