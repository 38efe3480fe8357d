import type { InboxClient, Position } from './inbox.ts';
import type { PooledClient } from './consumer.ts';
import { columnsOf, Inbox } from './inbox.ts';
import { inTransaction, type NamedConsumer } from './named-consumer.ts';
import { findPositions } from './positions.ts';

/**
 * Lets everything, or what is stamped at `from` or later, come again. `takeBack` undoes the effects in the same transaction, e.g.
 * empties the consumer's tables: either all is as before, or all begins anew. Instances that run follow within a second or two.
 * @throws RangeError if events from then on were forgotten (`forget`): replay from the beginning, or from a later instant
 */
export async function replay<Client extends PooledClient>(
  options: NamedConsumer<Client> & {
    readonly from: Date | 'beginning';
    readonly takeBack: (client: Client) => Promise<void>;
  },
): Promise<void> {
  const { from, name, pool, inboxSchema, takeBack } = options;
  const { schema } = new Inbox(name, true, inboxSchema);
  const positions = await findPositions(options.kafka, options.topics, from);
  await inTransaction(pool, async (client) => {
    await holdMemory(client, name);
    await goBack(client, schema, name, positions);
    if (from === 'beginning') await knowNothing(client, schema, name);
    else await knowUntil(client, schema, name, from);
    await takeBack(client);
  });
}

/** Replaying and forgetting wait for each other, until the transaction ends. */
export async function holdMemory(client: InboxClient, consumer: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('titian.inbox/' || $1))`, [consumer]);
}

/** First of all: instances that are applying something are waited for, and apply nothing more until the transaction ends. */
async function goBack(
  client: InboxClient,
  schema: string,
  consumer: string,
  positions: readonly Position[],
): Promise<void> {
  await client.query(
    `update ${schema}.position p set next_offset = n.o from unnest($2::text[], $3::int[], $4::bigint[]) as n(t, i, o)
     where p.consumer = $1 and p.topic = n.t and p.partition = n.i`,
    [consumer, ...columnsOf(positions)],
  );
}

async function knowNothing(client: InboxClient, schema: string, consumer: string): Promise<void> {
  for (const table of ['seen_event', 'case_version', 'gap', 'forgotten'])
    await client.query(`delete from ${schema}.${table} where consumer = $1`, [consumer]);
}

async function knowUntil(client: InboxClient, schema: string, consumer: string, from: Date): Promise<void> {
  const { rows } = await client.query(`select before from ${schema}.forgotten where consumer = $1 and before > $2`, [
    consumer,
    from.toISOString(),
  ]);
  const [forgotten] = rows as { before: Date }[];
  if (forgotten !== undefined)
    throw new RangeError(
      `events before ${forgotten.before.toISOString()} were forgotten: replay from then or later, or from the beginning`,
    );
  await client.query(`delete from ${schema}.seen_event where consumer = $1 and stamped_at >= $2`, [
    consumer,
    from.toISOString(),
  ]);
  await client.query(
    `update ${schema}.case_version v set version = greatest(coalesce(v.forgotten_to, 0), coalesce(
       (select max(case_version) from ${schema}.seen_event s where s.consumer = $1 and s.case_id = v.case_id), 0))
     where consumer = $1`,
    [consumer],
  );
  await client.query(`delete from ${schema}.case_version where consumer = $1 and version = 0`, [consumer]);
  await client.query(
    `delete from ${schema}.gap g where consumer = $1 and not exists (select from ${schema}.case_version v
       where v.consumer = g.consumer and v.case_id = g.case_id and v.version > g.version)`,
    [consumer],
  );
}
