import type { Identity } from '@titian/auth';
import {
  allowedActions,
  amountFindings,
  BODIES,
  dueInstant,
  heirsOf,
  isStopped,
  latePayments,
  nextDeadline,
  payeesOf,
  requirementsOf,
  type Body,
  type Calendar,
  seesEvent,
  seesFlag,
  type CaseDefinition,
  type CaseModel,
  type CaseState,
  type Instant,
  type JsonObject,
} from '@titian/domain';
import { toJson } from '../desk/intake.ts';
import { commandHref } from '../openapi/command-paths.ts';
import type { Places } from '../places/places.ts';
import { clockView } from './clock-view.ts';
import { withoutOfficers } from './family-view.ts';
import { coverView, linkedCovers } from './placement-sight.ts';
import { withoutOthers } from './others.ts';
import { withoutHiddenPapers } from './paper-sight.ts';
import { expectationChange } from '../guidance/expectation-change.ts';
import { comparisonView } from '../guidance/guidance.ts';

interface Custody {
  readonly role: string;
  readonly office: string;
  readonly since: string;
  readonly until: string | null;
}
interface TimelineRow {
  readonly revision: number;
  readonly type: string;
  readonly at: string;
  readonly body: string;
  readonly hash: string;
}
/** A linked case as far as the reader may see it. */
export interface LinkedCase {
  readonly caseId: string;
  readonly type: string;
  readonly number: string;
  readonly stage: string;
  readonly status: string;
}
/** What is read beside the state. */
export interface CaseHistory {
  /** The one in force. */
  readonly calendar: Calendar;
  readonly custody: readonly Custody[];
  readonly timeline: readonly TimelineRow[];
  readonly linked: readonly LinkedCase[];
  /** Placements among the linked cases. */
  readonly placements: readonly CaseState[];
  /** Whom the case is about, for `/v1/persons/{personId}`; null if the reader may not know, or nobody is known. */
  readonly personId: string | null;
}

/**
 * A case as a desk sees it: where it stands, who holds it, what is missing and who issues it, what may be done now and by
 * which article. A family sees no notes, and officers as role and office only.
 */
export function caseView(
  model: CaseModel,
  state: CaseState,
  identity: Identity,
  history: CaseHistory,
  places: Places,
  now: Instant,
): object {
  const { definition } = model;
  const stage = definition.stages[state.stage];
  const isFamily = identity.role === 'family';
  const flagsSeen = state.flags.filter((flag) => seesFlag(definition, flag, identity.role));
  const view = {
    caseId: state.caseId,
    number: state.number,
    type: state.type,
    label: definition.label,
    definition: state.definition,
    revision: state.revision,
    stage: { name: state.stage, label: stage?.label, legalBasis: stage?.legalBasis },
    status: state.status,
    suspension: state.suspension === null ? null : suspensionView(definition, state.suspension),
    flags: flagsSeen.map((flag) => ({ flag, label: definition.flags[flag]?.label })),
    outcome:
      state.outcome === null ? null : { outcome: state.outcome, label: definition.outcomes[state.outcome]?.label },
    milestones: state.milestones,
    worker: { personId: history.personId },
    area: { code: state.area, name: places.nameOf(state.area) },
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    facts: state.facts,
    lines: Object.values(state.lines),
    /** Who may be paid after a death: `heir-1` is the first of the list, and the payee of that name. */
    heirs: heirsView(state),
    payments: Object.values(state.payments),
    amountFindings: amountFindings(state),
    latePayments: latePayments(state, history.calendar, now),
    /** Each line of the insurer's decision beside what the rules give, in words. */
    differences: comparisonView(model, state),
    /** Where the rules, run again at the verification, give something else than the run that was saved. */
    expectationChange: expectationChange(state),
    custody: { ...state.custody, history: history.custody },
    offers: offersView(definition, state, history.calendar),
    conflicts: conflictsView(state),
    escalation: escalationView(definition, state),
    nextDeadline: nextDeadline(state, history.calendar),
    evidence: evidenceView(model, state),
    /** Of a placement: when it is covered, on which days abroad it is not, and by which row. */
    ...(state.type === 'placement' ? { cover: coverView(state, now) } : {}),
    /** What linked placements say of the cover, and where the case was told something else. */
    ...(history.placements.length === 0 ? {} : { placementCovers: linkedCovers(state, history.placements, now) }),
    clocks: Object.values(state.clocks).map((clock) => clockView(definition, clock, history.calendar, now)),
    tasks: Object.values(state.tasks).filter(({ status }) => status === 'unassigned' || status === 'assigned'),
    allowedActions: allowedActions(model, state, identity, now).map((action) => ({
      ...action,
      href: commandHref(state.type, state.caseId, action.command),
    })),
    links: state.links.map((link) => linkView(link, history.linked)),
    timeline: history.timeline
      .map(({ body, ...row }) => ({ ...row, data: (JSON.parse(body) as { data: JsonObject }).data }))
      .filter(({ type, data }) => seesEvent(definition, identity.role, type, data)),
  };
  const seen = withoutHiddenPapers(toJson(view), state, identity.role);
  return isFamily ? withoutOthers(withoutOfficers(seen, state), history.linked) : seen;
}

/** Each heir with what is paid to them; names stay in the statement store. */
function heirsView(state: CaseState): object[] {
  const payees = payeesOf(state);
  return heirsOf(state).map(({ relation, minor = null, guardian }, index) => {
    const key = `heir-${index + 1}`;
    const payee = payees.get(key);
    return {
      key,
      relation,
      minor,
      guardian: guardian === undefined ? null : { relation: guardian.relation },
      share: payee?.share ?? null,
      payments: Object.values(state.payments).flatMap((each) => (each.payee === key ? [each.id] : [])),
    };
  });
}

/** Help that is asked for or promised, and a transfer that waits for its answer: by whom, with whose consent, until when. */
function offersView(definition: CaseDefinition, state: CaseState, calendar: Calendar): object[] {
  return Object.entries(state.offers).map(([offer, { to, from, body, status, reasonCode, consent, offeredAt }]) => {
    const asking = Object.values(state.clocks).find(
      (clock) => definition.clocks[clock.name]?.returnsOffer === offer && !isStopped(clock),
    );
    return {
      offer,
      status,
      from,
      to,
      body: { body, label: BODIES[body as Body].label },
      reason: { reasonCode, label: definition.reasons[reasonCode]?.label },
      consent: { by: consent.by, how: consent.how, day: consent.day },
      offeredAt,
      answerBy: asking === undefined ? null : dueInstant(asking, calendar),
    };
  });
}

/** Who keeps out of the case, and on what ground. */
const conflictsView = ({ conflicts }: CaseState): object[] =>
  Object.entries(conflicts).map(([officerId, ground]) => ({ officerId, ground }));

/** How far up each ladder the matter has climbed, and where else the family may turn. */
function escalationView({ ladder, sideways, outward }: CaseDefinition, state: CaseState): object {
  return {
    level: state.escalationLevel,
    rungs: ladder.length,
    ladder,
    sideways: { level: state.sidewaysLevel, ladder: sideways },
    outward: Object.entries(outward?.bodies ?? {}).map(([body, rule]) => ({
      body,
      ...rule,
      offered: state.offered.includes(body),
    })),
  };
}

function suspensionView({ suspensions }: CaseDefinition, name: string): object {
  const rule = suspensions[name];
  return { name, label: rule?.label, legalBasis: rule?.legalBasis };
}

/** Every paper the case needs: where it stands, what settles it and who issues that. A returned one is wanted again. */
function evidenceView({ definition, code }: CaseModel, state: CaseState): object[] {
  return requirementsOf(definition, code.conditions, state).map(({ requirement, rule, legalBasis, advised }) => {
    const item = state.evidence[requirement] ?? null;
    const reason = item?.reasonCode == null ? undefined : definition.reasons[item.reasonCode];
    return {
      requirement,
      status: item?.status ?? 'missing',
      label: rule.label,
      legalBasis,
      /** Only counters ask for it: it holds nothing up. */
      advised,
      anyOf: rule.anyOf,
      item,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

/** What the reader may not see keeps its id and relation only. */
function linkView(link: CaseState['links'][number], linked: readonly LinkedCase[]): object {
  const seen = linked.find(({ caseId }) => caseId === link.caseId);
  return seen === undefined ? { ...link, visible: false } : { ...link, ...seen, visible: true };
}
