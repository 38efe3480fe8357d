import { describe, expect, test } from '@jest/globals';
import { requirementsOf } from '../claim/index.ts';
import type { BenefitRules, HeirRank } from '../shared/benefit-rules.ts';
import type { JsonObject } from '../shared/text.ts';
import { claimWitness, model, OPENING, paper, STATEMENT, TestCase, VILLAGE } from './claim-world.ts';

/** Ranks as a rulebook gives them; the article is invented. */
const RANKS: readonly HeirRank[] = [
  { rank: 1, relations: ['SPOUSE', 'CHILD'], instrument: 'Permen 1/2000', article: 'Pasal 1' },
  { rank: 2, relations: ['PARENT'], instrument: 'Permen 1/2000', article: 'Pasal 2' },
  { rank: 3, relations: ['SIBLING'], instrument: 'Permen 1/2000', article: 'Pasal 3' },
];
const rules: BenefitRules = {
  expect: ({ lines }) => ({
    verdict: 'UNDETERMINED',
    rulesVersion: '2000.1',
    rulesDigest: 'r0123456789abcdef',
    lawDay: '2025-12-20',
    lines: lines.map(({ code }) => ({
      code,
      answer: 'undetermined',
      amount: null,
      expectedIdr: null,
      rows: [],
      verified: false,
    })),
  }),
  heirRanks: (day) => (day === '2025-12-20' ? RANKS : []),
};

const heir = (relation: string, more: JsonObject = {}): JsonObject => ({ person: STATEMENT, relation, ...more });
const GUARDIAN = { guardian: { person: STATEMENT, relation: 'GRANDPARENT' } };
const DEATH = { ...OPENING, claimType: 'JKM_SELAMA', lines: [{ code: 'JKM_SELAMA', askedIdr: '85000000' }] };
const payee = (key: string, share = '1/1'): JsonObject => ({ kind: 'HEIR', account: STATEMENT, payee: key, share });

/** A death with every paper, whose heirs are still to be told. */
function death(): TestCase {
  const claim = new TestCase([], model, claimWitness, rules).do('openClaim', VILLAGE, DEATH);
  for (const { requirement, rule } of requirementsOf(model.definition, model.code.conditions, claim.open)) {
    const main = rule.anyOf.find(({ substitute }) => !substitute);
    claim.do('attach', VILLAGE, paper(requirement, main?.document ?? ''));
  }
  return claim;
}
const withHeirs = (...heirs: JsonObject[]): TestCase => death().do('recordHeirs', VILLAGE, { heirs });

describe('the heirs of a claim', () => {
  test('may be several, each with kinship, and are paid under their place in the list', () => {
    const claim = withHeirs(heir('SPOUSE'), heir('CHILD'))
      .do('recordPayee', VILLAGE, payee('heir-1', '1/2'))
      .do('recordPayee', VILLAGE, payee('heir-2', '1/2'));
    expect(claim.do('markComplete', VILLAGE).open.stage).toBe('verification');
  });

  test.each([
    ['three parents', ['PARENT', 'CHILD', 'PARENT', 'PARENT']],
    ['five spouses', ['SPOUSE', 'SPOUSE', 'SPOUSE', 'SPOUSE', 'SPOUSE']],
    ['five grandparents', ['GRANDPARENT', 'GRANDPARENT', 'GRANDPARENT', 'GRANDPARENT', 'GRANDPARENT']],
  ])('that cannot live at once are refused: %s', (_who, relations) => {
    const claim = death();
    expect(claim.refusal('recordHeirs', VILLAGE, { heirs: relations.map((each) => heir(each)) })).toBe('command/guard');
    expect(claim.open.facts).not.toHaveProperty('heirs');
  });

  test('that are as many as can live are taken', () => {
    withHeirs(...['PARENT', 'PARENT', 'GRANDPARENT', 'GRANDPARENT', 'CHILD'].map((each) => heir(each)));
  });

  test('cannot be a parent under age', () => {
    const heirs = [heir('CHILD', { minor: true }), heir('PARENT', { minor: true })];
    expect(death().refusal('recordHeirs', VILLAGE, { heirs })).toBe('command/guard');
  });
});

describe('an heir under age', () => {
  test('needs a guardian before the file is complete and before anything is paid', () => {
    const claim = withHeirs(heir('CHILD', { minor: true }));
    expect(claim.refusal('recordPayee', VILLAGE, payee('heir-1'))).toBe('command/guard');
    claim.do('recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT });
    expect(claim.refusal('markComplete', VILLAGE)).toBe('command/guard');
    claim.do('recordHeirs', VILLAGE, { heirs: [heir('CHILD', { minor: true, ...GUARDIAN })] });
    claim.do('recordPayee', VILLAGE, payee('heir-1'));
    expect(claim.do('markComplete', VILLAGE).open.stage).toBe('verification');
  });

  test('asks for the letter of the guardian, and is not held up by it', () => {
    const claim = withHeirs(heir('CHILD', { minor: true, ...GUARDIAN }));
    const wanted = requirementsOf(model.definition, model.code.conditions, claim.open);
    expect(wanted.find(({ requirement }) => requirement === 'guardianLetter')).toMatchObject({
      status: 'missing',
      advised: true,
    });
    const grown = withHeirs(heir('CHILD'));
    const asked = requirementsOf(model.definition, model.code.conditions, grown.open).map((each) => each.requirement);
    expect(asked).not.toContain('guardianLetter');
  });
});

describe('a payee who is an heir', () => {
  test('is one of the list', () => {
    const claim = withHeirs(heir('SPOUSE'));
    expect(claim.refusal('recordPayee', VILLAGE, payee('heir-2'))).toBe('command/guard');
    claim.do('recordPayee', VILLAGE, payee('heir-1'));
  });

  test('is of the first rank that lives, by the order of the day of the event', () => {
    const claim = withHeirs(heir('SIBLING'), heir('PARENT'));
    expect(claim.refusal('recordPayee', VILLAGE, payee('heir-1'))).toBe('command/guard');
    claim.do('recordPayee', VILLAGE, payee('heir-2'));
  });

  test('is looked at again when the list has changed since', () => {
    const claim = withHeirs(heir('PARENT')).do('recordPayee', VILLAGE, payee('heir-1'));
    claim.do('recordHeirs', VILLAGE, { heirs: [heir('PARENT'), heir('CHILD')] });
    expect(claim.refusal('markComplete', VILLAGE)).toBe('command/guard');
  });

  test('is taken at its word where no order of that day is known', () => {
    const claim = new TestCase([], model, claimWitness, rules)
      .do('openClaim', VILLAGE, { ...DEATH, riskDay: '2001-01-01' })
      .do('recordHeirs', VILLAGE, { heirs: [heir('SIBLING'), heir('SPOUSE')] });
    claim.do('recordPayee', VILLAGE, payee('heir-1'));
  });
});
