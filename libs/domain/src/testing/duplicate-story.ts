import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../kernel/vocabulary.ts';
import { possibleDuplicatesOf } from '../duplicates/duplicates.ts';
import type { JsonObject } from '../shared/text.ts';
import { CASE, SYSTEM, type TestCase } from './claim-world.ts';

const [OTHER, THIRD, FOURTH] = ['7', '8', '9'].map((n) => `3f6a1c52-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const found = (...cases: readonly string[]): JsonObject => ({
  found: cases.map((caseId) => ({ caseId, rule: 'NIK_AND_EVENT' })),
});
const decided = (caseId: string, reasonCode: string): JsonObject => ({ caseId, reasonCode });

/** A case type that proposes cases alike: how to open one, who decides, and how "different" is said. */
export interface DuplicateStory {
  readonly open: () => TestCase;
  readonly suspects: Actor;
  readonly decides: Actor;
  readonly dismiss: string;
}

/** What holds for cases alike in every case type. Registered in each definition's own test file, whose witness sees it. */
export function tellOfDuplicates({ open, suspects, decides, dismiss }: DuplicateStory): void {
  const rulesOf = (one: TestCase) => possibleDuplicatesOf(one.open).map(({ caseId, rule }) => [caseId, rule]);
  const askedTasks = (one: TestCase) =>
    Object.values(one.open.tasks).filter(({ name }) => name === 'recordDuplicateSearch');

  describe('cases alike', () => {
    test('are none: the search is on record, and nobody is asked', () => {
      const one = open().do('recordDuplicateSearch', SYSTEM, found());
      expect(one.open.milestones).toHaveProperty('duplicates_searched');
      expect(one.open.flags).not.toContain('duplicate_suspected');
      expect(askedTasks(one)).toEqual([]);
    });

    test('are proposed to the district, once, and decided one by one', () => {
      const one = open().do('recordDuplicateSearch', SYSTEM, found(OTHER, THIRD));
      one.do('recordDuplicateSearch', SYSTEM, found(OTHER, THIRD));
      expect(one.open.flags).toContain('duplicate_suspected');
      expect(one.open.links).toEqual([]);
      expect(askedTasks(one)).toMatchObject([{ role: 'district_officer', status: 'unassigned' }]);
      one.do('confirmSameWorker', decides, decided(OTHER, 'ANOTHER_MATTER'));
      expect(one.open.flags).toContain('duplicate_suspected');
      one.do(dismiss, decides, decided(THIRD, 'ANOTHER_PERSON'));
      expect(one.open.flags).not.toContain('duplicate_suspected');
      expect(one.open.links).toEqual([{ caseId: OTHER, relation: 'same_worker' }]);
      expect(askedTasks(one)).toMatchObject([{ status: 'completed' }]);
    });

    test('that were decided are not proposed again', () => {
      const one = open()
        .do('recordDuplicateSearch', SYSTEM, found(OTHER, THIRD))
        .do('confirmSameWorker', decides, decided(OTHER, 'ANOTHER_MATTER'))
        .do(dismiss, decides, decided(THIRD, 'ANOTHER_PERSON'))
        .do('recordDuplicateSearch', SYSTEM, found(OTHER, THIRD, FOURTH));
      expect(rulesOf(one)).toEqual([[FOURTH, 'NIK_AND_EVENT']]);
      expect(one.open.facts['duplicatesCleared']).toEqual([THIRD]);
    });

    test('that a search no longer finds are taken back, but not what an officer suspects', () => {
      const one = open()
        .do('suspectDuplicate', suspects, { caseId: THIRD })
        .do('recordDuplicateSearch', SYSTEM, found(OTHER))
        .do('recordDuplicateSearch', SYSTEM, found());
      expect(rulesOf(one)).toEqual([[THIRD, 'BY_HAND']]);
      expect(one.open.flags).toContain('duplicate_suspected');
    });

    test('that are this very matter stay in its way until it is void, or found to be another after all', () => {
      const one = open()
        .do('recordDuplicateSearch', SYSTEM, found(OTHER))
        .do('confirmSameWorker', decides, decided(OTHER, 'SAME_MATTER'))
        .do('confirmSameWorker', decides, decided(OTHER, 'SAME_MATTER'))
        .do('recordDuplicateSearch', SYSTEM, found());
      expect(rulesOf(one)).toEqual([[OTHER, 'SAME_MATTER']]);
      expect(one.open.links).toEqual([{ caseId: OTHER, relation: 'same_worker' }]);
      expect(one.open.flags).toContain('duplicate_suspected');
      one.do('confirmSameWorker', decides, decided(OTHER, 'ANOTHER_MATTER'));
      expect(one.open.flags).not.toContain('duplicate_suspected');
    });

    test('are never the case itself, nor one that nobody has proposed', () => {
      const one = open();
      expect(one.refusal('suspectDuplicate', suspects, { caseId: CASE })).toBe('command/guard');
      expect(one.refusal('confirmSameWorker', decides, decided(OTHER, 'ANOTHER_MATTER'))).toBe('command/guard');
      expect(one.refusal(dismiss, decides, decided(OTHER, 'ANOTHER_PERSON'))).toBe('command/guard');
    });

    test('are decided by a person with a reason, and searched for by the system', () => {
      const one = open().do('recordDuplicateSearch', SYSTEM, found(OTHER));
      expect(one.refusal('confirmSameWorker', decides, { caseId: OTHER })).toBe('command/invalid-input');
      expect(one.refusal('confirmSameWorker', SYSTEM, decided(OTHER, 'ANOTHER_MATTER'))).toBe('command/wrong-role');
      expect(one.refusal('recordDuplicateSearch', decides, found(OTHER))).toBe('command/wrong-role');
    });
  });
}
