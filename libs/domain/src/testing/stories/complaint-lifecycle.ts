import { CATEGORIES, SEVERITY_DAYS } from '../../complaint/index.ts';
import { BODIES } from '../../kernel/bodies.ts';
import type { CaseState } from '../../kernel/state.ts';
import type { JsonObject } from '../../shared/text.ts';
import { CASE, STATEMENT } from '../claim-world.ts';
import {
  CLAIM,
  CONSENT,
  COMPLAINT,
  complaintModel,
  complaintSteps as steps,
  MINUTES,
  paper,
  RESOLUTION,
} from '../complaint-world.ts';
import { pick, type Lifecycle } from './lifecycle.ts';

const { definition } = complaintModel;

/** What carries a complaint from the door to its answer, and what only happens once in a hundred. */
const WEIGHTS: Readonly<Record<string, number>> = {
  submit: 12,
  acknowledge: 30,
  confirmComplete: 30,
  dispose: 40,
  assignUnit: 24,
  recordFinding: 24,
  startMediation: 15,
  attach: 9,
  settle: 18,
  failMediation: 9,
  proposeResolution: 30,
  acceptResolution: 6,
  rejectResolution: 9,
  fileObjection: 15,
  uphold: 9,
  overturn: 9,
  answerInfo: 18,
  resume: 18,
  transfer: 40,
  acceptTransfer: 99,
  refer: 20,
  acceptReferral: 99,
  declineTransfer: 9,
  recordHandover: 9,
  recordOutsideResult: 6,
  reopen: 9,
  recordFirstClarification: 3,
  recordSecondClarification: 6,
};

const CODES = Object.keys(CATEGORIES);
const OTHER_CASE = '3f6a1c52-0000-4000-8000-000000000009';
const SIGNS = ['DANGER', 'DETENTION', 'VIOLENCE', 'TRAFFICKING', 'CRITICAL_ILLNESS', 'DEATH'];
const PAPERS = Object.entries(definition.evidence).flatMap(([requirement, { anyOf }]) =>
  anyOf.map(({ document }) => paper(requirement, document)),
);
const words = { statement: STATEMENT };

/** What a family tells; the areas of a draft and of a change differ only in what may be left out. */
const report = (by: number): JsonObject => ({
  ...COMPLAINT,
  category: by % 2 === 0 ? 'GAJI_TIDAK_DIBAYAR' : pick(CODES, by),
  contact: STATEMENT,
  reporter: { relation: pick(['FAMILY', 'PARTICIPANT', 'LAWYER', 'NEIGHBOUR'], by) },
  ...(by % 7 === 0 ? { urgentSigns: [pick(SIGNS, by)] } : {}),
});

/** Mostly the body that is competent, now and then any. */
function bodyFor(state: CaseState | null, by: number): string {
  const competent = CATEGORIES[String(state?.facts['category'])]?.bodies ?? [];
  return by % 3 === 0 || competent.length === 0 ? pick(Object.keys(BODIES), by) : pick(competent, by);
}

function inputFor(name: string, state: CaseState | null, by: number): JsonObject {
  const rule = definition.commands[name];
  const reasonCode = pick(rule?.reasons ?? ['OWN_WISH'], by);
  const { areaCode = '', ...change } = report(by);
  switch (rule?.input) {
    case 'opening@1':
      return { ...report(by), ...(by % 4 === 0 ? { receivedAt: '2025-12-22T02:00:00.000Z' } : {}) };
    case 'draft@1':
      return by % 3 === 0 ? { areaCode } : report(by);
    case 'draftChange@1':
      return change;
    case 'reason@1':
      return { reasonCode };
    case 'statement@1':
      return words;
    case 'urgency@1':
      return { urgentSigns: [pick(SIGNS, by)] };
    case 'contact@1':
      return { channel: pick(['PHONE', 'VISIT'], by) };
    case 'intakeChecks@1':
      return { identityChecked: by % 9 !== 0, duplicatesSearched: true };
    case 'suspectedDuplicate@1':
      return { caseId: OTHER_CASE };
    case 'duplicateSearch@1':
      return { found: by % 2 === 0 ? [{ caseId: OTHER_CASE, rule: 'NIK' }] : [] };
    case 'sameWorker@1':
    case 'otherWorker@1':
      return { caseId: OTHER_CASE, reasonCode };
    case 'infoRequest@1':
      return { wanted: ['KRONOLOGI'], reasonCode };
    case 'infoAnswer@1':
      return by % 2 === 0 ? words : {};
    case 'attachment@1':
      return state?.stage === 'mediation' ? MINUTES : pick(PAPERS, by);
    case 'disposition@1':
      return {
        body: bodyFor(state, by),
        severity: pick(Object.keys(SEVERITY_DAYS), by),
        category: String(state?.facts['category'] ?? 'LAINNYA'),
      };
    case 'transfer@1':
      return {
        body: bodyFor(state, by),
        reasonCode,
        consent: CONSENT,
        ...(by % 2 === 0 ? { severity: 'STANDARD' } : {}),
      };
    case 'referral@1':
      return { body: bodyFor(state, by), reasonCode, consent: CONSENT };
    case 'offerAnswer@1':
    case 'objection@1':
      return { reasonCode };
    case 'handover@1':
      return { reference: 'POLRI-1' };
    case 'unit@1':
      return { unit: 'perselisihan' };
    case 'finding@1':
      return { finding: 'UPAH_TIDAK_DIBAYAR' };
    case 'session@1':
      return { sessionDay: '2026-01-12' };
    case 'settlement@1':
      return { bothCalled: by % 9 !== 0, result: pick(['resolved', 'partly_resolved'], by), ...words };
    case 'mediationFailure@1':
      return { bothCalled: true, reasonCode };
    case 'resolution@1': {
      const result = pick(['resolved', 'partly_resolved', 'not_proven', 'rejected'], by);
      return { ...RESOLUTION, result, ...(by % 9 === 0 ? {} : { reasonCode }) };
    }
    case 'review@1':
      return { reasonCode, article: 'Pasal 46 UU 25/2009' };
    case 'appeal@1':
      return { body: 'OMBUDSMAN', day: '2026-01-06' };
    case 'categoryChange@1':
      return { category: pick(CODES, by), reasonCode };
    case 'link@1':
      return { caseId: CASE, relation: 'complaint' };
    case 'claim@1':
      return CLAIM;
    case 'linkedCase@1':
      return { caseId: OTHER_CASE, relation: 'claim' };
    case 'linkedCaseRefusal@1':
      return { refusal: 'command/guard' };
    default:
      return {};
  }
}

/** Stories of complaints. What another body was handed is watched after the closing. */
export const complaintLifecycle: Lifecycle = {
  model: complaintModel,
  weights: WEIGHTS,
  chapters: {
    disposition: steps.disposition,
    ready: steps.ready,
    mediation: steps.mediation,
    resolution: steps.resolution,
    objection: steps.objection,
  },
  inputFor,
  afterClosing: ['monitoring'],
};
