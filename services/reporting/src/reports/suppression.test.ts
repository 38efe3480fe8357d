import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hide, widerBy, type Counted } from './suppression.ts';

const PLACE = widerBy('.');
const MONTH = widerBy('/');

/** Every total over the parts given, as a report has them. */
function cube(parts: Readonly<Record<string, number>>): Counted[] {
  const counts = new Map<string, number>();
  for (const [key, count] of Object.entries(parts)) {
    const [place = '', month = ''] = key.split('|');
    for (let p: string | undefined = place; p !== undefined; p = PLACE(p)) {
      for (let m: string | undefined = month; m !== undefined; m = MONTH(m)) {
        counts.set(`${p}|${m}`, (counts.get(`${p}|${m}`) ?? 0) + count);
      }
    }
  }
  return [...counts].map(([key, count]) => ({ at: key.split('|'), count }));
}

const hiddenOf = (figures: Counted[], least = 5): string[] =>
  hide(figures, [PLACE, MONTH], least).flatMap((isHidden, index) =>
    isHidden ? (figures[index]?.at.join('|') ?? '') : [],
  );

describe('small counts', () => {
  test('are hidden, and a second part with them, so that the total does not give them away', () => {
    expect(
      hiddenOf([
        { at: ['35', '*'], count: 60 },
        { at: ['35.05', '*'], count: 3 },
        { at: ['35.07', '*'], count: 40 },
        { at: ['35.09', '*'], count: 17 },
      ]),
    ).toEqual(['35.05|*', '35.09|*']);
  });

  test('that add up to a small count take a third with them', () => {
    expect(
      hiddenOf([
        { at: ['35', '*'], count: 43 },
        { at: ['35.05', '*'], count: 1 },
        { at: ['35.07', '*'], count: 2 },
        { at: ['35.09', '*'], count: 40 },
      ]),
    ).toEqual(['35.05|*', '35.07|*', '35.09|*']);
  });

  test('of an only part take the total with them', () => {
    expect(
      hiddenOf([
        { at: ['35', '*'], count: 3 },
        { at: ['35.05', '*'], count: 3 },
        { at: ['*', '*'], count: 30 },
        { at: ['36', '*'], count: 27 },
      ]),
    ).toEqual(['35|*', '35.05|*', '36|*']);
  });

  test('leave large ones and zeros alone', () => {
    expect(hiddenOf(cube({ '35.05|2026-01': 7, '35.07|2026-01': 5, '35.07|2026-02': 0 }))).toEqual([]);
  });

  test('cannot be worked out from what is shown, whatever the figures', () => {
    const parts = fc.dictionary(
      fc
        .tuple(
          fc.constantFrom('35.05', '35.07', '35.09', '36.01', '36.02'),
          fc.constantFrom('2026-01', '2026-02', '2026-03'),
        )
        .map(([place, month]) => `${place}|${month}`),
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 1, max: 60 })),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 10 }), (given, least) => {
        const figures = cube(given);
        const hidden = new Set(hiddenOf(figures, least));
        const known = new Map(
          figures.filter(({ at }) => !hidden.has(at.join('|'))).map(({ at, count }) => [at.join('|'), count]),
        );
        workOut(figures, known);
        for (const { at, count } of figures) {
          if (count > 0 && count < least) expect([at, known.has(at.join('|'))]).toEqual([at, false]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** What a reader does: a total with one unknown among it and its parts gives that one away. Until nothing more is found. */
function workOut(figures: readonly Counted[], known: Map<string, number>): void {
  const keys = figures.map(({ at }) => at.join('|'));
  for (let found = true; found;) {
    found = false;
    for (const { at } of figures) {
      for (const dimension of [0, 1]) {
        const wider = [PLACE, MONTH][dimension];
        const parts = figures.filter(
          (each) => wider?.(each.at[dimension] ?? '') === at[dimension] && each.at[1 - dimension] === at[1 - dimension],
        );
        if (parts.length === 0) continue;
        const total = at.join('|');
        const members = [total, ...parts.map((part) => part.at.join('|'))];
        const unknown = members.filter((member) => keys.includes(member) && !known.has(member));
        if (unknown.length !== 1) continue;
        const [missing = ''] = unknown;
        const sum = members
          .slice(1)
          .filter((member) => member !== missing)
          .reduce((all, member) => all + (known.get(member) ?? 0), 0);
        known.set(missing, missing === total ? sum : (known.get(total) ?? 0) - sum);
        found = true;
      }
    }
  }
}
