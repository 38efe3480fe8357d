import { describe, expect, test } from '@jest/globals';
import { rulebook, rulebookOf } from '../rows/rulebook.ts';
import type { Rows } from '../rows/schema.ts';
import type { Programme } from '../rows/vocabulary.ts';
import { coverOf, coverSpans } from './cover.ts';
import type { CoveragePeriod, EventFacts } from './facts.ts';

const law = rulebook.rulesOn('2025-01-01');
/** Paid on 10 January, left on 1 March 2024, contract to 1 March 2026, came back on 20 February 2026. */
const home: CoveragePeriod = {
  ref: 'contract-1',
  placement: 'PLACED',
  paidBeforeOn: '2024-01-10',
  paidDuringOn: '2024-02-20',
  embarkedOn: '2024-03-01',
  debarkedOn: '2026-02-20',
  arrivedHomeOn: '2026-02-22',
  contractStartsOn: '2024-03-01',
  contractEndsOn: '2026-03-01',
};
const notHome: CoveragePeriod = { ...home, debarkedOn: null, arrivedHomeOn: null };
const notLeft: CoveragePeriod = {
  ...home,
  paidDuringOn: null,
  embarkedOn: null,
  debarkedOn: null,
  arrivedHomeOn: null,
};
const alone: CoveragePeriod = { ...notLeft, placement: 'PERSEORANGAN', paidBeforeOn: null, paidDuringOn: '2024-01-10' };

const coverIn = (period: CoveragePeriod, programme: Programme, day: string, event: Partial<EventFacts> = {}) =>
  coverOf([period], { kind: 'DEATH', day, ...event }, programme, law);

describe('the ends of each time of cover', () => {
  test.each<[string, CoveragePeriod, Programme, string, string, string | null]>([
    ['the day before the premium', notLeft, 'JKM', '2024-01-09', 'not_covered', null],
    ['the day of the premium', notLeft, 'JKM', '2024-01-10', 'covered', 'before'],
    ['five months on', notLeft, 'JKM', '2024-06-10', 'covered', 'before'],
    ['five months and a day on', notLeft, 'JKM', '2024-06-11', 'not_covered', null],
    ['one month on, individual', alone, 'JKM', '2024-02-10', 'covered', 'before'],
    ['one month and a day on, individual', alone, 'JKM', '2024-02-11', 'not_covered', null],
    ['an accident before work, individual', alone, 'JKK', '2024-01-20', 'not_covered', null],
    ['the day before leaving', home, 'JKK', '2024-02-29', 'covered', 'before'],
    ['the day of leaving', home, 'JKK', '2024-03-01', 'covered', 'during'],
    ['the last day of the contract', notHome, 'JKK', '2026-03-01', 'covered', 'during'],
    ['a month after the contract', notHome, 'JKK', '2026-04-01', 'covered', 'during'],
    ['a month and a day after the contract', notHome, 'JKK', '2026-04-02', 'not_covered', null],
    ['the day of coming back', home, 'JKK', '2026-02-20', 'covered', 'during'],
    ['the day of reaching home, accident', home, 'JKK', '2026-02-22', 'covered', 'after'],
    ['the day after reaching home, accident', home, 'JKK', '2026-02-23', 'not_covered', null],
    ['thirty days after coming back, death', home, 'JKM', '2026-03-22', 'covered', 'after'],
    ['thirty-one days after coming back, death', home, 'JKM', '2026-03-23', 'not_covered', null],
  ])('%s', (_, period, programme, day, answer, window) => {
    expect(coverIn(period, programme, day)).toMatchObject({ answer, window });
  });
});

test.each([
  ['2018-03-12', '2018-04-12', 'covered'],
  ['2018-03-12', '2018-04-13', 'not_covered'],
  ['2020-03-12', '2020-04-12', 'covered'],
  ['2020-03-12', '2020-04-13', 'not_covered'],
  ['2024-03-12', '2024-04-11', 'covered'],
  ['2024-03-12', '2024-04-12', 'not_covered'],
])(
  'the old laws give a month after work, that of 2023 thirty days: back on %s, %s is %s',
  (debarkedOn, day, answer) => {
    const back = { ...home, embarkedOn: '2017-09-01', contractEndsOn: debarkedOn, debarkedOn, arrivedHomeOn: null };
    expect(coverOf([back], { kind: 'DEATH', day }, 'JKM', rulebook.rulesOn(day)).answer).toBe(answer);
  },
);

test('a premium for fewer months than the contract covers those months only', () => {
  const short = { ...notHome, paidMonths: 12 };
  expect(coverIn(short, 'JKM', '2025-04-01').answer).toBe('covered');
  expect(coverIn(short, 'JKM', '2025-04-02').answer).toBe('not_covered');
});

test('somebody who came back long after cover had ended has no time after work', () => {
  const late = { ...home, debarkedOn: '2026-06-01', arrivedHomeOn: '2026-06-02' };
  expect(coverIn(late, 'JKM', '2026-06-10').answer).toBe('not_covered');
});

test('an event abroad needs no day of departure, one in Indonesia asks for it', () => {
  const { embarkedOn: _, debarkedOn: __, arrivedHomeOn: ___, ...unsaid } = home;
  expect(coverIn(unsaid, 'JKM', '2025-01-01', { country: 'HK' })).toMatchObject({
    answer: 'covered',
    window: 'during',
  });
  const asked = coverIn(unsaid, 'JKM', '2025-01-01', { country: 'ID' });
  expect(asked.answer).toBe('undetermined');
  expect(asked.settledBy.map(({ field }) => field)).toContain('/coverage/0/embarkedOn');
});

test('somebody abroad has not come back, whatever day of return another paper gives', () => {
  // Debarked in February: a death in Hong Kong in March cannot lie in the time after work.
  expect(coverIn(home, 'JKM', '2026-03-10', { country: 'HK' }).window).toBeNull();
});

test('a rule that ended is gone the day after, also where no other follows it', () => {
  const window = rulebook.rows.window.filter(({ validTo }) => validTo === '2018-12-09');
  const nothing = Object.fromEntries(Object.keys(rulebook.rows).map((kind) => [kind, []])) as unknown as Rows;
  const book = rulebookOf({ ...nothing, window });
  expect(book.rulesOn('2018-12-09').rows.window).toHaveLength(5);
  expect(book.rulesOn('2018-12-10').rows.window).toHaveLength(0);
});

test('on leave in Indonesia the time of work goes on', () => {
  expect(coverIn(notHome, 'JKM', '2025-01-01', { country: 'ID', onLeave: true })).toMatchObject({ window: 'during' });
});

test.each<[string, Partial<CoveragePeriod>, string]>([
  ['the premium', { paidDuringOn: undefined }, '/coverage/0/paidDuringOn'],
  ['the end of the contract', { contractEndsOn: undefined }, '/coverage/0/contractEndsOn'],
])('a period without %s asks for it', (_, unsaid, field) => {
  const cover = coverIn({ ...notHome, ...unsaid }, 'JKM', '2025-01-01', { country: 'TW' });
  expect(cover.answer).toBe('undetermined');
  expect(cover.settledBy.map((fact) => fact.field)).toEqual([field]);
});

test('after coming back, whether home was reached matters to an accident and not to a death', () => {
  const { arrivedHomeOn: _, ...back } = home;
  expect(coverIn(back, 'JKM', '2026-03-01').answer).toBe('covered');
  expect(coverIn(back, 'JKK', '2026-03-01').settledBy.map(({ field }) => field)).toEqual(['/coverage/0/arrivedHomeOn']);
  expect(coverIn({ ...back, arrivedHomeOn: null }, 'JKK', '2026-03-01').answer).toBe('covered');
});

test('the second contract needs its own premium', () => {
  const second: CoveragePeriod = {
    ...notHome,
    ref: 'contract-2',
    paidDuringOn: null,
    embarkedOn: '2026-04-10',
    contractEndsOn: '2028-04-10',
  };
  const death: EventFacts = { kind: 'DEATH', day: '2027-01-01', country: 'HK' };
  expect(coverOf([home, second], death, 'JKM', law).answer).toBe('not_covered');
  expect(coverOf([home, { ...second, paidDuringOn: '2026-04-01' }], death, 'JKM', law)).toMatchObject({
    answer: 'covered',
    ref: 'contract-2',
  });
});

test("the insurer's record of an active member outweighs days that do not reach, as a question", () => {
  const cover = coverIn({ ...notHome, activeOnEventDay: true }, 'JKM', '2026-09-01', { country: 'TW' });
  expect(cover.answer).toBe('undetermined');
});

test('nobody looked: the membership itself is asked for', () => {
  const cover = coverOf(undefined, { kind: 'DEATH', day: '2025-01-01' }, 'JKM', law);
  expect(cover.settledBy.map(({ field }) => field)).toEqual(['/coverage']);
});

test('every span names its row, so that a timer can cite it', () => {
  expect(coverSpans(home, law).map(({ window, from, to, row }) => [window, from, to, row.id])).toEqual([
    ['before', '2024-01-10', '2024-03-01', 'window/window.before.placed@2023-02-22'],
    ['during', '2024-03-01', '2026-02-20', 'window/window.during@2023-02-22'],
    ['after', '2026-02-20', '2026-02-22', 'window/window.after.jkk@2023-02-22'],
    ['after', '2026-02-20', '2026-03-22', 'window/window.after.jkm@2023-02-22'],
  ]);
});
