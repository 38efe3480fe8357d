import { z } from 'zod';
import { CATALOGUE } from './catalogue.ts';
import { schemaUri } from './contract.ts';
import { sha256 } from './words.ts';

/** CloudEvents 1.0, JSON structured mode, with the attributes Titian always sets. */
export const CloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid().describe('The same on every redelivery: consumers deduplicate on it'),
  type: z.string(),
  source: z.string(),
  subject: z.uuid().describe('The case; also the Kafka key, so that one case stays in order'),
  time: z.iso.datetime().describe('When it happened, not when it was published'),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  caseversion: z.int().positive().describe('Grows by one with each event of the case: a consumer sees a gap'),
  prevhash: z.string().describe('Hash of the event before it; 64 zeros for the first'),
  hash: z.string().describe('SHA-256 of the stored text of this event'),
  data: z.record(z.string(), z.json()),
});
export type CloudEvent = z.infer<typeof CloudEvent>;

/** A row of the log, as the relay reads it. */
export interface LogRow {
  readonly eventId: string;
  readonly type: string;
  /** RFC 8785 text of the event, which the hash covers. */
  readonly body: string;
  readonly hash: string;
}

/** An event that does not keep its contract. `fields` name the faulty members, never their values. */
export class BrokenContract extends Error {
  override readonly name = 'BrokenContract';
  constructor(
    readonly eventId: string,
    readonly type: string,
    readonly fields: readonly string[],
  ) {
    super(`event ${eventId} breaks its contract at ${fields.join(', ') || '/'}`);
  }
}

const Body = z.object({
  at: z.iso.datetime(),
  caseId: z.uuid(),
  data: z.record(z.string(), z.json()),
  id: z.uuid(),
  prevHash: sha256,
  revision: z.int().positive(),
  type: z.string(),
});

/** What agencies get of a stored event. Pure. @throws BrokenContract if it is unknown or not as its schema says */
export function toCloudEvent(row: LogRow): CloudEvent {
  const body = Body.safeParse(parse(row.body));
  if (!body.success) throw new BrokenContract(row.eventId, row.type, fieldsOf(body.error));
  const contract = CATALOGUE.get(row.type);
  const { at, caseId, data, id, prevHash, revision, type } = body.data;
  if (contract === undefined || type !== row.type) throw new BrokenContract(row.eventId, row.type, ['/type']);
  if (id !== row.eventId) throw new BrokenContract(row.eventId, row.type, ['/id']);
  const checked = contract.data.safeParse(data);
  if (!checked.success) throw new BrokenContract(row.eventId, row.type, fieldsOf(checked.error));
  return {
    specversion: '1.0',
    id,
    type,
    source: '/titian/case-worker',
    subject: caseId,
    time: at,
    datacontenttype: 'application/json',
    dataschema: schemaUri(type),
    caseversion: revision,
    prevhash: prevHash,
    hash: row.hash,
    data,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // not JSON: the schema names it
  }
}

const fieldsOf = (error: z.ZodError): string[] => error.issues.map(({ path }) => `/${path.map(String).join('/')}`);
