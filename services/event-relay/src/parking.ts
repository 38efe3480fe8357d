import type pg from 'pg';
import type { PlacedRow } from './shard-log.ts';

/** A row that is held back, and why. One behind a parked one of its case waits for it. */
export interface Held {
  readonly caseId: string;
  readonly revision: number;
  readonly shard: number;
  readonly reason: string;
}

/** What an operator wants done with a parked row: try it again, or go on without it. */
export interface Release {
  readonly caseId: string;
  readonly revision: number;
  readonly release: 'publish' | 'skip';
  readonly reason: string;
}

/** How much is parked, for the alarm. */
export interface Parked {
  readonly events: number;
  readonly cases: number;
  /** Age of the oldest, seconds. */
  readonly oldestS: number;
}

/** The parked rows of the record. Written by the leader of their shard only, but for the release, which an operator asks for. */
export class Parking {
  constructor(private readonly client: pg.Client) {}

  /** Cases of these shards that have a row parked. */
  async casesOf(shards: readonly number[]): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ caseId: string }>(
      `select distinct case_id as "caseId" from parked_event where ended is null and shard = any($1::smallint[])`,
      [shards],
    );
    return rows.map(({ caseId }) => caseId);
  }

  /** Releases asked for in these shards, first row of a case first. */
  async releases(shards: readonly number[]): Promise<readonly Release[]> {
    const { rows } = await this.client.query<Release>(
      `select case_id as "caseId", revision, release, reason from parked_event
       where ended is null and release is not null and shard = any($1::smallint[]) order by case_id, revision`,
      [shards],
    );
    return rows;
  }

  /** The first parked rows of a case, in order. */
  async rowsOf(caseId: string, limit: number): Promise<readonly PlacedRow[]> {
    const { rows } = await this.client.query<PlacedRow>(
      `select e.case_id as "caseId", e.case_type as "caseType", e.revision, e.event_id as "eventId", e.type, e.body, e.hash,
         e.shard, e.position
       from parked_event p join case_event e using (case_id, revision)
       where p.ended is null and p.case_id = $1 order by e.revision limit $2`,
      [caseId, limit],
    );
    return rows;
  }

  async end(caseId: string, revisions: readonly number[], how: 'published' | 'skipped'): Promise<void> {
    await this.client.query(
      `update parked_event set ended = $3, ended_at = now()
       where case_id = $1 and revision = any($2::integer[]) and ended is null`,
      [caseId, revisions, how],
    );
  }

  /** It was tried again and cannot be published still: the release is used up. */
  async parkAgain(caseId: string, revision: number, reason: string): Promise<void> {
    await this.client.query(
      `update parked_event set reason = $3, release = null, released_by = null, released_at = null
       where case_id = $1 and revision = $2 and ended is null`,
      [caseId, revision, reason],
    );
  }

  async count(): Promise<Parked> {
    const { rows } = await this.client.query<Parked>(
      `select count(*)::int as events, count(distinct case_id)::int as cases,
         coalesce(extract(epoch from now() - min(parked_at)), 0)::int as "oldestS"
       from parked_event where ended is null`,
    );
    return rows[0] ?? { events: 0, cases: 0, oldestS: 0 };
  }
}
