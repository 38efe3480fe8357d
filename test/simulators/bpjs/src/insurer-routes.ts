import type { Book } from './book.ts';
import { jakartaDay } from './calendar.ts';
import { decideInformation, decideObjection, decideSubmission, type Decision } from './claim-desk.ts';
import { claimView } from './claim-view.ts';
import { Day, IdempotencyKey, Information, Objection, PaymentOrder, Submission } from './contract.ts';
import { findUse, keyed, type Keyed } from './idempotency.ts';
import type { UsedKey } from './journal-event.ts';
import { decidePayment } from './payment-desk.ts';
import { Problem, readBody, readPart } from './problem.ts';
import type { Answer, Call, Route } from './router.ts';
import type { Claim } from './state.ts';

function claimOf(book: Book, { params }: Call): Claim {
  const claim = book.state.claims.get(params['reference'] ?? '');
  if (claim) return claim;
  throw new Problem(404, 'no-such-claim', 'The insurer knows no such claim', {
    field: 'path:reference',
    rule: 'a reference that POST /v1/claims gave out',
    remedy: 'ask GET /v1/claims?idempotencyKey=… for the reference',
  });
}

function findByKey(book: Book, { query }: Call): Answer {
  const key = readPart(IdempotencyKey, 'query', 'idempotencyKey', query.get('idempotencyKey'));
  const used = book.state.keys.get(key);
  const claim = used && book.state.claims.get(used.reference);
  if (claim) return { status: 200, body: claimView(claim) };
  throw new Problem(404, 'no-such-claim', 'The key was never used', {
    field: 'query:idempotencyKey',
    rule: 'a key that a request succeeded with',
    remedy: 'send the request again with this key',
  });
}

function answerOf({ answer, refusal, reference }: UsedKey, headers: Readonly<Record<string, string>>): Answer {
  if (!refusal) return { status: 202, body: answer, headers };
  const { reasonCode, article } = refusal;
  const fault = {
    field: '',
    rule: `${reasonCode}: ${article}`,
    remedy: 'mend the file as the reason says, and hand it in as a new attempt under a new key',
  };
  const more = { reference, headers, members: { reasonCode, article } };
  throw new Problem(422, 'intake-refused', 'The claim was turned away at the counter', fault, more);
}

/** Repeats the answer of a used key, else decides, commits and answers; nothing awaits in between. */
function accept(book: Book, request: Keyed, decide: (at: string, day: string) => Decision): Answer {
  const before = findUse(book.state, request);
  if (before) return answerOf(before, { 'idempotent-replayed': 'true' });
  const at = book.now().toISOString();
  const { events, used } = decide(at, jakartaDay(at));
  book.commit(at, events);
  return answerOf(used, {});
}

async function submitClaim(book: Book, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const submission = readBody(Submission, await call.json());
  const request = keyed(key, 'POST /v1/claims', submission);
  return accept(book, request, (at, day) => decideSubmission(book.state, submission, request, at, day));
}

async function sendInformation(book: Book, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = claimOf(book, call);
  const information = readBody(Information, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/information`, information);
  return accept(book, request, (at) => decideInformation(claim, information, request, at));
}

async function fileObjection(book: Book, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = claimOf(book, call);
  const objection = readBody(Objection, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/objections`, objection);
  return accept(book, request, (at) => decideObjection(claim, objection, request, at));
}

async function orderPayment(book: Book, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = claimOf(book, call);
  const order = readBody(PaymentOrder, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/payments`, order);
  return accept(book, request, (_at, day) => decidePayment(book.state, claim, order, request, day));
}

function reconcileDay(book: Book, { query }: Call): Answer {
  const day = readPart(Day, 'query', 'day', query.get('day'));
  const claims = [...(book.state.activity.get(day) ?? [])];
  claims.sort((left, right) => (left.reference < right.reference ? -1 : 1));
  return { status: 200, body: { day, claims: claims.map(claimView) } };
}

/** What Titian's gateway may call. */
export function insurerRoutes(book: Book): Route[] {
  return [
    { method: 'POST', path: '/v1/claims', handle: (call) => submitClaim(book, call) },
    { method: 'GET', path: '/v1/claims', handle: (call) => findByKey(book, call) },
    {
      method: 'GET',
      path: '/v1/claims/{reference}',
      handle: (call) => ({ status: 200, body: claimView(claimOf(book, call)) }),
    },
    { method: 'POST', path: '/v1/claims/{reference}/information', handle: (call) => sendInformation(book, call) },
    { method: 'POST', path: '/v1/claims/{reference}/objections', handle: (call) => fileObjection(book, call) },
    { method: 'POST', path: '/v1/claims/{reference}/payments', handle: (call) => orderPayment(book, call) },
    { method: 'GET', path: '/v1/reconciliation', handle: (call) => reconcileDay(book, call) },
  ];
}
