import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rulebook } from '../rows/rulebook.ts';
import { EVENT_KINDS, RELATIONS, SCHOOL_LEVELS } from '../rows/vocabulary.ts';
import { PrecheckFactsSchema, type CoveragePeriod, type PrecheckFacts } from './facts.ts';
import { factsFromJson, precheckToJson } from './json.ts';
import { precheck } from './precheck.ts';
import type { PrecheckResult } from './result.ts';

const plainDay = fc
  .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const known = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(null), fc.constant(undefined));
const yesOrNo = maybe(fc.boolean());
const codes = [...new Set(rulebook.rows.benefit.map(({ code }) => code))];
const country = fc.constantFrom('ID', 'HK', 'TW', 'MY');
const sum = fc.bigInt({ min: 0n, max: 999_999_999_999n });

const period: fc.Arbitrary<CoveragePeriod> = fc.record({
  ref: fc.constantFrom('contract-1', 'contract-2', 'contract-3'),
  placement: maybe(fc.constantFrom('PLACED' as const, 'PERSEORANGAN' as const)),
  paidBeforeOn: known(plainDay),
  paidDuringOn: known(plainDay),
  paidMonths: maybe(fc.constantFrom(6, 12, 24, 36)),
  embarkedOn: known(plainDay),
  debarkedOn: known(plainDay),
  arrivedHomeOn: known(plainDay),
  contractEndsOn: known(plainDay),
  contractChanged: maybe(fc.constantFrom('NO' as const, 'EMPLOYER' as const)),
  jhtMember: yesOrNo,
  activeOnEventDay: yesOrNo,
});
const heir = fc.record({
  ref: fc.constantFrom('heir-1', 'heir-2', 'heir-3', 'heir-4', 'heir-5'),
  relation: fc.constantFrom(...RELATIONS),
  alive: yesOrNo,
  bornOn: known(plainDay),
  school: known(
    fc.record({ level: fc.constantFrom(...SCHOOL_LEVELS), yearsLeft: maybe(fc.integer({ min: 1, max: 6 })) }),
  ),
});
const facts: fc.Arbitrary<PrecheckFacts> = fc.record({
  askedOn: plainDay,
  event: fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    day: plainDay,
    country: maybe(country),
    byAccident: yesOrNo,
    onLeave: yesOrNo,
    causedBy: maybe(fc.constantFrom('WORKER' as const, 'PLACER' as const, 'OTHER' as const)),
    againstOwnWill: yesOrNo,
    proven: yesOrNo,
    crimeOrDrugs: yesOrNo,
    disability: maybe(
      fc.record({
        kind: fc.constantFrom('NONE' as const, 'PARTIAL_FUNCTIONAL' as const, 'TOTAL' as const),
        basisPoints: maybe(fc.integer({ min: 1, max: 10_000 })),
        declaredByDoctor: yesOrNo,
      }),
    ),
    dismissal: maybe(fc.record({ afterAccident: yesOrNo, serviceMonths: maybe(fc.integer({ min: 0, max: 60 })) })),
  }),
  coverage: maybe(fc.array(period, { maxLength: 3 })),
  heirs: maybe(fc.array(heir, { maxLength: 5 })),
  costs: maybe(
    fc.array(
      fc.record({
        benefit: fc.constantFrom(...codes),
        amountIdr: sum,
        mode: maybe(fc.constantFrom('LAND' as const, 'SEA' as const, 'AIR' as const)),
      }),
      { maxLength: 4 },
    ),
  ),
  wanted: maybe(fc.array(fc.constantFrom(...codes), { maxLength: 4 })),
});

/** Everything in an answer, deep down. */
function* deep(value: unknown): Generator {
  yield value;
  if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* deep(each);
}
const sumsOf = (result: PrecheckResult): bigint[] => [...deep(result)].filter((value) => typeof value === 'bigint');

describe('whatever the facts', () => {
  test('a sum is whole rupiah, never negative and never above its ceiling; nothing is a fraction', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const result = precheck(given);
        for (const each of sumsOf(result)) expect(each >= 0n).toBe(true);
        for (const { amount } of result.lines)
          if (amount?.idr != null && amount.ceilingIdr !== null) expect(amount.idr <= amount.ceilingIdr).toBe(true);
        for (const value of deep(result)) if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('the same facts give the same answer, also after a way through JSON', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const once = precheckToJson(precheck(given));
        expect(precheckToJson(precheck(given))).toEqual(once);
        const text = JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
        const read = factsFromJson(JSON.parse(text) as never);
        if (!('facts' in read)) throw new Error(JSON.stringify(read.findings));
        expect(precheckToJson(precheck(read.facts))).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  test('an answer is complete: what is undetermined names what settles it, what is eligible has a row and a reason', () => {
    fc.assert(
      fc.property(facts, (given) => {
        for (const line of precheck(given).lines) {
          expect(line.rows.length).toBeGreaterThan(0);
          expect(line.because.id).not.toBe('');
          if (line.answer === 'undetermined') expect(line.settledBy.length).toBeGreaterThan(0);
          if (line.answer === 'no') expect(line.amount).toBeNull();
          else for (const paper of line.papers) expect(paper.anyOf.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('facts are never changed', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const before = structuredClone(given);
        precheck(given);
        expect(given).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

const treated = (cost: bigint): PrecheckFacts => ({
  askedOn: '2025-07-01',
  event: { kind: 'ACCIDENT', day: '2025-06-01', country: 'KR' },
  coverage: [{ ref: 'contract-1', paidDuringOn: '2025-01-01', embarkedOn: '2025-01-05', contractEndsOn: '2027-01-05' }],
  costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: cost }],
});
const paidFor = (cost: bigint): bigint =>
  precheck(treated(cost)).lines.find(({ code }) => code === 'JKK_RAWAT_LN')?.amount?.idr ?? -1n;

test('a dearer treatment is never worth less, up to the ceiling and to the rupiah', () => {
  fc.assert(
    fc.property(sum, sum, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(paidFor(less) <= paidFor(more)).toBe(true);
      expect(paidFor(less)).toBe(less < 50_000_000n ? less : 50_000_000n);
    }),
  );
});

test('a greater disability is never worth less, and no share loses a rupiah', () => {
  const worth = (basisPoints: number): bigint =>
    precheck({
      ...treated(0n),
      event: { ...treated(0n).event, disability: { kind: 'PARTIAL_FUNCTIONAL', basisPoints } },
    }).lines.find(({ code }) => code === 'JKK_CACAT_SEBAGIAN')?.amount?.idr ?? -1n;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), (basisPoints) => {
      expect(worth(basisPoints)).toBe(14_200n * BigInt(basisPoints));
      expect(worth(basisPoints) < worth(basisPoints + 1)).toBe(true);
    }),
  );
});

test('no decimal stands in the calculator or in a row', () => {
  const folder = new URL('.', import.meta.url);
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  expect(code).not.toMatch(/parseFloat|toFixed|Math\.(round|floor|ceil)|[^\w'`.-]\d+\.\d/);
  for (const value of deep(rulebook.rows))
    if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
});

test('a share such as 33,33 percent is a whole number of hundredths and no other', () => {
  const event = { kind: 'ACCIDENT', day: '2025-06-01', disability: { kind: 'TOTAL', basisPoints: 33.33 } };
  expect(PrecheckFactsSchema.safeParse({ askedOn: '2025-07-01', event }).success).toBe(false);
});
