import { describe, expect, test } from '@jest/globals';
import { calendar, model, offices, steps } from '../testing/claim-world.ts';
import { forecastCases, type TriedChange } from './forecast-cases.ts';

const NOTHING: TriedChange = { targets: {}, restDays: [] };
const world = { modelOf: () => model, calendar, officesAt: () => offices(), now: '2026-01-05T02:00:00.000Z', days: 60 };
const gathered = steps.evidence().open;
const checked = { ...steps.verification().open, caseId: '3f6a1c52-0000-4000-8000-000000000002' };

describe('what time will do to some cases', () => {
  test('is told in the order of time, for all of them, and no further than asked', () => {
    const { lines, change } = forecastCases([gathered, checked], world, NOTHING);
    const moments = lines.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort());
    expect(new Set(lines.map(({ caseId }) => caseId)).size).toBe(2);
    expect(moments.every((at) => at <= '2026-03-06T02:00:00.000Z')).toBe(true);
    expect(change).toBeNull();
    const shorter = forecastCases([gathered, checked], { ...world, days: 5 }, NOTHING).lines;
    expect(shorter).toEqual(lines.filter(({ at }) => at <= '2026-01-10T02:00:00.000Z'));
    expect(shorter.length).toBeLessThan(lines.length);
  });

  test('asks offices for tasks, month by month', () => {
    const { load } = forecastCases([checked], world, NOTHING);
    expect(load.map(({ month }) => month)).toContain('2026-01');
    expect(load.reduce((sum, { tasks }) => sum + tasks, 0)).toBeGreaterThan(0);
  });

  test('changes with another target: what goes and what comes, while the plain forecast stays', () => {
    const plain = forecastCases([checked], world, NOTHING);
    const tried = forecastCases([checked], world, { targets: { verifying: 6 }, restDays: [] });
    expect(tried.lines).toEqual(plain.lines);
    const breachOf = (lines: typeof plain.lines | undefined) =>
      lines?.find(({ what, clockId }) => what === 'breach' && clockId === 'verifying#1')?.at ?? '';
    expect(breachOf(tried.change?.gone)).toBe(breachOf(plain.lines));
    expect(breachOf(tried.change?.come) > breachOf(plain.lines)).toBe(true);
  });

  test('changes with one holiday more', () => {
    const tried = forecastCases([checked], world, { targets: {}, restDays: ['2026-01-07'] });
    expect(tried.change?.come.length).toBeGreaterThan(0);
    expect(forecastCases([checked], world, { targets: {}, restDays: ['2026-01-10'] }).change).toEqual({
      gone: [],
      come: [],
    });
  });
});
