import { randomUUID } from 'node:crypto';
import type { Book } from './book.ts';
import { jakartaDay } from './calendar.ts';
import {
  decideAccident,
  decideInformation,
  decideObjection,
  decideSubmission,
  decideWithdrawal,
  type Decision,
} from './claim-desk.ts';
import { claimView } from './claim-view.ts';
import {
  AccidentReport,
  Day,
  IdempotencyKey,
  Information,
  Objection,
  PaymentOrder,
  Submission,
  Withdrawal,
} from './contract.ts';
import type { Faults } from './faults.ts';
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

/** @throws Problem 503 while the counter of the branch is closed: others go on */
function mustBeOpen(faults: Faults, branch: string): void {
  if (!faults.isClosed(branch)) return;
  throw new Problem(
    503,
    'branch-closed',
    'The counter of this branch is closed',
    { field: '', rule: `branch ${branch} takes nothing now`, remedy: 'send it again later, with the same key' },
    { headers: { 'retry-after': '1' } },
  );
}

function atCounter(faults: Faults, claim: Claim): Claim {
  mustBeOpen(faults, claim.submission.branch);
  return claim;
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

async function reportAccident(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const report = readBody(AccidentReport, await call.json());
  mustBeOpen(faults, report.branch);
  const request = keyed(key, 'POST /v1/accident-reports', report);
  return accept(book, request, (at, day) => decideAccident(book.state, report, request, at, day));
}

async function withdrawClaim(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = atCounter(faults, claimOf(book, call));
  const withdrawal = readBody(Withdrawal, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/withdrawals`, withdrawal);
  return accept(book, request, (at) => decideWithdrawal(claim, request, at));
}

async function submitClaim(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const submission = readBody(Submission, await call.json());
  mustBeOpen(faults, submission.branch);
  const request = keyed(key, 'POST /v1/claims', submission);
  return accept(book, request, (at, day) => decideSubmission(book.state, submission, request, at, day));
}

async function sendInformation(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = atCounter(faults, claimOf(book, call));
  const information = readBody(Information, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/information`, information);
  return accept(book, request, (at) => decideInformation(claim, information, request, at));
}

async function fileObjection(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = atCounter(faults, claimOf(book, call));
  const objection = readBody(Objection, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/objections`, objection);
  return accept(book, request, (at) => decideObjection(claim, objection, request, at));
}

async function orderPayment(book: Book, faults: Faults, call: Call): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', call.idempotencyKey);
  const claim = atCounter(faults, claimOf(book, call));
  const order = readBody(PaymentOrder, await call.json());
  const request = keyed(key, `POST /v1/claims/${claim.reference}/payments`, order);
  const { trusting, forgetsKeys } = faults.current;
  const unseen = forgetsKeys ? { ...request, key: `${key}#${randomUUID()}` } : request;
  return accept(book, unseen, (_at, day) => decidePayment(book.state, claim, order, unseen, day, trusting));
}

function reconcileDay(book: Book, { query }: Call): Answer {
  const day = readPart(Day, 'query', 'day', query.get('day'));
  const claims = [...(book.state.activity.get(day) ?? [])];
  claims.sort((left, right) => (left.reference < right.reference ? -1 : 1));
  return { status: 200, body: { day, claims: claims.map(claimView) } };
}

/** What Titian's gateway may call. */
export function insurerRoutes(book: Book, faults: Faults): Route[] {
  return [
    { method: 'POST', path: '/v1/accident-reports', handle: (call) => reportAccident(book, faults, call) },
    { method: 'POST', path: '/v1/claims/{reference}/withdrawals', handle: (call) => withdrawClaim(book, faults, call) },
    { method: 'POST', path: '/v1/claims', handle: (call) => submitClaim(book, faults, call) },
    { method: 'GET', path: '/v1/claims', handle: (call) => findByKey(book, call) },
    {
      method: 'GET',
      path: '/v1/claims/{reference}',
      handle: (call) => ({ status: 200, body: claimView(claimOf(book, call)) }),
    },
    {
      method: 'POST',
      path: '/v1/claims/{reference}/information',
      handle: (call) => sendInformation(book, faults, call),
    },
    { method: 'POST', path: '/v1/claims/{reference}/objections', handle: (call) => fileObjection(book, faults, call) },
    { method: 'POST', path: '/v1/claims/{reference}/payments', handle: (call) => orderPayment(book, faults, call) },
    { method: 'GET', path: '/v1/reconciliation', handle: (call) => reconcileDay(book, call) },
  ];
}
