import { z } from 'zod';
import { placementInputs } from '@titian/domain';
import { possibleDuplicates, wantedCase } from './claim-facts.v1.ts';
import { name, office } from './words.ts';

const { areaCode: _area, permitFrom, ...candidate } = placementInputs['candidate@1'].shape;
const { day } = placementInputs['day@1'].shape;
const { reference } = placementInputs['beforePremium@1'].shape;
const contract = placementInputs['contract@1'].extend({
  number: z.int().positive(),
  kind: z.enum(['FIRST', 'EXTENSION', 'CHANGE']),
  changed: placementInputs['contractChange@1'].shape.changed,
});

/** Facts of a placement by name; as for a claim, a fact that is not listed is not published. */
export const placementFacts = z
  .strictObject({
    ...candidate,
    permitFrom,
    permitAcknowledged: z.strictObject({ documentId: z.uuid(), office }),
    orientationDay: day,
    contracts: z.array(contract),
    premiums: z.array(
      z.strictObject({
        part: z.enum(['BEFORE', 'DURING']),
        paidDay: day,
        contract: z.int().positive().nullable(),
        months: z.int().positive().nullable(),
      }),
    ),
    premiumReference: reference,
    leaves: z.array(placementInputs['leave@1']),
    departurePlan: z.strictObject({ day, plannedOn: day }),
    departure: z.strictObject({ day, watched: z.boolean(), missing: z.array(name) }),
    departureFailure: placementInputs['failure@1'],
    return: placementInputs['homecoming@1'],
    handover: placementInputs['handover@1'],
    homeDay: day,
    deathDay: day,
    possibleDuplicates,
    duplicatesCleared: z.array(z.uuid()),
    void: placementInputs['reason@1'],
    linkedCase: wantedCase.nullable(),
    linkedCaseRefusal: placementInputs['linkedCaseRefusal@1'].shape.refusal.nullable(),
  })
  .partial();
