import { z } from 'zod';
import { ROW_STATUSES } from '@titian/persistence';

const count = z.int().nonnegative();
const text = z.object({ id: z.string(), en: z.string() });

/** A list and how far it is. */
export const ImportBody = z
  .object({
    importId: z.uuid(),
    status: z.enum(['receiving', 'running', 'finished']),
    dryRun: z.boolean(),
    file: z
      .object({
        format: z.enum(['CSV', 'XLSX']),
        separator: z.enum([',', ';', 'TAB']).nullable(),
        windows1252Rows: count.describe('Rows that are no UTF-8 and were read as Windows-1252'),
        sheet: z.string().nullable(),
        found: z.array(z.string()).describe('Columns that were understood'),
        ignored: z.array(z.string()).describe('Columns that are left out, e.g. a running number'),
      })
      .nullable()
      .describe('How the file turned out to be written; null while it arrives'),
    rows: z.object({
      total: count.describe('Rows with something in them'),
      waiting: count.describe('Good, not registered yet'),
      checked: count.describe('Good, of a dry run'),
      registered: count,
      already: count.describe('Registered before, with the same content'),
      refused: count.describe('Bad: nothing of them is stored'),
      withNotices: count.describe('Good, but a person must look at them, e.g. a worker who is known'),
    }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    links: z.object({ rows: z.string(), report: z.string() }),
  })
  .meta({ id: 'PlacementImport' });
export type ImportBody = z.infer<typeof ImportBody>;

/** Rows of a list with what came of them. */
export const ImportRowsBody = z
  .object({
    rows: z.array(
      z.object({
        row: z.int().describe('As a spreadsheet numbers it; the header is a row too'),
        status: z.enum(ROW_STATUSES),
        caseId: z.uuid().nullable(),
        caseNumber: z.string().nullable(),
        faults: z
          .array(z.object({ code: z.string(), column: z.string(), rule: text, remedy: text }))
          .describe('Of a refused row why; of a good one what a person must look at. Never a value of the row'),
      }),
    ),
    next: z.int().nullable().describe('`after` of the next page; null on the last'),
  })
  .meta({ id: 'PlacementImportRows' });
