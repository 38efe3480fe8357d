import { requirementsOf } from '../../claim/index.ts';
import type { CaseState } from '../../kernel/state.ts';
import { placementConditions } from '../../placement/conditions.ts';
import { departureGapsOf } from '../../placement/index.ts';
import type { JsonObject } from '../../shared/text.ts';
import { CASE, CONSENT, STATEMENT } from '../claim-world.ts';
import { CLAIM } from '../complaint-world.ts';
import { CANDIDATE, FOUND_ABROAD, paper, placementModel, placementSteps as steps } from '../placement-world.ts';
import { pick, type Lifecycle } from './lifecycle.ts';

const { definition } = placementModel;
const OTHER_CASE = '3f6a1c52-0000-4000-8000-000000000009';

/** What carries a placement from the register to the return, and what only happens once in a hundred. */
const WEIGHTS: Readonly<Record<string, number>> = {
  confirmCandidate: 30,
  attach: 30,
  acknowledgePermit: 12,
  recordBeforePremium: 9,
  recordOrientation: 9,
  recordContract: 12,
  recordPremium: 12,
  scheduleDeparture: 18,
  recordDeparture: 60,
  recordIncompleteDeparture: 6,
  recordReturn: 15,
  recordHandover: 30,
  confirmHome: 30,
  closePlacement: 30,
  recordContact: 6,
  extendContract: 6,
  renewPremium: 9,
  proposeVoid: 6,
  confirmVoid: 9,
  reopen: 6,
  transfer: 9,
  acceptTransfer: 99,
  refer: 9,
  acceptReferral: 99,
};

function paperFor(state: CaseState | null, by: number): JsonObject {
  const rows = state === null ? [] : requirementsOf(definition, placementConditions, state);
  const row = rows.find(({ status }) => status === 'missing') ?? rows[by % Math.max(1, rows.length)];
  return paper(row?.requirement ?? 'passport', row?.rule.anyOf[0]?.document ?? 'PASPOR');
}

const attached = (state: CaseState | null, by: number): string =>
  Object.keys(state?.evidence ?? {})[by % Math.max(1, Object.keys(state?.evidence ?? {}).length)] ?? 'passport';

function inputFor(name: string, state: CaseState | null, by: number): JsonObject {
  const rule = definition.commands[name];
  const reasonCode = pick(rule?.reasons ?? ['OWN_WISH'], by);
  const contract = { from: '2026-01-06', until: pick(['2026-07-05', '2028-01-05'], by) };
  switch (rule?.input) {
    case 'candidate@1':
      return { ...CANDIDATE, placedBy: pick(['P3MI', 'PERSEORANGAN', 'BP2MI'], by) };
    case 'foundAbroad@1':
      return by % 2 === 0 ? FOUND_ABROAD : { ...CANDIDATE, departureDay: '2025-03-01' };
    case 'reason@1':
      return { reasonCode };
    case 'confirmation@1':
      return { identityChecked: true, permitFrom: pick(['SPOUSE', 'PARENT', 'GUARDIAN'], by) };
    case 'plan@1':
      return { placedBy: pick(['P3MI', 'PERSEORANGAN'], by) };
    case 'attachment@1':
      return paperFor(state, by);
    case 'verification@1':
      return { requirement: attached(state, by), against: 'ORIGINAL' };
    case 'return@1':
      return { requirement: attached(state, by), reasonCode };
    case 'requirement@1':
      return { requirement: attached(state, by) };
    case 'day@1':
      return {
        day: name === 'scheduleDeparture' ? pick(['2026-01-20', '2026-03-01', '2026-01-06'], by) : '2026-01-05',
      };
    case 'contract@1':
      return name === 'extendContract' ? { from: '2028-01-06', until: '2029-01-05' } : contract;
    case 'contractChange@1':
      return { from: '2026-02-01', until: '2028-01-31', ...(by % 2 === 0 ? { country: 'HK' } : {}) };
    case 'beforePremium@1':
      return { paidDay: '2026-01-05' };
    case 'premium@1':
      return { paidDay: '2026-01-05', months: pick([6, 12, 24], by) };
    case 'failure@1':
      return { day: '2026-01-05', reasonCode };
    case 'leave@1':
      return { from: '2026-01-05', until: '2026-01-20' };
    case 'homecoming@1':
      return { day: '2026-01-05', kind: pick(['CONTRACT_ENDED', 'EARLY', 'TROUBLED', 'BODY'], by) };
    case 'handover@1':
      return { day: '2026-01-05', to: 'FAMILY', witnessedBy: 'VILLAGE' };
    case 'duplicateSearch@1':
      return { found: by % 2 === 0 ? [{ caseId: OTHER_CASE, rule: 'NAME_BIRTH_VILLAGE' }] : [] };
    case 'suspectedDuplicate@1':
      return { caseId: OTHER_CASE };
    case 'sameWorker@1':
    case 'otherWorker@1':
      return { caseId: OTHER_CASE, reasonCode };
    case 'offerAnswer@1':
      return { reasonCode };
    case 'referral@1':
    case 'transfer@1':
      return { body: pick(['BP3MI', 'DISNAKER', 'DESA', 'KP2MI', 'POLRI'], by), reasonCode, consent: CONSENT };
    case 'note@1':
      return { statement: STATEMENT };
    case 'link@1':
      return { caseId: CASE, relation: 'claim' };
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

/** Stories of placements: what is missing at the departure is never passed over in silence. */
export const placementLifecycle: Lifecycle = {
  model: placementModel,
  weights: WEIGHTS,
  chapters: {
    preparation: steps.preparation,
    scheduled: () => steps.scheduled('2026-01-06'),
    found: steps.foundAbroad,
    left: steps.leftIncomplete,
  },
  inputFor,
  afterClosing: [],
  check: (state, hold) => {
    const { milestones, facts, flags, stage } = state;
    hold(
      'whoever has left has a departure on record',
      milestones['departed'] === undefined || facts['departure'] != null,
    );
    const gaps = departureGapsOf(definition, state).length > 0;
    hold(
      'a departure is flagged exactly while something is missing',
      stage !== 'departure' || flags.includes('departure_incomplete') === gaps,
    );
  },
};
