import { z } from 'zod';
import { AreaPrefix } from '../worklist/area.ts';
import { CURSOR_LENGTH } from '../worklist/cursor.ts';

const PREFIXES = ['KLM', 'ADU', 'PNM'] as const;
const NUMBER = new RegExp(`^(${PREFIXES.join('|')})[- /]?(\\d{4})[- /]0*(\\d{1,9})$`, 'i');

/** What people know of a case. Sent in a body and never in an address: addresses are logged, and names are not. */
export const SearchBody = z
  .strictObject({
    number: z
      .string()
      .trim()
      .regex(NUMBER, 'must be a case number, e.g. KLM-2026-000012 or klm-2026-12')
      .optional()
      .describe('Case number; zeros may be left out'),
    name: z
      .string()
      .trim()
      .min(2)
      .max(120)
      .refine((name) => /[\p{L}\p{N}]/u.test(name), 'must hold a word')
      .optional()
      .describe(
        'Words of the worker’s or the reporter’s name, all of them; three to eight letters also as a beginning',
      ),
    area: AreaPrefix.optional(),
    limit: z.int().min(1).max(100).default(25),
    after: z.string().max(CURSOR_LENGTH).optional().describe('`next` of the page before'),
  })
  .refine(({ number, name, area }) => [number, name, area].some((given) => given !== undefined), {
    message: 'needs at least one of number, name and area',
  })
  .meta({ id: 'Search' });
export type SearchBody = z.infer<typeof SearchBody>;

/** `klm-2026-12` → `KLM-2026-000012`, as the record writes it. */
export function toCaseNumber(given: string): string {
  const [, prefix = '', year = '', serial = ''] = NUMBER.exec(given) ?? [];
  return `${prefix.toUpperCase()}-${year}-${serial.padStart(6, '0')}`;
}

/** One page of cases that were looked for. */
export const SearchAnswer = z
  .object({
    asOf: z.iso.datetime(),
    items: z.array(
      z.object({
        caseId: z.uuid(),
        number: z.string(),
        type: z.string(),
        claimType: z.string().nullable(),
        category: z.string().nullable(),
        stage: z.string(),
        status: z.string(),
        area: z.string(),
        areaName: z.string(),
        openedAt: z.iso.datetime(),
        workerName: z.string().nullable().optional().describe('Only for roles that may read persons'),
      }),
    ),
    next: z.string().nullable().describe('Send as `after` with the same criteria; null on the last page'),
  })
  .meta({ id: 'SearchAnswer' });
