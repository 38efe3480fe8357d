import type { InboxPool, PooledClient } from './consumer.ts';
import type { Inbox, Position } from './inbox.ts';

const LOOK_MS = 1_000;

/**
 * Brings a running consumer to where its database says that it goes on: when partitions are given to it, and within a second or two
 * when somebody sets it back (`replay`), even while nothing is published.
 */
export class PositionWatch<Client extends PooledClient> {
  /** Where the consumer is, of the partitions that it holds. */
  private readonly at = new Map<string, Position>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    private readonly pool: InboxPool<Client>,
    private readonly inbox: Inbox,
    private readonly seek: (position: Position) => void,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** The partitions of this instance from now on. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.at.clear();
    const held = new Set(
      Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((each) => keyOf(topic, each))),
    );
    this.look((stored) => held.has(keyOf(stored.topic, stored.partition)));
    this.wait();
  }

  /** The consumer is through with everything before. Told after the transaction: the database is never behind it unless set back. */
  moved(position: Position): void {
    const key = keyOf(position.topic, position.partition);
    if (this.at.has(key)) this.at.set(key, position);
  }

  /** Ends the watch, and waits for a look that is under way. */
  async end(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    this.timer = setTimeout(() => {
      const before = new Map(this.at);
      this.look(({ topic, partition, nextOffset }) => {
        const mine = before.get(keyOf(topic, partition));
        return mine !== undefined && nextOffset < mine.nextOffset;
      });
      this.wait();
    }, LOOK_MS);
  }

  /** One after the other; goes to the stored positions that are wanted. */
  private look(isWanted: (stored: Position) => boolean): void {
    this.looking = this.looking
      .then(async () => {
        for (const stored of await this.stored()) {
          if (this.isOver || !isWanted(stored)) continue;
          this.seek(stored);
          this.at.set(keyOf(stored.topic, stored.partition), stored);
        }
      })
      .catch(this.onTrouble); // e.g. the database is away: the next look finds it
  }

  private async stored(): Promise<readonly Position[]> {
    const client = await this.pool.connect();
    try {
      return await this.inbox.positions(client);
    } finally {
      client.release();
    }
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;
