import { complaintCode, complaintDefinition } from '../complaint/index.ts';
import type { CaseModel } from '../kernel/registry.ts';
import type { Role } from '../kernel/vocabulary.ts';
import type { JsonObject } from '../shared/text.ts';
import { actor, FAMILY, paper, STATEMENT, TestCase } from './claim-world.ts';
import { newWitness, witnessed } from './witness.ts';

export { actor, CONSENT, FAMILY, paper, STATEMENT, SYSTEM } from './claim-world.ts';

/** A small world for tests: one complaint and the people it passes through. */
/** What the tests of this file have seen of the complaint definition. */
export const complaintWitness = newWitness();
export const complaintModel: CaseModel = witnessed(
  { definition: complaintDefinition, hash: 'c'.repeat(64), code: complaintCode },
  complaintWitness,
);

/** An officer of the office that answers for the family's area. */
const officer = (role: Role, id: string, area = '35.05'): ReturnType<typeof actor> =>
  actor(role, id, area, `${role}:35.05`);
export const DESA = officer('village_officer', 'kades', '35.05.08.2003');
export const KECAMATAN = officer('subdistrict_officer', 'camat', '35.05.08');
export const DINAS = officer('district_officer', 'dinas');
export const SECOND = officer('district_officer', 'dinas-two');
export const BP3MI = officer('bp3mi_officer', 'bp3mi', '35');
export const MINISTRY = officer('ministry_officer', 'ministry', '');

/** The complaint that tests move along by commands. */
export class TestComplaint extends TestCase {
  constructor(vacant: readonly Role[] = []) {
    super(vacant, complaintModel, complaintWitness);
  }

  /** Lets time pass up to a moment and tells what fell due. */
  until(now: string): this {
    return this.at(now).do('clockDue', actor('system', 'system', ''));
  }
}

/** A worker who left without complete papers and is not paid; the family tells the village. */
export const COMPLAINT: JsonObject = {
  areaCode: '35.05.08.2003',
  category: 'GAJI_TIDAK_DIBAYAR',
  reporter: { relation: 'FAMILY' },
  consent: true,
  subject: STATEMENT,
  account: STATEMENT,
  country: 'MY',
  placement: { status: 'NONPROCEDURAL', phase: 'DURING', by: 'UNKNOWN' },
};
export const CHECKED: JsonObject = { identityChecked: true, duplicatesSearched: true };
export const TOLD: JsonObject = { channel: 'VISIT', reached: true };
export const RESOLUTION: JsonObject = {
  result: 'resolved',
  statement: STATEMENT,
  article: 'Pasal 18 Perban 23/2025',
  told: TOLD,
};
export const MINUTES = paper('mediationMinutes', 'BERITA_ACARA_MEDIASI');
export const CLAIM: JsonObject = {
  claimType: 'JKK_RAWAT_LN',
  riskDay: '2025-12-20',
  riskCountry: 'MY',
  lines: [{ code: 'JKK_RAWAT_LN', askedIdr: '42500000' }],
};
export const because = (reasonCode: string): JsonObject => ({ reasonCode });
export const disposition = (body = 'DISNAKER', severity = 'STANDARD', category = 'GAJI_TIDAK_DIBAYAR'): JsonObject => ({
  body,
  severity,
  category,
});

/** Steps of the main story, each from the state before it. */
export const complaintSteps = {
  intake: (report: JsonObject = COMPLAINT): TestComplaint => new TestComplaint().do('fileComplaint', DESA, report),
  verification: (report: JsonObject = COMPLAINT): TestComplaint =>
    complaintSteps.intake(report).do('acknowledge', actor('system', 'system', '')),
  disposition: (): TestComplaint => complaintSteps.verification().do('confirmComplete', DINAS, CHECKED),
  handling: (given: JsonObject = disposition()): TestComplaint =>
    complaintSteps.disposition().do('dispose', SECOND, given),
  /** Handled far enough to answer; `SECOND` disposed, `DINAS` works on it. */
  ready: (): TestComplaint =>
    complaintSteps
      .handling()
      .do('assignUnit', DINAS, { unit: 'perselisihan' })
      .do('recordFinding', DINAS, { finding: 'UPAH_TIDAK_DIBAYAR' }),
  mediation: (): TestComplaint => complaintSteps.ready().do('startMediation', DINAS, { sessionDay: '2026-01-12' }),
  resolution: (answer: JsonObject = RESOLUTION): TestComplaint =>
    complaintSteps.ready().do('proposeResolution', DINAS, answer),
  objection: (): TestComplaint => complaintSteps.resolution().do('fileObjection', FAMILY, because('FACTS_DIFFER')),
  closed: (): TestComplaint => complaintSteps.resolution().do('acceptResolution', FAMILY),
};
