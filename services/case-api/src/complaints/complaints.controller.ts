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
import { FileComplaintBody, OpenDraftBody, toReport } from './file-complaint.body.ts';

/** Intake of complaints, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Complaints')
@UseGuards(IdentityGuard)
@Controller('v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'fileComplaint',
    summary: 'File a complaint: what a family knows at the door',
    description: 'A letter that came earlier has a `receivedAt` of then; its clocks run from that day.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async file(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: FileComplaintBody }) body: FileComplaintBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.open(identity, commandId, 'fileComplaint', body, reply);
  }

  @Post('drafts')
  @ApiOperation({
    operationId: 'openComplaintDraft',
    summary: 'Start a draft: only its village is needed; `complaint_submit` files it',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiCreatedResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 409, 413, 422, 503)
  async draft(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenDraftBody }) body: OpenDraftBody,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.open(identity, commandId, 'openDraft', body, reply);
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
    const request = { caseId, commandId, command, body, expectedRevision, ofType: 'complaint' } as const;
    sendAnswer(reply, 200, caseId, commandId, await this.desk.request(identity, request));
  }

  private async open(
    identity: Identity,
    commandId: string,
    name: 'fileComplaint' | 'openDraft',
    body: FileComplaintBody | OpenDraftBody,
    reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:open', { area: body.areaCode });
    mustBePlace(this.places, body.areaCode);
    const caseId = caseIdFor(identity, commandId);
    const outcome = await this.desk.send(identity, {
      caseType: 'complaint',
      caseId,
      commandId,
      name,
      opensIn: body.areaCode,
      ...toReport(body),
    });
    sendAnswer(reply, 201, caseId, commandId, outcome);
  }
}
