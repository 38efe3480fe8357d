import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Book } from './book.ts';
import { jakartaDay } from './calendar.ts';
import { decideInformation, decideSubmission, type Decision } from './claim-desk.ts';
import { Day, IdempotencyKey, Information, PaymentOrder, Submission, Uuid } from './contract.ts';
import { readJson } from './http-body.ts';
import { findAnswer, keyed, type Keyed } from './idempotency.ts';
import { decidePayment } from './payment-desk.ts';
import { checkPlan, Plan, type Phase, type PlanScope } from './plan.ts';
import { Problem, readBody, readPart } from './problem.ts';
import { isOpen, type Claim } from './state.ts';
import { adminViews, claimView, reconciliationView } from './views.ts';

/** What a request is answered. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly replayed?: boolean;
}

/** Answers one request of the insurer's contract or of its operator. @throws Problem */
export async function answer(book: Book, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const [area = '', ...path] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const operation = `${request.method ?? 'GET'} ${area}/${path[0] ?? ''}`;
  switch (operation) {
    case 'GET healthz/':
    case 'GET readyz/':
      return { status: book.writable ? 200 : 503, body: { ok: book.writable } };
    case 'POST v1/claims':
      return postClaims(book, request, path);
    case 'GET v1/claims':
      return { status: 200, body: claimView(findClaim(book, path[1], url.searchParams.get('idempotencyKey'))) };
    case 'GET v1/reconciliation': {
      const day = readPart(Day, 'query', 'day', url.searchParams.get('day'));
      return { status: 200, body: reconciliationView(book.state, day) };
    }
    case 'PUT admin/plans':
      return putPlan(book, request, path.slice(1));
    case 'GET admin/ledger':
      return { status: 200, body: adminViews.ledger(book.state) };
    case 'GET admin/claims':
      return { status: 200, body: adminViews.claims(book.state) };
    case 'GET admin/callbacks':
      return { status: 200, body: adminViews.callbacks(book.state) };
    default:
      throw notFound(operation);
  }
}

async function postClaims(book: Book, request: IncomingMessage, path: readonly string[]): Promise<Answer> {
  const [, reference, action] = path;
  if (reference === undefined) {
    return once(book, request, 'POST /v1/claims', Submission, (submission, key, at, day) =>
      decideSubmission(book.state, submission, key, at, day),
    );
  }
  const claim = findClaim(book, reference, null);
  switch (action) {
    case 'information':
      return once(book, request, `POST /v1/claims/${reference}/information`, Information, (information, key, at) =>
        decideInformation(claim, information, key, at),
      );
    case 'payments':
      return once(book, request, `POST /v1/claims/${reference}/payments`, PaymentOrder, (order, key, _at, day) =>
        decidePayment(book.state, claim, order, key, day),
      );
    default:
      throw notFound(`POST v1/claims/${reference}/${action ?? ''}`);
  }
}

/** One effect for each key: the second time the first answer comes again. Nothing is answered before it is on disk. */
async function once<Schema extends z.ZodType>(
  book: Book,
  request: IncomingMessage,
  operation: string,
  schema: Schema,
  decide: (body: z.output<Schema>, key: Keyed, at: string, day: string) => Decision,
): Promise<Answer> {
  const key = readPart(IdempotencyKey, 'header', 'Idempotency-Key', headerOf(request, 'idempotency-key'));
  const body = readBody(schema, await readJson(request));
  const use = keyed(key, operation, body);
  const earlier = findAnswer(book.state, use);
  if (earlier !== undefined) {
    await book.durable();
    return { status: 202, body: earlier, replayed: true };
  }
  const at = book.now().toISOString();
  const decision = decide(body, use, at, jakartaDay(at));
  book.commit(at, decision.events);
  await book.durable();
  return { status: 202, body: decision.answer };
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

function findClaim(book: Book, reference: string | undefined, idempotencyKey: string | null): Claim {
  const named = reference ?? book.state.keys.get(idempotencyKey ?? '')?.reference;
  const claim = named === undefined ? undefined : book.state.claims.get(named);
  if (claim !== undefined) return claim;
  throw new Problem(404, 'no-such-claim', 'The insurer knows no such claim', {
    field: reference === undefined ? 'query:idempotencyKey' : 'path:reference',
    rule: 'a reference is one the insurer has given out',
    remedy: 'read the reference from the answer to the submission',
  });
}

function reached(claim: Claim | undefined): Phase {
  if (claim === undefined || !isOpen(claim) || claim.status === 'received') return 'intake';
  return claim.status === 'decided' ? 'payment' : 'review';
}

async function putPlan(book: Book, request: IncomingMessage, path: readonly string[]): Promise<Answer> {
  const plan = readBody(Plan, await readJson(request));
  const [first = '', second] = path;
  const scope: PlanScope =
    first === 'default' ? 'default' : first === 'by-type' ? `type:${second ?? ''}` : `claim:${readPart(Uuid, 'path', 'claimRef', first)}`;
  checkPlan(plan, scope.startsWith('claim:') ? reached(book.state.latest.get(first)) : 'intake');
  book.commit(book.now().toISOString(), [{ type: 'plan-put', scope, plan }]);
  await book.durable();
  return { status: 200, body: { scope, plan } };
}

const notFound = (operation: string): Problem =>
  new Problem(404, 'no-such-operation', 'There is no such operation', {
    field: 'path:',
    rule: `the contract has no ${operation}`,
    remedy: 'see openapi.yaml',
  });
