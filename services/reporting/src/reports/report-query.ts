import { z } from 'zod';

/** How deep a line goes, by name. */
export const LEVELS = { country: 0, province: 1, regency: 2, office: 3 } as const;
export const KINDS = { all: 0, type: 1, subject: 2 } as const;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-01');

/** What a reader asks of a report. */
export const ReportQuery = z.strictObject({
  level: z.enum(Object.keys(LEVELS) as (keyof typeof LEVELS)[]).optional(),
  kind: z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]).default('type'),
  month: z.enum(['all', 'each']).default('each'),
  area: z
    .string()
    .regex(/^\d{2}(\.\d{2})?$/, 'a province or regency such as 35 or 35.05: reports go no deeper than offices')
    .optional(),
  from: month.optional(),
  to: month.optional(),
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
});
export type ReportQuery = z.infer<typeof ReportQuery>;
