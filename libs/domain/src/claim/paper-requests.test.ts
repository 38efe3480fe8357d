import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../kernel/clock/ledger.ts';
import type { JsonObject } from '../shared/text.ts';
import { actor, MAKER, paper, steps, SYSTEM, type TestCase, VILLAGE } from '../testing/claim-world.ts';
import { paperRequestsOf } from './index.ts';

const ask = (document: string, addressee: string, requirement = 'accidentLetter'): JsonObject => ({
  requirement,
  document,
  addressee,
});
const EMPLOYER = ask('SK_MAJIKAN', 'PEMBERI_KERJA');
const KDEI = ask('SK_KDEI', 'KDEI');
const MISSION = ask('SK_PERWAKILAN_RI', 'PERWAKILAN_RI');
const AGENCY = ask('SK_AGENSI', 'AGENSI');
const HOSPITAL = ask('RESUME_MEDIS', 'RUMAH_SAKIT', 'medicalResume');
const FAMILY = actor('family', 'family', '35.05.08.2003', 'family');
const refused = (request: JsonObject): JsonObject => ({ ...request, reasonCode: 'ISSUER_REFUSED' });
const minutes = { documentId: '0a6f9a3e-0000-4000-8000-000000000009', sha256: 'd'.repeat(64) };

const statuses = ({ open }: TestCase): string[] =>
  paperRequestsOf(open).map(({ document, status }) => `${document} ${status}`);
const measured = ({ open }: TestCase): (string | undefined)[] =>
  Object.values(open.clocks)
    .filter((clock) => clock.name === 'paperRequest' && isRunning(clock))
    .map(({ item }) => item);
const asked = ({ open }: TestCase): string[] =>
  Object.values(open.tasks)
    .filter(({ name, status }) => name === 'paperRequest' && status === 'unassigned')
    .map(({ role }) => role);
const isAwaited = ({ open }: TestCase): boolean => open.flags.includes('third_party_awaited');

describe('papers asked of third parties', () => {
  test('many are awaited at once, each with its clock, and the case goes on', () => {
    const claim = steps.evidence();
    for (const request of [EMPLOYER, KDEI, HOSPITAL]) claim.do('requestPaper', VILLAGE, request);
    expect(statuses(claim)).toEqual(['SK_MAJIKAN awaited', 'SK_KDEI awaited', 'RESUME_MEDIS awaited']);
    expect(measured(claim)).toEqual([
      'accidentLetter.SK_MAJIKAN.PEMBERI_KERJA',
      'accidentLetter.SK_KDEI.KDEI',
      'medicalResume.RESUME_MEDIS.RUMAH_SAKIT',
    ]);
    expect(isAwaited(claim)).toBe(true);
    expect(claim.open.status).toBe('open');
    claim.do('attach', VILLAGE, paper('form', 'FORMULIR_KLAIM'));
  });

  test('are asked for while the case waits for the family, too', () => {
    const claim = steps.evidence().do('requestInfo', MAKER, { requirements: ['form'], reasonCode: 'PAPER_MISSING' });
    expect(statuses(claim.do('requestPaper', VILLAGE, EMPLOYER))).toEqual(['SK_MAJIKAN awaited']);
  });

  test('remind twice, then BP3MI is asked to chase it, then the ministry; the case climbs nothing for it', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    const warnings = (): number =>
      claim.events.filter(({ event }) => event.kind === 'clock.warned' && event.clockId.startsWith('paperRequest'))
        .length;
    claim.at('2026-01-15T02:00:00.000Z').do('clockDue', SYSTEM);
    expect([warnings(), asked(claim)]).toEqual([2, []]);
    claim.at('2026-01-21T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(asked(claim)).toEqual(['bp3mi_officer']);
    claim.at('2026-02-09T02:00:00.000Z').do('clockDue', SYSTEM);
    expect(asked(claim)).toEqual(['bp3mi_officer', 'ministry_officer']);
    expect(paperRequestsOf(claim.open)[0]?.status).toBe('awaited');
    expect(claim.events.some(({ event }) => event.kind === 'case.escalated' && event.clock.startsWith('paper'))).toBe(
      false,
    );
    claim.do('paperArrived', FAMILY, EMPLOYER);
    expect([asked(claim), measured(claim), isAwaited(claim)]).toEqual([[], [], false]);
  });

  test('a paper that is attached settles its request, and ends the others for the same requirement', () => {
    const claim = steps.evidence();
    for (const request of [EMPLOYER, KDEI, HOSPITAL]) claim.do('requestPaper', VILLAGE, request);
    claim.do('useSubstitute', VILLAGE, { ...paper('accidentLetter', 'SK_KDEI'), reasonCode: 'ISSUER_REFUSED' });
    expect(statuses(claim)).toEqual(['SK_MAJIKAN cancelled', 'SK_KDEI arrived', 'RESUME_MEDIS awaited']);
    expect(measured(claim)).toEqual(['medicalResume.RESUME_MEDIS.RUMAH_SAKIT']);
    expect(isAwaited(claim)).toBe(true);
  });

  test('a refusal is kept with its reason and its paper, and stops the clock', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    claim.do('paperRefused', VILLAGE, { ...refused(EMPLOYER), ...minutes });
    expect(paperRequestsOf(claim.open)).toEqual([
      {
        ...EMPLOYER,
        status: 'refused',
        askedAt: claim.now,
        settledAt: claim.now,
        reasonCode: 'ISSUER_REFUSED',
        refusal: minutes,
      },
    ]);
    expect([measured(claim), isAwaited(claim)]).toEqual([[], false]);
  });

  test('a refusal that was met before anybody asked by letter is kept all the same', () => {
    const claim = steps.evidence().do('paperRefused', FAMILY, refused(EMPLOYER));
    expect(statuses(claim)).toEqual(['SK_MAJIKAN refused']);
  });

  test('who refused may be asked again', () => {
    const claim = steps.evidence().do('paperRefused', VILLAGE, refused(EMPLOYER)).do('requestPaper', VILLAGE, EMPLOYER);
    expect(statuses(claim)).toEqual(['SK_MAJIKAN awaited']);
    expect(measured(claim)).toHaveLength(1);
  });

  test('a request can be called off', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    claim.do('cancelPaperRequest', VILLAGE, { ...EMPLOYER, reasonCode: 'WRONG_ADDRESSEE' });
    expect(paperRequestsOf(claim.open)).toMatchObject([{ status: 'cancelled', reasonCode: 'WRONG_ADDRESSEE' }]);
    expect(measured(claim)).toEqual([]);
  });

  test('a case that is closed and opened again waits for nobody', () => {
    const claim = steps.evidence().do('requestPaper', VILLAGE, EMPLOYER);
    claim.do('withdraw', FAMILY, { reasonCode: 'OWN_WISH' }).do('reopen', MAKER, { reasonCode: 'CLOSED_BY_MISTAKE' });
    expect([statuses(claim), isAwaited(claim)]).toEqual([['SK_MAJIKAN cancelled'], false]);
  });
});

describe('a paper that nobody issues', () => {
  const claim = (): TestCase => {
    const found = steps.evidence();
    for (const request of [EMPLOYER, KDEI, AGENCY]) found.do('paperRefused', VILLAGE, refused(request));
    return found;
  };
  const rely = { requirement: 'accidentLetter', ...minutes };

  test('is replaced by the minutes of the refusals, for a person and then the insurer to judge', () => {
    expect(claim().do('relyOnRefusals', MAKER, rely).open.evidence['accidentLetter']).toMatchObject({
      document: 'BERITA_ACARA_PENOLAKAN',
      substitute: true,
      reasonCode: 'ISSUER_REFUSED',
      status: 'attached',
      ...minutes,
    });
  });

  test.each<[string, () => string, string]>([
    ['by the village', () => claim().refusal('relyOnRefusals', VILLAGE, rely), 'command/wrong-role'],
    [
      'while an issuer was not asked',
      () => steps.evidence().do('paperRefused', VILLAGE, refused(EMPLOYER)).refusal('relyOnRefusals', MAKER, rely),
      'command/guard',
    ],
    [
      'without the minutes',
      () => claim().refusal('relyOnRefusals', MAKER, { requirement: 'accidentLetter' }),
      'command/invalid-input',
    ],
  ])('not %s', (_what, attempt, expected) => {
    expect(attempt()).toBe(expected);
  });
});

describe('what is refused about papers of third parties', () => {
  test.each<[string, () => string, string]>([
    [
      'somebody who does not issue it',
      () => steps.evidence().refusal('requestPaper', VILLAGE, ask('SK_MAJIKAN', 'KDEI')),
      'command/guard',
    ],
    [
      'somebody who is no third party',
      () => steps.evidence().refusal('requestPaper', VILLAGE, ask('KPJ', 'BPJS', 'memberCard')),
      'command/invalid-input',
    ],
    [
      'a paper that the claim does not need',
      () => steps.evidence().refusal('requestPaper', VILLAGE, ask('SK_CUTI_MAJIKAN', 'PEMBERI_KERJA', 'leaveLetter')),
      'command/guard',
    ],
    [
      'the same twice',
      () => steps.evidence().do('requestPaper', VILLAGE, MISSION).refusal('requestPaper', MAKER, MISSION),
      'command/guard',
    ],
    [
      'an arrival of what was not asked for',
      () => steps.evidence().refusal('paperArrived', VILLAGE, EMPLOYER),
      'command/guard',
    ],
    [
      'a cancellation of what was not asked for',
      () => steps.evidence().refusal('cancelPaperRequest', VILLAGE, { ...EMPLOYER, reasonCode: 'WRONG_ADDRESSEE' }),
      'command/guard',
    ],
    [
      'a written refusal without its hash',
      () => steps.evidence().refusal('paperRefused', VILLAGE, { ...refused(EMPLOYER), documentId: minutes.documentId }),
      'command/guard',
    ],
    [
      'a refusal without a known reason',
      () => steps.evidence().refusal('paperRefused', VILLAGE, { ...EMPLOYER, reasonCode: 'BAD_MOOD' }),
      'command/unknown-reason',
    ],
    ['a request by the family', () => steps.evidence().refusal('requestPaper', FAMILY, EMPLOYER), 'command/wrong-role'],
  ])('%s', (_what, attempt, expected) => {
    expect(attempt()).toBe(expected);
  });
});
