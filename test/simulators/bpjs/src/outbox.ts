import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Book } from './book.ts';
import type { Faults } from './faults.ts';
import type { JournalEvent } from './journal-event.ts';
import type { QueuedCallback } from './state.ts';

/** Why a callback was not taken; without a status nobody answered. */
export interface Undelivered {
  readonly fault: string;
  readonly status?: number;
}

/** Delivers one callback; resolves with what went wrong, or undefined once the receiver has it. */
export type Transport = (
  callback: QueuedCallback & { body: string },
  signal: AbortSignal,
) => Promise<Undelivered | undefined>;

/** The receiver has kept it for a person, or will never take it: sending it again is of no use. */
const FINAL: ReadonlySet<number | undefined> = new Set([404, 410, 422]);
/** It came too early: the ones behind it may have to arrive first. */
const TOO_EARLY = 409;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** 50 ms, doubled with each attempt that failed, 5 s at most. */
export function pauseMs(failedAttempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failedAttempts - 1, 16));
}

/**
 * Sends callbacks until they arrive or are refused for good: in order per claimRef, at least once, across restarts. One that
 * the receiver is not ready for lets the next ones pass.
 */
export class Outbox {
  private readonly queues = new Map<string, QueuedCallback[]>();
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly book: Book,
    private readonly transport: Transport,
    private readonly faults: Faults,
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
      const [, next] = queue;
      if (next !== undefined && this.faults.happens('reorderCallback')) queue.splice(0, 2, next, head);
      const [first = head] = queue;
      const isOver = await this.deliver(first);
      queue.splice(queue.indexOf(first), 1);
      if (!isOver) queue.push(first);
    }
    this.queues.delete(claimRef);
  }

  /** Tries until the callback is over, or until it has to wait for others: false then. */
  private async deliver(callback: QueuedCallback): Promise<boolean> {
    const { signal } = this.stopping;
    const { body } = callback;
    if (body === undefined) return true;
    await this.book.durable(); // nobody may hear of what a crash could still undo
    if (this.faults.happens('loseCallback')) return this.end(callback, 'lost');
    for (;;) {
      signal.throwIfAborted();
      callback.attempts += 1;
      const undelivered = await this.transport({ ...callback, body }, signal);
      if (undelivered === undefined) break;
      callback.lastFault = undelivered.fault;
      if (FINAL.has(undelivered.status)) return this.end(callback, undelivered.fault);
      await sleep(pauseMs(callback.attempts), undefined, { signal });
      if (undelivered.status === TOO_EARLY) return false;
    }
    if (this.faults.happens('duplicateCallback')) await this.transport({ ...callback, body }, signal);
    return this.end(callback);
  }

  private end(callback: QueuedCallback, refusal?: string): true {
    delete callback.lastFault;
    const { callbackId } = callback;
    const ended = { type: 'callback-delivered', callbackId, ...(refusal === undefined ? {} : { refusal }) } as const;
    this.book.commit(this.book.now().toISOString(), [ended]);
    return true;
  }
}
