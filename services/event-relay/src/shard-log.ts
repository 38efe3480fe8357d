import type pg from 'pg';
import type { LogRow } from '@titian/events';
import { SHARDS } from './log-layout.ts';
import type { Held } from './parking.ts';

/** A row of the log with its place in the shard. */
export interface PlacedRow extends LogRow {
  readonly caseId: string;
  readonly caseType: string;
  readonly revision: number;
  readonly shard: number;
  readonly position: string;
}

/** How much of a shard is read at a time. */
export interface ShareOfShard {
  readonly rows: number;
  readonly bytes: number;
}

/** A cursor that moves, and from where: whoever finds another value there is not the leader any more. */
export interface CursorMove {
  readonly shard: number;
  readonly from: string;
  readonly to: string;
}

/** First keys of the advisory locks. Both are session locks: they end with the connection, so a dead relay holds none. */
const LEADER = `hashtext('titian.relay')`;
const MEMBER = `hashtext('titian.relay.member')`;

const MOVE = `update relay_cursor r set position = m.last, published_at = now()
  from unnest($1::smallint[], $2::bigint[], $3::bigint[]) as m(shard, first, last)
  where r.shard = m.shard and r.position = m.first returning r.shard`;

/** A row that is parked already comes again after a crash, or after a restore that has set the cursor back. */
const MOVE_AND_PARK = `with moved as (${MOVE}), parked as (
    insert into parked_event (case_id, revision, shard, reason)
    select h."caseId", h.revision, h.shard, h.reason
    from jsonb_to_recordset($4::jsonb) as h("caseId" uuid, revision integer, shard smallint, reason text)
    where h.shard in (select shard from moved)
    on conflict (case_id, revision) do update set reason = excluded.reason, ended = null, ended_at = null,
      release = null, released_by = null, released_at = null
  ) select shard from moved`;

/** What the relay asks of PostgreSQL. */
export class ShardLog {
  constructor(private readonly client: pg.Client) {}

  /** Says that this relay is ready to lead: fair shares are counted by it. */
  async join(): Promise<void> {
    await this.client.query(`select pg_advisory_lock_shared(${MEMBER}, 0)`);
  }

  async leave(): Promise<void> {
    await this.client.query(`select pg_advisory_unlock_all()`);
  }

  /** Relays that are ready to lead, this one included once it has joined. */
  async members(): Promise<number> {
    const { rows } = await this.client.query<{ members: number }>(
      `select count(*)::int as members from pg_locks
       where locktype = 'advisory' and granted and objsubid = 2 and objid = 0
         and database = (select oid from pg_database where datname = current_database())
         and classid = (${MEMBER}::bigint & 4294967295)::oid`,
    );
    return rows[0]?.members ?? 0;
  }

  /** Takes the lead of up to `count` vacant shards. @returns the cursor of each shard taken */
  async lead(shards: readonly number[], count: number): Promise<ReadonlyMap<number, string>> {
    const taken = new Map<number, string>();
    for (const shard of shards) {
      if (taken.size >= count) break;
      const { rows } = await this.client.query<{ led: boolean }>(`select pg_try_advisory_lock(${LEADER}, $1) as led`, [
        shard,
      ]);
      if (rows[0]?.led === true) taken.set(shard, await this.cursor(shard));
    }
    return taken;
  }

  async release(shard: number): Promise<void> {
    await this.client.query(`select pg_advisory_unlock(${LEADER}, $1)`, [shard]);
  }

  /**
   * Positions of a shard become visible in order, so everything after the cursor is all there is to do. Of each shard so many rows,
   * and no more once they weigh so much: at least one, however large.
   */
  async rowsAfter(cursors: ReadonlyMap<number, string>, limit: ShareOfShard): Promise<readonly PlacedRow[]> {
    const { rows } = await this.client.query<PlacedRow>({
      name: 'rows-after',
      text: `select e."caseId", e."caseType", e.revision, e."eventId", e.type, e.body, e.hash, e.shard, e.position
       from unnest($1::smallint[], $2::bigint[]) as c(shard, position)
       cross join lateral (
         select r.*, sum(octet_length(body)) over (order by position rows unbounded preceding exclude current row) as before
         from (
           select case_id as "caseId", case_type as "caseType", revision, event_id as "eventId", type, body, hash, shard, position
           from case_event where shard = c.shard and position > c.position order by position limit $3
         ) r
       ) e where coalesce(e.before, 0) < $4 order by e.shard, e.position`,
      values: [[...cursors.keys()], [...cursors.values()], limit.rows, limit.bytes],
    });
    return rows;
  }

  /**
   * Moves cursors that nobody else has moved, and parks what was held back on the way: both or neither.
   * @returns the shards whose cursor moved; a missing one is led by another
   */
  async advance(moves: readonly CursorMove[], held: readonly Held[]): Promise<ReadonlySet<number>> {
    const cursors = [moves.map(({ shard }) => shard), moves.map(({ from }) => from), moves.map(({ to }) => to)];
    const { rows } =
      held.length === 0
        ? await this.client.query<{ shard: number }>({ name: 'advance', text: MOVE, values: cursors })
        : await this.client.query<{ shard: number }>(MOVE_AND_PARK, [...cursors, JSON.stringify(held)]);
    return new Set(rows.map(({ shard }) => shard));
  }

  /** Events stored and not published yet, by shard. */
  async lag(): Promise<readonly { readonly shard: number; readonly lag: number }[]> {
    const { rows } = await this.client.query<{ shard: number; lag: number }>(
      `select c.shard, (coalesce((select max(position) from case_event e where e.shard = c.shard), 0) - c.position)::int as lag
       from relay_cursor c order by c.shard`,
    );
    return rows;
  }

  private async cursor(shard: number): Promise<string> {
    const { rows } = await this.client.query<{ position: string }>(
      `select position from relay_cursor where shard = $1`,
      [shard],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`relay_cursor has no row for shard ${shard}: run the migrations`);
    return row.position;
  }
}

/** Every shard of the log. */
export const allShards = (): number[] => Array.from({ length: SHARDS }, (_, shard) => shard);
