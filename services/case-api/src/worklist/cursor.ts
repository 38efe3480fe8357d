import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Identity } from '@titian/auth';
import { invalidRequest } from '@titian/http';

/**
 * Says where a page ends, and of which list: asked for with another filter, or by somebody else, it means nothing. Holds
 * keys of rows only, so it may stand in an address.
 */
export class Cursor<Position extends readonly unknown[]> {
  private readonly mark: string;

  constructor(
    private readonly schema: z.ZodType<Position>,
    private readonly field: string,
    identity: Identity,
    filter: object,
  ) {
    const members = Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const list = JSON.stringify([field, identity.id, identity.office, identity.area, members]);
    this.mark = createHash('sha256').update(list).digest('base64url').slice(0, 16);
  }

  write(position: Position): string {
    return Buffer.from(JSON.stringify([this.mark, position])).toString('base64url');
  }

  /** @throws ProblemError 400 if it is no cursor, or one of another list */
  read(text: string | undefined): Position | undefined {
    if (text === undefined) return undefined;
    const found = parse(text);
    const position = this.schema.safeParse(found?.[1]);
    if (found === undefined || !position.success) {
      throw this.refused('is not a cursor of this list', 'send `next` as it came');
    }
    if (found[0] !== this.mark) {
      throw this.refused(
        'is a cursor of another filter',
        'repeat the filter of the first page, or begin without `after`',
      );
    }
    return position.data;
  }

  private refused(rule: string, remedy: string): Error {
    return invalidRequest([{ field: this.field, rule, remedy }]);
  }
}

function parse(text: string): readonly unknown[] | undefined {
  try {
    const found: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Length of a cursor that this API has written, at most. */
export const CURSOR_LENGTH = 300;

/** The rows of one page and what comes after; `rows` holds one more than the page if there is a next one. */
export function cut<Row, Position extends readonly unknown[]>(
  rows: readonly Row[],
  limit: number,
  cursor: Cursor<Position>,
  positionOf: (row: Row) => Position,
): { page: readonly Row[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? cursor.write(positionOf(last)) : null };
}
