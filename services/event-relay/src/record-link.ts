import pg from 'pg';
import { EVENT_CHANNEL } from './log-layout.ts';
import type { Doorbell } from './doorbell.ts';

/** One session with the record: its locks are the relay's leadership, and its notices say which shard has news. */
export class RecordLink {
  private readonly noticed = new Set<number>();
  private fault: Error | undefined;

  private constructor(
    readonly client: pg.Client,
    private readonly bell: Doorbell,
  ) {
    client.on('error', (error) => {
      this.lose(error);
    });
    client.on('end', () => {
      this.lose(new Error('the record closed the connection'));
    });
    client.on('notification', ({ payload }) => {
      this.noticed.add(Number(payload));
      this.bell.ring();
    });
  }

  static async open(databaseUrl: string, bell: Doorbell): Promise<RecordLink> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'event-relay',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    const link = new RecordLink(client, bell);
    try {
      await client.connect();
      // The lead of a relay whose machine is gone must not outlive it by the two hours that TCP allows.
      await client.query(`set tcp_keepalives_idle = 5`);
      await client.query(`set tcp_keepalives_interval = 2`);
      await client.query(`set tcp_keepalives_count = 3`);
      await client.query(`listen ${EVENT_CHANNEL}`);
      return link;
    } catch (error) {
      await link.close();
      throw error;
    }
  }

  /** Shards that have had news since the last call. */
  takeNotices(): readonly number[] {
    const shards = [...this.noticed];
    this.noticed.clear();
    return shards;
  }

  /** @throws Error if the session is lost */
  check(): void {
    if (this.fault !== undefined) throw this.fault;
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined); // it may be lost already
  }

  private lose(error: Error): void {
    this.fault ??= error;
    this.bell.ring();
  }
}
