import { Body, Controller, Post, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '@titian/auth';
import { IdempotencyKey } from '@titian/http';
import type { Reply } from '../cases/command-answer.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { IntakeController, OpensCase } from '../desk/intake.controller.ts';
import { Places } from '../places/places.ts';
import { RegisterAbroadBody, RegisterCandidateBody, toPlacement } from './register.body.ts';

/** The register of placements, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Placements')
@UseGuards(IdentityGuard)
@Controller('v1/placements')
export class PlacementsController extends IntakeController {
  constructor(desk: CaseDesk, places: Places) {
    super('placement', desk, places);
  }

  @Post()
  @OpensCase({
    operationId: 'registerCandidate',
    summary: 'Register a candidate in the village, before the departure',
  })
  async registerCandidate(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: RegisterCandidateBody }) body: RegisterCandidateBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const { areaCode } = body;
    await this.open(identity, { name: 'registerCandidate', commandId, areaCode, ...toPlacement(body) }, reply);
  }

  @Post('abroad')
  @OpensCase({ operationId: 'registerAbroad', summary: 'Register a worker who has left already' })
  async registerAbroad(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: RegisterAbroadBody }) body: RegisterAbroadBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const { areaCode } = body;
    await this.open(identity, { name: 'registerAbroad', commandId, areaCode, ...toPlacement(body) }, reply);
  }
}
