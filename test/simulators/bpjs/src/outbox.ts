import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Book } from './book.ts';
import type { JournalEvent } from './journal-event.ts';
import type { QueuedCallback } from './state.ts';

/** Delivers one callback; resolves with what went wrong, or undefined once the receiver has it. */
export type Transport = (
  callback: QueuedCallback & { body: string },
  signal: AbortSignal,
) => Promise<string | undefined>;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** 50 ms, doubled with each attempt that failed, 5 s at most. */
export function pauseMs(failedAttempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failedAttempts - 1, 16));
}

/** Sends callbacks until they arrive: in order per claimRef, at least once, across restarts. */
export class Outbox {
  private readonly queues = new Map<string, QueuedCallback[]>();
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly book: Book,
    private readonly transport: Transport,
  ) {
    setMaxListeners(0, this.stopping.signal); // every claim's delivery listens
    book.subscribe((events) => {
      this.follow(events);
    });
    for (const callback of book.state.callbacks.values()) {
      if (callback.deliveredAt === undefined) this.enqueue(callback);
    }
  }

  /** Breaks off what is under way; the rest is sent after the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private follow(events: readonly JournalEvent[]): void {
    for (const event of events) {
      const callback = event.type === 'callback-queued' ? this.book.state.callbacks.get(event.callbackId) : undefined;
      if (callback) this.enqueue(callback);
    }
  }

  private enqueue(callback: QueuedCallback): void {
    const queue = this.queues.get(callback.claimRef);
    if (queue) {
      queue.push(callback);
      return;
    }
    this.queues.set(callback.claimRef, [callback]);
    const run = this.drain(callback.claimRef).catch((error: unknown) => {
      // Only a broken journal or the stop ends up here; both leave the rest for the next start.
      if (!this.stopping.signal.aborted && this.book.writable) throw error;
    });
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  private async drain(claimRef: string): Promise<void> {
    const queue = this.queues.get(claimRef) ?? [];
    for (let [head] = queue; head; [head] = queue) {
      await this.deliver(head);
      queue.shift();
    }
    this.queues.delete(claimRef);
  }

  private async deliver(callback: QueuedCallback): Promise<void> {
    const { signal } = this.stopping;
    const { body } = callback;
    if (body === undefined) return;
    await this.book.durable(); // nobody may hear of what a crash could still undo
    for (;;) {
      signal.throwIfAborted();
      callback.attempts += 1;
      const fault = await this.transport({ ...callback, body }, signal);
      if (fault === undefined) break;
      callback.lastFault = fault;
      await sleep(pauseMs(callback.attempts), undefined, { signal });
    }
    delete callback.lastFault;
    this.book.commit(this.book.now().toISOString(), [{ type: 'callback-delivered', callbackId: callback.callbackId }]);
  }
}
