import { describe, expect, test } from '@jest/globals';
import type { Expectation, ExpectedLine, JsonObject } from '@titian/domain';
import { expectationChange } from './expectation-change.ts';

const line = (change: Partial<ExpectedLine> = {}): ExpectedLine => ({
  code: 'JKM_SELAMA',
  answer: 'eligible',
  amount: 'EXACT',
  expectedIdr: '85000000',
  rows: ['benefit/benefit.JKM_SELAMA@2023-02-22'],
  verified: false,
  ...change,
});
const run = (lines: readonly ExpectedLine[], rulesDigest = 'r1'): Expectation => ({
  verdict: 'ELIGIBLE',
  rulesVersion: '1',
  rulesDigest,
  lawDay: '2026-01-01',
  lines,
});
const changeOf = (precheck?: Expectation, recheck?: Expectation) =>
  expectationChange({ facts: JSON.parse(JSON.stringify({ precheck, recheck })) as JsonObject });

describe('the rules run again at the verification', () => {
  test('are compared only once both runs were made', () => {
    expect(changeOf()).toBeNull();
    expect(changeOf(run([line()]))).toBeNull();
    expect(changeOf(run([line()]), run([line()]))).toEqual({ rules: false, lines: [] });
  });

  test('name each line whose answer or sum is another, before and after', () => {
    const before = run([line({ answer: 'undetermined', expectedIdr: null }), line({ code: 'BEASISWA_SD' })]);
    expect(changeOf(before, run([line(), line({ code: 'JKK_PERIODIC', expectedIdr: '1' })]))?.lines).toMatchObject([
      {
        code: 'JKM_SELAMA',
        before: { answer: 'undetermined', expectedIdr: null },
        after: { answer: 'eligible', expectedIdr: '85000000' },
        says: { en: 'Before: not to be told yet; now: entitled Rp85.000.000.' },
      },
      { code: 'BEASISWA_SD', after: null },
      { code: 'JKK_PERIODIC', before: null },
    ]);
  });

  test('say that the rows themselves have changed', () => {
    expect(changeOf(run([line()]), run([line({ rows: ['benefit/other@2027-01-01'] })], 'r2'))).toEqual({
      rules: true,
      lines: [],
    });
  });
});
