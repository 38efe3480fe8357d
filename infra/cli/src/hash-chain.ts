import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A row of the log as the audit reads it. */
export interface AuditedRow {
  readonly caseId: string;
  readonly revision: number;
  readonly eventId: string;
  readonly caseType: string;
  readonly type: string;
  readonly at: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** What is wrong with the log, and where. */
export interface AuditFinding {
  /** Null when a whole shard, not one case, shows it. */
  readonly caseId: string | null;
  readonly revision: number | null;
  /** `custody`: the log is whole, and the periods of custody beside it do not add up to the age of the case. */
  readonly fault: 'edited' | 'removed' | 'reordered' | 'unchained' | 'custody';
  readonly detail: string;
}

/** Where the chain of a case stands. */
export interface ChainEnd {
  readonly revision: number;
  readonly hash: string;
}

/** Before the first event: 64 zeros, as the record writes. */
export const CHAIN_START: ChainEnd = { revision: 0, hash: '0'.repeat(64) };

const Body = z.object({
  at: z.string(),
  caseId: z.string(),
  caseType: z.string(),
  id: z.string(),
  prevHash: z.string(),
  revision: z.number(),
  type: z.string(),
});

/** Checks one row against the one before it. Pure. */
export function auditRow(before: ChainEnd, row: AuditedRow): readonly AuditFinding[] {
  const say = (fault: AuditFinding['fault'], detail: string): AuditFinding => ({
    caseId: row.caseId,
    revision: row.revision,
    fault,
    detail,
  });
  const expected = before.revision + 1;
  const gap =
    row.revision === expected
      ? []
      : [say('removed', `events ${expected} to ${row.revision - 1} before it are missing`)];
  const edited =
    createHash('sha256').update(row.body).digest('hex') === row.hash
      ? []
      : [say('edited', 'its text does not match its hash')];
  const body = Body.safeParse(parse(row.body));
  if (!body.success) return [...gap, ...edited, say('edited', 'its text is no event')];
  const { data } = body;
  const moved = data.caseId !== row.caseId || data.revision !== row.revision;
  const columns = [
    data.id === row.eventId ? '' : 'event_id',
    data.type === row.type ? '' : 'type',
    data.caseType === row.caseType ? '' : 'case_type',
    data.at === row.at ? '' : 'at',
    data.prevHash === row.prevHash ? '' : 'prev_hash',
  ].filter((name) => name !== '');
  const unchained = gap.length === 0 && !moved && data.prevHash !== before.hash;
  return [
    ...gap,
    ...edited,
    ...(moved ? [say('reordered', `its text is event ${data.revision} of case ${data.caseId}`)] : []),
    ...(columns.length > 0 ? [say('edited', `columns differ from its text: ${columns.join(', ')}`)] : []),
    ...(unchained ? [say('unchained', 'it does not follow the event before it: that one was edited or replaced')] : []),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the schema says so
  }
}
