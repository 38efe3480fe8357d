import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems } from '@titian/http';
import { asActor, models, WorklistReader, type WorklistRow } from '@titian/persistence';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { Places } from '../places/places.ts';
import { Cursor, cut } from './cursor.ts';
import { flagsSeen } from './flags-seen.ts';
import { WorklistBody, WorklistCountsBody, WorklistOverviewBody } from './worklist.answers.ts';
import { CountsQuery, ofScope, SCOPES, todayOf, toFilter, WorklistQuery, type Scope } from './worklist.query.ts';

const Position = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

/** What waits for whom: open and suspended cases, nearest deadline first, and how many there are. */
@ApiTags('Worklist')
@UseGuards(IdentityGuard)
@Controller('v1/worklist')
export class WorklistController {
  private readonly reader = new WorklistReader();

  constructor(
    private readonly places: Places,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getWorklist', summary: 'Open cases, nearest deadline first' })
  @ApiOkResponse({ standardSchema: WorklistBody })
  @ApiProblems(400, 401, 403)
  async worklist(
    @Caller() identity: Identity,
    @Query({ schema: WorklistQuery }) query: WorklistQuery,
  ): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const { limit, after, ...asked } = query;
    const asOf = new Date().toISOString();
    const filter = toFilter(asked, identity, asOf);
    const cursor = new Cursor(Position, '/query/after', identity, asked);
    const position = cursor.read(after);
    const rows = await asActor(this.db, identity, (tx) =>
      this.reader.page(tx, {
        filter,
        limit: limit + 1,
        after: position === undefined ? undefined : { dueAt: position[0], caseId: position[1] },
      }),
    );
    const { page, next } = cut(rows, limit, cursor, ({ dueAt, caseId }): z.infer<typeof Position> => [dueAt, caseId]);
    return { asOf, items: page.map((row) => this.toItem(row, identity, asOf)), next };
  }

  @Get('counts')
  @ApiOperation({ operationId: 'getWorklistCounts', summary: 'How many open cases there are, by stage and deadline' })
  @ApiOkResponse({ standardSchema: WorklistCountsBody })
  @ApiProblems(400, 401, 403)
  async counts(@Caller() identity: Identity, @Query({ schema: CountsQuery }) query: CountsQuery): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const asOf = new Date().toISOString();
    const filter = toFilter(query, identity, asOf);
    const counts = await asActor(this.db, identity, (tx) =>
      this.reader.counts(tx, filter, asOf, todayOf(identity, asOf)),
    );
    const byStage = counts.byStage.map((row) => ({
      ...row,
      label: models.newestOf(row.type).definition.stages[row.stage]?.label,
    }));
    return { asOf, ...counts, byStage };
  }

  @Get('overview')
  @ApiOperation({ operationId: 'getWorklistOverview', summary: 'How long each of my lists is' })
  @ApiOkResponse({ standardSchema: WorklistOverviewBody })
  @ApiProblems(401, 403)
  async overview(@Caller() identity: Identity): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const asOf = new Date().toISOString();
    const today = todayOf(identity, asOf);
    return asActor(this.db, identity, async (tx) => {
      const scopes: Partial<Record<Scope, object>> = {};
      for (const scope of SCOPES) {
        const { byStage: _, ...tally } = await this.reader.counts(tx, ofScope(scope, identity), asOf, today);
        scopes[scope] = tally;
      }
      return { asOf, scopes };
    });
  }

  private toItem({ subjectCode, ...row }: WorklistRow, { role }: Identity, asOf: string): object {
    return {
      ...row,
      flags: flagsSeen(row, role),
      claimType: row.type === 'claim' ? subjectCode : null,
      category: row.type === 'complaint' ? subjectCode : null,
      areaName: this.places.nameOf(row.area),
      overdue: row.dueAt !== null && row.dueAt < asOf,
    };
  }
}
