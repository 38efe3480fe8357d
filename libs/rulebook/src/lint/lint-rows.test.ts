import { describe, expect, test } from '@jest/globals';
import { ROWS, SOURCES } from '../rows/generated/index.ts';
import type { RowOf, Rows } from '../rows/schema.ts';
import { lintRows, unverifiedRows } from './lint-rows.ts';

const rulesIn = (rows: Rows): string[] => lintRows(rows, SOURCES).map(({ rule, at }) => `${rule} ${at}`);
const change = <K extends keyof Rows>(kind: K, at: (row: RowOf<K>) => boolean, to: Partial<RowOf<K>>): Rows => ({
  ...ROWS,
  [kind]: (ROWS[kind] as readonly RowOf<K>[]).map((row) => (at(row) ? { ...row, ...to } : row)),
});
const benefit = (code: string, validFrom: string) => (row: RowOf<'benefit'>) =>
  row.code === code && row.validFrom === validFrom;
const keyed = (key: string) => (row: { readonly key: string }) => row.key === key;

test('the rows of this release have no finding', () => {
  expect(lintRows(ROWS, SOURCES)).toEqual([]);
});

test('rows that nobody has read are no fault, but they are counted by name', () => {
  const unverified = unverifiedRows(ROWS);
  expect(unverified).toContain('benefit/benefit.JKM_SELAMA@2023-02-22');
  expect(unverified).not.toContain('premium/premium.during-24@2023-02-22');
});

describe('the linter names the row at fault', () => {
  const old = benefit('JKM_SELAMA', '2018-12-10');
  const now = benefit('JKM_SELAMA', '2023-02-22');
  const id = 'benefit/benefit.JKM_SELAMA@2023-02-22';
  test.each<[string, Rows, string]>([
    ['a day with two versions', change('benefit', old, { validTo: '2023-02-22' }), `rows/overlap ${id}`],
    ['a version without an end before the next', change('benefit', old, { validTo: null }), `rows/overlap ${id}`],
    ['a day with no version', change('benefit', old, { validTo: '2023-02-20' }), `rows/gap ${id}`],
    ['an end before the start', change('benefit', now, { validTo: '2023-02-21' }), `rows/ends-before-start ${id}`],
    ['a sum without an article', change('benefit', now, { article: null }), `rows/sum-without-article ${id}`],
    ['verified without an article', change('benefit', now, { verified: true }), `rows/verified-without-article ${id}`],
    [
      'a rule of our own that says it is verified',
      change('office', keyed('office.insurer'), { verified: true }),
      'rows/own-rule-verified office/office.insurer@2017-08-01',
    ],
    ['a rule of law without a source', change('benefit', now, { source: [] }), `rows/source-missing ${id}`],
    ['a source that is not listed', change('benefit', now, { source: ['S999'] }), `rows/source-unknown ${id}`],
    [
      'a reported sum from a source that is not listed',
      change('benefit', now, { reported: [{ amount: 1n, says: 'once', source: 'T999' }] }),
      `rows/source-unknown ${id}`,
    ],
    [
      'a citation that was replaced',
      change('benefit', now, { instrument: 'Permenaker 18/2018' }),
      `rows/citation-expired ${id}`,
    ],
    [
      'a row that outlives its instrument',
      change('benefit', old, { validTo: '2023-03-01' }),
      'rows/citation-expired benefit/benefit.JKM_SELAMA@2018-12-10',
    ],
    [
      'a citation that did not hold yet',
      change('benefit', old, { instrument: 'Permenaker 4/2023' }),
      'rows/citation-too-early benefit/benefit.JKM_SELAMA@2018-12-10',
    ],
    [
      'an instrument that nobody knows',
      change('benefit', now, { instrument: 'UU 0/0' }),
      `rows/instrument-unknown ${id}`,
    ],
    [
      'an instrument that ends without a successor',
      change('instrument', ({ name }) => name === 'PP 44/2015', { validTo: '2024-01-01' }),
      'rows/instrument-end instrument/PP 44/2015',
    ],
    [
      'a document without an issuer',
      change('document', keyed('document.KPJ'), { issuers: [] }),
      'rows/document-without-issuer document/document.KPJ@2023-02-22',
    ],
    [
      'a paper that no document describes',
      change('paper', keyed('paper.jkm.memberCard'), { anyOf: [{ document: 'NONE_SUCH', substitute: false }] }),
      'rows/document-unknown paper/paper.jkm.memberCard@2023-02-22',
    ],
    [
      'a requirement of substitutes only',
      change('paper', keyed('paper.jkm.memberCard'), { anyOf: [{ document: 'KPJ', substitute: true }] }),
      'rows/only-substitutes paper/paper.jkm.memberCard@2023-02-22',
    ],
    ['a benefit without a claim type', change('benefit', now, { claimType: 'NONE' }), `rows/claim-type-unknown ${id}`],
    [
      'a paper for no claim type',
      change('paper', keyed('paper.jkm.memberCard'), { claimTypes: ['NONE'] }),
      'rows/claim-type-unknown paper/paper.jkm.memberCard@2023-02-22',
    ],
    [
      'a claim type without papers',
      change('claimType', keyed('claim-type.BEASISWA'), { code: 'BEASISWA_BARU' }),
      'rows/claim-type-without-papers claimType/claim-type.BEASISWA@2023-02-22',
    ],
    [
      'a body that does not exist',
      change('complaintCategory', keyed('category.SAKIT'), { bodies: ['DUKUN'] }),
      'rows/body-unknown complaintCategory/category.SAKIT@2019-01-01',
    ],
    [
      'a holiday on 30 February',
      change('holidays', ({ version }) => version === '2026', { jointLeave: ['02-30'] }),
      'rows/no-such-day holidays/holidays.2026@2025-09-19',
    ],
    [
      'a holiday that is joint leave as well',
      change('holidays', ({ version }) => version === '2026', { jointLeave: ['01-01'] }),
      'rows/day-twice holidays/holidays.2026@2025-09-19',
    ],
    [
      'steps of service out of order',
      change('benefit', benefit('JKK_PHK_KECELAKAAN', '2018-12-10'), {
        formula: {
          kind: 'BY_SERVICE',
          steps: [
            { fromMonths: 6, amount: 2n },
            { fromMonths: 3, amount: 1n },
          ],
        },
      }),
      'rows/steps-out-of-order benefit/benefit.JKK_PHK_KECELAKAAN@2018-12-10',
    ],
    [
      'a premium whose range is turned around',
      change('premium', keyed('premium.jht'), { atMost: 1n }),
      'rows/premium-range premium/premium.jht@2023-02-22',
    ],
  ])('%s', (_, rows, finding) => {
    expect(rulesIn(rows)).toContain(finding);
  });
});
