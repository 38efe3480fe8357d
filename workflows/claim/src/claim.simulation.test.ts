import { expect, test } from '@jest/globals';
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
  submitClaim: nobody,
  sendInformation: nobody,
  fileObjection: nobody,
  requestPayment: nobody,
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

test('claims that nobody touches go through time as the simulator says, over years', async () => {
  const world = await CaseWorld.start(model, await bundleOf(new URL('./index.ts', import.meta.url)), outside);
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
