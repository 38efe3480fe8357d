import { createRequire } from 'node:module';

/** The part of kafkajs' request queue that is repaired here. */
export interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests(): void;
}

/** kafkajs has no `exports`, so its parts can be reached by path; the version is pinned, and a test fails if this changes. */
const PATH = 'kafkajs/src/network/requestQueue/index.js';

/** The class that kafkajs uses for every connection. */
export const RequestQueueClass = createRequire(import.meta.url)(PATH) as new (options: object) => RequestQueue;

const repaired = new WeakSet<object>();

/**
 * kafkajs 2.2.4 sets its timer also when nothing is pending, to `-1 - Date.now()` ms: each run sets the next, some 900 times a
 * second for every connection at rest, and Node 24 prints a TimeoutNegativeWarning (tulios/kafkajs#1704, #1751, not fixed
 * there). An empty queue needs no timer: `push` sets one with the request it adds. Repeatable.
 */
export function repairRequestQueue(): void {
  const queue = RequestQueueClass.prototype as RequestQueue;
  if (repaired.has(queue)) return;
  repaired.add(queue);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
