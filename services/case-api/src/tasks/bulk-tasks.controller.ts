import { applyDecorators, Body, Controller, HttpCode, Logger, Post, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '@titian/auth';
import { ApiProblems, IdempotencyKey } from '@titian/http';
import { mustBeAllowed } from '../desk/access.ts';
import { Caller, IdentityGuard } from '../desk/caller.ts';
import { BulkAnswerBody, BulkAssignBody, BulkTakeBody, MOST_TASKS, type BulkAnswer } from './bulk-tasks.body.ts';
import { turnMany, type BulkRequest } from './bulk-turn.ts';
import { TaskDesk } from './task-desk.ts';

/** Documents what both routes share. */
const TurnsTasks = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({
      operationId,
      summary,
      description: [
        `At most ${MOST_TASKS} tasks. Each is a command of its own on its case: one that is refused leaves the others as they`,
        'are, and its item says why. Sent again with the same key, an item that was done answers as the first time.',
      ].join(' '),
    }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'UUID; it counts for each item by itself' }),
    ApiOkResponse({ standardSchema: BulkAnswerBody }),
    ApiProblems(400, 401, 403, 413, 503),
  );

/** Many tasks in one request, as a desk in the morning has them. */
@ApiTags('Tasks')
@UseGuards(IdentityGuard)
@Controller('v1/tasks')
export class BulkTasksController {
  private readonly logger = new Logger(BulkTasksController.name);

  constructor(private readonly tasks: TaskDesk) {}

  @Post('take')
  @TurnsTasks('takeTasks', 'Take many tasks of my office')
  take(
    @Caller() identity: Identity,
    @IdempotencyKey() key: string,
    @Body({ schema: BulkTakeBody }) { tasks: items }: BulkTakeBody,
  ): Promise<BulkAnswer> {
    return this.turn({ identity, key, command: 'takeTask', items });
  }

  @Post('assign')
  @TurnsTasks(
    'assignTasks',
    'Give many tasks of my office to one of its officers, or each to the least loaded who may do it',
  )
  assign(
    @Caller() identity: Identity,
    @IdempotencyKey() key: string,
    @Body({ schema: BulkAssignBody }) { tasks: items, officerId }: BulkAssignBody,
  ): Promise<BulkAnswer> {
    return this.turn({ identity, key, command: 'assignTask', officerId, items });
  }

  private async turn(request: BulkRequest): Promise<BulkAnswer> {
    mustBeAllowed(request.identity, 'worklist:read');
    return turnMany(
      {
        turn: (identity, turn) => this.tasks.turn(identity, turn),
        now: () => performance.now(),
        onFault: (error) => {
          this.logger.error(error);
        },
      },
      request,
    );
  }
}
