import { describe, expect, test } from '@jest/globals';
import {
  BENEFIT_CODES,
  CATEGORIES,
  CLAIM_TYPE_CODES,
  claimDefinition,
  claimInputs,
  complaintDefinition,
  MAX_CHILDREN,
  openingCommandOf,
  SCHOOL_LEVELS as SCHOLARSHIPS,
  SEVERITY_DAYS,
  type CaseDefinition,
} from '@titian/domain';
import { rulebook } from './rows/rulebook.ts';
import { RELATIONS, REPORTERS, SCHOOL_LEVELS } from './rows/vocabulary.ts';

/*
 * The definitions name law for people who act; the rows hold it for people who calculate. Neither imports the other's values,
 * so these tests keep them one.
 */
const today = rulebook.rulesOn('2026-01-01').rows;

describe('complaint categories', () => {
  test('have the bodies, the care and the names of the definition', () => {
    const inRows = today.complaintCategory.map(({ code, label, bodies, sensitive, workerCanConsent }) => [
      code,
      { label, bodies, sensitive, workerCanConsent },
    ]);
    const inDomain = Object.entries(CATEGORIES).map(([code, { label, bodies, sensitive, workerCanConsent }]) => [
      code,
      { label, bodies: [...bodies], sensitive, workerCanConsent },
    ]);
    expect(inRows).toEqual(inDomain);
  });
});

describe('claim types', () => {
  test.each(today.claimType.map(({ code, stages }) => [code, stages] as const))(
    '%s is opened in %i stages',
    (code, stages) => {
      expect(openingCommandOf(code)).toBe(stages === 2 ? 'reportAccident' : 'openClaim');
    },
  );

  test('whatever a requirement of the definition names is a claim type of the rows', () => {
    const known = new Set(today.claimType.map(({ code }) => code));
    for (const { claimTypes = [] } of Object.values(claimDefinition.evidence))
      for (const type of claimTypes) expect(known).toContain(type);
  });
});

test('a refusal of the rows is a reason that a claim may give', () => {
  for (const { code } of today.refusalReason) expect(claimDefinition.reasons).toHaveProperty(code);
});

describe('who takes part', () => {
  test('relations of heirs are those that a claim records', () => {
    const heirs = claimInputs['heirs@1'];
    for (const relation of RELATIONS) {
      const person = { statementId: '00000000-0000-4000-8000-000000000000', digest: 'a'.repeat(64) };
      expect(heirs.safeParse({ heirs: [{ person, relation }] }).success).toBe(true);
    }
  });

  test('reporters are those that a claim opens with, and the mission', () => {
    const { shape } = claimInputs['opening@1'].shape.reporter;
    expect(REPORTERS.filter((reporter) => reporter !== 'MISSION')).toEqual(shape.relation.options);
  });

  test('levels of school are those of a scholarship', () => {
    expect(claimInputs['scholarship@1'].shape.level.options).toEqual(SCHOOL_LEVELS);
  });

  test('a scholarship has the sum, the years, the children and the verification of its row', () => {
    const ofRows = today.scholarship.map(({ level, years, perYear, verified, maxChildren }) => ({
      level,
      years,
      yearlyIdr: String(perYear),
      verified,
      children: maxChildren,
    }));
    const ofClaims = SCHOLARSHIPS.map(({ level, years, yearlyIdr, legalBasis }) => ({
      level,
      years,
      yearlyIdr,
      verified: legalBasis.verified,
      children: MAX_CHILDREN,
    }));
    expect(ofClaims).toEqual(ofRows);
  });
});

/** Papers that settle one requirement, substitutes marked: what a desk can act on, whatever the requirement is called. */
const settledBy = (anyOf: readonly { readonly document: string; readonly substitute: boolean }[]): string =>
  anyOf
    .map(({ document, substitute }) => `${document}${substitute ? '*' : ''}`)
    .sort()
    .join(' ');

describe('papers', () => {
  const CONDITIONS: Readonly<Record<string, string | undefined>> = {
    'survived@1': 'survived',
    'onLeave@1': 'onLeave',
    'lostAtSea@1': 'lostAtSea',
    'transportAsked@1': 'transportAsked',
    'hostInsurancePaid@1': 'costAboveHostInsurance',
    'spouseInherits@1': 'spouseIsHeir',
    'minorInherits@1': 'minorIsHeir',
    'ticketAsked@1': 'transportAsked',
  };
  /** Conditions that only say what the type says already. */
  const implied = (when: string | undefined, claimType: string): boolean =>
    when === 'survived' ? claimType !== 'JKK_RAWAT_LN' && claimType !== 'JKK_RAWAT_RI' : claimType === 'JKK_PEMULANGAN';
  const told = (claimType: string, when: string | undefined): string =>
    when === undefined || implied(when, claimType) ? '' : ` when ${when}`;
  /** An account is the one paper whose condition the rows leave to who is paid. */
  const isAccount = (papers: string): boolean => papers.startsWith('REKENING_P');
  const ofDeath = new Set(['JKK_RAWAT_LN', 'JKK_RAWAT_RI']);

  test.each(CLAIM_TYPE_CODES)('of %s are those of the rows, as verified and as binding', (claimType) => {
    const inRows = today.paper
      .filter(({ claimTypes }) => claimTypes.includes(claimType))
      .map(({ anyOf, when, verified, byPractice }) => {
        const papers = settledBy(anyOf);
        return `${papers}${isAccount(papers) ? '' : told(claimType, when)} ${verified} ${byPractice}`;
      });
    const inDomain = Object.values(claimDefinition.evidence)
      .filter(({ claimTypes }) => claimTypes.length === 0 || claimTypes.includes(claimType))
      .filter(({ when }) => !/^died|^paidToHeirs/.test(when ?? '') || isPaidToHeirs(claimType))
      .filter(({ when }) => when !== 'survived@1' || !isDeath(claimType))
      .filter(({ when }) => !(when === 'lostAtSea@1' || when === 'onLeave@1') || claimType.startsWith('JKM_'))
      .map(({ anyOf, when, legalBasis, legalBasisFor, advised }) => {
        const papers = settledBy(anyOf);
        const verified = (legalBasisFor?.[claimType] ?? legalBasis).every((basis) => basis.verified);
        const condition = isAccount(papers) ? undefined : CONDITIONS[when ?? ''];
        return `${papers}${told(claimType, condition)} ${verified} ${advised === true}`;
      });
    expect(ofDeath.has(claimType) || inDomain.length > 0).toBe(true);
    expect([...inDomain].sort()).toEqual([...inRows].sort());
  });

  const isDeath = (claimType: string): boolean => /^JKM_|MENINGGAL$/.test(claimType);
  const isPaidToHeirs = (claimType: string): boolean => isDeath(claimType) || claimType === 'BEASISWA';
});

describe('benefits', () => {
  test('that a line can ask for are those of the rows, and a scholarship by its level', () => {
    const inRows = [...new Set(today.benefit.map(({ code }) => code))];
    const levels = SCHOOL_LEVELS.map((level) => `BEASISWA_${level}`);
    expect([...BENEFIT_CODES].sort()).toEqual([...inRows, ...levels].sort());
  });

  test('have the names of the rows’ claim types', () => {
    expect([...CLAIM_TYPE_CODES].sort()).toEqual(today.claimType.map(({ code }) => code).sort());
  });
});

const UNITS = { HOURS: 'hours', WORKING: 'working_days', CALENDAR: 'calendar_days', MONTHS: 'months', YEARS: 'years' };

describe('clocks count what the rows say', () => {
  test.each<[string, CaseDefinition, string]>([
    ['clock.verify', claimDefinition, 'verifying'],
    ['clock.verify', complaintDefinition, 'verifying'],
    ['clock.follow-up', complaintDefinition, 'followUp'],
    ['clock.feedback', complaintDefinition, 'silence'],
    ['clock.unsolved', complaintDefinition, 'unsolved'],
    ['clock.commitment', complaintDefinition, 'commitment'],
    ['clock.incomplete', complaintDefinition, 'completing'],
    ['clock.explain', complaintDefinition, 'explaining'],
    ['clock.unreachable', complaintDefinition, 'unreachable'],
    ['clock.pay-jkk', claimDefinition, 'insurerReview'],
    ['clock.pay-jkk', claimDefinition, 'payout'],
  ])('%s', (key, definition, name) => {
    const row = today.clock.find((each) => each.key === key);
    const clock = definition.clocks[name];
    expect([clock?.target, clock?.unit]).toEqual([row?.value, row === undefined ? undefined : UNITS[row.unit]]);
    const cited = clock?.legalBasis.map(({ instrument, article }) => `${instrument} ${article}`);
    expect(cited).toContain(`${row?.instrument} ${row?.article}`);
  });

  test('severities of a complaint', () => {
    const days = ['light', 'information', 'standard', 'examination'].map(
      (name) => today.clock.find(({ key }) => key === `clock.${name}`)?.value,
    );
    expect(Object.values(SEVERITY_DAYS)).toEqual(days);
  });

  test('the expiry of a work accident', () => {
    const row = today.expiry.find(({ programme }) => programme === 'JKK');
    expect(claimDefinition.clocks['expiry']).toMatchObject({ target: row?.years, unit: 'years' });
  });
});
