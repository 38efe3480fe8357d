import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';

type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

/** Two officers check the file: every paper, the membership, the amounts. */
export const CHECKING_COMMANDS: Commands = {
  verifyItem: {
    label: { id: 'Sahkan dokumen', en: 'Verify a paper' },
    legalBasis: [LAW.districtDuty],
    event: 'item-verified',
    from: ['verification'],
    roles: ['district_officer', 'bp3mi_officer'],
    input: 'verification@1',
    guards: ['itemAttached@1', 'notOwnItem@1'],
    effect: 'verifyItem@1',
  },
  returnItem: {
    label: { id: 'Kembalikan dokumen', en: 'Return a paper' },
    legalBasis: [LAW.districtDuty],
    event: 'item-returned',
    from: ['verification'],
    roles: ['district_officer', 'bp3mi_officer'],
    input: 'return@1',
    guards: ['itemAttached@1'],
    effect: 'returnItem@1',
    to: 'evidence',
    stop: ['secondCheck'],
    reasons: ['PAPER_UNREADABLE', 'DATA_DIFFER', 'WRONG_PAPER'],
  },
  approveFile: {
    label: { id: 'Setujui berkas', en: 'Approve the file' },
    legalBasis: [LAW.districtDuty],
    event: 'file-approved',
    from: ['verification'],
    roles: ['district_officer', 'bp3mi_officer'],
    input: 'verifiedAmounts@1',
    guards: ['allItemsVerified@1', 'insuredOnRiskDay@1', 'sameLines@1'],
    effect: 'recordVerifiedAmounts@1',
    milestone: 'first_check',
    asksSecondOfficer: true,
    start: ['secondCheck'],
  },
  checkFile: {
    label: { id: 'Pemeriksaan kedua', en: 'Second check' },
    legalBasis: [LAW.own],
    event: 'file-checked',
    from: ['verification'],
    roles: ['district_officer', 'bp3mi_officer'],
    input: 'nothing@1',
    guards: ['fileApproved@1', 'allItemsVerified@1'],
    checks: 'approveFile',
    to: 'ready',
    stop: ['secondCheck'],
    milestone: 'file_verified',
  },
};
