import { describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '@titian/domain';
import { GENESIS_HASH, toEventRow } from '@titian/persistence';
import { toLetter, toOutgoing } from './outgoing.ts';
import type { PlacedRow } from './shard-log.ts';

const CASE = '3f6a1c52-0000-4000-8000-000000000001';

function row(event: CaseEvent, change: Partial<PlacedRow> = {}): PlacedRow {
  const stored = { caseId: CASE, revision: 1, at: '2026-01-05T02:00:00.000Z', event };
  return { ...toEventRow('claim', stored, GENESIS_HASH), caseType: 'claim', shard: 1, position: '7', ...change };
}

const requirements = Array.from({ length: 80_000 }, (_, n) => `requirement${n}`);
const huge: CaseEvent = {
  kind: 'facts.recorded',
  facts: { infoRequest: { requirements, reasonCode: 'PAPER_MISSING' } },
};

describe('a row of the log', () => {
  test('leaves as an event on the topic of its case type', () => {
    const outgoing = toOutgoing(row({ kind: 'case.reopened' }));
    expect(outgoing).toMatchObject({ message: { topic: 'titian.claim.v1', message: { key: CASE } } });
  });

  test.each([
    [
      'breaks its contract',
      row({ kind: 'flag.raised', flag: 'Siti jatuh' }),
      'titian.claim.v1.dlq',
      /contract at \/flag/,
    ],
    [
      'holds another case',
      row({ kind: 'case.reopened' }, { caseId: CASE.replace('3f', '4f') }),
      'titian.claim.v1.dlq',
      /another case/,
    ],
    ['no broker would take', row(huge), 'titian.claim.v1.dlq', /too large/],
    [
      'belongs to no topic',
      row({ kind: 'case.reopened' }, { caseType: 'divorce' }),
      'titian.unknown.v1.dlq',
      /unknown case type/,
    ],
    ['is no JSON', row({ kind: 'case.reopened' }, { body: '{' }), 'titian.claim.v1.dlq', /contract/],
  ])('that %s is held back, and its letter has place and reason, without its words', (_what, bad, topic, reason) => {
    const outgoing = toOutgoing(bad);
    if (!('fault' in outgoing)) throw new Error('was published');
    expect(outgoing.fault).toMatch(reason);
    const letter = toLetter(bad, outgoing.fault);
    expect(letter).toMatchObject({ topic, key: bad.caseId, reason: outgoing.fault });
    expect(letter.value).toMatchObject({ caseId: bad.caseId, revision: 1, shard: 1, position: '7' });
    expect(JSON.stringify(letter)).not.toContain('Siti');
  });
});
