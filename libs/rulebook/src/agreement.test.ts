import { describe, expect, test } from '@jest/globals';
import {
  CATEGORIES,
  claimDefinition,
  claimInputs,
  complaintDefinition,
  openingCommandOf,
  SEVERITY_DAYS,
  type CaseDefinition,
} from '@titian/domain';
import { rulebook } from './rows/rulebook.ts';
import { RELATIONS, REPORTERS, SCHOOL_LEVELS } from './rows/vocabulary.ts';
import { RULES_VERSION } from './rows/version.ts';

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
});

test('the version of the rows fits the pre-check that a claim records', () => {
  expect(claimInputs['precheck@1'].shape.rulesVersion.safeParse(RULES_VERSION).success).toBe(true);
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
