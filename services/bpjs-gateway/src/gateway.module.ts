import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dataSource, Seal, StatementStore } from '@titian/persistence';
import { caseClient } from '@titian/temporal';
import { AttemptsWorker } from './attempts-worker.ts';
import { CallbackDesk } from './callback-desk.ts';
import { CallbacksController } from './callbacks.controller.ts';
import type { GatewayEnv } from './gateway.config.ts';
import { HealthController } from './health.controller.ts';
import { HttpInsurer } from './http-insurer.ts';
import { CASE_CLIENT, GATEWAY_ENV, INSURER } from './tokens.ts';

/** The adapter to the insurer: attempts out, callbacks in. */
@Module({})
export class GatewayModule {
  static with(env: GatewayEnv): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [CallbacksController, HealthController],
      providers: [
        CallbackDesk,
        AttemptsWorker,
        { provide: GATEWAY_ENV, useValue: env },
        { provide: DataSource, useFactory: () => dataSource(env.DATABASE_URL, 5, 'bpjs-gateway').initialize() },
        {
          provide: StatementStore,
          inject: [DataSource],
          useFactory: (db: DataSource) => new StatementStore(db, new Seal(env.TITIAN_DATA_KEY)),
        },
        { provide: CASE_CLIENT, useFactory: () => caseClient(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE) },
        { provide: INSURER, useFactory: () => new HttpInsurer(env.BPJS_BASE_URL) },
      ],
    };
  }
}
