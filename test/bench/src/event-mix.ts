import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { CaseType, DefinitionRef, StoredEvent } from '@titian/domain';
import { steps } from '@titian/domain/testing/claim-world';
import { complaintSteps } from '@titian/domain/testing/complaint-world';
import { GENESIS_HASH, models, shardOf, toEventRow, type EventRow } from '@titian/persistence';

/** Cases as the domain tells them, from the door to the end: the mix of events that the measurements are made of. */
const STORIES: readonly { readonly type: CaseType; readonly events: readonly StoredEvent[] }[] = [
  { type: 'claim', events: steps.closed().events },
  { type: 'complaint', events: complaintSteps.closed().events },
];

/** One case with its rows, chained as the record chains them. */
export interface MixedCase {
  readonly caseId: string;
  readonly type: CaseType;
  readonly rows: readonly EventRow[];
}

/** Where a case lives and when it began; what a story leaves to chance. */
export interface Placing {
  readonly n: number;
  readonly area: string;
  readonly days: number;
}

/** The nth case of the mix: a story told again in another village, on another day. */
export function mixedCase({ n, area, days }: Placing): MixedCase {
  const story = STORIES[n % STORIES.length];
  if (story === undefined) throw new RangeError('no story');
  const caseId = randomUUID();
  const later = (instant: string): string => new Date(Date.parse(instant) + days * 86_400_000).toISOString();
  let previous = GENESIS_HASH;
  const rows = story.events.map(({ revision, at, event }): EventRow => {
    const placed =
      event.kind === 'case.opened'
        ? {
            ...event,
            definition: definitionOf(story.type),
            area,
            number: numberOf(story.type, n),
            openedAt: later(event.openedAt),
          }
        : event;
    const row = toEventRow(story.type, { caseId, revision, at: later(at), event: placed }, previous);
    previous = row.hash;
    return row;
  });
  return { caseId, type: story.type, rows };
}

const definitionOf = (type: CaseType): DefinitionRef => {
  const { definition, hash } = models.newestOf(type);
  return { type, version: definition.version, hash };
};

const numberOf = (type: CaseType, n: number): string =>
  `${type === 'claim' ? 'KLM' : 'ADU'}-2026-${String(n).padStart(7, '0')}`;

/** Puts so many events into the log as `commit` does, whole cases at a time, without telling the relay. @returns how many */
export async function fillLog(db: pg.Client, events: number): Promise<number> {
  let stored = 0;
  const batch: MixedCase[] = [];
  for (let n = 0; stored < events; n += 1) {
    const placed = mixedCase({ n, area: `35.${String(1 + (n % 30)).padStart(2, '0')}.01.2001`, days: n % 300 });
    batch.push(placed);
    stored += placed.rows.length;
    if (batch.length === 40 || stored >= events) await insertCases(db, batch.splice(0));
  }
  await db.query('vacuum analyze case_event');
  return stored;
}

async function insertCases(db: pg.Client, cases: readonly MixedCase[]): Promise<void> {
  const rows = cases.flatMap(({ caseId, type, rows: own }) =>
    own.map((row) => ({ ...row, caseType: type, shard: shardOf(caseId) })),
  );
  await db.query(
    `with last as (select shard, coalesce(max(position), 0) as position from case_event group by shard)
     insert into case_event (case_id, revision, event_id, case_type, type, at, command_id, body, prev_hash, hash, shard, position)
     select r."caseId", r.revision, r."eventId", r."caseType", r.type, r.at, 'bench', r.body, r."prevHash", r.hash, r.shard,
       coalesce(last.position, 0) + row_number() over (partition by r.shard order by r.n)
     from rows from (jsonb_to_recordset($1::jsonb) as (
       "caseId" uuid, revision integer, "eventId" uuid, "caseType" text, type text, at timestamptz, body text,
       "prevHash" text, hash text, shard smallint
     )) with ordinality as r("caseId", revision, "eventId", "caseType", type, at, body, "prevHash", hash, shard, n)
     left join last on last.shard = r.shard`,
    [JSON.stringify(rows)],
  );
}
