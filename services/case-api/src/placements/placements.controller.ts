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
import type { JsonObject } from '@titian/domain';
import { ApiProblems, IdempotencyKey, IfMatch } from '@titian/http';
import { CommandAnswerBody, CommandBody, CommandName, sendAnswer, type Reply } from '../cases/command-answer.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { caseIdFor, mustBePlace } from '../desk/intake.ts';
import { Places } from '../places/places.ts';
import { RegisterAbroadBody, RegisterCandidateBody, toPlacement } from './register.body.ts';

/** The register of placements, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Placements')
@UseGuards(IdentityGuard)
@Controller('v1/placements')
export class PlacementsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'registerCandidate',
    summary: 'Register a candidate in the village, before the departure',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async register(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: RegisterCandidateBody }) body: RegisterCandidateBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.open(identity, commandId, 'registerCandidate', body, reply);
  }

  @Post('abroad')
  @ApiOperation({ operationId: 'registerAbroad', summary: 'Register a worker who has left already' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async registerAbroad(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: RegisterAbroadBody }) body: RegisterAbroadBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.open(identity, commandId, 'registerAbroad', body, reply);
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
    const request = { caseId, commandId, command, body, expectedRevision, ofType: 'placement' } as const;
    sendAnswer(reply, 200, caseId, commandId, await this.desk.request(identity, request));
  }

  private async open(
    identity: Identity,
    commandId: string,
    name: 'registerCandidate' | 'registerAbroad',
    body: RegisterCandidateBody | RegisterAbroadBody,
    reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:open', { area: body.areaCode });
    mustBePlace(this.places, body.areaCode);
    const caseId = caseIdFor(identity, commandId);
    const outcome = await this.desk.send(identity, {
      caseType: 'placement',
      caseId,
      commandId,
      name,
      opensIn: body.areaCode,
      ...toPlacement(body),
    });
    sendAnswer(reply, 201, caseId, commandId, outcome);
  }
}
