import { describe, expect, test } from '@jest/globals';
import type { BenefitRules, Expectation, ExpectedLine } from '../shared/benefit-rules.ts';
import type { JsonObject } from '../shared/text.ts';
import {
  approval,
  CHECKER,
  INSURER,
  MAKER,
  OPENING,
  rejection,
  steps,
  VILLAGE,
  TestCase,
} from '../testing/claim-world.ts';
import { compareLines, type ComparedLine, type Difference } from './index.ts';

const ROW = 'benefit/JKK_RAWAT_LN@2023-02-22';
const line = (change: Partial<ExpectedLine> = {}): ExpectedLine => ({
  code: 'JKK_RAWAT_LN',
  answer: 'eligible',
  amount: 'AT_MOST',
  expectedIdr: '42500000',
  rows: [ROW],
  verified: false,
  ...change,
});
const told = (lines: readonly ExpectedLine[]): Expectation => ({
  verdict: 'ELIGIBLE',
  rulesVersion: '2026.1',
  rulesDigest: 'e'.repeat(64),
  lawDay: '2025-12-20',
  lines,
});

describe('an amount beside the rules', () => {
  test.each<[string, Partial<ExpectedLine> | null, string, Difference]>([
    ['the same', {}, '42500000', 'as_expected'],
    ['less', {}, '42499999', 'less_than_expected'],
    ['more', {}, '42500001', 'more_than_expected'],
    ['nothing where something is due', {}, '0', 'rejected_though_expected'],
    [
      'something where nothing is due',
      { answer: 'no', amount: null, expectedIdr: null },
      '1',
      'granted_though_not_expected',
    ],
    ['nothing where nothing is due', { answer: 'no', amount: null, expectedIdr: null }, '0', 'as_expected'],
    ['a line that a fact is missing for', { answer: 'undetermined' }, '1', 'not_comparable'],
    ['a sum that nobody has read', { amount: 'UNKNOWN', expectedIdr: null }, '1', 'not_comparable'],
    ['the savings', { amount: 'BALANCE', expectedIdr: null }, '1', 'not_comparable'],
    ['a line that was never calculated', null, '1', 'not_calculated'],
  ])('%s', (_what, change, foundIdr, expected) => {
    const expectation = told(change === null ? [] : [line(change)]);
    const [compared] = compareLines(
      expectation,
      [{ code: 'JKK_RAWAT_LN', reasonCode: null, article: null }],
      () => foundIdr,
    );
    expect(compared?.difference).toBe(expected);
    expect(compared?.foundIdr).toBe(foundIdr);
  });
});

describe('a claim that is calculated', () => {
  /** Rules that pay what is asked, up to a ceiling, and remember what they were asked. */
  const heard: JsonObject[] = [];
  const rules: BenefitRules = {
    expect: ({ facts, lines }) => {
      heard.push(facts);
      return told(lines.map(({ code, askedIdr }) => line({ code, expectedIdr: askedIdr })));
    },
  };
  const at = (story: (claim: TestCase) => unknown): TestCase => {
    const claim = new TestCase([], undefined, undefined, rules);
    story(claim);
    return claim;
  };
  const retold = (from: TestCase): TestCase => {
    const claim = new TestCase([], undefined, undefined, rules);
    claim.state = from.state;
    claim.events.push(...from.events);
    return claim;
  };

  test('keeps the run with the claim when it is opened', () => {
    const claim = at((fresh) => fresh.do('reportAccident', VILLAGE, OPENING));
    expect(claim.open.facts['precheck']).toEqual(told([line()]));
  });

  test('runs again over facts that are told later, and keeps what was told before', () => {
    const claim = at((fresh) =>
      fresh
        .do('reportAccident', VILLAGE, { ...OPENING, circumstances: { onLeave: true } })
        .do('recordPrecheck', VILLAGE, { circumstances: { lostAtSea: false }, coverage: [] }),
    );
    expect(claim.open.facts['circumstances']).toEqual({ onLeave: true, lostAtSea: false });
    expect(heard.at(-1)).toMatchObject({ coverage: [], circumstances: { onLeave: true, lostAtSea: false } });
  });

  test('runs again when the file is verified, and says where the verified sum differs', () => {
    const claim = retold(steps.verified()).do('approveFile', MAKER, {
      lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '40000000' }],
    });
    expect(heard.at(-1)).toMatchObject({ membership: { active: true } });
    expect(claim.open.facts['recheck']).toEqual(told([line()]));
    expect(claim.open.facts['verifiedComparison']).toMatchObject([
      { code: 'JKK_RAWAT_LN', difference: 'less_than_expected', expectedIdr: '42500000', foundIdr: '40000000' },
    ]);
  });

  const decided = (name: string, input: JsonObject): TestCase => {
    const claim = retold(steps.verified())
      .do('approveFile', MAKER, { lines: [{ code: 'JKK_RAWAT_LN', verifiedIdr: '42500000' }] })
      .do('checkFile', CHECKER)
      .do('submit', MAKER)
      .do('insurerReceived', INSURER, { reference: 'BPJS-1', receivedAt: '2026-01-05T03:00:00.000Z' });
    return claim.do(name, INSURER, input);
  };
  const comparison = ({ open }: TestCase): readonly ComparedLine[] =>
    open.facts['decisionComparison'] as unknown as readonly ComparedLine[];

  test('is compared with the decision, line by line, with rows, reason and article', () => {
    expect(comparison(decided('reject', rejection()))).toEqual([
      {
        code: 'JKK_RAWAT_LN',
        difference: 'rejected_though_expected',
        expectedIdr: '42500000',
        foundIdr: '0',
        rows: [ROW],
        verified: false,
        reasonCode: 'OUTSIDE_COVERAGE',
        article: 'Pasal 34',
      },
    ]);
  });

  test('a decision that differs is flagged, and no longer once a later one is as calculated', () => {
    const claim = decided('approvePart', approval('1000000'));
    expect(claim.open.flags).toContain('decision_differs');
    claim.do('fileObjection', VILLAGE, { reasonCode: 'FACTS_DIFFER' }).do('approve', INSURER, approval('42500000'));
    expect(claim.open.flags).not.toContain('decision_differs');
    expect(comparison(claim)).toMatchObject([{ difference: 'as_expected' }]);
  });

  test('is not compared with anything where nothing was ever calculated', () => {
    const claim = steps.decided();
    expect(comparison(claim)).toMatchObject([{ difference: 'not_calculated', expectedIdr: null }]);
    expect(claim.open.flags).not.toContain('decision_differs');
  });
});
