import { nextReference, type Decision } from './claim-desk.ts';
import type { PaidLine, PaymentOrder } from './contract.ts';
import { keyUsed, type Keyed } from './idempotency.ts';
import { paymentPostings } from './ledger.ts';
import { Problem } from './problem.ts';
import { standingOf, type Claim, type State } from './state.ts';

interface LineFault {
  readonly code: string;
  readonly title: string;
  readonly rule: string;
  readonly remedy: string;
}

function findFault(state: State, claim: Claim, line: PaidLine, trusting: boolean): LineFault | undefined {
  const { claimRef } = claim.submission;
  const decided = claim.decisions.find((each) => each.code === line.code);
  if (decided?.decision !== 'approved') {
    const rule = decided ? 'the line was rejected' : 'the decision has no such line';
    return { code: 'line-not-approved', title: 'A line was not approved', rule, remedy: 'leave the line out' };
  }
  const approved = BigInt(decided.approvedIdr);
  if (approved === 0n) {
    const rule = 'the line was approved at 0';
    return { code: 'nothing-to-pay', title: 'Nothing is due', rule, remedy: 'leave the line out' };
  }
  const standing = trusting ? 0n : standingOf(state, claimRef, line.code);
  if (standing >= approved) {
    const remedy = 'leave the line out; order again only if a payment of it fails';
    return { code: 'line-already-paid', title: 'A line is paid already', rule: 'a line is paid at most once', remedy };
  }
  const left = approved - standing;
  if (BigInt(line.amountIdr) > left || BigInt(line.amountIdr) === 0n) {
    const remedy = `order at most ${left}`;
    return { code: 'amount-differs', title: 'More than was decided', rule: 'a line is paid as decided', remedy };
  }
  return undefined;
}

function refuseFaults(state: State, claim: Claim, lines: readonly PaidLine[], trusting: boolean): void {
  const faults = lines.flatMap((line, index) => {
    const fault = findFault(state, claim, line, trusting);
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
 * @throws Problem 409 unless every line is approved and what is ordered is still due
 */
export function decidePayment(
  state: State,
  claim: Claim,
  order: PaymentOrder,
  keyed: Keyed,
  day: string,
  trusting = false,
): Decision {
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
  if (claim.status === 'withdrawn') {
    const fault = { field: 'path:reference', rule: 'a withdrawn claim is not paid', remedy: 'hand it in anew' };
    throw new Problem(409, 'claim-withdrawn', 'The claim was withdrawn', fault, { reference });
  }
  refuseFaults(state, claim, order.lines, trusting);
  const paymentReference = nextReference(state, 'PAY', day);
  const { orderRef, lines, accountToken } = order;
  const used = keyUsed(keyed, reference, { paymentReference });
  return {
    events: [
      { type: 'payment-ordered', reference, paymentReference, orderRef, lines, accountToken },
      {
        type: 'ledger-posted',
        postings: paymentPostings({ claimRef: submission.claimRef, reference, paymentReference, orderRef, lines }),
      },
      used,
    ],
    used,
  };
}
