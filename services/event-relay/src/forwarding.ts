import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from './delivery.ts';
import type { Leadership } from './leadership.ts';
import { toOutgoing, type Outgoing } from './outgoing.ts';
import type { Held } from './parking.ts';
import type { CursorMove, ShardLog, ShareOfShard } from './shard-log.ts';

/** Rows of the log on their way, and where they leave the cursors. */
interface Batch {
  readonly outgoing: readonly Outgoing[];
  readonly moves: readonly CursorMove[];
  /** Shards that may hold more. */
  readonly full: ReadonlySet<number>;
}

/** Two batches of the largest events must fit into the heap, each as text, as message and as bytes. */
const BATCH_BYTES = 4_194_304;

const NOTHING: Batch = { outgoing: [], moves: [], full: new Set() };

/** Brings the log to Kafka, batch by batch: read, publish, and only then move the cursors. */
export class Forwarding {
  constructor(
    private readonly log: ShardLog,
    private readonly leadership: Leadership,
    private readonly delivery: Delivery,
    private readonly options: {
      readonly batch: number;
      readonly patienceMs: number;
      /** Told once the cursors have moved. */
      readonly onDelivered: (published: number, held: readonly Held[]) => void;
    },
  ) {}

  /**
   * Forwards these shards until nothing is left, or until it is over. The next batch is read and made while Kafka stores the one
   * before it. Every batch takes a share of each shard, so that one with a backlog keeps no other waiting.
   * @returns the shards that may hold more
   */
  async run(due: Iterable<number>, isOver: () => boolean, news: () => Iterable<number>): Promise<Set<number>> {
    let batch = await this.read(this.leadership.cursorsOf(due));
    while (batch.outgoing.length > 0) {
      const more = new Set([...batch.full, ...news()]);
      const next = isOver() ? undefined : this.read(this.cursorsAfter(batch, more));
      next?.catch(() => undefined); // awaited below, unless this batch fails first
      await this.deliver(batch);
      if (next === undefined) return more;
      batch = await next;
    }
    return new Set(batch.full);
  }

  private async deliver({ outgoing, moves }: Batch): Promise<void> {
    const held = await this.delivery.deliver(outgoing);
    if (this.options.patienceMs > 0) await pause(this.options.patienceMs);
    await this.leadership.advance(moves, held);
    this.options.onDelivered(outgoing.length - held.length, held);
  }

  private cursorsAfter({ moves }: Batch, shards: Iterable<number>): ReadonlyMap<number, string> {
    const cursors = new Map(this.leadership.cursorsOf(shards));
    for (const { shard, to } of moves) if (cursors.has(shard)) cursors.set(shard, to);
    return cursors;
  }

  private async read(cursors: ReadonlyMap<number, string>): Promise<Batch> {
    if (cursors.size === 0) return NOTHING;
    const share = (whole: number): number => Math.ceil(whole / cursors.size);
    const limit = { rows: share(this.options.batch), bytes: share(BATCH_BYTES) };
    const rows = await this.log.rowsAfter(cursors, limit);
    const moves = new Map<number, CursorMove>();
    const taken = new Map<number, ShareOfShard>();
    for (const { shard, position, body } of rows) {
      moves.set(shard, { shard, from: cursors.get(shard) ?? '0', to: position });
      const before = taken.get(shard) ?? { rows: 0, bytes: 0 };
      taken.set(shard, { rows: before.rows + 1, bytes: before.bytes + Buffer.byteLength(body) });
    }
    const isFull = (of: ShareOfShard): boolean => of.rows >= limit.rows || of.bytes >= limit.bytes;
    const full = [...taken].filter(([, of]) => isFull(of)).map(([shard]) => shard);
    return { outgoing: rows.map(toOutgoing), moves: [...moves.values()], full: new Set(full) };
  }
}
