import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { StatementStore } from '@titian/persistence';
import { BPJS_TASK_QUEUE } from '@titian/workflow-contracts';
import type { GatewayEnv } from './gateway.config.ts';
import { insurerActivities } from './insurer.activities.ts';
import type { Insurer } from './insurer.port.ts';
import { GATEWAY_ENV, INSURER } from './tokens.ts';

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
      activities: insurerActivities(this.db, this.statements, this.insurer),
    });
    this.running = this.worker.run();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.isRunning) this.worker?.shutdown();
    await this.running;
    await this.connection?.close();
  }
}
