import type { ServerResponse } from 'node:http';
import { Controller, Get, Headers, Param, Query, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems, invalidRequest } from '@titian/http';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { ChangeStreams } from './change-streams.ts';

const ChangesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(999_999_999).optional().describe('Revision after which to begin'),
});

/** The part of Fastify's reply by which a stream is written past it. */
interface StreamReply {
  hijack(): unknown;
  readonly raw: ServerResponse;
}

/** What changes in a case, as it happens. */
@ApiTags('Cases')
@UseGuards(IdentityGuard)
@Controller('v1/cases')
export class ChangesController {
  constructor(private readonly streams: ChangeStreams) {}

  @Get(':caseId/changes')
  @ApiOperation({
    operationId: 'streamChanges',
    summary: 'Server-sent events: one for each new event of a case',
    description: [
      'First `event: state` with `{revision, stage, status}` of now. Then one `event: change` for each new event, in order and',
      'once: `id` is its revision, data `{revision, type, at}`; `type` is null for what the caller may not see. Resumes after',
      '`Last-Event-ID` (or `?after=`); without either, from now. A comment every 15 s keeps the line open.',
    ].join('\n'),
  })
  @ApiHeader({ name: 'X-Titian-Identity', required: true, description: 'Local stack only: id of a demo user' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Revision of the last event that came' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'The stream', schema: { type: 'string' } })
  @ApiProblems(400, 401, 403, 404, 503)
  async changes(
    @Caller() identity: Identity,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Query({ schema: ChangesQuery }) query: z.infer<typeof ChangesQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: StreamReply,
  ): Promise<void> {
    const after = revisionOf(lastEventId) ?? query.after;
    const now = await this.streams.begin(identity, caseId);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      connection: 'close', // the server that stops would otherwise wait for the socket to idle out
    });
    if (reply.raw.req.method === 'HEAD') reply.raw.end();
    else await this.streams.stream(identity, caseId, now, after ?? now.revision, reply.raw);
  }
}

/** An empty header is what a browser sends before the first event. */
function revisionOf(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  if (/^\d{1,9}$/.test(lastEventId)) return Number(lastEventId);
  throw invalidRequest([
    {
      field: '/headers/last-event-id',
      rule: 'Last-Event-ID must be the id of an event of this stream',
      remedy: 'send the id as it came, or none',
    },
  ]);
}
