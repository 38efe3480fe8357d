import type { PooledClient } from './consumer.ts';
import { Inbox } from './inbox.ts';
import type { NamedConsumer } from './named-consumer.ts';
import { findPositions } from './positions.ts';

/** Messages that a consumer has not been through, by partition. Asks the consumer's database and the brokers; it need not run. */
export async function lagOf<Client extends PooledClient>(
  options: NamedConsumer<Client>,
): Promise<readonly { readonly topic: string; readonly partition: number; readonly behind: number }[]> {
  const inbox = new Inbox(options.name, true, options.inboxSchema);
  const client = await options.pool.connect();
  let positions;
  try {
    positions = await inbox.positions(client);
  } finally {
    client.release();
  }
  const ends = await findPositions(options.kafka, options.topics, 'latest');
  return ends.map(({ topic, partition, nextOffset }) => {
    const mine = positions.find((each) => each.topic === topic && each.partition === partition);
    return { topic, partition, behind: Number(nextOffset - (mine?.nextOffset ?? nextOffset)) };
  });
}
