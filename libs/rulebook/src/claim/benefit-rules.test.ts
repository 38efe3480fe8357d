import { describe, expect, test } from '@jest/globals';
import { CLAIM_TYPES, CLAIM_TYPE_CODES, type ClaimToExpect, type JsonObject } from '@titian/domain';
import { precheck } from '../precheck/precheck.ts';
import { benefitRules, factsOfClaim } from './benefit-rules.ts';

const rules = benefitRules();
const ACTIVE = { from: '2025-01-01', until: '2027-01-01', active: true, source: 'SISKOP2MI' };
const claim = (claimType: string, facts: JsonObject = {}, lines?: ClaimToExpect['lines']): ClaimToExpect => ({
  facts: { claimType, riskDay: '2025-11-26', riskCountry: 'HK', ...facts },
  lines: lines ?? [{ code: claimType, askedIdr: '85000000' }],
  askedOn: '2026-01-05',
});
const first = (given: ClaimToExpect) => rules.expect(given).lines[0];
const abroad = {
  coverage: [
    {
      placement: 'PLACED',
      paidBeforeOn: '2024-11-01',
      paidDuringOn: '2024-12-20',
      paidMonths: 24,
      embarkedOn: '2025-01-01',
      debarkedOn: null,
      contractStartsOn: '2025-01-01',
      contractEndsOn: '2026-12-31',
    },
  ],
};

describe('what the rules give for a claim', () => {
  test('a death by accident of an active member: the sum, the rows, and that they are not verified', () => {
    expect(first(claim('JKK_MENINGGAL', { membership: ACTIVE, ...abroad }))).toMatchObject({
      code: 'JKK_MENINGGAL',
      answer: 'eligible',
      amount: 'EXACT',
      expectedIdr: '85000000',
      rows: expect.arrayContaining([expect.stringMatching(/^benefit\/.*@\d{4}-\d{2}-\d{2}$/)]),
    });
  });

  test('the same fire, a member who was not active that day: nothing', () => {
    const inactive = { membership: { ...ACTIVE, active: false }, ...abroad };
    expect(first(claim('JKK_MENINGGAL', inactive))).toMatchObject({ answer: 'no', expectedIdr: null });
  });

  test('a membership that ended before the event covers nothing', () => {
    const ended = { membership: { ...ACTIVE, until: '2025-11-25' }, ...abroad };
    expect(first(claim('JKK_MENINGGAL', ended))?.answer).toBe('no');
  });

  test('nobody has looked: undetermined, never refused', () => {
    expect(first(claim('JKM_SELAMA'))).toMatchObject({ answer: 'undetermined' });
  });

  test('treatment is expected at its cost, up to the ceiling', () => {
    const treated = (askedIdr: string) =>
      first(claim('JKK_RAWAT_LN', { membership: ACTIVE, ...abroad }, [{ code: 'JKK_RAWAT_LN', askedIdr }]));
    expect(treated('42500000')?.expectedIdr).toBe('42500000');
    expect(treated('70000000')?.expectedIdr).toBe('50000000');
  });

  test('a scholarship is expected by the year of its level', () => {
    const lines = [{ code: 'BEASISWA_SD', askedIdr: '1500000' }];
    const circumstances = { byAccident: true };
    expect(first(claim('BEASISWA', { membership: ACTIVE, circumstances, ...abroad }, lines))).toMatchObject({
      code: 'BEASISWA_SD',
      expectedIdr: '1500000',
    });
  });

  test('benefits that nobody asked for are told as well', () => {
    const told = rules.expect(
      claim('JKK_MENINGGAL', { membership: ACTIVE, heirs: [{ relation: 'CHILD' }], ...abroad }),
    );
    expect(told.lines.map(({ code }) => code)[0]).toBe('JKK_MENINGGAL');
  });

  test.each(CLAIM_TYPE_CODES)('%s: each of its lines has an answer, and twice the same', (claimType) => {
    const lines = CLAIM_TYPES[claimType].lines.map((code) => ({ code, askedIdr: '1000000' }));
    const given = claim(claimType, { membership: ACTIVE, ...abroad }, lines);
    const told = rules.expect(given);
    expect(told.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(lines.map(({ code }) => code)));
    expect(rules.expect(given)).toEqual(told);
    expect(precheck(factsOfClaim(given)).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
