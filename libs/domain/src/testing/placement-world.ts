import type { CaseModel } from '../kernel/registry.ts';
import type { Role } from '../kernel/vocabulary.ts';
import { placementCode, placementDefinition } from '../placement/index.ts';
import type { JsonObject } from '../shared/text.ts';
import { paper, STATEMENT, SYSTEM, TestCase } from './claim-world.ts';
import { DESA, DINAS } from './complaint-world.ts';
import { newWitness, witnessed } from './witness.ts';

export { paper, STATEMENT, SYSTEM } from './claim-world.ts';
export { BP3MI, DESA, DINAS, FAMILY, MINISTRY, SECOND } from './complaint-world.ts';

/** A small world for tests: one placement and the people who watch it. */
/** What the tests of this file have seen of the placement definition. */
export const placementWitness = newWitness();
export const placementModel: CaseModel = witnessed(
  { definition: placementDefinition, hash: 'p'.repeat(64), code: placementCode },
  placementWitness,
);

/** The placement that tests move along by commands. It is 5 January 2026 until a test turns the clock. */
export class TestPlacement extends TestCase {
  constructor(vacant: readonly Role[] = []) {
    super(vacant, placementModel, placementWitness);
  }

  /** Lets time pass up to a moment and tells what fell due. */
  until(now: string): this {
    return this.at(now).do('clockDue', SYSTEM);
  }
}

/** A candidate of Tambakrejo for work in Taiwan. */
export const CANDIDATE: JsonObject = {
  areaCode: '35.05.08.2003',
  registeredDay: '2026-01-05',
  country: 'TW',
  placedBy: 'P3MI',
  subject: STATEMENT,
};
export const CONTRACT: JsonObject = { from: '2026-03-01', until: '2028-02-29' };
/** A worker of whom the village hears only after the departure. */
export const FOUND_ABROAD: JsonObject = {
  ...CANDIDATE,
  departureDay: '2025-03-01',
  contract: { from: '2025-03-01', until: '2027-02-28' },
  premium: { paidDay: '2025-02-20', months: 24 },
};

const SPOUSE_PAPERS: readonly (readonly [string, string])[] = [
  ['maritalStatus', 'SK_STATUS_PERKAWINAN'],
  ['marriageBook', 'BUKU_NIKAH'],
  ['permit', 'SURAT_IZIN_SUAMI_ISTRI'],
  ['skillCertificate', 'SERTIFIKAT_KOMPETENSI'],
  ['healthLetter', 'SK_SEHAT'],
  ['passport', 'PASPOR'],
  ['workVisa', 'VISA_KERJA'],
  ['placementAgreement', 'PERJANJIAN_PENEMPATAN'],
  ['workContract', 'PERJANJIAN_KERJA'],
];

/** Steps of the main story, each from the state before it. */
export const placementSteps = {
  registered: (candidate: JsonObject = CANDIDATE): TestPlacement =>
    new TestPlacement().do('registerCandidate', DESA, candidate),
  preparation: (candidate: JsonObject = CANDIDATE): TestPlacement =>
    placementSteps.registered(candidate).do('confirmCandidate', DESA, { identityChecked: true, permitFrom: 'SPOUSE' }),
  /** Every paper and payment; the departure is not scheduled yet. */
  complete: (): TestPlacement => {
    const placement = placementSteps.preparation();
    for (const [requirement, document] of SPOUSE_PAPERS) placement.do('attach', DESA, paper(requirement, document));
    return placement
      .do('acknowledgePermit', DESA)
      .do('recordBeforePremium', DESA, { paidDay: '2026-01-05' })
      .do('recordOrientation', DINAS, { day: '2026-01-05' })
      .do('recordContract', DINAS, CONTRACT)
      .do('recordPremium', DESA, { paidDay: '2026-01-05', months: 24 });
  },
  scheduled: (day = '2026-03-01'): TestPlacement => placementSteps.complete().do('scheduleDeparture', DESA, { day }),
  abroad: (): TestPlacement =>
    placementSteps.scheduled().until('2026-03-01T02:00:00.000Z').do('recordDeparture', DESA, { day: '2026-03-01' }),
  /** Left with nothing but the passport. */
  leftIncomplete: (): TestPlacement =>
    placementSteps
      .preparation()
      .do('attach', DESA, paper('passport', 'PASPOR'))
      .do('recordIncompleteDeparture', DESA, { day: '2026-01-05' }),
  foundAbroad: (found: JsonObject = FOUND_ABROAD): TestPlacement =>
    new TestPlacement().do('registerAbroad', DESA, found),
  returning: (kind = 'CONTRACT_ENDED'): TestPlacement =>
    placementSteps.abroad().until('2028-03-01T02:00:00.000Z').do('recordReturn', DESA, { day: '2028-03-01', kind }),
  home: (): TestPlacement => placementSteps.returning().do('confirmHome', DESA, { day: '2028-03-01' }),
  closed: (): TestPlacement => placementSteps.home().until('2028-04-02T02:00:00.000Z').do('closePlacement', DESA),
};
