import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { developmentIdentity } from '@titian/auth';
import { dataSource, Seal, StatementStore } from '@titian/persistence';
import { caseClient } from '@titian/temporal';
import type { ApiEnv } from './api.config.ts';
import { CasesController } from './cases/cases.controller.ts';
import { ChangeStreams } from './changes/change-streams.ts';
import { ChangesController } from './changes/changes.controller.ts';
import { EventFeed } from './changes/event-feed.ts';
import { SilentConnections } from './changes/silent-connections.ts';
import { ClaimsController } from './claims/claims.controller.ts';
import { ComplaintsController } from './complaints/complaints.controller.ts';
import { DefinitionsController } from './definitions/definitions.controller.ts';
import { CaseDesk } from './desk/case-desk.ts';
import { ForecastController } from './forecast/forecast.controller.ts';
import { GuidanceController } from './guidance/guidance.controller.ts';
import { HealthController } from './health.controller.ts';
import { ImportDesk } from './imports/import-desk.ts';
import { ImportRunner } from './imports/import-runner.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { LettersController } from './letters/letters.controller.ts';
import { MessagesController } from './messages/messages.controller.ts';
import { OfficesController } from './offices/offices.controller.ts';
import { PersonsController } from './persons/persons.controller.ts';
import { PlacementsController } from './placements/placements.controller.ts';
import { Places } from './places/places.ts';
import { PrechecksController } from './prechecks/prechecks.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { BulkTasksController } from './tasks/bulk-tasks.controller.ts';
import { OfficerDirectory } from './tasks/officer-directory.ts';
import { TaskDesk } from './tasks/task-desk.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { CASE_CLIENT, IDENTITY_SOURCE } from './tokens.ts';
import { WorklistController } from './worklist/worklist.controller.ts';
import { WorkloadController } from './workload/workload.controller.ts';

/** Everything the API is made of. `connect: false` builds it without a database, to describe itself. */
@Module({})
export class ApiModule {
  static with(env: ApiEnv, { connect = true } = {}): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        ClaimsController,
        ComplaintsController,
        ImportsController,
        PlacementsController,
        PersonsController,
        CasesController,
        PrechecksController,
        GuidanceController,
        LettersController,
        ChangesController,
        MessagesController,
        DefinitionsController,
        WorklistController,
        TasksController,
        BulkTasksController,
        WorkloadController,
        SearchController,
        ForecastController,
        OfficesController,
        HealthController,
      ],
      providers: [
        CaseDesk,
        ImportDesk,
        ImportRunner,
        Places,
        OfficerDirectory,
        TaskDesk,
        ChangeStreams,
        SilentConnections,
        { provide: EventFeed, useFactory: () => new EventFeed(env.DATABASE_URL) },
        { provide: IDENTITY_SOURCE, useFactory: () => developmentIdentity(env.TITIAN_ENV) },
        {
          provide: DataSource,
          useFactory: () => {
            const db = dataSource(env.DATABASE_URL, env.DATABASE_POOL, 'case-api');
            return connect ? db.initialize() : db;
          },
        },
        { provide: Seal, useFactory: () => new Seal(env.TITIAN_DATA_KEY) },
        {
          provide: StatementStore,
          inject: [DataSource, Seal],
          useFactory: (db: DataSource, seal: Seal) => new StatementStore(db, seal),
        },
        { provide: CASE_CLIENT, useFactory: () => caseClient(env.TEMPORAL_ADDRESS, env.TEMPORAL_NAMESPACE) },
      ],
    };
  }
}
