import { describe, expect, test } from '@jest/globals';
import { PUBLISHED_CASES } from '../testing/published-cases.ts';
import { deviationsFrom, type Deviation } from './deviation.ts';
import { precheck } from './precheck.ts';

const resultOf = (id: string) => {
  const found = PUBLISHED_CASES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return precheck(found.facts);
};
const shortly = ({ kind, code, ruleIdr, differenceIdr }: Deviation) => [kind, code, ruleIdr, differenceIdr];

describe('a stated sum beside the rule', () => {
  const death = resultOf('G04');
  const scholarship = { code: 'BEASISWA', amountIdr: 48_000_000n };
  test.each<[string, string, bigint, unknown[][]]>([
    ['the same', 'JKM_SELAMA', 85_000_000n, []],
    ['less', 'JKM_SELAMA', 84_000_000n, [['LESS_THAN_RULE', 'JKM_SELAMA', 85_000_000n, -1_000_000n]]],
    ['more', 'JKM_SELAMA', 87_000_000n, [['MORE_THAN_RULE', 'JKM_SELAMA', 85_000_000n, 2_000_000n]]],
    [
      'for a benefit that does not apply',
      'JKK_PEMERKOSAAN',
      5n,
      [
        ['NOT_STATED', 'JKM_SELAMA', 85_000_000n, -85_000_000n],
        ['NOT_DUE_BY_RULE', 'JKK_PEMERKOSAAN', null, 5n],
      ],
    ],
  ])('%s', (_, code, amountIdr, expected) => {
    expect(deviationsFrom(death, [{ code, amountIdr }, scholarship]).map(shortly)).toEqual(expected);
  });

  test('a cost may be anything up to its ceiling, and nothing above', () => {
    const accident = resultOf('G24');
    const stated = (amountIdr: bigint) => deviationsFrom(accident, [{ code: 'JKK_RAWAT_LN', amountIdr }]).map(shortly);
    expect(stated(50_000_000n)).toEqual([]);
    expect(stated(50_000_001n)).toEqual([['ABOVE_CEILING', 'JKK_RAWAT_LN', 50_000_000n, 1n]]);
  });

  test('where the rule gives no sum there is nothing to differ from', () => {
    expect(
      deviationsFrom(resultOf('G11'), [{ code: 'JKK_PULANG_KECELAKAAN', amountIdr: 9n }]).map(({ code }) => code),
    ).toEqual(['JKK_RAWAT_LN']);
  });

  test('a sum for somebody without cover is named, a nought is not', () => {
    const uninsured = resultOf('G23');
    expect(deviationsFrom(uninsured, [{ code: 'JKM_SELAMA', amountIdr: 1n }]).map(shortly)).toEqual([
      ['NOT_DUE_BY_RULE', 'JKM_SELAMA', 0n, 1n],
    ]);
    expect(deviationsFrom(uninsured, [{ code: 'JKM_SELAMA', amountIdr: 0n }])).toEqual([]);
  });

  test('each says in both languages what differs, with the rows of the rule', () => {
    const [less] = deviationsFrom(death, [{ code: 'JKM_SELAMA', amountIdr: 84_000_000n }, scholarship]);
    expect(less?.explanation).toEqual({
      id: 'JKM_SELAMA: Rp84.000.000 lebih kecil daripada jumlah menurut aturan (Rp85.000.000)',
      en: 'JKM_SELAMA: Rp84.000.000 less than the rule gives (Rp85.000.000)',
    });
    expect(less?.rows.map(({ id }) => id)).toContain('benefit/benefit.JKM_SELAMA@2023-02-22');
  });
});
