import type pg from 'pg';
import type { CaseType } from '@titian/domain';
import type { LogRow } from '@titian/events';

/** A row of the log with its place in the shard. */
export interface PlacedRow extends LogRow {
  readonly caseId: string;
  readonly caseType: CaseType;
  readonly position: string;
}

/** Key of the advisory lock that makes one relay the leader of a shard. */
const LEADER = `hashtext('titian.relay')`;

/** What the relay asks of PostgreSQL. Leadership is a session lock: it ends with the connection, so a dead leader holds none. */
export class ShardLog {
  constructor(private readonly client: pg.Client) {}

  /** True if this session leads the shard now; asking again is harmless. */
  async lead(shard: number): Promise<boolean> {
    const { rows } = await this.client.query<{ led: boolean }>(`select pg_try_advisory_lock(${LEADER}, $1) as led`, [shard]);
    return rows[0]?.led === true;
  }

  async cursor(shard: number): Promise<string> {
    const { rows } = await this.client.query<{ position: string }>(`select position from relay_cursor where shard = $1`, [shard]);
    return rows[0]?.position ?? '0';
  }

  /** Positions of a shard become visible in order, so everything after the cursor is all there is to do. */
  async rowsAfter(shard: number, position: string, limit: number): Promise<readonly PlacedRow[]> {
    const { rows } = await this.client.query<PlacedRow>(
      `select case_id as "caseId", case_type as "caseType", event_id as "eventId", type, body, hash, position
       from case_event where shard = $1 and position > $2 order by position limit $3`,
      [shard, position, limit],
    );
    return rows;
  }

  /** Moves the cursor if nobody else has: false means that another relay leads, and this one must stop. */
  async advance(shard: number, from: string, to: string): Promise<boolean> {
    const { rowCount } = await this.client.query(
      `update relay_cursor set position = $3, published_at = now() where shard = $1 and position = $2`,
      [shard, from, to],
    );
    return rowCount === 1;
  }

  /** Events stored and not published yet, by shard. */
  async lag(): Promise<readonly { readonly shard: number; readonly lag: number }[]> {
    const { rows } = await this.client.query<{ shard: number; lag: number }>(
      `select c.shard, (coalesce((select max(position) from case_event e where e.shard = c.shard), 0) - c.position)::int as lag
       from relay_cursor c order by c.shard`,
    );
    return rows;
  }
}
