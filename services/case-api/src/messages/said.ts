import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { typeOfCommand, type ActorRef, type CaseDefinition, type CaseState } from '@titian/domain';
import { invalidRequest } from '@titian/http';
import { models, type StatementStore } from '@titian/persistence';

/** What a list of words can be asked for. */
export const SaidQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(20).optional().describe('`next` of the page before'),
});

export const SaidItem = z
  .object({
    revision: z.int(),
    at: z.iso.datetime(),
    author: z.object({
      id: z.string().optional().describe('Directory id; officers see it, a family does not'),
      role: z.string(),
      office: z.string(),
    }),
    text: z.string().nullable().describe('Null if erased'),
    erased: z.boolean(),
  })
  .meta({ id: 'SaidItem' });

/** One page of notes or messages, newest first. */
export const SaidPage = z
  .object({ items: z.array(SaidItem), next: z.string().nullable() })
  .meta({ id: 'SaidPage', description: '`next` is null on the last page' });

interface Row {
  readonly revision: number;
  readonly at: Date;
  readonly body: string;
}

/** Words that a command left on a case, opened from the statement store. Inside `asActor`, like every read. */
export async function saidPage(
  tx: EntityManager,
  statements: StatementStore,
  { caseId, definition }: CaseState,
  command: string,
  query: z.infer<typeof SaidQuery>,
  showIds: boolean,
): Promise<z.infer<typeof SaidPage>> {
  const type = saidType(models.ofHash(definition.hash).definition, command);
  const rows: Row[] = await tx.query(
    `select revision, at, body from case_event where case_id = $1 and type = $2 and revision < $3
     order by revision desc limit $4`,
    [caseId, type, fromCursor(query.after), query.limit + 1],
  );
  const items: z.infer<typeof SaidItem>[] = [];
  for (const { revision, at, body } of rows.slice(0, query.limit)) {
    const { data } = JSON.parse(body) as { data: { actor: ActorRef; input: { statement?: { statementId: string } } } };
    const { id, role, office } = data.actor;
    const statementId = data.input.statement?.statementId;
    const content = statementId === undefined ? undefined : await statements.find(statementId, tx);
    items.push({
      revision,
      at: at.toISOString(),
      author: { ...(showIds ? { id } : {}), role, office },
      text: typeof content?.['text'] === 'string' ? content['text'] : null,
      erased: content === undefined,
    });
  }
  return { items, next: rows.length > query.limit ? String(items.at(-1)?.revision) : null };
}

/** A definition without the command has no such words: the type that nothing has finds none. */
const saidType = (definition: CaseDefinition, command: string): string => typeOfCommand(definition, command) ?? '';

function fromCursor(after: string | undefined): number {
  if (after === undefined) return 2_147_483_647;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw invalidRequest([
    { field: '/query/after', rule: 'is not a cursor of this list', remedy: 'send `next` as it came' },
  ]);
}
