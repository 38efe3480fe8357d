import { applyDecorators, Body, Param, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiExcludeEndpoint,
  ApiHeader,
  ApiOperation,
  type ApiOperationOptions,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import type { AreaCode, CaseType, JsonObject } from '@titian/domain';
import { ApiProblems, IdempotencyKey, IfMatch } from '@titian/http';
import { CommandAnswerBody, CommandBody, CommandName, sendAnswer, type Reply } from '../cases/command-answer.ts';
import type { Places } from '../places/places.ts';
import { mustBeAllowed } from './access.ts';
import { Caller } from './caller.ts';
import type { CaseDesk, Wish } from './case-desk.ts';
import { caseIdFor, mustBePlace } from './intake.ts';

/** Documents a route that opens a case. */
export const OpensCase = (operation: ApiOperationOptions): MethodDecorator =>
  applyDecorators(
    ApiOperation(operation),
    ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' }),
    ApiCreatedResponse({ standardSchema: CommandAnswerBody }),
    ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' }),
    ApiProblems(400, 401, 403, 409, 413, 422, 503),
  );

/** A case to be opened in a village: the opening command, and what was said at the door. */
export interface Opening extends Pick<Wish, 'name' | 'commandId' | 'input' | 'words'> {
  readonly areaCode: AreaCode;
}

/** What the intakes of all case types share: opening a case, and the one route for its commands. */
export abstract class IntakeController {
  protected constructor(
    private readonly caseType: CaseType,
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

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
    const request = { caseId, commandId, command, body, expectedRevision, ofType: this.caseType };
    sendAnswer(reply, 200, caseId, commandId, await this.desk.request(identity, request));
  }

  /** Answers 201 with the case; the same key from the same person is the same case. */
  protected async open(identity: Identity, { areaCode, ...wish }: Opening, reply: Reply): Promise<void> {
    mustBeAllowed(identity, 'case:open', { area: areaCode });
    mustBePlace(this.places, areaCode);
    const caseId = caseIdFor(identity, wish.commandId);
    const outcome = await this.desk.send(identity, { ...wish, caseType: this.caseType, caseId, opensIn: areaCode });
    sendAnswer(reply, 201, caseId, wish.commandId, outcome);
  }
}
