import * as wf from '@temporalio/workflow';
import { evolveAll, spreadMs, type AttemptName, type CaseState, type CaseType } from '@titian/domain/fold';
import {
  COMMANDS_PER_RUN,
  executeCommand,
  getState,
  getTimer,
  MAX_COMMAND_BYTES,
  wake,
  type CaseInput,
  type CommandAnswer,
  type CommandRequest,
  type CommitResult,
  type DueDeadline,
} from '@titian/workflow-contracts';
import { commit, load, startAttempt } from './local-activities.ts';

const SYSTEM = { id: 'system', role: 'system', office: 'titian', area: '' } as const;

interface Timer {
  /** The deadline for which it was armed. */
  readonly deadline: string;
  /** When it fires, ms: the deadline and the spread. */
  readonly firesAt: number;
  readonly scope: wf.CancellationScope;
}

/** The part every case workflow shares: the door, the fold and the timer. The story is told by the workflow itself. */
export class CaseRun {
  private folded: CaseState | null = null;
  private deadline: DueDeadline | null = null;
  private timer: Timer | null = null;
  private begun = false;
  private commands = 0;
  private news = 0;
  private seen = 0;
  private readonly started = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private inFlight = 0;

  /** Handlers are set here, before anything is awaited, so that no command meets a run without ears. */
  constructor(
    readonly caseType: CaseType,
    readonly caseId: string,
  ) {
    wf.setHandler(executeCommand, (request) => this.execute(request), { validator: refuseShapeless });
    wf.setHandler(getState, () => this.folded);
    wf.setHandler(getTimer, () => this.timer?.deadline ?? null);
    wf.setHandler(wake, () => {
      this.news += 1;
    });
  }

  get state(): CaseState | null {
    return this.folded;
  }

  /** Loads the case; commands that came first wait for it, so that the fold begins where the record stands. */
  async begin(): Promise<void> {
    await this.reload();
    this.begun = true;
    await wf.condition(wf.allHandlersFinished);
  }

  /** Unknown, or closed with no clock running; and nobody waits for an answer. */
  isOver(): boolean {
    const settled = this.folded === null || (this.folded.status === 'closed' && this.deadline === null);
    return settled && wf.allHandlersFinished();
  }

  /** True the first time a run asks; the next run asks again, and what was done before does nothing. */
  startsOnce(workflowId: string): boolean {
    const first = !this.started.has(workflowId);
    this.started.add(workflowId);
    return first;
  }

  isDue(): boolean {
    return this.deadline !== null && Date.parse(this.deadline.at) <= Date.now();
  }

  isLong(): boolean {
    return this.commands >= COMMANDS_PER_RUN || wf.workflowInfo().continueAsNewSuggested;
  }

  /** Until something happens or the deadline comes. */
  async waitForNews(): Promise<void> {
    this.arm();
    await wf.condition(() => this.news !== this.seen || this.isOver());
    this.seen = this.news;
  }

  /** Tells the record that time has come. The command id names the deadline: told twice, it acts once. */
  async tellTime(): Promise<void> {
    if (this.deadline === null) return;
    const { clockId, at } = this.deadline;
    const { receipt } = await this.record(`clock:${clockId}:${at}`, { name: 'clockDue', actor: SYSTEM, input: {} });
    if (receipt.status === 'refused') await this.reload(); // a restored record no longer knows the case: the record wins
  }

  /** Does a command in the name of the system; its id says which, so that it acts once however often the run is told. */
  async act(command: string): Promise<void> {
    await this.record(`system:${command}`, { name: command, actor: SYSTEM, input: {} });
  }

  /** Starts an attempt, in its turn: what comes next does not wait for it. */
  startAttempt(attempt: AttemptName, number: number): void {
    void this.inTurn(() => startAttempt({ caseType: this.caseType, caseId: this.caseId, attempt, number }));
  }

  async continueAsNew(): Promise<never> {
    await this.end();
    return wf.continueAsNew<(input: CaseInput) => Promise<void>>({ caseId: this.caseId });
  }

  /** Waits until every caller has its answer and every attempt its start. */
  async end(): Promise<void> {
    await wf.condition(() => this.inFlight === 0 && wf.allHandlersFinished());
  }

  /**
   * Arms the timer for the deadline, lazily: only one that comes before it replaces what is armed. A deadline that was moved later
   * costs its command nothing: the timer fires early, finds nothing due and is armed again.
   */
  private arm(): void {
    if (this.deadline === null || this.timer?.deadline === this.deadline.at) return;
    const deadline = this.deadline.at;
    const ahead = Date.parse(deadline) - Date.now();
    const delay = Math.max(1, ahead + spreadMs(this.caseId, ahead));
    const firesAt = Date.now() + delay;
    if (this.timer !== null && this.timer.firesAt <= firesAt) return;
    this.timer?.scope.cancel();
    const timer: Timer = { deadline, firesAt, scope: new wf.CancellationScope() };
    this.timer = timer;
    const fired = (): void => {
      if (this.timer === timer) this.timer = null;
      this.news += 1;
    };
    timer.scope.run(() => wf.sleep(delay)).then(fired, ignoreCancellation);
  }

  private async reload(): Promise<void> {
    const { state, deadline } = await load({ caseType: this.caseType, caseId: this.caseId });
    this.folded = state;
    this.deadline = deadline;
  }

  private async execute({ commandId, command }: CommandRequest): Promise<CommandAnswer> {
    await wf.condition(() => this.begun);
    const { receipt } = await this.record(commandId, command);
    return { caseId: this.caseId, ...receipt };
  }

  private record(commandId: string, command: CommandRequest['command']): Promise<CommitResult> {
    this.commands += 1;
    return this.inTurn(() => this.commitNow(commandId, command));
  }

  /**
   * One commit or start at a time, in the order of arrival. They would queue at the case's row anyway; and two local activities in
   * flight are told of one by one when they first run but together on replay, so that commands would change their order.
   */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.inFlight += 1;
    const turn = this.turn.then(work).finally(() => {
      this.inFlight -= 1;
    });
    this.turn = turn.catch(() => undefined); // its caller hears of the failure; the next one goes on
    return turn;
  }

  private async commitNow(commandId: string, command: CommandRequest['command']): Promise<CommitResult> {
    const result = await commit({
      caseType: this.caseType,
      caseId: this.caseId,
      knownRevision: this.folded?.revision ?? 0,
      commandId,
      command,
      now: new Date().toISOString(),
    });
    this.folded = evolveAll(this.folded, result.events);
    this.deadline = result.deadline;
    this.news += 1;
    return result;
  }
}

function ignoreCancellation(error: unknown): void {
  if (!wf.isCancellation(error)) throw error; // it was replaced, or the run ends
}

/** Runs before an update enters history and must stay synchronous: shape and size only, the record decides. */
function refuseShapeless(request: CommandRequest): void {
  const shaped =
    typeof request.commandId === 'string' &&
    request.commandId.length > 0 &&
    typeof request.command.name === 'string' &&
    typeof request.command.actor.id === 'string';
  if (!shaped)
    throw wf.ApplicationFailure.nonRetryable('the command has no id, name or actor', 'titian/malformed-command');
  if (JSON.stringify(request).length > MAX_COMMAND_BYTES) {
    throw wf.ApplicationFailure.nonRetryable(
      `the command is larger than ${MAX_COMMAND_BYTES} bytes`,
      'titian/command-too-large',
    );
  }
}
