import type { Logger } from '@titian/observability';
import { RefusedByBroker } from '@titian/kafka';
import type { BrokerLink } from './brokers.ts';
import { toLetter, toOutgoing } from './outgoing.ts';
import type { Parking, Release } from './parking.ts';
import type { RelayHealth } from './relay-health.ts';
import type { PlacedRow } from './shard-log.ts';

const ROWS_AT_A_TIME = 100;

/** Does what operators have asked for: a parked row is tried again, or given up, and its case goes on in order. */
export class Releasing {
  constructor(
    private readonly parking: Parking,
    private readonly brokers: BrokerLink,
    private readonly logger: Logger,
    private readonly health: RelayHealth,
  ) {}

  /** @returns the cases that have nothing parked any more @throws BrokersAway */
  async release(shards: readonly number[]): Promise<readonly string[]> {
    const free: string[] = [];
    for (const asked of await this.parking.releases(shards)) if (await this.go(asked)) free.push(asked.caseId);
    return free;
  }

  /** A crash in the middle repeats what was published last, in order, as everywhere. @returns whether the case is free */
  private async go(asked: Release): Promise<boolean> {
    for (;;) {
      const rows = await this.parking.rowsOf(asked.caseId, ROWS_AT_A_TIME);
      if (rows.length === 0) return true;
      for (const row of rows) {
        const isAsked = row.revision === asked.revision;
        if (isAsked && asked.release === 'skip') await this.skip(row, asked.reason);
        else if (!(await this.publish(row))) return false;
      }
    }
  }

  private async publish(row: PlacedRow): Promise<boolean> {
    const outgoing = toOutgoing(row);
    const fault = 'fault' in outgoing ? outgoing.fault : await this.refusalOf(outgoing.message);
    const { caseId, revision } = row;
    if (fault !== undefined) {
      await this.parking.parkAgain(caseId, revision, fault);
      this.logger.error({ caseId, revision, type: row.type, reason: fault }, 'event still cannot be published');
      return false;
    }
    await this.parking.end(caseId, [revision], 'published');
    this.health.published(1);
    return true;
  }

  private async refusalOf(message: Parameters<BrokerLink['send']>[0][number]): Promise<string | undefined> {
    try {
      await this.brokers.send([message]);
      return undefined;
    } catch (error) {
      if (error instanceof RefusedByBroker) return error.message;
      throw error;
    }
  }

  /** Consumers learn from the letter that this version of the case will never come. */
  private async skip(row: PlacedRow, reason: string): Promise<void> {
    const letter = toLetter(row, reason);
    await this.brokers.bury(letter);
    await this.parking.end(row.caseId, [row.revision], 'skipped');
    this.logger.warn({ caseId: row.caseId, revision: row.revision, type: row.type, reason }, 'event skipped');
    this.health.skipped(letter.topic);
  }
}
