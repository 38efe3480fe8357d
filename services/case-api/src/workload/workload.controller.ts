import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems } from '@titian/http';
import { asActor, WorkloadReader } from '@titian/persistence';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { OfficerDirectory } from '../tasks/officer-directory.ts';
import { AreaPrefix, mustBeWithin } from '../worklist/area.ts';
import { Cursor, CURSOR_LENGTH, cut } from '../worklist/cursor.ts';
import { OfficesWorkloadBody, WorkloadBody } from './workload.answers.ts';

/** Which offices are asked about. */
const OfficesQuery = z.strictObject({
  areaPrefix: AreaPrefix.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(CURSOR_LENGTH).optional().describe('`next` of the page before'),
});
const Position = z.tuple([z.string().max(80)]);

/** How much lies where, how old it is, and who has it: only as far as the caller's area. */
@ApiTags('Workload')
@UseGuards(IdentityGuard)
@Controller('v1/workload')
export class WorkloadController {
  private readonly reader = new WorkloadReader();

  constructor(
    private readonly officers: OfficerDirectory,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getWorkload', summary: 'What my office holds, how old it is, and who of it does what' })
  @ApiOkResponse({ standardSchema: WorkloadBody })
  @ApiProblems(401, 403)
  async workload(@Caller() identity: Identity): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const asOf = new Date().toISOString();
    const staff = await this.officers.officersOf(identity.office);
    return asActor(this.db, identity, async (tx) => {
      const rows = await this.reader.people(tx, identity.office, asOf);
      const shareOf = (officerId: string | null): object => {
        const row = rows.find((each) => each.officerId === officerId);
        return { tasks: row?.tasks ?? 0, overdue: row?.overdue ?? 0, oldestOpenedAt: row?.oldestOpenedAt ?? null };
      };
      // Who has nothing to do is named too: work is given to them.
      const people = new Set([...staff, ...rows.flatMap(({ officerId }) => officerId ?? [])]);
      return {
        asOf,
        office: await this.reader.office(tx, identity.office, asOf),
        pool: shareOf(null),
        people: [...people].sort().map((officerId) => ({ officerId, ...shareOf(officerId) })),
      };
    });
  }

  @Get('offices')
  @ApiOperation({ operationId: 'getOfficesWorkload', summary: 'What each office holds of the cases of an area' })
  @ApiOkResponse({ standardSchema: OfficesWorkloadBody })
  @ApiProblems(400, 401, 403)
  async offices(
    @Caller() identity: Identity,
    @Query({ schema: OfficesQuery }) { limit, after, ...asked }: z.infer<typeof OfficesQuery>,
  ): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    mustBeWithin(identity, asked.areaPrefix, '/areaPrefix');
    const asOf = new Date().toISOString();
    const cursor = new Cursor(Position, '/query/after', identity, asked);
    const page = { area: asked.areaPrefix ?? identity.area, limit: limit + 1, after: cursor.read(after)?.[0] };
    const rows = await asActor(this.db, identity, (tx) => this.reader.offices(tx, page, asOf));
    const { page: items, next } = cut(rows, limit, cursor, ({ office }): z.infer<typeof Position> => [office]);
    return { asOf, items, next };
  }
}
