import { Body, Controller, Post, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Identity } from '@titian/auth';
import { IdempotencyKey } from '@titian/http';
import type { Reply } from '../cases/command-answer.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { IntakeController, OpensCase } from '../desk/intake.controller.ts';
import { Places } from '../places/places.ts';
import { FileComplaintBody, OpenDraftBody, toReport } from './file-complaint.body.ts';

/** Intake of complaints, and their commands. Thin on purpose: check the shape, hand over, shape the answer. */
@ApiTags('Complaints')
@UseGuards(IdentityGuard)
@Controller('v1/complaints')
export class ComplaintsController extends IntakeController {
  constructor(desk: CaseDesk, places: Places) {
    super('complaint', desk, places);
  }

  @Post()
  @OpensCase({
    operationId: 'fileComplaint',
    summary: 'File a complaint: what a family knows at the door',
    description: 'A letter that came earlier has a `receivedAt` of then; its clocks run from that day.',
  })
  async fileComplaint(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: FileComplaintBody }) body: FileComplaintBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const { areaCode } = body;
    await this.open(identity, { name: 'fileComplaint', commandId, areaCode, ...toReport(body) }, reply);
  }

  @Post('drafts')
  @OpensCase({
    operationId: 'openComplaintDraft',
    summary: 'Start a draft: only its village is needed; `complaint_submit` files it',
  })
  async openDraft(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @Body({ schema: OpenDraftBody }) body: OpenDraftBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const { areaCode } = body;
    await this.open(identity, { name: 'openDraft', commandId, areaCode, ...toReport(body) }, reply);
  }
}
