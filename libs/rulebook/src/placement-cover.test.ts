import { describe, expect, test } from '@jest/globals';
import { CANDIDATE, DESA, FOUND_ABROAD, placementSteps as steps } from '@titian/domain/testing/placement-world';
import { coverageOfPlacement, coverOfPlacement, coverOnDay, precheck } from './index.ts';

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
    expect(second).toMatchObject({
      embarkedOn: '2026-06-10',
      paidDuringOn: null,
      paidBeforeOn: null,
      contractChanged: 'OTHER',
    });
    expect(first).toMatchObject({ contractChanged: 'NO' });
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

describe('a changed contract', () => {
  const changed = () =>
    steps
      .abroad()
      .at('2026-06-01T02:00:00.000Z')
      .do('changeContract', DESA, { from: '2026-06-10', until: '2028-06-09', changed: 'EMPLOYER' });

  test('without a premium of its own says which days are uncovered, and by which row', () => {
    const { uncovered } = coverOfPlacement(changed().open, '2026-06-01');
    expect(uncovered).toEqual([
      {
        from: '2026-07-10', // the month for the return after the first contract is over
        to: null,
        programmes: ['JKK', 'JKM'],
        because: expect.objectContaining({ en: expect.stringMatching(/contract 2 \(from 2026-06-10\)/) }),
        rows: expect.arrayContaining([
          expect.objectContaining({ id: 'window/window.during@2023-02-22', verified: false }),
          expect.objectContaining({ id: 'premium/premium.during-24@2023-02-22' }),
        ]),
      },
    ]);
    expect(coverOnDay(changed().open, { day: '2026-08-01', country: 'TW' })).toEqual([
      expect.objectContaining({ programme: 'JKK', answer: 'not_covered' }),
      expect.objectContaining({ programme: 'JKM', answer: 'not_covered' }),
    ]);
    expect(coverageOfPlacement(changed().open).map(({ contractChanged }) => contractChanged)).toEqual([
      'NO',
      'EMPLOYER',
    ]);
  });

  test('with its premium is registered: no day is open and nothing is asked about the change', () => {
    const paid = changed().do('renewPremium', DESA, { paidDay: '2026-06-01', months: 24, contract: 2 });
    expect(coverOfPlacement(paid.open, '2026-06-01').uncovered).toEqual([]);
    expect(coverageOfPlacement(paid.open).map(({ contractChanged }) => contractChanged)).toEqual(['NO', 'NO']);
    expect(coverOnDay(paid.open, { day: '2026-08-01', country: 'TW' })[0]).toMatchObject({ answer: 'covered' });
  });
});

describe('the days of a placement', () => {
  test('of a candidate hold nothing abroad', () => {
    expect(coverOfPlacement(steps.preparation().open, '2026-02-01').uncovered).toEqual([]);
  });

  test('with a premium for a part of the contract: the rest is uncovered', () => {
    const found = steps.foundAbroad({ ...FOUND_ABROAD, premium: { paidDay: '2025-02-20', months: 6 } });
    expect(coverOfPlacement(found.open, '2026-01-05').uncovered).toMatchObject([
      { from: '2025-10-02', to: null, because: { en: 'The time that is paid for contract 1 is over.' } },
    ]);
  });

  test('of whom nobody knows a premium are open, not uncovered', () => {
    const { premium: _none, ...found } = FOUND_ABROAD;
    const cover = coverOfPlacement(steps.foundAbroad(found).open, '2026-01-05');
    expect(cover.uncovered).toEqual([]);
    expect(cover.open.map(({ field }) => field)).toContain('/coverage/0/paidDuringOn');
  });

  test('end with the return', () => {
    expect(coverOfPlacement(steps.home().open, '2028-03-02').uncovered).toEqual([]);
  });

  test('on leave are told: only JKM is named for them', () => {
    const placement = steps.abroad().at('2027-01-10T02:00:00.000Z');
    placement.do('recordLeave', DESA, { from: '2027-01-05', until: '2027-01-20' });
    expect(coverOfPlacement(placement.open, '2027-01-10').leaves).toMatchObject([
      { from: '2027-01-05', until: '2027-01-20', note: { en: expect.stringContaining('only JKM') } },
    ]);
    expect(coverOnDay(placement.open, { day: '2027-01-10', country: 'ID' })).toMatchObject([
      { programme: 'JKK', answer: 'not_covered', because: { en: expect.stringContaining('only JKM') } },
      { programme: 'JKM', answer: 'covered' },
    ]);
  });
});
