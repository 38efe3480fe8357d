import { monthIn } from './month.ts';
import { judge } from './fact-pattern.ts';
import type { Changes, ReportedCase, ReportedEvent, ReportedLine, Visit } from './reported-rows.ts';

/**
 * Folds one event. Pure but for `changes`. Null while the opening of the case has not come: a case whose first event an operator has
 * skipped has no place and cannot be reported.
 */
export function foldEvent(known: ReportedCase | null, event: ReportedEvent, changes: Changes): ReportedCase | null {
  if (known !== null && event.caseversion <= known.version) return known; // it came before: a case's events arrive in order
  const before = event.type === 'titian.case.opened.v1' ? opened(event, changes) : known;
  if (before === null) return null;
  const after = FOLDS[event.type]?.(before, event, changes) ?? before;
  return { ...after, version: event.caseversion };
}

function opened({ subject: caseId, data, caseversion, time }: ReportedEvent, changes: Changes): ReportedCase {
  const { type, area, zone, stage, custody, openedAt } = data as unknown as OpenedData;
  const visit: Visit = { number: 1, stage, office: custody.office, enteredAt: time };
  changes.visit({ ...visit, caseId, leftAt: null, leftMonth: null });
  return {
    caseId,
    version: caseversion,
    type,
    subject: '-',
    area,
    zone,
    office: custody.office,
    status: 'open',
    outcome: null,
    level: 0,
    openedAt,
    closedAt: null,
    decidedAt: null,
    paidAt: null,
    visit,
    lines: {},
    facts: {},
    papers: {},
    attached: {},
    asked: [],
    verifiedIn: null,
    judgement: null,
  };
}

type Fold = (known: ReportedCase, event: ReportedEvent, changes: Changes) => ReportedCase;
const textOf = ({ data }: ReportedEvent, member: string): string => {
  const value = data[member];
  return typeof value === 'string' ? value : '';
};

const enterStage: Fold = (known, event, changes) => {
  const { visit, caseId, zone } = known;
  changes.visit({ ...visit, caseId, leftAt: event.time, leftMonth: monthIn(zone, event.time) });
  const next = { number: visit.number + 1, stage: textOf(event, 'stage'), office: known.office, enteredAt: event.time };
  changes.visit({ ...next, caseId, leftAt: null, leftMonth: null });
  return { ...known, visit: next };
};

const recordFacts: Fold = (known, { data }) => {
  const facts = { ...known.facts, ...(data['facts'] as object) } as Readonly<Record<string, unknown>>;
  const subject = facts[known.type === 'claim' ? 'claimType' : 'category'];
  const { requirements = [], documents = [] } = ((data['facts'] as Record<string, unknown>)['infoRequest'] ?? {}) as {
    requirements?: string[];
    documents?: string[];
  };
  const asked = [...new Set([...known.asked, ...requirements, ...documents])].sort();
  return { ...known, facts: kept(facts), asked, subject: typeof subject === 'string' ? subject : known.subject };
};

/** Facts that make cases alike; the others are of no use here. */
const KEPT = new Set([
  'claimType',
  'riskDay',
  'accidentOutcome',
  'membership',
  'payees',
  'heirs',
  'category',
  'placement',
  'disposition',
]);
const kept = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => KEPT.has(name))
      .map(([name, value]) => [name, withoutReferences(value)]),
  );

/** Statements and their digests are of one person: they make no two cases alike. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => typeof inner !== 'object' || inner === null || !('statementId' in inner))
      .map(([name, inner]) => [name, withoutReferences(inner)]),
  );
}

const endClock =
  (member: 'stoppedAt' | 'breachedAt'): Fold =>
  (known, event, changes) => {
    const endedMonth = monthIn(known.zone, event.time);
    changes.clock(known.caseId, textOf(event, 'clockId'), { [member]: event.time, endedMonth });
    return known;
  };

/** What each event changes; one that is not here changes nothing in a report. */
const FOLDS: Readonly<Record<string, Fold>> = {
  'titian.stage.entered.v1': enterStage,
  'titian.case.suspended.v1': (known) => ({ ...known, status: 'suspended' }),
  'titian.case.resumed.v1': (known) => ({ ...known, status: 'open' }),
  'titian.case.closed.v1': (known, event) => {
    const closed: ReportedCase = {
      ...known,
      status: 'closed',
      outcome: textOf(event, 'outcome'),
      closedAt: event.time,
    };
    return closed.type === 'complaint' ? judge(closed) : closed;
  },
  'titian.case.reopened.v1': (known) => ({ ...known, status: 'open', outcome: null, closedAt: null }),
  'titian.custody.moved.v1': (known, event) => ({ ...known, office: textOf(event, 'office') }),
  'titian.facts.recorded.v1': recordFacts,
  'titian.case.escalated.v1': (known, event, changes) => {
    const level = Number(event.data['level']);
    const month = monthIn(known.zone, event.time);
    changes.escalations.push({ caseId: known.caseId, version: event.caseversion, level, month });
    return { ...known, level };
  },
  'titian.clock.started.v1': (known, event, changes) => {
    changes.clock(known.caseId, textOf(event, 'clockId'), { startedAt: textOf(event, 'from') });
    return known;
  },
  'titian.clock.stopped.v1': endClock('stoppedAt'),
  'titian.clock.breached.v1': endClock('breachedAt'),
  'titian.line.changed.v1': (known, { data }) => {
    const { code, askedIdr, verifiedIdr, decidedIdr, paidIdr, decision, reasonCode } = data['line'] as ReportedLine;
    const line = { code, askedIdr, verifiedIdr, decidedIdr, paidIdr, decision, reasonCode };
    return { ...known, lines: { ...known.lines, [code]: line } };
  },
  'titian.evidence.attached.v1': (known, { data }) => {
    const { requirement, document } = data['item'] as { requirement: string; document: string };
    const { [requirement]: _old, ...papers } = known.papers; // a new paper is not verified yet
    return { ...known, papers, attached: { ...known.attached, [requirement]: document } };
  },
  'titian.evidence.verified.v1': (known, event) => {
    const requirement = textOf(event, 'requirement');
    return { ...known, papers: { ...known.papers, [requirement]: known.attached[requirement] ?? '' } };
  },
  'titian.evidence.returned.v1': (known, event) => {
    const requirement = textOf(event, 'requirement');
    const { [requirement]: _returned, ...papers } = known.papers;
    return { ...known, papers, asked: [...new Set([...known.asked, requirement])].sort() };
  },
  'titian.milestone.reached.v1': (known, event) => {
    switch (event.data['milestone']) {
      case 'file_verified':
        return { ...known, verifiedIn: known.office };
      case 'decided':
        return judge({ ...known, decidedAt: event.time });
      case 'paid':
        return { ...known, paidAt: event.time };
      default:
        return known;
    }
  },
};

interface OpenedData {
  readonly type: string;
  readonly area: string;
  readonly zone: string;
  readonly stage: string;
  readonly custody: { readonly office: string };
  readonly openedAt: string;
}
