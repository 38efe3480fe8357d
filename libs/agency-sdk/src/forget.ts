import type { PooledClient } from './consumer.ts';
import { Inbox, type InboxClient } from './inbox.ts';
import { inTransaction, type NamedConsumer } from './named-consumer.ts';
import { holdMemory } from './replay.ts';

const EVENTS_AT_ONCE = 5_000;

/**
 * Removes the rows of events stamped before an instant, some at a time, while the consumer runs. What was applied stays known: of each
 * case the span of versions is kept in place of its rows, so that a second delivery, however late, has no effect. A case with an open
 * gap keeps its rows. Repeatable; run it every night.
 * @returns how many events were forgotten
 */
export async function forget<Client extends PooledClient>(
  options: Omit<NamedConsumer<Client>, 'kafka' | 'topics'> & { readonly before: Date; readonly eventsAtOnce?: number },
): Promise<number> {
  const { name, pool, inboxSchema, before, eventsAtOnce = EVENTS_AT_ONCE } = options;
  const { schema } = new Inbox(name, true, inboxSchema);
  for (let forgotten = 0; ;) {
    const some = await inTransaction(pool, (client) => forgetSome(client, schema, [name, before, eventsAtOnce]));
    if (some === 0) return forgotten;
    forgotten += some;
  }
}

/** Cases that an instance is applying events of are passed over, and come next time. */
async function forgetSome(
  client: InboxClient,
  schema: string,
  [consumer, before, limit]: readonly [string, Date, number],
): Promise<number> {
  await holdMemory(client, consumer);
  await client.query(
    `insert into ${schema}.forgotten values ($1, $2)
     on conflict (consumer) do update set before = greatest(forgotten.before, excluded.before)`,
    [consumer, before.toISOString()],
  );
  const { rowCount } = await client.query(
    `with old as materialized (
       select event_id, case_id, case_version from ${schema}.seen_event s
       where consumer = $1 and stamped_at < $2
         and not exists (select from ${schema}.gap g where g.consumer = $1 and g.case_id = s.case_id)
       order by stamped_at limit $3
     ), idle as materialized (
       select case_id from ${schema}.case_version
       where consumer = $1 and case_id in (select case_id from old) order by case_id for update skip locked
     ), gone as (
       delete from ${schema}.seen_event s using old join idle using (case_id)
       where s.consumer = $1 and s.event_id = old.event_id returning s.case_id, s.case_version
     ), span as (
       update ${schema}.case_version v
       set forgotten_from = least(v.forgotten_from, n.low), forgotten_to = greatest(v.forgotten_to, n.high)
       from (select case_id, min(case_version) as low, max(case_version) as high from gone group by case_id) n
       where v.consumer = $1 and v.case_id = n.case_id
     )
     select from gone`,
    [consumer, before.toISOString(), limit],
  );
  return rowCount ?? 0;
}
