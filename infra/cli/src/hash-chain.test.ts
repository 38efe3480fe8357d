import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { auditRow, CHAIN_START, type AuditedRow, type ChainEnd } from './hash-chain.ts';

const CASE = '3f6a1c52-0000-4000-8000-000000000001';
const AT = '2026-01-05T02:00:00.000Z';

function row(revision: number, before: ChainEnd, change: Partial<AuditedRow> = {}): AuditedRow {
  const eventId = `0a6f9a3e-0000-5000-8000-00000000000${revision}`;
  const told = {
    at: AT,
    caseId: CASE,
    caseType: 'claim',
    data: {},
    id: eventId,
    prevHash: before.hash,
    revision,
    type: 't',
  };
  const body = JSON.stringify(told);
  const hash = createHash('sha256').update(body).digest('hex');
  const { hash: prevHash } = before;
  return { caseId: CASE, revision, eventId, caseType: 'claim', type: 't', at: AT, body, prevHash, hash, ...change };
}
const faultsOf = (before: ChainEnd, audited: AuditedRow): string[] =>
  auditRow(before, audited).map(({ fault }) => fault);

const first = row(1, CHAIN_START);
const second = row(2, first);

describe('a row of the log', () => {
  test('is sound when it follows the one before it', () => {
    expect(faultsOf(CHAIN_START, first)).toEqual([]);
    expect(faultsOf(first, second)).toEqual([]);
  });

  test.each([
    [
      'a text that was edited',
      CHAIN_START,
      row(1, CHAIN_START, { body: first.body.replace('claim', 'other') }),
      ['edited', 'edited'],
    ],
    ['a text that is no JSON', CHAIN_START, row(1, CHAIN_START, { body: '{' }), ['edited', 'edited']],
    ['a column that was edited', CHAIN_START, row(1, CHAIN_START, { type: 'titian.case.closed.v1' }), ['edited']],
    ['an instant that was edited', CHAIN_START, row(1, CHAIN_START, { at: '2026-01-06T02:00:00.000Z' }), ['edited']],
    ['a missing row before it', CHAIN_START, second, ['removed']],
    ['the row of another place', first, { ...first, revision: 2 }, ['reordered']],
    ['a row before it that was replaced with its hash', { revision: 1, hash: 'f'.repeat(64) }, second, ['unchained']],
  ] as const)('shows %s', (_what, before, audited, faults) => {
    expect(faultsOf(before, audited)).toEqual(faults);
  });
});
