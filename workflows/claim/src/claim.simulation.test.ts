import { expect, test } from '@jest/globals';
import { localDay, plainDay } from '@titian/domain';
import { CHECKER, MAKER, model, paper, steps, VILLAGE } from '@titian/domain/testing/claim-world';
import {
  bundleOf,
  CaseWorld,
  letTimePass,
  SIMULATED_CASES,
  SIMULATED_DAYS,
  withoutLateness,
  type Outside,
} from '@titian/testing/workflows';

const nobody = (): Promise<never> => Promise.reject(new Error('nobody acts here'));
const outside: Outside = {
  reportAccident: nobody,
  submitClaim: nobody,
  sendInformation: nobody,
  fileObjection: nobody,
  requestPayments: nobody,
  withdrawClaim: nobody,
  openLinkedCase: nobody,
};
const ASKED = { requirements: ['form'], reasonCode: 'PAPER_MISSING' };
const CHAPTERS = [
  steps.reported,
  steps.evidence,
  steps.verification,
  steps.verified,
  steps.ready,
  steps.review,
  steps.decided,
  () => steps.evidence().do('markUrgent', MAKER, { urgentSigns: ['CRITICAL_ILLNESS'] }),
  () => steps.verification().do('requestInfo', MAKER, ASKED),
  () => steps.evidence().do('suspendForOther', VILLAGE, { reasonCode: 'AWAITING_EMPLOYER' }),
  () => steps.verification().do('holdLegally', CHECKER, { reasonCode: 'COURT_CASE' }),
  () => steps.evidence().do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM')),
];

test('a claim warns 180, 90, 30 and 7 days before its fifth year ends, and the last day to file is the one before', async () => {
  const world = await CaseWorld.start(model, await bundleOf(new URL('./testing/bundle.ts', import.meta.url)), outside);
  try {
    const [compared] = await letTimePass(world, model, [steps.reported], 1, 5 * 366);
    const real = compared?.real ?? [];
    expect((compared?.simulated ?? []).map(withoutLateness)).toEqual(real.map(withoutLateness));
    // The accident was on 20 December 2025, in western Indonesia.
    const told = real.flatMap(({ event }) =>
      (event.kind === 'clock.warned' || event.kind === 'clock.breached') && event.clockId === 'expiry#1' ? [event] : [],
    );
    expect(told.map((event) => (event.kind === 'clock.warned' ? event.threshold : 'breach'))).toEqual([
      'days:180',
      'days:90',
      'days:30',
      'days:7',
      'breach',
    ]);
    const expired = told.at(-1)?.dueAt ?? '';
    expect(expired).toBe('2030-12-20T17:00:00.000Z'); // the end of that day: the claim has expired
    expect(lastFilingDay(expired)).toBe('2030-12-19');
    expect(world.record.stateOf(compared?.caseId ?? '')).toMatchObject({ status: 'open' }); // a person closes, never time
  } finally {
    await world.end();
  }
}, 600_000);

/** The claim must be in one day before it expires (Permenaker 4/2023 Pasal 43 ayat (3)); its clock ends with the day of expiry. */
function lastFilingDay(endOfExpiryDay: string): string {
  const expiryDay = localDay(endOfExpiryDay, 'WIB') - 1;
  return plainDay(expiryDay - 1);
}

test('claims that nobody touches go through time as the simulator says, over years', async () => {
  const world = await CaseWorld.start(model, await bundleOf(new URL('./testing/bundle.ts', import.meta.url)), outside);
  try {
    const compared = await letTimePass(world, model, CHAPTERS, SIMULATED_CASES / 2, SIMULATED_DAYS);
    expect(compared.reduce((sum, { real }) => sum + real.length, 0)).toBeGreaterThan(compared.length * 20);
    for (const { real, simulated } of compared) {
      expect(simulated.map(withoutLateness)).toEqual(real.map(withoutLateness));
      for (const [n, { at }] of real.entries()) {
        const late = Date.parse(at) - Date.parse(simulated[n]?.at ?? '');
        expect(Math.abs(late)).toBeLessThan(60_000);
      }
    }
  } finally {
    await world.end();
  }
}, 600_000);
