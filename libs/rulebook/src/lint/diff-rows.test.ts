import { expect, test } from '@jest/globals';
import { rulebook } from '../rows/rulebook.ts';
import { diffRules } from './diff-rows.ts';

test('the rule of 2023 replaces sums, and adds benefits that did not exist', () => {
  const changes = diffRules(rulebook, '2023-02-21', '2023-02-22');
  expect(changes).toContainEqual({
    change: 'replaced',
    rule: 'benefit/benefit.JKK_GAGAL_BERANGKAT',
    from: 'benefit/benefit.JKK_GAGAL_BERANGKAT@2018-12-10',
    to: 'benefit/benefit.JKK_GAGAL_BERANGKAT@2023-02-22',
  });
  expect(changes).toContainEqual(
    expect.objectContaining({ change: 'began', rule: 'benefit/benefit.JKK_PEMERKOSAAN', from: null }),
  );
});

test('two days under the same rules differ in nothing', () => {
  expect(diffRules(rulebook, '2026-02-01', '2026-03-01')).toEqual([]);
});
