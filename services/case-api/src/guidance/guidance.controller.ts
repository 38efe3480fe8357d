import { Controller, Get, Param, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems } from '@titian/http';
import { models } from '@titian/persistence';
import type { Reply } from '../cases/command-answer.ts';
import { withoutOfficers } from '../cases/family-view.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { toJson } from '../desk/intake.ts';
import { Places } from '../places/places.ts';
import { guidanceOf } from './guidance.ts';

/** What to do now, for whoever asks. */
@ApiTags('Cases')
@UseGuards(IdentityGuard)
@Controller('v1/cases')
export class GuidanceController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

  @Get(':caseId/guidance')
  @ApiOperation({
    operationId: 'getGuidance',
    summary:
      'What now: next step and article, missing papers, who issues them and where, what replaces them, last days',
  })
  @ApiProblems(400, 401, 403, 404)
  async guidance(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Res() reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:read', { caseId });
    const state = await this.desk.getCase(identity, caseId);
    const model = models.ofHash(state.definition.hash);
    const guidance = toJson(guidanceOf(model, state, identity, this.places, new Date().toISOString()));
    reply
      .status(200)
      .header('etag', `"${state.revision}"`)
      .send(identity.role === 'family' ? withoutOfficers(guidance, state) : guidance);
  }
}
