import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { EVENT_CHANNEL, shardOf } from '@titian/persistence';

/** Without notices everybody looks by themselves this often. */
const POLL_MS = 3_000;
/** A session that does not answer so long is lost, though nobody said so. */
const CHECK_MS = 5_000;
/** A lost session is opened again soon, but never in a tight loop. */
const REOPEN_MS = 100;

/** Wakes those who wait for news of a case, from one session with the record, however many wait. */
@Injectable()
export class EventFeed implements OnModuleDestroy {
  private readonly waiting = new Map<number, Set<() => void>>();
  private session: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private linking: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly pollMs = POLL_MS,
    private readonly checkMs = CHECK_MS,
  ) {}

  /** True while notices arrive; until then, and after a loss, waiters are woken every few seconds. */
  get listening(): boolean {
    return this.session !== undefined;
  }

  /** Calls `wake` when the case may have news; also for nothing, so the caller looks. @returns how to stop that */
  subscribe(caseId: string, wake: () => void): () => void {
    const shard = shardOf(caseId);
    const others = this.waiting.get(shard) ?? new Set();
    this.waiting.set(shard, others.add(wake));
    this.keepGoing();
    return () => {
      others.delete(wake);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.linking;
    const { session } = this;
    this.session = undefined;
    await session?.end().catch(() => undefined); // it may be lost already
  }

  private keepGoing(): void {
    if (this.stopped || this.timer !== undefined || this.linking !== undefined) return;
    this.linking = this.tend().finally(() => {
      this.linking = undefined;
      if (!this.isIdle()) this.goOnIn(this.listening ? this.checkMs : this.pollMs);
    });
  }

  private goOnIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.keepGoing();
    }, ms);
  }

  private isIdle(): boolean {
    return [...this.waiting.values()].every((waiters) => waiters.size === 0);
  }

  /** Sees to it that a session listens. What was missed while none did is looked for at once. */
  private async tend(): Promise<void> {
    if (this.session !== undefined) {
      await this.session.query('select 1').catch(() => {
        this.lose(this.session);
      });
      return;
    }
    this.session = await this.open();
    this.wakeAll();
  }

  private async open(): Promise<pg.Client | undefined> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'case-api-changes',
      keepAlive: true,
      connectionTimeoutMillis: this.checkMs,
      query_timeout: this.checkMs,
    });
    const lost = (): void => {
      this.lose(client);
    };
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => {
      this.wakeShard(Number(payload));
    });
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
      return client;
    } catch {
      await client.end().catch(() => undefined);
      return undefined; // e.g. the record restarts: tried again at the next poll
    }
  }

  private lose(client: pg.Client | undefined): void {
    if (client === undefined || this.session !== client) return;
    this.session = undefined;
    client.end().catch(() => undefined);
    if (this.linking === undefined) this.goOnIn(REOPEN_MS);
  }

  private wakeShard(shard: number): void {
    for (const wake of this.waiting.get(shard) ?? []) wake();
  }

  private wakeAll(): void {
    for (const shard of this.waiting.keys()) this.wakeShard(shard);
  }
}
