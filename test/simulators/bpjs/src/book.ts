import type { JournalEvent } from './journal-event.ts';
import { evolve } from './evolve.ts';
import { Journal } from './journal.ts';
import { emptyState, type State } from './state.ts';

/** State and journal as one: whatever changes the state is written, in the same order. */
export class Book {
  private readonly listeners: ((events: readonly JournalEvent[]) => void)[] = [];

  private constructor(
    readonly state: State,
    private readonly journal: Journal,
    readonly now: () => Date,
  ) {}

  /** Rebuilds the state from the journal in this folder. */
  static async open(folder: string, now: () => Date): Promise<Book> {
    const state = emptyState();
    const journal = await Journal.open(folder, (record) => {
      evolve(state, record);
    });
    return new Book(state, journal, now);
  }

  /** False once the journal could not be written: the state may then be ahead of the disk, and nobody may see it. */
  get writable(): boolean {
    return this.journal.failure === undefined;
  }

  /** Called after each commit, before it is durable. */
  subscribe(listener: (events: readonly JournalEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** Applies events at once and queues them for the journal; answer for them only after `durable()`. */
  commit(at: string, events: readonly JournalEvent[]): void {
    // A delivery that is forgotten is only repeated, so it is not worth an fsync.
    const sync = events.some((event) => event.type !== 'callback-delivered');
    this.journal.append({ at, events }, sync);
    evolve(this.state, { at, events });
    for (const listener of this.listeners) listener(events);
  }

  /** Resolves once everything committed so far is on disk. */
  durable(): Promise<void> {
    return this.journal.durable();
  }

  /** Writes what is left and lets go of the journal. */
  close(): Promise<void> {
    return this.journal.close();
  }
}
