import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '@titian/observability';
import { dataSource, Seal, StatementStore } from '@titian/persistence';
import { caseClient } from '@titian/temporal';
import { AttemptsWorker } from './attempts-worker.ts';
import { BranchGuard } from './branch-guard.ts';
import { BranchInsurer } from './branch-insurer.ts';
import { CallbackDesk } from './callback-desk.ts';
import { CallbacksController } from './callbacks.controller.ts';
import { ExchangeLog } from './exchange-log.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { HealthController } from './health.controller.ts';
import { HttpInsurer } from './http-insurer.ts';
import { ManualInsurer } from './manual-insurer.ts';
import { OperatorController } from './operator.controller.ts';
import { ParkedCallbacks } from './parked-callbacks.ts';
import { ReconcileTimer } from './reconcile-timer.ts';
import { Reconciler } from './reconciler.ts';
import { CASE_CLIENT, GATEWAY_ENV, INSURER, METRICS } from './tokens.ts';

const guardSettings = (env: GatewayEnv) => ({
  callsPerSecond: env.BPJS_CALLS_PER_SECOND,
  breakerFailures: env.BPJS_BREAKER_FAILURES,
  breakerRestMs: env.BPJS_BREAKER_REST_MS,
});

/** The adapter to the insurer: attempts out, callbacks in. */
@Module({})
export class GatewayModule {
  static with(env: GatewayEnv): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [CallbacksController, OperatorController, HealthController],
      providers: [
        CallbackDesk,
        Reconciler,
        ReconcileTimer,
        AttemptsWorker,
        { provide: GATEWAY_ENV, useValue: env },
        { provide: DataSource, useFactory: () => dataSource(env.DATABASE_URL, 5, 'bpjs-gateway').initialize() },
        {
          provide: StatementStore,
          inject: [DataSource],
          useFactory: (db: DataSource) => new StatementStore(db, new Seal(env.TITIAN_DATA_KEY)),
        },
        { provide: CASE_CLIENT, useFactory: () => caseClient(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE) },
        { provide: METRICS, useValue: new Metrics() },
        { provide: ExchangeLog, inject: [DataSource], useFactory: (db: DataSource) => new ExchangeLog(db) },
        { provide: ParkedCallbacks, inject: [DataSource], useFactory: (db: DataSource) => new ParkedCallbacks(db) },
        { provide: BranchGuard, useFactory: () => new BranchGuard(guardSettings(env)) },
        {
          provide: HttpInsurer,
          inject: [BranchGuard, ExchangeLog],
          useFactory: (guard: BranchGuard, kept: ExchangeLog) =>
            new HttpInsurer(env.BPJS_BASE_URL, guard, kept, env.BPJS_TIMEOUT_MS),
        },
        {
          provide: INSURER,
          inject: [HttpInsurer],
          useFactory: (http: HttpInsurer) =>
            new BranchInsurer(env.BPJS_CHANNELS, { http, manual: new ManualInsurer() }),
        },
      ],
    };
  }
}
