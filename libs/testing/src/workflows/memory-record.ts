import { benefitRules } from '@titian/rulebook';
import {
  decide,
  evolveAll,
  nextDeadline,
  type Calendar,
  type CaseModel,
  type CaseState,
  type OfficeDirectory,
  type StoredEvent,
} from '@titian/domain';
import type { CommitResult, Receipt, RecordActivities } from '@titian/workflow-contracts';

/** What a test may turn on a record: its rules, and what happens after a commit. */
export interface RecordKnobs {
  model: CaseModel;
  /** Runs after a commit is stored and before anybody learns of it; throw to play a worker that dies there. */
  afterCommit: (commandId: string) => Promise<void> | void;
}

/** The record in memory, with the same rules as the one in PostgreSQL: decides on what it has stored, once per command id. */
export class MemoryRecord implements RecordActivities {
  readonly events = new Map<string, StoredEvent[]>();
  readonly knobs: RecordKnobs;
  /** Command ids in the order of their first effect. */
  readonly commands: string[] = [];
  private readonly receipts = new Map<string, Receipt>();

  constructor(
    model: CaseModel,
    private readonly calendar: Calendar,
    private readonly offices: OfficeDirectory,
  ) {
    this.knobs = { model, afterCommit: () => undefined };
  }

  private readonly folded = new Map<string, CaseState | null>();

  /** The state as the stored events tell it. */
  stateOf(caseId: string): CaseState | null {
    const known = this.folded.get(caseId) ?? null;
    const state = evolveAll(known, (this.events.get(caseId) ?? []).slice(known?.revision ?? 0));
    this.folded.set(caseId, state);
    return state;
  }

  /** The state as it was at a revision. */
  stateAt(caseId: string, revision: number): CaseState | null {
    return evolveAll(null, (this.events.get(caseId) ?? []).slice(0, revision));
  }

  load({ caseId }: { readonly caseId: string }): Promise<CommitResult> {
    const state = this.stateOf(caseId);
    const receipt: Receipt = { status: 'done', revision: state?.revision ?? 0, refusal: null };
    return Promise.resolve({ receipt, events: [], state, deadline: this.deadlineOf(state) });
  }

  async commit(request: Parameters<RecordActivities['commit']>[0]): Promise<CommitResult> {
    const receipt = this.decideOnce(request);
    await this.knobs.afterCommit(request.commandId);
    const stored = this.events.get(request.caseId) ?? [];
    return {
      receipt,
      events: stored.filter(({ revision }) => revision > request.knownRevision),
      state: null,
      deadline: this.deadlineOf(this.stateOf(request.caseId)),
    };
  }

  private decideOnce({ caseId, commandId, command, now }: Parameters<RecordActivities['commit']>[0]): Receipt {
    const key = `${caseId}/${commandId}`;
    const earlier = this.receipts.get(key);
    if (earlier !== undefined) return earlier;
    const state = this.stateOf(caseId);
    const before = state?.revision ?? 0;
    const decision = decide(this.knobs.model, caseId, state, command, {
      now,
      calendar: this.calendar,
      offices: this.offices,
      benefits: benefitRules(),
      caseNumber: 'KLM-2026-000001',
    });
    if (!decision.ok) {
      const refused: Receipt = { status: 'refused', revision: before, refusal: decision.refusal };
      if (state !== null) this.receipts.set(key, refused);
      return refused;
    }
    const stored = decision.events.map((event, index) => ({ caseId, revision: before + index + 1, at: now, event }));
    this.events.set(caseId, [...(this.events.get(caseId) ?? []), ...stored]);
    this.commands.push(commandId);
    const done: Receipt = { status: 'done', revision: before + stored.length, refusal: null };
    this.receipts.set(key, done);
    return done;
  }

  private deadlineOf(state: CaseState | null): CommitResult['deadline'] {
    return state === null ? null : nextDeadline(state, this.calendar);
  }
}
