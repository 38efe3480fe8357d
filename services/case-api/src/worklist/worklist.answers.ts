import { z } from 'zod';

const instant = z.iso.datetime();
const text = z.object({ id: z.string(), en: z.string() });

const WorklistItem = z.object({
  caseId: z.uuid(),
  number: z.string(),
  type: z.string(),
  claimType: z.string().nullable(),
  category: z.string().nullable(),
  stage: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  area: z.string(),
  areaName: z.string(),
  holderRole: z.string(),
  holderOffice: z.string(),
  escalationLevel: z.int(),
  dueAt: instant.nullable().describe('When the first clock runs out, or ran out if its work is not done'),
  dueClock: z.string().nullable(),
  overdue: z.boolean(),
  waitsFor: z.array(z.string()).describe('Who outside must act first; empty if it is for the holder'),
  heldSince: instant.describe('When the case came to its office'),
  openedAt: instant,
  revision: z.int(),
});

/** One page of a worklist. */
export const WorklistBody = z
  .object({
    asOf: instant.describe('When the record was read'),
    items: z.array(WorklistItem),
    next: z.string().nullable().describe('Send as `after` with the same filter; null on the last page'),
  })
  .meta({ id: 'Worklist' });

/** How many cases there are, not how many a page holds. */
export const WorklistCountsBody = z
  .object({
    asOf: instant,
    total: z.int(),
    overdue: z.int(),
    dueToday: z.int().describe('Due on the present day where the office is, passed hours included'),
    byStage: z.array(z.object({ type: z.string(), stage: z.string(), label: text.optional(), count: z.int() })),
    unassignedTasks: z.int().describe('Tasks of these cases that nobody has taken'),
  })
  .meta({ id: 'WorklistCounts' });

const tally = z.object({ total: z.int(), overdue: z.int(), dueToday: z.int(), unassignedTasks: z.int() });

/** The lists of a desk beside one another, all read at one moment. */
export const WorklistOverviewBody = z
  .object({
    asOf: instant,
    scopes: z.object({ mine: tally, office: tally, area: tally, escalated: tally, waiting: tally }),
  })
  .meta({ id: 'WorklistOverview' });
