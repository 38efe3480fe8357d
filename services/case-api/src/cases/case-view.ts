import type { Identity } from '@titian/auth';
import {
  allowedActions,
  clockUsage,
  nextDeadline,
  requirementsOf,
  type CaseModel,
  type CaseState,
  type Clock,
} from '@titian/domain';
import { currentCalendar } from '@titian/rulebook';
import type { Places } from '../places/places.ts';

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

/** A case as a desk sees it: where it stands, who holds it, what may be done now and by which article. */
export function caseView(
  model: CaseModel,
  state: CaseState,
  identity: Identity,
  history: { readonly custody: readonly Custody[]; readonly timeline: readonly TimelineRow[] },
  places: Places,
  now: string,
): object {
  const { definition } = model;
  const stage = definition.stages[state.stage];
  return {
    caseId: state.caseId,
    number: state.number,
    type: state.type,
    definition: state.definition,
    revision: state.revision,
    stage: { name: state.stage, label: stage?.label, legalBasis: stage?.legalBasis },
    status: state.status,
    suspension: state.suspension,
    flags: state.flags.map((flag) => ({ flag, label: definition.flags[flag]?.label })),
    outcome:
      state.outcome === null ? null : { outcome: state.outcome, label: definition.outcomes[state.outcome]?.label },
    milestones: state.milestones,
    area: { code: state.area, name: places.nameOf(state.area) },
    facts: state.facts,
    lines: Object.values(state.lines),
    custody: { ...state.custody, history: history.custody },
    escalation: { level: state.escalationLevel, rungs: definition.ladder.length },
    nextDeadline: nextDeadline(state, currentCalendar),
    evidence: requirementsOf(definition, model.code.conditions, state).map(({ requirement, rule, status }) => ({
      requirement,
      status,
      label: rule.label,
      legalBasis: rule.legalBasis,
      anyOf: rule.anyOf,
      item: state.evidence[requirement] ?? null,
    })),
    clocks: Object.values(state.clocks).map((clock) => clockView(model, clock, now)),
    tasks: Object.values(state.tasks).filter(({ status }) => status === 'unassigned' || status === 'assigned'),
    allowedActions: allowedActions(model, state, identity, now),
    links: state.links,
    timeline: history.timeline.map(({ body, ...row }) => {
      const { data } = JSON.parse(body) as { data: object };
      return { ...row, data };
    }),
  };
}

function clockView({ definition }: CaseModel, clock: Clock, now: string): object {
  const rule = definition.clocks[clock.name];
  return {
    clockId: clock.id,
    name: clock.name,
    label: rule?.label ?? { id: 'Tingkat eskalasi berikutnya', en: 'Next rung of the ladder' },
    legalBasis: rule?.legalBasis ?? [],
    unit: clock.unit,
    ...clockUsage(clock, currentCalendar, now),
    told: clock.told,
    ledger: clock.entries,
  };
}
