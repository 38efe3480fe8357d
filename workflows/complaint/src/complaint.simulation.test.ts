import { expect, test } from '@jest/globals';
import {
  COMPLAINT,
  complaintModel,
  complaintSteps as steps,
  DESA,
  DINAS,
  disposition,
} from '@titian/domain/testing/complaint-world';
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
const CHAPTERS = [
  () => steps.verification(),
  steps.disposition,
  () => steps.handling(),
  () => steps.handling(disposition('BP3MI', 'EXAMINATION')),
  () => steps.verification({ ...COMPLAINT, urgentSigns: ['DETENTION'] }),
  () => steps.verification({ ...COMPLAINT, category: 'TPPO' }),
  steps.mediation,
  () => steps.resolution(),
  steps.objection,
  () => steps.verification().do('markUrgent', DESA, { urgentSigns: ['DANGER'] }),
  () => steps.verification().do('requestInfo', DINAS, { wanted: ['ALAMAT'], reasonCode: 'DATA_MISSING' }),
  () => steps.handling().do('suspendForOther', DINAS, { reasonCode: 'AWAITING_COMPANY' }),
];

test('complaints that nobody touches go through time as the simulator says, over years', async () => {
  const bundle = await bundleOf(new URL('./testing/bundle.ts', import.meta.url));
  const world = await CaseWorld.start(complaintModel, bundle, outside);
  try {
    const compared = await letTimePass(world, complaintModel, CHAPTERS, SIMULATED_CASES / 2, SIMULATED_DAYS);
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
