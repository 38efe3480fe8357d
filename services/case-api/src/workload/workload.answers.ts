import { z } from 'zod';

const instant = z.iso.datetime();

const OfficeWorkload = z
  .object({
    office: z.string(),
    cases: z.int().describe('Open and suspended'),
    suspended: z.int(),
    breached: z.int().describe('A clock has run out and its work is not done'),
    waiting: z.int().describe('Somebody outside must act first'),
    unassignedTasks: z.int().describe('Tasks of these cases that nobody has taken'),
    oldestOpenedAt: instant.nullable(),
    longestHeldSince: instant.nullable(),
    ages: z.array(
      z.object({
        fromDays: z.int().describe('Inclusive; days of 24 hours'),
        untilDays: z.int().nullable().describe('Exclusive; null for the last band'),
        cases: z.int().describe('By the age of the case'),
        held: z.int().describe('By how long the office of now has it'),
      }),
    ),
  })
  .meta({ id: 'OfficeWorkload' });

/** What my office has to do, and who of it has how much. */
export const WorkloadBody = z
  .object({
    asOf: instant,
    office: OfficeWorkload,
    pool: z.object({ tasks: z.int(), overdue: z.int(), oldestOpenedAt: instant.nullable() }),
    people: z.array(
      z.object({
        officerId: z.string(),
        tasks: z.int().describe('Open tasks that the person has taken or was given'),
        overdue: z.int().describe('Of them, those whose case has a clock that ran out'),
        oldestOpenedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Workload' });

/** One page of the offices that hold cases of an area. */
export const OfficesWorkloadBody = z
  .object({
    asOf: instant,
    items: z.array(OfficeWorkload),
    next: z.string().nullable().describe('Send as `after` with the same filter; null on the last page'),
  })
  .meta({ id: 'OfficesWorkload' });
