import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import type { z } from 'zod';
import { LAW } from './claim.law.ts';
import { DESK, OFFICERS, OPEN } from './claim.people.ts';

type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

/** What may be done at almost any time: waiting, words, links, doubts, withdrawal, voiding, reopening. */
export const OPEN_COMMANDS: Commands = {
  withdraw: {
    label: { id: 'Cabut klaim', en: 'Withdraw the claim' },
    legalBasis: [LAW.own],
    event: 'withdrawn',
    from: ['reported', 'evidence', 'verification', 'ready', 'decided'],
    roles: ['family'],
    input: 'reason@1',
    guards: [],
    to: 'closed',
    outcome: 'withdrawn',
    whileSuspended: true,
    reasons: ['OWN_WISH', 'FILED_ELSEWHERE'],
  },
  reopen: {
    label: { id: 'Buka kembali', en: 'Reopen' },
    legalBasis: [LAW.firstOpportunity],
    event: 'reopened',
    from: ['closed'],
    roles: ['family', 'district_officer', 'bp3mi_officer'],
    input: 'reason@1',
    guards: ['notPaid@1'],
    effect: 'forgetVerification@1',
    to: 'evidence',
    reasons: ['NEW_EVIDENCE', 'CLOSED_BY_MISTAKE'],
  },
  addNote: {
    label: { id: 'Tambah catatan', en: 'Add a note' },
    legalBasis: [LAW.own],
    event: 'noted',
    from: [...OPEN, 'closed'],
    roles: [...OFFICERS],
    input: 'note@1',
    guards: [],
    whileSuspended: true,
  },
  linkCase: {
    label: { id: 'Kaitkan dengan kasus lain', en: 'Link with another case' },
    legalBasis: [LAW.own],
    event: 'linked',
    from: [...OPEN, 'closed'],
    roles: [...OFFICERS, 'system'],
    input: 'link@1',
    guards: [],
    effect: 'linkCase@1',
    whileSuspended: true,
  },
};
