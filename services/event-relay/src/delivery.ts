import { RefusedByBroker, type Weighed } from '@titian/kafka';
import type { BrokerLink } from './brokers.ts';
import type { Outgoing } from './outgoing.ts';
import type { Held } from './parking.ts';
import type { PlacedRow } from './shard-log.ts';

const BEHIND = 'waits for an earlier event of its case';

type Sound = Outgoing & { readonly message: Weighed };

/**
 * Sends rows in their order. A row that cannot be published is held back, and with it every later one of its case: a case stays in
 * order, and no other case waits for it.
 */
export class Delivery {
  /** Cases that have something parked. */
  private heldCases = new Set<string>();

  constructor(private readonly brokers: BrokerLink) {}

  /** These cases have something parked, and no others. */
  hold(cases: readonly string[]): void {
    this.heldCases = new Set(cases);
  }

  /** Nothing of this case is parked any more. */
  free(caseId: string): void {
    this.heldCases.delete(caseId);
  }

  /** @returns what was held back, in order @throws BrokersAway */
  async deliver(batch: readonly Outgoing[]): Promise<readonly Held[]> {
    const held: Held[] = [];
    const hold = ({ caseId, revision, shard }: PlacedRow, reason: string): void => {
      this.heldCases.add(caseId);
      held.push({ caseId, revision, shard, reason });
    };
    const sound = batch.filter((each): each is Sound => {
      if (this.heldCases.has(each.row.caseId)) hold(each.row, BEHIND);
      else if ('fault' in each) hold(each.row, each.fault);
      else return true;
      return false;
    });
    await this.send(sound, hold);
    return held;
  }

  /** Halves what the brokers refuse until the one that they mean stands alone. What they had taken of it they take once more. */
  private async send(sound: readonly Sound[], hold: (row: PlacedRow, reason: string) => void): Promise<void> {
    if (sound.length === 0) return;
    try {
      await this.brokers.send(sound.map(({ message }) => message));
    } catch (error) {
      if (!(error instanceof RefusedByBroker)) throw error;
      const [first] = sound;
      if (sound.length === 1 && first !== undefined) {
        hold(first.row, error.message);
        return;
      }
      const middle = sound.length >> 1;
      await this.send(sound.slice(0, middle), hold);
      const rest = sound.slice(middle);
      for (const { row } of rest) if (this.heldCases.has(row.caseId)) hold(row, BEHIND);
      await this.send(
        rest.filter(({ row }) => !this.heldCases.has(row.caseId)),
        hold,
      );
    }
  }
}
