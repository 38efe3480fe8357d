import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { isAreaCode, type Role } from '@titian/domain';
import { ApiProblems } from '@titian/http';
import { asActor, readOffices } from '@titian/persistence';
import { directoryOf, POST_ROLES } from '@titian/rulebook';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { Places } from '../places/places.ts';
import { ResolutionBody, resolutionView, seesPeople } from './resolution-view.ts';

const ResolutionQuery = z.strictObject({
  area: z
    .string()
    .max(13)
    .refine(isAreaCode, 'must be a code of the interior ministry, e.g. 35.05.08.2003')
    .describe('Place of the matter; any level'),
  role: z.enum(POST_ROLES as [Role, ...Role[]]).describe('What kind of office is looked for'),
  at: z.iso
    .datetime({ precision: 3, error: 'UTC with milliseconds, e.g. 2026-01-05T02:00:00.000Z' })
    .optional()
    .describe('At which moment, by the directory as it is stored now; now if it is left out'),
});

/** Which office answers for a place, who is there, and why: the same look that every decision takes. */
@ApiTags('Offices')
@UseGuards(IdentityGuard)
@Controller('v1/offices')
export class OfficesController {
  constructor(
    private readonly places: Places,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get('resolution')
  @ApiOperation({
    operationId: 'resolveOffice',
    summary: 'From an area and a role to the office, its posts and the people there, with every step of the way',
    description: 'Persons are directory ids, never names, told to their own office and to officers above it.',
  })
  @ApiOkResponse({ standardSchema: ResolutionBody })
  @ApiProblems(400, 401, 403)
  async resolution(
    @Caller() identity: Identity,
    @Query({ schema: ResolutionQuery }) { area, role, at: asked }: z.infer<typeof ResolutionQuery>,
  ): Promise<z.infer<typeof ResolutionBody>> {
    mustBeAllowed(identity, 'office:read');
    const at = asked ?? new Date().toISOString();
    const rows = await asActor(this.db, identity, (tx) => readOffices(tx, area));
    const directory = directoryOf(rows, at);
    return resolutionView({
      asked: { area, role, at },
      found: directory.resolve(area, role),
      rung: directory.rungFor(area, role),
      rows,
      nameOf: (place) => this.places.nameOf(place),
      seesPeople: (office) => seesPeople(identity, rows, office),
    });
  }
}
