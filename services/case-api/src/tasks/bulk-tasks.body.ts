import { z } from 'zod';
import { Problem } from '@titian/http';
import { TaskRef, toTaskId } from './task-ref.ts';
import { AssignBody } from './tasks.query.ts';

/** Tasks that one request may turn: more than a page of any list that people look at, few enough to answer while they wait. */
export const MOST_TASKS = 100;

const Item = z.strictObject({
  caseId: z.uuid(),
  taskId: TaskRef.describe('As lists give it: `taskId` or `ref`'),
  revision: z
    .int()
    .min(1)
    .max(999_999_999)
    .optional()
    .describe('Of the case as the caller saw it: if it has moved on, the item is refused'),
});
export type BulkItem = z.infer<typeof Item>;

const tasks = z
  .array(Item)
  .min(1, 'must name at least one task')
  .max(MOST_TASKS, `must name at most ${MOST_TASKS} tasks: send the rest in another request, with another key`)
  .superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [index, { caseId, taskId }] of items.entries()) {
      const name = `${caseId}/${toTaskId(taskId)}`;
      if (seen.has(name))
        context.addIssue({ code: 'custom', path: [index, 'taskId'], message: 'is named twice: name each task once' });
      seen.add(name);
    }
  });

/** Example values that a person could send to the local stack. */
const EXAMPLE = {
  tasks: [
    { caseId: '0190a000-0000-7000-8000-0000000000c1', taskId: 'verification-12', revision: 14 },
    { caseId: '0190a000-0000-7000-8000-0000000000c2', taskId: 'escalation#3' },
  ],
};

/** Which tasks the caller takes. */
export const BulkTakeBody = z.strictObject({ tasks }).meta({ id: 'BulkTake', examples: [EXAMPLE] });
export type BulkTakeBody = z.infer<typeof BulkTakeBody>;

/**
 * Which tasks somebody of the same office shall do from now on, whoever has them. Without an officer each goes to the one who
 * is there, may do it and has least to do, other than who has it now.
 */
export const BulkAssignBody = AssignBody.extend({ tasks }).meta({
  id: 'BulkAssign',
  examples: [{ officerId: 'disnaker-blitar-2', ...EXAMPLE }],
});
export type BulkAssignBody = z.infer<typeof BulkAssignBody>;

/** How one item ended. */
export const ITEM_STATUSES = ['done', 'refused', 'pending', 'unsent'] as const;

const ItemAnswer = z.object({
  caseId: z.uuid(),
  taskId: z.string(),
  commandId: z.string().describe('Its own, made of the key: ask /v1/cases/{caseId}/receipts/{commandId}'),
  status: z
    .enum(ITEM_STATUSES)
    .describe('`pending`: not known yet, ask by the command id; `unsent`: send the request again with the same key'),
  revision: z.int().nullable().describe('Revision of the case after it; null unless done'),
  replayed: z.boolean().describe('An earlier request with this key did it'),
  problem: Problem.nullable().describe('Why it is not done, as the command alone would have answered'),
});
export type BulkItemAnswer = z.infer<typeof ItemAnswer>;

/** What came of each item, in the order in which they were sent. */
export const BulkAnswerBody = z
  .object({
    done: z.int(),
    refused: z.int(),
    pending: z.int(),
    unsent: z.int(),
    items: z.array(ItemAnswer),
  })
  .meta({ id: 'BulkAnswer' });
export type BulkAnswer = z.infer<typeof BulkAnswerBody>;
