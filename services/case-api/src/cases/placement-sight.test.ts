import { describe, expect, test } from '@jest/globals';
import type { CaseState, JsonObject } from '@titian/domain';
import { DESA, FOUND_ABROAD, placementSteps as steps } from '@titian/domain/testing/placement-world';
import { differencesOf, linkedCovers } from './placement-sight.ts';

const NOW = '2026-12-01T02:00:00.000Z';
const placement = (): CaseState =>
  steps
    .foundAbroad(FOUND_ABROAD)
    .at('2026-06-01T02:00:00.000Z')
    .do('changeContract', DESA, { from: '2026-06-10', until: '2028-06-09', changed: 'TERM' })
    .do('recordLeave', DESA, { from: '2025-05-01', until: '2025-05-20' }).open;
const claim = (facts: JsonObject): CaseState =>
  ({
    type: 'claim',
    zone: 'WIB',
    facts: { claimType: 'JKK_RAWAT_LN', riskCountry: 'TW', ...facts },
    lines: { JKK_RAWAT_LN: { code: 'JKK_RAWAT_LN', askedIdr: '1000' } },
  }) as unknown as CaseState;
/** Other benefits that are due stand beside those that are asked for. */
const startingWith = (line: object): unknown => expect.arrayContaining([expect.objectContaining(line)]);
const seen = (facts: JsonObject) => linkedCovers(claim(facts), [placement()], NOW)[0];

describe('a linked placement beside a claim', () => {
  test('says what the day of the event is covered by, and what the rules give with its contracts', () => {
    expect(seen({ riskDay: '2025-10-01' })).toMatchObject({
      onRiskDay: [
        { programme: 'JKK', answer: 'covered' },
        { programme: 'JKM', answer: 'covered' },
      ],
      differences: [],
      expectation: { lines: startingWith({ code: 'JKK_RAWAT_LN', answer: 'eligible' }) },
    });
    expect(seen({ riskDay: '2026-08-01' })).toMatchObject({
      onRiskDay: [{ answer: 'not_covered' }, { answer: 'not_covered' }],
      cover: { uncovered: [{ from: '2026-07-10' }] },
      expectation: { lines: [{ answer: 'no' }] },
    });
  });

  test('knows a leave: the claim is calculated with it, unless it was told otherwise', () => {
    const onLeave = { riskDay: '2025-05-10', riskCountry: 'ID' };
    expect(seen(onLeave)?.expectation).toMatchObject({ lines: [{ answer: 'no' }] });
    expect(seen({ ...onLeave, riskCountry: 'TW', circumstances: { onLeave: false } })?.expectation).toMatchObject({
      lines: startingWith({ answer: 'eligible' }),
    });
  });

  test('yields to what the claim was told: no second calculation, and each difference is named', () => {
    const told = [{ paidDuringOn: '2025-02-21', contractEndsOn: '2026-06-09' }];
    expect(seen({ riskDay: '2025-10-01', coverage: told })).toMatchObject({
      expectation: null,
      differences: [
        { field: '', told: 1, placement: 2 },
        { field: '/0/paidDuringOn', told: '2025-02-21', placement: '2025-02-20' },
      ],
    });
  });

  test('names nothing that only one of the two knows', () => {
    expect(differencesOf([{ jhtMember: true }], [{ embarkedOn: null, debarkedOn: null, arrivedHomeOn: null }])).toEqual(
      [],
    );
  });
});
