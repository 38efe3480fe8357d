import { describe, expect, test } from '@jest/globals';
import { ROLES, type CaseState, type JsonObject, type Role } from '@titian/domain';
import { isFileHidden, isPaperHidden, withoutHiddenPapers } from './paper-sight.ts';

const state = (claimType: string): CaseState => ({ facts: { claimType } }) as unknown as CaseState;
const CARE = state('JKK_RAWAT_LN');
const RAPE = state('JKK_PEMERKOSAAN');
const HELPERS: readonly Role[] = ['village_officer', 'subdistrict_officer'];

describe('who may know a paper', () => {
  test.each(ROLES)('%s', (role) => {
    const helps = HELPERS.includes(role);
    expect(isPaperHidden(CARE, role, 'medicalResume')).toBe(helps);
    expect(isPaperHidden(CARE, role, 'passport')).toBe(false);
    expect(isPaperHidden(RAPE, role, 'passport')).toBe(helps);
    expect(isFileHidden(RAPE, role)).toBe(helps);
    expect(isFileHidden(CARE, role)).toBe(false);
  });
});

describe('a view without hidden papers', () => {
  const item = (requirement: string) => ({
    requirement,
    document: 'X',
    documentId: 'id-1',
    sha256: 'hash',
    status: 'attached',
  });
  const view: JsonObject = {
    evidence: [{ requirement: 'medicalResume', anyOf: [{ document: 'RESUME_MEDIS' }], item: item('medicalResume') }],
    facts: {
      paperRequests: [{ requirement: 'passport', document: 'PASPOR', refusal: { documentId: 'id-2', sha256: 'h' } }],
    },
    timeline: [
      { data: { item: item('medicalResume') } },
      { data: { input: item('medicalResume') } },
      { data: { input: item('passport') } },
    ],
  };

  test('says that a paper is there, and nothing that leads to it', () => {
    const seen = withoutHiddenPapers(view, CARE, 'village_officer');
    expect(seen['evidence']).toEqual([
      {
        requirement: 'medicalResume',
        anyOf: [{ document: 'RESUME_MEDIS' }],
        item: { requirement: 'medicalResume', status: 'attached' },
      },
    ]);
    expect(JSON.stringify(seen).match(/id-1/g)).toHaveLength(1); // the passport's
  });

  test('is whole for those who act on the file', () => {
    expect(withoutHiddenPapers(view, RAPE, 'district_officer')).toEqual(view);
  });
});
