import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { currentCalendar, officeDirectory } from '@titian/rulebook';
import type { Actor, CaseModel, JsonObject } from '@titian/domain';
import { startAttempt } from '@titian/temporal';
import {
  BPJS_TASK_QUEUE,
  CASE_TASK_QUEUE,
  caseWorkflowId,
  caseWorkflowName,
  executeCommand,
  type AttemptInput,
  type DuplicateActivities,
  type CaseInput,
  type CommandAnswer,
  type CommandRequest,
  type InsurerActivities,
  type LinkedCaseActivities,
} from '@titian/workflow-contracts';
import { MemoryRecord } from './memory-record.ts';
import { timeSkippingServer } from './workflow-world.ts';

/** What stands outside the cases in a test: the insurer, the cases that others open, and those alike (none unless given). */
export type Outside = InsurerActivities & LinkedCaseActivities & Partial<DuplicateActivities>;

/**
 * Cases of one type over time: a real Temporal server whose time jumps, and the record in memory with the real rules. One
 * for each test: what another test left open would move its time.
 */
export class CaseWorld {
  readonly record: MemoryRecord;
  private workers: readonly Worker[] = [];
  private halt = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly env: TestWorkflowEnvironment,
    private readonly model: CaseModel,
    private readonly workflowBundle: WorkflowBundle,
    private readonly outside: Outside,
  ) {
    this.record = new MemoryRecord(model, currentCalendar, officeDirectory());
  }

  static async start(model: CaseModel, bundle: WorkflowBundle, outside: Outside): Promise<CaseWorld> {
    const world = new CaseWorld(await timeSkippingServer(), model, bundle, outside);
    await world.startWorkers();
    return world;
  }

  get caseType(): CaseModel['definition']['type'] {
    return this.model.definition.type;
  }

  async end(): Promise<void> {
    await this.stopWorkers();
    await this.env.teardown();
  }

  /** `cached` = 0 keeps no workflow between tasks, so that each task begins with a replay. */
  async startWorkers(cached = 100): Promise<void> {
    const common = { connection: this.env.nativeConnection, shutdownGraceTime: 100, maxCachedWorkflows: cached };
    const { outside } = this;
    this.halt = new AbortController();
    this.workers = await Promise.all([
      Worker.create({
        ...common,
        taskQueue: CASE_TASK_QUEUE,
        workflowBundle: this.workflowBundle,
        activities: {
          load: this.record.load.bind(this.record),
          commit: this.record.commit.bind(this.record),
          startAttempt: (input: AttemptInput) => startAttempt(this.env.client.workflow, input),
          report: ({ caseId, commandId, command }: CommandRequest & { caseId: string }) =>
            untilHalted(this.halt.signal, () =>
              this.env.connection.withAbortSignal(this.halt.signal, () => this.send(caseId, command, commandId)),
            ),
          openLinkedCase: (input: AttemptInput) => outside.openLinkedCase(input),
          findAlikeCases: async (input: AttemptInput) => (await outside.findAlikeCases?.(input)) ?? [],
        },
      }),
      Worker.create({
        ...common,
        taskQueue: BPJS_TASK_QUEUE,
        activities: {
          submitClaim: (input: AttemptInput) => outside.submitClaim(input),
          sendInformation: (input: AttemptInput) => outside.sendInformation(input),
          fileObjection: (input: AttemptInput) => outside.fileObjection(input),
          requestPayments: (input: AttemptInput) => outside.requestPayments(input),
          reportAccident: (input: AttemptInput) => outside.reportAccident(input),
          withdrawClaim: (input: AttemptInput) => outside.withdrawClaim(input),
        },
      }),
    ]);
    this.running = Promise.all(this.workers.map((worker) => worker.run()));
  }

  async stopWorkers(): Promise<void> {
    this.halt.abort();
    for (const worker of this.workers) worker.shutdown();
    await this.running;
  }

  /** Update-with-start, as every caller does it. */
  send(caseId: string, command: CommandRequest['command'], commandId: string = randomUUID()): Promise<CommandAnswer> {
    const { type } = this.model.definition;
    return this.env.client.workflow.executeUpdateWithStart(executeCommand, {
      updateId: commandId,
      args: [{ commandId, command }],
      startWorkflowOperation: new WithStartWorkflowOperation<(input: CaseInput) => Promise<void>>(
        caseWorkflowName(type),
        {
          workflowId: caseWorkflowId(type, caseId),
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          taskQueue: CASE_TASK_QUEUE,
          args: [{ caseId }],
        },
      ),
    });
  }

  /** Sends a command that must be done. @throws Error with the refusal */
  async act(caseId: string, name: string, actor: Actor, input: JsonObject = {}): Promise<void> {
    const answer = await this.send(caseId, { name, actor, input });
    if (answer.status !== 'done') throw new Error(`${name}: ${answer.refusal?.message.en ?? ''}`);
  }

  runOf(caseId: string): WorkflowHandle {
    return this.env.client.workflow.getHandle(caseWorkflowId(this.model.definition.type, caseId));
  }

  async statusOf(caseId: string): Promise<string> {
    return (await this.runOf(caseId).describe()).status.name;
  }

  /**
   * Waits for the end of an attempt that the case starts by itself, perhaps a moment from now, in real time: waiting for its result
   * would let the server's time jump to the next deadline. @throws Error if it fails, or after 20 s
   */
  async ended(workflowId: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const status = await this.env.client.workflow
        .getHandle(workflowId)
        .describe()
        .then(({ status: { name } }) => name, missing);
      if (status === 'COMPLETED') return;
      if (tries === 800 || (status !== 'RUNNING' && status !== 'MISSING'))
        throw new Error(`${workflowId} is ${status}`);
      await pause(25);
    }
  }

  /** A day relative to the server's own clock, which the test jumps. */
  async day(offset: number): Promise<string> {
    return (await this.instant(offset)).slice(0, 10);
  }

  async instant(offsetDays: number): Promise<string> {
    return new Date((await this.env.currentTimeMs()) + offsetDays * 86_400_000).toISOString();
  }

  /** Waits for the record, in real time: what an attempt does takes no time of the server. @throws Error after 20 s */
  async until(caseId: string, stage: string): Promise<void> {
    for (let tries = 0; this.record.stateOf(caseId)?.stage !== stage; tries += 1) {
      const found = this.record.stateOf(caseId)?.stage ?? 'nothing';
      if (tries === 800) throw new Error(`the case stayed in ${found}, not ${stage}`);
      await pause(25);
    }
  }

  /** What happened to a case, in order: the names of acts and the kinds of their consequences. */
  kindsOf(caseId: string): string[] {
    return (this.record.events.get(caseId) ?? []).map(({ event }) =>
      event.kind === 'acted' ? event.name : event.kind,
    );
  }
}

/**
 * Gives up once the workers stop, or if they have: an attempt that reports then would wait for a case that nobody carries any
 * more. The signal of a connection alone does not do: it never cancels a call that begins after it.
 */
function untilHalted<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const halted = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
  return Promise.race([work(), halted]);
}

function missing(error: unknown): 'MISSING' {
  if (error instanceof WorkflowNotFoundError) return 'MISSING';
  throw error;
}
