import { describe, expect, test } from '@jest/globals';
import { SOURCES } from '../rows/generated/index.ts';
import { PUBLISHED_CASES, type PublishedCase } from '../testing/published-cases.ts';
import { deviationsFrom } from './deviation.ts';
import { precheck } from './precheck.ts';
import type { PrecheckLine } from './result.ts';

const named = (id: string): PublishedCase => {
  const found = PUBLISHED_CASES.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};
const lineOf = (id: string, code: string): PrecheckLine => {
  const found = precheck(named(id).facts).lines.find((line) => line.code === code);
  if (found === undefined) throw new Error(`${id} has no line ${code}`);
  return found;
};

describe.each(PUBLISHED_CASES.map((each) => [each.id, each] as const))('published case %s', (_, each) => {
  const result = precheck(each.facts);

  test('has every benefit of the rule, and no other', () => {
    expect(result.verdict).toBe(each.verdict);
    expect(result.lines.map(({ code }) => code).sort()).toEqual(Object.keys(each.lines).sort());
    for (const line of result.lines) {
      const { answer, kind, idr, parts } = each.lines[line.code] ?? {};
      expect([line.code, line.answer]).toEqual([line.code, answer]);
      if (kind !== undefined) expect([line.code, line.amount?.kind, line.amount?.idr]).toEqual([line.code, kind, idr]);
      if (parts !== undefined)
        expect(line.amount?.parts.map(({ amountIdr, times }) => [amountIdr, times])).toEqual(parts);
    }
  });

  test('is judged by the law of its day, with every row cited', () => {
    for (const line of result.lines) {
      const benefit = line.rows.find(({ kind }) => kind === 'benefit');
      expect(benefit?.instrument).toBe(each.law);
      for (const { source, article } of line.rows) {
        expect(SOURCES).toHaveProperty(String(source));
        expect(article).not.toBe('');
      }
      expect(line.verified).toBe(
        line.rows.every(({ verified }) => verified) && line.papers.every(({ row }) => row.verified),
      );
    }
  });

  test('differs from the printed sums only where it says so', () => {
    const found = deviationsFrom(result, each.printed).filter(({ kind }) => kind !== 'NOT_STATED');
    expect(found.map(({ code, kind, differenceIdr }) => ({ code, kind, differenceIdr }))).toEqual(
      each.deviations ?? [],
    );
    expect(SOURCES).toHaveProperty(each.source);
  });
});

test('the two of one fire differ in one fact, and in everything that follows from it', () => {
  const [without, active] = [named('G20').facts, named('G21').facts];
  expect(without).not.toEqual(active);
  expect({ ...without, coverage: without.coverage?.map((period) => ({ ...period, activeOnEventDay: true })) }).toEqual(
    active,
  );
  expect(precheck(without).aids).not.toEqual([]);
  expect(precheck(active).aids).toEqual([]);
});

test('the label of a programme is unreliable: the death at sea is worth the same as an accident', () => {
  const { facts } = named('G06');
  const [accident] = precheck({ ...facts, event: { ...facts.event, byAccident: true } }).lines;
  expect([accident?.code, accident?.amount?.idr]).toEqual(['JKK_MENINGGAL', 85_000_000n]);
});

test('the wrong law would have given another sum: half a year later the candidate would have had 7.5 million', () => {
  const { facts } = named('G01');
  const old = precheck({
    ...facts,
    askedOn: '2023-01-31',
    event: { ...facts.event, day: '2023-01-10' },
    coverage: [{ ref: 'contract-1', placement: 'PLACED', paidBeforeOn: '2022-12-01', embarkedOn: null }],
  });
  expect(old.lines[0]?.amount?.idr).toBe(7_500_000n);
});

test('a changed employer asks a question and refuses nothing', () => {
  for (const id of ['G22', 'G24']) {
    expect(precheck(named(id).facts).findings).toContainEqual(
      expect.objectContaining({ code: 'CONTRACT_CHANGED', severity: 'warning', field: '/coverage/0/contractChanged' }),
    );
  }
});

test('where the employer refuses the letter, three others stand in for it', () => {
  const letter = lineOf('G24', 'JKK_RAWAT_LN').papers.find(({ requirement }) => requirement === 'accidentLetter');
  expect(letter?.anyOf.map(({ document, substitute }) => [document, substitute])).toEqual([
    ['SK_MAJIKAN', false],
    ['SK_PERWAKILAN_RI', true],
    ['SK_KDEI', true],
    ['SK_AGENSI', true],
  ]);
  expect(letter?.anyOf.every(({ issuers }) => issuers.length > 0)).toBe(true);
});

test('the mother is paid where nobody of the first rank lives', () => {
  expect(lineOf('G18', 'JKM_SELAMA').payment).toMatchObject({ to: 'HEIRS', rank: 2, division: 'WHOLE' });
});

test('a child of eleven is paid through the guardian', () => {
  expect(lineOf('G14', 'JKM_SELAMA').payment.payees).toEqual([
    { ref: 'child-1', relation: 'CHILD', minor: true, guardianRef: 'guardian-1' },
  ]);
});

test('several of one rank share as the heir letter says: the rule sets no shares', () => {
  expect(lineOf('G05', 'JKK_MENINGGAL').payment).toMatchObject({ rank: 1, division: 'BY_HEIR_LETTER' });
});

test('the family may report, and the head of the village may not', () => {
  expect(lineOf('G13', 'JKM_SELAMA').reporters).toContain('FAMILY');
  expect(lineOf('G13', 'JKM_SELAMA').reporters).not.toContain('VILLAGE');
});

test('a list of papers of an old time was never read, and the answer says so', () => {
  expect(precheck(named('G13').facts).findings).toContainEqual(
    expect.objectContaining({ code: 'PAPERS_OF_THAT_TIME_NOT_SEEN' }),
  );
});
