import { expect, test } from '@jest/globals';
import { CLAIM_TYPES, CLAIM_TYPE_CODES, compareLines } from '@titian/domain';
import { CATALOGUE } from '@titian/events';
import { benefitRules } from '@titian/rulebook';

/** An event that breaks its contract holds its whole case back, so what the rules say must always fit. */
test.each(CLAIM_TYPE_CODES)('what the rules give for %s, and how it compares, may be published', (claimType) => {
  const lines = CLAIM_TYPES[claimType].lines.map((code) => ({ code, askedIdr: '1000000' }));
  for (const membership of [
    undefined,
    { from: '2025-01-01', until: '2027-01-01', active: true, source: 'BPJS_CARD' },
  ]) {
    const facts = { claimType, riskDay: '2025-11-26', riskCountry: 'TW', ...(membership && { membership }) };
    const expectation = benefitRules().expect({ facts, lines, askedOn: '2026-01-05' });
    const decided = lines.map(({ code }) => ({ code, reasonCode: 'NOT_PROVEN', article: 'Pasal 34' }));
    const comparison = compareLines(expectation, decided, () => '0');
    const recorded = { precheck: expectation, recheck: expectation, decisionComparison: comparison };
    expect(CATALOGUE.get('titian.facts.recorded.v1')?.data.safeParse({ facts: recorded }).error).toBeUndefined();
  }
});
