import type { Book } from './book.ts';
import { callbackView, claimView } from './claim-view.ts';
import { Code, Uuid } from './contract.ts';
import { FaultPlan, type Faults } from './faults.ts';
import { ledgerView } from './ledger.ts';
import { checkPlan, Plan, type Phase, type PlanScope } from './plan.ts';
import { readBody, readPart } from './problem.ts';
import type { Answer, Call, Route } from './router.ts';
import { isOpen, type Claim } from './state.ts';

function phaseOf(claim: Claim | undefined): Phase {
  if (!claim || !isOpen(claim)) return 'intake';
  return claim.status === 'decided' ? 'payment' : 'review';
}

async function putPlan(book: Book, scope: PlanScope, call: Call, claimRef?: string): Promise<Answer> {
  const plan = readBody(Plan, await call.json());
  checkPlan(plan, phaseOf(claimRef === undefined ? undefined : book.state.latest.get(claimRef)));
  book.commit(book.now().toISOString(), [{ type: 'plan-put', scope, plan }]);
  return { status: 200, body: { scope, plan } };
}

function planForClaim(book: Book, call: Call): Promise<Answer> {
  const claimRef = readPart(Uuid, 'path', 'claimRef', call.params['claimRef']);
  return putPlan(book, `claim:${claimRef}`, call, claimRef);
}

function planForType(book: Book, call: Call): Promise<Answer> {
  const claimType = readPart(Code, 'path', 'claimType', call.params['claimType']);
  return putPlan(book, `type:${claimType}`, call);
}

function listClaims(book: Book): Answer {
  const claims = [...book.state.claims.values()].map((claim) => ({
    ...claimView(claim),
    plan: claim.plan,
    stepsTaken: claim.taken.review + claim.taken.payment,
  }));
  return { status: 200, body: { claims } };
}

function listCallbacks(book: Book): Answer {
  const all = [...book.state.callbacks.values()];
  return {
    status: 200,
    body: {
      delivered: all.filter((callback) => callback.deliveredAt !== undefined).map(callbackView),
      pending: all.filter((callback) => callback.deliveredAt === undefined).map(callbackView),
    },
  };
}

const showFaults = (faults: Faults): Answer => ({
  status: 200,
  body: { plan: faults.current, happened: faults.counts },
});

async function putFaults(faults: Faults, call: Call): Promise<Answer> {
  faults.put(readBody(FaultPlan, await call.json()));
  return showFaults(faults);
}

/** What tests and operators of the simulator may call; an insurer would not have it. */
export function adminRoutes(book: Book, faults: Faults): Route[] {
  return [
    { method: 'PUT', path: '/admin/faults', handle: (call) => putFaults(faults, call) },
    { method: 'GET', path: '/admin/faults', handle: () => showFaults(faults) },
    { method: 'PUT', path: '/admin/plans/default', handle: (call) => putPlan(book, 'default', call) },
    { method: 'PUT', path: '/admin/plans/{claimRef}', handle: (call) => planForClaim(book, call) },
    { method: 'PUT', path: '/admin/plans/by-type/{claimType}', handle: (call) => planForType(book, call) },
    { method: 'GET', path: '/admin/claims', handle: () => listClaims(book) },
    { method: 'GET', path: '/admin/ledger', handle: () => ({ status: 200, body: ledgerView(book.state.ledger) }) },
    { method: 'GET', path: '/admin/callbacks', handle: () => listCallbacks(book) },
  ];
}
