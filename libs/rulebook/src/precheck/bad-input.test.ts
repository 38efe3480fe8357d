import { describe, expect, test } from '@jest/globals';
import type { CoveragePeriod, HeirFact, PrecheckFacts } from './facts.ts';
import { factsFromJson } from './json.ts';
import { precheck } from './precheck.ts';

const period: CoveragePeriod = {
  ref: 'contract-1',
  placement: 'PLACED',
  paidBeforeOn: '2024-01-10',
  paidDuringOn: '2024-02-20',
  embarkedOn: '2024-03-01',
  debarkedOn: null,
  contractStartsOn: '2024-03-01',
  contractEndsOn: '2026-03-01',
};
const death: PrecheckFacts = {
  askedOn: '2025-07-01',
  event: { kind: 'DEATH', day: '2025-06-01', country: 'HK', byAccident: true },
  worker: { bornOn: '1990-01-01', sex: 'F', maritalStatus: 'MARRIED' },
  coverage: [period],
  heirs: [{ ref: 'heir-1', relation: 'SPOUSE' }],
};
const withPeriod = (more: Partial<CoveragePeriod>): PrecheckFacts => ({ ...death, coverage: [{ ...period, ...more }] });
const withHeirs = (...heirs: HeirFact[]): PrecheckFacts => ({ ...death, heirs });

test('good facts have no finding', () => {
  expect(precheck(death).findings).toEqual([]);
});

describe('facts that contradict are named by field, with a remedy in both languages', () => {
  test.each<[string, PrecheckFacts, string, string, 'error' | 'warning']>([
    [
      'a return before the departure',
      withPeriod({ debarkedOn: '2024-02-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/debarkedOn',
      'error',
    ],
    [
      'a return of somebody who never left',
      withPeriod({ embarkedOn: null, debarkedOn: '2025-01-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/debarkedOn',
      'error',
    ],
    [
      'home before Indonesia',
      withPeriod({ debarkedOn: '2025-05-02', arrivedHomeOn: '2025-05-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/arrivedHomeOn',
      'error',
    ],
    [
      'a contract that ends first',
      withPeriod({ contractEndsOn: '2024-02-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/contractEndsOn',
      'error',
    ],
    [
      'a membership that ends first',
      withPeriod({ memberFrom: '2024-02-01', memberUntil: '2024-01-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/memberUntil',
      'error',
    ],
    [
      'a premium before work paid after leaving',
      withPeriod({ paidBeforeOn: '2024-04-01' }),
      'DAYS_CONTRADICT',
      '/coverage/0/embarkedOn',
      'warning',
    ],
    [
      'a premium shorter than the contract',
      withPeriod({ paidMonths: 12 }),
      'PREMIUM_SHORTER_THAN_CONTRACT',
      '/coverage/0/paidMonths',
      'warning',
    ],
    [
      'an event abroad of somebody who never left',
      withPeriod({ embarkedOn: null }),
      'EVENT_ABROAD_WITHOUT_DEPARTURE',
      '/coverage/0/embarkedOn',
      'warning',
    ],
    [
      'an event outside every window',
      { ...death, event: { ...death.event, day: '2024-01-01' } },
      'EVENT_OUTSIDE_COVER',
      '/event/day',
      'warning',
    ],
    [
      'an event in the future',
      { ...death, event: { ...death.event, day: '2025-07-02' } },
      'EVENT_IN_FUTURE',
      '/event/day',
      'error',
    ],
    [
      'an event before the oldest rule',
      { ...death, event: { ...death.event, day: '2017-07-31' } },
      'EVENT_BEFORE_FIRST_RULE',
      '/event/day',
      'error',
    ],
    [
      'contracts that overlap',
      {
        ...death,
        coverage: [
          period,
          {
            ...period,
            ref: 'contract-2',
            embarkedOn: '2025-01-01',
            contractStartsOn: '2025-01-01',
            contractEndsOn: '2027-01-01',
          },
        ],
      },
      'PERIODS_OVERLAP',
      '/coverage/1',
      'error',
    ],
    ['a benefit that nobody knows', { ...death, wanted: ['JKK_LIBURAN'] }, 'BENEFIT_UNKNOWN', '/wanted/0', 'error'],
    [
      'a cost for a benefit that nobody knows',
      { ...death, costs: [{ benefit: 'JKK_SPA', amountIdr: 1n }] },
      'BENEFIT_UNKNOWN',
      '/costs/0/benefit',
      'error',
    ],
    [
      'a benefit of a later law',
      { ...death, event: { ...death.event, day: '2022-06-01' }, wanted: ['JKK_RAWAT_LN'] },
      'BENEFIT_NOT_IN_FORCE',
      '/wanted/0',
      'warning',
    ],
    [
      'a contract listed twice',
      { ...death, coverage: [period, { ...period }] },
      'PERIOD_TWICE',
      '/coverage/1/ref',
      'warning',
    ],
    [
      'two husbands',
      withHeirs({ ref: 'a', relation: 'SPOUSE' }, { ref: 'b', relation: 'SPOUSE' }),
      'HEIRS_CANNOT_COEXIST',
      '/heirs/1/relation',
      'error',
    ],
    [
      'three parents',
      withHeirs(...['a', 'b', 'c'].map((ref): HeirFact => ({ ref, relation: 'PARENT' }))),
      'HEIRS_CANNOT_COEXIST',
      '/heirs/2/relation',
      'error',
    ],
    [
      'a spouse of somebody single',
      { ...death, worker: { maritalStatus: 'SINGLE' } },
      'HEIR_IMPOSSIBLE',
      '/heirs/0/relation',
      'error',
    ],
    [
      'a child older than the worker',
      withHeirs({ ref: 'a', relation: 'CHILD', bornOn: '1985-01-01' }),
      'HEIR_IMPOSSIBLE',
      '/heirs/0/bornOn',
      'error',
    ],
    [
      'a parent younger than the worker',
      withHeirs({ ref: 'a', relation: 'PARENT', bornOn: '1995-01-01' }),
      'HEIR_IMPOSSIBLE',
      '/heirs/0/bornOn',
      'error',
    ],
    [
      'a child born two years later',
      { ...withHeirs({ ref: 'a', relation: 'CHILD', bornOn: '2027-06-02' }), askedOn: '2028-01-01' },
      'HEIR_IMPOSSIBLE',
      '/heirs/0/bornOn',
      'error',
    ],
    [
      'an heir listed twice',
      withHeirs({ ref: 'a', relation: 'CHILD' }, { ref: 'a', relation: 'CHILD' }),
      'HEIR_TWICE',
      '/heirs/1/ref',
      'error',
    ],
    [
      'a child without a guardian',
      withHeirs({ ref: 'a', relation: 'CHILD', bornOn: '2015-01-01' }),
      'MINOR_WITHOUT_GUARDIAN',
      '/heirs/0/guardianRef',
      'warning',
    ],
    [
      'six years of kindergarten',
      withHeirs({ ref: 'a', relation: 'CHILD', school: { level: 'TK', yearsLeft: 6 } }),
      'SCHOOL_YEARS_TOO_MANY',
      '/heirs/0/school/yearsLeft',
      'error',
    ],
  ])('%s', (_, facts, code, field, severity) => {
    const found = precheck(facts).findings.find((finding) => finding.code === code && finding.field === field);
    expect(found).toMatchObject({ severity });
    for (const text of [found?.message.id, found?.message.en, found?.remedy.id, found?.remedy.en])
      expect(text).toMatch(/\S/);
  });
});

describe('a bad fact is not used, and the rest is', () => {
  test('a day of return that cannot be leaves the event abroad covered', () => {
    expect(precheck(withPeriod({ debarkedOn: '2024-02-01' })).lines[0]).toMatchObject({
      code: 'JKK_MENINGGAL',
      answer: 'eligible',
    });
  });

  test('a contract whose end cannot be is asked for again', () => {
    const [line] = precheck(withPeriod({ contractEndsOn: '2024-02-01' })).lines;
    expect(line?.answer).toBe('undetermined');
    expect(line?.settledBy.map(({ field }) => field)).toEqual(['/coverage/0/contractEndsOn']);
  });

  test('an unknown benefit leaves the others answered', () => {
    expect(precheck({ ...death, wanted: ['JKK_LIBURAN'] }).verdict).toBe('ELIGIBLE');
  });

  test('heirs that cannot exist together are asked for again, the right to the sum stays', () => {
    const [line] = precheck(withHeirs({ ref: 'a', relation: 'SPOUSE' }, { ref: 'b', relation: 'SPOUSE' })).lines;
    expect(line).toMatchObject({ answer: 'eligible', payment: { division: 'NONE', payees: [] } });
    expect(line?.settledBy.map(({ field }) => field)).toContain('/heirs');
  });

  test('an heir listed twice is paid once', () => {
    const [line] = precheck(withHeirs({ ref: 'a', relation: 'CHILD' }, { ref: 'a', relation: 'CHILD' })).lines;
    expect(line?.payment.payees).toHaveLength(1);
  });

  test('years of school beyond the level are not paid for', () => {
    const facts = withHeirs({ ref: 'a', relation: 'CHILD', school: { level: 'PT', yearsLeft: 6 } });
    expect(precheck(facts).lines.find(({ code }) => code === 'BEASISWA')?.amount?.idr).toBe(48_000_000n);
  });

  test('an event that nobody can judge yet has no lines, and no verdict against the family', () => {
    const future = precheck({ ...death, event: { ...death.event, day: '2025-07-02' } });
    expect([future.verdict, future.lines]).toEqual(['UNDETERMINED', []]);
  });
});

describe('facts out of JSON', () => {
  const json = { askedOn: '2025-07-01', event: { kind: 'DEATH', day: '2025-06-01' } };

  test('sums are digits', () => {
    const read = factsFromJson({ ...json, costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: '61400000' }] });
    expect(read).toMatchObject({ facts: { costs: [{ amountIdr: 61_400_000n }] } });
  });

  test.each([
    ['a sum with a decimal', { costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: '10.5' }] }, '/costs/0/amountIdr'],
    ['a sum that is a number', { costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: 10.5 }] }, '/costs/0/amountIdr'],
    ['a negative sum', { costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: '-1' }] }, '/costs/0/amountIdr'],
    ['30 February', { askedOn: '2025-02-30' }, '/askedOn'],
    ['a day in words', { event: { kind: 'DEATH', day: 'kemarin' } }, '/event/day'],
    ['an event nobody knows', { event: { kind: 'LOTTERY', day: '2025-06-01' } }, '/event/kind'],
    ['a field nobody knows', { name: 'Siti' }, '/name'],
    ['a name in place of a reference', { heirs: [{ ref: 'Siti Aminah', relation: 'SPOUSE' }] }, '/heirs/0/ref'],
  ])('%s is refused by field', (_, wrong, field) => {
    const read = factsFromJson({ ...json, ...wrong });
    expect('findings' in read ? read.findings.map((finding) => finding.field) : []).toContain(field);
  });

  test('every fault is told at once', () => {
    const read = factsFromJson({ askedOn: 'x', event: { kind: 'DEATH', day: 'y' } });
    expect('findings' in read ? read.findings : []).toHaveLength(2);
  });
});
