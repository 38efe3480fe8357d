import { expect, test } from '@jest/globals';
import { precheck } from './precheck.ts';
import type { CoveragePeriod, PrecheckFacts } from './facts.ts';

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
