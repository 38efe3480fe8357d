import type pg from 'pg';
import { CASE_TOPICS } from '@titian/events';
import type { Kafka } from '@titian/kafka';

/** Where to go on; held against other instances until the transaction ends. */
export async function lockPosition(client: pg.PoolClient, topic: string, partition: number): Promise<bigint> {
  const { rows } = await client.query<{ next_offset: string }>(
    `insert into reporting.read_position values ($1, $2, 0)
     on conflict (topic, partition) do update set next_offset = read_position.next_offset returning next_offset`,
    [topic, partition],
  );
  return BigInt(rows[0]?.next_offset ?? '0');
}

export async function movePosition(
  client: pg.PoolClient,
  topic: string,
  partition: number,
  next: bigint,
): Promise<void> {
  await client.query(`update reporting.read_position set next_offset = $3 where topic = $1 and partition = $2`, [
    topic,
    partition,
    String(next),
  ]);
}

/** Events published and not read yet. */
export async function lagOf(pool: pg.Pool, admin: ReturnType<Kafka['admin']>): Promise<number> {
  const { rows } = await pool.query<{ topic: string; partition: number; next_offset: string }>(
    `select topic, partition, next_offset from reporting.read_position`,
  );
  const positions = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, Number(row.next_offset)]));
  let lag = 0;
  for (const topic of CASE_TOPICS) {
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      lag += Number(high) - (positions.get(`${topic}/${partition}`) ?? Number(low));
    }
  }
  return lag;
}
