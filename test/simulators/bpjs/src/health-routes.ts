import type { Book } from './book.ts';
import type { Answer, Route } from './router.ts';

function readiness(book: Book | undefined): Answer {
  if (!book) return { status: 503, body: { status: 'not-ready', parts: { journal: 'loading' } } };
  const callbacksPending = [...book.state.callbacks.values()].filter((each) => each.deliveredAt === undefined).length;
  if (!book.writable) {
    return { status: 503, body: { status: 'not-ready', parts: { journal: 'failed', callbacksPending } } };
  }
  return { status: 200, body: { status: 'ready', parts: { journal: 'ok', callbacksPending } } };
}

/** Answered at any time, also while the journal is read and after it broke. */
export function healthRoutes(book: () => Book | undefined): Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: () => ({ status: 200, body: { status: 'alive' } }) },
    { method: 'GET', path: '/readyz', handle: () => readiness(book()) },
  ];
}
