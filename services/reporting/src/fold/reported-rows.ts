/** An event as the fold takes it: of a type that it knows, or one that it passes over. */
export interface ReportedEvent {
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly caseversion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Amounts of one benefit line, whole rupiah as digits. */
export interface ReportedLine {
  readonly code: string;
  readonly askedIdr: string | null;
  readonly verifiedIdr: string | null;
  readonly decidedIdr: string | null;
  readonly paidIdr: string | null;
  readonly decision: 'approved' | 'rejected' | null;
  readonly reasonCode: string | null;
}

/** A stay in a stage. */
export interface Visit {
  readonly number: number;
  readonly stage: string;
  readonly office: string;
  readonly enteredAt: string;
}

/** What reporting knows of a case: codes, days and amounts, as the events tell them. */
export interface ReportedCase {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  /** Of a claim its type, of a complaint its category; `-` before it is known. */
  readonly subject: string;
  readonly area: string;
  readonly zone: string;
  readonly office: string;
  readonly status: 'open' | 'suspended' | 'closed';
  readonly outcome: string | null;
  readonly level: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly decidedAt: string | null;
  readonly paidAt: string | null;
  readonly visit: Visit;
  readonly lines: Readonly<Record<string, ReportedLine>>;
  /** Codes that make a case alike others. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Papers by requirement, verified ones only. */
  readonly papers: Readonly<Record<string, string>>;
  /** Papers attached, by requirement: the document that would be verified. */
  readonly attached: Readonly<Record<string, string>>;
  /** Requirements and documents that were asked for again. */
  readonly asked: readonly string[];
  /** Office that verified the file last. */
  readonly verifiedIn: string | null;
  readonly judgement: Judgement | null;
}

/** What an office made of a case, and of what kind of case. */
export interface Judgement {
  readonly pattern: string;
  readonly office: string;
  readonly result: string;
  readonly papers: string;
}

export interface VisitRow extends Visit {
  readonly caseId: string;
  readonly leftAt: string | null;
  readonly leftMonth: string | null;
}
export interface ClockRow {
  readonly caseId: string;
  readonly clockId: string;
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
  readonly breachedAt: string | null;
  readonly endedMonth: string | null;
}
export interface EscalationRow {
  readonly caseId: string;
  readonly version: number;
  readonly level: number;
  readonly month: string;
}

/** Rows beside the case that a batch of events has written; the last word on each. */
export class Changes {
  readonly visits = new Map<string, VisitRow>();
  readonly clocks = new Map<string, ClockRow>();
  readonly escalations: EscalationRow[] = [];

  visit(row: VisitRow): void {
    this.visits.set(`${row.caseId}/${row.number}`, row);
  }

  /** What this batch says of a clock, beside what it has said already. */
  clock(caseId: string, clockId: string, change: Partial<ClockRow>): void {
    const key = `${caseId}/${clockId}`;
    const known = this.clocks.get(key);
    const nothing = { startedAt: null, stoppedAt: null, breachedAt: null, endedMonth: null };
    const endedMonth = known?.endedMonth ?? change.endedMonth ?? null; // a clock that was breached has ended then
    this.clocks.set(key, { ...(known ?? { caseId, clockId, ...nothing }), ...change, endedMonth });
  }
}
