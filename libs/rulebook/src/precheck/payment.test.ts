import { describe, expect, test } from '@jest/globals';
import { rulebook } from '../rows/rulebook.ts';
import type { Relation } from '../rows/vocabulary.ts';
import type { HeirFact, PrecheckFacts } from './facts.ts';
import { isMinor, paymentOf } from './payment.ts';
import type { Payment } from './result.ts';

const rules = rulebook.rulesOn('2025-06-01');
const claimType = (code: string) => {
  const found = rules.claimTypes.get(code);
  if (found === undefined) throw new Error(`no claim type ${code}`);
  return found;
};
const died: PrecheckFacts = { askedOn: '2025-07-01', event: { kind: 'DEATH', day: '2025-06-01' } };
type Named = Relation | readonly [Relation, 'dead'];
const heirs = (...relations: readonly Named[]): HeirFact[] =>
  relations.map((each, index) =>
    typeof each === 'string'
      ? { ref: `heir-${index + 1}`, relation: each }
      : { ref: `heir-${index + 1}`, relation: each[0], alive: false },
  );
const paid = (...relations: readonly Named[]): Payment =>
  paymentOf(claimType('JKM_SELAMA'), { ...died, heirs: heirs(...relations) }, rules).payment;

describe('heirs in the order of Pasal 57 ayat (4)', () => {
  test.each<[string, readonly Named[], number, readonly Relation[]]>([
    ['widow before parents', ['PARENT', 'SPOUSE'], 1, ['SPOUSE']],
    ['widow and children together', ['SPOUSE', 'CHILD', 'CHILD', 'PARENT'], 1, ['SPOUSE', 'CHILD', 'CHILD']],
    ['parents, grandparents and grandchildren', ['SIBLING', 'GRANDPARENT', 'PARENT'], 2, ['GRANDPARENT', 'PARENT']],
    ['siblings before parents-in-law', ['PARENT_IN_LAW', 'SIBLING'], 3, ['SIBLING']],
    ['parents-in-law before the will', ['BY_WILL', 'PARENT_IN_LAW'], 4, ['PARENT_IN_LAW']],
    ['the will last', ['BY_WILL'], 5, ['BY_WILL']],
    ['a dead widow opens the next rank', [['SPOUSE', 'dead'], 'PARENT'], 2, ['PARENT']],
    ['nobody', [['SPOUSE', 'dead']], 6, []],
  ])('%s', (_, given, rank, relations) => {
    const payment = paid(...given);
    expect([payment.rank, payment.payees.map(({ relation }) => relation)]).toEqual([rank, relations]);
  });

  test('one takes all, several divide as the heir letter says, nobody leaves it to the fund', () => {
    expect(paid('SPOUSE').division).toBe('WHOLE');
    expect(paid('SPOUSE', 'CHILD').division).toBe('BY_HEIR_LETTER');
    expect(paid().division).toBe('NONE');
  });

  test('that nobody is left is decided by analogy, and shown as not verified', () => {
    expect(paid('SPOUSE').rows.map(({ verified }) => verified)).toEqual([true]);
    expect(paid().rows.map(({ verified, article }) => [verified, article.includes('Pasal 57 ayat (5)')])).toEqual([
      [false, true],
    ]);
  });

  test('heirs nobody has named are asked for', () => {
    expect(paymentOf(claimType('JKM_SELAMA'), died, rules)).toMatchObject({
      payment: { rank: null, division: 'NONE' },
      open: [{ field: '/heirs' }],
    });
  });
});

test('a living worker is paid in person, and whoever paid the hospital first may be', () => {
  const hurt: PrecheckFacts = { ...died, event: { kind: 'ACCIDENT', day: '2025-06-01' } };
  expect(paymentOf(claimType('JKK_CACAT_TOTAL'), hurt, rules).payment.to).toBe('PARTICIPANT');
  expect(paymentOf(claimType('JKK_RAWAT_LN'), hurt, rules).payment.to).toBe('PAYER');
});

test('an heir is under age until the eighteenth birthday', () => {
  const child: HeirFact = { ref: 'child-1', relation: 'CHILD', bornOn: '2008-07-01' };
  expect(isMinor(child, '2026-06-30', rules)).toBe(true);
  expect(isMinor(child, '2026-07-01', rules)).toBe(false);
  expect(isMinor({ ref: 'child-1', relation: 'CHILD' }, '2026-07-01', rules)).toBeNull();
});
