import { applyDecorators, Body, Controller, Get, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { ApiProblems, IdempotencyKey, IfMatch } from '@titian/http';
import { asActor, TaskReader } from '@titian/persistence';
import { CommandAnswerBody, sendAnswer, type Reply } from '../cases/command-answer.ts';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { Places } from '../places/places.ts';
import { Cursor, cut } from '../worklist/cursor.ts';
import { flagsSeen } from '../worklist/flags-seen.ts';
import { TaskDesk, type TaskTurn } from './task-desk.ts';
import { TaskRef, toTaskId, toTaskRef } from './task-ref.ts';
import { AssignBody, TasksBody, TasksQuery, toTaskFilter } from './tasks.query.ts';

const Position = z.tuple([z.iso.datetime().nullable(), z.uuid(), z.string().max(80)]);

/** Documents what all three routes share. */
const TurnsTask = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; a repeat answers the first result' }),
    ApiHeader({ name: 'If-Match', required: false, description: 'ETag of the case as the caller saw it' }),
    ApiOkResponse({ standardSchema: CommandAnswerBody }),
    ApiAcceptedResponse({ description: 'Not known yet: ask /v1/cases/{caseId}/receipts/{commandId}' }),
    ApiProblems(400, 401, 403, 404, 409, 412, 422, 503),
  );

/** Who does what next. A task is completed by the command that moves its case, never here. */
@ApiTags('Tasks')
@UseGuards(IdentityGuard)
@Controller('v1')
export class TasksController {
  private readonly reader = new TaskReader();

  constructor(
    private readonly taskDesk: TaskDesk,
    private readonly places: Places,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  @Get('tasks')
  @ApiOperation({
    operationId: 'getTasks',
    summary: 'Open tasks of my office and my own, nearest deadline of their cases first',
  })
  @ApiOkResponse({ standardSchema: TasksBody })
  @ApiProblems(400, 401, 403)
  async tasks(@Caller() identity: Identity, @Query({ schema: TasksQuery }) query: TasksQuery): Promise<object> {
    mustBeAllowed(identity, 'worklist:read');
    const { limit, after, ...asked } = query;
    const asOf = new Date().toISOString();
    const cursor = new Cursor(Position, '/query/after', identity, asked);
    const position = cursor.read(after);
    const rows = await asActor(this.db, identity, (tx) =>
      this.reader.page(tx, {
        filter: toTaskFilter(query, identity),
        limit: limit + 1,
        after: position === undefined ? undefined : { dueAt: position[0], caseId: position[1], taskId: position[2] },
      }),
    );
    const { page, next } = cut(rows, limit, cursor, ({ dueAt, caseId, taskId }): z.infer<typeof Position> => [
      dueAt,
      caseId,
      taskId,
    ]);
    const items = page.map((row) => ({
      ...row,
      flags: flagsSeen(row, identity.role),
      ref: toTaskRef(row.taskId),
      areaName: this.places.nameOf(row.area),
      overdue: row.dueAt !== null && row.dueAt < asOf,
    }));
    return { asOf, items, next };
  }

  @Post('cases/:caseId/tasks/:taskId/take')
  @TurnsTask('takeTask', 'Take a task: nobody else does it then')
  async take(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedRevision: number | undefined,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('taskId', { schema: TaskRef }) taskRef: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const taskId = toTaskId(taskRef);
    await this.turn(identity, { caseId, commandId, expectedRevision, command: 'takeTask', taskId }, reply);
  }

  @Post('cases/:caseId/tasks/:taskId/release')
  @TurnsTask('releaseTask', 'Give a task back to the office')
  async release(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedRevision: number | undefined,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('taskId', { schema: TaskRef }) taskRef: string,
    @Res() reply: Reply,
  ): Promise<void> {
    const taskId = toTaskId(taskRef);
    await this.turn(identity, { caseId, commandId, expectedRevision, command: 'releaseTask', taskId }, reply);
  }

  @Post('cases/:caseId/tasks/:taskId/assign')
  @TurnsTask('assignTask', 'Give a task to an officer of the same office, or to the least loaded who may do it')
  async assign(
    @Caller() identity: Identity,
    @IdempotencyKey() commandId: string,
    @IfMatch() expectedRevision: number | undefined,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
    @Param('taskId', { schema: TaskRef }) taskRef: string,
    @Body({ schema: AssignBody }) { officerId }: AssignBody,
    @Res() reply: Reply,
  ): Promise<void> {
    const taskId = toTaskId(taskRef);
    await this.turn(identity, { caseId, commandId, expectedRevision, command: 'assignTask', taskId, officerId }, reply);
  }

  private async turn(identity: Identity, turn: TaskTurn, reply: Reply): Promise<void> {
    sendAnswer(reply, 200, turn.caseId, turn.commandId, await this.taskDesk.turn(identity, turn));
  }
}
