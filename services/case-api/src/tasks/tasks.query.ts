import { z } from 'zod';
import type { Identity } from '@titian/auth';
import type { TaskFilter } from '@titian/persistence';
import { CURSOR_LENGTH } from '../worklist/cursor.ts';

/** What a list of tasks can be asked for. */
export const TasksQuery = z.strictObject({
  scope: z
    .enum(['open', 'office', 'mine', 'colleagues'])
    .default('open')
    .describe('Free tasks of my office and my own; the free ones; my own; or all that my office has taken'),
  kind: z
    .enum(['stage', 'breach', 'offer'])
    .optional()
    .describe('Work of a stage, asked for by a deadline that passed, or an offer of another office to answer'),
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'must be the name of a task, e.g. verification')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(CURSOR_LENGTH).optional().describe('`next` of the page before'),
});
export type TasksQuery = z.infer<typeof TasksQuery>;

const SCOPES: Readonly<Record<TasksQuery['scope'], (identity: Identity) => TaskFilter>> = {
  open: ({ office, id }) => ({ unassignedOf: office, officerId: id }),
  office: ({ office }) => ({ unassignedOf: office }),
  mine: ({ id }) => ({ officerId: id }),
  colleagues: ({ office }) => ({ assignedOf: office }),
};

export const toTaskFilter = ({ scope, kind, name }: TasksQuery, identity: Identity): TaskFilter => ({
  ...SCOPES[scope](identity),
  kind,
  name,
});

const instant = z.iso.datetime();

/** One page of open tasks. */
export const TasksBody = z
  .object({
    asOf: instant,
    items: z.array(
      z.object({
        taskId: z.string(),
        ref: z.string().describe('Stands for the task in addresses'),
        name: z.string(),
        kind: z.string(),
        status: z.string(),
        officerId: z.string().nullable(),
        openedAt: instant,
        caseId: z.uuid(),
        number: z.string(),
        type: z.string(),
        stage: z.string(),
        area: z.string(),
        areaName: z.string(),
        flags: z.array(z.string()),
        dueAt: instant.nullable().describe('Nearest deadline of the case'),
        overdue: z.boolean(),
      }),
    ),
    next: z.string().nullable().describe('Send as `after` with the same filter; null on the last page'),
  })
  .meta({ id: 'Tasks' });

/** Who shall do it; without an officer the one of the office who is there, may do it and has least to do. */
export const AssignBody = z
  .strictObject({
    officerId: z.string().min(2).max(60).optional().describe('Directory id of an officer of the same office'),
  })
  .meta({ id: 'AssignTask' });
export type AssignBody = z.infer<typeof AssignBody>;
