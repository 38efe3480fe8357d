import type { Kafka } from 'kafkajs';
import type { InboxPool, PooledClient } from './consumer.ts';

/** A consumer by name, with its inbox; it need not run. */
export interface NamedConsumer<Client extends PooledClient> {
  readonly kafka: Kafka;
  readonly name: string;
  readonly topics: readonly string[];
  readonly pool: InboxPool<Client>;
  readonly inboxSchema?: string;
}

/** Everything or nothing. */
export async function inTransaction<Client extends PooledClient, Result>(
  pool: InboxPool<Client>,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let fault: Error | boolean = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    fault = await client.query('rollback').then(
      () => false,
      () => true, // the session is lost
    );
    throw error;
  } finally {
    client.release(fault);
  }
}
