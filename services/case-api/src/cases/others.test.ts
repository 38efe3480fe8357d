import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@titian/domain';
import { withoutOthers } from './others.ts';

const [OTHER, OWN] = ['3f6a1c52-0000-4000-8000-000000000008', '3f6a1c52-0000-4000-8000-000000000009'];
const view: JsonObject = {
  facts: {
    claimType: 'JKK_RAWAT_LN',
    possibleDuplicates: [{ caseId: OTHER, rule: 'NIK' }],
    duplicatesCleared: [OTHER],
  },
  links: [
    { caseId: OTHER, relation: 'same_worker' },
    { caseId: OWN, relation: 'same_worker' },
    { caseId: OTHER, relation: 'placement' },
  ],
  timeline: [
    { type: 'titian.claim.reported.v1', data: {} },
    { type: 'titian.claim.duplicates-searched.v1', data: { input: { found: [{ caseId: OTHER }] } } },
    { type: 'titian.claim.duplicate-cleared.v1', data: { input: { caseId: OTHER } } },
    { type: 'titian.placement.same-worker-confirmed.v1', data: { input: { caseId: OTHER } } },
    { type: 'titian.case.linked.v1', data: { caseId: OTHER, relation: 'same_worker' } },
    {
      type: 'titian.facts.recorded.v1',
      data: { facts: { possibleDuplicates: [{ caseId: OTHER }], riskDay: '2026-01-05' } },
    },
  ],
};

describe('a case as its family sees it', () => {
  const seen = withoutOthers(view, [{ caseId: OWN, type: 'placement', number: 'PNM', stage: 'home', status: 'open' }]);

  test('names no case of others that it was compared with', () => {
    expect(seen['facts']).toEqual({ claimType: 'JKK_RAWAT_LN' });
    expect(seen['timeline']).toEqual([
      { type: 'titian.claim.reported.v1', data: {} },
      { type: 'titian.facts.recorded.v1', data: { facts: { riskDay: '2026-01-05' } } },
    ]);
  });

  test('keeps its own links', () => {
    expect(seen['links']).toEqual([
      { caseId: OWN, relation: 'same_worker' },
      { caseId: OTHER, relation: 'placement' },
    ]);
  });
});
