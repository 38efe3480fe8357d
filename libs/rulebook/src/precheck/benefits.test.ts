import { describe, expect, test } from '@jest/globals';
import { rulebook } from '../rows/rulebook.ts';
import { monthsLater } from './days.ts';
import type { CoveragePeriod, EventFacts, PrecheckFacts } from './facts.ts';
import { precheck } from './precheck.ts';
import type { PrecheckLine } from './result.ts';

const LAWS = {
  '2018-01-15': 'Permenaker 7/2017',
  '2020-01-15': 'Permenaker 18/2018',
  '2024-01-15': 'Permenaker 4/2023',
} as const;
type LawDay = keyof typeof LAWS;

const yearsBack = (day: string, years: number): string => monthsLater(day, -12 * years);

/** A period in which the day lies before, during or after work. */
function periodAround(day: string, window: 'before' | 'during' | 'after'): CoveragePeriod {
  const common = { ref: 'contract-1', placement: 'PLACED' as const, jhtMember: true };
  if (window === 'before')
    return { ...common, paidBeforeOn: day, paidDuringOn: null, embarkedOn: null, debarkedOn: null };
  const embarkedOn = yearsBack(day, 1);
  const contractEndsOn = yearsBack(day, -1);
  const debarkedOn = window === 'after' ? day.replace('-15', '-14') : null;
  return { ...common, paidDuringOn: embarkedOn, embarkedOn, contractEndsOn, debarkedOn, arrivedHomeOn: null };
}

const HERE = 'ID';
/** An event that meets every condition of a benefit, and where it must lie. */
const EVENTS: Readonly<Record<string, { event: Omit<EventFacts, 'day'>; window: 'before' | 'during' | 'after' }>> = {
  JKM_SEBELUM: { event: { kind: 'DEATH', byAccident: false, country: HERE }, window: 'before' },
  JKM_SELAMA: { event: { kind: 'DEATH', byAccident: false, country: 'TW' }, window: 'during' },
  JKM_SETELAH: { event: { kind: 'DEATH', byAccident: false, country: HERE }, window: 'after' },
  JKK_MENINGGAL: { event: { kind: 'DEATH', byAccident: true, country: 'TW' }, window: 'during' },
  JKK_RAWAT_LN: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_RAWAT_RI: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_RAWAT_RUMAH: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_TRANSPORT: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_ALAT_DENGAR: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_KACAMATA: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_GIGI_TIRUAN: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_ORTHESE: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_CACAT_SEBAGIAN: {
    event: { kind: 'ACCIDENT', country: 'TW', disability: { kind: 'PARTIAL_ANATOMICAL', basisPoints: 3950 } },
    window: 'during',
  },
  JKK_CACAT_TOTAL: { event: { kind: 'ACCIDENT', country: 'TW', disability: { kind: 'TOTAL' } }, window: 'during' },
  JKK_BERKALA: { event: { kind: 'ACCIDENT', country: 'TW', disability: { kind: 'TOTAL' } }, window: 'during' },
  JKK_PELATIHAN: {
    event: { kind: 'ACCIDENT', country: 'TW', disability: { kind: 'PARTIAL_FUNCTIONAL', basisPoints: 100 } },
    window: 'during',
  },
  JKK_GAGAL_BERANGKAT: { event: { kind: 'FAILED_DEPARTURE', causedBy: 'OTHER' }, window: 'before' },
  JKK_GAGAL_DITEMPATKAN: { event: { kind: 'FAILED_PLACEMENT', causedBy: 'PLACER', country: 'TW' }, window: 'during' },
  JKK_TIDAK_SESUAI_PK: { event: { kind: 'NOT_PER_CONTRACT', againstOwnWill: true, country: 'TW' }, window: 'during' },
  JKK_PHK_SEPIHAK: {
    event: { kind: 'DISMISSAL', country: 'TW', dismissal: { afterAccident: false } },
    window: 'during',
  },
  JKK_PHK_KECELAKAAN: {
    event: {
      kind: 'DISMISSAL',
      country: 'TW',
      dismissal: { afterAccident: true, serviceMonths: 18, excludedBy: 'NONE' },
    },
    window: 'during',
  },
  JKK_PEMERKOSAAN: { event: { kind: 'RAPE', proven: true, country: 'TW' }, window: 'during' },
  JKK_KERUGIAN_PULANG: { event: { kind: 'LOSS', country: HERE }, window: 'after' },
  JKK_PULANG_KECELAKAAN: { event: { kind: 'ACCIDENT', country: 'TW' }, window: 'during' },
  JKK_PULANG_BERMASALAH: { event: { kind: 'REPATRIATION', crimeOrDrugs: false, country: 'TW' }, window: 'during' },
  BEASISWA: { event: { kind: 'DEATH', byAccident: true, country: 'TW' }, window: 'during' },
  JHT_MENINGGAL: { event: { kind: 'DEATH', byAccident: true, country: 'TW' }, window: 'during' },
  JHT_CACAT_TOTAL: { event: { kind: 'ACCIDENT', country: 'TW', disability: { kind: 'TOTAL' } }, window: 'during' },
  JHT_USIA_56: { event: { kind: 'RETIREMENT_AGE' }, window: 'during' },
  JHT_GAGAL_BERANGKAT: { event: { kind: 'FAILED_DEPARTURE', causedBy: 'OTHER' }, window: 'before' },
};

function factsFor(code: string, day: string, more: Partial<PrecheckFacts> = {}): PrecheckFacts {
  const found = EVENTS[code];
  if (found === undefined) throw new Error(`no event for ${code}`);
  return {
    askedOn: day,
    event: { ...found.event, day },
    worker: { bornOn: '1960-01-01' },
    coverage: [periodAround(day, found.window)],
    heirs: [
      {
        ref: 'child-1',
        relation: 'CHILD',
        bornOn: '2010-01-01',
        guardianRef: 'g',
        school: { level: 'SMA', yearsLeft: 1 },
      },
    ],
    wanted: [code],
    ...more,
  };
}
const lineFor = (code: string, day: string, more: Partial<PrecheckFacts> = {}): PrecheckLine | undefined =>
  precheck(factsFor(code, day, more)).lines.find((line) => line.code === code);

const NONE = 'no such benefit';
const at = (kind: string, idr: number | null): string => `${kind} ${idr === null ? '-' : String(idr)}`;
const UNKNOWN = at('UNKNOWN', null);

describe('every benefit under every law', () => {
  test.each<[string, string, string, string]>([
    // code, 7/2017, 18/2018, 4/2023
    ['JKM_SEBELUM', at('EXACT', 24_000_000), at('EXACT', 24_000_000), at('EXACT', 42_000_000)],
    ['JKM_SELAMA', at('EXACT', 85_000_000), at('EXACT', 85_000_000), at('EXACT', 85_000_000)],
    ['JKM_SETELAH', at('EXACT', 24_000_000), at('EXACT', 24_000_000), at('EXACT', 42_000_000)],
    ['JKK_MENINGGAL', at('EXACT', 85_000_000), at('EXACT', 85_000_000), at('EXACT', 85_000_000)],
    ['JKK_RAWAT_LN', NONE, NONE, at('AT_MOST', 50_000_000)],
    ['JKK_RAWAT_RI', at('AT_MOST', null), at('AT_MOST', null), at('AT_MOST', null)],
    ['JKK_RAWAT_RUMAH', NONE, NONE, at('AT_MOST', 20_000_000)],
    ['JKK_TRANSPORT', UNKNOWN, UNKNOWN, at('AT_MOST', 17_000_000)],
    ['JKK_ALAT_DENGAR', NONE, NONE, at('AT_MOST', 2_500_000)],
    ['JKK_KACAMATA', NONE, NONE, at('AT_MOST', 1_000_000)],
    ['JKK_GIGI_TIRUAN', NONE, NONE, UNKNOWN],
    ['JKK_ORTHESE', NONE, NONE, UNKNOWN],
    ['JKK_CACAT_SEBAGIAN', at('EXACT', 56_090_000), at('EXACT', 56_090_000), at('EXACT', 56_090_000)],
    ['JKK_CACAT_TOTAL', at('EXACT', 100_000_000), at('EXACT', 100_000_000), at('EXACT', 100_000_000)],
    ['JKK_BERKALA', at('EXACT', 4_800_000), at('EXACT', 4_800_000), UNKNOWN],
    ['JKK_PELATIHAN', NONE, NONE, at('IN_KIND', null)],
    ['JKK_GAGAL_BERANGKAT', at('EXACT', 7_500_000), at('EXACT', 7_500_000), at('EXACT', 10_000_000)],
    ['JKK_GAGAL_DITEMPATKAN', at('AT_MOST', 17_500_000), at('AT_MOST', 17_500_000), UNKNOWN],
    ['JKK_TIDAK_SESUAI_PK', NONE, NONE, at('AT_MOST', 40_000_000)],
    ['JKK_PHK_SEPIHAK', NONE, NONE, at('EXACT', 1_500_000)],
    ['JKK_PHK_KECELAKAAN', at('EXACT', 5_000_000), at('EXACT', 5_000_000), UNKNOWN],
    ['JKK_PEMERKOSAAN', NONE, NONE, at('EXACT', 50_000_000)],
    ['JKK_KERUGIAN_PULANG', at('AT_MOST', 10_000_000), at('AT_MOST', 10_000_000), at('AT_MOST', 10_000_000)],
    ['JKK_PULANG_KECELAKAAN', at('AT_MOST', 10_000_000), at('AT_MOST', 10_000_000), UNKNOWN],
    ['JKK_PULANG_BERMASALAH', at('AT_MOST', 10_000_000), at('AT_MOST', 10_000_000), at('AT_MOST', 15_000_000)],
    ['BEASISWA', UNKNOWN, UNKNOWN, at('EXACT', 51_000_000)],
    ['JHT_MENINGGAL', NONE, NONE, at('BALANCE', null)],
    ['JHT_CACAT_TOTAL', NONE, NONE, at('BALANCE', null)],
    ['JHT_USIA_56', NONE, NONE, at('BALANCE', null)],
    ['JHT_GAGAL_BERANGKAT', NONE, NONE, at('BALANCE', null)],
  ])('%s: %s, %s, %s', (code, ...expected) => {
    const days = Object.keys(LAWS) as LawDay[];
    const found = days.map((day) => {
      const line = lineFor(code, day);
      if (line === undefined) return NONE;
      expect([line.answer, line.rows[0]?.instrument]).toEqual(['eligible', LAWS[day]]);
      return at(String(line.amount?.kind), line.amount?.idr == null ? null : Number(line.amount.idr));
    });
    expect(found).toEqual(expected);
  });

  test('the table has every benefit of the rows', () => {
    expect(Object.keys(EVENTS).sort()).toEqual([...new Set(rulebook.rows.benefit.map(({ code }) => code))].sort());
  });
});

describe('the change of law falls between two days', () => {
  test.each([
    ['JKK_GAGAL_BERANGKAT', '2023-02-21', 7_500_000n],
    ['JKK_GAGAL_BERANGKAT', '2023-02-22', 10_000_000n],
    ['JKM_SETELAH', '2023-02-21', 24_000_000n],
    ['JKM_SETELAH', '2023-02-22', 42_000_000n],
  ])('%s on %s', (code, day, idr) => {
    const { window, event } = EVENTS[code] as (typeof EVENTS)[string];
    const coverage = [
      window === 'before'
        ? periodAround(day, 'before')
        : { ...periodAround('2023-02-15', 'after'), debarkedOn: '2023-02-14' },
    ];
    expect(lineFor(code, day, { coverage, event: { ...event, day } })?.amount?.idr).toBe(idr);
  });
});

describe('one fact turns the answer', () => {
  const day = '2024-01-15';
  test.each<[string, string, Partial<EventFacts>, string]>([
    ['own fault', 'JKK_GAGAL_BERANGKAT', { causedBy: 'WORKER' }, 'no'],
    ['the placing body', 'JKK_GAGAL_BERANGKAT', { causedBy: 'PLACER' }, 'no'],
    ['a policy of the government', 'JKK_GAGAL_BERANGKAT', { causedBy: 'GOVERNMENT_POLICY' }, 'no'],
    ['own fault', 'JKK_GAGAL_DITEMPATKAN', { causedBy: 'WORKER' }, 'no'],
    ['own will', 'JKK_TIDAK_SESUAI_PK', { againstOwnWill: false }, 'no'],
    ['not proven yet', 'JKK_PEMERKOSAAN', { proven: false }, 'not_yet'],
    ['drugs', 'JKK_PULANG_BERMASALAH', { crimeOrDrugs: true }, 'no'],
    ['on leave', 'JKK_CACAT_TOTAL', { onLeave: true }, 'no'],
    [
      'no declaration of the doctor',
      'JKK_CACAT_TOTAL',
      { disability: { kind: 'TOTAL', declaredByDoctor: false } },
      'not_yet',
    ],
    ['another disability', 'JKK_CACAT_TOTAL', { disability: { kind: 'NONE' } }, 'no'],
    ['after an accident', 'JKK_PHK_SEPIHAK', { dismissal: { afterAccident: true } }, 'no'],
    [
      'a contract that ended',
      'JKK_PHK_KECELAKAAN',
      { dismissal: { afterAccident: true, excludedBy: 'CONTRACT_ENDED' } },
      'no',
    ],
    ['the cause of dismissal untold', 'JKK_PHK_SEPIHAK', { dismissal: {} }, 'undetermined'],
    ['a death by accident', 'JKM_SELAMA', { byAccident: true }, 'no'],
    ['no accident', 'JKK_MENINGGAL', { byAccident: false }, 'no'],
  ])('%s: %s', (_, code, more, answer) => {
    const facts = factsFor(code, day);
    expect(lineFor(code, day, { event: { ...facts.event, ...more } })?.answer).toBe(answer);
  });

  test('a dismissal in the last month of the contract is too late for the benefit', () => {
    const coverage = (contractEndsOn: string) => [{ ...periodAround(day, 'during'), contractEndsOn }];
    expect(lineFor('JKK_PHK_SEPIHAK', day, { coverage: coverage('2024-02-15') })?.answer).toBe('eligible');
    expect(lineFor('JKK_PHK_SEPIHAK', day, { coverage: coverage('2024-02-14') })?.answer).toBe('no');
  });

  test('savings are due at 56, and not before', () => {
    expect(lineFor('JHT_USIA_56', day, { worker: { bornOn: '1968-01-15' } })?.answer).toBe('eligible');
    expect(lineFor('JHT_USIA_56', day, { worker: { bornOn: '1968-01-16' } })?.answer).toBe('not_yet');
  });

  test('a death before work, not by accident, brings no scholarship; by accident it does', () => {
    const before = { coverage: [periodAround(day, 'before')], wanted: [] };
    const died = (byAccident: boolean): EventFacts => ({ kind: 'DEATH', day, byAccident, country: HERE });
    expect(lineFor('BEASISWA', day, { ...before, event: died(false) })?.answer).toBe('no');
    expect(lineFor('BEASISWA', day, { ...before, event: died(true) })?.answer).toBe('eligible');
  });
});

test('transport is capped for each way of its own', () => {
  const costs = [
    { benefit: 'JKK_TRANSPORT', amountIdr: 7_000_000n, mode: 'LAND' as const },
    { benefit: 'JKK_TRANSPORT', amountIdr: 1_500_000n, mode: 'SEA' as const },
  ];
  expect(lineFor('JKK_TRANSPORT', '2024-01-15', { costs })?.amount).toMatchObject({ kind: 'EXACT', idr: 6_500_000n });
});

test('transport in Indonesia is filed with the care there', () => {
  const { event } = factsFor('JKK_TRANSPORT', '2024-01-15');
  const abroad = lineFor('JKK_TRANSPORT', '2024-01-15');
  const home = lineFor('JKK_TRANSPORT', '2024-01-15', {
    event: { ...event, country: 'ID' },
    coverage: [periodAround('2024-01-15', 'before')],
  });
  expect([abroad?.claimType, home?.claimType]).toEqual(['JKK_RAWAT_LN', 'JKK_RAWAT_RI']);
});

test('money and transport of one benefit are capped apart', () => {
  const costs = [{ benefit: 'JKK_TIDAK_SESUAI_PK', amountIdr: 90_000_000n }];
  expect(lineFor('JKK_TIDAK_SESUAI_PK', '2024-01-15', { costs })?.amount).toMatchObject({
    kind: 'EXACT',
    idr: 40_000_000n,
  });
});

test('of three children at school the family picks two: the answer is the most that can be', () => {
  const child = (ref: string, level: 'TK' | 'SMA' | 'PT') => ({
    ref,
    relation: 'CHILD' as const,
    school: { level, yearsLeft: 1 },
  });
  const heirs = [child('a', 'PT'), child('b', 'TK'), child('c', 'SMA')];
  const line = lineFor('BEASISWA', '2024-01-15', { heirs });
  expect(line?.amount).toMatchObject({ kind: 'AT_MOST', idr: 73_500_000n + 51_000_000n, ceilingIdr: 150_000_000n });
  expect(line?.amount?.formula.en).toContain('the family picks 2 of 3 children');
});

test.each([
  [2, 0n],
  [3, 2_000_000n],
  [5, 2_000_000n],
  [6, 3_000_000n],
  [12, 4_000_000n],
  [18, 5_000_000n],
])('under the old rule %i months of service are worth %s after an accident', (serviceMonths, idr) => {
  const { event } = factsFor('JKK_PHK_KECELAKAAN', '2020-01-15');
  const dismissal = { afterAccident: true, excludedBy: 'NONE' as const, serviceMonths };
  expect(lineFor('JKK_PHK_KECELAKAAN', '2020-01-15', { event: { ...event, dismissal } })?.amount?.idr).toBe(idr);
});

test('where sources conflict, the answer shows what is told and calculates with the row only', () => {
  const line = lineFor('JKK_PHK_SEPIHAK', '2024-01-15');
  expect(line?.amount?.idr).toBe(1_500_000n);
  expect(line?.amount?.reported).toEqual([
    { amount: 1_500_000n, says: 'for each month', source: 'T25' },
    { amount: 1_500_000n, says: 'for each month', source: 'S26' },
  ]);
});

describe('until when', () => {
  test.each([
    ['2024-01-15', '2029-01-14'],
    ['2020-01-15', '2022-01-14'],
    ['2024-02-29', '2029-02-27'],
  ])('an accident of %s is filed by %s', (day, lastDay) => {
    expect(lineFor('JKK_MENINGGAL', day)?.filing.lastDay).toBe(lastDay);
  });

  test('the day of filing counts, the day after is passed and the right stays for a person to judge', () => {
    const line = (askedOn: string) => lineFor('JKK_MENINGGAL', '2024-01-15', { askedOn });
    expect(line('2029-01-14')?.filing.state).toBe('open');
    expect(line('2029-01-15')).toMatchObject({ answer: 'eligible', filing: { state: 'passed' } });
  });

  test('for a death that was no accident no length was found, and none is invented', () => {
    expect(lineFor('JKM_SELAMA', '2024-01-15')?.filing).toMatchObject({ lastDay: null, state: 'unknown' });
  });
});
