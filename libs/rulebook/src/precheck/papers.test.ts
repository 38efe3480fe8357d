import { describe, expect, test } from '@jest/globals';
import { rulebook } from '../rows/rulebook.ts';
import type { EventFacts, PrecheckFacts } from './facts.ts';
import { papersOf } from './papers.ts';

const rules = rulebook.rulesOn('2025-07-01');
const facts = (event: Partial<EventFacts>, more: Partial<PrecheckFacts> = {}): PrecheckFacts => ({
  askedOn: '2025-07-01',
  event: { kind: 'DEATH', day: '2025-06-01', country: 'TW', ...event },
  ...more,
});
/** Requirements and what settles them; a requirement asked for twice would be a defect. */
function asked(claimType: string, given: PrecheckFacts): Record<string, readonly string[]> {
  const papers = papersOf(claimType, given, rules).map(
    ({ requirement, anyOf }) =>
      [requirement, anyOf.map(({ document, substitute }) => (substitute ? `(${document})` : document))] as const,
  );
  expect(new Set(papers.map(([requirement]) => requirement)).size).toBe(papers.length);
  return Object.fromEntries(papers);
}

const ACCIDENT_LETTER = ['SK_MAJIKAN', '(SK_PERWAKILAN_RI)', '(SK_KDEI)', '(SK_AGENSI)'];
const DEATH_LETTER = ['SK_KEMATIAN', '(SK_KEMATIAN_PERWAKILAN)', '(SK_HILANG_PERWAKILAN)'];
const IDENTITY = ['KTP', 'PASPOR', 'IDENTITAS_LAIN'];
const ART_57 = {
  form: ['FORMULIR_KLAIM'],
  memberCard: ['KPJ'],
  workerIdentity: IDENTITY,
  heirIdentity: ['KTP_AHLI_WARIS'],
  familyCard: ['KK'],
  deathLetter: DEATH_LETTER,
  heirLetter: ['SK_AHLI_WARIS'],
  account: ['REKENING_AHLI_WARIS'],
};

describe('a death (Pasal 57)', () => {
  test.each(['JKM_SEBELUM', 'JKM_SELAMA', 'JKM_SETELAH', 'JHT_MENINGGAL'])(
    '%s asks for the seven papers and the form',
    (type) => {
      expect(asked(type, facts({}))).toEqual(ART_57);
    },
  );

  test('on leave in Indonesia, a letter of employer, placing body or mission comes on top', () => {
    expect(asked('JKM_SELAMA', facts({ country: 'ID', onLeave: true }))).toEqual({
      ...ART_57,
      leaveLetter: ['SK_CUTI_MAJIKAN', 'SK_CUTI_PELAKSANA', 'SK_CUTI_PERWAKILAN'],
    });
  });

  test('lost at sea, the letter of the mission takes the place of the death letter', () => {
    expect(asked('JKM_SELAMA', facts({ lostAtSea: true }))).toEqual({
      ...ART_57,
      deathLetter: ['SK_HILANG_PERWAKILAN'],
    });
  });

  test('a branch asks a widow for the marriage book: shown as practice, never as law', () => {
    const papers = papersOf('JKM_SELAMA', facts({}, { heirs: [{ ref: 'heir-1', relation: 'SPOUSE' }] }), rules);
    expect(papers.find(({ requirement }) => requirement === 'marriageBook')).toMatchObject({
      byPractice: true,
      row: { instrument: 'Praktik BPJS Ketenagakerjaan', verified: false },
    });
    expect(papers.filter(({ byPractice }) => byPractice)).toHaveLength(1);
    const widowed = facts({}, { heirs: [{ ref: 'heir-1', relation: 'SPOUSE', alive: false }] });
    expect(asked('JKM_SELAMA', widowed)).toEqual(ART_57);
  });
});

describe('an accident during work (Pasal 50)', () => {
  const survived = (more: Partial<EventFacts> = {}, rest: Partial<PrecheckFacts> = {}): PrecheckFacts =>
    facts({ kind: 'ACCIDENT', ...more }, rest);
  const CARE = {
    form: ['FORMULIR_KLAIM'],
    memberCard: ['KPJ'],
    passport: ['PASPOR'],
    accidentLetter: ACCIDENT_LETTER,
    medicalResume: ['RESUME_MEDIS'],
    paymentProof: ['BUKTI_BAYAR'],
    account: ['REKENING_PESERTA', 'REKENING_PEMBAYAR'],
  };

  test('treatment abroad', () => {
    expect(asked('JKK_RAWAT_LN', survived({}, { costs: [{ benefit: 'JKK_RAWAT_LN', amountIdr: 1n }] }))).toEqual(CARE);
  });

  test('the proof of transport only where transport is claimed', () => {
    const costs = [{ benefit: 'JKK_TRANSPORT', amountIdr: 1n }];
    expect(asked('JKK_RAWAT_LN', survived({}, { costs }))).toEqual({ ...CARE, transportProof: ['BUKTI_TRANSPORT'] });
  });

  test('a part paid by the insurance of the host country has to be shown', () => {
    expect(asked('JKK_RAWAT_LN', survived({ hostInsurancePaid: true }))).toEqual({
      ...CARE,
      hostInsuranceLetter: ['SK_ASURANSI_SETEMPAT'],
      hospitalReceipts: ['KUITANSI_RS'],
    });
  });

  test('a death needs no proof of payment, and the papers of the heirs on top', () => {
    expect(asked('JKK_MENINGGAL', facts({ byAccident: true }))).toEqual({
      form: ['FORMULIR_KLAIM'],
      memberCard: ['KPJ'],
      passport: ['PASPOR'],
      accidentLetter: ACCIDENT_LETTER,
      medicalResume: ['RESUME_MEDIS'],
      heirIdentity: ['KTP_AHLI_WARIS'],
      familyCard: ['KK'],
      deathLetter: DEATH_LETTER,
      heirLetter: ['SK_AHLI_WARIS'],
      account: ['REKENING_AHLI_WARIS'],
    });
  });
});

test('a dismissal needs a letter of the employer, or of the mission or agency where he refuses', () => {
  const dismissed = facts({ kind: 'DISMISSAL' });
  expect(asked('JKK_PHK_SEPIHAK', dismissed)['dismissalLetter']).toEqual([
    'SURAT_PHK',
    '(SK_PHK_PERWAKILAN)',
    '(SK_PHK_AGENSI)',
  ]);
  expect(asked('JKK_PHK_KECELAKAAN', dismissed)).toMatchObject({ accidentLetter: ACCIDENT_LETTER });
});

test('whether a paper is verified is told for each of them', () => {
  const verified = (type: string): boolean[] => papersOf(type, facts({}), rules).map(({ row }) => row.verified);
  expect(verified('JKM_SELAMA').every(Boolean)).toBe(true);
  expect(verified('JKK_PEMERKOSAAN').some(Boolean)).toBe(false);
});

test('every claim type has papers, and each paper an issuer', () => {
  for (const { code } of rules.rows.claimType) {
    const papers = papersOf(code, facts({}), rules);
    expect(papers.length).toBeGreaterThan(0);
    for (const { anyOf } of papers) for (const { issuers } of anyOf) expect(issuers.length).toBeGreaterThan(0);
  }
});
