import { Body, Controller, Post, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '@titian/auth';
import { openingCommandOf } from '@titian/domain';
import { IdempotencyKey } from '@titian/http';
import type { Reply } from '../cases/command-answer.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { IntakeController, OpensCase } from '../desk/intake.controller.ts';
import { Places } from '../places/places.ts';
import { OpenClaimBody, toOpening } from './open-claim.body.ts';

/** Intake of claims, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Claims')
@UseGuards(IdentityGuard)
@Controller('v1/claims')
export class ClaimsController extends IntakeController {
  constructor(desk: CaseDesk, places: Places) {
    super('claim', desk, places);
  }

  @Post()
  @OpensCase({ operationId: 'openClaim', summary: 'Open a claim: report an accident (stage I) or a one-stage claim' })
  async openClaim(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenClaimBody }) body: OpenClaimBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const name = openingCommandOf(body.claimType);
    await this.open(identity, { name, commandId, areaCode: body.areaCode, ...toOpening(body) }, reply);
  }

  @Post('prechecks')
  @OpensCase({
    operationId: 'startPrecheck',
    summary: 'Start a pre-check: may this be claimed at all? It goes on as a claim by a command',
  })
  async startPrecheck(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenClaimBody }) body: OpenClaimBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const { areaCode } = body;
    await this.open(identity, { name: 'startPrecheck', commandId, areaCode, ...toOpening(body) }, reply);
  }
}
