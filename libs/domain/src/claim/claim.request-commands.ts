import type { z } from 'zod';
import type { CaseDefinitionSchema } from '../kernel/definition.ts';
import { LAW } from './claim.law.ts';

type Commands = z.input<typeof CaseDefinitionSchema>['commands'];

/** Stages in which a paper may still be wanted. */
const WANTED: string[] = ['reported', 'evidence', 'verification', 'insurer_review', 'objection'];
const DESKS = ['village_officer', 'district_officer', 'bp3mi_officer'] as const;
const ITEM = ['requirement', 'document', 'addressee'];

/**
 * Papers asked of third parties (`MENUNGGU_DOKUMEN_PIHAK_KETIGA`): many at once, each with a clock of its own that reminds,
 * then asks BP3MI and the ministry to chase it. The case itself goes on. A refusal is kept: it is evidence.
 */
export const REQUEST_COMMANDS: Commands = {
  requestPaper: {
    label: { id: 'Minta dokumen kepada pihak ketiga', en: 'Ask a third party for a paper' },
    legalBasis: [LAW.careDocuments, LAW.deathDocuments],
    event: 'paper-requested',
    from: WANTED,
    roles: [...DESKS],
    input: 'paperRequest@1',
    guards: ['requirementKnown@1', 'addresseeIssues@1', 'notAskedYet@1'],
    effect: 'requestPaper@1',
    item: ITEM,
    start: ['paperRequest'],
    raises: ['third_party_awaited'],
    whileSuspended: true,
  },
  paperArrived: {
    label: { id: 'Dokumen pihak ketiga sudah datang', en: 'The paper of the third party has come' },
    legalBasis: [LAW.own],
    event: 'paper-arrived',
    from: WANTED,
    roles: ['family', ...DESKS],
    input: 'paperRequest@1',
    guards: ['askedNow@1'],
    effect: 'paperArrived@1',
    item: ITEM,
    stop: ['paperRequest'],
    whileSuspended: true,
  },
  paperRefused: {
    label: { id: 'Catat penolakan penerbit', en: 'Record that the issuer refuses' },
    legalBasis: [LAW.own],
    event: 'paper-refused',
    from: WANTED,
    roles: ['family', ...DESKS],
    input: 'paperRefusal@1',
    guards: ['requirementKnown@1', 'addresseeIssues@1', 'refusalWhole@1'],
    effect: 'paperRefused@1',
    item: ITEM,
    stop: ['paperRequest'],
    reasons: ['ISSUER_REFUSED', 'ISSUER_UNREACHABLE', 'ISSUER_CLOSED'],
    whileSuspended: true,
  },
  cancelPaperRequest: {
    label: { id: 'Batalkan permintaan dokumen', en: 'Cancel the request of a paper' },
    legalBasis: [LAW.own],
    event: 'paper-request-cancelled',
    from: WANTED,
    roles: [...DESKS],
    input: 'paperCancellation@1',
    guards: ['askedNow@1'],
    effect: 'cancelPaperRequest@1',
    item: ITEM,
    stop: ['paperRequest'],
    reasons: ['NO_LONGER_NEEDED', 'WRONG_ADDRESSEE'],
    whileSuspended: true,
  },
  relyOnRefusals: {
    label: { id: 'Ajukan penolakan sebagai bukti', en: 'Put the refusals in place of the paper' },
    legalBasis: [LAW.own],
    event: 'refusals-relied-on',
    from: ['reported', 'evidence', 'insurer_review', 'objection'],
    roles: ['district_officer', 'bp3mi_officer'],
    input: 'refusalEvidence@1',
    guards: ['requirementKnown@1', 'everyIssuerRefused@1'],
    effect: 'relyOnRefusals@1',
    item: ['requirement'],
    stop: ['paperRequest'],
    whileSuspended: true,
  },
};
