import { z } from 'zod';
import { claimInputs } from '@titian/domain';

const opening = claimInputs['opening@1'].omit({ lines: true, areaCode: true }).shape;
const { outcome, day } = claimInputs['accidentOutcome@1'].shape;
const { reference, receivedAt } = claimInputs['reference@1'].shape;
const { paymentReference, paidDay } = claimInputs['payment@1'].shape;

/**
 * Facts by name, each with the schema of the input it comes from: a fact that is not listed is not published. An effect that
 * records a new one adds a line here; the walk through the lifecycle in the tests fails until it does.
 */
export const facts = z
  .strictObject({
    ...opening,
    receivedAt,
    accidentOutcome: outcome.nullable(),
    outcomeDay: day.nullable(),
    membership: claimInputs['membership@1'],
    payee: claimInputs['payee@1'],
    insurerReference: reference.nullable(),
    insurerReceivedAt: receivedAt.nullable(),
    infoRequest: z.union([claimInputs['infoRequest@1'], claimInputs['insurerRequest@1']]),
    objection: claimInputs['objection@1'],
    paymentReference: paymentReference.nullable(),
    paidDay: paidDay.nullable(),
    paymentFailure: claimInputs['paymentFailure@1'],
  })
  .partial();
