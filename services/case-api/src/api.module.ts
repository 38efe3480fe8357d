import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { developmentIdentity } from '@titian/auth';
import { dataSource, Seal, StatementStore } from '@titian/persistence';
import { caseClient } from '@titian/temporal';
import type { ApiEnv } from './api.config.ts';
import { CasesController } from './cases/cases.controller.ts';
import { ClaimsController } from './claims/claims.controller.ts';
import { CaseDesk } from './desk/case-desk.ts';
import { HealthController } from './health.controller.ts';
import { Places } from './places/places.ts';
import { CASE_CLIENT, IDENTITY_SOURCE } from './tokens.ts';

/** Everything the API is made of. `connect: false` builds it without a database, to describe itself. */
@Module({})
export class ApiModule {
  static with(env: ApiEnv, { connect = true } = {}): DynamicModule {
    return {
      module: ApiModule,
      controllers: [ClaimsController, CasesController, HealthController],
      providers: [
        CaseDesk,
        Places,
        { provide: IDENTITY_SOURCE, useFactory: () => developmentIdentity(env.TITIAN_ENV) },
        {
          provide: DataSource,
          useFactory: () => {
            const db = dataSource(env.DATABASE_URL, env.DATABASE_POOL, 'case-api');
            return connect ? db.initialize() : db;
          },
        },
        {
          provide: StatementStore,
          inject: [DataSource],
          useFactory: (db: DataSource) => new StatementStore(db, new Seal(env.TITIAN_DATA_KEY)),
        },
        { provide: CASE_CLIENT, useFactory: () => caseClient(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE) },
      ],
    };
  }
}
