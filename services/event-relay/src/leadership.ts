import type { Held } from './parking.ts';
import { allShards, type CursorMove, type ShardLog } from './shard-log.ts';

/** The shards that this relay leads, with the cursor of each. A fair share: what is over it is given up for the others. */
export class Leadership {
  private readonly cursors = new Map<number, string>();

  constructor(private readonly log: ShardLog) {}

  get size(): number {
    return this.cursors.size;
  }

  /** Takes vacant shards up to the fair share and gives up what is over it. @returns whether it leads others than before */
  async balance(): Promise<boolean> {
    const share = Math.ceil(allShards().length / Math.max(1, await this.log.members()));
    const over = [...this.cursors.keys()].slice(share);
    for (const shard of over) {
      this.cursors.delete(shard);
      await this.log.release(shard);
    }
    if (this.cursors.size >= share) return over.length > 0;
    const others = allShards().filter((shard) => !this.cursors.has(shard));
    const taken = await this.log.lead(others, share - this.cursors.size);
    for (const [shard, cursor] of taken) this.cursors.set(shard, cursor);
    return over.length > 0 || taken.size > 0;
  }

  /** Cursors of those of these shards that this relay leads; of all it leads when none are named. */
  cursorsOf(shards: Iterable<number> = this.cursors.keys()): ReadonlyMap<number, string> {
    const led = new Map<number, string>();
    for (const shard of shards) {
      const cursor = this.cursors.get(shard);
      if (cursor !== undefined) led.set(shard, cursor);
    }
    return led;
  }

  /** @throws Error if another relay has moved one of the cursors: this one must not go on */
  async advance(moves: readonly CursorMove[], held: readonly Held[]): Promise<void> {
    const moved = await this.log.advance(moves, held);
    const lost = moves.filter(({ shard }) => !moved.has(shard)).map(({ shard }) => shard);
    if (lost.length > 0) throw new Error(`another relay moved the cursor of shard ${lost.join(', ')}`);
    for (const { shard, to } of moves) this.cursors.set(shard, to);
  }
}
