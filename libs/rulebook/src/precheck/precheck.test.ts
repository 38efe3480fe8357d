import { expect, test } from '@jest/globals';
import { precheck } from './precheck.ts';
import type { CoveragePeriod, PrecheckFacts } from './facts.ts';
import { precheckToJson } from './json.ts';

const contract: CoveragePeriod = {
  ref: 'contract-1',
  placement: 'PLACED',
  paidBeforeOn: '2024-01-10',
  paidDuringOn: '2024-02-01',
  embarkedOn: '2024-03-01',
  debarkedOn: null,
  contractStartsOn: '2024-03-01',
  contractEndsOn: '2026-03-01',
};
const fire: PrecheckFacts = {
  askedOn: '2025-12-24',
  event: { kind: 'DEATH', day: '2025-11-26', country: 'HK', byAccident: true },
  coverage: [contract],
  heirs: [{ ref: 'heir-1', relation: 'SPOUSE' }],
};

test('a covered death by accident is worth 85 million, paid to the widower', () => {
  const [line] = precheck(fire).lines;
  expect(line).toMatchObject({
    code: 'JKK_MENINGGAL',
    answer: 'eligible',
    amount: { kind: 'EXACT', idr: 85_000_000n },
  });
  expect(line?.payment).toMatchObject({ rank: 1, division: 'WHOLE', payees: [{ ref: 'heir-1' }] });
  expect(line?.filing).toMatchObject({ lastDay: '2030-11-25', expiresOn: '2030-11-26', state: 'open' });
});

test('the same fire without an active membership is worth nothing, and says so', () => {
  const result = precheck({ ...fire, coverage: [{ ...contract, activeOnEventDay: false }] });
  expect(result.verdict).toBe('NOT_ELIGIBLE');
  expect(result.lines).toContainEqual(expect.objectContaining({ code: 'JKK_MENINGGAL', answer: 'no', amount: null }));
  expect(result.findings).toContainEqual(expect.objectContaining({ code: 'INSURER_RECORD_DIFFERS' }));
});

test('an unknown cause of death leaves both programmes open and asks for the cause', () => {
  const { byAccident: _, ...event } = fire.event;
  const result = precheck({ ...fire, event });
  expect(result.verdict).toBe('UNDETERMINED');
  expect(result.lines.map(({ code, answer }) => [code, answer])).toEqual([
    ['JKM_SELAMA', 'undetermined'],
    ['JKK_MENINGGAL', 'undetermined'],
    ['BEASISWA', 'no'],
  ]);
  expect(result.lines[0]?.settledBy).toContainEqual(expect.objectContaining({ field: '/event/byAccident' }));
});

test('an old event is judged by the law of its day, however late somebody asks', () => {
  const coverage = [
    { ...contract, paidDuringOn: '2019-01-01', embarkedOn: '2019-01-10', contractEndsOn: '2021-01-10' },
  ];
  const event = { kind: 'ACCIDENT', day: '2020-03-01', country: 'TW', disability: { kind: 'TOTAL' } } as const;
  const { lines } = precheck({ askedOn: '2026-11-01', event, coverage });
  expect(lines.map(({ code }) => code)).not.toContain('JKK_RAWAT_LN'); // a benefit of 2023
  const [total] = lines.filter(({ code }) => code === 'JKK_CACAT_TOTAL');
  expect(total?.rows[0]?.instrument).toBe('Permenaker 18/2018');
  expect(total?.filing).toMatchObject({ lastDay: '2022-02-28', state: 'passed' });
});

test('after an accident in Indonesia during the contract, leave is asked about: it changes the answer', () => {
  const event = { kind: 'ACCIDENT', day: '2025-06-01', country: 'ID', disability: { kind: 'TOTAL' } } as const;
  const line = (onLeave?: boolean) =>
    precheck({
      askedOn: '2025-07-01',
      coverage: [contract],
      event: onLeave === undefined ? event : { ...event, onLeave },
    }).lines.find(({ code }) => code === 'JKK_CACAT_TOTAL');
  expect(line()).toMatchObject({ answer: 'undetermined', settledBy: [{ field: '/event/onLeave' }] });
  expect([line(false)?.answer, line(true)?.answer]).toEqual(['eligible', 'no']);
});

test('in JSON a sum is digits, as everywhere else', () => {
  const json = precheckToJson(precheck(fire)) as { lines: { amount: { idr: unknown } | null }[] };
  expect(json.lines[0]?.amount?.idr).toBe('85000000');
});
