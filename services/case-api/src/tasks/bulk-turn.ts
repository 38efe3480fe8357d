import { v5 as uuidv5 } from 'uuid';
import type { Identity } from '@titian/auth';
import { ProblemError, toProblem } from '@titian/http';
import type { WishOutcome } from '../desk/case-desk.ts';
import { ITEM_STATUSES, type BulkAnswer, type BulkItem, type BulkItemAnswer } from './bulk-tasks.body.ts';
import type { TaskTurn } from './task-desk.ts';
import { toTaskId } from './task-ref.ts';

/** Below the ten updates that one run takes at once, should all items be of one case; and it leaves connections to others. */
const AT_ONCE = 6;
/** After that no further item is begun: the caller hears what is done, and sends the rest again. */
const BEGIN_WITHIN_MS = 20_000;

const BULK_NAMESPACE = '8d0b4a1c-3e0f-5c55-9c52-64a7f2c0d3b9';

/** Each item counts once under the caller's key, whatever other items it is sent with. */
const commandIdOf = (identity: Identity, key: string, { caseId, taskId }: BulkItem): string =>
  uuidv5(`${identity.id}/${key}/${caseId}/${toTaskId(taskId)}`, BULK_NAMESPACE);

/** What all items of a request share. */
export interface BulkRequest {
  readonly identity: Identity;
  readonly key: string;
  readonly command: TaskTurn['command'];
  readonly officerId?: string | undefined;
  readonly items: readonly BulkItem[];
}

/** What a bulk request needs of the world. */
export interface BulkWorld {
  /** Does one item. @throws ProblemError as the command alone would */
  turn(identity: Identity, turn: TaskTurn): Promise<WishOutcome>;
  /** Milliseconds of a clock that only rises. */
  now(): number;
  /** Told once for each item of a fault that nobody foresaw. */
  onFault(error: unknown): void;
}

/**
 * Does every item by a command of its own, a few at a time. What is refused or fails leaves the others as they are. Repeatable
 * with the same key: what was done answers as the first time, what was not is tried.
 *
 * @throws ProblemError 503 if the case engine could not be reached for any item
 */
export async function turnMany(world: BulkWorld, request: BulkRequest): Promise<BulkAnswer> {
  const { items } = request;
  const answers: BulkItemAnswer[] = [];
  const begun = world.now();
  const unreachable: ProblemError[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index] as BulkItem;
      const [fault] = unreachable;
      const goesOn = fault === undefined && world.now() - begun <= BEGIN_WITHIN_MS;
      answers[index] = goesOn
        ? await turnOne(world, request, item, (error) => unreachable.push(error))
        : { ...untouched(request, item), problem: fault?.problem ?? null };
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  const [fault] = unreachable;
  if (fault !== undefined && answers.every(({ status }) => status === 'unsent')) throw fault;
  const counts = Object.fromEntries(
    ITEM_STATUSES.map((status) => [status, answers.filter((answer) => answer.status === status).length]),
  ) as Record<BulkItemAnswer['status'], number>;
  return { ...counts, items: answers };
}

const untouched = ({ identity, key }: BulkRequest, item: BulkItem): BulkItemAnswer => ({
  caseId: item.caseId,
  taskId: toTaskId(item.taskId),
  commandId: commandIdOf(identity, key, item),
  status: 'unsent',
  revision: null,
  replayed: false,
  problem: null,
});

async function turnOne(
  world: BulkWorld,
  request: BulkRequest,
  item: BulkItem,
  onUnreachable: (error: ProblemError) => void,
): Promise<BulkItemAnswer> {
  const { identity, command, officerId } = request;
  const unsent = untouched(request, item);
  const { caseId, taskId, commandId } = unsent;
  try {
    const turn = { command, caseId, taskId, commandId, officerId, expectedRevision: item.revision };
    const outcome = await world.turn(identity, turn);
    if (outcome.kind === 'pending') return { ...unsent, status: 'pending' };
    return { ...unsent, status: 'done', revision: outcome.receipt.revision, replayed: outcome.replayed };
  } catch (error) {
    const problem = toProblem(error);
    if (!(error instanceof ProblemError)) {
      world.onFault(error);
      return { ...unsent, status: 'pending', problem }; // nobody knows how far it came: its receipt will tell
    }
    if (problem.status < 500) return { ...unsent, status: 'refused', problem };
    onUnreachable(error);
    return { ...unsent, problem };
  }
}
