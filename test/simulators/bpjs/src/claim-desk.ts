import type { AccidentReport, Information, Objection, Submission } from './contract.ts';
import { keyUsed, type Keyed } from './idempotency.ts';
import type { JournalEvent, UsedKey } from './journal-event.ts';
import { findPlan } from './plan.ts';
import { Problem } from './problem.ts';
import { isOpen, lineKey, type Claim, type State } from './state.ts';

/** What a request does, and what its key is answered from now on. */
export interface Decision {
  readonly events: readonly JournalEvent[];
  readonly used: UsedKey;
}

/** The next of `BPJS-2026-000001`, `BPJS-2026-000002`, …: numbered per year, without gaps. */
export function nextReference(state: State, prefix: 'BPJS' | 'PAY' | 'LAP', day: string): string {
  const series = `${prefix}-${day.slice(0, 4)}`;
  return `${series}-${String((state.numbers.get(series) ?? 0) + 1).padStart(6, '0')}`;
}

function refuseDuplicate(latest: Claim): never {
  throw new Problem(
    409,
    'duplicate-claim',
    'This case already has an open claim',
    {
      field: '/claimRef',
      rule: 'a claimRef has at most one open claim',
      remedy: `follow the claim ${latest.reference}, or wait until it is closed`,
    },
    { reference: latest.reference },
  );
}

function refusePaidLines(state: State, { claimRef, lines }: Submission, latest: Claim): void {
  const errors = lines.flatMap(({ code }, index) => {
    const [paymentReference] = state.takenLines.get(lineKey(claimRef, code))?.keys() ?? [];
    if (paymentReference === undefined) return [];
    const remedy = `leave the line out: ${paymentReference} has paid it`;
    return [{ field: `/lines/${index}/code`, rule: 'a line is paid at most once', remedy }];
  });
  if (errors.length === 0) return;
  throw new Problem(409, 'line-already-paid', 'A line was paid before', errors, { reference: latest.reference });
}

/**
 * Takes a claim in, or turns it away if the plan says so; what else becomes of it is the plan's business.
 *
 * @throws Problem 409 while another claim of the case is open, or if a line was paid before
 */
export function decideSubmission(
  state: State,
  submission: Submission,
  keyed: Keyed,
  at: string,
  day: string,
): Decision {
  const latest = state.latest.get(submission.claimRef);
  if (latest) {
    if (isOpen(latest)) refuseDuplicate(latest);
    refusePaidLines(state, submission, latest);
  }
  const reference = nextReference(state, 'BPJS', day);
  const plan = findPlan(state.plans, submission.claimRef, submission.claimType);
  const received: JournalEvent = { type: 'claim-received', reference, submission, plan };
  const [first] = plan.steps;
  if (first?.do === 'refuse-intake') {
    const { reasonCode, article } = first;
    const used = keyUsed(keyed, reference, {}, { reasonCode, article });
    return { events: [received, { type: 'intake-refused', reference, reasonCode, article }, used], used };
  }
  const used = keyUsed(keyed, reference, { reference, receivedAt: at });
  return { events: [received, used], used };
}

/**
 * Takes in the papers that were asked for; the review goes on.
 *
 * @throws Problem 409 if none were asked for
 */
export function decideInformation(claim: Claim, { documents }: Information, keyed: Keyed, at: string): Decision {
  const { reference } = claim;
  if (claim.status !== 'information-requested') {
    throw new Problem(
      409,
      'no-information-requested',
      'The insurer has asked for nothing',
      {
        field: 'path:reference',
        rule: `information is taken in status information-requested; this claim is ${claim.status}`,
        remedy: `read GET /v1/claims/${reference} for what the claim waits for`,
      },
      { reference },
    );
  }
  const used = keyUsed(keyed, reference, { reference, receivedAt: at });
  return { events: [{ type: 'information-received', reference, documents }, used], used };
}

/**
 * Takes an objection in: the claim is looked at again, and the next decision of the plan answers it. What was approved
 * before may be paid meanwhile.
 *
 * @throws Problem 409 if nothing is decided yet
 */
export function decideObjection(claim: Claim, { reasonCode }: Objection, keyed: Keyed, at: string): Decision {
  const { reference } = claim;
  if (claim.status !== 'decided' && claim.status !== 'paid') {
    throw new Problem(
      409,
      'nothing-to-object-to',
      'There is no decision that an objection could change',
      {
        field: 'path:reference',
        rule: `an objection is taken in status decided or paid; this claim is ${claim.status}`,
        remedy: `read GET /v1/claims/${reference} for where the claim stands`,
      },
      { reference },
    );
  }
  const used = keyUsed(keyed, reference, { reference, receivedAt: at });
  return { events: [{ type: 'objection-received', reference, reasonCode }, used], used };
}

/**
 * Lets a claim go that the family withdraws.
 *
 * @throws Problem 409 once money is on its way or has arrived, or if the claim is over
 */
export function decideWithdrawal(claim: Claim, keyed: Keyed, at: string): Decision {
  const { reference } = claim;
  const moving = claim.payments.some(({ status }) => status === 'ordered' || status === 'paid');
  if (moving || !isOpen(claim)) {
    throw new Problem(
      409,
      moving ? 'money-on-its-way' : 'not-withdrawable',
      'The claim cannot be withdrawn any more',
      {
        field: 'path:reference',
        rule: `a claim is withdrawn before a payment is ordered; this claim is ${claim.status}`,
        remedy: `read GET /v1/claims/${reference} for where the claim stands`,
      },
      { reference },
    );
  }
  const used = keyUsed(keyed, reference, { reference, receivedAt: at });
  return { events: [{ type: 'claim-withdrawn', reference }, used], used };
}

/** Takes a stage I report in. */
export function decideAccident(state: State, report: AccidentReport, keyed: Keyed, at: string, day: string): Decision {
  const accidentReference = nextReference(state, 'LAP', day);
  const used = keyUsed(keyed, accidentReference, { reference: accidentReference, receivedAt: at });
  return { events: [{ type: 'accident-reported', accidentReference, report }, used], used };
}
