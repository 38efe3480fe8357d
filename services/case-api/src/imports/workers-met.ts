import type { PlainDay, Text } from '@titian/domain';
import type { WorkerDigests } from '@titian/persistence';
import { FAULTS, type RowFault } from './row-fault.ts';

interface Term {
  readonly from: PlainDay;
  readonly until: PlainDay;
}

/** A good row as later rows meet it. */
interface Met {
  readonly row: number;
  readonly worker: WorkerDigests;
  readonly term: Term | undefined;
}

/** Why two may be one worker: by number, or by name, day of birth and village; null if they are not. */
export const meets = (one: WorkerDigests, other: WorkerDigests): 'same' | 'like' | null =>
  one.lookup !== null && one.lookup === other.lookup
    ? 'same'
    : one.likeness !== null && one.likeness === other.likeness
      ? 'like'
      : null;

/** What a person is told of two who meet. */
export const meetingFault = (how: 'same' | 'like', where: Text): RowFault =>
  how === 'same' ? FAULTS.sameWorker(where) : FAULTS.likeWorker(where);

/** Both terms include their last day. */
export const overlap = (one: Term | undefined, other: Term | undefined): boolean =>
  one !== undefined && other !== undefined && one.from <= other.until && other.from <= one.until;

const keysIn = ({ lookup, likeness }: WorkerDigests): readonly string[] =>
  [lookup, likeness].filter((key) => key !== null);

/** Nobody has more placements; each row is held against those before it. */
export const MOST_ROWS_OF_ONE = 50;

/** The workers of one list so far, by the digests that tell of them. */
export class WorkersMet {
  private readonly byKey = new Map<string, readonly Met[]>();

  /** Rows that may be of this worker, each once. */
  before(worker: WorkerDigests): readonly (Met & { readonly how: 'same' | 'like' })[] {
    const found = keysIn(worker).flatMap((key) => this.byKey.get(key) ?? []);
    return [...new Set(found)].flatMap((other) => {
      const how = meets(worker, other.worker);
      return how === null ? [] : [{ ...other, how }];
    });
  }

  add(met: Met): void {
    for (const key of keysIn(met.worker)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), met]);
  }
}
