import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Identity } from '@titian/auth';
import { areaAtLevel } from '@titian/domain';
import { invalidRequest } from '@titian/http';
import { asActor, type CaseReader } from '@titian/persistence';
import type { Places } from '../places/places.ts';

/** What a worklist can be asked for. */
export const WorklistQuery = z.strictObject({
  scope: z.enum(['office', 'area']).default('office').describe('Held by my office, or anywhere in my area'),
  stage: z
    .string()
    .regex(/^[a-z][A-Za-z0-9_]{0,39}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional().describe('`next` of the page before'),
});

/** One page, nearest deadline first; `next` is null on the last. */
export async function worklistPage(
  db: DataSource,
  reader: CaseReader,
  identity: Identity,
  query: z.infer<typeof WorklistQuery>,
  places: Places,
): Promise<object> {
  const levels = identity.area === '' ? 0 : identity.area.split('.').length;
  const rows = await asActor(db, identity, (tx) =>
    reader.worklist(tx, {
      office: query.scope === 'office' ? identity.office : undefined,
      regency: query.scope === 'area' && levels >= 2 ? areaAtLevel(identity.area, 2) : undefined,
      stage: query.stage,
      limit: query.limit + 1,
      after: query.after === undefined ? undefined : fromCursor(query.after),
    }),
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    asOf: new Date().toISOString(),
    items: page.map((row) => ({ ...row, areaName: places.nameOf(row.area) })),
    next: rows.length > query.limit && last !== undefined ? toCursor(last) : null,
  };
}

const toCursor = ({ dueAt, caseId }: { readonly dueAt: string | null; readonly caseId: string }): string =>
  Buffer.from(JSON.stringify([dueAt, caseId])).toString('base64url');

const Cursor = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

function fromCursor(text: string): { dueAt: string | null; caseId: string } {
  try {
    const [dueAt, caseId] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { dueAt, caseId };
  } catch {
    throw invalidRequest([
      { field: '/query/after', rule: 'is not a cursor of this list', remedy: 'send `next` as it came' },
    ]);
  }
}
