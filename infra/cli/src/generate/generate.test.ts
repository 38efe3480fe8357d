import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { getVillages } from 'idn-area-data';
import { claimInputs, complaintInputs } from '@titian/domain';
import { main } from '../main.ts';
import { generateCases, type GeneratedCase, type GeneratorWish } from './generate-cases.ts';
import { CATEGORIES, CLAIM_TYPES, MONTHS, type Weight } from './weights.ts';

const villages = (await getVillages()).map(({ code }) => code).filter((code) => code.startsWith('35.05.'));
const wish = (change: Partial<GeneratorWish> = {}): GeneratorWish => ({
  cases: 100,
  seed: 7,
  type: 'mixed',
  year: 2026,
  villages,
  ...change,
});
const digest = (cases: Iterable<GeneratedCase>): string =>
  createHash('sha256')
    .update(JSON.stringify([...cases]))
    .digest('hex');
/** Stands where the desk puts the reference of what was said. */
const STATEMENT = { statementId: '0a6f9a3e-0000-4000-8000-000000000002', digest: 'a'.repeat(64) };

function shares(values: readonly unknown[], weights: readonly Weight<unknown>[]): void {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  for (const { value, weight } of weights) {
    const share = values.filter((each) => each === value).length / values.length;
    expect(Math.abs(share - weight / total)).toBeLessThan(0.02);
  }
}

describe('generated cases', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(digest(generateCases(wish()))).toBe(digest(generateCases(wish())));
    expect(digest(generateCases(wish({ seed: 8 })))).not.toBe(digest(generateCases(wish())));
  });

  test('of a longer run begin with those of a shorter one', () => {
    expect([...generateCases(wish({ cases: 300 }))].slice(0, 100)).toEqual([...generateCases(wish())]);
  });

  test('occur as often as the sources say', () => {
    const claims = [...generateCases(wish({ cases: 5_000, type: 'claim' }))];
    const complaints = [...generateCases(wish({ cases: 5_000, type: 'complaint' }))];
    shares(
      claims.map(({ intake }) => intake['claimType']),
      CLAIM_TYPES,
    );
    shares(
      complaints.map(({ intake }) => intake['category']),
      CATEGORIES,
    );
    shares(
      complaints.map(({ day }) => Number(day.slice(5, 7))),
      MONTHS,
    );
  });

  test('can be filed: their codes fit the openings of the definitions', () => {
    for (const { kind, intake } of generateCases(wish({ cases: 500 }))) {
      const { worker: _worker, account: _account, ...codes } = intake;
      const said = { ...codes, subject: STATEMENT, ...(kind === 'complaint' ? { account: STATEMENT } : {}) };
      const schema = kind === 'claim' ? claimInputs['opening@1'] : complaintInputs['opening@1'];
      expect(schema.safeParse(said).error).toBeUndefined();
    }
  });

  test('live in villages that exist, and no two share a number', () => {
    const cases = [...generateCases(wish({ cases: 1_000 }))];
    expect(cases.filter(({ area }) => !villages.includes(area))).toEqual([]);
    const numbers = cases.map(({ intake }) => (intake['worker'] as { nik: string }).nik);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('titian generate', () => {
  const run = async (...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(['generate', ...args], { out: (line) => out.push(line), err: (line) => err.push(line) });
    return { code, out, err };
  };

  test('writes one line of JSON for each case', async () => {
    const { code, out } = await run('--cases', '3', '--seed', '7', '--type', 'claim');
    expect(code).toBe(0);
    expect(out.map((line) => (JSON.parse(line) as GeneratedCase).kind)).toEqual(['claim', 'claim', 'claim']);
  });

  test.each([
    [['--seed', '7'], '--cases'],
    [['--cases', '0', '--seed', '7'], 'not a number from 1'],
    [['--cases', '1', '--seed', '7', '--area', '99.99'], 'no village lies in 99.99'],
    [['--cases', '1', '--seed', '7', '--type', 'wish'], 'Allowed choices'],
  ])('%j is misuse and says what to do', async (args, said) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err.join('\n')).toContain(said);
  });
});
