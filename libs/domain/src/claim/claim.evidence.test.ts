import { describe, expect, test } from '@jest/globals';
import { ISSUERS, isIssuer } from '../shared/issuers.ts';
import type { JsonObject } from '../shared/text.ts';
import { complaintDefinition } from '../complaint/index.ts';
import { model, OPENING, paper, STATEMENT, TestCase, VILLAGE } from '../testing/claim-world.ts';
import { CLAIM_TYPES, CLAIM_TYPE_CODES, openingCommandOf, requirementsOf, type ClaimType } from './index.ts';

const opened = (claimType: ClaimType, more: JsonObject = {}): TestCase =>
  new TestCase().do(openingCommandOf(claimType), VILLAGE, {
    ...OPENING,
    claimType,
    lines: [{ code: CLAIM_TYPES[claimType].lines[0] ?? '', askedIdr: '1000000' }],
    ...more,
  });
const wanted = ({ open }: TestCase): string[] =>
  requirementsOf(model.definition, model.code.conditions, open)
    .filter(({ advised }) => !advised)
    .map(({ requirement }) => requirement);
const rowOf = ({ open }: TestCase, requirement: string) =>
  requirementsOf(model.definition, model.code.conditions, open).find((row) => row.requirement === requirement);

const OF_DEATH = 'deathLetter heirLetter heirIdentity familyCard heirAccount';
const JKM = `form memberCard workerIdentity ${OF_DEATH}`;
const PAPERS: Readonly<Record<ClaimType, string>> = {
  JKK_RAWAT_LN: 'form memberCard passport accidentLetter medicalResume paymentProof account',
  JKK_RAWAT_RI: 'form memberCard workerIdentity accidentLetter medicalResume paymentProof account',
  JKK_MENINGGAL: `form memberCard passport accidentLetter medicalResume ${OF_DEATH}`,
  JKK_CACAT_SEBAGIAN: 'form memberCard workerIdentity disabilityLetter ownAccount',
  JKK_CACAT_TOTAL: 'form memberCard workerIdentity disabilityLetter ownAccount',
  JKK_PHK_KECELAKAAN: 'form memberCard passport accidentLetter ownAccount workContract dismissalLetter',
  JKK_PHK_SEPIHAK: 'form memberCard passport ownAccount workContract dismissalLetter',
  JKK_GAGAL_BERANGKAT: 'form memberCard workerIdentity ownAccount placementAgreement causeLetter',
  JKK_GAGAL_DITEMPATKAN:
    'form memberCard workerIdentity passport ownAccount placementAgreement causeLetter missionLetter',
  JKK_TIDAK_SESUAI_PK: 'form memberCard passport ownAccount workContract missionLetter',
  JKK_PEMERKOSAAN: 'form memberCard workerIdentity ownAccount forensicReport policeReport',
  JKK_KERUGIAN_PULANG: 'form memberCard passport ownAccount policeReport lossList',
  JKK_PEMULANGAN: 'form memberCard passport account missionLetter ticket',
  JKM_SEBELUM: JKM,
  JKM_SELAMA: JKM,
  JKM_SETELAH: JKM,
  JHT_MENINGGAL: JKM,
  JHT_CACAT_TOTAL: 'memberCard workerIdentity disabilityLetter ownAccount',
  JHT_USIA_56: 'memberCard workerIdentity ownAccount',
  JHT_GAGAL_BERANGKAT: 'memberCard workerIdentity ownAccount causeLetter',
  BEASISWA: 'form schoolLetter heirAccount',
};

describe('the papers of a claim', () => {
  test.each(CLAIM_TYPE_CODES)('%s asks for what its article, or practice, names', (claimType) => {
    expect(wanted(opened(claimType)).sort()).toEqual(PAPERS[claimType].split(' ').sort());
  });

  test.each<[string, JsonObject, string[], string[]]>([
    ['died on leave', { circumstances: { onLeave: true } }, ['leaveLetter'], []],
    ['lost at sea: no death letter', { circumstances: { lostAtSea: true } }, ['lostAtSeaLetter'], ['deathLetter']],
  ])('a death during work, %s', (_what, more, added, gone) => {
    const papers = wanted(opened('JKM_SELAMA', more));
    expect(papers).toEqual(expect.arrayContaining(added));
    for (const requirement of gone) expect(papers).not.toContain(requirement);
  });

  test('a leave letter is asked for deaths during work only', () => {
    expect(wanted(opened('JKM_SETELAH', { circumstances: { onLeave: true } }))).not.toContain('leaveLetter');
  });

  test('a treatment that the host insurance paid in part needs its letter and the receipts', () => {
    const papers = wanted(opened('JKK_RAWAT_LN', { circumstances: { hostInsurancePaid: true } }));
    expect(papers).toEqual(expect.arrayContaining(['hostInsuranceLetter', 'hospitalReceipts']));
  });

  test('an accident that ends in death asks for the papers of a death, and no longer for those of a survivor', () => {
    const claim = opened('JKK_RAWAT_LN').do('recordAccidentOutcome', VILLAGE, { outcome: 'DIED', day: '2026-01-02' });
    expect(wanted(claim).sort()).toEqual(
      `form memberCard passport accidentLetter medicalResume ${OF_DEATH}`.split(' ').sort(),
    );
  });

  test('a journey home that is claimed needs its ticket', () => {
    expect(wanted(opened('JKK_TIDAK_SESUAI_PK', { circumstances: { journeyPaid: true } }))).toContain('ticket');
  });
});

describe('a paper that only counters ask for', () => {
  const withSpouse = (): TestCase =>
    opened('JKM_SELAMA').do('recordHeirs', VILLAGE, { heirs: [{ person: STATEMENT, relation: 'SPOUSE' }] });

  test('is shown as advice, and the file is complete without it', () => {
    const claim = withSpouse();
    expect(rowOf(claim, 'marriageBook')).toMatchObject({ advised: true, status: 'missing' });
    for (const requirement of wanted(claim)) {
      const document = model.definition.evidence[requirement]?.anyOf[0]?.document ?? '';
      claim.do('attach', VILLAGE, paper(requirement, document));
    }
    claim.do('recordPayee', VILLAGE, { kind: 'HEIR', account: STATEMENT }).do('markComplete', VILLAGE);
    expect(claim.open.stage).toBe('verification');
  });

  test('is asked of a spouse only', () => {
    const claim = opened('JKM_SELAMA').do('recordHeirs', VILLAGE, {
      heirs: [{ person: STATEMENT, relation: 'CHILD' }],
    });
    expect(rowOf(claim, 'marriageBook')).toBeUndefined();
  });
});

describe('what a paper rests on', () => {
  const isRead = (claimType: ClaimType, requirement: string): boolean =>
    rowOf(opened(claimType), requirement)?.legalBasis.every(({ verified }) => verified) === true;

  test.each<[ClaimType, string, boolean]>([
    ['JKM_SELAMA', 'heirLetter', true],
    ['JHT_MENINGGAL', 'heirLetter', true],
    ['JKK_RAWAT_LN', 'accidentLetter', true],
    ['JKK_MENINGGAL', 'heirLetter', false],
    ['JKK_PHK_SEPIHAK', 'dismissalLetter', false],
    ['JKK_GAGAL_BERANGKAT', 'form', false],
    ['JKK_PEMERKOSAAN', 'memberCard', false],
    ['BEASISWA', 'schoolLetter', false],
  ])('%s, %s: the article was seen: %s', (claimType, requirement, expected) => {
    expect(isRead(claimType, requirement)).toBe(expected);
  });

  test('every issuer of both lifecycles is one that the product can name', () => {
    const issuers = [model.definition, complaintDefinition].flatMap(({ evidence }) =>
      Object.values(evidence).flatMap(({ anyOf }) => anyOf.flatMap((each) => each.issuers)),
    );
    expect(issuers.filter((issuer) => !isIssuer(issuer))).toEqual([]);
    for (const { label } of Object.values(ISSUERS)) expect(label.id && label.en).toMatch(/\S/);
  });
});

describe('what a claim may ask for', () => {
  const refusal = (claimType: string, codes: readonly string[]): string =>
    new TestCase().refusal(openingCommandOf(claimType), VILLAGE, {
      ...OPENING,
      claimType,
      lines: codes.map((code) => ({ code, askedIdr: '1' })),
    });

  test.each<[string, string, string[], string]>([
    ['a claim type that does not exist', 'JKM_TEWAS', ['JKM_SELAMA'], 'command/invalid-input'],
    ['a benefit that does not exist', 'JKM_SELAMA', ['JKM_TEWAS'], 'command/invalid-input'],
    ['a benefit of another type', 'JKM_SELAMA', ['JKK_RAWAT_LN'], 'command/guard'],
    ['a benefit named twice', 'JKM_SELAMA', ['JKM_SELAMA', 'JKM_SELAMA'], 'command/guard'],
    ['its own benefits', 'JKK_RAWAT_LN', ['JKK_RAWAT_LN', 'JKK_TRANSPORT'], 'done'],
  ])('%s', (_what, claimType, codes, expected) => {
    expect(refusal(claimType, codes)).toBe(expected);
  });

  test('the report of an accident comes in two stages, of everything else in one', () => {
    const two = CLAIM_TYPE_CODES.filter((claimType) => openingCommandOf(claimType) === 'reportAccident');
    expect(two).toEqual([
      'JKK_RAWAT_LN',
      'JKK_RAWAT_RI',
      'JKK_MENINGGAL',
      'JKK_CACAT_SEBAGIAN',
      'JKK_CACAT_TOTAL',
      'JKK_PHK_KECELAKAAN',
    ]);
  });
});
