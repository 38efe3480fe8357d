import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiExcludeEndpoint,
  ApiHeader,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { openingCommandOf, type JsonObject } from '@titian/domain';
import { ApiProblems, IdempotencyKey, IfMatch } from '@titian/http';
import { CommandAnswerBody, CommandBody, CommandName, sendAnswer, type Reply } from '../cases/command-answer.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { caseIdFor, mustBePlace } from '../desk/intake.ts';
import { Places } from '../places/places.ts';
import { OpenClaimBody, toOpening } from './open-claim.body.ts';

/** Intake of claims, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Claims')
@UseGuards(IdentityGuard)
@Controller('v1/claims')
export class ClaimsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'openClaim',
    summary: 'Open a claim: report an accident (stage I) or a one-stage claim',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async open(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenClaimBody }) body: OpenClaimBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.openBy(openingCommandOf(body.claimType), identity, commandId, body, reply);
  }

  @Post('prechecks')
  @ApiOperation({
    operationId: 'startPrecheck',
    summary: 'Start a pre-check: may this be claimed at all? It goes on as a claim by a command',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async precheck(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenClaimBody }) body: OpenClaimBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.openBy('startPrecheck', identity, commandId, body, reply);
  }

  /** One route for every command; `openapi/command-paths.ts` describes each one. */
  @Post(':caseId/commands/:command')
  @ApiExcludeEndpoint()
  async command(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedRevision: number | undefined,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('command', { schema: CommandName }) command: string,
    @Body({ schema: CommandBody }) body: JsonObject,
    @Res() reply: Reply,
  ): Promise<void> {
    const request = { caseId, commandId, command, body, expectedRevision, ofType: 'claim' } as const;
    sendAnswer(reply, 200, caseId, commandId, await this.desk.request(identity, request));
  }

  private async openBy(
    name: string,
    identity: Identity,
    commandId: string,
    body: OpenClaimBody,
    reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:open', { area: body.areaCode });
    mustBePlace(this.places, body.areaCode);
    const caseId = caseIdFor(identity, commandId);
    const outcome = await this.desk.send(identity, {
      caseType: 'claim',
      caseId,
      commandId,
      name,
      opensIn: body.areaCode,
      ...toOpening(body),
    });
    sendAnswer(reply, 201, caseId, commandId, outcome);
  }
}
