import { describe, expect, test } from '@jest/globals';
import { CANDIDATE, DESA, FOUND_ABROAD, placementSteps as steps } from '@titian/domain/testing/placement-world';
import { coverageOfPlacement, precheck } from './index.ts';

const events = (day: string, coverage: ReturnType<typeof coverageOfPlacement>) =>
  precheck({
    askedOn: '2026-12-01',
    event: { kind: 'DEATH', day, country: 'TW', byAccident: false },
    coverage: [...coverage],
  });

describe('the cover of a placement, as the pre-check asks it', () => {
  test('a candidate has paid for the time before work, and has not left', () => {
    const [period] = coverageOfPlacement(
      steps.preparation().do('recordBeforePremium', DESA, { paidDay: '2026-01-05' }).open,
    );
    expect(period).toMatchObject({
      placement: 'PLACED',
      paidBeforeOn: '2026-01-05',
      paidDuringOn: null,
      embarkedOn: null,
    });
  });

  test('a worker abroad has one period for the contract that is paid for', () => {
    expect(coverageOfPlacement(steps.abroad().open)).toEqual([
      {
        ref: '3f6a1c52-0000-4000-8000-000000000001/1',
        placement: 'PLACED',
        paidBeforeOn: '2026-01-05',
        paidDuringOn: '2026-01-05',
        paidMonths: 24,
        embarkedOn: '2026-03-01',
        debarkedOn: null,
        arrivedHomeOn: null,
        contractStartsOn: '2026-03-01',
        contractEndsOn: '2028-02-29',
        contractChanged: 'NO',
      },
    ]);
  });

  test('a contract that was changed without a new premium is a second period, known to be unpaid', () => {
    const placement = steps.abroad().at('2026-06-01T02:00:00.000Z');
    placement.do('changeContract', DESA, { from: '2026-06-10', until: '2028-06-09' });
    const [first, second] = coverageOfPlacement(placement.open);
    expect(first).toMatchObject({ contractEndsOn: '2026-06-09', paidDuringOn: '2026-01-05' });
    expect(second).toMatchObject({ embarkedOn: '2026-06-10', paidDuringOn: null, paidBeforeOn: null });
  });

  test('where nobody knows of a premium, the period says nothing, so that it is asked for', () => {
    const [period] = coverageOfPlacement(steps.foundAbroad({ ...CANDIDATE, departureDay: '2025-03-01' }).open);
    expect(period).not.toHaveProperty('paidDuringOn');
    expect(period).not.toHaveProperty('paidBeforeOn');
    const known = coverageOfPlacement(steps.foundAbroad(FOUND_ABROAD).open);
    expect(known[0]).toMatchObject({ paidDuringOn: '2025-02-20', paidMonths: 24 });
  });

  test('the return ends the last period', () => {
    const [period] = coverageOfPlacement(steps.home().open);
    expect(period).toMatchObject({ debarkedOn: '2028-03-01', arrivedHomeOn: '2028-03-01' });
  });

  test('the pre-check takes it as it is', () => {
    expect(() => events('2026-06-01', coverageOfPlacement(steps.abroad().open))).not.toThrow();
  });
});
