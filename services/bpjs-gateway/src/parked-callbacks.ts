import type { DataSource } from 'typeorm';
import type { Callback, ParkReason } from './callback.ts';
import { Callback as CallbackSchema } from './callback.ts';
import { redacted } from './exchange-log.ts';

/** A callback that waits for a person. */
export interface ParkedCallback {
  readonly callbackId: string;
  readonly type: string;
  readonly claimRef: string;
  readonly reference: string;
  readonly reason: string;
  readonly parkedAt: string;
  readonly times: number;
}

/** Callbacks about something unknown or contradictory, kept until a person releases or dismisses them. */
export class ParkedCallbacks {
  constructor(private readonly db: DataSource) {}

  /** Repeatable: the same callback is one row, with a count of how often it came. */
  async park(callback: Callback, reason: ParkReason): Promise<void> {
    const { callbackId, type, claimRef, reference } = callback;
    await this.db.query(
      `insert into bpjs_parked_callback (callback_id, type, claim_ref, reference, reason, body)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (callback_id) do update set times = bpjs_parked_callback.times + 1, reason = excluded.reason`,
      [callbackId, type, claimRef, reference, reason, JSON.stringify(redacted(callback))],
    );
  }

  /** What waits, oldest first. */
  list(limit = 200): Promise<readonly ParkedCallback[]> {
    return this.db.query(
      `select callback_id as "callbackId", type, claim_ref as "claimRef", reference, reason,
              to_char(parked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "parkedAt", times
       from bpjs_parked_callback where released_at is null order by parked_at limit $1`,
      [limit],
    );
  }

  async find(callbackId: string): Promise<Callback | undefined> {
    const rows: { body: unknown }[] = await this.db.query(
      `select body from bpjs_parked_callback where callback_id = $1 and released_at is null`,
      [callbackId],
    );
    return rows[0] === undefined ? undefined : CallbackSchema.parse(rows[0].body);
  }

  /** Takes it off the list, saying who did and what came of it. */
  async release(callbackId: string, by: string, outcome: string): Promise<void> {
    await this.db.query(
      `update bpjs_parked_callback set released_at = now(), released_by = $2, outcome = $3 where callback_id = $1`,
      [callbackId, by, outcome],
    );
  }
}
