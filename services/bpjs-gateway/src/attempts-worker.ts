import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { StatementStore } from '@titian/persistence';
import { BPJS_TASK_QUEUE } from '@titian/workflow-contracts';
import { InsurerAway } from './branch-guard.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { insurerActivities } from './insurer.activities.ts';
import type { Insurer } from './insurer.port.ts';
import { GATEWAY_ENV, INSURER } from './tokens.ts';

/** An insurer that says when to come back is believed: Temporal tries again then, and not before. */
function withPause<Activities extends object>(activities: Activities): Activities {
  const wrap =
    (call: (input: unknown) => Promise<unknown>) =>
    async (input: unknown): Promise<unknown> => {
      try {
        return await call(input);
      } catch (error) {
        if (!(error instanceof InsurerAway) || error.retryAfterMs === undefined) throw error;
        throw ApplicationFailure.create({
          message: error.message,
          type: error.name,
          nextRetryDelay: error.retryAfterMs,
        });
      }
    };
  return Object.fromEntries(
    Object.entries(activities).map(([name, call]) => [name, wrap(call as Parameters<typeof wrap>[0])]),
  ) as Activities;
}

/** Polls the queue of attempts: activities only, the attempts themselves run with the cases. */
@Injectable()
export class AttemptsWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private connection: NativeConnection | undefined;
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;

  constructor(
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(StatementStore) private readonly statements: StatementStore,
    @Inject(INSURER) private readonly insurer: Insurer,
  ) {}

  get isRunning(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  async onApplicationBootstrap(): Promise<void> {
    Runtime.install({ shutdownSignals: [] }); // main owns the signals; two owners stop the worker twice
    this.connection = await NativeConnection.connect({ address: this.env.TEMPORAL_ADDRESS });
    this.worker = await Worker.create({
      connection: this.connection,
      namespace: this.env.TEMPORAL_NAMESPACE,
      taskQueue: BPJS_TASK_QUEUE,
      shutdownGraceTime: 10_000,
      activities: withPause(insurerActivities(this.db, this.statements, this.insurer)),
    });
    this.running = this.worker.run();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.isRunning) this.worker?.shutdown();
    await this.running;
    await this.connection?.close();
  }
}
