import { expect, test } from '@jest/globals';
import { decideByLaw } from './ceiling.ts';

test.each<[string, string, string, object]>([
  ['a benefit as asked', 'JKM_SELAMA', '85000000', { decision: 'approved', approvedIdr: '85000000' }],
  ['no more than the rule gives', 'JKM_SELAMA', '85000001', { approvedIdr: '85000000', reasonCode: 'ABOVE_CEILING' }],
  ['treatment abroad up to its ceiling', 'JKK_RAWAT_LN', '60000000', { approvedIdr: '50000000' }],
  ['a year of school', 'BEASISWA_PT_2', '12000000', { decision: 'approved', approvedIdr: '12000000' }],
  ['no more than a year of school', 'BEASISWA_SD', '9000000', { approvedIdr: '1500000' }],
  ['nothing that no rule knows', 'JKK_ASMARA', '1', { decision: 'rejected', approvedIdr: '0', article: 'Pasal 34' }],
])('the insurer gives %s', (_what, code, asked, expected) => {
  expect(decideByLaw(code, asked, '2026-01-05')).toMatchObject({ code, ...expected });
});

test('it gives what the rule of the day gave, not what today’s gives', () => {
  expect(decideByLaw('JKM_SEBELUM', '42000000', '2019-06-01').approvedIdr).toBe('24000000');
  expect(decideByLaw('JKM_SEBELUM', '42000000', '2026-01-05').approvedIdr).toBe('42000000');
});
