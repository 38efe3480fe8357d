import { nextReference, type Decision } from './claim-desk.ts';
import type { PaidLine, PaymentOrder } from './contract.ts';
import { keyUsed, type Keyed } from './idempotency.ts';
import { paymentPostings } from './ledger.ts';
import { Problem } from './problem.ts';
import { lineKey, type Claim, type State } from './state.ts';

interface LineFault {
  readonly code: string;
  readonly title: string;
  readonly rule: string;
  readonly remedy: string;
}

function findFault(state: State, claim: Claim, line: PaidLine): LineFault | undefined {
  const taken = state.takenLines.get(lineKey(claim.submission.claimRef, line.code));
  if (taken !== undefined) {
    const remedy = `leave the line out: ${taken} pays it; order again only if that payment fails`;
    return { code: 'line-already-paid', title: 'A line is paid already', rule: 'a line is paid at most once', remedy };
  }
  const decided = claim.decisions.find((each) => each.code === line.code);
  if (decided?.decision !== 'approved') {
    const rule = decided ? 'the line was rejected' : 'the decision has no such line';
    return { code: 'line-not-approved', title: 'A line was not approved', rule, remedy: 'leave the line out' };
  }
  if (BigInt(decided.approvedIdr) === 0n) {
    const rule = 'the line was approved at 0';
    return { code: 'nothing-to-pay', title: 'Nothing is due', rule, remedy: 'leave the line out' };
  }
  if (BigInt(line.amountIdr) !== BigInt(decided.approvedIdr)) {
    const remedy = `order exactly ${decided.approvedIdr}`;
    return { code: 'amount-differs', title: 'Not the decided amount', rule: 'a line is paid as decided', remedy };
  }
  return undefined;
}

function refuseFaults(state: State, claim: Claim, lines: readonly PaidLine[]): void {
  const faults = lines.flatMap((line, index) => {
    const fault = findFault(state, claim, line);
    return fault ? [{ ...fault, field: `/lines/${index}` }] : [];
  });
  const [first] = faults;
  if (!first) return;
  const errors = faults.map(({ field, rule, remedy }) => ({ field, rule, remedy }));
  throw new Problem(409, first.code, first.title, errors, { reference: claim.reference });
}

/**
 * Orders a payment and books it at once: from here on its lines count as paid until the payment fails.
 *
 * @throws Problem 409 unless every line is decided, unpaid and ordered at the decided amount
 */
export function decidePayment(state: State, claim: Claim, order: PaymentOrder, keyed: Keyed, day: string): Decision {
  const { reference, submission } = claim;
  if (claim.decisions.length === 0) {
    throw new Problem(
      409,
      'not-decided',
      'The claim is not decided yet',
      {
        field: 'path:reference',
        rule: `a payment follows a decision; this claim is ${claim.status}`,
        remedy: 'wait for the callback claim.decided',
      },
      { reference },
    );
  }
  refuseFaults(state, claim, order.lines);
  const paymentReference = nextReference(state, 'PAY', day);
  const { lines, accountToken } = order;
  const used = keyUsed(keyed, reference, { paymentReference });
  return {
    events: [
      { type: 'payment-ordered', reference, paymentReference, lines, accountToken },
      {
        type: 'ledger-posted',
        postings: paymentPostings({ claimRef: submission.claimRef, reference, paymentReference, lines }),
      },
      used,
    ],
    used,
  };
}
