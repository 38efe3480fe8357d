import { Body, Controller, Get, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { nextDeadline, type JsonObject } from '@titian/domain';
import { ApiProblems, IdempotencyKey, IfMatch, problem, ProblemError } from '@titian/http';
import { asActor, CaseReader, findReceiptOf, models } from '@titian/persistence';
import { mustBeAllowed, noSuchCase } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { CaseDesk } from '../desk/case-desk.ts';
import { Places } from '../places/places.ts';
import { currentCalendar } from '@titian/rulebook';
import { toJson } from '../desk/intake.ts';
import { caseView } from './case-view.ts';
import { clockView } from './clock-view.ts';
import { withoutOfficers } from './family-view.ts';
import { linkedCases, workerOf } from './linked-cases.ts';
import { linkedPlacements } from './placement-sight.ts';
import { CommandAnswerBody, CommandBody, CommandName, sendAnswer, type Reply } from './command-answer.ts';

const ClocksQuery = z.strictObject({
  at: z.iso.datetime({ precision: 3, error: 'UTC with milliseconds, e.g. 2026-01-05T02:00:00.000Z' }).optional(),
});

/** Reading cases and acting on them; which commands exist is the definition's business, not this file's. */
@ApiTags('Cases')
@UseGuards(IdentityGuard)
@Controller('v1')
export class CasesController {
  private readonly reader = new CaseReader();

  constructor(
    private readonly desk: CaseDesk,
    private readonly places: Places,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get('cases/:caseId')
  @ApiOperation({
    operationId: 'getCase',
    summary: 'A case: facts, evidence, clocks, custody, allowed actions, timeline',
  })
  @ApiProblems(400, 401, 403, 404)
  async getCase(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Res() reply: Reply,
  ): Promise<void> {
    mustBeAllowed(identity, 'case:read', { caseId });
    const found = await asActor(this.db, identity, async (tx) => {
      const here = await this.reader.findCaseUnderCalendar(tx, caseId, { calendar: currentCalendar });
      if (here === undefined) throw noSuchCase();
      const { state } = here;
      return {
        ...here,
        custody: await this.reader.custody(tx, caseId),
        timeline: await this.reader.timeline(tx, caseId),
        linked: await linkedCases(tx, state),
        placements: await linkedPlacements(tx, this.reader, state),
        personId: await workerOf(tx, state, identity),
      };
    });
    const view = caseView(
      models.ofHash(found.state.definition.hash),
      found.state,
      identity,
      found,
      this.places,
      new Date().toISOString(),
    );
    reply.status(200).header('etag', `"${found.state.revision}"`).send(view);
  }

  @Get('cases/:caseId/clocks')
  @ApiOperation({
    operationId: 'getClocks',
    summary: 'The clocks of a case as they stood at a moment: used, remaining, pauses, due, by the calendar of then',
  })
  @ApiQuery({ name: 'at', required: false, description: 'Instant, UTC with milliseconds; now if it is left out' })
  @ApiProblems(400, 401, 403, 404)
  async clocks(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Query({ schema: ClocksQuery }) { at: asked }: z.infer<typeof ClocksQuery>,
  ): Promise<object> {
    mustBeAllowed(identity, 'case:read', { caseId });
    const at = asked ?? new Date().toISOString();
    return asActor(this.db, identity, async (tx) => {
      const here = await this.reader.findCaseUnderCalendar(tx, caseId, { calendar: currentCalendar });
      if (here === undefined) throw noSuchCase();
      const then = asked === undefined ? here.state : await this.reader.caseAt(tx, caseId, at);
      const { definition } = models.ofHash(here.state.definition.hash);
      const view = {
        caseId,
        at,
        revision: then?.revision ?? 0,
        nextDeadline: then === undefined ? null : nextDeadline(then, here.calendar),
        clocks: Object.values(then?.clocks ?? {}).map((clock) => clockView(definition, clock, here.calendar, at)),
      };
      return identity.role === 'family' ? withoutOfficers(toJson(view), here.state) : view;
    });
  }

  @Post('cases/:caseId/commands/:command')
  @ApiOperation({ operationId: 'sendCommand', summary: 'Do one of the allowed actions of a case' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'ETag of the case as the caller saw it' })
  @ApiOkResponse({ standardSchema: CommandAnswerBody })
  @ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' })
  @ApiProblems(400, 401, 403, 404, 409, 412, 413, 422, 503)
  async command(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedRevision: number | undefined,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('command', { schema: CommandName }) command: string,
    @Body({ schema: CommandBody }) body: JsonObject,
    @Res() reply: Reply,
  ): Promise<void> {
    const outcome = await this.desk.request(identity, { caseId, commandId, command, body, expectedRevision });
    sendAnswer(reply, 200, caseId, commandId, outcome);
  }

  @Get('cases/:caseId/receipts/:commandId')
  @ApiOperation({ operationId: 'getReceipt', summary: 'What came of a command, by its Idempotency-Key' })
  @ApiProblems(400, 401, 403, 404)
  async receipt(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('commandId', { schema: z.string().max(200) }) commandId: string,
  ): Promise<object> {
    await this.desk.getCase(identity, caseId);
    const receipt = await asActor(this.db, identity, (tx) => findReceiptOf(tx, caseId, commandId));
    if (receipt === undefined) throw new ProblemError(noReceipt(commandId));
    const { status, revision, refusal } = receipt;
    return { caseId, commandId, status, revision, refusal };
  }
}

const noReceipt = (commandId: string) =>
  problem(
    404,
    'command/no-receipt',
    { id: 'Belum ada hasil untuk kunci ini.', en: 'There is no result for this key yet.' },
    {
      id: 'Tunggu sebentar, atau kirim lagi dengan kunci yang sama.',
      en: 'Wait a moment, or send again with the same key.',
    },
    { field: '/commandId', commandId },
  );
